//! Counting what passed and failed, from the output of those who know.

use std::fmt;

/// How many passed, and how many failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Tally {
    pub(crate) fn count(&mut self, good: bool) {
        if good {
            self.passed += 1;
        } else {
            self.failed += 1;
        }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// What the test harness says at the end of a binary: `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    pub(crate) fn of_tests(line: &str) -> Option<Self> {
        line.contains("test result:").then_some(())?;
        Some(Self {
            passed: number_before(line, "passed;")?,
            failed: number_before(line, "failed;")?,
        })
    }

    /// What pytest closes with: `== 3 failed, 12 passed in 0.41s ==`. What was skipped or failed to be set up was not tested.
    pub(crate) fn of_pytest(line: &str) -> Option<Self> {
        let line = line.trim_matches(['=', ' ']);
        let (counts, took) = line.rsplit_once(" in ")?;
        took.split_whitespace().next()?.ends_with('s').then_some(())?;
        let mut tally = Self::default();
        for count in counts.split(", ") {
            let (number, what) = count.split_once(' ')?;
            let number: u64 = number.parse().ok()?;
            match what {
                "passed" => tally.passed += number,
                "warning" | "warnings" | "deselected" => {}
                _ => tally.failed += number,
            }
        }
        Some(tally)
    }

    /// What Node's test runner closes with: a line `ℹ pass 3`, and one `ℹ fail 0`.
    pub(crate) fn of_node(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [_, what, count] = words.as_slice() else { return None };
        let count = count.parse().ok()?;
        match *what {
            "pass" => Some(Self { passed: count, failed: 0 }),
            "fail" => Some(Self { passed: 0, failed: count }),
            _ => None,
        }
    }

    /// What a conformance runner closes with: `3 passed, 0 failed`.
    pub(crate) fn of_cases(line: &str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let passed = words.next()?.parse().ok()?;
        (words.next()? == "passed,").then_some(())?;
        let failed = words.next()?.parse().ok()?;
        (words.next()? == "failed" && words.next().is_none()).then_some(Self { passed, failed })
    }
}

fn number_before(line: &str, word: &str) -> Option<u64> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let at = words.iter().position(|found| *found == word)?;
    words.get(at.checked_sub(1)?)?.parse().ok()
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_the_test_harness_are_counted() {
        let line = "test result: FAILED. 12 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(Tally::of_tests(line), Some(Tally { passed: 12, failed: 1 }));
        assert_eq!(Tally::of_tests("test conformance::tests::null_is_exactly_null ... ok"), None);
        assert_eq!(Tally::of_tests("12 passed; 1 failed;"), None);
    }

    #[test]
    fn the_last_line_of_pytest_is_counted_and_what_was_skipped_did_not_pass() {
        let line = "==== 1 failed, 12 passed, 2 skipped, 3 warnings in 0.41s ====";
        assert_eq!(Tally::of_pytest(line), Some(Tally { passed: 12, failed: 3 }));
        assert_eq!(Tally::of_pytest("12 passed in 61.20s (0:01:01)"), Some(Tally { passed: 12, failed: 0 }));
        assert_eq!(Tally::of_pytest("tests/test_plan.py ....   [ 12%]"), None);
    }

    #[test]
    fn results_of_node_are_counted() {
        assert_eq!(Tally::of_node("ℹ pass 12"), Some(Tally { passed: 12, failed: 0 }));
        assert_eq!(Tally::of_node("ℹ fail 1"), Some(Tally { passed: 0, failed: 1 }));
        assert_eq!(Tally::of_node("ℹ tests 13"), None);
        assert_eq!(Tally::of_node("✔ plans pass 12"), None);
    }

    #[test]
    fn the_last_line_of_a_conformance_runner_is_counted() {
        assert_eq!(Tally::of_cases("171 passed, 2 failed"), Some(Tally { passed: 171, failed: 2 }));
        assert_eq!(Tally::of_cases("FAILED page.json: 1 passed, 0 failed"), None);
        assert_eq!(Tally::of_cases("1 passed, 0 failed and more"), None);
    }

    #[test]
    fn a_tally_reads_as_it_is_written() {
        let tally = Tally { passed: 3, failed: 4 };
        assert_eq!(Tally::of_cases(&tally.to_string()), Some(tally));
    }
}
