//! The file work on a folder such as trunk leaves it.

use std::fs;
use std::path::{Path, PathBuf};

use super::{arrange, assets};

const PAGE: &str = "<html lang=\"sv\"><head><title data-en=\"E\">S</title>\
    <meta name=\"description\" content=\"s\" data-en=\"e\">\
    <link rel=\"stylesheet\" href=\"./page.css\"/></head>\
    <body><partner-atlas lang=\"sv\"></partner-atlas></body></html>";

/// A fresh folder `staging` with the given files, and `scripts` with the two sources.
fn folders(name: &str, files: &[(&str, &str)]) -> (PathBuf, PathBuf) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/tmp/finish").join(name);
    let _ = fs::remove_dir_all(&folder);
    let (staging, scripts) = (folder.join("staging"), folder.join("scripts"));
    fs::create_dir_all(&staging).unwrap();
    fs::create_dir_all(&scripts).unwrap();
    fs::write(scripts.join("embed.js"), "load(\"__GLUE__\", \"__WASM__\");").unwrap();
    fs::write(scripts.join("page.js"), "// page").unwrap();
    for (file, content) in files {
        fs::write(staging.join(file), content).unwrap();
    }
    (staging, scripts)
}

const BUILT: [(&str, &str); 4] = [
    ("index.html", PAGE),
    ("partneratlas.js", "glue"),
    ("partneratlas_bg.wasm", "wasm"),
    ("page.css", "body{}"),
];

/// Every file below a folder with its content, sorted.
fn contents(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn everything_ends_up_in_its_place_and_twice_the_same() {
    let (staging, scripts) = folders("whole", &BUILT);
    arrange(&staging, &scripts).unwrap();
    let first = contents(&staging);
    let names: Vec<&str> = first.iter().map(|(name, _)| name.as_str()).collect();
    let [page, glue, wasm, embed, english, index, script] = names.as_slice() else {
        panic!("{names:?}")
    };
    assert!(page.starts_with("assets/page-"), "{page}");
    assert_eq!(
        [*embed, *english, *index, *script],
        ["embed.js", "en/index.html", "index.html", "page.js"]
    );
    let loader = fs::read_to_string(staging.join("embed.js")).unwrap();
    assert_eq!(loader, format!("load(\"./{glue}\", \"./{wasm}\");"));
    assert!(
        fs::read_to_string(staging.join("en/index.html")).unwrap().contains(&format!("../{page}"))
    );

    let (again, scripts) = folders("again", &BUILT);
    arrange(&again, &scripts).unwrap();
    assert_eq!(contents(&again), first);
}

#[test]
fn what_is_missing_is_named() {
    for (position, missing) in
        [(1, "partneratlas.js"), (2, "partneratlas_bg.wasm"), (3, "style sheet")]
    {
        let mut files = BUILT.to_vec();
        files.remove(position);
        let (staging, scripts) = folders(&format!("without-{position}"), &files);
        let error = arrange(&staging, &scripts).unwrap_err().to_string();
        assert!(error.contains(missing), "{error}");
    }
}

#[test]
fn the_finer_map_gets_the_name_that_the_program_asks_for() {
    let (staging, scripts) = folders("basemap", &[]);
    fs::create_dir_all(staging.join("assets")).unwrap();
    fs::write(scripts.join("detail.txt"), "foobar").unwrap();
    assets::add_basemap(&staging, &scripts.join("detail.txt")).unwrap();
    let expected = ("assets/basemap-85944171f73967e8.txt".to_owned(), "foobar".to_owned());
    assert_eq!(contents(&staging), [expected]);
}
