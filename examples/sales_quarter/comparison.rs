//! What other profiles say of the same plan on the same day, and which of their fields makes the difference.

use std::collections::BTreeMap;

use okrkit::compare::{ComparedFigure, Difference};
use okrkit::explain::StepValue;
use okrkit::{Comparison, Language, NodeScore, Profile, Scorecard, compare};

use crate::Failure;
use crate::layout::{heading, left, own, percent, word, wrapped};
use crate::options::{tag, unusable};

/// Beside the profile of the scorecard, as many of these as make five.
const OTHERS: [&str; 5] = ["google", "viva", "workfront", "perdoo", "default"];

const TITLE: usize = 38;
const CELL: usize = 13;
/// The room for the name of a profile.
const LEAD: usize = 14;

pub(crate) fn chapter(card: &Scorecard, language: Language) -> Result<String, Failure> {
    if card.plan().n_objectives() == 0 {
        return Ok(String::new());
    }
    let first = card.profile();
    let others = OTHERS.iter().filter(|name| **name != first.id).take(4).map(|name| Profile::named(name));
    let profiles = [Ok(first.clone())]
        .into_iter()
        .chain(others)
        .collect::<Result<Vec<_>, _>>()
        .map_err(|issues| unusable(&issues))?;
    let compared = compare(card.plan(), &profiles, card.as_of());

    let names: Vec<String> = compared.profiles().map(|name| left(name, CELL)).collect();
    let rows = card.plan().objectives().map(|objective| {
        let cells = compared
            .scorecards()
            .iter()
            .filter_map(|(name, card)| Some(cell(&compared, &objective.id, name, &card.node(&objective.id)?)));
        format!("{} {}\n", own(objective.title.get(tag(language)), TITLE), cells.collect::<String>().trim_end())
    });
    let rows: String = rows.collect();
    let heading = heading("The same plan by five profiles");
    let caption = format!("{}  {}", left("objective", TITLE), names.join(" ").trim_end());
    Ok(format!("{heading}{caption}\n{rows}\n{}", causes(&compared, card)))
}

/// Progress and status, with a mark where the first profile says something else.
fn cell(compared: &Comparison, id: &str, profile: &str, score: &NodeScore) -> String {
    let differs = [ComparedFigure::Progress, ComparedFigure::Status].iter().any(|figure| {
        let difference = compared.difference(id, *figure);
        difference.is_some_and(|difference| difference.because.get(profile).is_some())
    });
    let mark = if differs { "≠" } else { " " };
    let text = format!("{} {}", percent(score.progress.value()), word(score.status.as_str()));
    format!("{mark}{}", left(&text, CELL))
}

/// For each profile: the fields that make it differ, in how many figures, and one of them.
fn causes(compared: &Comparison, card: &Scorecard) -> String {
    let mut out = format!(
        "≠ differs from {}. What makes the difference, in all objectives and key results:\n",
        card.profile().id
    );
    for profile in compared.profiles().skip(1) {
        let mut found: BTreeMap<String, Vec<&Difference>> = BTreeMap::new();
        for difference in &compared.differences {
            let Some(policies) = difference.because.get(profile) else { continue };
            let fields: Vec<&str> = policies.iter().map(|policy| policy.as_str()).collect();
            found.entry(fields.join(" + ")).or_default().push(difference);
        }
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort_by_key(|(_, differences)| std::cmp::Reverse(differences.len()));
        let mut lead = format!("  {profile}");
        if found.is_empty() {
            out += &wrapped(&lead, "nothing differs", LEAD);
        }
        for (fields, differences) in found {
            let text = format!("because of {fields}: {}", effects(&differences, [&card.profile().id, profile]));
            out += &wrapped(&lead, &text, LEAD);
            lead.clear();
        }
    }
    out
}

/// "status of 42, such as regional-leader: on track → behind"
fn effects(differences: &[&Difference], profiles: [&str; 2]) -> String {
    let counted = ComparedFigure::ALL.iter().filter_map(|figure| {
        let n = differences.iter().filter(|difference| difference.figure == *figure).count();
        (n > 0).then(|| format!("{figure} of {n}"))
    });
    // A status says most to most people.
    let status = differences.iter().find(|difference| difference.figure == ComparedFigure::Status);
    let Some(example) = status.or(differences.first()) else {
        return String::new();
    };
    let values = profiles.iter().filter_map(|profile| example.values.get(profile)).map(shown);
    format!(
        "{}; such as {} of {}, {}",
        counted.collect::<Vec<_>>().join(", "),
        example.figure,
        example.node,
        values.collect::<Vec<_>>().join(" → ")
    )
}

fn shown(value: &StepValue) -> String {
    match value {
        StepValue::Number(number) => format!("{number:.2}"),
        StepValue::Word(text) => word(text),
        StepValue::Text(text) => text.clone(),
        _ => "–".to_owned(),
    }
}
