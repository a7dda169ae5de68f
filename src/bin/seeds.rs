//! The host's tool for catalogue files.
//!
//! - `seeds check FILE…` reads the files together and prints every fault in Swedish.
//! - `seeds publish DIR` writes the merged catalogue and its JSON Schema.
//! - `seeds schema FILE` writes the schema alone.
#![expect(clippy::print_stdout, reason = "a command line speaks on standard output")]

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use partneratlas::catalogue::Document;
use partneratlas::embedded;
use partneratlas::seeds::{File, load};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let done = match arguments.split_first() {
        Some((command, files)) if command == "check" && !files.is_empty() => check(files),
        Some((command, [folder])) if command == "publish" => {
            publish(Path::new(folder)).map(|()| true)
        }
        Some((command, [file])) if command == "schema" => schema(Path::new(file)).map(|()| true),
        _ => {
            eprintln!("usage: seeds check FILE… | seeds publish DIR | seeds schema FILE");
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
fn publish(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let document = embedded::document().map_err(io::Error::other)?;
    let catalogue = Document { schema: Some("catalogue.schema.json".to_owned()), ..document };
    write_json(&folder.join("catalogue.json"), &catalogue)?;
    schema(&folder.join("catalogue.schema.json"))
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
