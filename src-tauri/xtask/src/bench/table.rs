//! Figures as a table, each beside its baseline of the same run.

use std::fs;

use serde_json::Value;

use crate::place::Place;
use crate::trouble::{Result, Trouble, While};

const DOCUMENT: &str = "docs/BENCHMARKS.md";
const BEGIN: &str = "<!-- figures: written by `cargo xtask bench --write` -->";
const END: &str = "<!-- end of figures -->";

/// One figure.
pub(super) struct Line {
    pub(super) figure: String,
    pub(super) value: f64,
    pub(super) unit: String,
    /// What it is held against, measured in the same run and the same unit.
    pub(super) baseline: Option<(String, f64)>,
    /// The most it may be: times its baseline, or in its unit where it has none.
    pub(super) goal: Option<f64>,
    /// The most it may be in its unit, whatever its baseline: what an eye feels is no ratio.
    pub(super) most: Option<f64>,
}

impl Line {
    /// Reads what a crate's bench example prints, one JSON object a line:
    /// `{"figure": "...", "value": 0.3, "unit": "ms", "baseline": "append + fdatasync",
    /// "baseline_value": 0.26, "goal": 1.5}`; the last three may be missing, and `"most": 50` may stand for the goal.
    pub(super) fn read(text: &str) -> Option<Self> {
        let line: Value = serde_json::from_str(text.trim()).ok()?;
        let baseline = line["baseline"]
            .as_str()
            .zip(line["baseline_value"].as_f64());
        Some(Self {
            figure: line["figure"].as_str()?.to_owned(),
            value: line["value"].as_f64()?,
            unit: line["unit"].as_str().unwrap_or_default().to_owned(),
            baseline: baseline.map(|(name, value)| (name.to_owned(), value)),
            goal: line["goal"].as_f64(),
            most: line["most"].as_f64(),
        })
    }

    fn ratio(&self) -> Option<f64> {
        let (_, value) = self.baseline.as_ref()?;
        // Where the baseline is nothing at all there is no ratio to it.
        (*value != 0.0).then(|| self.value / value)
    }

    fn verdict(&self) -> &'static str {
        let (value, goal) = match (self.most, self.goal) {
            (Some(most), _) => (self.value, most),
            (None, Some(goal)) => (self.ratio().unwrap_or(self.value), goal),
            (None, None) => return "",
        };
        if value <= goal { "met" } else { "missed" }
    }

    fn cells(&self) -> [String; 5] {
        let goal = match (self.most, self.goal) {
            (Some(most), _) => format!("≤ {most} {}", self.unit),
            (None, Some(goal)) if self.baseline.is_some() => format!("≤ {goal} ×"),
            (None, Some(goal)) => format!("≤ {goal} {}", self.unit),
            (None, None) => String::new(),
        };
        [
            self.figure.clone(),
            format!("{} {}", rounded(self.value), self.unit),
            self.baseline
                .as_ref()
                .map_or(String::new(), |(name, value)| {
                    format!("{name}: {} {}", rounded(*value), self.unit)
                }),
            self.ratio()
                .map_or(String::new(), |ratio| format!("{ratio:.2}")),
            format!("{goal} {}", self.verdict()).trim().to_owned(),
        ]
    }
}

/// The table in Markdown.
pub(super) fn markdown(lines: &[Line]) -> String {
    let mut text = String::from(
        "| figure | measured | baseline of the same run | ratio | goal |\n|---|---|---|---|---|\n",
    );
    for line in lines {
        text.push_str(&format!("| {} |\n", line.cells().join(" | ")));
    }
    text
}

/// Puts the table, and what it was measured on, into docs/BENCHMARKS.md.
pub(super) fn write(place: &Place, lines: &[Line], machine: &str) -> Result<()> {
    let path = place.at(DOCUMENT);
    let text = fs::read_to_string(&path).while_(format!("read {DOCUMENT}"))?;
    let cut = text
        .split_once(BEGIN)
        .and_then(|(before, rest)| rest.split_once(END).map(|(_, after)| (before, after)));
    let Some((before, after)) = cut else {
        return Err(Trouble::new(format!("{DOCUMENT} has no place for figures"))
            .hint(format!("It is marked with {BEGIN} and {END}.")));
    };
    let table = markdown(lines);
    fs::write(
        &path,
        format!("{before}{BEGIN}\n\n{machine}\n\n{table}\n{END}{after}"),
    )
    .while_(format!("write {DOCUMENT}"))
}

/// The middle of some measurements.
pub(super) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => f64::NAN,
        odd if odd % 2 == 1 => sorted[odd / 2],
        even => f64::midpoint(sorted[even / 2 - 1], sorted[even / 2]),
    }
}

/// Three figures that mean something.
fn rounded(value: f64) -> String {
    if value >= 100.0 {
        format!("{value:.0}")
    } else if value >= 10.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.2}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, median};

    #[test]
    fn a_line_of_a_bench_is_read_and_judged_against_its_baseline() {
        let text = r#"{"figure":"drop","value":0.3,"unit":"ms","baseline":"fdatasync","baseline_value":0.25,"goal":1.5}"#;
        let line = Line::read(text).expect("a whole line");
        assert_eq!(line.verdict(), "met", "1.2 times is within 1.5");
        let alone = Line::read(r#"{"figure":"open","value":60.0,"unit":"ms","goal":50.0}"#);
        assert_eq!(
            alone.expect("no baseline is fine").verdict(),
            "missed",
            "60 ms are more than 50"
        );
        let felt = r#"{"figure":"key","value":40,"unit":"ms","baseline":"field","baseline_value":20,"most":50}"#;
        let felt = Line::read(felt).expect("a line with both");
        assert_eq!(
            felt.verdict(),
            "met",
            "40 ms are within 50, twice the baseline or not"
        );
        assert!(
            Line::read("compiling…").is_none(),
            "other output is not a figure"
        );
    }

    #[test]
    fn the_median_is_the_middle() {
        assert!((median(&[3.0, 1.0, 2.0]) - 2.0).abs() < 1e-9, "odd");
        assert!((median(&[4.0, 1.0, 2.0, 3.0]) - 2.5).abs() < 1e-9, "even");
    }
}
