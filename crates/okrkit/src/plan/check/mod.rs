//! The one check that every plan goes through, and the only place where a [`Plan`] is made.
//!
//! It tells every problem at once and none that only follows from another: what a broken document leaves open, nothing is said
//! of. And it takes about as long as the document is to read, whatever there is many of.

mod beside;
mod check_ins;
mod key_result;
mod lint;
mod links;
mod names;
mod nodes;
mod parts;
mod span;
mod stream;

pub(super) use check_ins::{Takes, check_check_in};

use std::sync::Arc;

use super::finite;
use super::short::short;
use super::store::{Filling, Store};
use super::{FormatVersion, Head, NO_TEAM, Objective, Plan, PlanDocument};
use crate::id;
use crate::issue::{Code, Issues};
use crate::measure::Measure;
use crate::profile::{self, Profile};
use crate::time::{AsOf, Cadence, Date};
use crate::wire::Context;
use beside::{check_due, check_kpis};
use key_result::check_key_result;
use links::check_links;
use lint::check_lint;
use names::Named;
use nodes::Nodes;
use parts::{check_manual_scores, check_owners, check_share_sum};
use span::Span;

impl Plan {
    /// Checks a document and makes it a plan.
    ///
    /// # Errors
    /// Every problem at once, with pointers into the document.
    pub fn from_document(mut document: PlanDocument) -> Result<Self, Issues> {
        document.okrkit = FormatVersion::NEWEST;
        let mut cx = Context::default();
        finite::check(&document, &mut cx);
        check(document, &mut cx).ok_or_else(|| cx.refusal())
    }

    /// The plan of a document that was read, if neither reading nor checking finds a problem.
    pub(crate) fn checked(document: PlanDocument, cx: &mut Context) -> Option<Self> {
        check(document, cx)
    }
}

/// Checks what was read. Where structure is broken, what depends on it is left alone.
fn check(mut document: PlanDocument, cx: &mut Context) -> Option<Plan> {
    if cx.is_full() {
        return None;
    }
    cx.end_of_structure();
    let objectives = std::mem::take(&mut document.objectives);
    let around = Around::of(&document, cx);
    let mut gathered = Gathered::new(cx.is_lost("objectives"));
    for objective in objectives {
        gathered.add(&around, objective, None, cx);
    }
    let (head, store) = gathered.finish(&around, &document, cx)?;
    Some(Plan::of(head, store, document))
}

impl Plan {
    fn of(head: Head, store: Store, rest: PlanDocument) -> Self {
        let head = Arc::new(Head { rest, ..head });
        Self { head, store }
    }
}

/// What of a document stands around its objectives, for these to be checked against.
struct Around<'d> {
    cycles: Named<'d>,
    teams: Named<'d>,
    kpis: Named<'d>,
    team_parent: Vec<Option<usize>>,
    bounds: Vec<Bounds>,
    /// The first and last day of each cycle.
    spans: Vec<(Date, Date)>,
}

impl<'d> Around<'d> {
    /// Checks all of it but the links and lint settings, which speak of objectives.
    fn of(document: &'d PlanDocument, cx: &mut Context) -> Self {
        id::check(cx, "id", &document.id);
        if let Some(name) = document.profile.as_deref().filter(|name| !Profile::is_named(name)) {
            cx.push(profile::unknown("/profile", name));
        }
        let cycles = Named::new(cx, "cycles", "cycle", document.cycles.iter().map(|cycle| cycle.id.as_str()));
        let teams = Named::new(cx, "teams", "team", document.teams.iter().map(|team| team.id.as_str()));
        let cycle_parents = document.cycles.iter().map(|cycle| cycle.parent.as_deref()).collect();
        cycles.check_parents(cycle_parents, Code::CycleUnknown, Code::CycleLoop, cx);
        let team_parents = document.teams.iter().map(|team| team.parent.as_deref()).collect();
        let team_parent = teams.check_parents(team_parents, Code::TeamUnknown, Code::TeamLoop, cx);
        let kpis = Named::new(cx, "kpis", "KPI", document.kpis.iter().map(|kpi| kpi.id.as_str()));
        check_kpis(document, &teams, cx);
        for (i, team) in document.teams.iter().enumerate() {
            cx.name("teams", |cx| cx.index(i, |cx| check_due(team.check_in_due.as_ref(), cx)));
        }
        let bounds = check_cycles(document, cx);
        let spans = document.cycles.iter().map(|cycle| (cycle.starts, cycle.ends)).collect();
        Self {
            cycles,
            teams,
            kpis,
            team_parent,
            bounds,
            spans,
        }
    }
}

/// The objectives so far, each checked on its own.
#[derive(Debug, Default)]
struct Gathered<'t> {
    owner: Vec<u32>,
    first: Vec<u32>,
    cycle: Vec<u32>,
    team: Vec<u32>,
    /// Whether some id is not known.
    is_incomplete: bool,
    has_guardrails: bool,
    has_amended_children: bool,
    store: Filling<'t>,
}

impl<'t> Gathered<'t> {
    fn new(is_incomplete: bool) -> Self {
        Self {
            is_incomplete,
            ..Self::default()
        }
    }

    /// Checks one more objective, and keeps it or the text that it was read from.
    fn add(&mut self, around: &Around<'_>, objective: Objective, text: Option<&'t str>, cx: &mut Context) {
        let i = self.first.len();
        self.first.push(short(self.owner.len()));
        self.owner.extend(std::iter::repeat_n(short(i), objective.key_results.len()));
        let mut cycle = 0;
        cx.name("objectives", |cx| {
            cx.index(i, |cx| {
                let found = around.cycles.refer("cycle", Some(&objective.cycle), Code::CycleUnknown, cx);
                cycle = found.unwrap_or_default();
                let team = around.teams.refer("team", objective.team.as_deref(), Code::TeamUnknown, cx);
                self.team.push(team.map_or(NO_TEAM, short));
                let bounds = found.and_then(|at| around.bounds.get(at)).filter(|_| !cx.is_lost("cycle"));
                check_objective(&objective, bounds.copied().unwrap_or_default(), &around.kpis, cx);
                self.is_incomplete |= misses_an_id(&objective, cx);
            });
        });
        self.cycle.push(short(cycle));
        self.has_guardrails |= !objective.guardrails.is_empty();
        let mut measures = objective.key_results.iter().filter(|key_result| !key_result.amendments.is_empty());
        self.has_amended_children |= measures.any(|key_result| matches!(key_result.measure, Measure::Children(_)));
        let span = around.spans.get(cycle).copied().unwrap_or((Date::MIN, Date::MAX));
        self.store.push(objective, span, text);
    }

    /// Checks what the objectives have to do with each other and with what else the document says of them; `None` where there is
    /// any problem.
    fn finish(mut self, around: &Around<'_>, document: &PlanDocument, cx: &mut Context) -> Option<(Head, Store)> {
        for list in [&mut self.owner, &mut self.first, &mut self.cycle, &mut self.team] {
            list.shrink_to_fit();
        }
        let store = self.store.finish();
        let nodes = Nodes {
            store: &store,
            owner: &self.owner,
            first: &self.first,
            is_incomplete: self.is_incomplete,
        };
        let by_id = nodes.by_id(cx);
        let graph = check_links(document, &nodes, &by_id, cx);
        check_lint(document, &[&around.cycles, &around.teams, &around.kpis], &nodes, &by_id, cx);
        if cx.has_issues() {
            return None;
        }
        let graph = graph?.with_contributions(&self.owner, &document.links);
        let head = Head {
            rest: PlanDocument::default(),
            n_objectives: self.first.len(),
            owner: self.owner,
            first: self.first,
            cycle: self.cycle,
            team: self.team,
            team_parent: around.team_parent.clone(),
            kpis: around.kpis.places(),
            has_guardrails: self.has_guardrails,
            has_amended_children: self.has_amended_children,
            by_id,
            graph,
        };
        Some((head, store))
    }
}

/// What the nodes of a cycle need of it.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    span: Span,
    every: Option<Cadence>,
}

impl Default for Bounds {
    /// Of a cycle that is not known: it may well have a cadence.
    fn default() -> Self {
        Self {
            span: Span::default(),
            every: Some(Cadence::default()),
        }
    }
}

fn check_cycles(document: &PlanDocument, cx: &mut Context) -> Vec<Bounds> {
    let mut bounds = Vec::with_capacity(document.cycles.len());
    cx.name("cycles", |cx| {
        for (i, cycle) in document.cycles.iter().enumerate() {
            cx.index(i, |cx| {
                let known = |member, date| if cx.is_lost(member) { None } else { Some(date) };
                let mut span = Span {
                    starts: known("starts", cycle.starts),
                    ends: known("ends", cycle.ends),
                };
                if let (Some(starts), Some(ends)) = (span.starts, span.ends)
                    && ends < starts
                {
                    cx.report_at("ends", Code::CycleDates, format!("the cycle ends on {ends} before it starts on {starts}"));
                    span = Span::default();
                }
                check_due(cycle.check_in_due.as_ref(), cx);
                bounds.push(Bounds {
                    span,
                    every: if cx.is_lost("check_in_every") {
                        Bounds::default().every
                    } else {
                        cycle.check_in_every
                    },
                });
            });
        }
    });
    bounds
}

fn check_objective(objective: &Objective, cycle: Bounds, kpis: &Named<'_>, cx: &mut Context) {
    for (i, id) in objective.guardrails.iter().enumerate() {
        cx.name("guardrails", |cx| cx.index(i, |cx| kpis.refer_here(id, Code::KpiUnknown, cx)));
    }
    check_owners(&objective.owners, cx);
    check_manual_scores(&objective.manual_scores, cx);
    let span = cycle.span.within(objective.starts, objective.ends, cx);
    cx.name("key_results", |cx| {
        for (j, key_result) in objective.key_results.iter().enumerate() {
            cx.index(j, |cx| {
                kpis.refer("kpi", key_result.kpi.as_deref(), Code::KpiUnknown, cx);
                check_due(key_result.check_in_due.as_ref(), cx);
                check_key_result(key_result, span, cycle.every, cx);
            });
        }
        check_share_sum(objective, cx);
    });
}

/// Whether the document does not tell the id of an objective or of a key result of it.
fn misses_an_id(objective: &Objective, cx: &mut Context) -> bool {
    if cx.is_sound() {
        return false;
    }
    let own = cx.is_lost("id") || cx.is_lost("key_results");
    let n_key_results = objective.key_results.len();
    own || cx.name("key_results", |cx| (0..n_key_results).any(|j| cx.index(j, |cx| cx.is_lost("id"))))
}

/// Everything known, for checks that look at the whole history.
fn all_known() -> AsOf {
    Date::MAX.into()
}
