//! What a plan says of lint rules.

use super::super::PlanDocument;
use super::super::index::Index;
use super::names::{Named, unknown};
use super::nodes::Nodes;
use crate::issue::Code;
use crate::lint;
use crate::wire::Context;

/// Notes rules that there are not, and ids of nothing.
pub(super) fn check_lint(document: &PlanDocument, named: &[&Named<'_>], nodes: &Nodes<'_>, by_id: &Index, cx: &mut Context) {
    let Some(settings) = &document.lint else { return };
    let is_known = |id: &str| {
        let is_node = || by_id.find(id, |node| nodes.id(node)).is_some();
        nodes.is_incomplete || named.iter().any(|named| named.may_have(id)) || is_node()
    };
    cx.name("lint", |cx| {
        cx.name("levels", |cx| {
            for id in settings.levels.keys() {
                cx.key(id, |cx| check_rule(id, cx));
            }
        });
        cx.name("ignore", |cx| {
            for (i, entry) in settings.ignore.iter().enumerate() {
                cx.index(i, |cx| {
                    if !cx.is_lost("rule") {
                        cx.name("rule", |cx| check_rule(&entry.rule, cx));
                    }
                    if let Some(id) = entry.node.as_deref().filter(|id| !is_known(id)) {
                        let ids = nodes.all().map(|node| nodes.id(node));
                        let known = ids.chain(named.iter().flat_map(|named| named.ids()));
                        let message = unknown("objective, key result, team, cycle or KPI", id, known, cx);
                        cx.report_at("node", Code::LintUnknownNode, message);
                    }
                });
            }
        });
    });
}

fn check_rule(id: &str, cx: &mut Context) {
    if lint::rule(id).is_none() {
        let message = unknown("lint rule", id, lint::rules().map(|rule| rule.id), cx);
        cx.report(Code::LintUnknownRule, message);
    }
}
