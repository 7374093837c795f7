//! Profiles: the choices on which OKR products disagree, as data.
//!
//! A profile is a document of its own, and the named ones are read by the reader that reads yours. Each says in `cites` which
//! product's published rule it reproduces; nothing in the engine knows a product by name.
//!
//! | name | what it reproduces, as it differs from `default` |
//! |---|---|
//! | `default` | the rules of this library: pace by gap, missing data excluded while running and 0 at the close |
//! | `google` | grades of 0.0–1.0 as published by Google (re:Work): 0.6–0.7 is a success, status by the grade alone |
//! | `viva` | Microsoft Viva Goals: at risk more than 25 points behind, behind from the first point, nothing achieved before the close |
//! | `quantive` | Quantive (Gtmhub): progress unbounded in both directions |
//! | `perdoo` | Perdoo: an objective shows its weakest key result, aspirational goals must reach all of it |
//! | `workfront` | Adobe Workfront Goals: results and aligned goals in one pool, status by progress over expected progress, one parent |
//! | `15five` | 15Five: key results and child objectives count alike, whatever their weight, within the parent's dates |
//! | `servicenow` | ServiceNow Goal Framework: status by progress alone, the worst wins |
//! | `upraise` | UpRaise: on track from 95 % of the expected progress, behind above 75 % |
//! | `engagedly` | Engagedly: steps of a sixth of the whole |
//! | `mooncamp` | Mooncamp: on track from 90 % of the expected progress, behind from 70 % |
//! | `leankit` | Planview LeanKit (AgilePlace): less than ten points behind is on track |
//! | `zokri` | ZOKRI: by the gap relative to what is expected |
//! | `puzzle` | the open-source app Puzzle OKR: no ceiling anywhere |
//! | `okr_tracker` | the open-source app OKR Tracker (Oslo): shown within 0–100 %, missing data as 0 all along |
//! | `notion` | Notion's OKR template: current over target, the start ignored |

mod align;
mod condition;
mod extend;
mod named;
mod pool;
#[cfg(test)]
mod tests;

pub use align::{AlignRules, Limit, PeriodCheck, PeriodRule, RuleSeverity};
use condition::whole;
pub(crate) use condition::{BILLION, Facts, Pace, Tested, billionths, nine};
pub use condition::{Bounds, Condition};
pub use pool::{MixedPool, Pool};

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::id;
use crate::issue::{Code, Issue, Issues};
use crate::plan::{Ambition, FormatVersion, Status};
use crate::wire::{self, Context, Nullable};

wire::words! {
    /// What the roll-up makes of a member without a figure.
    pub enum Missing is "what becomes of missing data" {
        /// It is left out, and the others share its part.
        Exclude = "exclude",
        /// It counts as 0.
        Zero = "zero",
    }
}

wire::words! {
    /// Whether weights and shares count.
    pub enum Weights is "what becomes of weights" {
        /// They do.
        Use = "use",
        /// Each above 0 counts as 1.
        Ignore = "ignore",
    }
}

wire::words! {
    /// What a child of several parents counts in each, as a weight: where readings are added or the least is taken weights do
    /// not count, and the child counts whole in each.
    pub enum MultiParent is "how a child of several parents counts" {
        /// Its full link weight.
        Full = "full",
        /// Link weight × link weight / the sum of its contributing link weights.
        Divide = "divide",
    }
}

wire::words! {
    /// How a number becomes progress.
    pub enum ProgressRule is "how progress is computed" {
        /// F1: (c − s)/(t − s).
        FromStart = "from_start",
        /// c/t for `metric`, `change` and `children` sum, the start ignored. What is expected stays the share of the time gone
        /// (F12), so that work which begins near its target looks ahead of its pace: the rule of the products that have it.
        Ratio = "ratio",
    }
}

wire::words! {
    /// Which terms a key result is judged by.
    pub enum Goalposts is "which goalposts count" {
        /// Those in force on the day.
        InForce = "in_force",
        /// Measure, dates and expected path as they were before any amendment.
        Original = "original",
    }
}

wire::words! {
    /// Where the status of an objective comes from.
    pub enum ObjectiveStatus is "where an objective's status comes from" {
        /// From its own figures.
        Own = "own",
        /// The worst of its members, in the order `missed`, `at_risk`, `behind`, `no_data`, `not_started`, `on_track`, `closed`,
        /// `achieved`.
        Worst = "worst",
    }
}

wire::words! {
    /// What a pace row may say.
    pub enum PaceStatus is "a status of pace" {
        /// As expected or better.
        OnTrack = "on_track",
        /// Less than expected.
        Behind = "behind",
        /// Much less than expected.
        AtRisk = "at_risk",
    }
}

impl From<PaceStatus> for Status {
    fn from(status: PaceStatus) -> Self {
        match status {
            PaceStatus::OnTrack => Self::OnTrack,
            PaceStatus::Behind => Self::Behind,
            PaceStatus::AtRisk => Self::AtRisk,
        }
    }
}

wire::record! {
    /// Bounds of a progress figure; `null` is none.
    pub struct Clamp is "a clamp" {
        /// What is below counts as this.
        floor: Nullable = required;
        /// What is above counts as this.
        cap: Nullable = required;
    }
}

impl Clamp {
    /// The figure within the bounds.
    #[must_use]
    pub fn apply(&self, value: f64) -> f64 {
        let value = self.floor.0.map_or(value, |floor| value.max(floor));
        self.cap.0.map_or(value, |cap| value.min(cap))
    }
}

wire::record! {
    /// Where progress is clamped. A score is within \[0,1\] in every profile.
    pub struct Clamps is "clamps" {
        /// The progress of key results, as it is shown.
        shown: Clamp = required;
        /// What a member brings into a roll-up.
        member: Clamp = required;
        /// The progress of objectives.
        objective: Clamp = required;
    }
}

wire::record! {
    /// The scores of the four levels.
    pub struct Anchors is "anchors" {
        /// At the start.
        fail: f64 = required;
        /// At what was promised.
        commit: f64 = required;
        /// At what was aimed at.
        target: f64 = required;
        /// At the outstanding.
        stretch: f64 = required;
    }
}

wire::record! {
    /// The score from which an objective that is over counts as achieved, by ambition; `null`: it is only closed.
    pub struct Success is "the scores of success" {
        /// Of a promise.
        committed: Nullable = required;
        /// Of a goal one reaches for.
        aspirational: Nullable = required;
        /// Of something to be found out.
        learning: Nullable = required;
    }
}

impl Success {
    /// The score for an ambition.
    #[must_use]
    pub const fn of(&self, ambition: Ambition) -> Option<f64> {
        match ambition {
            Ambition::Committed => self.committed.0,
            Ambition::Aspirational => self.aspirational.0,
            Ambition::Learning => self.learning.0,
        }
    }
}

wire::record! {
    /// One row of the pace table; the first whose condition holds decides.
    pub struct PaceRow is "a pace row" {
        /// The status it gives.
        status: PaceStatus = required;
        /// When it holds; the last row has none and always holds.
        when: Option<Condition> = optional;
    }
}

impl PaceRow {
    /// Whether it tests nothing.
    fn always_holds(&self) -> bool {
        self.when.as_ref().is_none_or(|when| when.tests().next().is_none())
    }
}

wire::record! {
    /// One grade band.
    pub struct GradeBand is "a grade band" {
        /// The least grade of the band.
        from: f64 = required;
        /// Its name.
        band: String = required;
    }
}

wire::record! {
    /// F14: how scores become grades.
    pub struct Grading is "how grades are made" {
        /// To how many decimals a score is rounded, 0 to 9, half up.
        decimals: f64 = required;
        /// The bands, rising; a grade belongs to the last one it reaches.
        bands: Vec<GradeBand> = required;
    }
}

wire::record! {
    /// A profile: every choice on which products disagree.
    pub struct Profile is "a profile" {
        /// The version of the profile format.
        okrkit_profile: FormatVersion = written;
        /// Its name.
        id: String = required;
        /// Where its rules are published.
        cites: Option<String> = optional;
        /// Where progress is clamped.
        clamp: Clamps = required;
        /// What becomes of missing data until the member's last day.
        missing: Missing = required;
        /// What becomes of missing data from the day after.
        missing_at_close: Missing = required;
        /// What an objective's figures are made of.
        pool: Pool = required;
        /// Whether weights count.
        weights: Weights = required;
        /// What a child of several parents counts in each.
        multi_parent: MultiParent = required;
        /// How a number becomes progress.
        progress: ProgressRule = required;
        /// The scores of the levels.
        anchors: Anchors = required;
        /// Which terms a key result is judged by.
        goalposts: Goalposts = required;
        /// Where the status of an objective comes from.
        objective_status: ObjectiveStatus = required;
        /// Whether a node that is complete counts as achieved while it runs.
        achieve_running: bool = required;
        /// The scores of success.
        success: Success = required;
        /// The pace table.
        pace: Vec<PaceRow> = required;
        /// How grades are made.
        grade: Grading = required;
        /// The grades that show a goal was well set, lowest and highest.
        sweet_spot: Vec<f64> = required;
        /// The alignment rules.
        align: AlignRules = required;
    }
}

impl Profile {
    /// The names of the profiles that okrkit brings, `default` first.
    #[must_use]
    pub fn names() -> impl ExactSizeIterator<Item = &'static str> {
        named::ALL.iter().map(|(name, _)| *name)
    }

    /// A profile that okrkit brings, by name.
    ///
    /// # Errors
    /// [`Code::ProfileUnknown`] where there is none of that name.
    pub fn named(name: &str) -> Result<Self, Issues> {
        let text = named::text(name).ok_or_else(|| Issues::from_vec(vec![unknown("", name)]))?;
        read(text)
    }

    /// Whether okrkit brings a profile of that name.
    #[must_use]
    pub fn is_named(name: &str) -> bool {
        named::text(name).is_some()
    }

    /// F14: a score rounded to nine decimals, then to the grade's decimals, half up on the decimal digits.
    ///
    /// Worked: 0.65 is 0.7, and so is the mean of 0.6 and 0.7, whatever its last bits.
    #[must_use]
    pub fn grade_of(&self, score: f64) -> f64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to the range of the type just before"
        )]
        let (nano, decimals) = (whole(score.clamp(0.0, 1.0) * 1e9) as u64, self.grade.decimals.clamp(0.0, 9.0) as u32);
        let unit = 10_u64.pow(9 - decimals);
        #[expect(clippy::cast_precision_loss, reason = "no more than ten digits")]
        let grade = ((nano + unit / 2) / unit) as f64;
        grade / f64::from(10_u32.pow(decimals))
    }

    /// The band a grade belongs to: the last one it reaches.
    #[must_use]
    pub fn band_of(&self, grade: f64) -> Option<&str> {
        self.band_at(grade).and_then(|at| self.grade.bands.get(at)).map(|band| band.band.as_str())
    }

    /// The place of that band.
    pub(crate) fn band_at(&self, grade: f64) -> Option<usize> {
        let grade = nine(grade);
        self.grade.bands.iter().rposition(|band| nine(band.from) <= grade)
    }

    fn check(&self, cx: &mut Context) {
        if !cx.is_lost("id") {
            id::check(cx, "id", &self.id);
        }
        cx.name("clamp", |cx| {
            for (name, clamp) in [
                ("shown", &self.clamp.shown),
                ("member", &self.clamp.member),
                ("objective", &self.clamp.objective),
            ] {
                if let (Some(floor), Some(cap)) = (clamp.floor.0, clamp.cap.0)
                    && floor > cap
                {
                    cx.report_at(name, Code::ProfileClamp, format!("the floor `{floor}` is above the cap `{cap}`"));
                }
            }
        });
        let anchors = [0.0, self.anchors.fail, self.anchors.commit, self.anchors.target, self.anchors.stretch, 1.0];
        // Of what is broken only a default stands here, and says nothing of the rest.
        if !anchors.is_sorted() && !cx.is_broken_within("anchors") {
            cx.report_at(
                "anchors",
                Code::ProfileAnchors,
                "the anchors do not rise from `fail` to `stretch` within 0 and 1",
            );
        }
        cx.name("success", |cx| {
            for (name, score) in [
                ("committed", self.success.committed),
                ("aspirational", self.success.aspirational),
                ("learning", self.success.learning),
            ] {
                if score.0.is_some_and(|score| !(0.0..=1.0).contains(&score)) {
                    cx.report_at(
                        name,
                        Code::ScoreRange,
                        format!("a score is within 0 and 1, found `{}`", score.0.unwrap_or_default()),
                    );
                }
            }
        });
        let open: Vec<usize> = self.pace.iter().enumerate().filter(|(_, row)| row.always_holds()).map(|(i, _)| i).collect();
        if open != [self.pace.len().wrapping_sub(1)] && !cx.is_broken_within("pace") {
            cx.report_at("pace", Code::ProfilePace, "the last pace row, and only the last, has no `when`");
        }
        cx.name("pace", |cx| {
            for (i, row) in self.pace.iter().enumerate() {
                let unbounded = row.when.iter().flat_map(Condition::tests).filter(|(_, bounds)| bounds.is_empty());
                for (tested, _) in unbounded {
                    cx.index(i, |cx| {
                        cx.name("when", |cx| {
                            if cx.is_broken_within(tested.as_str()) {
                                return;
                            }
                            let message = format!(
                                "`{}` is tested against nothing, give `above`, `at_least`, `below` or `at_most`",
                                tested.as_str()
                            );
                            cx.report_at(tested.as_str(), Code::ProfilePace, message);
                        });
                    });
                }
            }
        });
        cx.name("grade", |cx| {
            if self.grade.decimals.fract() != 0.0 || !(0.0..=9.0).contains(&self.grade.decimals) {
                cx.report_at(
                    "decimals",
                    Code::NumberRange,
                    format!("`decimals` is a whole number from 0 to 9, found `{}`", self.grade.decimals),
                );
            }
            if !self.grade.bands.is_sorted_by(|a, b| a.from < b.from) && !cx.is_broken_within("bands") {
                cx.report_at("bands", Code::ProfileBands, "the bands do not rise by `from`");
            }
        });
        let is_range = matches!(*self.sweet_spot, [low, high] if 0.0 <= low && low <= high && high <= 1.0);
        if !is_range && !cx.is_broken_within("sweet_spot") {
            cx.report_at(
                "sweet_spot",
                Code::ProfileSweetSpot,
                "the sweet spot is two scores within 0 and 1, the lower first",
            );
        }
        cx.name("align", |cx| {
            for (name, limit) in [("depth", &self.align.depth), ("fan_out", &self.align.fan_out)] {
                if limit.max < 0.0 {
                    cx.name(name, |cx| {
                        cx.report_at("max", Code::NumberRange, format!("`max` is 0 or more, found `{}`", limit.max));
                    });
                }
            }
        });
    }
}

/// The problem of a profile name that okrkit does not have.
pub(crate) fn unknown(path: &str, name: &str) -> Issue {
    let names: Vec<&str> = Profile::names().collect();
    Issue::new(Code::ProfileUnknown, path, wire::outside(name, "a profile okrkit brings", &names))
}

/// Reads a profile of your own.
///
/// With `"extends": "viva"` it says only what differs from a named profile: fields that are absent are taken from there,
/// objects field by field, lists as a whole.
///
/// ```
/// let profile = okrkit::profile::read(r#"{"okrkit_profile": 1, "id": "ours", "extends": "viva", "missing": "zero"}"#)?;
/// assert_eq!(profile.missing, okrkit::profile::Missing::Zero);
/// assert!(!profile.achieve_running, "as in viva");
/// # Ok::<(), okrkit::Issues>(())
/// ```
///
/// # Errors
/// Every problem of the document at once.
pub fn read(text: &str) -> Result<Profile, Issues> {
    let (whole, problems) = match extend::extended(text)? {
        Some(extended) => (Cow::Owned(extended.text), extended.problems),
        None => (Cow::Borrowed(text), Vec::new()),
    };
    crate::document::read_with(&whole, problems, |profile: &Profile| profile.okrkit_profile, "okrkit_profile", Profile::check)
}

/// Reads a profile from bytes that should be UTF-8.
///
/// ```
/// let issues = okrkit::profile::read_bytes(b"{\"id\": \"\xff\"}").unwrap_err();
/// let place = issues.iter().next().and_then(|issue| issue.position).ok_or("no place")?;
/// assert_eq!((place.line, place.column), (1, 9));
/// # Ok::<(), &str>(())
/// ```
///
/// # Errors
/// As [`read`]; bytes that are not UTF-8 are [`Code::DocumentSyntax`].
pub fn read_bytes(bytes: &[u8]) -> Result<Profile, Issues> {
    read(crate::document::text_of(bytes)?)
}

/// All named profiles, by name.
///
/// ```
/// assert_eq!(okrkit::profile::all().len(), 16);
/// ```
#[must_use]
pub fn all() -> BTreeMap<&'static str, Profile> {
    Profile::names()
        .filter_map(|name| Profile::named(name).ok().map(|profile| (name, profile)))
        .collect()
}
