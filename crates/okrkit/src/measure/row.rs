//! Measures as rows of a table have them: a few numbers, and one reading.

use super::gauge::{EventsScale, Gauge, Scale, Way, number_through};
use super::{Measure, MeasureFields, MeasureKind, Outcome, ReadingRule, Reason, Rules};
use crate::issue::Issues;
use crate::wire::Context;

/// The measure of a key result as a row of numbers, to be put to one reading that somebody else gathered.
///
/// The reading is what [`Reading`](super::Reading) would be on the day: the latest value, their sum, as the key result has it. Of
/// `events` it is what those so far are worth, of `done` it is 1 or 0. What `bands`, `zones`, `milestones`, `composite` and
/// `children` are judged by is no number, so for them a row brings progress that was computed elsewhere.
///
/// ```
/// use okrkit::{MeasureFields, RowMeasure};
///
/// let mut fields = MeasureFields::default();
/// (fields.kind, fields.target) = (Some("levels".to_owned()), Some(6.0));
/// let issues = RowMeasure::from_fields(fields).unwrap_err();
/// assert_eq!(issues.iter().map(|issue| issue.path.as_str()).collect::<Vec<_>>(), ["/start"]);
/// # Ok::<(), okrkit::Issues>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct RowMeasure(Form);

#[derive(Debug, Clone, Copy)]
enum Form {
    Gauge(Gauge),
    /// A change whose baseline is not known.
    NoBaseline,
    /// Progress comes from elsewhere.
    Elsewhere(MeasureKind),
    NotScored,
}

impl RowMeasure {
    /// A metric between two numbers, the way most rows take. `None` where the document would refuse it: start and target are the
    /// same or no finite numbers. [`from_fields`](Self::from_fields) tells what is wrong.
    #[must_use]
    #[inline]
    #[expect(clippy::float_cmp, reason = "measures compare the doubles as they are")]
    pub fn metric(start: Option<f64>, target: f64) -> Option<Self> {
        let is_way = target.is_finite() && start.is_none_or(|start| start.is_finite() && start != target);
        is_way.then(|| Self(Form::Gauge(Gauge::Number(Scale::Way(Way { start: start.into(), target }), ReadingRule::Latest))))
    }

    /// A measure by the fields of the document; without `kind` it is a metric. The rule by which readings are gathered is past.
    ///
    /// # Errors
    /// What is wrong with the fields, as a document would be told; each path is a slash and the name of a field.
    pub fn from_fields(mut fields: MeasureFields) -> Result<Self, Issues> {
        let kind = fields.kind.get_or_insert_with(|| MeasureKind::Metric.as_str().to_owned());
        if let Ok(kind) = kind.parse()
            && Self::is_from_elsewhere(kind)
        {
            return Ok(Self::elsewhere(kind));
        }
        let mut cx = Context::default();
        let measure = Measure::from_fields(fields, &mut cx);
        if !cx.has_issues() {
            measure.check_fields(&mut cx, None);
        }
        if cx.has_issues() { Err(cx.refusal()) } else { Ok(Self::of(&measure)) }
    }

    /// What a measure comes down to.
    #[must_use]
    pub fn of(measure: &Measure) -> Self {
        Self(match (measure.gauge(), measure) {
            (Some(gauge), _) => Form::Gauge(gauge),
            (None, Measure::Change(_)) => Form::NoBaseline,
            (None, Measure::Observe(_)) => Form::NotScored,
            (None, measure) => Form::Elsewhere(measure.kind()),
        })
    }

    /// A measure of a kind whose progress is computed elsewhere.
    #[must_use]
    pub const fn elsewhere(kind: MeasureKind) -> Self {
        match kind {
            MeasureKind::Observe => Self(Form::NotScored),
            kind => Self(Form::Elsewhere(kind)),
        }
    }

    /// Whether no number says how far a measure of this kind is.
    #[must_use]
    pub const fn is_from_elsewhere(kind: MeasureKind) -> bool {
        matches!(
            kind,
            MeasureKind::Bands | MeasureKind::Zones | MeasureKind::Milestones | MeasureKind::Composite | MeasureKind::Children
        )
    }

    /// Before any clamp.
    #[inline]
    pub(crate) fn progress(&self, reading: Option<f64>, rules: &Rules<'_>) -> Outcome {
        match &self.0 {
            Form::Gauge(Gauge::Number(scale, _)) => number_through(reading, |value| scale.progress_of(value, rules)).1,
            Form::Gauge(Gauge::Events(EventsScale { count, .. })) => number_through(reading, |worth| Outcome::finite(worth / count)).1,
            Form::Gauge(Gauge::Done) => number_through(reading, |done| Outcome::Value(f64::from(done != 0.0))).1,
            Form::NoBaseline => number_through(reading, |_| Outcome::NoData(Reason::Baseline)).1,
            Form::Elsewhere(_) => Outcome::NoData(Reason::NoCheckIns),
            Form::NotScored => Outcome::NotScored,
        }
    }

    /// F12: what is expected once a share of the time has gone.
    pub(crate) fn expected(&self, elapsed: f64, rules: &Rules<'_>) -> f64 {
        match &self.0 {
            Form::Gauge(gauge) => gauge.expected(elapsed, rules),
            Form::Elsewhere(MeasureKind::Zones) => rules.anchors.target * elapsed,
            Form::NoBaseline | Form::Elsewhere(_) | Form::NotScored => elapsed,
        }
    }

    pub(crate) const fn is_kept_or_broken(&self) -> bool {
        matches!(&self.0, Form::Gauge(gauge) if gauge.is_kept_or_broken())
    }

    pub(crate) const fn is_scored(&self) -> bool {
        !matches!(self.0, Form::NotScored)
    }
}

#[cfg(test)]
mod tests {
    use super::RowMeasure;
    use crate::issue::Code;
    use crate::measure::MeasureFields;

    fn fields(kind: &str) -> MeasureFields {
        MeasureFields {
            kind: Some(kind.to_owned()),
            ..MeasureFields::default()
        }
    }

    #[test]
    fn a_metric_that_the_document_would_refuse_is_none() {
        assert!(RowMeasure::metric(Some(0.0), 10.0).is_some());
        assert!(RowMeasure::metric(None, 10.0).is_some());
        for (start, target) in [(Some(5.0), 5.0), (Some(f64::NAN), 5.0), (None, f64::INFINITY)] {
            assert!(RowMeasure::metric(start, target).is_none(), "{start:?} {target}");
        }
    }

    #[test]
    fn what_is_wrong_with_fields_is_told_with_the_name_of_the_field() {
        let told = |fields| {
            let issues = RowMeasure::from_fields(fields).unwrap_err();
            issues.iter().map(|issue| (issue.code, issue.path.clone())).collect::<Vec<_>>()
        };
        assert_eq!(told(fields("metrik")), [(Code::DocumentUnknownKind, "/kind".to_owned())]);
        assert_eq!(told(fields("metric")), [(Code::DocumentMissingField, "/target".to_owned())]);
        let with_target = MeasureFields {
            target: Some(1.0),
            ..fields("done")
        };
        assert_eq!(told(with_target), [(Code::DocumentUnknownField, "/target".to_owned())]);
        assert_eq!(told(fields("threshold")), [(Code::MeasureEmpty, String::new())]);
    }

    #[test]
    fn kinds_without_one_number_need_no_fields() {
        assert!(RowMeasure::from_fields(fields("milestones")).is_ok());
    }
}
