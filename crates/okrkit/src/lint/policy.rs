//! The limits of the rules.

use serde::{Deserialize, Serialize};

use crate::rhythm::StalenessPolicy;
use crate::wire;

/// Every limit that a rule goes by, with its default.
///
/// Shares are on the scale 0–1, days are whole. A limit that no plan reaches turns a rule off; so does its level in the plan.
///
/// ```
/// let policy: okrkit::LintPolicy = serde_json::from_str(r#"{"most_key_results": 4}"#)?;
/// assert_eq!((policy.most_key_results, policy.fewest_key_results), (4, 2));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct LintPolicy {
    /// The fewest objectives of a team in a cycle: 3 (Doerr, Google re:Work: three to five).
    pub fewest_objectives: usize,
    /// The most objectives of a team in a cycle: 5.
    pub most_objectives: usize,
    /// The fewest key results of an objective: 2.
    pub fewest_key_results: usize,
    /// The most key results of an objective: 5.
    pub most_key_results: usize,
    /// How many key results of a committed objective must enter its score: 2.
    pub committed_key_results: usize,
    /// From how many objectives of a team and cycle on it is odd if all have the same ambition: 3.
    pub same_ambition_from: usize,
    /// The largest part that one key result may have of its objective: 0.8.
    pub largest_share: f64,
    /// How long the title of an objective may be, in Unicode scalars: 90.
    pub objective_title_chars: usize,
    /// How long the title of a key result may be, in Unicode scalars: 120.
    pub key_result_title_chars: usize,
    /// The first number that is taken for a year in the title of an objective: 1900.
    pub first_year: u32,
    /// The last number that is taken for a year: 2199.
    pub last_year: u32,
    /// Words after which such a number is a year. It is one too where a cycle of the plan reaches into that year.
    pub year_words: Vec<String>,
    /// Words that are numbers.
    pub number_words: Vec<String>,
    /// Verbs of doing something: what somebody is busy with. In any language; case, accents and vowel signs do not matter.
    pub activity_words: Vec<String>,
    /// Verbs of making something: what is there afterwards, not what it is good for.
    pub output_words: Vec<String>,
    /// Words that say better and not how much.
    pub vague_words: Vec<String>,
    /// Words after which a number should rise.
    pub rising_words: Vec<String>,
    /// Words after which a number should fall.
    pub falling_words: Vec<String>,
    /// Words after which another verb may follow in a title.
    pub joining_words: Vec<String>,
    /// The most key results that one person may own at a time: 6.
    pub most_owned: usize,
    /// Until how many days after the start a first reading at the target means that it was there already: 7.
    pub first_reading_days: i32,
    /// For how many days a threshold must have been kept to count as no news: 45.
    pub kept_days: i32,
    /// By how many check-ins at least: 4.
    pub kept_check_ins: usize,
    /// From how many key results of an objective on it is odd if all are of one kind: 3.
    pub one_kind_from: usize,
    /// From how many key results of an objective on it is odd if all of them are work that gets done: 2.
    pub only_done_from: usize,
    /// How old the latest reading of a guardrail may be, in days: 31.
    pub guardrail_days: i32,
    /// From when on a key result is stale, as [`staleness`](crate::rhythm::staleness()) has it.
    pub staleness: StalenessPolicy,
    /// How many days after the start the first check-in is due: 7.
    pub first_check_in_days: i32,
    /// How many days after its end an objective may still be open: 14.
    pub close_days: i32,
    /// How long the same blocker may be reported, in days: 14.
    pub blocker_days: i32,
    /// The share of the time from which an easier target is a late one: 2/3.
    pub late_from: f64,
    /// How often a target may be made easier: 1.
    pub most_lowered: usize,
    /// The share of the time within which a target that is reached was no stretch: 1/3.
    pub early_until: f64,
    /// From how many ended aspirational objectives of a team on it is telling that all scored in full: 3.
    pub full_from: usize,
    /// The score from which an objective scored in full: 1.
    pub full_score: f64,
    /// How far progress may fall from one check-in to the next: 0.3.
    pub jump_back: f64,
    /// How far a score set by hand may lie from the computed one: 0.2.
    pub manual_distance: f64,
    /// The confidence from which somebody is confident: 0.7.
    pub high_confidence: f64,
    /// The confidence up to which somebody is not: 0.3.
    pub low_confidence: f64,
    /// How far progress must be beyond what is expected to count as ahead: 0.1.
    pub ahead: f64,
    /// How many times in a row the same confidence is no judgement any more: 5.
    pub same_confidence: usize,
}

wire::settings! {
    LintPolicy is "a policy of lint" {
        fewest_objectives in wire::COUNT,
        most_objectives in wire::COUNT,
        fewest_key_results in wire::COUNT,
        most_key_results in wire::COUNT,
        committed_key_results in wire::COUNT,
        same_ambition_from in wire::COUNT,
        largest_share in wire::SHARE,
        objective_title_chars in wire::COUNT,
        key_result_title_chars in wire::COUNT,
        first_year in wire::whole(0, 9999),
        last_year in wire::whole(0, 9999),
        year_words,
        number_words,
        activity_words,
        output_words,
        vague_words,
        rising_words,
        falling_words,
        joining_words,
        most_owned in wire::COUNT,
        first_reading_days in wire::DAYS,
        kept_days in wire::DAYS,
        kept_check_ins in wire::COUNT,
        one_kind_from in wire::COUNT,
        only_done_from in wire::COUNT,
        guardrail_days in wire::DAYS,
        staleness,
        first_check_in_days in wire::DAYS,
        close_days in wire::DAYS,
        blocker_days in wire::DAYS,
        late_from in wire::SHARE,
        most_lowered in wire::COUNT,
        early_until in wire::SHARE,
        full_from in wire::COUNT,
        full_score in wire::SHARE,
        jump_back in wire::FROM_0,
        manual_distance in wire::SHARE,
        high_confidence in wire::SHARE,
        low_confidence in wire::SHARE,
        ahead in wire::FROM_0,
        same_confidence in wire::COUNT,
    }
}

impl Default for LintPolicy {
    fn default() -> Self {
        Self {
            fewest_objectives: 3,
            most_objectives: 5,
            fewest_key_results: 2,
            most_key_results: 5,
            committed_key_results: 2,
            same_ambition_from: 3,
            largest_share: 0.8,
            objective_title_chars: 90,
            key_result_title_chars: 120,
            first_year: 1900,
            last_year: 2199,
            year_words: list(YEAR),
            number_words: list(NUMBER),
            activity_words: list(ACTIVITY),
            output_words: list(OUTPUT),
            vague_words: list(VAGUE),
            rising_words: list(RISING),
            falling_words: list(FALLING),
            joining_words: list("and, then, to, by, while, ثم, أو"),
            most_owned: 6,
            first_reading_days: 7,
            kept_days: 45,
            kept_check_ins: 4,
            one_kind_from: 3,
            only_done_from: 2,
            guardrail_days: 31,
            staleness: StalenessPolicy::default(),
            first_check_in_days: 7,
            close_days: 14,
            blocker_days: 14,
            late_from: 2.0 / 3.0,
            most_lowered: 1,
            early_until: 1.0 / 3.0,
            full_from: 3,
            full_score: 1.0,
            jump_back: 0.3,
            manual_distance: 0.2,
            high_confidence: 0.7,
            low_confidence: 0.3,
            ahead: 0.1,
            same_confidence: 5,
        }
    }
}

fn list(words: &str) -> Vec<String> {
    words.split(", ").map(str::to_owned).collect()
}

const YEAR: &str = "in, by, year, since, until, till, before, after, during, fy, end, عام, سنة, في, نهاية, منذ, حتى, قبل, بعد, خلال";

const NUMBER: &str = "ten, eleven, twelve, fifteen, twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety, hundred, thousand, million, billion, dozen, \
    عشرة, عشر, عشرين, عشرون, ثلاثين, ثلاثون, أربعين, أربعون, خمسين, خمسون, ستين, ستون, سبعين, سبعون, ثمانين, ثمانون, تسعين, تسعون, \
    مئة, مائة, مئتين, مئتان, مئات, ألف, ألفين, ألفان, آلاف, مليون, ملايين, مليار";

const ACTIVITY: &str = "help, support, assist, participate, attend, analyse, analyze, explore, discuss, review, research, investigate, consult, monitor, \
    coordinate, collaborate, cooperate, work on, work with, focus on, look into, continue, try, prepare, study, evaluate, contribute, communicate, مساعدة, دعم, \
    مشاركة, حضور, تحليل, دراسة, مناقشة, مراجعة, بحث, متابعة, تنسيق, تعاون, استكشاف, تقييم, استمرار, التركيز على, العمل على";

const OUTPUT: &str = "launch, build, create, develop, implement, ship, release, publish, deliver, roll out, introduce, deploy, design, write, produce, set up, \
    install, organise, organize, host, hold, run, train, complete, finish, adopt, migrate, document, إطلاق, بناء, إنشاء, تطوير, تنفيذ, نشر, تسليم, إدخال, تصميم, كتابة, \
    إنتاج, تنظيم, عقد, تدريب, إعداد, اعتماد, تشغيل, إكمال, إرساء, توثيق";

const VAGUE: &str = "improve, better, enhance, optimise, optimize, strengthen, boost, significantly, substantially, effective, efficient, more, less, great, \
    world class, seamless, as much as possible, تحسين, أفضل, تعزيز, أكثر, أقل, ملحوظ, فعال, متميز, بشكل كبير, قدر الإمكان";

const RISING: &str = "increase, raise, grow, lift, double, triple, زيادة, رفع, تنمية, مضاعفة";

const FALLING: &str = "reduce, cut, lower, decrease, shorten, halve, shrink, خفض, تخفيض, تقليل, تقليص, تقصير";
