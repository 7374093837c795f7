//! What makes the figures of one profile differ from those of another, found by exchanging fields.

use std::cell::OnceCell;

use super::{ComparedFigure, Policy, score};
use crate::plan::Node;
use crate::score::{Scorecard, evaluate};

/// Two scorecards of a plan, and one field in which their profiles differ.
struct Exchange<'a> {
    policy: Policy,
    first: &'a Scorecard,
    other: &'a Scorecard,
    /// By the first profile with what the other one says here.
    put_in: OnceCell<Scorecard>,
    /// By the other profile with what the first one says here.
    put_back: OnceCell<Scorecard>,
}

impl Exchange<'_> {
    fn put_in(&self) -> &Scorecard {
        self.put_in.get_or_init(|| exchanged(self.policy, self.other, self.first))
    }

    fn put_back(&self) -> &Scorecard {
        self.put_back.get_or_init(|| exchanged(self.policy, self.first, self.other))
    }
}

/// A scorecard evaluated again, with one field from the profile of another.
fn exchanged(policy: Policy, from: &Scorecard, card: &Scorecard) -> Scorecard {
    evaluate(card.plan(), &policy.put(from.profile(), card.profile().clone()), card.as_of())
}

/// The fields in which a profile differs from the first, evaluated only as far as some figure asks for it.
pub(super) struct Causes<'a> {
    first: &'a Scorecard,
    other: &'a Scorecard,
    exchanges: Vec<Exchange<'a>>,
}

impl<'a> Causes<'a> {
    pub(super) fn new(first: &'a Scorecard, other: &'a Scorecard) -> Self {
        let exchange = |policy| Exchange {
            policy,
            first,
            other,
            put_in: OnceCell::new(),
            put_back: OnceCell::new(),
        };
        Self {
            first,
            other,
            exchanges: Policy::that_differ(first.profile(), other.profile()).into_iter().map(exchange).collect(),
        }
    }

    /// What makes a figure differ. `None` where it does not.
    pub(super) fn of(&self, node: Node, figure: ComparedFigure) -> Option<Vec<Policy>> {
        let is_same = |a: &Scorecard, b: &Scorecard| match (score(a, node), score(b, node)) {
            (Some(a), Some(b)) => figure.is_same(&a, &b),
            _ => true,
        };
        if is_same(self.first, self.other) {
            return None;
        }
        let those = |made_it: &dyn Fn(&Exchange<'_>) -> bool| {
            self.exchanges
                .iter()
                .filter(|exchange| made_it(exchange))
                .map(|exchange| exchange.policy)
                .collect()
        };
        // With one field there is nothing to find out.
        if self.exchanges.len() == 1 {
            return Some(those(&|_| true));
        }
        let alone: Vec<Policy> = those(&|exchange| is_same(exchange.put_in(), self.other));
        if !alone.is_empty() {
            return Some(alone);
        }
        let needed: Vec<Policy> = those(&|exchange| !is_same(exchange.put_back(), self.other));
        Some(if needed.is_empty() { those(&|_| true) } else { needed })
    }
}
