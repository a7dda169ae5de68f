//! `synth N FILE` writes a synthetic catalogue of N records as compact JSON.

use std::fs::File;
use std::io::{BufWriter, Error, Write};
use std::process::ExitCode;
use std::{env, io};

use partneratlas_benches::synth;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [count, file] = arguments.as_slice() else {
        return usage();
    };
    let Ok(count) = count.parse() else {
        return usage();
    };
    match write(count, file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{file}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: synth N FILE");
    ExitCode::from(2)
}

fn write(count: usize, file: &str) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(file)?);
    serde_json::to_writer(&mut out, &synth::catalogue(count)).map_err(Error::from)?;
    out.flush()
}
