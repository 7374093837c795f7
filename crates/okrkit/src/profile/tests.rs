#![expect(clippy::float_cmp, reason = "the doubles are the same to the bit")]

use super::{Profile, nine};

/// 0.65 is 0.65000000000000002220 as a double, 0.35 is 0.34999999999999997780: both go half up by their digits.
#[test]
fn grades_go_half_up_by_the_decimal_digits() {
    let profile = Profile::named("default").unwrap();
    for (score, grade) in [
        (0.65, 0.7),
        (0.35, 0.4),
        (0.349_999_999_4, 0.3),
        (0.349_999_999_6, 0.4),
        (0.0, 0.0),
        (1.0, 1.0),
        (0.95, 1.0),
    ] {
        assert_eq!(profile.grade_of(score), grade, "of {score}");
    }
}

#[test]
fn a_band_is_reached_at_its_first_grade() {
    let profile = Profile::named("default").unwrap();
    assert_eq!(
        [0.0, 0.3, 0.4, 0.6, 0.7, 1.0].map(|grade| profile.band_of(grade).unwrap()),
        ["red", "red", "yellow", "yellow", "green", "green"]
    );
}

#[test]
fn figures_compare_at_nine_decimals() {
    assert_eq!(nine(0.5 - 0.4), nine(0.1));
    assert_ne!(nine(0.100_000_001), nine(0.1));
    assert_eq!(nine(-0.300_000_000_4), -0.3);
    // From 2^52 billionths on there are no decimals left to round.
    assert_eq!(nine(1e300), 1e300);
}
