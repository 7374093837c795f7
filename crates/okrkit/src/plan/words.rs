//! The words of a plan: stages, statuses, kinds of links.

use crate::wire;

wire::words! {
    /// How a node stands, and what an owner may say of it.
    pub enum Status is "a status" {
        /// Drawn up, or before its first day.
        NotStarted = "not_started",
        /// There is no figure to judge.
        NoData = "no_data",
        /// Measured and never judged.
        NotScored = "not_scored",
        /// As expected or better.
        OnTrack = "on_track",
        /// Less than expected.
        Behind = "behind",
        /// Much less than expected.
        AtRisk = "at_risk",
        /// It is there, or ended with success.
        Achieved = "achieved",
        /// It ended without success.
        Missed = "missed",
        /// A learning goal that has ended.
        Closed = "closed",
        /// It was given up.
        Dropped = "dropped",
    }
}

wire::words! {
    /// What success means for an objective.
    pub enum Ambition is "an ambition" {
        /// A goal one reaches for: most of it is a success.
        Aspirational = "aspirational",
        /// A promise: all of it is a success.
        Committed = "committed",
        /// Something to be found out: there is no failing.
        Learning = "learning",
    }
}

wire::words! {
    /// Where an objective or key result is in its life.
    pub enum Stage is "a stage" {
        /// Running.
        Active = "active",
        /// Being drawn up; it counts for nothing yet.
        Draft = "draft",
        /// Ended; its figures stand.
        Closed = "closed",
        /// Given up; it counts for nothing any more.
        Dropped = "dropped",
    }
}

impl Stage {
    /// Whether a node in this stage enters roll-ups.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Active | Self::Closed)
    }

    /// Whether a node in this stage takes no more check-ins.
    pub(crate) const fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Dropped)
    }
}

wire::words! {
    /// Where a check-in comes from.
    pub enum Source is "a source" {
        /// Somebody typed it.
        Manual = "manual",
        /// Another system sent it.
        Api = "api",
        /// It was read from a file.
        Import = "import",
    }
}

wire::words! {
    /// What a link does.
    pub enum LinkKind is "a kind of link" {
        /// The child moves the parent, where a measure or a profile says so.
        Contributes = "contributes",
        /// It shows alignment and moves nothing.
        Supports = "supports",
    }
}
