//! Measures, and the figures that are checked in for them.

use std::fmt::Write as _;

use super::values::{Day, Hundredths, Span};
use super::{Writer, put};

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

/// The figures a key result is checked in with.
pub(super) enum Figures {
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

impl Writer<'_> {
    /// Writes a measure from its kind on, and says what figures it takes.
    pub(super) fn measure(&mut self, span: Span) -> Figures {
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

    pub(super) fn figures(&mut self, figures: &Figures, nth: u64, count: u64, steps: &mut u64) {
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
