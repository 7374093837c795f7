//! How it came to where it is: progress week by week, one reading against what it was to be, and how check-ins were kept to.

use okrkit::rhythm::{DisciplineRate, SlotStatus};
use okrkit::trend::{TrendDays, TrendPoint};
use okrkit::{Cadence, Language, Scorecard, Trend, check_in_slots, discipline, owed, trend};

use crate::layout::{day, heading, left, number, own, percent, right, width, word, wrapped};
use crate::options::tag;

const TITLE: usize = 44;
const NAME: usize = 26;
/// From nothing to all of it.
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

pub(crate) fn chapter(card: &Scorecard, language: Language) -> String {
    let (plan, as_of) = (card.plan(), card.as_of().on);
    let Some(first) = card.objectives().map(|(_, score)| score.starts).min().filter(|first| *first <= as_of) else {
        return String::new();
    };
    let series = trend(plan, card.profile(), TrendDays::new(first, as_of, Cadence::Week));
    let rows = plan.objectives().filter_map(|objective| {
        let points: Vec<TrendPoint> = series.node(&objective.id)?.points().collect();
        let (last, line) = (points.last()?, points.iter().map(height).collect::<String>());
        Some(format!(
            "{} {line} {}{}  {}\n",
            own(objective.title.get(tag(language)), TITLE),
            right(&percent(last.progress), 5),
            right(&percent(Some(last.expected)), 5),
            word(last.status.as_str()),
        ))
    });
    let rows: String = rows.collect();
    let caption = format!("Progress of each objective, week by week since {}; % now, and as expected.\n\n", day(first));
    heading("Week by week") + &caption + &rows + &burn_up(card, &series, language) + &check_ins(card, language)
}

/// The reading of the key result that is furthest from what it was to be by now, every third week.
fn burn_up(card: &Scorecard, series: &Trend, language: Language) -> String {
    let measured = card.key_results().filter(|(_, score)| score.target.is_some());
    let with_line = measured.filter_map(|(key_result, score)| {
        let points: Vec<TrendPoint> = series.node(&key_result.id)?.points().collect();
        points.last()?.expected_reading?;
        Some((key_result, points, score.gap?))
    });
    let Some((key_result, points, _)) = with_line.max_by(|a, b| a.2.total_cmp(&b.2)) else {
        return String::new();
    };
    let title = key_result.title.get(tag(language));
    let figure = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), number);
    let rows = points.iter().rev().step_by(3).collect::<Vec<_>>().into_iter().rev().map(|point| {
        let [reading, expected, target] = [point.reading, point.expected_reading, point.target].map(|value| right(&figure(value), 12));
        format!("{}{reading}{expected}{target}\n", left(&day(point.on), NAME))
    });
    let columns = ["reading", "expected", "target"].map(|name| right(name, 12)).concat();
    format!(
        "\n{}\n{}{columns}\n{}",
        own(title, width(title)),
        left("burn-up", NAME),
        rows.collect::<String>()
    )
}

fn height(point: &TrendPoint) -> char {
    let Some(progress) = point.progress else { return '·' };
    let eighths = (0..7).filter(|eighth| f64::from(*eighth) + 0.5 < progress * 7.0).count();
    HEIGHTS.get(eighths).copied().unwrap_or('█')
}

/// How each team kept to its check-ins.
fn check_ins(card: &Scorecard, language: Language) -> String {
    let (plan, as_of) = (card.plan(), card.as_of());
    let (kept, owed) = (discipline(plan, as_of), owed(plan, as_of));
    if kept.total.rate.is_none() {
        return String::new();
    }
    let columns = format!("\n{}  in time  late  missed  rate  owed today\n", left("check-ins", NAME));
    let teams = plan.teams().iter().filter_map(|team| {
        let rate = kept.by_team.get(&team.id)?;
        let owed = owed.by_team.get(&team.id).map_or(0, Vec::len);
        Some(line(&own(team.title.get(tag(language)), NAME), rate, owed))
    });
    let teams: String = teams.collect();
    columns + &teams + &line(&left("all", NAME), &kept.total, owed.check_ins.len()) + &slots(card)
}

/// Slot by slot, the check-ins of the key result that was left alone most often.
fn slots(card: &Scorecard) -> String {
    let all = card.key_results().filter_map(|(key_result, _)| {
        let slots = check_in_slots(card.plan(), &key_result.id, card.as_of())?;
        let missed = slots.iter().filter(|slot| slot.status == SlotStatus::Missed).count();
        Some((key_result, slots, missed))
    });
    // Of several the first.
    let Some((key_result, slots, _)) = all.reduce(|most, other| if other.2 > most.2 { other } else { most }) else {
        return String::new();
    };
    let each = slots
        .iter()
        .map(|slot| format!("{:02}-{:02} {}", slot.due.month(), slot.due.day(), word(slot.status.as_str())));
    "\n".to_owned() + &wrapped(&key_result.id, &each.collect::<Vec<_>>().join(", "), NAME + 1)
}

fn line(name: &str, rate: &DisciplineRate, owed: usize) -> String {
    format!(
        "{name} {} {} {} {} {}\n",
        right(&rate.on_time.to_string(), 8),
        right(&rate.late.to_string(), 5),
        right(&rate.missed.to_string(), 7),
        right(&percent(rate.rate), 5),
        right(&owed.to_string(), 11),
    )
}
