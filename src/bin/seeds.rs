//! The host's tool for catalogue files.
//!
//! - `seeds check FILE…` reads the files together and prints every fault in Swedish.
//! - `seeds publish DIR [DAY]` writes the merged catalogue, its JSON Schema, and all static pages, whose style
//!   sheet must be in `DIR/assets`. They are true on `DAY`, else on that of `PARTNERATLAS_TODAY`, else today;
//!   `PARTNERATLAS_BASE_URL` says where they will lie.
//! - `seeds schema FILE` writes the schema alone.
#![expect(clippy::print_stdout, reason = "a command line speaks on standard output")]

use std::path::Path;
use std::process::ExitCode;
use std::time::SystemTime;
use std::{env, fs, io};

use partneratlas::catalogue::{Date, DatePrecision, Day, Document};
use partneratlas::embedded;
use partneratlas::pages::{self, BaseUrl, Settings, Site};
use partneratlas::seeds::{File, load};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let done = match arguments.split_first() {
        Some((command, files)) if command == "check" && !files.is_empty() => check(files),
        Some((command, [folder, rest @ ..])) if command == "publish" && rest.len() < 2 => {
            publish(Path::new(folder), rest.first()).map(|()| true)
        }
        Some((command, [file])) if command == "schema" => schema(Path::new(file)).map(|()| true),
        _ => {
            eprintln!("usage: seeds check FILE… | seeds publish DIR [DAY] | seeds schema FILE");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("seeds: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Checks files together with each other and with the catalogue of this program; says whether they are sound.
fn check(paths: &[String]) -> io::Result<bool> {
    let files = paths
        .iter()
        .filter(|path| File::is_catalogue(path))
        .map(|path| Ok(File { name: path.clone(), text: read(Path::new(path))? }))
        .collect::<io::Result<Vec<File>>>()?;
    let known = embedded::document().map_err(io::Error::other)?;
    let (document, findings) = load(&files, Some(&known));
    for finding in &findings {
        println!("{finding}");
    }
    let records = document.records.len();
    match findings.len() {
        0 => println!("{records} poster, inga fel."),
        count => println!("{records} poster, {count} fel."),
    }
    Ok(findings.is_empty())
}

/// Writes what `dist/` publishes of the catalogue.
fn publish(folder: &Path, day: Option<&String>) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let document = embedded::document().map_err(io::Error::other)?;
    let catalogue = Document { schema: Some("catalogue.schema.json".to_owned()), ..document };
    write_json(&folder.join("catalogue.json"), &catalogue)?;
    schema(&folder.join("catalogue.schema.json"))?;
    let catalogue = embedded::catalogue().map_err(io::Error::other)?;
    let settings = Settings { today: today(day)?, sheet: pages::sheet(folder)?, base: base()? };
    let site = Site::new(&catalogue, settings).map_err(io::Error::other)?;
    pages::write(&site, folder)
}

/// The day that was asked for, or the present one in UTC.
#[expect(
    clippy::disallowed_methods,
    reason = "the clock of the one who builds is asked here alone"
)]
fn today(day: Option<&String>) -> io::Result<Day> {
    let asked = day.cloned().or_else(|| setting("PARTNERATLAS_TODAY"));
    let Some(text) = asked else {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        let days = since.map_or(0, |since| since.as_secs() / 86_400);
        return Ok(Day::from_count(i32::try_from(days).unwrap_or(i32::MAX)));
    };
    match Date::parse(&text) {
        Ok(Date { year, precision: DatePrecision::Day(month, day), qualifier: None }) => {
            Ok(Day::new(year, month, day))
        }
        _ => Err(io::Error::other(format!("“{text}” is no day: write it as 2026-11-22"))),
    }
}

/// Where the pages will lie, if that was told.
fn base() -> io::Result<Option<BaseUrl>> {
    let text = setting("PARTNERATLAS_BASE_URL");
    text.map(|text| BaseUrl::parse(&text)).transpose().map_err(io::Error::other)
}

/// A variable of the environment that says something.
fn setting(name: &str) -> Option<String> {
    env::var(name).ok().filter(|text| !text.is_empty())
}

/// Writes the JSON Schema of a catalogue file, derived from the types.
fn schema(file: &Path) -> io::Result<()> {
    write_json(file, &schemars::schema_for!(Document))
}

fn write_json(path: &Path, value: &impl serde::Serialize) -> io::Result<()> {
    fs::write(path, serde_json::to_string_pretty(value)? + "\n")
}

/// Reads a file; the error names it.
fn read(path: &Path) -> io::Result<String> {
    fs::read_to_string(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}
