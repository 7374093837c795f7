//! The same figures by region, team and whatever else objectives have in common.

use okrkit::{GroupBy, GroupScore, Language, Scorecard};

use crate::layout::{bar, decimal, heading, left, own, percent, right, word};
use crate::options::tag;

const NAME: usize = 24;
const BAR: u8 = 14;

pub(crate) fn chapter(card: &Scorecard, language: Language) -> String {
    let tags = card.group_bys().into_iter().filter(|by| matches!(by, GroupBy::Tag(_)));
    let chosen = tags.chain([GroupBy::TeamTree, GroupBy::Category]);
    let tables: Vec<String> = chosen.map(|by| table(card, &by, language)).filter(|table| !table.is_empty()).collect();
    if tables.is_empty() {
        return String::new();
    }
    let legend = "net conf: the share on track or achieved, less the share at risk; from −1 to 1.\n\n";
    heading("Who stands where") + legend + &tables.join("\n")
}

fn table(card: &Scorecard, by: &GroupBy, language: Language) -> String {
    let groups = card.group_by(by);
    if groups.is_empty() {
        return String::new();
    }
    let caption = match by {
        GroupBy::TeamTree => "team, with those below it".to_owned(),
        other => other.name(),
    };
    let columns = [
        left(&caption, NAME + 2),
        right("n", 2),
        left("progress", usize::from(BAR)),
        right("%", 5),
        right("exp.", 4),
        left("grade", 10),
        right("net conf", 8),
        "status".to_owned(),
    ];
    let lines = in_order(card, by, &groups).into_iter().map(|(depth, name, group)| {
        let team = card.plan().teams().iter().find(|team| *by == GroupBy::TeamTree && team.id == name);
        let shown = team.map_or(name, |team| team.title.get(tag(language)));
        let indent = 2 * (depth + 1);
        line(&(" ".repeat(indent) + &own(shown, (NAME + 2).saturating_sub(indent))), group)
    });
    columns.join(" ") + "\n" + &lines.collect::<String>()
}

/// Teams stand below the team they belong to, everything else in alphabetical order.
fn in_order<'a>(card: &Scorecard, by: &GroupBy, groups: &'a std::collections::BTreeMap<String, GroupScore>) -> Vec<(usize, &'a str, &'a GroupScore)> {
    if *by != GroupBy::TeamTree {
        return groups.iter().map(|(name, group)| (0, name.as_str(), group)).collect();
    }
    let teams = card.plan().teams();
    let mut out = Vec::new();
    let mut waiting: Vec<(usize, &str)> = teams
        .iter()
        .rev()
        .filter(|team| team.parent.is_none())
        .map(|team| (0, team.id.as_str()))
        .collect();
    while let Some((depth, id)) = waiting.pop() {
        out.extend(groups.get_key_value(id).map(|(name, group)| (depth, name.as_str(), group)));
        let below = teams.iter().rev().filter(|team| team.parent.as_deref() == Some(id));
        waiting.extend(below.map(|team| (depth + 1, team.id.as_str())));
    }
    out
}

fn line(name: &str, group: &GroupScore) -> String {
    let drawn = group
        .progress
        .map_or_else(String::new, |progress| bar(progress, group.expected.unwrap_or_default(), BAR));
    let statuses: Vec<String> = group.status.iter().map(|(status, n)| format!("{n} {}", word(status.as_str()))).collect();
    let columns = [
        name.to_owned(),
        right(&group.n.to_string(), 2),
        left(&drawn, usize::from(BAR)),
        right(&percent(group.progress), 5),
        right(&percent(group.expected), 4),
        left(&format!("{} {}", decimal(group.grade, 1), group.band.as_deref().unwrap_or("")), 10),
        right(&decimal(group.net_confidence, 2), 8),
        statuses.join(", "),
    ];
    columns.join(" ").trim_end().to_owned() + "\n"
}
