//! The server over real connections, as a browser would meet it.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{CONTENT_SECURITY_POLICY, Rewrite, Server};

/// A folder with a site in it, and beside it a file that nobody may reach.
struct Site {
    folder: PathBuf,
}

impl Site {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/tmp/server").join(name);
        let _ = fs::remove_dir_all(&folder);
        for (path, content) in [
            ("secret.txt", "secret"),
            ("site/index.html", "<title>start</title>"),
            ("site/en/index.html", "english"),
            ("site/assets/app-1.wasm", "\0asm"),
            ("site/assets/app-1.wasm.br", "small"),
            ("site/åäö.csv", "a;b"),
        ] {
            let file = folder.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, content).unwrap();
        }
        Self { folder }
    }

    fn serve(&self, rewrite: Option<Rewrite>) -> Server {
        Server::start(self.folder.join("site"), None, rewrite).unwrap()
    }
}

/// Sends a request exactly as written, which no well-behaved client would, and returns the answer.
fn ask(server: &Server, line: &str, headers: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    write!(stream, "{line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n")
        .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_folder_is_answered_with_its_page_and_the_policy() {
    let server = Site::new("page").serve(None);
    let answer = ask(&server, "GET /?q=kenya", "");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("Content-Type: text/html; charset=utf-8"), "{answer}");
    assert!(answer.contains(CONTENT_SECURITY_POLICY), "{answer}");
    assert!(answer.contains("Cache-Control: no-cache"), "{answer}");
    assert!(answer.ends_with("<title>start</title>"), "{answer}");
}

#[test]
fn a_folder_without_its_slash_is_redirected_within_the_site() {
    let server = Site::new("slash").serve(None);
    assert!(ask(&server, "GET /en?q=1", "").contains("Location: /en/?q=1\r\n"));
    assert!(ask(&server, "GET //en", "").contains("Location: /en/\r\n"));
    assert!(ask(&server, "GET /en/", "").ends_with("english"));
}

#[test]
fn assets_are_immutable_and_come_compressed_to_those_who_take_it() {
    let server = Site::new("assets").serve(None);
    let plain = ask(&server, "GET /assets/app-1.wasm", "");
    assert!(plain.contains("Content-Type: application/wasm\r\n"), "{plain}");
    assert!(plain.contains("immutable"), "{plain}");
    assert!(plain.ends_with("\0asm"), "{plain}");
    let small = ask(&server, "GET /assets/app-1.wasm", "Accept-Encoding: gzip, br\r\n");
    assert!(small.contains("Content-Encoding: br\r\n"), "{small}");
    assert!(small.contains("Content-Type: application/wasm\r\n"), "{small}");
    assert!(small.ends_with("small"), "{small}");
    let refused = ask(&server, "GET /assets/app-1.wasm", "Accept-Encoding: br;q=0\r\n");
    assert!(refused.ends_with("\0asm"), "{refused}");
}

#[test]
fn nothing_outside_the_folder_is_reached() {
    let site = Site::new("traversal");
    #[cfg(unix)]
    std::os::unix::fs::symlink(site.folder.join("secret.txt"), site.folder.join("site/link.txt"))
        .unwrap();
    let server = site.serve(None);
    for path in [
        "/../secret.txt",
        "/en/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/link.txt",
        "/%00",
        "/%c3",
        "/%2",
        "/index.html/",
        "/saknas",
    ] {
        let answer = ask(&server, &format!("GET {path}"), "");
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        assert!(!answer.contains("secret"), "{path}: {answer}");
    }
}

#[test]
fn names_outside_ascii_are_found() {
    let server = Site::new("names").serve(None);
    assert!(ask(&server, "GET /%C3%A5%C3%A4%C3%B6.csv", "").ends_with("a;b"));
}

#[test]
fn only_reading_is_allowed() {
    let server = Site::new("methods").serve(None);
    assert!(ask(&server, "POST /", "Content-Length: 0\r\n").starts_with("HTTP/1.1 405"));
    let head = ask(&server, "HEAD /", "");
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(head.ends_with("\r\n\r\n"), "{head}");
}

#[test]
fn a_test_can_change_what_is_sent() {
    let rewrite: Rewrite = Box::new(|path, body| {
        (path == "/").then(|| String::from_utf8_lossy(body).replace("start", "changed").into())
    });
    let site = Site::new("rewrite");
    fs::write(site.folder.join("site/index.html.br"), "a twin of what was not changed").unwrap();
    let server = site.serve(Some(rewrite));
    let takes_all = "Accept-Encoding: br\r\n";
    assert!(ask(&server, "GET /", takes_all).ends_with("<title>changed</title>"));
    assert!(ask(&server, "GET /assets/app-1.wasm", takes_all).ends_with("small"));
}

#[test]
fn a_taken_port_is_told_apart() {
    let site = Site::new("port");
    let server = site.serve(None);
    let second = Server::start(site.folder.join("site"), Some(server.port()), None);
    assert_eq!(second.err().unwrap().kind(), std::io::ErrorKind::AddrInUse);
}

/// Browsers open several connections at once and keep them; a frame of another site opens as many again.
#[test]
fn connections_that_come_at_once_and_stay_are_all_answered() {
    let site = Site::new("connections");
    for _ in 0..20 {
        let server = site.serve(None);
        let connect = || TcpStream::connect(("127.0.0.1", server.port())).unwrap();
        let mut streams: Vec<TcpStream> = (0..24).map(|_| connect()).collect();
        for stream in &mut streams {
            write!(stream, "GET /en/ HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        }
        for stream in &mut streams {
            stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
            let mut answer = [0; 15];
            stream.read_exact(&mut answer).unwrap();
            assert_eq!(&answer, b"HTTP/1.1 200 OK");
        }
    }
}
