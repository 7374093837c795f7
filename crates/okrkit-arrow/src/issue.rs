//! Problems of tables: like those of documents, with a row and a column in the place of a pointer.

use std::fmt;

use arrow_schema::ArrowError;
use okrkit::{Code, Issues};

/// One problem of a table.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RowIssue {
    /// The stable code, from okrkit's catalogue.
    pub code: Code,
    /// The table of a plan, where there are several.
    pub table: Option<&'static str>,
    /// The row, counted from 0 over all batches of the stream. `None`: it is about the whole table.
    pub row: Option<u64>,
    /// The column, where it is about one.
    pub column: Option<String>,
    /// What is wrong, in one line.
    pub message: String,
}

impl RowIssue {
    pub(crate) fn new(code: Code, row: impl Into<Option<u64>>, column: &str, message: impl Into<String>) -> Self {
        Self {
            code,
            table: None,
            row: row.into(),
            column: (!column.is_empty()).then(|| column.to_owned()),
            message: message.into(),
        }
    }
}

impl fmt::Display for RowIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if let Some(row) = self.row {
            write!(f, " in row {row}")?;
        }
        if let Some(table) = self.table {
            write!(f, " of the table `{table}`")?;
        }
        if let Some(column) = &self.column {
            write!(f, " of `{column}`")?;
        }
        write!(f, ": {}", self.message)
    }
}

/// The problems of a table, in the order of the rows: at least one, and at most [`MOST`](Self::MOST) told.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RowIssues {
    told: Vec<RowIssue>,
    more: usize,
}

impl RowIssues {
    /// As many are told; the rest is counted.
    pub const MOST: usize = 1_000;

    pub(crate) fn push(&mut self, issue: RowIssue) {
        if self.told.len() < Self::MOST {
            self.told.push(issue);
        } else {
            self.more += 1;
        }
    }

    /// The problems of fields of one row; the last part of each path names the column.
    pub(crate) fn push_of_fields(&mut self, row: u64, issues: &Issues) {
        for issue in issues {
            let column = issue.path.rsplit('/').next().unwrap_or_default();
            self.push(RowIssue::new(issue.code, row, column, issue.message.clone()));
        }
    }

    pub(crate) fn extend(&mut self, other: Self) {
        self.more += other.more;
        other.told.into_iter().for_each(|issue| self.push(issue));
    }

    /// The same, of one of several tables.
    pub(crate) fn within(mut self, table: &'static str) -> Self {
        self.told.iter_mut().for_each(|issue| issue.table = Some(table));
        self
    }

    /// Column by column is how they are found, row by row how they are read.
    pub(crate) fn sort(&mut self) {
        self.told.sort_by_key(|issue| issue.row);
    }

    /// The problems that are told.
    pub fn iter(&self) -> std::slice::Iter<'_, RowIssue> {
        self.told.iter()
    }

    /// How many are told.
    #[must_use]
    pub fn len(&self) -> usize {
        self.told.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// How many there are beyond those that are told.
    #[must_use]
    pub fn more(&self) -> usize {
        self.more
    }
}

impl<'a> IntoIterator for &'a RowIssues {
    type Item = &'a RowIssue;
    type IntoIter = std::slice::Iter<'a, RowIssue>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for RowIssues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, issue) in self.told.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{issue}")?;
        }
        if self.more > 0 {
            write!(f, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for RowIssues {}

/// Why a table gives no result.
#[derive(Debug)]
#[non_exhaustive]
pub enum TableError {
    /// What stands in the rows.
    Rows(RowIssues),
    /// What the rows add up to is no valid plan.
    Plan(Issues),
    /// What Arrow, or whoever hands over the batches, has to say.
    Arrow(ArrowError),
    /// What Parquet has to say.
    #[cfg(feature = "parquet")]
    Parquet(parquet::errors::ParquetError),
    /// What the file system has to say.
    #[cfg(feature = "parquet")]
    Io(std::io::Error),
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rows(issues) => issues.fmt(f),
            Self::Plan(issues) => issues.fmt(f),
            Self::Arrow(error) => error.fmt(f),
            #[cfg(feature = "parquet")]
            Self::Parquet(error) => error.fmt(f),
            #[cfg(feature = "parquet")]
            Self::Io(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for TableError {}

macro_rules! from {
    ($($(#[$meta:meta])* $from:ty => $variant:ident),*) => {$(
        $(#[$meta])*
        impl From<$from> for TableError {
            fn from(error: $from) -> Self {
                Self::$variant(error)
            }
        }
    )*};
}
from! {
    RowIssues => Rows,
    Issues => Plan,
    ArrowError => Arrow,
    #[cfg(feature = "parquet")]
    parquet::errors::ParquetError => Parquet,
    #[cfg(feature = "parquet")]
    std::io::Error => Io
}
