#![doc = "stub"]
pub mod issue;
mod id;
mod wire;
pub mod time;
pub mod unit;
pub mod measure;
pub mod plan;
pub mod document;
pub mod profile;
pub mod align;
pub mod score;

pub use document::{read, read_bytes, write};
pub use id::MAX_ID_CHARS;
pub use issue::{Code, Issue, Issues, Severity};
pub use measure::*;
pub use plan::*;
pub use profile::Profile;
pub use score::*;
pub use align::findings;
pub use time::{AsOf, Cadence, Date, DateError, Instant};
pub use unit::{Period, Unit, UnitKind};
