//! What a meeting has to talk about.

mod monthly;
mod weekly;

use serde::{Deserialize, Serialize};

use super::{StalenessPolicy, as_days, people_of};
use crate::explain::StepValue;
use crate::plan::{Node, Plan, Stage};
use crate::profile::Profile;
use crate::score::{Line, Scorecard, evaluate};
use crate::time::{AsOf, Date};
use crate::wire;

wire::words! {
    /// Which meeting an agenda is for.
    pub enum AgendaKind is "a kind of agenda" {
        /// Short and about the last days: wins, what fell behind, old news, blockers, decisions.
        Weekly = "weekly",
        /// About where it is going: trend, confidence, targets at risk, alignment.
        Monthly = "monthly",
    }
}

wire::words! {
    /// A part of an agenda. Those of a weekly one come first, in the order in which they are talked about.
    pub enum AgendaSection is "a section of an agenda" {
        /// What came about.
        Wins = "wins",
        /// What stands worse than before.
        FellBehind = "fell_behind",
        /// What nobody has said anything of.
        Stale = "stale",
        /// What stands in the way.
        Blockers = "blockers",
        /// What is to be decided.
        Decisions = "decisions",
        /// Progress then, now, and as expected.
        Trend = "trend",
        /// Where the owners became more or less sure.
        Confidence = "confidence",
        /// What is likely to be missed.
        AtRisk = "at_risk",
        /// What the alignment rules find.
        Alignment = "alignment",
    }
}

wire::words! {
    /// What an item of an agenda is about; it says what `from`, `to`, `on` and `text` are.
    pub enum AgendaWhat is "what an item of an agenda is about" {
        /// Progress reached 1: from the progress then to that of now.
        Reached = "reached",
        /// The status is better: from the one then to that of now.
        StatusImproved = "status_improved",
        /// A step was done: `to` is its id, `text` the part of a composite it belongs to.
        StepDone = "step_done",
        /// The status is worse: from the one then to that of now.
        StatusWorsened = "status_worsened",
        /// The news are stale: `from` is the day of the last check-in, `to` how many days ago that was.
        NewsStale = "news_stale",
        /// A check-in is overdue, though the news are not stale: `from` is the day since which, `to` for how many slots.
        CheckInOverdue = "check_in_overdue",
        /// Something stands in the way: `text` says what, `on` since which check-in.
        Blocker = "blocker",
        /// A decision is open: `text` says what, `on` by when.
        DecisionDue = "decision_due",
        /// Progress of an objective: from the one then to that of now; `expected` is what is expected by now.
        Progress = "progress",
        /// The owners are surer: from the confidence then to that of now.
        ConfidenceRose = "confidence_rose",
        /// The owners are less sure, likewise.
        ConfidenceFell = "confidence_fell",
        /// The status says so: from the progress of now to the score of success.
        StatusAtRisk = "status_at_risk",
        /// At the rate of the last weeks it ends short: from the progress it would end at to the score of success.
        RunRateLow = "run_rate_low",
        /// An alignment rule: `text` is the message.
        Misaligned = "misaligned",
    }
}

/// What goes on an agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct AgendaPolicy {
    /// How many days back the last weekly meeting was. 7 by default.
    pub weekly_days: f64,
    /// How many days back the last monthly meeting was. 28 by default, so that both fall on one day of the week.
    pub monthly_days: f64,
    /// How many days ahead decisions are told. 7 by default.
    pub decision_days: f64,
    /// The least move of a confidence that is told. 0.2 by default: a step of 0.1 is often no more than a mood.
    pub confidence_move: f64,
    /// The least part of the score of success that a run rate has to lead to. 1 by default.
    pub run_rate_at_least: f64,
    /// When news are stale.
    pub staleness: StalenessPolicy,
}

wire::settings! {
    AgendaPolicy is "a policy of agendas" {
        weekly_days in wire::DAYS,
        monthly_days in wire::DAYS,
        decision_days in wire::DAYS,
        confidence_move in wire::SHARE,
        run_rate_at_least in wire::FROM_0,
        staleness,
    }
}

impl Default for AgendaPolicy {
    fn default() -> Self {
        Self {
            weekly_days: 7.0,
            monthly_days: 28.0,
            decision_days: 7.0,
            confidence_move: 0.2,
            run_rate_at_least: 1.0,
            staleness: StalenessPolicy::default(),
        }
    }
}

/// One thing to talk about.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AgendaItem {
    /// Where it belongs.
    pub section: AgendaSection,
    /// What it is about.
    pub what: AgendaWhat,
    /// The id of the objective or key result.
    pub node: String,
    /// What was before; see [`AgendaWhat`].
    pub from: StepValue,
    /// What is now.
    pub to: StepValue,
    /// For progress: what is expected by now.
    pub expected: Option<f64>,
    /// The day it is about, where there is one.
    pub on: Option<Date>,
    /// Words of the plan, or of a finding.
    pub text: Option<String>,
    /// Who is to speak about it: who decides or who said so, else the owners.
    pub people: Vec<String>,
}

/// What a meeting has to talk about, section by section.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Agenda {
    /// Which meeting.
    pub kind: AgendaKind,
    /// The day it is compared with: that of the meeting before.
    pub since: Date,
    /// The day of the meeting.
    pub as_of: AsOf,
    /// In the order of the sections, within one in that of the document (decisions by the day they are due).
    pub items: Vec<AgendaItem>,
}

impl Agenda {
    /// The items of one section.
    pub fn section(&self, section: AgendaSection) -> impl Iterator<Item = &AgendaItem> {
        self.items.iter().filter(move |item| item.section == section)
    }
}

/// What a meeting on a day has to talk about, from the plan alone.
///
/// **Weekly**, against the figures of `weekly_days` before: *wins* come first: what reached 1, whose status improved (at risk →
/// behind → on track → achieved), steps done. Then what *fell behind* by status; what is *stale*, or overdue for a check-in;
/// the *blockers* of latest check-ins; *decisions* that are open and due within `decision_days`, overdue ones first.
///
/// **Monthly**, against `monthly_days` before: the *trend* of each objective that is under way; moves of *confidence*; key results
/// *at risk*: by status, or because at the rate of those weeks they end short of success; and *alignment* findings.
///
/// Worked: on 2026-03-01 a key result of 2026-01-01 … 2026-04-01 is at 0.5, and was at 0.4 28 days ago. In the 31 days left it
/// gains 31 × 0.1/28 = 0.111 at that rate, and ends at 0.611, short of 0.7.
///
/// ```
/// use okrkit::rhythm::{AgendaKind, AgendaPolicy, AgendaWhat};
/// use okrkit::{Date, Profile};
/// let plan = okrkit::read(r#"{"okrkit": 1, "id": "p", "cycles": [{"id": "c", "starts": "2026-01-01", "ends": "2026-03-31"}],
///   "objectives": [{"id": "o", "title": "O", "cycle": "c", "key_results": [
///     {"id": "k", "title": "K", "measure": {"kind": "metric", "start": 0, "target": 10}, "owners": [{"who": "amal"}],
///      "check_ins": [{"on": "2026-02-12", "value": 8, "blocker": "no budget"}]}]}]}"#)?;
/// let (profile, day) = (Profile::named("default")?, Date::new(2026, 2, 14)?);
/// let agenda = okrkit::agenda(&plan, &profile, day, AgendaKind::Weekly, &AgendaPolicy::default());
/// let item = agenda.items.first().ok_or("nothing")?;
/// assert_eq!((item.what, item.text.as_deref(), &item.people[..]), (AgendaWhat::Blocker, Some("no budget"), &["amal".to_owned()][..]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Takes two evaluations, and time in proportion to slots and check-ins.
#[must_use]
pub fn agenda(plan: &Plan, profile: &Profile, as_of: impl Into<AsOf>, kind: AgendaKind, policy: &AgendaPolicy) -> Agenda {
    let as_of = as_of.into();
    let days = as_days(match kind {
        AgendaKind::Weekly => policy.weekly_days,
        AgendaKind::Monthly => policy.monthly_days,
    });
    let since = as_of.on.add_days(-days).unwrap_or(Date::MIN);
    // Told as it looked then by what is known now: a correction since then is no news of its own.
    let then = evaluate(plan, profile, AsOf { on: since, ..as_of });
    let now = evaluate(plan, profile, as_of);
    let meeting = Meeting {
        plan,
        policy,
        since,
        as_of,
        then: &then,
        now: &now,
    };
    Agenda {
        kind,
        since,
        as_of,
        items: match kind {
            AgendaKind::Weekly => meeting.weekly(),
            AgendaKind::Monthly => meeting.monthly(),
        },
    }
}

/// What an agenda is made of.
struct Meeting<'a> {
    plan: &'a Plan,
    policy: &'a AgendaPolicy,
    since: Date,
    as_of: AsOf,
    then: &'a Scorecard,
    now: &'a Scorecard,
}

impl<'a> Meeting<'a> {
    /// The figures of a node then and now.
    fn lines(&self, node: Node) -> Option<(&'a Line, &'a Line)> {
        Some((self.then.sheet().node(node)?, self.now.sheet().node(node)?))
    }

    /// Nodes that count today, each objective before its key results: neither drafts nor dropped, and no part of one.
    fn nodes(&self) -> impl Iterator<Item = Node> {
        let counts = |node| self.now.sheet().node(node).is_some_and(|line| line.stage.counts());
        crate::compare::nodes(self.plan).filter(move |node| counts(*node) && counts(self.objective_of(*node)))
    }

    fn objective_of(&self, node: Node) -> Node {
        match node {
            Node::Objective(_) => node,
            Node::KeyResult(at) => self.plan.owner_of(at).map_or(node, Node::Objective),
        }
    }

    /// Whether a node that counts is under way today.
    fn is_running(&self, node: Node) -> bool {
        [node, self.objective_of(node)].iter().all(|node| {
            let line = self.now.sheet().node(*node);
            line.is_some_and(|line| line.stage == Stage::Active && (line.starts..=line.ends).contains(&self.as_of.on))
        })
    }

    fn people(&self, node: Node) -> Vec<String> {
        match node {
            Node::Objective(at) => self.plan.objective_at(at).map(|objective| people_of(objective, None)),
            Node::KeyResult(at) => self
                .plan
                .key_result_at(at)
                .map(|(objective, key_result)| people_of(objective, Some(key_result))),
        }
        .unwrap_or_default()
    }

    /// An item about a node, with nothing in it yet.
    fn item(&self, section: AgendaSection, what: AgendaWhat, node: Node) -> AgendaItem {
        AgendaItem {
            section,
            what,
            node: self.plan.id_of(node).to_owned(),
            from: StepValue::None,
            to: StepValue::None,
            expected: None,
            on: None,
            text: None,
            people: self.people(node),
        }
    }
}
