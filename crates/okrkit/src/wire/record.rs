//! The macros that turn one declaration into a wire type: its Rust type, reader, writer and schema.

/// Declares an object of the document.
///
/// `required` fields have no default; `optional` ones are left out of the text while they hold their default, `written` ones
/// may be absent and are always written. Every record
/// gets an `ext`. `refuses NAMES, NAMES as CODE` gives fields that belong elsewhere a code of their own.
///
/// `rare` fields are optional ones that most values do without. With `beside NAME` they and the `ext` lie in a struct of that name,
/// which the record dereferences to and has on the heap only where any of them is given.
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident is $label:literal $(beside $beside:ident)? $(refuses $($elsewhere:path),+ as $code:path)? {
            $( $(#[$fmeta:meta])* $field:ident : $ty:ty = $how:ident; )*
        }
    ) => {
        $crate::wire::record! { @types
            { $(#[$meta])* pub struct $name }
            { $($beside)? }
            $( { $(#[$fmeta])* $field : $ty = $how } )*
        }

        impl $name {
            /// The names of the fields, for messages.
            pub(crate) const FIELDS: &'static [&'static str] = &[$(stringify!($field),)* "ext"];
        }

        const _: () = {
            const SHAPE: &$crate::wire::Shape = &$crate::wire::Shape {
                label: $label,
                fields: $name::FIELDS,
                required: $crate::wire::bits(&[$( $crate::wire::record!(@is_required $how) ),*]),
                elsewhere: $crate::wire::record!(@elsewhere $($($elsewhere),+ as $code)?),
            };
            impl $crate::wire::Record for $name {
                fn shape(&self) -> &'static $crate::wire::Shape {
                    SHAPE
                }

                fn read_field(&mut self, at: usize, value: &mut dyn $crate::wire::Source, cx: &mut $crate::wire::Context) -> Result<(), $crate::wire::Stop> {
                    #[expect(non_camel_case_types, reason = "named as the fields are")]
                    enum Place { $($field),* }
                    match at {
                        $( _ if at == Place::$field as usize => $crate::wire::Read::read(&mut self.$field, value, cx), )*
                        _ => $crate::wire::Read::read(&mut self.ext, value, cx),
                    }
                }

                $(
                    fn settle(&mut self) {
                        if self.beside.as_deref().is_some_and(|beside| *beside == $beside::default()) {
                            self.beside = None;
                        }
                    }
                )?
            }
        };

        impl $crate::wire::Read for $name {
            fn read(&mut self, value: &mut dyn $crate::wire::Source, cx: &mut $crate::wire::Context) -> Result<(), $crate::wire::Stop> {
                $crate::wire::read_record(self, value, cx)
            }
        }
    };

    (@is_required required) => { true };
    (@is_required $how:ident) => { false };

    (@is_written required $value:expr) => { true };
    (@is_written written $value:expr) => { true };
    (@is_written optional $value:expr) => { !$crate::wire::is_default($value) };
    (@is_written rare $value:expr) => { !$crate::wire::is_default($value) };

    (@types { $($head:tt)* } {} $($fields:tt)*) => {
        $crate::wire::record! { @fields { $($head)* } {} $($fields)* }
    };
    (@types { $(#[$meta:meta])* pub struct $name:ident } { $beside:ident } $( { $(#[$fmeta:meta])* $field:ident : $ty:ty = $how:ident } )*) => {
        $crate::wire::record! { @split
            { $(#[$meta])* pub struct $name }
            { $beside }
            {}
            {}
            $( { $(#[$fmeta])* $field : $ty = $how } )*
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                // Without the heap it is as with nothing but defaults there.
                $( self.$field == other.$field && )* self.ext == other.ext
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct;
                let n = [$( $crate::wire::record!(@is_written $how &self.$field), )* self.ext.is_some()].into_iter().filter(|is_written| *is_written).count();
                let mut out = serializer.serialize_struct(stringify!($name), n)?;
                $(
                    if $crate::wire::record!(@is_written $how &self.$field) {
                        out.serialize_field(stringify!($field), &self.$field)?;
                    }
                )*
                if self.ext.is_some() {
                    out.serialize_field("ext", &self.ext)?;
                }
                out.end()
            }
        }

        impl std::ops::Deref for $name {
            type Target = $beside;
            fn deref(&self) -> &$beside {
                static NOTHING: std::sync::LazyLock<$beside> = std::sync::LazyLock::new($beside::default);
                match &self.beside {
                    Some(beside) => beside,
                    None => &NOTHING,
                }
            }
        }

        impl std::ops::DerefMut for $name {
            fn deref_mut(&mut self) -> &mut $beside {
                self.beside.get_or_insert_default()
            }
        }

        #[cfg(feature = "schema")]
        const _: () = {
            #[expect(unreachable_pub, reason = "only its schema is taken")]
            mod whole {
                use super::*;
                $crate::wire::record! { @fields { $(#[$meta])* pub struct $name } {} $( { $(#[$fmeta])* $field : $ty = $how } )* }
            }

            impl schemars::JsonSchema for $name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    whole::$name::schema_name()
                }
                fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    whole::$name::json_schema(generator)
                }
            }
        };
    };

    (@split { $($head:tt)* } { $beside:ident } { $($often:tt)* } { $($rare:tt)* } { $(#[$fmeta:meta])* $field:ident : $ty:ty = rare } $($rest:tt)*) => {
        $crate::wire::record! { @split { $($head)* } { $beside } { $($often)* } { $($rare)* $(#[$fmeta])* pub $field: $ty, } $($rest)* }
    };
    (@split { $($head:tt)* } { $beside:ident } { $($often:tt)* } { $($rare:tt)* } { $(#[$fmeta:meta])* $field:ident : $ty:ty = $how:ident } $($rest:tt)*) => {
        $crate::wire::record! { @split { $($head)* } { $beside } { $($often)* $(#[$fmeta])* pub $field: $ty, } { $($rare)* } $($rest)* }
    };
    (@split { $(#[$meta:meta])* pub struct $name:ident } { $beside:ident } { $($often:tt)* } { $($rare:tt)* }) => {
        $(#[$meta])*
        ///
        #[doc = concat!("Fields that most do without are those of [`", stringify!($beside), "`], to which it dereferences; they are read and set as its own.")]
        #[derive(Debug, Clone, Default)]
        #[non_exhaustive]
        pub struct $name {
            $($often)*
            pub(crate) beside: Option<Box<$beside>>,
        }

        impl $beside {
            /// As it lies in its record: nothing where all of it is default.
            pub(crate) fn boxed(self) -> Option<Box<Self>> {
                (self != Self::default()).then(|| Box::new(self))
            }
        }

        #[doc = concat!("What most values of [`", stringify!($name), "`] do without; its fields are read and set as fields of that.")]
        #[derive(Debug, Clone, Default, PartialEq)]
        #[non_exhaustive]
        pub struct $beside {
            $($rare)*
            /// Data of your own: any JSON, kept to the letter and never read.
            pub ext: Option<$crate::wire::Ext>,
        }
    };

    (@elsewhere) => { None };
    (@elsewhere $($elsewhere:path),+ as $code:path) => { Some((&[$($elsewhere),+], $code)) };

    (@fields { $($head:tt)* } { $($done:tt)* } { $(#[$fmeta:meta])* $field:ident : $ty:ty = rare } $($rest:tt)*) => {
        $crate::wire::record! { @fields { $($head)* } { $($done)* } { $(#[$fmeta])* $field : $ty = optional } $($rest)* }
    };
    (@fields { $(#[$meta:meta])* pub struct $name:ident } { $($done:tt)* } { $(#[$fmeta:meta])* $field:ident : $ty:ty = required } $($rest:tt)*) => {
        $crate::wire::record! { @fields { $(#[$meta])* pub struct $name } { $($done)* $(#[$fmeta])* pub $field: $ty, } $($rest)* }
    };
    (@fields { $(#[$meta:meta])* pub struct $name:ident } { $($done:tt)* } { $(#[$fmeta:meta])* $field:ident : $ty:ty = written } $($rest:tt)*) => {
        $crate::wire::record! { @fields { $(#[$meta])* pub struct $name } { $($done)* $(#[$fmeta])* #[serde(default)] pub $field: $ty, } $($rest)* }
    };
    (@fields { $(#[$meta:meta])* pub struct $name:ident } { $($done:tt)* } { $(#[$fmeta:meta])* $field:ident : $ty:ty = optional } $($rest:tt)*) => {
        $crate::wire::record! { @fields { $(#[$meta])* pub struct $name } {
            $($done)*
            $(#[$fmeta])*
            #[serde(default, skip_serializing_if = "crate::wire::is_default")]
            #[cfg_attr(feature = "schema", schemars(extend("default" = <$ty>::default())))]
            pub $field: $ty,
        } $($rest)* }
    };
    (@fields { $(#[$meta:meta])* pub struct $name:ident } { $($done:tt)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        #[non_exhaustive]
        pub struct $name {
            $($done)*
            /// Data of your own: any JSON, kept to the letter and never read.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub ext: Option<$crate::wire::Ext>,
        }
    };
}

/// Declares a field type that is one of a list of words. The first word is the default.
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident is $label:literal {
            $(#[$first_meta:meta])* $first:ident = $first_word:literal,
            $( $(#[$vmeta:meta])* $variant:ident = $word:literal, )*
        }
    ) => {
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $(#[$meta])*
        pub enum $name {
            $(#[$first_meta])* #[default] #[serde(rename = $first_word)] $first,
            $( $(#[$vmeta])* #[serde(rename = $word)] $variant, )*
        }

        impl $name {
            /// Every word there is, in order.
            pub const ALL: &'static [Self] = &[Self::$first, $(Self::$variant),*];
            const WORDS: &'static [&'static str] = &[$first_word, $($word),*];

            /// The word as it is written in a document.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { Self::$first => $first_word, $(Self::$variant => $word,)* }
            }

            fn parse(word: &str) -> Option<Self> {
                // By the list: as one comparison after the other it would be written out for each.
                let at = Self::WORDS.iter().position(|known| *known == word)?;
                Self::ALL.get(at).copied()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::wire::UnknownWord;
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Self::parse(word).ok_or($crate::wire::UnknownWord { label: $label, known: Self::WORDS })
            }
        }

        #[cfg(feature = "call")]
        impl $crate::wire::Word for $name {}

        $crate::wire::leaf!($name, $label, |found, cx| match found {
            $crate::wire::Scalar::Text(word) => Some($name::parse(word).unwrap_or_else(|| {
                $crate::wire::unknown_word(cx, word, $label, $name::WORDS);
                $name::default()
            })),
            _ => None,
        });
    };
}

/// Makes a type a [`Leaf`](super::Leaf) that is read as one.
macro_rules! leaf {
    ($ty:ty, $expected:expr, |$found:ident, $cx:ident| $accept:expr) => {
        impl $crate::wire::Leaf for $ty {
            const EXPECTED: &'static str = $expected;
            fn accept($found: $crate::wire::Scalar<'_>, $cx: &mut $crate::wire::Context) -> Option<Self> {
                $accept
            }
        }

        impl $crate::wire::Read for $ty {
            fn read(&mut self, value: &mut dyn $crate::wire::Source, cx: &mut $crate::wire::Context) -> Result<(), $crate::wire::Stop> {
                $crate::wire::read_scalar(self, value, cx)
            }
        }
    };
}

/// Makes a type whose fields all have defaults readable, every problem at once.
///
/// `field in RANGE` is a number, or several, and from where to where it may be; a number without a range does not compile.
macro_rules! settings {
    ($name:ident is $label:literal { $($field:ident $(in $range:expr)?),* $(,)? }) => {
        #[cfg(all(feature = "call", feature = "schema"))]
        impl $name {
            /// From where to where each number may be.
            pub(crate) const RANGES: &'static [(&'static str, std::ops::RangeInclusive<f64>)] = &[$($((stringify!($field), $range),)?)*];
        }

        #[cfg(feature = "call")]
        impl $crate::wire::Settings for $name {
            fn label(&self) -> &'static str {
                $label
            }
            fn fields(&self) -> &'static [&'static str] {
                // Each field is named here, or it does not compile.
                let $name { $($field: _),* } = self;
                &[$(stringify!($field)),*]
            }
            fn set_field(&mut self, name: &str, text: &str, cx: &mut $crate::wire::Context) {
                match name {
                    $(stringify!($field) => $crate::wire::settings!(@set &mut self.$field, text, cx $(, $range)?),)*
                    _ => {}
                }
            }
        }

        #[cfg(feature = "call")]
        impl $crate::wire::Setting for $name {
            fn set(&mut self, text: &str, cx: &mut $crate::wire::Context) {
                $crate::wire::read_settings(self, text, cx);
            }
        }
    };

    (@set $field:expr, $text:expr, $cx:expr) => {
        $crate::wire::Setting::set($field, $text, $cx)
    };
    (@set $field:expr, $text:expr, $cx:expr, $range:expr) => {
        $crate::wire::Ranged::set_within($field, $text, &$range, $cx)
    };
}

pub(crate) use {leaf, record, settings, words};
