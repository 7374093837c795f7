//! The fields of a profile that can move a figure.

use crate::profile::Profile;
use crate::wire;

wire::words! {
    /// A field of a profile that can move a figure, by its place in the document.
    pub enum Policy is "a policy" {
        /// How the progress of key results is clamped as it is shown.
        ClampShown = "clamp.shown",
        /// How members are clamped in a roll-up.
        ClampMember = "clamp.member",
        /// How the progress of objectives is clamped.
        ClampObjective = "clamp.objective",
        /// [`Profile::missing`].
        Missing = "missing",
        /// [`Profile::missing_at_close`].
        MissingAtClose = "missing_at_close",
        /// [`Profile::pool`].
        Pool = "pool",
        /// [`Profile::weights`].
        Weights = "weights",
        /// [`Profile::multi_parent`].
        MultiParent = "multi_parent",
        /// [`Profile::progress`].
        Progress = "progress",
        /// [`Profile::anchors`].
        Anchors = "anchors",
        /// [`Profile::goalposts`].
        Goalposts = "goalposts",
        /// [`Profile::objective_status`].
        ObjectiveStatus = "objective_status",
        /// [`Profile::achieve_running`].
        AchieveRunning = "achieve_running",
        /// [`Profile::success`].
        Success = "success",
        /// [`Profile::pace`].
        Pace = "pace",
        /// [`Profile::grade`].
        Grade = "grade",
    }
}

macro_rules! fields {
    ($($policy:ident = $($field:ident).+;)*) => {
        impl Policy {
            /// Whether two profiles say the same.
            pub(super) fn is_same(self, a: &Profile, b: &Profile) -> bool {
                match self {
                    $(Self::$policy => a.$($field).+ == b.$($field).+,)*
                }
            }

            /// A profile, with what another says here.
            pub(super) fn put(self, from: &Profile, mut into: Profile) -> Profile {
                match self {
                    $(Self::$policy => into.$($field).+.clone_from(&from.$($field).+),)*
                }
                into
            }
        }
    };
}

fields! {
    ClampShown = clamp.shown;
    ClampMember = clamp.member;
    ClampObjective = clamp.objective;
    Missing = missing;
    MissingAtClose = missing_at_close;
    Pool = pool;
    Weights = weights;
    MultiParent = multi_parent;
    Progress = progress;
    Anchors = anchors;
    Goalposts = goalposts;
    ObjectiveStatus = objective_status;
    AchieveRunning = achieve_running;
    Success = success;
    Pace = pace;
    Grade = grade;
}

impl Policy {
    /// Those in which two profiles differ.
    pub(super) fn that_differ(a: &Profile, b: &Profile) -> Vec<Self> {
        Self::ALL.iter().copied().filter(|policy| !policy.is_same(a, b)).collect()
    }
}
