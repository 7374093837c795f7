//! Columns of any of the types that tools write, as the few that are computed with.

use std::fmt::Display;
use std::str::FromStr;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowDictionaryKeyType, Date32Type, Date64Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, OffsetSizeTrait};
use arrow_buffer::{NullBuffer, ScalarBuffer};
use arrow_schema::DataType;
use okrkit::{Code, Date};

use crate::issue::{RowIssue, RowIssues};

/// Numbers, as doubles. NaN is how some tools write a number that is missing, and is read as one.
#[derive(Debug, Clone)]
pub(crate) struct Numbers {
    values: ScalarBuffer<f64>,
    nulls: Option<NullBuffer>,
}

impl Numbers {
    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<f64> {
        let value = *self.values.get(at)?;
        let is_there = !value.is_nan() && self.nulls.as_ref().is_none_or(|nulls| nulls.is_valid(at));
        is_there.then_some(value)
    }

    fn of<T: ArrowPrimitiveType>(array: &dyn Array, number: impl Fn(T::Native) -> f64) -> Self {
        let array = array.as_primitive::<T>();
        Self {
            values: array.values().iter().map(|value| number(*value)).collect(),
            nulls: array.nulls().cloned(),
        }
    }

    /// Reads a column. Infinite numbers are noted.
    pub(crate) fn read(name: &str, array: &ArrayRef, first_row: u64, issues: &mut RowIssues) -> Option<Self> {
        let Some(numbers) = Self::of_any(array.as_ref()) else {
            issues.push(RowIssue::new(
                Code::DocumentWrongType,
                None,
                name,
                format!("expected a column of numbers, found {}", array.data_type()),
            ));
            return None;
        };
        if numbers.values.iter().any(|value| value.is_infinite()) {
            for at in (0..array.len()).filter(|at| numbers.get(*at).is_some_and(f64::is_infinite)) {
                let message = "an infinite number has no place here";
                issues.push(RowIssue::new(Code::NumberRange, row(first_row, at), name, message));
            }
        }
        Some(numbers)
    }

    #[expect(clippy::cast_precision_loss, reason = "numbers are doubles here")]
    fn of_any(array: &dyn Array) -> Option<Self> {
        Some(match array.data_type() {
            DataType::Float64 => {
                let array = array.as_primitive::<Float64Type>();
                Self {
                    values: array.values().clone(),
                    nulls: array.nulls().cloned(),
                }
            }
            DataType::Float32 => Self::of::<Float32Type>(array, f64::from),
            DataType::Int64 => Self::of::<Int64Type>(array, |value| value as f64),
            DataType::Int32 => Self::of::<Int32Type>(array, f64::from),
            DataType::Int16 => Self::of::<Int16Type>(array, f64::from),
            DataType::Int8 => Self::of::<Int8Type>(array, f64::from),
            DataType::UInt64 => Self::of::<UInt64Type>(array, |value| value as f64),
            DataType::UInt32 => Self::of::<UInt32Type>(array, f64::from),
            DataType::UInt16 => Self::of::<UInt16Type>(array, f64::from),
            DataType::UInt8 => Self::of::<UInt8Type>(array, f64::from),
            DataType::Decimal128(_, scale) => {
                let scale = 10_f64.powi(i32::from(*scale));
                Self::of::<Decimal128Type>(array, |value| value as f64 / scale)
            }
            DataType::Boolean => {
                let array = array.as_boolean();
                Self {
                    values: array.values().iter().map(f64::from).collect(),
                    nulls: array.nulls().cloned(),
                }
            }
            // A column without a single value.
            DataType::Null => Self {
                values: std::iter::repeat_n(f64::NAN, array.len()).collect(),
                nulls: None,
            },
            _ => return None,
        })
    }
}

/// The number of a row in the whole stream.
pub(crate) fn row(first_row: u64, at: usize) -> u64 {
    first_row.saturating_add(u64::try_from(at).unwrap_or(u64::MAX))
}

/// Texts, however they are laid out.
#[derive(Debug, Clone)]
pub(crate) enum Texts {
    Small(arrow_array::StringArray),
    Large(arrow_array::LargeStringArray),
    View(arrow_array::StringViewArray),
    /// Of each row the place of its text among others; nulls are those of the rows.
    Coded(Codes, Box<Texts>),
    /// No row has any.
    Nothing(usize),
}

/// The places of a dictionary column.
#[derive(Debug, Clone)]
pub(crate) struct Codes {
    codes: Vec<u32>,
    nulls: Option<NullBuffer>,
}

impl Codes {
    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<usize> {
        let is_there = self.nulls.as_ref().is_none_or(|nulls| nulls.is_valid(at));
        self.codes.get(at).filter(|_| is_there).map(|code| *code as usize)
    }

    fn of<K: ArrowDictionaryKeyType>(array: &dyn Array, place: impl Fn(K::Native) -> u32) -> (Self, ArrayRef) {
        let array = array.as_dictionary::<K>();
        let codes = Self {
            codes: array.keys().values().iter().map(|key| place(*key)).collect(),
            nulls: array.keys().nulls().cloned(),
        };
        (codes, array.values().clone())
    }

    #[expect(
        clippy::cast_sign_loss,
        clippy::cast_possible_truncation,
        reason = "places of a dictionary are no more than that"
    )]
    fn of_any(array: &dyn Array, key: &DataType) -> Option<(Self, ArrayRef)> {
        Some(match key {
            DataType::Int8 => Self::of::<Int8Type>(array, |key| key as u32),
            DataType::Int16 => Self::of::<Int16Type>(array, |key| key as u32),
            DataType::Int32 => Self::of::<Int32Type>(array, |key| key as u32),
            DataType::Int64 => Self::of::<Int64Type>(array, |key| key as u32),
            DataType::UInt8 => Self::of::<UInt8Type>(array, u32::from),
            DataType::UInt16 => Self::of::<UInt16Type>(array, u32::from),
            DataType::UInt32 => Self::of::<UInt32Type>(array, |key| key),
            DataType::UInt64 => Self::of::<UInt64Type>(array, |key| key as u32),
            _ => return None,
        })
    }
}

fn at_of<O: OffsetSizeTrait>(array: &arrow_array::GenericStringArray<O>, at: usize) -> Option<&str> {
    (at < array.len() && array.is_valid(at)).then(|| array.value(at))
}

impl Texts {
    pub(crate) fn of(array: &dyn Array) -> Option<Self> {
        Some(match array.data_type() {
            DataType::Utf8 => Self::Small(array.as_string::<i32>().clone()),
            DataType::LargeUtf8 => Self::Large(array.as_string::<i64>().clone()),
            DataType::Utf8View => Self::View(array.as_string_view().clone()),
            DataType::Dictionary(key, _) => {
                let (codes, values) = Codes::of_any(array, key)?;
                Self::Coded(codes, Box::new(Self::of(values.as_ref())?))
            }
            DataType::Null => Self::Nothing(array.len()),
            _ => return None,
        })
    }

    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<&str> {
        match self {
            Self::Small(array) => at_of(array, at),
            Self::Large(array) => at_of(array, at),
            Self::View(array) => (at < array.len() && array.is_valid(at)).then(|| array.value(at)),
            Self::Coded(codes, values) => values.get(codes.get(at)?),
            Self::Nothing(_) => None,
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Small(array) => array.len(),
            Self::Large(array) => array.len(),
            Self::View(array) => array.len(),
            Self::Coded(codes, _) => codes.codes.len(),
            Self::Nothing(len) => *len,
        }
    }

    /// Whether its type is null, which has no values and may stand for a column of any.
    pub(crate) const fn is_untyped(&self) -> bool {
        match self {
            Self::Nothing(_) => true,
            Self::Coded(_, values) => values.is_untyped(),
            Self::Small(_) | Self::Large(_) | Self::View(_) => false,
        }
    }

    pub(crate) fn read(name: &str, array: &ArrayRef, issues: &mut RowIssues) -> Option<Self> {
        let found = Self::of(array.as_ref());
        if found.is_none() {
            let message = format!("expected a column of texts, found {}", array.data_type());
            issues.push(RowIssue::new(Code::DocumentWrongType, None, name, message));
        }
        found
    }
}

/// Words of one of okrkit's lists, or days: each parsed once.
#[derive(Debug, Clone)]
pub(crate) struct Parsed<T>(Vec<Option<T>>);

impl<T: Copy> Parsed<T> {
    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<T> {
        self.0.get(at).copied().flatten()
    }

    fn of_texts(name: &str, code: Code, texts: &Texts, first_row: u64, issues: &mut RowIssues) -> Self
    where
        T: FromStr,
        T::Err: Display,
    {
        let mut parse = |at: usize, text: &str| {
            text.parse()
                .inspect_err(|error| {
                    let message = format!("found `{text}`: {error}");
                    issues.push(RowIssue::new(code, row(first_row, at), name, message));
                })
                .ok()
        };
        if let Texts::Coded(codes, values) = texts {
            let known: Vec<Option<T>> = (0..values.len()).map(|at| values.get(at)?.parse().ok()).collect();
            let of_code = |at| {
                let code = codes.get(at)?;
                let value = known.get(code).copied().flatten();
                // What no row names may be anything.
                value.or_else(|| values.get(code).and_then(|text| parse(at, text)))
            };
            return Self((0..texts.len()).map(of_code).collect());
        }
        Self((0..texts.len()).map(|at| texts.get(at).and_then(|text| parse(at, text))).collect())
    }

    /// Reads a column of words.
    pub(crate) fn words(name: &str, code: Code, array: &ArrayRef, first_row: u64, issues: &mut RowIssues) -> Option<Self>
    where
        T: FromStr,
        T::Err: Display,
    {
        let texts = Texts::read(name, array, issues)?;
        Some(Self::of_texts(name, code, &texts, first_row, issues))
    }
}

const DAY: i64 = 86_400_000;

impl Parsed<Date> {
    /// Reads a column of days: dates, or texts `YYYY-MM-DD`.
    pub(crate) fn days(name: &str, array: &ArrayRef, first_row: u64, issues: &mut RowIssues) -> Option<Self> {
        let since_1970: Box<dyn Fn(usize) -> i64> = match array.data_type() {
            DataType::Date32 => {
                let array = array.as_primitive::<Date32Type>().clone();
                Box::new(move |at| i64::from(array.value(at)))
            }
            DataType::Date64 => {
                let array = array.as_primitive::<Date64Type>().clone();
                Box::new(move |at| array.value(at).div_euclid(DAY))
            }
            _ => {
                let Some(texts) = Texts::of(array.as_ref()) else {
                    let message = format!("expected a column of dates, found {}", array.data_type());
                    issues.push(RowIssue::new(Code::DocumentWrongType, None, name, message));
                    return None;
                };
                return Some(Self::of_texts(name, Code::DateInvalid, &texts, first_row, issues));
            }
        };
        // Days repeat: mostly those of a few cycles.
        let mut last: Option<(i64, Date)> = None;
        let days = (0..array.len()).map(|at| {
            if array.is_null(at) {
                return None;
            }
            let days = since_1970(at);
            if let Some((known, date)) = last
                && known == days
            {
                return Some(date);
            }
            let date = date_of(days);
            match date {
                Some(date) => last = Some((days, date)),
                None => issues.push(RowIssue::new(
                    Code::DateInvalid,
                    row(first_row, at),
                    name,
                    format!("{days} days from 1970-01-01 are not within the years 0001 to 9999"),
                )),
            }
            date
        });
        Some(Self(days.collect()))
    }
}

/// The day that is so many days from 1970-01-01.
pub(crate) fn date_of(days: i64) -> Option<Date> {
    Date::new(1970, 1, 1).ok()?.add_days(i32::try_from(days).ok()?)
}

/// How many days it is from 1970-01-01 to a day.
pub(crate) fn days_of(date: Date) -> i32 {
    Date::new(1970, 1, 1).map_or(0, |epoch| date.days_since(epoch))
}
