//! Brotli and gzip at their best, by the zlib that Node.js brings.
//!
//! A web server sends a ready-made twin (`page.css.br`, `page.css.gz`) to whoever takes it: smaller than
//! what it would compress on the way, and no work.

use std::fs;
use std::ops::Range;
use std::path::Path;

use xtask::{Context, Result, workspace};

use crate::process;

/// Endings of files that compression helps. Pictures are compressed already.
const COMPRESSIBLE: [&str; 14] = [
    "html",
    "css",
    "js",
    "wasm",
    "json",
    "geojson",
    "jsonld",
    "webmanifest",
    "svg",
    "xml",
    "rdf",
    "ics",
    "csv",
    "txt",
];

/// Under so many bytes, the header that tells of the compression weighs what it saves.
const LEAST: u64 = 200;

/// What the scripts begin with.
const COMPRESS: &str = "\
const {readFileSync, writeFileSync} = require('node:fs');
const {brotliCompressSync, gzipSync, constants: c} = require('node:zlib');
const brotli = (raw) => brotliCompressSync(raw, {params: {
  [c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_SIZE_HINT]: raw.length}});
const files = process.argv.slice(1);
";

/// Writes the twins that are smaller than their file. The header of gzip names the operating system,
/// which would make two builds differ: 255 is “unknown”.
const TWINS: &str = "\
for (const file of files) {
  const raw = readFileSync(file);
  const gzip = gzipSync(raw, {level: 9});
  gzip[9] = 255;
  for (const [ending, twin] of [['br', brotli(raw)], ['gz', gzip]])
    if (twin.length < raw.length) writeFileSync(`${file}.${ending}`, twin);
}";

const SIZES: &str = "for (const file of files) console.log(brotli(readFileSync(file)).length);";

/// Prints for each range of the first file how much smaller the brotli becomes without it.
const WITHOUT: &str = "\
const [file, ...ranges] = files;
const raw = readFileSync(file);
const whole = brotli(raw).length;
for (const [from, to] of ranges.map((range) => range.split(':').map(Number)))
  console.log(whole - brotli(Buffer.concat([raw.subarray(0, from), raw.subarray(to)])).length);";

/// Puts the twins of every file that gains by it into the folder and those below it.
pub(crate) fn write_twins(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    let originals: Vec<String> = files.into_iter().filter(|file| is_compressible(file)).collect();
    process::capture(&mut node(TWINS, folder, &originals)).map(|_| ())
}

/// How many bytes files below a folder have as brotli: those of their twins; where there is none,
/// those that one would have.
pub(crate) fn brotli_sizes(folder: &Path, files: &[String]) -> Result<Vec<u64>> {
    let ready: Vec<Option<u64>> = files
        .iter()
        .map(|file| fs::metadata(folder.join(format!("{file}.br"))).ok())
        .map(|twin| twin.map(|twin| twin.len()))
        .collect();
    let lacking: Vec<String> = files
        .iter()
        .zip(&ready)
        .filter(|(_, size)| size.is_none())
        .map(|(file, _)| file.clone())
        .collect();
    let printed = if lacking.is_empty() {
        String::new()
    } else {
        process::capture(&mut node(SIZES, folder, &lacking))?
    };
    let mut made = printed.lines().map(|line| line.parse().ok());
    let sizes = ready.into_iter().map(|size| size.or_else(|| made.next().flatten()));
    sizes.collect::<Option<_>>().context("node's figures cannot be read")
}

/// How many bytes of brotli each of some parts of a file costs.
pub(crate) fn brotli_of_parts(file: &Path, parts: &[Range<usize>]) -> Result<Vec<u64>> {
    let ranges = parts.iter().map(|part| format!("{}:{}", part.start, part.end));
    let arguments: Vec<String> =
        std::iter::once(file.display().to_string()).chain(ranges).collect();
    let printed = process::capture(&mut node(WITHOUT, workspace::root(), &arguments))?;
    let sizes = printed.lines().map(|line| line.parse().ok());
    sizes.collect::<Option<_>>().context("node's figures cannot be read")
}

/// One process for all files: starting it takes longer than most of them.
fn node(script: &str, folder: &Path, files: &[String]) -> std::process::Command {
    let mut node = process::program("node", &["-e", &format!("{COMPRESS}{script}")]);
    node.args(files).current_dir(folder);
    node
}

/// The paths of every file in a folder and those below it, from where the process stands.
fn collect(folder: &Path, files: &mut Vec<String>) -> Result<()> {
    let entries = fs::read_dir(folder).context(format!("cannot list {}", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, files)?;
        } else if fs::metadata(&path).is_ok_and(|about| about.len() >= LEAST) {
            files.extend(path.to_str().map(str::to_owned));
        }
    }
    Ok(())
}

fn is_compressible(file: &str) -> bool {
    file.rsplit_once('.').is_some_and(|(_, ending)| COMPRESSIBLE.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_gains_gets_twins_and_they_are_what_the_budget_counts() {
        let folder = workspace::path("target/tmp/compress");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("en")).unwrap();
        let long = "Kisumu ".repeat(100);
        for (file, content) in
            [("en/index.html", long.as_str()), ("picture.png", &long), ("small.js", "export {};")]
        {
            fs::write(folder.join(file), content).unwrap();
        }
        write_twins(&folder).unwrap();
        let twins = ["en/index.html", "picture.png", "small.js"]
            .map(|file| ["br", "gz"].map(|twin| folder.join(format!("{file}.{twin}")).is_file()));
        assert_eq!(twins, [[true, true], [false, false], [false, false]]);
        assert_eq!(fs::read(folder.join("en/index.html.gz")).unwrap()[9], 255);

        let page = fs::metadata(folder.join("en/index.html.br")).unwrap().len();
        let files = ["small.js", "en/index.html"].map(str::to_owned);
        let sizes = brotli_sizes(&folder, &files).unwrap();
        assert_eq!(sizes[1], page);
        assert!((1..30).contains(&sizes[0]), "{sizes:?}");
    }

    #[test]
    fn two_builds_get_the_same_twins() {
        let made = ["once", "twice"].map(|name| {
            let folder = workspace::path("target/tmp/compress-again").join(name);
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("a.csv"), "a;b\n".repeat(100)).unwrap();
            write_twins(&folder).unwrap();
            ["a.csv.br", "a.csv.gz"].map(|twin| fs::read(folder.join(twin)).unwrap())
        });
        assert_eq!(made[0], made[1]);
    }
}
