//! Between the parser and the types: what stands in a text, handed on without knowing to whom.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{Context, Read, Scalar};

/// The text is no JSON; what is wrong, the parser keeps.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stop;

/// One value of a text. Whoever does not ask for it passes it over.
pub(crate) trait Source {
    /// Hands the value on.
    fn hand(&mut self, take: &mut dyn Take, cx: &mut Context) -> Result<(), Stop>;

    /// The value to the letter.
    fn raw(&mut self) -> Result<Option<Box<RawValue>>, Stop>;

    /// Passes the value over, but for a number beyond the doubles or half a surrogate pair: there the parser stops as it does where
    /// a value is read.
    fn pass(&mut self) -> Result<(), Stop>;
}

/// What takes a value.
pub(crate) trait Take {
    /// Takes a scalar, or says that a value of this sort was not expected.
    fn scalar(&mut self, found: Scalar<'_>, cx: &mut Context);

    /// Takes a list.
    fn list(&mut self, items: &mut dyn Items, cx: &mut Context) -> Result<(), Stop> {
        while items.next(&mut |_| Ok(()))? {}
        self.scalar(Scalar::Array, cx);
        Ok(())
    }

    /// Takes an object.
    fn object(&mut self, pairs: &mut dyn Pairs, cx: &mut Context) -> Result<(), Stop> {
        while pairs.key(&mut |_| ())? {
            pairs.value(&mut |_| Ok(()))?;
        }
        self.scalar(Scalar::Object, cx);
        Ok(())
    }
}

/// The items of a list.
pub(crate) trait Items {
    /// Hands on the next item. `false` at the end.
    fn next(&mut self, read: &mut dyn FnMut(&mut dyn Source) -> Result<(), Stop>) -> Result<bool, Stop>;
}

/// The members of an object.
pub(crate) trait Pairs {
    /// Hands on the next name. `false` at the end.
    fn key(&mut self, take: &mut dyn FnMut(&str)) -> Result<bool, Stop>;

    /// The place of the next name in a list, which is looked through from `next` on; where it is not there, how many there are, and
    /// the name in `foreign`. `None` at the end.
    fn place(&mut self, names: &[&str], next: usize, foreign: &mut String) -> Result<Option<usize>, Stop>;

    /// Hands on the value of the name.
    fn value(&mut self, read: &mut dyn FnMut(&mut dyn Source) -> Result<(), Stop>) -> Result<(), Stop>;
}

/// Reads one value from a parser; the error is one of syntax.
pub(crate) fn read_from<'de, D: Deserializer<'de>>(de: D, into: &mut dyn Read, cx: &mut Context) -> Result<(), D::Error> {
    Give(&mut |value| into.read(value, cx)).deserialize(de)
}

/// A value that the parser is at.
struct Value<'de, D: Deserializer<'de>> {
    /// Until it is read.
    de: Option<D>,
    error: Option<D::Error>,
}

impl<'de, D: Deserializer<'de>> Value<'de, D> {
    fn read<T>(&mut self, read: impl FnOnce(D) -> Result<T, D::Error>) -> Result<Option<T>, Stop> {
        let read = self.de.take().map(read).transpose();
        read.map_err(|error| {
            self.error = Some(error);
            Stop
        })
    }
}

impl<'de, D: Deserializer<'de>> Source for Value<'de, D> {
    fn hand(&mut self, take: &mut dyn Take, cx: &mut Context) -> Result<(), Stop> {
        self.read(|de| de.deserialize_any(Hand(take, cx))).map(drop)
    }

    fn raw(&mut self) -> Result<Option<Box<RawValue>>, Stop> {
        self.read(Box::<RawValue>::deserialize)
    }

    fn pass(&mut self) -> Result<(), Stop> {
        self.hand(&mut Passed, &mut Context::default())
    }
}

struct Passed;

impl Take for Passed {
    fn scalar(&mut self, _: Scalar<'_>, _: &mut Context) {}
}

/// The error that stopped a walk. It is always there where the walk was stopped.
fn told<E: Error>(error: Option<E>) -> E {
    error.unwrap_or_else(|| E::custom("the value cannot be read"))
}

/// Hands what the parser finds to a [`Take`]. There is one of it, not one for each type.
struct Hand<'a>(&'a mut dyn Take, &'a mut Context);

impl<'de> Visitor<'de> for Hand<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_bool<E>(self, v: bool) -> Result<(), E> {
        self.0.scalar(Scalar::Bool(v), self.1);
        Ok(())
    }
    fn visit_i64<E>(self, v: i64) -> Result<(), E> {
        #[expect(clippy::cast_precision_loss, reason = "numbers of the format are doubles")]
        self.0.scalar(Scalar::Number(v as f64), self.1);
        Ok(())
    }
    fn visit_u64<E>(self, v: u64) -> Result<(), E> {
        #[expect(clippy::cast_precision_loss, reason = "numbers of the format are doubles")]
        self.0.scalar(Scalar::Number(v as f64), self.1);
        Ok(())
    }
    fn visit_f64<E>(self, v: f64) -> Result<(), E> {
        self.0.scalar(Scalar::Number(v), self.1);
        Ok(())
    }
    fn visit_str<E>(self, v: &str) -> Result<(), E> {
        self.0.scalar(Scalar::Text(v), self.1);
        Ok(())
    }
    fn visit_unit<E>(self) -> Result<(), E> {
        self.0.scalar(Scalar::Null, self.1);
        Ok(())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        let mut walk = Walk { access: seq, error: None };
        self.0.list(&mut walk, self.1).map_err(|Stop| told(walk.error))
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let mut walk = Walk { access: map, error: None };
        self.0.object(&mut walk, self.1).map_err(|Stop| told(walk.error))
    }
}

/// A list or an object that the parser is in.
struct Walk<A, E> {
    access: A,
    error: Option<E>,
}

impl<A, E> Walk<A, E> {
    fn step<T>(&mut self, step: impl FnOnce(&mut A) -> Result<T, E>) -> Result<T, Stop> {
        step(&mut self.access).map_err(|error| {
            self.error = Some(error);
            Stop
        })
    }
}

impl<'de, A: SeqAccess<'de>> Items for Walk<A, A::Error> {
    fn next(&mut self, read: &mut dyn FnMut(&mut dyn Source) -> Result<(), Stop>) -> Result<bool, Stop> {
        self.step(|seq| seq.next_element_seed(Give(read))).map(|found| found.is_some())
    }
}

impl<'de, A: MapAccess<'de>> Pairs for Walk<A, A::Error> {
    fn key(&mut self, take: &mut dyn FnMut(&str)) -> Result<bool, Stop> {
        self.step(|map| map.next_key_seed(Key(take))).map(|found| found.is_some())
    }

    fn place(&mut self, names: &[&str], next: usize, foreign: &mut String) -> Result<Option<usize>, Stop> {
        self.step(|map| map.next_key_seed(Place { names, next, foreign }))
    }

    fn value(&mut self, read: &mut dyn FnMut(&mut dyn Source) -> Result<(), Stop>) -> Result<(), Stop> {
        self.step(|map| map.next_value_seed(Give(read)))
    }
}

/// Gives the value at hand to a function.
struct Give<'a>(&'a mut dyn FnMut(&mut dyn Source) -> Result<(), Stop>);

impl<'de> DeserializeSeed<'de> for Give<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, de: D) -> Result<(), D::Error> {
        let mut value = Value { de: Some(de), error: None };
        let read = (self.0)(&mut value).and_then(|()| value.read(IgnoredAny::deserialize).map(drop));
        read.map_err(|Stop| told(value.error))
    }
}

/// Gives the name at hand to a function.
struct Key<'a>(&'a mut dyn FnMut(&str));

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, de: D) -> Result<(), D::Error> {
        de.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field name")
    }
    fn visit_str<E>(self, name: &str) -> Result<(), E> {
        (self.0)(name);
        Ok(())
    }
}

/// Finds the name at hand in a list.
struct Place<'a> {
    names: &'a [&'a str],
    next: usize,
    foreign: &'a mut String,
}

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, de: D) -> Result<usize, D::Error> {
        de.deserialize_str(self)
    }
}

impl Visitor<'_> for Place<'_> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field name")
    }
    fn visit_str<E>(self, name: &str) -> Result<usize, E> {
        // Fields are mostly written in their order, so the name is looked for from the last one on.
        let (before, after) = self.names.split_at_checked(self.next).unwrap_or((self.names, &[]));
        let found = after.iter().position(|known| *known == name).map(|at| self.next + at);
        let found = found.or_else(|| before.iter().position(|known| *known == name));
        Ok(found.unwrap_or_else(|| {
            name.clone_into(self.foreign);
            self.names.len()
        }))
    }
}
