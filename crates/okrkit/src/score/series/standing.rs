//! The status on each day of a run: looked for only where it can change.

use super::super::line::Line;
use super::super::status::{StatusRule, Verdict, pace_facts};
use super::fill::Desk;
use crate::plan::{Ambition, Status};

/// Days on which a node's progress stays, with what moves.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span<'s> {
    /// The place of the first day.
    pub(super) first: usize,
    /// The figures on it.
    pub(super) line: &'s Line,
    pub(super) expected: &'s [f64],
    /// Whether `expected` is known to begin at 0 or more and never to fall.
    pub(super) is_rising: bool,
    pub(super) ambition: Ambition,
}

/// How a status came about. Where two days are alike in it and the figures between them only rise or only fall, so is every day
/// between.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Standing {
    status: Status,
    rule: StatusRule,
    /// Which bounds of the pace table hold.
    bounds: u64,
}

impl Span<'_> {
    fn on(&self, day: usize) -> Line {
        let mut line = *self.line;
        line.expected = self.expected.get(day).copied().unwrap_or(f64::NAN);
        line
    }

    fn status(&self, desk: &Desk<'_>, day: usize) -> (Status, StatusRule) {
        desk.sheet(self.first + day).status(&self.on(day), Verdict::of_key_result(self.ambition))
    }

    fn standing(&self, desk: &Desk<'_>, day: usize) -> Standing {
        let (sheet, line) = (desk.sheet(self.first + day), self.on(day));
        let (status, rule) = sheet.status(&line, Verdict::of_key_result(self.ambition));
        let bounds = if rule == StatusRule::Pace {
            sheet.pace.bounds_held(&pace_facts(&sheet, &line))
        } else {
            0
        };
        Standing { status, rule, bounds }
    }

    /// Fills in the status of each day.
    pub(super) fn fill(&self, desk: &Desk<'_>, statuses: &mut [Status]) {
        let Some((first, others)) = statuses.split_first_mut() else { return };
        *first = self.line.status;
        if others.is_empty() {
            return;
        }
        let is_rising = || self.is_rising || (self.expected.first() >= Some(&0.0) && self.expected.is_sorted());
        if desk.pace.is_monotone() && is_rising() {
            let last = others.len();
            let (one, other) = (self.standing(desk, 0), self.standing(desk, last));
            self.fill_between(desk, (0, one), (last, other), others);
        } else {
            for (at, status) in others.iter_mut().enumerate() {
                *status = self.status(desk, at + 1).0;
            }
        }
    }

    /// Fills in the days after one up to another; `statuses` begin with that of day 1.
    fn fill_between(&self, desk: &Desk<'_>, (from, one): (usize, Standing), (to, other): (usize, Standing), statuses: &mut [Status]) {
        if one == other {
            statuses.get_mut(from..to).unwrap_or_default().fill(one.status);
        } else if to - from > 1 {
            let middle = from.midpoint(to);
            let standing = self.standing(desk, middle);
            self.fill_between(desk, (from, one), (middle, standing), statuses);
            self.fill_between(desk, (middle, standing), (to, other), statuses);
        } else if let Some(status) = statuses.get_mut(from) {
            *status = other.status;
        }
    }
}
