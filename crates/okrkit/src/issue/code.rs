use std::fmt;
use std::str::FromStr;

macro_rules! codes {
    ($($variant:ident = $text:literal, $meaning:literal, $help:literal;)*) => {
        /// The stable code of a problem: `family.rule`. A code, once published, is never renamed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = concat!("`", $text, "`: ", $meaning, ". To mend it: ", $help, ".")] $variant,)*
        }

        impl Code {
            /// Every code there is, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code as it is written, e.g. `link.loop`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// What the code means, in one line.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)* }
            }

            /// What to do about it, in one line.
            #[must_use]
            pub const fn help(self) -> &'static str {
                match self { $(Self::$variant => $help,)* }
            }
        }
    };
}

codes! {
    DocumentSyntax = "document.syntax", "the text is not JSON in UTF-8", "mend the text at the place named, or export it again";
    DocumentDuplicateField = "document.duplicate_field", "an object has the same field twice", "keep one of the two";
    DocumentUnknownField = "document.unknown_field", "a field that the format does not know", "correct the name, or put data of your own under `ext`";
    DocumentMissingField = "document.missing_field", "a required field is absent", "add the field";
    DocumentWrongType = "document.wrong_type", "a value of another type than the field takes", "write the value as the type named";
    DocumentUnknownKind = "document.unknown_kind", "a kind of measure that is unknown or not allowed here", "use one of the kinds named";
    DocumentUnknownWord = "document.unknown_word", "a word outside the list that a field takes", "use one of the words named";
    DocumentUnsupportedVersion = "document.unsupported_version", "the format version is absent or not one this reader knows", "set the version to one that is named, or read the document with a newer okrkit";
    NumberRange = "number.range", "a number beyond the finite doubles, or outside the range of its field", "use a finite number within the range named";
    DateInvalid = "date.invalid", "not a calendar date `YYYY-MM-DD`, or not an RFC 3339 instant", "write a date as 2026-03-31 and an instant as 2026-03-31T09:00:00Z";
    DateOrder = "date.order", "dates out of order", "put the earlier date first";
    IdInvalid = "id.invalid", "an id that is empty, too long, padded with white space or holds control characters", "use 1 to 128 characters without white space at the ends";
    IdDuplicate = "id.duplicate", "an id that is taken", "give each its own id; objectives and key results share one namespace";
    CycleDates = "cycle.dates", "a cycle that ends before it starts", "swap or correct `starts` and `ends`";
    CycleUnknown = "cycle.unknown", "a cycle that the plan does not define", "add it to `cycles` or name one that is there";
    CycleLoop = "cycle.loop", "cycles that contain each other", "remove one `parent` of the circle";
    CycleOrder = "cycle.order", "a cycle that what goes on cannot go on in", "name a cycle that begins and ends later";
    TeamUnknown = "team.unknown", "a team that the plan does not define", "add it to `teams` or name one that is there";
    TeamLoop = "team.loop", "teams that stand below each other", "remove one `parent` of the circle";
    WeightNegative = "weight.negative", "a weight below 0", "use 0 to leave the item out, or a positive weight";
    WeightBoth = "weight.both", "both a weight and a share", "keep `weight` (a proportion) or `share` (a fixed part), not both";
    ShareRange = "share.range", "a share outside 0 to 1", "write 25 % as 0.25";
    ShareSum = "share.sum", "fixed shares that add up to more than 1", "lower the shares, or use weights";
    ConfidenceRange = "confidence.range", "a confidence outside 0 to 1", "write 60 % as 0.6";
    ScoreRange = "score.range", "a score outside 0 to 1", "write 70 % as 0.7";
    UnitCurrency = "unit.currency", "not a currency of ISO 4217", "use a three-letter code such as USD, EUR or SAR";
    MeasureEmpty = "measure.empty", "a measure without what it measures by", "give at least one step, part, point, level or bound";
    MeasureStartEqualsTarget = "measure.start_equals_target", "no distance between start and target", "move one of them, or use `threshold` for a value to be kept";
    MeasureLevelsOrder = "measure.levels_order", "levels that neither rise nor fall throughout", "order start, commit, target and stretch strictly in one direction";
    MeasureBandsOrder = "measure.bands_order", "points of a band that do not rise", "order the points by value, each value once";
    MeasureBounds = "measure.bounds", "bounds that no value can meet", "put the lower bound below the upper one";
    MeasureOneOf = "measure.one_of", "fields that exclude each other, or none of those of which one is needed", "keep as many as the message says";
    MeasureNotPositive = "measure.not_positive", "a number that must be above 0, or a tolerance below 0", "use a positive number";
    MeasureNoCadence = "measure.no_cadence", "a share of slots without a slot length", "give `every` in `judge`, or `check_in_every` on the cycle";
    MeasureNoPath = "measure.no_path", "an expected path on a measure whose figure is no number of that scale", "remove `expected_path`";
    AmendmentField = "amendment.field", "a field that an amendment cannot set", "amend weight, share, starts, ends, expected_path or fields of the measure's own kind";
    AmendmentKind = "amendment.kind", "an amendment that changes the kind of a measure", "drop the key result and add a new one";
    CheckInShape = "check_in.shape", "a check-in that does not fit its measure", "use the figures that the measure takes";
    CheckInUnknownStep = "check_in.unknown_step", "a step that the milestones never had", "name a step of the measure";
    CheckInUnknownPart = "check_in.unknown_part", "a part that the composite never had", "name a part of the measure";
    CheckInReplaces = "check_in.replaces", "a correction that names no earlier check-in", "give the `id` of a check-in that stands earlier in the list";
    CheckInDue = "check_in.due", "a due day that no slot has, or days of grace that are no number of days", "give `day` from 1 to 31 with `day_of_month` and only then, and whole `grace_days` of 0 to 366";
    KpiUnknown = "kpi.unknown", "a KPI that the plan does not define", "add it to `kpis` or name one that is there";
    KpiTarget = "kpi.target", "a target of a KPI that is reached already, or leads away from where it is healthy", "set a target beyond the latest reading on the healthy side, or aim at the healthy range";
    KpiReadings = "kpi.readings", "a key result that has no readings on a scale of its own to be watched", "add a KPI with readings of its own, and remove or drop the key result";
    LintUnknownRule = "lint.unknown_rule", "a lint rule that there is not", "use the id of a rule, as `docs/LINT.md` lists them";
    LintUnknownNode = "lint.unknown_node", "an accepted finding of something that the plan does not have", "name an objective, key result, team, cycle or KPI of the plan, or take the entry out";
    ProfileUnknown = "profile.unknown", "a profile that okrkit does not name", "use one of the names listed, or hand over a profile of your own";
    ProfileClamp = "profile.clamp", "a clamp whose floor is above its cap", "put the floor below the cap";
    ProfileAnchors = "profile.anchors", "anchors that do not rise from fail to stretch within 0 to 1", "order fail, commit, target and stretch";
    ProfilePace = "profile.pace", "pace rows without a last row that always holds, or a test without a bound", "end the rows with one that has no `when`, let only that one have none, and give each test a bound";
    ProfileBands = "profile.bands", "grade bands that do not rise", "order the bands by `from`";
    ProfileSweetSpot = "profile.sweet_spot", "a sweet spot that is no range within 0 to 1", "give two scores, the lower first";
    LinkUnknown = "link.unknown", "a link that ends at nothing", "name an objective or key result of the plan";
    LinkSelf = "link.self", "a link from a node to itself", "remove it";
    LinkDuplicate = "link.duplicate", "the same child and parent linked twice", "keep one of the two";
    LinkOwnObjective = "link.own_objective", "a link between an objective and a key result of its own", "remove it; a key result counts for its objective without a link";
    LinkLoop = "link.loop", "links that go round in a circle", "remove one link of the circle";
    LinkUnit = "link.unit", "readings that cannot be added", "link key results of the same unit, or roll up by mean";
    LinkNotChildren = "link.not_children", "a contribution to a key result that has readings of its own", "use `supports`, or give the key result a measure of kind `children`";
    EditUnknown = "edit.unknown", "an edit of something that is not there", "name an id of the plan";
    DiffMismatch = "diff.mismatch", "a difference applied to a plan that is not what it says it was", "apply it to the plan it was made from, or merge the two";
    AlignLevel = "align.level", "a child whose team stands above its parent's", "turn the link round, or move one of the two";
    AlignPeriod = "align.period", "a child whose dates do not fit its parent's", "move the dates, or link to an objective of the same period";
    AlignParents = "align.parents", "a child of more than one parent", "keep one parent";
    AlignDepth = "align.depth", "a chain of links with more levels than the profile allows", "link closer to the top";
    AlignFanOut = "align.fan_out", "a node with more children than the profile allows", "put a level in between";
    AlignOrphan = "align.orphan", "an objective below the top that nothing links upwards", "link it to what it serves";
    AlignDoubleCount = "align.double_count", "two contributing paths to one ancestor", "make one of the links `supports`";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|code| code.as_str() == text).ok_or(UnknownCode)
    }
}

/// The text is no code of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownCode;

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a code of the catalogue")
    }
}

impl std::error::Error for UnknownCode {}
