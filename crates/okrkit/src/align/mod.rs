//! The alignment rules: what a profile says about links, beyond what makes a plan valid.
//!
//! None of them ever stops a plan from being read; [`findings`] reports what a profile asks to be looked for, on a day.

mod double_count;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::issue::{Code, Issue, Severity, quote};
use crate::plan::{KeyResult, Link, LinkKind, Node, Plan, Terms, stage_on};
use crate::profile::{AlignRules, PeriodRule, Profile};
use crate::time::{AsOf, Date};

/// One rule of the table.
struct Rule {
    severity: fn(&AlignRules) -> Option<Severity>,
    find: fn(&View<'_>, &mut Vec<Issue>),
}

/// The rules, in the order in which findings are listed. What each means, and an example of what to do, is in its [`Code`].
const RULES: &[Rule] = &[
    Rule {
        severity: |rules| rules.level.severity(),
        find: levels,
    },
    Rule {
        severity: |rules| rules.period.severity.severity(),
        find: periods,
    },
    Rule {
        severity: |rules| rules.parents.severity(),
        find: parents,
    },
    Rule {
        severity: |rules| rules.depth.severity.severity(),
        find: depth,
    },
    Rule {
        severity: |rules| rules.fan_out.severity.severity(),
        find: fan_out,
    },
    Rule {
        severity: |rules| rules.orphan.severity(),
        find: orphans,
    },
    Rule {
        severity: |rules| rules.double_count.severity(),
        find: double_count::double_counts,
    },
];

/// What the alignment rules of a profile find in a plan on a day, rule by rule in the order of the document.
///
/// Links count while they are there; draft and dropped objectives and key results, and links that end at one, are not looked
/// at.
///
/// ```
/// use okrkit::{Code, Date, Profile};
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"}],
///   "teams": [{"id": "top", "title": "Top"}, {"id": "low", "title": "Low", "parent": "top"}],
///   "objectives": [{"id": "o", "title": "O", "cycle": "c", "team": "low"}]}"#)?;
/// let found = okrkit::align::findings(&plan, &Profile::named("default")?, Date::new(2026, 2, 1)?);
/// assert_eq!(found.iter().map(|issue| issue.code).collect::<Vec<_>>(), [Code::AlignOrphan]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn findings(plan: &Plan, profile: &Profile, as_of: impl Into<AsOf>) -> Vec<Issue> {
    let view = View::new(plan, profile, as_of.into());
    let mut out = Vec::new();
    for rule in RULES {
        if let Some(severity) = (rule.severity)(&profile.align) {
            let before = out.len();
            (rule.find)(&view, &mut out);
            for issue in out.iter_mut().skip(before) {
                issue.severity = severity;
            }
        }
    }
    out
}

/// The plan as the rules see it on the day.
struct View<'a> {
    plan: &'a Plan,
    profile: &'a Profile,
    as_of: AsOf,
    /// Of each link: whether it is there and both its ends count.
    live: Vec<bool>,
    /// Of each objective: whether it counts.
    objectives: Vec<bool>,
    /// Of each key result: whether it and its objective count.
    key_results: Vec<bool>,
}

impl<'a> View<'a> {
    fn new(plan: &'a Plan, profile: &'a Profile, as_of: AsOf) -> Self {
        let counts = |at: usize| {
            let is_undated = plan.facts_of(at).is_some_and(|facts| facts.is_undated);
            is_undated
                || plan
                    .objective_at(at)
                    .is_some_and(|objective| stage_on(objective.stage, &objective.stages, as_of).counts())
        };
        let objectives: Vec<bool> = (0..plan.n_objectives()).map(counts).collect();
        let key_results = (0..plan.n_key_results()).map(|at| {
            let owner = plan.owner_of(at).and_then(|owner| objectives.get(owner));
            let counts = |(_, own): (_, &KeyResult)| stage_on(own.stage, &own.stages, as_of).counts();
            owner == Some(&true) && (plan.is_plain(at) || plan.key_result_at(at).is_some_and(counts))
        });
        let key_results = key_results.collect();
        let mut view = Self {
            plan,
            profile,
            as_of,
            live: Vec::new(),
            objectives,
            key_results,
        };
        view.live = plan
            .links()
            .iter()
            .enumerate()
            .map(|(at, link)| link.holds_on(as_of.on) && view.ends(at).is_some_and(|(child, parent)| view.counts(child) && view.counts(parent)))
            .collect();
        view
    }

    fn ends(&self, link: usize) -> Option<(Node, Node)> {
        self.plan.graph().ends(link).map(|ends| (ends.child, ends.parent))
    }

    fn counts(&self, node: Node) -> bool {
        let counts = match node {
            Node::Objective(at) => self.objectives.get(at),
            Node::KeyResult(at) => self.key_results.get(at),
        };
        counts == Some(&true)
    }

    fn objective(&self, node: Node) -> Option<usize> {
        match node {
            Node::Objective(at) => Some(at),
            Node::KeyResult(at) => self.plan.owner_of(at),
        }
    }

    fn nodes(&self) -> impl Iterator<Item = Node> + use<> {
        (0..self.plan.n_objectives())
            .map(Node::Objective)
            .chain((0..self.plan.n_key_results()).map(Node::KeyResult))
    }

    /// The links that are there, with child and parent.
    fn links(&self) -> impl Iterator<Item = (usize, &Link, Node, Node)> {
        self.plan
            .links()
            .iter()
            .enumerate()
            .filter(|(at, _)| self.live.get(*at) == Some(&true))
            .filter_map(|(at, link)| self.ends(at).map(|(child, parent)| (at, link, child, parent)))
    }

    fn up(&self, node: Node) -> impl Iterator<Item = (usize, Node)> {
        self.plan
            .graph()
            .up(node)
            .filter(|at| self.live.get(*at) == Some(&true))
            .filter_map(|at| self.ends(at).map(|(_, parent)| (at, parent)))
    }

    fn n_down(&self, node: Node) -> usize {
        self.plan.graph().down(node).filter(|at| self.live.get(*at) == Some(&true)).count()
    }

    fn id(&self, node: Node) -> String {
        self.plan.id_of(node).to_owned()
    }

    fn team(&self, node: Node) -> Option<usize> {
        self.objective(node).and_then(|at| self.plan.team_of(at))
    }

    fn period(&self, node: Node) -> Option<(Date, Date)> {
        let period = self.plan.facts_of(self.objective(node)?)?.period;
        match node {
            Node::KeyResult(at) if !self.plan.is_plain(at) => {
                let (_, key_result) = self.plan.key_result_at(at)?;
                Some(Terms::in_force(key_result, self.as_of).period(period))
            }
            Node::Objective(_) | Node::KeyResult(_) => Some(period),
        }
    }

    fn path(&self, node: Node) -> String {
        match (node, self.objective(node)) {
            (Node::KeyResult(at), Some(owner)) => format!("/objectives/{owner}/key_results/{}", at - self.plan.first_of(owner)),
            (_, owner) => format!("/objectives/{}", owner.unwrap_or_default()),
        }
    }

    fn at_link(&self, code: Code, link: usize, child: Node, parent: Node, message: String) -> Issue {
        Issue::new(code, format!("/links/{link}"), message).about([self.id(child), self.id(parent)])
    }

    fn at_node(&self, code: Code, node: Node, message: String) -> Issue {
        Issue::new(code, self.path(node), message).about([self.id(node)])
    }
}

/// Of each team: the span of numbers that it and the teams below it have, when they are numbered down the tree.
fn spans_of_teams(plan: &Plan) -> Vec<Range<usize>> {
    let n_teams = plan.teams().len();
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); n_teams];
    let mut to_do = Vec::new();
    for team in 0..n_teams {
        match plan.team_above(team).and_then(|above| below.get_mut(above)) {
            Some(below) => below.push(team),
            None => to_do.push(Pass::Down(team)),
        }
    }
    let mut spans = vec![0..0; n_teams];
    let mut number = 0;
    while let Some(pass) = to_do.pop() {
        match pass {
            Pass::Down(team) => {
                spans.get_mut(team).into_iter().for_each(|span| span.start = number);
                number += 1;
                to_do.push(Pass::Up(team));
                to_do.extend(below.get(team).into_iter().flatten().copied().map(Pass::Down));
            }
            Pass::Up(team) => spans.get_mut(team).into_iter().for_each(|span| span.end = number),
        }
    }
    spans
}

/// A way through the tree of teams passes each twice.
enum Pass {
    Down(usize),
    Up(usize),
}

fn levels(view: &View<'_>, out: &mut Vec<Issue>) {
    let spans = spans_of_teams(view.plan);
    let stands_above = |a: usize, b: usize| match (spans.get(a), spans.get(b)) {
        (Some(a), Some(b)) => a.start < b.start && b.end <= a.end,
        _ => false,
    };
    for (at, _, child, parent) in view.links() {
        let (Some(own), Some(above)) = (view.team(child), view.team(parent)) else {
            continue;
        };
        if stands_above(own, above) {
            let name = |team: usize| view.plan.teams().get(team).map_or("", |team| team.id.as_str());
            let message = format!(
                "{} of team {} is linked below {} of team {}, which stands lower",
                quote(&view.id(child)),
                quote(name(own)),
                quote(&view.id(parent)),
                quote(name(above))
            );
            out.push(view.at_link(Code::AlignLevel, at, child, parent, message));
        }
    }
}

fn periods(view: &View<'_>, out: &mut Vec<Issue>) {
    // A key result may have many amendments and many children: its dates are looked up once.
    let mut known = BTreeMap::new();
    let mut period = |node| *known.entry(node).or_insert_with(|| view.period(node));
    for (at, _, child, parent) in view.links() {
        let (Some(own), Some(above)) = (period(child), period(parent)) else {
            continue;
        };
        let fits = match view.profile.align.period.rule {
            PeriodRule::Free => true,
            PeriodRule::Overlap => own.0 <= above.1 && above.0 <= own.1,
            PeriodRule::Within => above.0 <= own.0 && own.1 <= above.1,
        };
        if !fits {
            let asked = if view.profile.align.period.rule == PeriodRule::Within {
                "is not within"
            } else {
                "does not overlap"
            };
            let message = format!(
                "{} ({} to {}) {asked} {} ({} to {})",
                quote(&view.id(child)),
                own.0,
                own.1,
                quote(&view.id(parent)),
                above.0,
                above.1
            );
            out.push(view.at_link(Code::AlignPeriod, at, child, parent, message));
        }
    }
}

fn parents(view: &View<'_>, out: &mut Vec<Issue>) {
    for node in view.nodes() {
        let above: Vec<Node> = view.up(node).map(|(_, parent)| parent).collect();
        if above.len() > 1 {
            let names = above.iter().map(|parent| quote(&view.id(*parent))).collect::<Vec<_>>().join(", ");
            let issue = view.at_node(
                Code::AlignParents,
                node,
                format!("{} has {} parents: {names}", quote(&view.id(node)), above.len()),
            );
            out.push(issue.about([node].into_iter().chain(above).map(|node| view.id(node))));
        }
    }
}

/// Of each node: how many levels of linked nodes there are down to it, 1 at the top. A key result stands on its objective's.
fn levels_down(view: &View<'_>) -> BTreeMap<Node, usize> {
    let mut depth = BTreeMap::new();
    for node in view.plan.graph().order().rev() {
        let owner = match node {
            Node::KeyResult(at) => view.plan.owner_of(at).and_then(|owner| depth.get(&Node::Objective(owner)).copied()),
            Node::Objective(_) => None,
        };
        let above = view.up(node).filter_map(|(_, parent)| depth.get(&parent)).max().map(|above| above + 1);
        depth.insert(node, owner.max(above).unwrap_or(1));
    }
    depth
}

fn depth(view: &View<'_>, out: &mut Vec<Issue>) {
    let depth = levels_down(view);
    for node in view.nodes() {
        #[expect(clippy::cast_precision_loss, reason = "levels are few")]
        let levels = depth.get(&node).copied().unwrap_or(1) as f64;
        // Told once for a branch: where the level is first exceeded, of nodes that are linked themselves.
        let above = view.up(node).filter_map(|(_, parent)| depth.get(&parent)).max();
        #[expect(clippy::cast_precision_loss, reason = "levels are few")]
        let first = above.is_some_and(|above| *above as f64 <= view.profile.align.depth.max);
        if levels > view.profile.align.depth.max && first {
            let message = format!(
                "{} stands on level {levels}, at most {} are allowed",
                quote(&view.id(node)),
                view.profile.align.depth.max
            );
            out.push(view.at_node(Code::AlignDepth, node, message));
        }
    }
}

fn fan_out(view: &View<'_>, out: &mut Vec<Issue>) {
    for node in view.nodes() {
        let children = view.n_down(node);
        #[expect(clippy::cast_precision_loss, reason = "children are few")]
        if children as f64 > view.profile.align.fan_out.max {
            let message = format!(
                "{} has {children} children, at most {} are allowed",
                quote(&view.id(node)),
                view.profile.align.fan_out.max
            );
            out.push(view.at_node(Code::AlignFanOut, node, message));
        }
    }
}

fn orphans(view: &View<'_>, out: &mut Vec<Issue>) {
    for at in 0..view.plan.n_objectives() {
        let node = Node::Objective(at);
        let team = view.plan.team_of(at);
        let below_top = team.and_then(|team| view.plan.team_above(team)).is_some();
        let mut own = view.plan.key_results_of(at).map(Node::KeyResult).chain([node]);
        if view.counts(node) && below_top && !own.any(|node| view.up(node).next().is_some()) {
            let team = team.and_then(|team| view.plan.teams().get(team)).map_or("", |team| &team.id);
            out.push(view.at_node(
                Code::AlignOrphan,
                node,
                format!("{} of team {} is linked to nothing above", quote(view.plan.id_of(node)), quote(team)),
            ));
        }
    }
}

/// The nodes a node contributes to directly: its objective, and the parents of contributing links.
fn contributes_to(view: &View<'_>, node: Node) -> Vec<Node> {
    let owner = match node {
        Node::KeyResult(at) => view.plan.owner_of(at).map(Node::Objective),
        Node::Objective(_) => None,
    };
    let links = view
        .up(node)
        .filter(|(at, _)| view.plan.links().get(*at).is_some_and(|link| link.kind == LinkKind::Contributes));
    owner.into_iter().chain(links.map(|(_, parent)| parent)).collect()
}
