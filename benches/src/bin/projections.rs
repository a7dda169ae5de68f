//! `projections` prints the tables of `docs/projections.md` and draws its picture.

use std::error::Error;
use std::io::Write as _;
use std::{fs, io};

use partneratlas::atlas::Basemap;
use partneratlas_benches::projections::{candidates, picture, tables};

const PICTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/images/projections.svg");

fn main() -> Result<(), Box<dyn Error>> {
    let (candidates, map) = (candidates(), Basemap::embedded()?);
    fs::write(PICTURE, picture(&candidates, &map))?;
    io::stdout().write_all(tables(&candidates, &map).as_bytes())?;
    Ok(())
}
