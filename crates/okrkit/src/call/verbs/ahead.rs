//! Verbs that look ahead, and hold what was foreseen against what came.

use super::{Answer, Call, Done};
use crate::forecast::{backtest, calibration, forecast, forecast_all, forecast_objective, past_readings};
use crate::what_if::{required, sensitivity, what_if};

pub(in crate::call) fn of_key_result(call: &mut Call<'_>) -> Done {
    let (key_result, profile, as_of, policy) = (call.text("key_result"), call.profile(), call.as_of(), call.settings("policy"));
    Ok(Answer::json(&forecast(call.plan()?, &profile, &key_result, as_of, &policy)))
}

pub(in crate::call) fn of_objective(call: &mut Call<'_>) -> Done {
    let (objective, profile, as_of, policy) = (call.text("objective"), call.profile(), call.as_of(), call.settings("policy"));
    Ok(Answer::json(&forecast_objective(call.plan()?, &profile, &objective, as_of, &policy)))
}

pub(in crate::call) fn of_all(call: &mut Call<'_>) -> Done {
    let (profile, as_of, policy) = (call.profile(), call.as_of(), call.settings("policy"));
    Ok(Answer::json(&forecast_all(call.plan()?, &profile, as_of, &policy)))
}

pub(in crate::call) fn past(call: &mut Call<'_>) -> Done {
    let (profile, key_result, as_of) = (call.profile(), call.text("key_result"), call.as_of());
    Ok(Answer::json(&past_readings(call.plan()?, &profile, &key_result, as_of)))
}

pub(in crate::call) fn looked_back(call: &mut Call<'_>) -> Done {
    let (profile, as_of, policy) = (call.profile(), call.as_of(), call.settings("policy"));
    let (method, cycles) = (call.word("method").unwrap_or_default(), cycles(call));
    let cycles: Vec<&str> = cycles.iter().map(String::as_str).collect();
    Ok(Answer::json(&backtest(call.plan()?, &profile, as_of, method, &cycles, &policy)))
}

pub(in crate::call) fn warranted(call: &mut Call<'_>) -> Done {
    let (profile, as_of, policy) = (call.profile(), call.as_of(), call.settings("policy"));
    let cycles = cycles(call);
    let cycles: Vec<&str> = cycles.iter().map(String::as_str).collect();
    Ok(Answer::json(&calibration(call.plan()?, &profile, as_of, &cycles, &policy)))
}

/// The ids of cycles; none for all.
fn cycles(call: &mut Call<'_>) -> Vec<String> {
    call.may("cycles").unwrap_or_default()
}

pub(in crate::call) fn tried(call: &mut Call<'_>) -> Done {
    let (profile, as_of, edits) = (call.profile(), call.as_of(), call.edits());
    let tried = what_if(call.plan()?, &profile, as_of, edits)?;
    Ok(Answer::json(&tried).with_card("before", tried.before).with_card("after", tried.after))
}

pub(in crate::call) fn wanted(call: &mut Call<'_>) -> Done {
    let (profile, as_of, policy) = (call.profile(), call.as_of(), call.settings("policy"));
    let (objective, score) = (call.text("objective"), call.must("score"));
    Ok(Answer::json(&required(call.plan()?, &profile, as_of, &objective, score, &policy)))
}

pub(in crate::call) fn slopes(call: &mut Call<'_>) -> Done {
    let (profile, as_of, objective) = (call.profile(), call.as_of(), call.text("objective"));
    Ok(Answer::json(&sensitivity(call.plan()?, &profile, as_of, &objective)))
}
