//! The plot: time against size, both by powers of ten.

use std::fmt::Write as _;

use crate::report::Row;

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 460.0;
const LEFT: f64 = 70.0;
const RIGHT: f64 = 200.0;
const TOP: f64 = 44.0;
const BOTTOM: f64 = 52.0;
/// Colours that remain apart for the colour-blind; ours are the first.
const COLOURS: [&str; 10] = [
    "#d55e00", "#e69f00", "#cc3311", "#0072b2", "#009e73", "#56b4e9", "#cc79a7", "#666666", "#882255", "#999933",
];

struct Axis {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Axis {
    fn new(values: impl Iterator<Item = f64> + Clone, from: f64, to: f64) -> Self {
        Self {
            low: values.clone().fold(f64::INFINITY, f64::min).log10().floor(),
            high: values.fold(0.0, f64::max).log10().ceil(),
            from,
            to,
        }
    }

    fn place(&self, value: f64) -> f64 {
        self.from + (value.log10() - self.low) / (self.high - self.low).max(1.0) * (self.to - self.from)
    }

    fn ticks(&self) -> impl Iterator<Item = (i32, f64)> + '_ {
        (self.low as i32..=self.high as i32).map(|power| (power, self.place(10_f64.powi(power))))
    }
}

/// A name, whether it is ours, and the points.
type Line<'a> = (&'a str, bool, Vec<(f64, f64)>);

fn milliseconds(row: &Row) -> Option<f64> {
    row.scores.map(|ns| ns * row.n as f64 / 1e6)
}

/// A power of ten as people read it.
fn power(of: i32, unit: &str) -> String {
    match of {
        -2..=4 if !unit.is_empty() => format!("{}{unit}", 10_f64.powi(of)),
        _ => format!("10<tspan dy=\"-5\" font-size=\"9\">{of}</tspan>"),
    }
}

pub(crate) fn svg(rows: &[Row]) -> String {
    let x = Axis::new(rows.iter().map(|row| row.n as f64), LEFT, WIDTH - RIGHT);
    let y = Axis::new(rows.iter().filter_map(milliseconds), HEIGHT - BOTTOM, TOP);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#ffffff\"/>\n\
         <text x=\"{LEFT}\" y=\"24\" font-size=\"15\">Scores of objectives: time against the number of key results</text>\n"
    );
    for (of, at) in x.ticks() {
        let _ = writeln!(
            out,
            "<line x1=\"{at:.1}\" y1=\"{TOP}\" x2=\"{at:.1}\" y2=\"{}\" stroke=\"#dddddd\"/>",
            HEIGHT - BOTTOM
        );
        let _ = writeln!(
            out,
            "<text x=\"{at:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            HEIGHT - BOTTOM + 18.0,
            power(of, "")
        );
    }
    for (of, at) in y.ticks() {
        let _ = writeln!(
            out,
            "<line x1=\"{LEFT}\" y1=\"{at:.1}\" x2=\"{}\" y2=\"{at:.1}\" stroke=\"#dddddd\"/>",
            WIDTH - RIGHT
        );
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            LEFT - 6.0,
            at + 4.0,
            power(of, " ms")
        );
    }
    let _ = writeln!(
        out,
        "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">key results</text>",
        (LEFT + WIDTH - RIGHT) / 2.0,
        HEIGHT - 12.0
    );
    let mut lines: Vec<Line<'_>> = Vec::new();
    for row in rows {
        let Some(ms) = milliseconds(row) else { continue };
        let point = (x.place(row.n as f64), y.place(ms));
        match lines.iter_mut().find(|(name, ..)| *name == row.name) {
            Some((_, _, points)) => points.push(point),
            None => lines.push((&row.name, row.is_okrkit, vec![point])),
        }
    }
    // Names stand beside the ends of their lines, moved apart where they would cover each other.
    let mut names: Vec<(f64, f64, usize)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, (.., points))| points.last().map(|(x, y)| (*y, *x, at)))
        .collect();
    names.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut last = f64::NEG_INFINITY;
    for (name, is_okrkit, points) in &lines {
        let at = lines.iter().position(|(other, ..)| other == name).unwrap_or_default();
        let colour = COLOURS[at % COLOURS.len()];
        let width = if *is_okrkit { 3.0 } else { 1.5 };
        let way: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let _ = writeln!(
            out,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"/>",
            way.join(" ")
        );
        for (x, y) in points {
            let _ = writeln!(out, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{colour}\"/>");
        }
    }
    for (y, _, at) in names {
        last = (last + 15.0).max(y + 4.0);
        let (name, is_okrkit, _) = &lines[at];
        let weight = if *is_okrkit { " font-weight=\"bold\"" } else { "" };
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{last:.1}\" fill=\"{}\"{weight}>{name}</text>",
            WIDTH - RIGHT + 10.0,
            COLOURS[at % COLOURS.len()]
        );
    }
    out.push_str("</svg>\n");
    out
}
