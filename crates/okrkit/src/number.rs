//! A number that may be missing, in the room of a number.

/// As `Option<f64>`, in eight bytes: NaN stands for none. No number of a plan or a scorecard is NaN.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Maybe(f64);

impl Maybe {
    pub(crate) const NONE: Self = Self(f64::NAN);

    pub(crate) fn get(self) -> Option<f64> {
        (!self.0.is_nan()).then_some(self.0)
    }
}

impl From<Option<f64>> for Maybe {
    fn from(value: Option<f64>) -> Self {
        value.map_or(Self::NONE, Self)
    }
}

impl From<f64> for Maybe {
    fn from(value: f64) -> Self {
        Self(value)
    }
}

impl Default for Maybe {
    fn default() -> Self {
        Self::NONE
    }
}

impl PartialEq for Maybe {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}
