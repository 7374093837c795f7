/// What a [`Step`](super::Step) says.
///
/// Its word is the step's name in JSON; its sentence stands in one table a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Say {
    /// `progress`: the progress of a node.
    Progress,
    /// `no_figure`: why a node has no progress.
    NoFigure,
    /// `no_expected`: why nothing is expected of a group.
    NoExpected,
    /// `metric`: progress from start to target.
    Metric,
    /// `ratio`: progress as reading over target.
    Ratio,
    /// `change_target`: the target of a change.
    ChangeTarget,
    /// `threshold`: a threshold judged by its latest reading.
    Threshold,
    /// `threshold_share`: a threshold judged by a share.
    ThresholdShare,
    /// `judged`: one check-in against the bounds.
    Judged,
    /// `batch`: a batch of which some met the bounds.
    Batch,
    /// `slot`: a slot against the bounds, by its latest check-in.
    Slot,
    /// `slot_gap`: slots without a check-in, which count as unmet.
    SlotGap,
    /// `exact`: a number to be hit.
    Exact,
    /// `bands`: a score read off bands.
    Bands,
    /// `levels`: a score read off levels.
    Levels,
    /// `zone`: a zone named.
    Zone,
    /// `milestones`: weighted steps.
    Milestones,
    /// `done`: done or not.
    Done,
    /// `events`: occurrences.
    Events,
    /// `event`: one occurrence.
    Event,
    /// `composite`: parts combined.
    Composite,
    /// `part`: one part of a composite.
    Part,
    /// `no_part`: why a part of a composite has no progress.
    NoPart,
    /// `children_sum`: readings of children added.
    ChildrenSum,
    /// `children_min`: the least progress of children.
    ChildrenMin,
    /// `child`: the progress of one child.
    Child,
    /// `addend`: one reading of a sum of children.
    Addend,
    /// `observed`: a number that is never scored.
    Observed,
    /// `reading`: what the values amount to.
    Reading,
    /// `check_in`: a check-in that counted.
    CheckIn,
    /// `left_out`: a check-in that did not count.
    LeftOut,
    /// `amended`: an amendment in force.
    Amended,
    /// `changed`: one field that an amendment changed.
    Changed,
    /// `original`: what the original terms would give.
    Original,
    /// `original_terms`: judged by the original terms.
    OriginalTerms,
    /// `clamped`: a clamp that bit.
    Clamped,
    /// `score`: a score.
    Score,
    /// `no_score`: why a node has no score.
    NoScore,
    /// `from_progress`: a score from progress.
    FromProgress,
    /// `manual`: a score set by hand.
    Manual,
    /// `manual_ignored`: a score set by hand, which status does not go by.
    ManualIgnored,
    /// `computed`: the score that a manual one replaces.
    Computed,
    /// `roll_up`: a weighted sum of members.
    RollUp,
    /// `mixed`: two sides of a pool mixed.
    Mixed,
    /// `member`: one member of a roll-up.
    Member,
    /// `divided_weight`: the link weight of a child that is divided among its parents.
    DividedWeight,
    /// `missing_excluded`: a member without a figure, left out.
    MissingExcluded,
    /// `missing_zero`: a member without a figure, counted as 0.
    MissingZero,
    /// `excluded`: a candidate that is no member.
    Excluded,
    /// `no_members`: a roll-up without members.
    NoMembers,
    /// `expected`: what is expected.
    Expected,
    /// `expected_line`: the straight line.
    ExpectedLine,
    /// `expected_time`: as much as time has gone.
    ExpectedTime,
    /// `expected_levels`: the value on the straight line, and what it scores.
    ExpectedLevels,
    /// `expected_anchor`: the anchor of the target in proportion to the time gone.
    ExpectedAnchor,
    /// `expected_steps`: the steps of milestones that are due.
    ExpectedSteps,
    /// `step_due`: one step that is due.
    StepDue,
    /// `expected_path`: a planned path.
    ExpectedPath,
    /// `elapsed`: the time gone.
    Elapsed,
    /// `grade`: a grade.
    Grade,
    /// `band`: the band of a grade.
    Band,
    /// `status`: a status.
    Status,
    /// `by_stage`: a status that the stage decides.
    ByStage,
    /// `before_start`: a status before the first day.
    BeforeStart,
    /// `over_by_success`: a status after the end.
    OverBySuccess,
    /// `over_without_success`: a status after the end, without a score of success.
    OverWithoutSuccess,
    /// `kept`: a status of a threshold that is kept.
    Kept,
    /// `broken`: a status of a threshold that is broken.
    Broken,
    /// `worst_member`: the worst status of the members.
    WorstMember,
    /// `member_status`: the status of one member.
    MemberStatus,
    /// `achieved_running`: complete while it runs.
    AchievedRunning,
    /// `pace_row`: a row of the pace table.
    PaceRow,
    /// `pace_test`: one test of a pace row.
    PaceTest,
    /// `gap`: the gap.
    Gap,
    /// `group_status`: statuses of a group.
    GroupStatus,
    /// `count`: how many have a status.
    Count,
}

impl Say {
    /// Every step there is.
    pub const ALL: &'static [Self] = &[
        Self::Progress,
        Self::NoFigure,
        Self::NoExpected,
        Self::Metric,
        Self::Ratio,
        Self::ChangeTarget,
        Self::Threshold,
        Self::ThresholdShare,
        Self::Judged,
        Self::Batch,
        Self::Slot,
        Self::SlotGap,
        Self::Exact,
        Self::Bands,
        Self::Levels,
        Self::Zone,
        Self::Milestones,
        Self::Done,
        Self::Events,
        Self::Event,
        Self::Composite,
        Self::Part,
        Self::NoPart,
        Self::ChildrenSum,
        Self::ChildrenMin,
        Self::Child,
        Self::Addend,
        Self::Observed,
        Self::Reading,
        Self::CheckIn,
        Self::LeftOut,
        Self::Amended,
        Self::Changed,
        Self::Original,
        Self::OriginalTerms,
        Self::Clamped,
        Self::Score,
        Self::NoScore,
        Self::FromProgress,
        Self::Manual,
        Self::ManualIgnored,
        Self::Computed,
        Self::RollUp,
        Self::Mixed,
        Self::Member,
        Self::DividedWeight,
        Self::MissingExcluded,
        Self::MissingZero,
        Self::Excluded,
        Self::NoMembers,
        Self::Expected,
        Self::ExpectedLine,
        Self::ExpectedTime,
        Self::ExpectedLevels,
        Self::ExpectedAnchor,
        Self::ExpectedSteps,
        Self::StepDue,
        Self::ExpectedPath,
        Self::Elapsed,
        Self::Grade,
        Self::Band,
        Self::Status,
        Self::ByStage,
        Self::BeforeStart,
        Self::OverBySuccess,
        Self::OverWithoutSuccess,
        Self::Kept,
        Self::Broken,
        Self::WorstMember,
        Self::MemberStatus,
        Self::AchievedRunning,
        Self::PaceRow,
        Self::PaceTest,
        Self::Gap,
        Self::GroupStatus,
        Self::Count,
    ];

    /// The name of the step in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::NoFigure => "no_figure",
            Self::NoExpected => "no_expected",
            Self::Metric => "metric",
            Self::Ratio => "ratio",
            Self::ChangeTarget => "change_target",
            Self::Threshold => "threshold",
            Self::ThresholdShare => "threshold_share",
            Self::Judged => "judged",
            Self::Batch => "batch",
            Self::Slot => "slot",
            Self::SlotGap => "slot_gap",
            Self::Exact => "exact",
            Self::Bands => "bands",
            Self::Levels => "levels",
            Self::Zone => "zone",
            Self::Milestones => "milestones",
            Self::Done => "done",
            Self::Events => "events",
            Self::Event => "event",
            Self::Composite => "composite",
            Self::Part => "part",
            Self::NoPart => "no_part",
            Self::ChildrenSum => "children_sum",
            Self::ChildrenMin => "children_min",
            Self::Child => "child",
            Self::Addend => "addend",
            Self::Observed => "observed",
            Self::Reading => "reading",
            Self::CheckIn => "check_in",
            Self::LeftOut => "left_out",
            Self::Amended => "amended",
            Self::Changed => "changed",
            Self::Original => "original",
            Self::OriginalTerms => "original_terms",
            Self::Clamped => "clamped",
            Self::Score => "score",
            Self::NoScore => "no_score",
            Self::FromProgress => "from_progress",
            Self::Manual => "manual",
            Self::ManualIgnored => "manual_ignored",
            Self::Computed => "computed",
            Self::RollUp => "roll_up",
            Self::Mixed => "mixed",
            Self::Member => "member",
            Self::DividedWeight => "divided_weight",
            Self::MissingExcluded => "missing_excluded",
            Self::MissingZero => "missing_zero",
            Self::Excluded => "excluded",
            Self::NoMembers => "no_members",
            Self::Expected => "expected",
            Self::ExpectedLine => "expected_line",
            Self::ExpectedTime => "expected_time",
            Self::ExpectedLevels => "expected_levels",
            Self::ExpectedAnchor => "expected_anchor",
            Self::ExpectedSteps => "expected_steps",
            Self::StepDue => "step_due",
            Self::ExpectedPath => "expected_path",
            Self::Elapsed => "elapsed",
            Self::Grade => "grade",
            Self::Band => "band",
            Self::Status => "status",
            Self::ByStage => "by_stage",
            Self::BeforeStart => "before_start",
            Self::OverBySuccess => "over_by_success",
            Self::OverWithoutSuccess => "over_without_success",
            Self::Kept => "kept",
            Self::Broken => "broken",
            Self::WorstMember => "worst_member",
            Self::MemberStatus => "member_status",
            Self::AchievedRunning => "achieved_running",
            Self::PaceRow => "pace_row",
            Self::PaceTest => "pace_test",
            Self::Gap => "gap",
            Self::GroupStatus => "group_status",
            Self::Count => "count",
        }
    }

    /// The formula the step applies.
    pub(super) const fn formula(self) -> Option<&'static str> {
        Some(match self {
            Self::Metric | Self::ChildrenSum => "F1",
            Self::ChangeTarget => "F2",
            Self::Threshold | Self::ThresholdShare => "F3",
            Self::Exact => "F4",
            Self::Bands | Self::Levels | Self::Zone => "F5",
            Self::Milestones => "F6",
            Self::Events => "F7",
            Self::RollUp => "F9",
            Self::Mixed => "F10",
            Self::Member => "F8",
            Self::Expected => "F12",
            Self::Elapsed => "F11",
            Self::Grade => "F14",
            Self::Status => "F13",
            _ => return None,
        })
    }
}
