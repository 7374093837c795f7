//! Rules about titles.

use std::collections::{BTreeMap, BTreeSet};

use super::Rule;
use super::view::{Found, View, texts};
use super::words::{WordList, fold, number, numbers, words};
use crate::issue::quote;
use crate::measure::Measure;
use crate::plan::{LintLevel, Text};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "wording.number_in_objective",
        level: LintLevel::Warning,
        why: "An objective says what is to come about; how much of it is the matter of its key results. A year of the plan, or after a word \
            such as in, is no number here.",
        fix: "move the number into a key result, and say what it is good for",
        source: Some("Christina Wodtke, Radical Focus: objectives are inspiring and qualitative"),
        bad: r#"{"/objectives/1/title": "بيع ٥٠٠ دراجة", "/objectives/2/title": "Win 2000 customers", "/objectives/3/title": "Win fifty shops"}"#,
        good: r#"{"/objectives/1/title": "Make 2026 the year of the bicycle", "/objectives/2/title": "Lead the market in 2030"}"#,
        find: number_in_objective,
    },
    Rule {
        id: "wording.no_number",
        level: LintLevel::Note,
        why: "Who reads the title should know what the number is to become. Where the measure has it, the title hides it; where the measure \
            has none either, nobody can tell how much is enough.",
        fix: "name the target in the title, and where it comes from; give what is only done or judged by zones a number",
        source: Some("Marissa Mayer, in John Doerr, Measure What Matters: it is not a key result unless it has a number"),
        bad: r#"{"/objectives/1/key_results/1/title": "Win customers"}"#,
        good: r#"{"/objectives/1/key_results/1/title": "كسب ٥٠ عميلًا"}"#,
        find: no_number,
    },
    Rule {
        id: "wording.activity",
        level: LintLevel::Warning,
        why: "Being busy with something is no result: it can be done in full and change nothing.",
        fix: "ask what is different when the work has helped, and measure that",
        source: Some("Google's OKR playbook, in John Doerr, Measure What Matters: key results describe outcomes, not activities"),
        bad: r#"{"/objectives/1/key_results/1/title": "Help 50 customers"}"#,
        good: r#"{"/objectives/1/key_results/1/title": "50 customers who need help once a month at most"}"#,
        find: activity,
    },
    Rule {
        id: "wording.output",
        level: LintLevel::Note,
        why: "What is made is not yet used. An output shows that the team worked, an outcome that it helped.",
        fix: "name what people do, or what becomes of it, once it is there",
        source: Some("Josh Seiden, Outcomes Over Output"),
        bad: r#"{"/objectives/1/key_results/1/title": "تنظيم حملة وإطلاق 50 متجرًا"}"#,
        good: r#"{"/objectives/1/key_results/1/title": "50 customers order in the new shop"}"#,
        find: output,
    },
    Rule {
        id: "wording.vague",
        level: LintLevel::Warning,
        why: "Better than what, and by how much? Without a number everybody may think of another one.",
        fix: "say from which value to which, or leave the word out",
        source: Some("Google re:Work, Set goals with OKRs: key results are measurable and easy to grade"),
        bad: r#"{"/objectives/1/key_results/1": {"id": "deals", "title": "A better shop", "measure": {"kind": "zones"}, "starts": "2026-02-20"},
 "/lint": {"levels": {"wording.no_number": "off"}}}"#,
        good: r#"{"/objectives/1/key_results/1/title": "Better than 50 new customers"}"#,
        find: vague,
    },
    Rule {
        id: "wording.long_title",
        level: LintLevel::Note,
        why: "A title that cannot be kept in mind is not kept in mind.",
        fix: "keep what everybody should remember, and put the rest into the description",
        source: None,
        bad: r#"{"/objectives/1/title": "Grow what we sell in our town and around it by being where people are, by asking what they need, and by keeping what we promise"}"#,
        good: r#"{"/objectives/1/title": "Grow what we sell by keeping what we promise"}"#,
        find: long_title,
    },
    Rule {
        id: "wording.duplicate_title",
        level: LintLevel::Warning,
        why: "Two objectives of a cycle, or two key results of an objective, with one title are the same, or nobody can tell them apart. Case, \
            accents and vowel signs make no difference.",
        fix: "merge them, or say in the title what is different",
        source: None,
        bad: r#"{"/objectives/3/title": "GROW what we séll"}"#,
        good: r#"{"/objectives/3/title": "Grow what we sell abroad"}"#,
        find: duplicate_title,
    },
    Rule {
        id: "wording.missing_language",
        level: LintLevel::Note,
        why: "Who reads the plan in a language finds other titles in it and this one not: it is shown in another language there.",
        fix: "write the title in every language that the plan has titles in",
        source: None,
        bad: r#"{"/objectives/1/title": {"en": "Grow what we sell", "ar": "تنمية مبيعاتنا"}, "/objectives/2/title": {"en": "Keep the customers we have"}}"#,
        good: r#"{"/objectives/1/title": {"en": "Grow what we sell", "ar": "تنمية مبيعاتنا"},
 "/objectives/2/title": {"en": "Keep the customers we have", "ar": "الاحتفاظ بعملائنا"}}"#,
        find: missing_language,
    },
    Rule {
        id: "wording.wrong_way",
        level: LintLevel::Warning,
        why: "The title asks for more and the measure for less, or the other way round: one of the two was mistyped.",
        fix: "swap start and target, or correct the title",
        source: None,
        bad: r#"{"/objectives/2/key_results/1/title": "Raise the churn rate from 4% to 6%"}"#,
        good: r#"{"/objectives/2/key_results/1/title": "Lower the churn rate to 4%"}"#,
        find: wrong_way,
    },
];

fn number_in_objective(view: &View<'_>, out: &mut Vec<Found>) {
    let policy = view.policy;
    let number_words = WordList::new(&policy.number_words);
    let year_words: BTreeSet<String> = policy.year_words.iter().map(|word| fold(word)).collect();
    let first = view.plan.cycles().iter().map(|cycle| cycle.starts.year()).min();
    let last = view.plan.cycles().iter().map(|cycle| cycle.ends.year()).max();
    let is_year = |number: u32, before: Option<&str>| {
        let is_of_cycle = || i32::try_from(number).is_ok_and(|number| first <= Some(number) && Some(number) <= last);
        (policy.first_year..=policy.last_year).contains(&number) && (before.is_some_and(|word| year_words.contains(word)) || is_of_cycle())
    };
    let says_how_many = |text: &str| {
        let folded = fold(text);
        let words = words(&folded);
        let numbers = words.iter().enumerate().filter_map(|(at, word)| Some((at, number(word)?)));
        let mut numbers = numbers.map(|(at, number)| (number, at.checked_sub(1).and_then(|before| words.get(before)).copied()));
        numbers.any(|(number, before)| !is_year(number, before)) || number_words.anywhere(text).is_some()
    };
    for seen in view.open() {
        let texts = texts(&seen.objective.title);
        if let Some(text) = texts.iter().find(|text| says_how_many(text)) {
            let message = format!("the title of the objective {} holds a number: {}", quote(&seen.objective.id), quote(text));
            out.push(seen.found("/title", message));
        }
    }
}

fn has_number(title: &Text) -> bool {
    texts(title).iter().any(|text| !numbers(text).is_empty())
}

fn no_number(view: &View<'_>, out: &mut Vec<Found>) {
    for seen in view.open_key_results() {
        let is_in_measure = match &*seen.terms.measure {
            Measure::Done(_) | Measure::Zones(_) => false,
            Measure::Threshold(_) | Measure::Bands(_) => true,
            measure if measure.target().is_some() => true,
            // Steps are counted, parts and children have numbers of their own, and what is only watched promises none.
            _ => continue,
        };
        if !has_number(&seen.key_result.title) {
            let what = if is_in_measure {
                "its measure has one"
            } else {
                "and neither does its measure"
            };
            out.push(seen.found("/title", format!("the title of {} names no number, {what}", quote(&seen.key_result.id))));
        }
    }
}

/// Reports key results with a word that `find` finds in one of their titles.
fn each_title<'w>(view: &View<'_>, find: impl Fn(&str) -> Option<&'w str>, say: impl Fn(&str, &str) -> String, out: &mut Vec<Found>) {
    for seen in view.open_key_results() {
        if let Some(word) = texts(&seen.key_result.title).into_iter().find_map(&find) {
            out.push(seen.found("/title", say(&quote(&seen.key_result.id), &quote(word))));
        }
    }
}

fn verbs(view: &View<'_>, list: &[String], what: &str, out: &mut Vec<Found>) {
    let list = WordList::new(list);
    let joining: BTreeSet<String> = view.policy.joining_words.iter().map(|word| fold(word)).collect();
    each_title(
        view,
        |text| list.as_verb(text, &joining),
        |id, word| format!("the title of {id} says what is {what}: {word}"),
        out,
    );
}

fn activity(view: &View<'_>, out: &mut Vec<Found>) {
    verbs(view, &view.policy.activity_words, "done and not what comes of it", out);
}

fn output(view: &View<'_>, out: &mut Vec<Found>) {
    verbs(view, &view.policy.output_words, "made and not what it is good for", out);
}

fn vague(view: &View<'_>, out: &mut Vec<Found>) {
    let list = WordList::new(&view.policy.vague_words);
    let find = |text: &str| list.anywhere(text).filter(|_| numbers(text).is_empty());
    each_title(view, find, |id, word| format!("the title of {id} says {word} and not how much"), out);
}

fn long_title(view: &View<'_>, out: &mut Vec<Found>) {
    let longest = |title: &Text| texts(title).iter().map(|text| text.chars().count()).max().unwrap_or_default();
    let say = |id: &str, n: usize, most: usize| format!("the title of {} has {n} characters, more than {most}", quote(id));
    let most = view.policy.objective_title_chars;
    for seen in view.open() {
        let n = longest(&seen.objective.title);
        if n > most {
            out.push(seen.found("/title", say(&seen.objective.id, n, most)));
        }
    }
    let most = view.policy.key_result_title_chars;
    for seen in view.open_key_results() {
        let n = longest(&seen.key_result.title);
        if n > most {
            out.push(seen.found("/title", say(&seen.key_result.id, n, most)));
        }
    }
}

/// A title in a form in which titles that read alike are equal.
fn key(text: &str) -> String {
    let folded = fold(text);
    let words = words(&folded);
    if words.is_empty() { folded } else { words.join(" ") }
}

fn duplicate_title(view: &View<'_>, out: &mut Vec<Found>) {
    let mut objectives: BTreeMap<(&str, String), &str> = BTreeMap::new();
    let mut key_results: BTreeMap<(usize, String), &str> = BTreeMap::new();
    let say = |id: &str, other: &str, title: &str| format!("{} has the title of {}: {}", quote(id), quote(other), quote(title));
    for seen in view.open() {
        let id = seen.objective.id.as_str();
        let same = texts(&seen.objective.title).into_iter().find_map(|text| {
            let other = *objectives.entry((seen.cycle.id.as_str(), key(text))).or_insert(id);
            (other != id).then_some((other, text))
        });
        if let Some((other, text)) = same {
            out.push(seen.found("/title", say(id, other, text)).and([other]));
        }
    }
    for seen in view.open_key_results() {
        let id = seen.key_result.id.as_str();
        let same = texts(&seen.key_result.title).into_iter().find_map(|text| {
            let other = *key_results.entry((seen.owner, key(text))).or_insert(id);
            (other != id).then_some((other, text))
        });
        if let Some((other, text)) = same {
            out.push(seen.found("/title", say(id, other, text)).and([other]));
        }
    }
}

fn missing_language(view: &View<'_>, out: &mut Vec<Found>) {
    fn tags(title: &Text) -> impl Iterator<Item = &str> {
        let texts = match title {
            Text::Localized(texts) => Some(texts.keys()),
            Text::Plain(_) => None,
        };
        texts.into_iter().flatten().map(String::as_str)
    }
    let of_objectives = view.open().flat_map(|seen| tags(&seen.objective.title));
    let of_key_results = view.open_key_results().flat_map(|seen| tags(&seen.key_result.title));
    let all: BTreeSet<&str> = of_objectives.chain(of_key_results).collect();
    // A title that is written for everybody is in no language, and lacks none. One that is missing is enough to be told.
    let missing = |title: &Text| {
        let Text::Localized(texts) = title else { return None };
        // No more steps than the title has languages, and one.
        all.iter().find(|tag| !texts.contains_key(**tag)).copied()
    };
    let say = |id: &str, tag: &str| format!("{} has no title in {}, others have", quote(id), quote(tag));
    for seen in view.open() {
        if let Some(tag) = missing(&seen.objective.title) {
            out.push(seen.found("/title", say(&seen.objective.id, tag)));
        }
    }
    for seen in view.open_key_results() {
        if let Some(tag) = missing(&seen.key_result.title) {
            out.push(seen.found("/title", say(&seen.key_result.id, tag)));
        }
    }
}

fn wrong_way(view: &View<'_>, out: &mut Vec<Found>) {
    let rising = WordList::new(&view.policy.rising_words);
    let falling = WordList::new(&view.policy.falling_words);
    for seen in view.open_key_results() {
        let ends = match &*seen.terms.measure {
            Measure::Metric(m) => m.start.map(|start| (start, m.target)),
            // What is counted from zero rises, whatever it is compared with.
            Measure::Change(m) => m.baseline.and_then(|baseline| m.ends_of_way().map(|(_, target)| (baseline, target))),
            _ => None,
        };
        let Some((start, target)) = ends else { continue };
        let against = if target < start { &rising } else { &falling };
        if let Some(word) = texts(&seen.key_result.title).into_iter().find_map(|text| against.first(text)) {
            let message = format!(
                "the title of {} says {}, and its measure goes from {start} to {target}",
                quote(&seen.key_result.id),
                quote(word)
            );
            out.push(seen.found("/title", message));
        }
    }
}
