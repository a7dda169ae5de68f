//! The pages as files of a folder.

use std::fs;
use std::path::{Path, PathBuf};

use partneratlas::pages::{Settings, Site, sheet, write};

use crate::support::{catalogue, today};

/// A fresh folder whose `assets/` holds these files.
fn folder(name: &str, assets: &[&str]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("assets")).expect("a folder");
    for asset in assets {
        fs::write(folder.join("assets").join(asset), "").expect("a file");
    }
    folder
}

#[test]
fn the_style_sheet_is_found_by_its_name() {
    let one = folder("one", &["page-12ab.css", "partneratlas-1.js", "basemap-1.txt"]);
    assert_eq!(sheet(&one).expect("a sheet"), "assets/page-12ab.css");
}

#[test]
fn none_or_two_style_sheets_are_a_fault_that_names_them() {
    let none = sheet(&folder("none", &["partneratlas-1.js"])).expect_err("none");
    assert!(none.to_string().contains("page-*.css"), "{none}");
    let two = sheet(&folder("two", &["page-1.css", "page-2.css"])).expect_err("two");
    assert!(two.to_string().contains("page-1.css, page-2.css"), "{two}");
    assert!(sheet(Path::new("no-such-folder")).is_err());
}

#[test]
fn pages_are_written_where_links_look_for_them() {
    let folder = folder("written", &["page-1.css", "bygg-1.css"]);
    let settings = Settings { today: today(), sheet: sheet(&folder).expect("a sheet"), base: None };
    let site = Site::new(catalogue(), settings).expect("the base map can be read");
    write(&site, &folder).expect("files");
    let page = fs::read_to_string(folder.join("en/project/alba/index.html")).expect("a page");
    assert!(page.contains("href=\"../../../assets/page-1.css\""), "{page}");
    assert!(folder.join("index.html").is_file() && folder.join("form/vanort/index.html").is_file());
}
