//! Timeline and map beside other libraries, drawn in the peers' own benchmark.

use std::fs;

use serde_json::Value;
use xtask::{Context, Error, Result};

use super::peers;
use super::wasm::{self, Names};
use crate::process;

/// What is measured unless the command says so.
const SIZES: &str = "20,1000,10000";
const CASES: &str = "product-timeline,vis-timeline,svg-timeline";

const TIMELINES: &[&str] = &["vis-timeline", "svg-timeline"];
const MAPS: &[&str] = &["leaflet", "svg-map"];

/// Our cases, each with the peers that show the same.
const OURS: [(&str, &[&str]); 4] = [
    ("product-timeline", TIMELINES),
    ("product-page", TIMELINES),
    ("product-map", MAPS),
    ("product-map-page", MAPS),
];

/// What the tables show, by the names that the benchmark's results have for it.
struct Figure {
    title: &'static str,
    time: &'static str,
    /// How many marks were there then: not every view draws all that it stands for.
    marks: &'static str,
}

const FIGURES: [Figure; 2] = [
    Figure { title: "First painted, ms (marks)", time: "first", marks: "drawn" },
    Figure {
        title: "Re-filtered to half, painted, ms (marks)",
        time: "filter",
        marks: "drawnAfter",
    },
];

/// Measures the cases, both given as lists with commas.
pub(super) fn run(arguments: &[String]) -> Result<()> {
    let argument = |position: usize, usual| arguments.get(position).map_or(usual, String::as_str);
    let (sizes, cases) = (argument(0, SIZES), argument(1, CASES));
    let bench = peers::provide()?;
    let runner = bench.join("render/render.mjs");
    let script = fs::read_to_string(&runner).context(runner.display())?;
    fs::write(&runner, with_our_cases(&script)?).context(runner.display())?;
    // The benchmark serves this folder, and no other that a product could be in.
    wasm::build(&bench.join("dist/product"), Names::Dropped)?;
    let mut node = process::program("node", &["run.mjs", "render", sizes, cases]);
    process::run(node.current_dir(&bench))?;
    let results =
        fs::read_to_string(bench.join("data/results.json")).context("data/results.json")?;
    println!("\n{}", tables(&results, sizes, cases)?);
    println!("{}", bench.join("data/RESULTS.md").display());
    Ok(())
}

/// The benchmark's program with our cases at the head of its list.
fn with_our_cases(script: &str) -> Result<String> {
    const LIST: &str = "const CASES = [";
    if script.matches(LIST).count() != 1 {
        return Err(Error::new(format!(
            "the peers' render.mjs no longer says `{LIST}` once: our cases cannot be put in"
        )));
    }
    let ours: String = OURS.iter().map(|(name, _)| format!("['{name}'], ")).collect();
    Ok(script.replace(LIST, &format!("{LIST}{ours}")))
}

/// One case at one size.
struct Row<'a> {
    size: &'a str,
    name: &'a str,
    /// The name, with the variant if there are several.
    case: String,
    found: &'a Value,
}

/// A table for each figure: the cases at each size, and the ratios of ours to the peers'.
fn tables(results: &str, sizes: &str, cases: &str) -> Result<String> {
    let results: Value = serde_json::from_str(results).context("the results of the benchmark")?;
    let found = results.get("render").and_then(Value::as_array);
    let found = found.context("the benchmark has no results of drawing")?;
    let sizes: Vec<&str> = sizes.split(',').collect();
    // The results keep what was measured before.
    let mut rows: Vec<Row<'_>> = Vec::new();
    for name in cases.split(',') {
        let before = rows.len();
        rows.extend(found.iter().filter_map(|found| row(found, name, &sizes)));
        if rows.len() == before {
            return Err(Error::new(format!("the benchmark has no case {name}")));
        }
    }
    Ok(FIGURES.map(|figure| table(&figure, &rows, &sizes)).join("\n"))
}

fn row<'a>(found: &'a Value, name: &'a str, sizes: &[&'a str]) -> Option<Row<'a>> {
    let size = found.get("n")?.to_string();
    let size = sizes.iter().find(|known| **known == size)?;
    let variant = found.get("variant").and_then(Value::as_str);
    let case = variant.map_or_else(|| name.to_owned(), |variant| format!("{name} {variant}"));
    (found.get("name")?.as_str()? == name).then_some(Row { size, name, case, found })
}

fn table(figure: &Figure, rows: &[Row<'_>], sizes: &[&str]) -> String {
    let found = |case: &str, size: &str, key: &str| {
        let row = rows.iter().find(|row| row.case == case && row.size == size)?;
        row.found.get(key)?.as_f64()
    };
    let time = |case: &str, size: &str| found(case, size, figure.time);
    let line = |head: &str, cell: &dyn Fn(&str) -> Option<String>| {
        let cells = sizes.iter().map(|size| cell(size).unwrap_or_else(|| "failed".to_owned()));
        format!("| {head} | {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    let mut cases: Vec<(&str, &str)> = Vec::new();
    for row in rows {
        if !cases.iter().any(|(case, _)| *case == row.case) {
            cases.push((&row.case, row.name));
        }
    }
    let mut table = line(figure.title, &|size| Some(size.to_owned()));
    table.push_str(&line("---", &|_| Some("---:".to_owned())));
    for (case, _) in &cases {
        table.push_str(&line(case, &|size| {
            Some(format!("{:.1} ({})", time(case, size)?, found(case, size, figure.marks)?))
        }));
    }
    for (ours, peers) in OURS.iter().filter(|(ours, _)| cases.contains(&(*ours, *ours))) {
        for (case, _) in cases.iter().filter(|(_, name)| peers.contains(name)) {
            let ratio = |size: &str| Some(format!("{:.2}", time(ours, size)? / time(case, size)?));
            table.push_str(&line(&format!("{ours} / {case}"), &ratio));
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    const RESULTS: &str = r#"{ "render": [
        { "n": 20, "name": "product-map", "first": 50, "drawn": 9, "filter": 60.04, "drawnAfter": 7 },
        { "n": 20, "name": "leaflet", "variant": "svg", "first": 100, "drawn": 20, "filter": 30, "drawnAfter": 10 },
        { "n": 1000, "name": "product-map", "first": 70, "drawn": 9, "filter": 80, "drawnAfter": 9 },
        { "n": 1000, "name": "leaflet", "variant": "svg", "failure": "over 150 s" },
        { "n": 10000, "name": "leaflet", "variant": "svg", "first": 9, "filter": 9 }
    ] }"#;

    #[test]
    fn ours_are_held_against_the_peers_that_show_the_same() {
        let tables = tables(RESULTS, "20,1000", "product-map,leaflet").unwrap();
        let (first, filter) = tables.split_once("\n\n").unwrap();
        assert_eq!(
            first,
            "| First painted, ms (marks) | 20 | 1000 |\n| --- | ---: | ---: |\n\
             | product-map | 50.0 (9) | 70.0 (9) |\n| leaflet svg | 100.0 (20) | failed |\n\
             | product-map / leaflet svg | 0.50 | failed |"
        );
        assert!(filter.contains("| leaflet svg | 30.0 (10) | failed |"), "{filter}");
        assert!(filter.contains("| product-map / leaflet svg | 2.00 | failed |"), "{filter}");
    }

    #[test]
    fn a_case_that_was_not_measured_is_told() {
        assert!(tables(RESULTS, "20", "product-map,leaflett").is_err());
    }

    #[test]
    fn our_cases_come_first_and_only_where_the_list_is_found() {
        let script = with_our_cases("x\nconst CASES = [['vis-timeline']];\n").unwrap();
        let ours =
            "['product-timeline'], ['product-page'], ['product-map'], ['product-map-page'], ";
        assert_eq!(script, format!("x\nconst CASES = [{ours}['vis-timeline']];\n"));
        assert!(with_our_cases("const cases = [];").is_err());
    }
}
