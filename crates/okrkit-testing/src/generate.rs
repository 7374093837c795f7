//! Plausible plans of any size, the same text for the same configuration on every machine.
//!
//! Six key results in ten are metrics, the rest changes, thresholds, levels, milestones, things to be done and events. They are
//! checked in week by week, some ahead of their pace and some behind it. Only whole numbers are computed with, so that no last
//! bit differs.
#![expect(clippy::indexing_slicing, reason = "every index is drawn below the length of a list that is not empty")]

use std::fmt::{self, Write as _};

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
    ($out:expr, $($format:tt)*) => { drop(write!($out, $($format)*)) };
}

/// `SplitMix64`: small, fast, and good enough to choose words by.
struct Rng(u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 on below `end`; 0 where `end` is.
    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// A number from `low` to `high`, both included.
    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.below(low.abs_diff(high) + 1)).unwrap_or(0)
    }

    fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.below(from.len() as u64)).unwrap_or(0)]
    }
}

/// A number in hundredths, written as a decimal.
#[derive(Clone, Copy)]
struct Hundredths(i64);

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, size) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        match (size / 100, size % 100) {
            (whole, 0) => write!(f, "{sign}{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{sign}{whole}.{}", part / 10),
            (whole, part) => write!(f, "{sign}{whole}.{part:02}"),
        }
    }
}

/// A day of 2026, from 0.
#[derive(Clone, Copy)]
struct Day(u64);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = self.0;
        for (month, days) in [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].into_iter().enumerate() {
            if left < days {
                return write!(f, "2026-{:02}-{:02}", month + 1, left + 1);
            }
            left -= days;
        }
        f.write_str("2026-12-31")
    }
}

/// A cycle: id, first day, number of days.
#[derive(Clone, Copy)]
struct Span {
    id: &'static str,
    starts: u64,
    days: u64,
}

const YEAR: Span = Span {
    id: "fy26",
    starts: 0,
    days: 365,
};
const QUARTERS: [Span; 4] = [
    Span { id: "q1", starts: 0, days: 90 },
    Span {
        id: "q2",
        starts: 90,
        days: 91,
    },
    Span {
        id: "q3",
        starts: 181,
        days: 92,
    },
    Span {
        id: "q4",
        starts: 273,
        days: 92,
    },
];

impl Span {
    fn ends(self) -> Day {
        Day(self.starts + self.days - 1)
    }

    /// The day of check-in `nth` of `count`: Fridays of its weeks, more or less, or evenly spread where the weeks do not do.
    fn day(self, nth: u64, count: u64) -> Day {
        let into = if count * 7 <= self.days { nth * 7 + 4 } else { nth * self.days / count };
        Day(self.starts + into)
    }
}

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
const UNITS: [&str; 8] = [
    r#"{"kind":"number"}"#,
    r#"{"kind":"percent"}"#,
    r#"{"kind":"points"}"#,
    r#"{"kind":"currency","code":"USD"}"#,
    r#"{"kind":"currency","code":"SAR","per":"month"}"#,
    r#"{"kind":"duration","of":"hour"}"#,
    r#"{"kind":"count","of":"deals"}"#,
    r#"{"kind":"count","of":"calls","per":"week"}"#,
];
const CATEGORIES: [&str; 5] = ["revenue", "customer", "product", "process", "team"];
const AMBITIONS: [&str; 5] = ["aspirational", "aspirational", "aspirational", "committed", "learning"];
const REGIONS: [&str; 4] = ["gulf", "levant", "north africa", "europe"];
const SEGMENTS: [&str; 3] = ["enterprise", "mid-market", "small business"];

/// The figures a key result is checked in with.
enum Figures {
    /// Values that go from one number to another, at a percentage of the pace.
    Way { from: i64, to: i64, speed: i64 },
    /// Values that add up to a number, at a percentage of the pace.
    Parts { of: i64, speed: i64 },
    /// Values on both sides of a number.
    Around(i64),
    /// Batches, of which some met a bound.
    Batches,
    /// So many steps, done one after the other.
    Steps(u64),
    /// Done in the end, or not.
    Done { late: bool },
    /// One event at a time, worth something where a number is given.
    Events(Option<i64>),
}

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

    /// Writes a measure from its kind on, and says what figures it takes.
    fn measure(&mut self, span: Span) -> Figures {
        match self.rng.below(100) {
            0..60 => self.metric(),
            60..67 => self.change(),
            67..74 => self.threshold(),
            74..80 => self.levels(),
            80..87 => self.milestones(span),
            87..93 => {
                self.out.push_str("\"done\"");
                Figures::Done { late: self.rng.percent(40) }
            }
            _ => self.events(),
        }
    }

    fn unit(&mut self) {
        if self.rng.percent(70) {
            put!(self.out, r#","unit":{}"#, self.rng.pick(&UNITS));
        }
    }

    /// How fast things go, in percent of what was planned.
    fn speed(&mut self) -> i64 {
        self.rng.between(30, 120)
    }

    fn metric(&mut self) -> Figures {
        let (low, way) = (self.rng.between(0, 500) * 100, self.rng.between(1, 5000) * 100);
        let figures = match self.rng.below(100) {
            0..20 => {
                put!(self.out, r#""metric","start":0,"target":{},"reading":"sum""#, Hundredths(way));
                Figures::Parts { of: way, speed: self.speed() }
            }
            20..45 => {
                put!(self.out, r#""metric","start":{},"target":{}"#, Hundredths(low + way), Hundredths(low));
                Figures::Way {
                    from: low + way,
                    to: low,
                    speed: self.speed(),
                }
            }
            45..47 => {
                put!(self.out, r#""metric","start":null,"target":{}"#, Hundredths(low));
                Figures::Around(low)
            }
            _ => {
                put!(self.out, r#""metric","start":{},"target":{}"#, Hundredths(low), Hundredths(low + way));
                Figures::Way {
                    from: low,
                    to: low + way,
                    speed: self.speed(),
                }
            }
        };
        self.unit();
        figures
    }

    fn change(&mut self) -> Figures {
        let baseline = self.rng.between(5, 1000) * 100;
        let percent = self.rng.between(1, 10) * self.rng.pick(&[5, 5, -5]);
        put!(self.out, r#""change","baseline":{}"#, Hundredths(baseline));
        let by = baseline * percent / 100;
        if self.rng.percent(70) {
            put!(self.out, r#","percent":{percent}"#);
        } else {
            put!(self.out, r#","amount":{}"#, Hundredths(by));
        }
        let figures = if self.rng.percent(30) {
            self.out.push_str(r#","reading":"sum""#);
            Figures::Parts {
                of: baseline + by,
                speed: self.speed(),
            }
        } else {
            // An amendment would have to set other fields than a target, so these figures are of a kind that gets none.
            Figures::Around(baseline + by)
        };
        self.unit();
        figures
    }

    fn threshold(&mut self) -> Figures {
        let bound = self.rng.between(10, 100) * 100;
        self.out.push_str("\"threshold\"");
        match self.rng.below(4) {
            0 => put!(self.out, r#","at_most":{}"#, Hundredths(bound)),
            1 => put!(
                self.out,
                r#","above":{},"below":{}"#,
                Hundredths(bound - bound / 5),
                Hundredths(bound + bound / 5)
            ),
            _ => put!(self.out, r#","at_least":{}"#, Hundredths(bound)),
        }
        let figures = match self.rng.below(6) {
            0 => {
                self.out.push_str(r#","judge":{"share_of":"check_ins"}"#);
                if self.rng.percent(50) { Figures::Batches } else { Figures::Around(bound) }
            }
            1 => {
                let share = self.rng.pick(&["observed", "up_to_latest", "planned"]);
                put!(self.out, r#","judge":{{"share_of":"{share}","every":"week"}}"#);
                Figures::Around(bound)
            }
            _ => Figures::Around(bound),
        };
        self.unit();
        figures
    }

    fn levels(&mut self) -> Figures {
        let (start, step) = (self.rng.between(50, 100) * 100, self.rng.between(1, 16) * self.rng.pick(&[100, 100, -100]));
        let at = |n: i64| Hundredths(start + n * step);
        put!(self.out, r#""levels","start":{},"commit":{},"target":{}"#, at(0), at(1), at(2));
        if self.rng.percent(70) {
            put!(self.out, r#","stretch":{}"#, at(3));
        }
        self.unit();
        Figures::Around(start + 2 * step)
    }

    fn milestones(&mut self, span: Span) -> Figures {
        let steps = self.rng.below(4) + 3;
        let (dated, weighted) = (self.rng.percent(50), self.rng.percent(30));
        self.out.push_str(r#""milestones","steps":["#);
        for step in 0..steps {
            self.out.push_str(if step == 0 { "" } else { "," });
            put!(self.out, r#"{{"id":"m{step}","title":"Step {step}""#);
            if weighted {
                put!(self.out, r#","weight":{}"#, self.rng.between(1, 4));
            }
            if dated {
                put!(self.out, r#","ends":"{}""#, Day(span.starts + (step + 1) * span.days / steps - 1));
            }
            self.out.push('}');
        }
        self.out.push(']');
        Figures::Steps(steps)
    }

    fn events(&mut self) -> Figures {
        put!(self.out, r#""events","count":{}"#, self.rng.between(1, 12));
        if self.rng.percent(50) {
            return Figures::Events(None);
        }
        let worth = self.rng.between(1, 50) * 100;
        put!(self.out, r#","each_at_least":{}"#, Hundredths(worth));
        if self.rng.percent(50) {
            self.out.push_str(r#","partial":true"#);
        }
        Figures::Events(Some(worth))
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

    fn figures(&mut self, figures: &Figures, nth: u64, count: u64, steps: &mut u64) {
        // Counts of check-ins fit: a text with more would not fit into memory.
        let (nth_from_1, n) = (i64::try_from(nth + 1).unwrap_or(i64::MAX), i64::try_from(count).unwrap_or(i64::MAX));
        match *figures {
            Figures::Way { from, to, speed } => {
                let noise = self.rng.between(-5, 5);
                let value = from + (to - from) * (nth_from_1 * speed / n + noise) / 100;
                put!(self.out, r#","value":{}"#, Hundredths(value));
            }
            Figures::Parts { of, speed } => {
                let part = of * self.rng.between(speed / 2, speed + speed / 2) / 100 / n;
                put!(self.out, r#","value":{}"#, Hundredths(part));
            }
            Figures::Around(number) => put!(self.out, r#","value":{}"#, Hundredths(number + number * self.rng.between(-20, 20) / 100)),
            Figures::Batches => {
                let of = self.rng.between(1, 60);
                put!(self.out, r#","met":{},"of":{of}"#, self.rng.between(0, of));
            }
            Figures::Steps(all) => {
                if *steps < all && self.rng.percent(50) {
                    put!(self.out, r#","steps_done":["m{steps}"]"#);
                    *steps += 1;
                }
            }
            Figures::Done { late } => put!(self.out, r#","done":{}"#, nth + 1 == count && !late),
            Figures::Events(None) => self.out.push_str(r#","event":true"#),
            Figures::Events(Some(worth)) => put!(self.out, r#","value":{}"#, Hundredths(worth * self.rng.between(50, 150) / 100)),
        }
    }
}

#[cfg(test)]
mod tests;
