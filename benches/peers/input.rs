//! The input: key results with the ids of their objectives, in no order, and the tree of the objectives.

use std::fs;
use std::path::Path;

/// Four key results an objective; twelve objectives contribute to each that has any.
pub(crate) struct Input {
    pub(crate) n: usize,
    /// Of each key result the number of its objective.
    pub(crate) objective: Vec<u32>,
    pub(crate) start: Vec<f64>,
    pub(crate) target: Vec<f64>,
    /// NaN where nothing was checked in: one in a hundred, never the first of an objective.
    pub(crate) reading: Vec<f64>,
    pub(crate) weight: Vec<f64>,
    pub(crate) n_objectives: usize,
}

pub(crate) const PER_OBJECTIVE: usize = 4;
const FAN: usize = 12;

impl Input {
    pub(crate) fn new(n: usize) -> Self {
        let mut order: Vec<u32> = (0..n as u32).collect();
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        for at in (1..n).rev() {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            order.swap(at, (state % (at as u64 + 1)) as usize);
        }
        let column = |of: fn(u32) -> f64| order.iter().map(|at| of(*at)).collect();
        Self {
            n,
            objective: order.iter().map(|at| at / PER_OBJECTIVE as u32).collect(),
            start: column(|at| f64::from(at % 7)),
            target: column(|at| f64::from(at % 7 + 10 + at % 90)),
            reading: column(|at| {
                let is_missing = at % PER_OBJECTIVE as u32 != 0 && at % 100 == 7;
                if is_missing {
                    f64::NAN
                } else {
                    f64::from(at % 7) + f64::from(at.wrapping_mul(2_654_435_761) % 1_200) / 10.0 - 10.0
                }
            }),
            weight: column(|at| f64::from(at % 5 + 1) / 2.0),
            n_objectives: n.div_ceil(PER_OBJECTIVE),
        }
    }

    pub(crate) fn id(objective: usize) -> String {
        format!("objective-{objective:08}")
    }

    /// Of an objective the one it contributes to.
    pub(crate) fn parent(objective: usize) -> Option<usize> {
        objective.checked_sub(1).map(|before| before / FAN)
    }

    pub(crate) fn reading_of(&self, at: usize) -> Option<f64> {
        Some(self.reading[at]).filter(|reading| !reading.is_nan())
    }

    /// What nobody can avoid who begins with these columns: every number looked at once. A plan has divided them when it was read, and
    /// its scores read two numbers a key result and not four.
    pub(crate) fn sum(&self) -> f64 {
        let mut sums = [0.0; 4];
        let rows = self.start.iter().zip(&self.target).zip(&self.reading).zip(&self.weight);
        for (((start, target), reading), weight) in rows {
            sums[0] += start;
            sums[1] += target;
            sums[2] += reading;
            sums[3] += weight;
        }
        sums.iter().sum()
    }

    /// Writes it for those that run elsewhere.
    pub(crate) fn write(&self, folder: &Path) {
        fs::create_dir_all(folder).expect("a folder");
        for (name, column) in [
            ("start", &self.start),
            ("target", &self.target),
            ("reading", &self.reading),
            ("weight", &self.weight),
        ] {
            let bytes: Vec<u8> = column.iter().flat_map(|value| value.to_le_bytes()).collect();
            fs::write(folder.join(name).with_extension("f64"), bytes).expect("a column");
        }
        let lines = |ids: &mut dyn Iterator<Item = String>| ids.fold(String::new(), |lines, id| lines + &id + "\n");
        let ids = lines(&mut self.objective.iter().map(|at| Self::id(*at as usize)));
        fs::write(folder.join("objective_id.txt"), ids).expect("the ids");
        let objectives = lines(&mut (0..self.n_objectives).map(Self::id));
        fs::write(folder.join("objectives.txt"), objectives).expect("the objectives");
        let parents = lines(&mut (0..self.n_objectives).map(|at| Self::parent(at).map(Self::id).unwrap_or_default()));
        fs::write(folder.join("parents.txt"), parents).expect("the parents");
    }
}
