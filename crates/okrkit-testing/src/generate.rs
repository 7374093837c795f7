//! Plausible plans of any size, the same text for the same configuration on every machine.
//!
//! Six key results in ten are metrics, the rest changes, thresholds, levels, milestones, things to be done and events. They are
//! checked in week by week, some ahead of their pace and some behind it. Only whole numbers are computed with, so that no last
//! bit differs.
#![expect(clippy::indexing_slicing, reason = "every index is drawn below the length of a list that is not empty")]

mod measures;
#[cfg(test)]
mod tests;
mod values;

use std::fmt::Write as _;

use measures::Figures;
use values::{Day, Hundredths, QUARTERS, Rng, Span, YEAR};

/// A day on which three quarters of the generated year are over and the fourth runs.
pub const AS_OF: &str = "2026-11-15";

/// What plan to generate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Another seed, another plan.
    pub seed: u64,
    /// How many objectives. One in ten is of the year and the others of a quarter.
    pub objectives: u64,
    /// How many key results each of them has.
    pub key_results_per_objective: u64,
    /// How many check-ins each of those has: one a week, or evenly over the cycle where it has fewer weeks. Key results that
    /// are moved by their children have none.
    pub check_ins_per_key_result: u64,
    /// Whether objectives contribute to those above them. The links form a forest; they end at objectives of the year, at key
    /// results of those that measure their children, or at objectives of the same quarter.
    pub links: bool,
}

impl Default for Config {
    /// A company of middling size: 50 objectives of 4 key results with 6 check-ins, linked.
    fn default() -> Self {
        Self {
            seed: 1,
            objectives: 50,
            key_results_per_objective: 4,
            check_ins_per_key_result: 6,
            links: true,
        }
    }
}

/// The text of a valid plan.
///
/// ```
/// use okrkit_testing::generate::{Config, plan};
/// let config = Config { objectives: 3, ..Config::default() };
/// assert_eq!(plan(&config), plan(&config));
/// assert_eq!(okrkit::read(&plan(&config)).map(|plan| plan.n_objectives()), Ok(3));
/// ```
#[must_use]
pub fn plan(config: &Config) -> String {
    Writer {
        config,
        rng: Rng(config.seed),
        out: String::new(),
    }
    .plan()
}

/// Appends formatted text. Writing to a `String` cannot fail.
macro_rules! put {
    ($out:expr, $($format:tt)*) => {{ let _ = write!($out, $($format)*); }};
}
use put;

const TITLES: [(&str, &str); 8] = [
    ("Grow quarterly sales revenue", "تنمية إيرادات المبيعات الفصلية"),
    ("Win customers in new markets", "كسب عملاء في أسواق جديدة"),
    ("Keep the customers we have", "الحفاظ على عملائنا الحاليين"),
    ("Shorten the way from lead to deal", "تقصير الطريق من الفرصة إلى الصفقة"),
    ("Answer faster", "الرد بسرعة أكبر"),
    ("Sell more to each customer", "زيادة المبيعات لكل عميل"),
    ("Train the team", "تدريب الفريق"),
    ("Build a pipeline that lasts", "بناء قاعدة فرص مستدامة"),
];
const CATEGORIES: [&str; 5] = ["revenue", "customer", "product", "process", "team"];
const AMBITIONS: [&str; 5] = ["aspirational", "aspirational", "aspirational", "committed", "learning"];
const REGIONS: [&str; 4] = ["gulf", "levant", "north africa", "europe"];
const SEGMENTS: [&str; 3] = ["enterprise", "mid-market", "small business"];

struct Writer<'a> {
    config: &'a Config,
    rng: Rng,
    out: String,
}

impl Writer<'_> {
    fn plan(mut self) -> String {
        put!(
            self.out,
            r#"{{"okrkit":1,"id":"generated-{}","title":"A generated plan","profile":"default","cycles":["#,
            self.config.seed
        );
        put!(self.out, r#"{{"id":"{}","starts":"{}","ends":"{}"}}"#, YEAR.id, Day(YEAR.starts), YEAR.ends());
        for quarter in QUARTERS {
            let starts = Day(quarter.starts);
            put!(
                self.out,
                r#",{{"id":"{}","starts":"{starts}","ends":"{}","parent":"fy26","check_in_every":"week"}}"#,
                quarter.id,
                quarter.ends()
            );
        }
        self.out.push_str("],\n");
        self.teams();
        self.out.push_str("\"objectives\":[");
        let mut links = Vec::new();
        // The latest objective of each quarter, which the next one may contribute to.
        let mut latest = [None; 4];
        for number in 1..=self.config.objectives {
            self.out.push_str(if number == 1 { "\n" } else { ",\n" });
            let quarter = (number > self.of_the_year()).then(|| self.rng.pick(&[0, 1, 2, 3]));
            self.objective(number, quarter);
            if self.config.links {
                links.extend(self.parent(number, quarter, &latest).map(|parent| (number, parent)));
            }
            if let Some(quarter) = quarter {
                latest[quarter] = Some(number);
            }
        }
        self.out.push_str("],\n\"links\":[");
        for (at, (child, parent)) in links.into_iter().enumerate() {
            self.out.push_str(if at == 0 { "\n" } else { ",\n" });
            put!(self.out, r#"{{"child":"o{child}","parent":"{parent}""#);
            if self.rng.percent(20) {
                put!(self.out, r#","weight":{}"#, self.rng.between(2, 5));
            }
            self.out.push('}');
        }
        self.out.push_str("]}\n");
        self.out
    }

    /// How many objectives are of the year; they come first.
    fn of_the_year(&self) -> u64 {
        if self.config.objectives < 2 {
            0
        } else {
            (self.config.objectives / 10).max(1)
        }
    }

    fn departments(&self) -> u64 {
        (self.config.objectives / 50).clamp(1, 40)
    }

    fn squads(&self) -> u64 {
        (self.config.objectives / 8).clamp(1, 2000)
    }

    fn person(&mut self) -> u64 {
        self.rng.below(self.config.objectives / 3 + 4)
    }

    fn teams(&mut self) {
        self.out.push_str(r#""teams":[{"id":"company","title":"The company","level":"company"}"#);
        for department in 0..self.departments() {
            put!(
                self.out,
                r#",{{"id":"d{department}","title":"Department {department}","parent":"company","level":"department"}}"#
            );
        }
        for squad in 0..self.squads() {
            put!(
                self.out,
                r#",{{"id":"s{squad}","title":"Squad {squad}","parent":"d{}"}}"#,
                squad % self.departments()
            );
        }
        self.out.push_str("],\n");
    }

    fn objective(&mut self, number: u64, quarter: Option<usize>) {
        let span = quarter.map_or(YEAR, |quarter| QUARTERS[quarter]);
        put!(self.out, r#"{{"id":"o{number}","title":"#);
        self.title();
        put!(self.out, r#","cycle":"{}","team":""#, span.id);
        match quarter {
            Some(_) => put!(self.out, "s{}\"", self.rng.below(self.squads())),
            None if number == 1 => self.out.push_str("company\""),
            None => put!(self.out, "d{}\"", self.rng.below(self.departments())),
        }
        let owner = self.person();
        put!(self.out, r#","owners":[{{"who":"p{owner}"}}],"category":"{}""#, self.rng.pick(&CATEGORIES));
        put!(
            self.out,
            r#","ambition":"{}","tags":{{"region":"{}""#,
            self.rng.pick(&AMBITIONS),
            self.rng.pick(&REGIONS)
        );
        if self.rng.percent(50) {
            put!(self.out, r#","segment":"{}""#, self.rng.pick(&SEGMENTS));
        }
        self.out.push('}');
        if self.rng.percent(2) {
            self.out.push_str(r#","stage":"draft""#);
        }
        self.out.push_str(",\"key_results\":[");
        for nth in 1..=self.config.key_results_per_objective {
            self.out.push_str(if nth == 1 { "\n  " } else { ",\n  " });
            let by_children = quarter.is_none() && self.config.links && nth == self.config.key_results_per_objective;
            self.key_result(number, nth, span, owner, by_children);
        }
        self.out.push_str("]}");
    }

    fn title(&mut self) {
        let (english, arabic) = self.rng.pick(&TITLES);
        if self.rng.percent(10) {
            put!(self.out, r#"{{"en":"{english}","ar":"{arabic}"}}"#);
        } else {
            put!(self.out, r#""{english}""#);
        }
    }

    /// What an objective contributes to. Parents come before their children, so that there is no way round in a circle.
    fn parent(&mut self, number: u64, quarter: Option<usize>, latest: &[Option<u64>; 4]) -> Option<String> {
        if number == 1 || !self.rng.percent(80) {
            return None;
        }
        let sibling = quarter.and_then(|quarter| latest[quarter]);
        match (quarter, sibling) {
            (Some(_), Some(sibling)) if self.rng.percent(30) => Some(format!("o{sibling}")),
            _ => {
                let above = if quarter.is_some() { 1 + self.rng.below(self.of_the_year()) } else { 1 };
                let nth = self.config.key_results_per_objective;
                Some(if nth > 0 && self.rng.percent(50) {
                    format!("o{above}k{nth}")
                } else {
                    format!("o{above}")
                })
            }
        }
    }

    fn key_result(&mut self, objective: u64, nth: u64, span: Span, owner: u64, by_children: bool) {
        put!(self.out, r#"{{"id":"o{objective}k{nth}","title":"#);
        self.title();
        self.out.push_str(",\"measure\":{\"kind\":");
        let figures = if by_children {
            self.out.push_str("\"children\"");
            None
        } else {
            Some(self.measure(span))
        };
        self.out.push('}');
        put!(self.out, r#","owners":[{{"who":"p{owner}"}}"#);
        if self.rng.percent(20) {
            // Beyond everyone else's number, so that nobody owns a thing twice.
            put!(self.out, r#",{{"who":"q{owner}"}}"#);
        }
        self.out.push(']');
        if self.rng.percent(25) {
            put!(self.out, r#","weight":{}"#, self.rng.between(2, 5));
        }
        if let Some(figures) = figures {
            self.check_ins(&figures, span, owner);
            if let Figures::Way { from, to, .. } = figures
                && self.rng.percent(2)
            {
                let target = Hundredths(to + (to - from) / 10);
                let on = Day(span.starts + span.days / 2);
                put!(
                    self.out,
                    r#","amendments":[{{"on":"{on}","reason":"more is possible","by":"p{owner}","set":{{"measure":{{"target":{target}}}}}}}]"#
                );
            }
        }
        self.out.push('}');
    }

    fn check_ins(&mut self, figures: &Figures, span: Span, owner: u64) {
        let count = self.config.check_ins_per_key_result;
        if count == 0 {
            return;
        }
        self.out.push_str(",\"check_ins\":[");
        let mut confidence = self.rng.between(3, 9);
        let mut steps = 0;
        for nth in 0..count {
            self.out.push_str(if nth == 0 { "\n    " } else { ",\n    " });
            put!(self.out, r#"{{"on":"{}""#, span.day(nth, count));
            self.figures(figures, nth, count, &mut steps);
            confidence = (confidence + self.rng.between(-1, 1)).clamp(0, 10);
            put!(self.out, r#","confidence":{},"by":"p{owner}""#, Hundredths(confidence * 10));
            if self.rng.percent(10) {
                self.out.push_str(self.rng.pick(&[
                    r#","source":"api""#,
                    r#","source":"import""#,
                    r#","note":"as planned""#,
                    r#","note":"كما هو مخطط""#,
                ]));
            }
            self.out.push('}');
        }
        self.out.push(']');
    }
}
