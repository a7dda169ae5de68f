//! The file work on a folder such as trunk leaves it.

use std::fs;
use std::path::{Path, PathBuf};

use super::{arrange, assets};

/// A fresh folder `staging` with the given files, and `scripts` with the sources.
fn folders(name: &str, files: &[(&str, &str)]) -> (PathBuf, PathBuf) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/tmp/finish").join(name);
    let _ = fs::remove_dir_all(&folder);
    let (staging, scripts) = (folder.join("staging"), folder.join("scripts"));
    fs::create_dir_all(&staging).unwrap();
    fs::create_dir_all(&scripts).unwrap();
    for (name, source) in [
        ("arrive.js", "read(\"asset:reader_bg.wasm\");"),
        ("stage.js", "import(\"asset:arrive.js\");"),
        ("embed.js", "load(\"asset:partneratlas.js\", \"asset:stage.js\");"),
        ("page.js", "// page"),
        ("framed.js", "// framed"),
        ("frame.js", "// frame"),
        ("builder.js", "import(\"asset:bygg.js\");"),
    ] {
        fs::write(scripts.join(name), source).unwrap();
    }
    for (file, content) in files {
        fs::write(staging.join(file), content).unwrap();
    }
    (staging, scripts)
}

const BUILT: [(&str, &str); 8] = [
    ("index.html", "<link data-trunk>"),
    ("partneratlas.js", "glue"),
    ("partneratlas_bg.wasm", "wasm"),
    ("reader.js", "glue of the reader"),
    ("reader_bg.wasm", "wasm of the reader"),
    ("bygg.js", "glue of the builder"),
    ("bygg_bg.wasm", "wasm of the builder"),
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

/// The name without the part that is made from the content.
fn without_hash(name: &str) -> String {
    match (name.rsplit_once('-'), name.rsplit_once('.')) {
        (Some((stem, _)), Some((_, ending))) => format!("{stem}.{ending}"),
        _ => name.to_owned(),
    }
}

#[test]
fn everything_ends_up_in_its_place_and_twice_the_same() {
    let (staging, scripts) = folders("whole", &BUILT);
    arrange(&staging, &scripts).unwrap();
    let first = contents(&staging);
    let names: Vec<String> = first.iter().map(|(name, _)| without_hash(name)).collect();
    let expected = [
        "assets/arrive.js",
        "assets/bygg.js",
        "assets/bygg_bg.wasm",
        "assets/page.css",
        "assets/partneratlas.js",
        "assets/partneratlas_bg.wasm",
        "assets/reader.js",
        "assets/reader_bg.wasm",
        "assets/stage.js",
        "builder.js",
        "embed.js",
        "frame.js",
        "framed.js",
        "page.js",
    ];
    assert_eq!(names, expected, "the pages are written by another");
    let content = |wanted: &str| {
        let mut found = first.iter().filter(|(name, _)| without_hash(name) == wanted);
        found.next().map(|(name, content)| (name.as_str(), content.as_str())).unwrap()
    };
    let (glue, stage) = (content("assets/partneratlas.js").0, content("assets/stage.js").0);
    assert_eq!(content("embed.js").1, format!("load(\"./{glue}\", \"./{stage}\");\n"));
    let arrive = content("assets/arrive.js").0.replace("assets/", "");
    assert_eq!(content("assets/stage.js").1, format!("import(\"./{arrive}\");\n"));

    let (again, scripts) = folders("again", &BUILT);
    arrange(&again, &scripts).unwrap();
    assert_eq!(contents(&again), first);
}

#[test]
fn what_is_missing_is_named() {
    for (position, missing) in [(1, "partneratlas.js"), (4, "reader_bg.wasm"), (7, "style sheet")] {
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
