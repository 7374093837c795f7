//! The one check that every plan goes through, and the only place where a [`Plan`] is made.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::finite;
use super::graph::{Ends, Graph, parent_circles};
use super::terms::{Terms, in_order, stage_on};
use super::{CHUNK, CheckIn, FormatVersion, Head, KeyResult, LinkKind, ManualScore, Node, Objective, Owner, PathPoint, Plan, PlanDocument, Stored};
use crate::id;
use crate::issue::{Code, Issue, Issues, quote};
use crate::measure::{Children, ChildrenRollUp, Measure, MeasureKind, Observed};
use crate::profile::{self, Profile, nine};
use crate::time::{AsOf, Cadence, Date};
use crate::unit::Unit;
use crate::wire::{Context, list};

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
    id::check(cx, "id", &document.id);
    if let Some(name) = document.profile.as_deref().filter(|name| !Profile::is_named(name)) {
        cx.push(profile::unknown("/profile", name));
    }
    let cycles = Named::new(cx, "cycles", "cycle", document.cycles.iter().map(|cycle| cycle.id.as_str()));
    let teams = Named::new(cx, "teams", "team", document.teams.iter().map(|team| team.id.as_str()));
    check_cycles(&document, &cycles, cx);
    let team_parent = check_teams(&document, &teams, cx);

    let mut owner = Vec::new();
    let mut first = Vec::with_capacity(document.objectives.len());
    let mut cycle = Vec::with_capacity(document.objectives.len());
    let mut team = Vec::with_capacity(document.objectives.len());
    let objectives = std::mem::take(&mut document.objectives);
    for (i, objective) in objectives.iter().enumerate() {
        first.push(owner.len());
        owner.extend(std::iter::repeat_n(i, objective.key_results.len()));
        cycle.push(cycles.find(&objective.cycle).unwrap_or_default());
        team.push(objective.team.as_deref().and_then(|id| teams.find(id)));
        let found_cycle = cycles.find(&objective.cycle).and_then(|at| document.cycles.get(at));
        cx.name("objectives", |cx| {
            cx.index(i, |cx| {
                if found_cycle.is_none() {
                    let message = cycles.unknown(&objective.cycle, cx);
                    cx.report_at("cycle", Code::CycleUnknown, message);
                }
                if let Some(id) = objective.team.as_deref().filter(|id| teams.find(id).is_none()) {
                    let message = teams.unknown(id, cx);
                    cx.report_at("team", Code::TeamUnknown, message);
                }
                check_objective(objective, found_cycle.map(|cycle| (cycle.starts, cycle.ends, cycle.check_in_every)), cx);
            });
        });
    }
    let nodes = Nodes {
        objectives: &objectives,
        owner: &owner,
        first: &first,
    };
    let by_id = nodes.sorted(cx);
    let graph = check_links(&document, &nodes, &by_id, cx);
    if cx.has_issues() {
        return None;
    }
    let n_objectives = objectives.len();
    let mut chunks = Vec::with_capacity(n_objectives.div_ceil(CHUNK));
    let mut rest = objectives.into_iter().map(|objective| Arc::new(Stored::new(objective)));
    loop {
        let chunk: Arc<[_]> = rest.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            break;
        }
        chunks.push(chunk);
    }
    let head = Head {
        rest: document,
        n_objectives,
        owner,
        first,
        cycle,
        team,
        team_parent,
        by_id,
        graph: graph?,
    };
    Some(Plan {
        head: Arc::new(head),
        chunks: chunks.into(),
    })
}

/// Things with ids of one namespace.
struct Named<'a> {
    what: &'static str,
    at: BTreeMap<&'a str, usize>,
}

impl<'a> Named<'a> {
    fn new(cx: &mut Context, member: &'static str, what: &'static str, ids: impl Iterator<Item = &'a str>) -> Self {
        let mut at = BTreeMap::new();
        cx.name(member, |cx| {
            for (i, id) in ids.enumerate() {
                cx.index(i, |cx| {
                    id::check(cx, "id", id);
                    if at.contains_key(id) && !id.is_empty() {
                        cx.report_at("id", Code::IdDuplicate, format!("another {what} has the id {}", quote(id)));
                    }
                });
                at.entry(id).or_insert(i);
            }
        });
        Self { what, at }
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.at.get(id).copied()
    }

    fn unknown(&self, id: &str, cx: &mut Context) -> String {
        unknown(self.what, id, self.at.keys().copied(), cx)
    }
}

/// "no team `sale`, did you mean `sales`?"
fn unknown<'a>(what: &str, id: &str, known: impl Iterator<Item = &'a str>, cx: &mut Context) -> String {
    let near = cx
        .nearest(id, known)
        .map_or_else(String::new, |near| format!(", did you mean {}?", quote(near)));
    format!("there is no {what} {}{near}", quote(id))
}

/// "a → b → a"
fn circle(mut ids: Vec<&str>) -> (String, Vec<String>) {
    ids.extend(ids.first().copied());
    (
        ids.iter().map(|id| quote(id)).collect::<Vec<_>>().join(" → "),
        ids.into_iter().map(str::to_owned).collect(),
    )
}

fn check_parents(cx: &mut Context, member: &'static str, ids: &[&str], parents: &[Option<usize>], code: Code, what: &str) {
    for members in parent_circles(parents) {
        let first = members.first().copied().unwrap_or_default();
        let (way, nodes) = circle(members.iter().filter_map(|at| ids.get(*at).copied()).collect());
        let path = cx.name(member, |cx| cx.index(first, |cx| cx.name("parent", |cx| cx.pointer())));
        cx.push(Issue::new(code, path, format!("{what} go round in a circle: {way}")).about(nodes));
    }
}

fn check_cycles(document: &PlanDocument, cycles: &Named<'_>, cx: &mut Context) {
    let mut parents = Vec::with_capacity(document.cycles.len());
    cx.name("cycles", |cx| {
        for (i, cycle) in document.cycles.iter().enumerate() {
            parents.push(cycle.parent.as_deref().and_then(|id| cycles.find(id)));
            cx.index(i, |cx| {
                if cycle.ends < cycle.starts && !cx.is_broken_within("starts") {
                    cx.report_at(
                        "ends",
                        Code::CycleDates,
                        format!("the cycle ends on {} before it starts on {}", cycle.ends, cycle.starts),
                    );
                }
                if let Some(id) = cycle.parent.as_deref().filter(|id| cycles.find(id).is_none()) {
                    let message = cycles.unknown(id, cx);
                    cx.report_at("parent", Code::CycleUnknown, message);
                }
            });
        }
    });
    let ids: Vec<&str> = document.cycles.iter().map(|cycle| cycle.id.as_str()).collect();
    check_parents(cx, "cycles", &ids, &parents, Code::CycleLoop, "the cycles");
}

fn check_teams(document: &PlanDocument, teams: &Named<'_>, cx: &mut Context) -> Vec<Option<usize>> {
    let mut parents = Vec::with_capacity(document.teams.len());
    cx.name("teams", |cx| {
        for (i, team) in document.teams.iter().enumerate() {
            parents.push(team.parent.as_deref().and_then(|id| teams.find(id)));
            if let Some(id) = team.parent.as_deref().filter(|id| teams.find(id).is_none()) {
                let message = teams.unknown(id, cx);
                cx.index(i, |cx| cx.report_at("parent", Code::TeamUnknown, message));
            }
        }
    });
    let ids: Vec<&str> = document.teams.iter().map(|team| team.id.as_str()).collect();
    check_parents(cx, "teams", &ids, &parents, Code::TeamLoop, "the teams");
    parents
}

/// A cycle as its objectives need it: first day, last day, cadence.
type Span = (Date, Date, Option<Cadence>);

fn check_objective(objective: &Objective, cycle: Option<Span>, cx: &mut Context) {
    check_owners(&objective.owners, cx);
    check_manual_scores(&objective.manual_scores, cx);
    let period = cycle.map(|(starts, ends, _)| objective.period((starts, ends)));
    check_period(cx, objective.starts, objective.ends, period);
    cx.name("key_results", |cx| {
        for (j, key_result) in objective.key_results.iter().enumerate() {
            cx.index(j, |cx| check_key_result(key_result, period, cycle.and_then(|cycle| cycle.2), cx));
        }
        check_share_sum(objective, cx);
    });
}

/// Notes dates out of order, at the node's own date where it gave one.
fn check_period(cx: &mut Context, starts: Option<Date>, ends: Option<Date>, effective: Option<(Date, Date)>) {
    let Some((first, last)) = effective.filter(|(first, last)| last < first) else {
        return;
    };
    // Where neither is its own, what it takes them from is wrong and says so.
    let member = if ends.is_some() { "ends" } else { "starts" };
    if (starts.is_some() || ends.is_some()) && !cx.is_broken_within("starts") {
        cx.report_at(member, Code::DateOrder, format!("it would start on {first} and end on {last}"));
    }
}

fn check_owners(owners: &[Owner], cx: &mut Context) {
    if owners.iter().all(|owner| owner.share.is_none()) {
        return;
    }
    cx.name("owners", |cx| {
        for (i, owner) in owners.iter().enumerate() {
            cx.index(i, |cx| check_share(owner.share, cx));
        }
        let sum: f64 = owners.iter().filter_map(|owner| owner.share).sum();
        if nine(sum) > 1.0 {
            cx.report(Code::ShareSum, format!("the owners' shares add up to `{}`, more than 1", nine(sum)));
        }
    });
}

fn check_share(share: Option<f64>, cx: &mut Context) {
    if let Some(share) = share.filter(|share| !(0.0..=1.0).contains(share)) {
        cx.report_at("share", Code::ShareRange, format!("a share is within 0 and 1, found `{share}`"));
    }
}

fn check_weight(weight: Option<f64>, cx: &mut Context) {
    if let Some(weight) = weight.filter(|weight| *weight < 0.0) {
        cx.report_at("weight", Code::WeightNegative, format!("a weight is 0 or more, found `{weight}`"));
    }
}

fn check_weight_or_share(weight: Option<f64>, share: Option<f64>, cx: &mut Context) {
    check_weight(weight, cx);
    check_share(share, cx);
    if weight.is_some() && share.is_some() {
        cx.report_at("share", Code::WeightBoth, "a key result has a weight or a share, found both");
    }
}

fn check_manual_scores(scores: &[ManualScore], cx: &mut Context) {
    for (i, score) in scores.iter().enumerate().filter(|(_, score)| !(0.0..=1.0).contains(&score.value)) {
        cx.name("manual_scores", |cx| {
            cx.index(i, |cx| {
                cx.report_at("value", Code::ScoreRange, format!("a score is within 0 and 1, found `{}`", score.value));
            });
        });
    }
}

fn check_path(path: &[PathPoint], measure: &Measure, cx: &mut Context) {
    if path.is_empty() {
        return;
    }
    cx.name("expected_path", |cx| {
        if !measure.takes_path() {
            cx.report(Code::MeasureNoPath, format!("a `{}` measure has no scale for an expected path", measure.kind()));
        }
        for (i, pair) in path.windows(2).enumerate() {
            if let [a, b] = pair
                && b.on <= a.on
            {
                cx.index(i + 1, |cx| {
                    cx.report_at("on", Code::DateOrder, format!("{} does not come after {} before it", b.on, a.on));
                });
            }
        }
    });
}

/// Terms with everything known, for checks that look at the whole history.
fn all_known() -> AsOf {
    Date::MAX.into()
}

fn check_key_result(key_result: &KeyResult, period: Option<(Date, Date)>, every: Option<Cadence>, cx: &mut Context) {
    check_owners(&key_result.owners, cx);
    check_manual_scores(&key_result.manual_scores, cx);
    check_weight_or_share(key_result.weight, key_result.share, cx);
    let terms = Terms::original(key_result);
    check_period(cx, key_result.starts, key_result.ends, period.map(|period| terms.period(period)));
    if cx.is_broken_within("measure") {
        // Nothing that depends on the measure can be said.
        return;
    }
    cx.name("measure", |cx| key_result.measure.check(cx, every));
    check_path(&key_result.expected_path, &key_result.measure, cx);
    let versions = check_amendments(key_result, terms, period, every, cx);
    check_check_ins(&key_result.check_ins, &versions, cx);
}

/// Checks the terms as each amendment leaves them, and gives every version of the measure there was.
fn check_amendments<'a>(
    key_result: &'a KeyResult,
    mut terms: Terms<'a>,
    period: Option<(Date, Date)>,
    every: Option<Cadence>,
    cx: &mut Context,
) -> Vec<Cow<'a, Measure>> {
    let kind = key_result.measure.kind();
    let mut versions = vec![terms.measure.clone()];
    for at in in_order(key_result, all_known()) {
        let Some(amendment) = key_result.amendments.get(at) else { continue };
        let set = &amendment.set;
        cx.name("amendments", |cx| {
            cx.index(at, |cx| {
                if cx.is_broken_within("set") {
                    return;
                }
                cx.name("set", |cx| {
                    check_weight_or_share(set.weight, set.share, cx);
                    let measure = set.measure.as_ref();
                    let refused = measure.is_some_and(|fields| cx.name("measure", |cx| refuse_fields(fields.kind.as_deref(), fields.given(), kind, cx)));
                    if *set == super::AmendmentSet::default() {
                        cx.report(Code::AmendmentField, "the amendment sets nothing");
                    }
                    if refused {
                        return;
                    }
                    let before = terms.measure.clone();
                    cx.name("measure", |cx| terms.amend(set, cx));
                    if measure.is_some() {
                        cx.name("measure", |cx| check_amended(&before, &terms.measure, every, cx));
                        versions.push(terms.measure.clone());
                    }
                    if measure.is_some() || set.expected_path.is_some() {
                        check_path(terms.expected_path, &terms.measure, cx);
                    }
                    check_period(cx, set.starts, set.ends, period.map(|period| terms.period(period)));
                });
            });
        });
    }
    versions
}

/// Checks a measure, and leaves unsaid what was wrong with it before the amendment too.
fn check_amended(before: &Measure, after: &Measure, every: Option<Cadence>, cx: &mut Context) {
    let problems = |measure: &Measure| {
        let mut cx = Context::default();
        measure.check(&mut cx, every);
        cx.into_issues()
    };
    let found = problems(after);
    if found.is_empty() {
        return;
    }
    let known = problems(before);
    for mut issue in found.into_iter().filter(|issue| !known.contains(issue)) {
        issue.path.insert_str(0, &cx.pointer());
        cx.push(issue);
    }
}

/// Notes fields that an amendment of this kind of measure cannot set, and says whether there were any.
fn refuse_fields(word: Option<&str>, given: impl Iterator<Item = &'static str>, kind: MeasureKind, cx: &mut Context) -> bool {
    let mut refused = false;
    if let Some(word) = word.filter(|word| *word != kind.as_str()) {
        cx.report_at(
            "kind",
            Code::AmendmentKind,
            format!("the measure is a `{kind}` and stays one, found {}", quote(word)),
        );
        refused = true;
    }
    for name in given.filter(|name| !kind.fields().contains(name)) {
        cx.report_at(
            name,
            Code::AmendmentField,
            format!("a `{kind}` measure has no `{name}`, it takes {}", list(kind.fields())),
        );
        refused = true;
    }
    refused
}

fn check_check_ins(check_ins: &[CheckIn], versions: &[Cow<'_, Measure>], cx: &mut Context) {
    if check_ins.is_empty() {
        return;
    }
    let mut ids = BTreeSet::new();
    cx.name("check_ins", |cx| {
        for (i, check_in) in check_ins.iter().enumerate() {
            cx.index(i, |cx| check_check_in(check_in, versions, &mut ids, cx));
        }
    });
}

/// Checks one check-in after those whose ids are known.
pub(super) fn check_check_in<'a>(check_in: &'a CheckIn, versions: &[Cow<'_, Measure>], ids: &mut BTreeSet<&'a str>, cx: &mut Context) {
    if let Some(confidence) = check_in.confidence.filter(|confidence| !(0.0..=1.0).contains(confidence)) {
        cx.report_at(
            "confidence",
            Code::ConfidenceRange,
            format!("a confidence is within 0 and 1, found `{confidence}`"),
        );
    }
    match (&check_in.replaces, check_in.void) {
        (Some(earlier), _) if !ids.contains(earlier.as_str()) => {
            cx.report_at(
                "replaces",
                Code::CheckInReplaces,
                format!("no check-in before this one has the id {}", quote(earlier)),
            );
        }
        (None, true) => cx.report_at(
            "void",
            Code::CheckInReplaces,
            "a check-in that is void withdraws another, so it needs `replaces`",
        ),
        _ => {}
    }
    if let Some(own) = &check_in.id {
        id::check(cx, "id", own);
        if !ids.insert(own) {
            cx.report_at(
                "id",
                Code::IdDuplicate,
                format!("another check-in of this key result has the id {}", quote(own)),
            );
        }
    }
    let seen = Observed::of_check_in(check_in);
    if check_in.void && seen.given().next().is_some() {
        cx.report(
            Code::CheckInShape,
            "a check-in that is void puts nothing in the place of what it withdraws, so it takes no figures",
        );
        return;
    }
    let all: Vec<&Measure> = versions.iter().map(AsRef::as_ref).collect();
    check_figures(&seen, &all, cx);
    for (name, figures) in &check_in.parts {
        let parts: Vec<&Measure> = versions.iter().filter_map(|version| part_of(version, name)).collect();
        cx.name("parts", |cx| {
            cx.key(name, |cx| {
                if parts.is_empty() && versions.iter().any(|version| version.kind() == MeasureKind::Composite) {
                    let message = unknown("part", name, versions.iter().flat_map(|version| part_names(version)), cx);
                    cx.report(Code::CheckInUnknownPart, message);
                } else if !parts.is_empty() {
                    check_figures(&Observed::of_part(check_in, figures), &parts, cx);
                }
            });
        });
    }
}

fn part_of<'m>(measure: &'m Measure, name: &str) -> Option<&'m Measure> {
    match measure {
        Measure::Composite(composite) => composite.parts.get(name),
        _ => None,
    }
}

fn part_names(measure: &Measure) -> impl Iterator<Item = &str> {
    let parts = match measure {
        Measure::Composite(composite) => Some(&composite.parts),
        _ => None,
    };
    parts.into_iter().flat_map(|parts| parts.keys().map(String::as_str))
}

/// Checks figures against every version of a measure: what any of them takes is right.
fn check_figures(seen: &Observed<'_>, versions: &[&Measure], cx: &mut Context) {
    let mut refusal = None;
    for version in versions {
        match version.refuses(seen) {
            None => {
                refusal = None;
                break;
            }
            some => refusal = refusal.or(some),
        }
    }
    if let Some((code, message)) = refusal {
        cx.report(code, message);
        return;
    }
    match (seen.met, seen.of) {
        (None, None) => {}
        (Some(met), Some(of)) if 0.0 <= met && met <= of && of > 0.0 => {}
        (Some(met), Some(of)) => cx.report(Code::CheckInShape, format!("of a batch of `{of}`, `{met}` cannot have met it")),
        (Some(_), None) => cx.report(Code::CheckInShape, "a batch needs `of` beside `met`"),
        (None, Some(_)) => cx.report(Code::CheckInShape, "a batch needs `met` beside `of`"),
    }
    for (member, steps) in [("steps_done", seen.steps_done), ("steps_undone", seen.steps_undone)] {
        for (i, step) in steps.unwrap_or_default().iter().enumerate() {
            let known = versions.iter().copied().flat_map(step_ids);
            if !known.clone().any(|id| id == step) {
                let message = unknown("step", step, known, cx);
                cx.name(member, |cx| cx.index(i, |cx| cx.report(Code::CheckInUnknownStep, message)));
            }
        }
    }
}

fn step_ids(measure: &Measure) -> impl Iterator<Item = &str> + Clone {
    let steps = match measure {
        Measure::Milestones(milestones) => milestones.steps.as_slice(),
        _ => &[],
    };
    steps.iter().map(|step| step.id.as_str())
}

/// The measure in each version the check-ins of a key result may fit.
pub(super) fn versions_of(key_result: &KeyResult) -> Vec<Cow<'_, Measure>> {
    let mut terms = Terms::original(key_result);
    let mut versions = vec![terms.measure.clone()];
    for at in in_order(key_result, all_known()) {
        if let Some(amendment) = key_result.amendments.get(at) {
            terms.amend(&amendment.set, &mut Context::default());
            versions.push(terms.measure.clone());
        }
    }
    versions
}

/// Notes fixed shares that add up to more than 1 on any day, over the key results that count on it.
fn check_share_sum(objective: &Objective, cx: &mut Context) {
    let key_results = &objective.key_results;
    let fixes = |key_result: &KeyResult| key_result.share.is_some() || key_result.amendments.iter().any(|amendment| amendment.set.share.is_some());
    if !key_results.iter().any(fixes) {
        return;
    }
    let changes = key_results.iter().flat_map(|key_result| {
        let stages = key_result.stages.iter().map(|change| change.on);
        stages.chain(key_result.amendments.iter().map(|amendment| amendment.on))
    });
    let days: BTreeSet<Date> = changes.chain([Date::MIN]).collect();
    for day in days {
        let in_force = key_results
            .iter()
            .filter(|key_result| stage_on(key_result.stage, &key_result.stages, day.into()).counts());
        let sum: f64 = in_force.filter_map(|key_result| Terms::in_force(key_result, day.into()).share).sum();
        if nine(sum) > 1.0 {
            let when = if day == Date::MIN { String::new() } else { format!(" from {day}") };
            cx.report(Code::ShareSum, format!("the fixed shares add up to `{}`{when}, more than 1", nine(sum)));
            return;
        }
    }
}

/// Objectives and key results by number.
struct Nodes<'a> {
    objectives: &'a [Objective],
    owner: &'a [usize],
    first: &'a [usize],
}

impl<'a> Nodes<'a> {
    fn key_result(&self, at: usize) -> Option<(usize, usize, &'a KeyResult)> {
        let objective = *self.owner.get(at)?;
        let within = at - self.first.get(objective)?;
        Some((objective, within, self.objectives.get(objective)?.key_results.get(within)?))
    }

    fn id(&self, node: Node) -> &'a str {
        match node {
            Node::Objective(at) => self.objectives.get(at).map_or("", |objective| &objective.id),
            Node::KeyResult(at) => self.key_result(at).map_or("", |(_, _, key_result)| &key_result.id),
        }
    }

    fn within<R>(&self, node: Node, cx: &mut Context, inner: impl FnOnce(&mut Context) -> R) -> R {
        cx.name("objectives", |cx| match node {
            Node::Objective(at) => cx.index(at, inner),
            Node::KeyResult(_) => {
                let (objective, within) = self.place(node);
                cx.index(objective, |cx| cx.name("key_results", |cx| cx.index(within.saturating_sub(1), inner)))
            }
        })
    }

    /// All nodes sorted by id, with what is wrong with the ids noted.
    fn sorted(&self, cx: &mut Context) -> Vec<Node> {
        let objectives = (0..self.objectives.len()).map(Node::Objective);
        let key_results = (0..self.owner.len()).map(Node::KeyResult);
        let mut nodes: Vec<(&str, Node)> = objectives.chain(key_results).map(|node| (self.id(node), node)).collect();
        for (_, node) in &nodes {
            let id = self.id(*node);
            // Most ids are plain: nothing is said, and the path to them need not be built.
            if id.len() > id::MAX_ID_CHARS || id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_graphic()) {
                self.within(*node, cx, |cx| id::check(cx, "id", id));
            }
        }
        // Stable: of those with one id the first in the document stays first.
        nodes.sort_by_key(|(id, node)| (*id, self.place(*node)));
        let twice: BTreeSet<(usize, usize)> = nodes
            .windows(2)
            .filter_map(|pair| match pair {
                [(a, _), (b, node)] if a == b && !a.is_empty() => Some(self.place(*node)),
                _ => None,
            })
            .collect();
        for (_, node) in nodes.iter().filter(|(_, node)| !twice.is_empty() && twice.contains(&self.place(*node))) {
            self.within(*node, cx, |cx| {
                cx.report_at(
                    "id",
                    Code::IdDuplicate,
                    format!("another objective or key result has the id {}", quote(self.id(*node))),
                );
            });
        }
        nodes.into_iter().map(|(_, node)| node).collect()
    }

    /// Where a node stands in the document: its objective, and 0 or its place within.
    fn place(&self, node: Node) -> (usize, usize) {
        match node {
            Node::Objective(at) => (at, 0),
            Node::KeyResult(at) => self.key_result(at).map_or((at, 1), |(objective, within, _)| (objective, within + 1)),
        }
    }

    fn objective_of(&self, node: Node) -> usize {
        self.place(node).0
    }
}

fn check_links(document: &PlanDocument, nodes: &Nodes<'_>, by_id: &[Node], cx: &mut Context) -> Option<Graph> {
    let find = |id: &str| {
        by_id
            .binary_search_by(|node| nodes.id(*node).cmp(id))
            .ok()
            .and_then(|at| by_id.get(at))
            .copied()
    };
    let mut ends = Vec::with_capacity(document.links.len());
    let mut pairs = BTreeSet::new();
    cx.name("links", |cx| {
        for (i, link) in document.links.iter().enumerate() {
            cx.index(i, |cx| {
                check_weight(link.weight, cx);
                if let (Some(starts), Some(end)) = (link.starts, link.ends)
                    && end < starts
                {
                    cx.report_at("ends", Code::DateOrder, format!("the link would start on {starts} and end on {end}"));
                }
                let known = || by_id.iter().map(|node| nodes.id(*node));
                for (member, id) in [("child", &link.child), ("parent", &link.parent)] {
                    if find(id).is_none() {
                        let message = unknown("objective or key result", id, known(), cx);
                        cx.report_at(member, Code::LinkUnknown, message);
                    }
                }
                let (Some(child), Some(parent)) = (find(&link.child), find(&link.parent)) else {
                    return;
                };
                if child == parent {
                    cx.report(Code::LinkSelf, format!("{} is linked to itself", quote(&link.child)));
                } else if nodes.objective_of(child) == nodes.objective_of(parent)
                    && (matches!(child, Node::Objective(_)) || matches!(parent, Node::Objective(_)))
                {
                    cx.report(
                        Code::LinkOwnObjective,
                        format!(
                            "{} and {} are an objective and a key result of its own",
                            quote(&link.child),
                            quote(&link.parent)
                        ),
                    );
                } else if !pairs.insert((child, parent)) {
                    cx.report(
                        Code::LinkDuplicate,
                        format!("{} is linked to {} already", quote(&link.child), quote(&link.parent)),
                    );
                } else {
                    if link.kind == LinkKind::Contributes {
                        check_contribution(nodes, child, parent, cx);
                    }
                    ends.push((i, Ends { child, parent }));
                }
            });
        }
    });
    let complete = ends.len() == document.links.len();
    match Graph::new(nodes.objectives.len(), nodes.owner, ends.iter().map(|(_, ends)| *ends).collect()) {
        Ok(graph) => complete.then_some(graph),
        Err(circles) => {
            for members in circles {
                report_circle(nodes, &members, &ends, cx);
            }
            None
        }
    }
}

fn report_circle(nodes: &Nodes<'_>, members: &[Node], ends: &[(usize, Ends)], cx: &mut Context) {
    // The circle is told from its first link on: between others a key result only belongs to its objective.
    let steps = members.iter().copied().zip(members.iter().copied().cycle().skip(1));
    let link = steps
        .enumerate()
        .find_map(|(at, (child, parent))| ends.iter().find(|(_, ends)| *ends == Ends { child, parent }).map(|(link, _)| (at, *link)));
    let (at, link) = link.unwrap_or_default();
    let ids: Vec<&str> = members.iter().cycle().skip(at).take(members.len()).map(|node| nodes.id(*node)).collect();
    let (way, about) = circle(ids);
    let path = cx.name("links", |cx| cx.index(link, |cx| cx.pointer()));
    cx.push(Issue::new(Code::LinkLoop, path, format!("the links go round in a circle: {way}")).about(about));
}

/// What a contributing link asks of a key result above.
fn check_contribution(nodes: &Nodes<'_>, child: Node, parent: Node, cx: &mut Context) {
    let Node::KeyResult(at) = parent else { return };
    let Some((_, _, parent)) = nodes.key_result(at) else { return };
    let Measure::Children(Children { roll_up, .. }) = &parent.measure else {
        if !is_broken(nodes, Node::KeyResult(at), cx) {
            let kind = parent.measure.kind();
            cx.report(
                Code::LinkNotChildren,
                format!("{} is measured by a `{kind}` of its own, so nothing can contribute to it", quote(&parent.id)),
            );
        }
        return;
    };
    if *roll_up != ChildrenRollUp::Sum || is_broken(nodes, child, cx) {
        return;
    }
    let Some((_, _, key_result)) = (match child {
        Node::KeyResult(at) => nodes.key_result(at),
        Node::Objective(_) => None,
    }) else {
        cx.report(
            Code::LinkUnit,
            format!(
                "the objective {} has no reading that could be added to {}",
                quote(nodes.id(child)),
                quote(&parent.id)
            ),
        );
        return;
    };
    if !key_result.measure.reads_number() {
        let kind = key_result.measure.kind();
        cx.report(
            Code::LinkUnit,
            format!(
                "the reading of {} is no number (a `{kind}` measure), it cannot be added to {}",
                quote(&key_result.id),
                quote(&parent.id)
            ),
        );
        return;
    }
    let (below, above) = (versions_of(key_result), versions_of(parent));
    for (below, above) in below.iter().flat_map(|below| above.iter().map(move |above| (below.unit(), above.unit()))) {
        let same = match (below, above) {
            (None, None) => true,
            (Some(below), Some(above)) => below.is_same(above),
            _ => false,
        };
        if !same {
            let message = format!(
                "{} is in {}, which cannot be added to {} in {}",
                quote(&key_result.id),
                named(below),
                quote(&parent.id),
                named(above)
            );
            cx.report(Code::LinkUnit, message);
            return;
        }
    }
}

fn named(unit: Option<&Unit>) -> String {
    match unit.map(Unit::to_string) {
        Some(name) if !name.is_empty() => quote(&name),
        Some(_) => "plain numbers".to_owned(),
        None => "no unit".to_owned(),
    }
}

fn is_broken(nodes: &Nodes<'_>, node: Node, cx: &Context) -> bool {
    let mut at = Context::default();
    let path = nodes.within(node, &mut at, |cx| cx.name("measure", |cx| cx.pointer()));
    cx.is_broken(&path)
}
