//! What each verb does: read the arguments, call the function, write what it gave.

pub(super) mod alone;
pub(super) mod ahead;
pub(super) mod card;
pub(super) mod changes;
pub(super) mod plan;

use super::Answer;
use super::arguments::Call;
use crate::issue::Issues;

/// What a verb comes to.
type Done = Result<Answer, Issues>;
