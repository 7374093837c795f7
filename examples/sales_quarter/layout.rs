//! Text that stands in columns.

use std::ops::RangeInclusive;

use okrkit::Date;

/// The width that everything keeps to, in columns of a terminal.
pub(crate) const WIDTH: usize = 110;

/// How many columns a text takes.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(room).sum()
}

/// Marks that stand on the letter before them, and what only gives direction.
const NO_ROOM: [RangeInclusive<char>; 6] = [
    '\u{0300}'..='\u{036f}',
    '\u{064b}'..='\u{065f}',
    '\u{0670}'..='\u{0670}',
    '\u{200b}'..='\u{200f}',
    '\u{202a}'..='\u{202e}',
    '\u{2066}'..='\u{2069}',
];

/// Chinese, Japanese and Korean characters, and pictures.
const TWO_COLUMNS: [RangeInclusive<char>; 7] = [
    '\u{1100}'..='\u{115f}',
    '\u{2e80}'..='\u{a4cf}',
    '\u{ac00}'..='\u{d7a3}',
    '\u{f900}'..='\u{faff}',
    '\u{ff00}'..='\u{ff60}',
    '\u{1f300}'..='\u{1faff}',
    '\u{20000}'..='\u{3fffd}',
];

fn room(c: char) -> usize {
    let is_in = |ranges: &[RangeInclusive<char>]| ranges.iter().any(|range| range.contains(&c));
    if is_in(&NO_ROOM) {
        0
    } else if is_in(&TWO_COLUMNS) {
        2
    } else {
        1
    }
}

/// A text on the left of a column, cut where it is too long.
pub(crate) fn left(text: &str, columns: usize) -> String {
    let text = cut(text, columns);
    let gap = columns.saturating_sub(width(&text));
    text + &" ".repeat(gap)
}

/// A text on the right of a column.
pub(crate) fn right(text: &str, columns: usize) -> String {
    " ".repeat(columns.saturating_sub(width(text))) + text
}

fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut used = 0;
    let kept = text.chars().take_while(|c| {
        used += room(*c);
        used < columns
    });
    kept.collect::<String>().trim_end().to_owned() + "…"
}

/// A text from a file may hold what moves the cursor of a terminal: that becomes space.
fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A text of the plan, as one run with its own direction, so that an Arabic one leaves the columns beside it where they are.
pub(crate) fn own(text: &str, columns: usize) -> String {
    let cut = cut(&harmless(text), columns);
    let gap = " ".repeat(columns.saturating_sub(width(&cut)));
    if text.is_ascii() { cut + &gap } else { format!("\u{2068}{cut}\u{2069}{gap}") }
}

/// Words on as many lines as they need.
pub(crate) fn folded(text: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in harmless(text).split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= columns => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Words on as many lines as they need, each after `indent` columns; `lead` stands in those of the first.
pub(crate) fn wrapped(lead: &str, text: &str, indent: usize) -> String {
    let lines = folded(text, WIDTH - indent).into_iter().enumerate();
    lines.map(|(at, line)| left(if at == 0 { lead } else { "" }, indent) + &line + "\n").collect()
}

pub(crate) fn heading(text: &str) -> String {
    format!("{text}\n{}\n", "═".repeat(width(text).min(WIDTH)))
}

/// A bar from 0 to 1 with a mark where progress is expected to be. Beyond either end it has an arrow.
pub(crate) fn bar(progress: f64, expected: f64, columns: u8) -> String {
    // A cell is filled where its middle is reached.
    let reached = |figure: f64| (0..columns).filter(|cell| f64::from(*cell) + 0.5 <= figure * f64::from(columns)).count();
    let last = usize::from(columns).saturating_sub(1);
    let (filled, mark) = (reached(progress), reached(expected).min(last));
    let cells = (0..=last).map(|cell| match cell {
        _ if cell == mark => '│',
        0 if progress < 0.0 => '◀',
        _ if cell == last && progress > 1.0 => '▶',
        _ if cell < filled => '█',
        _ => '░',
    });
    cells.collect()
}

/// 0.534 as `53%`.
pub(crate) fn percent(figure: Option<f64>) -> String {
    // Adding 0 makes −0 a 0.
    figure.map_or_else(|| "–".to_owned(), |figure| format!("{:.0}%", (figure * 100.0).round() + 0.0))
}

/// A figure with some decimals.
pub(crate) fn decimal(figure: Option<f64>, decimals: usize) -> String {
    figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:.decimals$}"))
}

/// 1234567.5 as `1,234,567.5`: two decimals at most.
pub(crate) fn number(value: f64) -> String {
    let text = format!("{:.2}", value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::from(if value < 0.0 { "−" } else { "" });
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { out } else { out + "." + fraction }
}

/// `31 March 2026`.
pub(crate) fn day(on: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(on.month()).ok().and_then(|month| MONTHS.get(month - 1)).unwrap_or(&"");
    format!("{} {month} {}", on.day(), on.year())
}

/// A word of okrkit for people: `on_track` as `on track`.
pub(crate) fn word(word: &str) -> String {
    word.replace('_', " ")
}
