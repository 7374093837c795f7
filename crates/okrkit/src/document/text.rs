//! JSON text for people and for machines that compare it.

use std::io;

use serde::Serialize;
use serde_json::ser::{CharEscape, Formatter, PrettyFormatter, Serializer};

/// Pretty-prints, with whole numbers as such: `500000`, not `500000.0`.
struct Canonical(PrettyFormatter<'static>);

macro_rules! delegate {
    ($($name:ident($($arg:ident: $ty:ty),*);)*) => {$(
        fn $name<W: ?Sized + io::Write>(&mut self, writer: &mut W $(, $arg: $ty)*) -> io::Result<()> {
            self.0.$name(writer $(, $arg)*)
        }
    )*};
}

impl Formatter for Canonical {
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
        if value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_992.0 {
            return self.0.write_i64(writer, value as i64);
        }
        self.0.write_f64(writer, value)
    }
}

/// Text with two spaces a level and a line break at the end.
pub(crate) fn to_text<T: Serialize + ?Sized>(value: &T) -> String {
    let mut out = Vec::new();
    // Writing to memory cannot fail, and every map of this crate has texts for keys.
    let written = value.serialize(&mut Serializer::with_formatter(&mut out, Canonical(PrettyFormatter::new())));
    debug_assert!(written.is_ok(), "what the crate writes is JSON");
    out.push(b'\n');
    String::from_utf8(out).unwrap_or_default()
}
