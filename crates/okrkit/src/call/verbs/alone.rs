//! Verbs that work on nothing but their arguments.

use super::{Answer, Call, Done};
use crate::call::answers::CodeEntry;
use crate::catalog;
use crate::document::locate;
use crate::explain::Language;
use crate::forecast::{backtest_history, propose};
use crate::issue::Code;
use crate::lint;
use crate::plan::{Cycle, Team, Text};
use crate::profile::{self, Profile};
use crate::time::{Date, DateError, elapsed};
use crate::trend::TrendDays;

pub(in crate::call) fn read(call: &mut Call<'_>) -> Done {
    let text = call.text("text");
    call.done()?;
    crate::document::read(&text).map(Answer::plan)
}

pub(in crate::call) fn read_profile(call: &mut Call<'_>) -> Done {
    let text = call.text("text");
    call.done()?;
    profile::read(&text).map(|profile| Answer::json(&profile))
}

pub(in crate::call) fn profile_named(call: &mut Call<'_>) -> Done {
    let name = call.text("name");
    call.done()?;
    Profile::named(&name).map(|profile| Answer::json(&profile))
}

pub(in crate::call) fn profile_names(call: &mut Call<'_>) -> Done {
    call.done()?;
    Ok(Answer::json(&Profile::names().collect::<Vec<_>>()))
}

pub(in crate::call) fn profiles(call: &mut Call<'_>) -> Done {
    call.done()?;
    Ok(Answer::json(&profile::all()))
}

pub(in crate::call) fn grade_of(call: &mut Call<'_>) -> Done {
    let (profile, score) = (call.profile(), call.must::<f64>("score"));
    call.done()?;
    Ok(Answer::json(&profile.grade_of(score)))
}

pub(in crate::call) fn band_of(call: &mut Call<'_>) -> Done {
    let (profile, grade) = (call.profile(), call.must::<f64>("grade"));
    call.done()?;
    Ok(Answer::json(&profile.band_of(grade)))
}

pub(in crate::call) fn sales(call: &mut Call<'_>) -> Done {
    call.done()?;
    Ok(Answer::json(&catalog::sales()))
}

pub(in crate::call) fn read_catalog(call: &mut Call<'_>) -> Done {
    let text = call.text("text");
    call.done()?;
    catalog::read(&text).map(|catalog| Answer::json(&catalog))
}

pub(in crate::call) fn template(call: &mut Call<'_>) -> Done {
    let (catalog, id) = (call.catalog(), call.text("template"));
    call.done()?;
    Ok(Answer::json(&catalog.template(&id)))
}

pub(in crate::call) fn baselines(call: &mut Call<'_>) -> Done {
    let catalog = call.catalog();
    call.done()?;
    Ok(Answer::json(&catalog.baselines().collect::<Vec<_>>()))
}

pub(in crate::call) fn with_baseline(call: &mut Call<'_>) -> Done {
    let (catalog, key_result, baseline) = (call.catalog(), call.text("key_result"), call.must::<f64>("baseline"));
    call.done()?;
    catalog.with_baseline(&key_result, baseline).map(|catalog| Answer::json(&catalog))
}

pub(in crate::call) fn plan_of_catalog(call: &mut Call<'_>) -> Done {
    let (catalog, id) = (call.catalog(), call.text("id"));
    let (cycle, team) = (call.must::<Cycle>("cycle"), call.may::<Team>("team"));
    call.done()?;
    catalog.plan(id, cycle, team).map(Answer::plan)
}

pub(in crate::call) fn instantiate(call: &mut Call<'_>) -> Done {
    let (catalog, id) = (call.catalog(), call.text("template"));
    let (cycle, team) = (call.text("cycle"), call.may::<String>("team"));
    call.done()?;
    let objective = catalog.template(&id).map(|template| template.instantiate(&cycle, team.as_deref()));
    Ok(Answer::json(&objective))
}

pub(in crate::call) fn located(call: &mut Call<'_>) -> Done {
    let (text, pointers) = (call.text("text"), call.must::<Vec<String>>("pointers"));
    call.done()?;
    Ok(Answer::json(&locate(&text, pointers.iter().map(String::as_str))))
}

pub(in crate::call) fn text_get(call: &mut Call<'_>) -> Done {
    let (text, language) = (call.must::<Text>("text"), call.text("language"));
    call.done()?;
    Ok(Answer::text(text.get(&language).to_owned()))
}

pub(in crate::call) fn codes(call: &mut Call<'_>) -> Done {
    call.done()?;
    let codes: Vec<CodeEntry> = Code::ALL.iter().copied().map(CodeEntry::from).collect();
    Ok(Answer::json(&codes))
}

pub(in crate::call) fn rules(call: &mut Call<'_>) -> Done {
    let language = call.word::<Language>("language").unwrap_or_default();
    call.done()?;
    Ok(Answer::json(&lint::rules().map(|rule| rule.in_language(language)).collect::<Vec<_>>()))
}

pub(in crate::call) fn rule(call: &mut Call<'_>) -> Done {
    let (id, language) = (call.text("id"), call.word::<Language>("language").unwrap_or_default());
    call.done()?;
    Ok(Answer::json(&lint::rule(&id).map(|rule| rule.in_language(language))))
}

pub(in crate::call) fn elapsed_on(call: &mut Call<'_>) -> Done {
    let (starts, ends, on) = (call.must::<Date>("starts"), call.must("ends"), call.must("on"));
    call.done()?;
    Ok(Answer::json(&elapsed(starts, ends, on)))
}

pub(in crate::call) fn trend_days(call: &mut Call<'_>) -> Done {
    let (from, to, every) = (call.must("from"), call.must("to"), call.word("every").unwrap_or_default());
    call.done()?;
    Ok(Answer::json(&TrendDays::new(from, to, every).into_iter().collect::<Vec<Date>>()))
}

pub(in crate::call) fn quotas(call: &mut Call<'_>) -> Done {
    let (history, season_length, policy) = (call.must::<Vec<f64>>("history"), season_length(call), call.settings("policy"));
    call.done()?;
    Ok(Answer::json(&propose(&history, season_length, &policy)))
}

pub(in crate::call) fn history_backtest(call: &mut Call<'_>) -> Done {
    let (history, season_length, policy) = (call.must::<Vec<f64>>("history"), season_length(call), call.settings("policy"));
    call.done()?;
    Ok(Answer::json(&backtest_history(&history, season_length, &policy)))
}

fn season_length(call: &mut Call<'_>) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and within 1 and 1,000,000")]
    let length = call
        .with("season_length", |text, cx| crate::wire::read_whole(text, 0.0, 1e6, cx))
        .flatten()
        .unwrap_or(1.0) as usize;
    length
}

/// A whole number within bounds that fit its type.
fn part(call: &mut Call<'_>, name: &'static str, least: f64, most: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and within 0 and 9999")]
    let part = call.whole(name, least, most) as u32;
    part
}

fn year(call: &mut Call<'_>) -> i32 {
    i32::try_from(part(call, "year", 1.0, 9999.0)).unwrap_or(1)
}

fn cycle(call: &mut Call<'_>, cycle: Result<Cycle, DateError>) -> Done {
    call.done()?;
    let cycle = cycle.or_else(|DateError| {
        call.refuse("year", Code::DateInvalid, "it begins before the year 1, or ends after the year 9999");
        call.done().map(|()| Cycle::default())
    })?;
    Ok(Answer::json(&cycle))
}

pub(in crate::call) fn quarter(call: &mut Call<'_>) -> Done {
    let (year, quarter) = (year(call), part(call, "quarter", 1.0, 4.0));
    cycle(call, Cycle::quarter(year, quarter))
}

pub(in crate::call) fn half(call: &mut Call<'_>) -> Done {
    let (year, half) = (year(call), part(call, "half", 1.0, 2.0));
    cycle(call, Cycle::half(year, half))
}

pub(in crate::call) fn calendar_year(call: &mut Call<'_>) -> Done {
    let year = year(call);
    cycle(call, Cycle::year(year))
}

pub(in crate::call) fn fiscal_year(call: &mut Call<'_>) -> Done {
    let (year, first_month) = (year(call), part(call, "first_month", 1.0, 12.0));
    cycle(call, Cycle::fiscal_year(year, first_month))
}

pub(in crate::call) fn fiscal_quarter(call: &mut Call<'_>) -> Done {
    let (year, first_month) = (year(call), part(call, "first_month", 1.0, 12.0));
    let quarter = part(call, "quarter", 1.0, 4.0);
    cycle(call, Cycle::fiscal_quarter(year, first_month, quarter))
}

#[cfg(feature = "schema")]
pub(in crate::call) fn schemas(call: &mut Call<'_>) -> Done {
    call.done()?;
    Ok(Answer::json(&std::collections::BTreeMap::from([
        ("plan", crate::document::plan_schema()),
        ("profile", crate::document::profile_schema()),
    ])))
}
