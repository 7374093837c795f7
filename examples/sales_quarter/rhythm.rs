//! How it came to where it is: progress week by week, and how check-ins were kept to.

use okrkit::rhythm::DisciplineRate;
use okrkit::trend::{TrendDays, TrendPoint};
use okrkit::{Cadence, Language, Scorecard, discipline, owed, trend};

use crate::layout::{day, heading, left, own, percent, right, word};
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
    heading("Week by week") + &caption + &rows + &check_ins(card, language)
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
    columns + &teams + &line(&left("all", NAME), &kept.total, owed.check_ins.len())
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
