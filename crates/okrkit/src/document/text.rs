//! JSON text for people and for machines that compare it.

use std::io;

use serde::Serialize;
use serde_json::ser::{CharEscape, CompactFormatter, Formatter, PrettyFormatter, Serializer};

/// Pretty-prints, with whole numbers as such (`500000`, not `500000.0`), or puts all on one line.
///
/// Which of the two is decided while it runs, so that there is one writer of each type and not two.
enum Layout {
    Pretty(PrettyFormatter<'static>),
    Compact(CompactFormatter),
}

macro_rules! delegate {
    ($($name:ident($($arg:ident: $ty:ty),*);)*) => {$(
        fn $name<W: ?Sized + io::Write>(&mut self, writer: &mut W $(, $arg: $ty)*) -> io::Result<()> {
            match self {
                Self::Pretty(pretty) => pretty.$name(writer $(, $arg)*),
                Self::Compact(compact) => compact.$name(writer $(, $arg)*),
            }
        }
    )*};
}

impl Formatter for Layout {
    delegate! {
        begin_array();
        end_array();
        begin_array_value(first: bool);
        end_array_value();
        begin_object();
        end_object();
        begin_object_key(first: bool);
        begin_object_value();
        end_object_value();
        write_char_escape(escape: CharEscape);
    }

    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
        if value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_992.0 && matches!(self, Self::Pretty(_)) {
            return CompactFormatter.write_i64(writer, value as i64);
        }
        CompactFormatter.write_f64(writer, value)
    }
}

/// Text with two spaces a level and a line break at the end.
pub(crate) fn to_text<T: Serialize + ?Sized>(value: &T) -> String {
    let mut out = written(value, Layout::Pretty(PrettyFormatter::new()));
    out.push('\n');
    out
}

/// Text on one line; a number that is no count has a fraction, even if it is 0.
pub(crate) fn to_compact<T: Serialize + ?Sized>(value: &T) -> String {
    written(value, Layout::Compact(CompactFormatter))
}

fn written<T: Serialize + ?Sized>(value: &T, layout: Layout) -> String {
    let mut out = Vec::new();
    // Writing to memory cannot fail, and every map of this crate has texts for keys.
    let written = value.serialize(&mut Serializer::with_formatter(&mut out, layout));
    debug_assert!(written.is_ok(), "what the crate writes is JSON");
    String::from_utf8(out).unwrap_or_default()
}
