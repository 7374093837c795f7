//! The figures as JSON and as a table.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

/// What is told of the core alone, at the largest size.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) scorecard_ns_per_kr: f64,
    pub(crate) check_in_us: f64,
    pub(crate) read_mb_per_s: f64,
    /// Memory of the plan beside the text that it keeps of its objectives.
    pub(crate) bytes_per_kr: f64,
    pub(crate) text_bytes_per_kr: f64,
}

/// A contender at a size, in nanoseconds a key result.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) is_okrkit: bool,
    pub(crate) n: usize,
    pub(crate) scores: Option<f64>,
    pub(crate) tree: Option<f64>,
}

#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) rows: Vec<Row>,
    pub(crate) sum_columns: f64,
    pub(crate) facts: Facts,
    pub(crate) largest: usize,
}

/// Three digits are what such figures are good for.
fn digits(value: f64) -> f64 {
    format!("{value:.2e}").parse().unwrap_or(value)
}

impl Report {
    fn at_largest(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.n == self.largest)
    }

    pub(crate) fn json(&self) -> Value {
        let mut peers = Map::new();
        for row in self.at_largest().filter(|row| row.name != "okrkit") {
            let figure = |value: Option<f64>| value.map(digits);
            peers.insert(
                row.name.clone(),
                json!({ "scores_ns_per_kr": figure(row.scores), "tree_ns_per_kr": figure(row.tree) }),
            );
        }
        let core = self.at_largest().find(|row| row.name == "okrkit");
        json!({
            "n_key_results": self.largest,
            "sum_columns_ns_per_kr": digits(self.sum_columns),
            "okrkit": {
                "scores_ns_per_kr": core.and_then(|row| row.scores).map(digits),
                "tree_ns_per_kr": core.and_then(|row| row.tree).map(digits),
                "scorecard_ns_per_kr": digits(self.facts.scorecard_ns_per_kr),
                "check_in_us": digits(self.facts.check_in_us),
                "read_mb_per_s": digits(self.facts.read_mb_per_s),
                "bytes_per_kr": digits(self.facts.bytes_per_kr),
                "text_bytes_per_kr": digits(self.facts.text_bytes_per_kr),
            },
            "peers": peers,
        })
    }

    pub(crate) fn markdown(&self) -> String {
        let mut sizes: Vec<usize> = self.rows.iter().map(|row| row.n).collect();
        sizes.dedup();
        let mut names: Vec<&str> = Vec::new();
        for row in &self.rows {
            if !names.contains(&row.name.as_str()) {
                names.push(&row.name);
            }
        }
        let mut out = String::from(
            "# okrkit and its peers\n\nNanoseconds a key result, by the number of key results: medians of one run in which all take turns, each with outputs equal to the others'.\n",
        );
        for (title, figure) in [
            (
                "Scores of objectives from their key results",
                (|row: &Row| row.scores) as fn(&Row) -> Option<f64>,
            ),
            ("The same, rolled up a tree of objectives", |row| row.tree),
        ] {
            let _ = write!(out, "\n## {title}\n\n|");
            for size in &sizes {
                let _ = write!(out, " | {size}");
            }
            let _ = writeln!(out, " |\n|---{}|", "|--:".repeat(sizes.len()));
            for name in &names {
                let cells: Vec<String> = sizes
                    .iter()
                    .map(|size| {
                        let row = self.rows.iter().find(|row| row.name == **name && row.n == *size);
                        row.and_then(figure).map_or_else(|| "–".to_owned(), |value| digits(value).to_string())
                    })
                    .collect();
                if cells.iter().any(|cell| cell != "–") {
                    let _ = writeln!(out, "| {name} | {} |", cells.join(" | "));
                }
            }
        }
        let Facts {
            scorecard_ns_per_kr,
            check_in_us,
            read_mb_per_s,
            bytes_per_kr,
            text_bytes_per_kr,
        } = &self.facts;
        let _ = writeln!(
            out,
            "\nAt {} key results: summing the four columns once takes {} ns a key result, a full scorecard {} ns, a check-in that moves all above it {} µs; the plan takes {} bytes a key result beside the text that it keeps, which takes {}, and is read at {} MB/s.",
            self.largest,
            digits(self.sum_columns),
            digits(*scorecard_ns_per_kr),
            digits(*check_in_us),
            digits(*bytes_per_kr),
            digits(*text_bytes_per_kr),
            digits(*read_mb_per_s)
        );
        out
    }
}
