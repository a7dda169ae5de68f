//! nginx and Apache as a municipality runs them, with the settings of `docs/server` and the built `dist/`:
//! at the top of the host, and once more in a folder of it.

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use xtask::web_servers::WebServers;
use xtask::workspace;

use crate::scratch::Scratch;
use crate::{Outcome, Result};

/// The folder of the host that holds the site a second time.
pub const BELOW: &str = "internationellt/projekt/";

/// How long a server may take until it listens.
const PATIENCE: Duration = Duration::from_secs(20);

/// What Debian's Apache has switched on, and the two modules that the settings ask for.
const APACHE_MODULES: [&str; 15] = [
    "mpm_event",
    "authn_core",
    "authz_core",
    "authz_host",
    "alias",
    "autoindex",
    "deflate",
    "dir",
    "env",
    "filter",
    "headers",
    "mime",
    "negotiation",
    "rewrite",
    "setenvif",
];

/// A running web server; dropping it ends it.
#[derive(Debug)]
pub struct Host {
    process: Child,
    port: u16,
    folder: Scratch,
}

/// What a server answered.
#[derive(Debug)]
pub struct Answer {
    /// The number of its first line.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// What follows the headers.
    pub body: Vec<u8>,
}

impl Host {
    /// nginx, with `brotli_static` switched on or as the settings leave it.
    ///
    /// # Errors
    /// It is not there, or does not start.
    pub fn nginx(servers: &WebServers, brotli: Option<&Path>) -> Result<Self> {
        Self::start(|folder, port| {
            let load = brotli.map(|module| format!("load_module {};", module.display()));
            let mut rules = snippet("nginx.conf")?;
            for (from, to) in [
                ("listen 80; ", format!("listen 127.0.0.1:{port}; listen [::1]:{port};")),
                ("/var/www/partneratlas;", format!("{}/www;", folder.display())),
                ("server_name projekt.example.se;", "server_name localhost;".to_owned()),
            ] {
                rules = replaced_once(&rules, from, &to)?;
            }
            if brotli.is_some() {
                rules = replaced_once(&rules, "#brotli_static on;", "brotli_static on;")?;
            }
            fs::write(folder.join("partneratlas.conf"), rules)?;
            // Everything that it writes stays in the folder, whoever started it.
            let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
                .iter()
                .map(|kind| format!("{kind}_temp_path {}/{kind};\n", folder.display()))
                .collect();
            let main = format!(
                "{}\n{}daemon off; pid {here}/pid; error_log {here}/error.log;\n\
                 events {{}}\nhttp {{ access_log off;\n{temporary}include {here}/partneratlas.conf; }}\n",
                load.unwrap_or_default(),
                if is_root() { "user root;\n" } else { "" },
                here = folder.display(),
            );
            fs::write(folder.join("main.conf"), main)?;
            let mut nginx = Command::new(servers.nginx());
            nginx.arg("-p").arg(folder).arg("-c").arg(folder.join("main.conf"));
            nginx.arg("-e").arg(folder.join("error.log"));
            Ok(nginx)
        })
    }

    /// Apache, with the settings as `.htaccess` in both folders.
    ///
    /// # Errors
    /// It is not there, or does not start.
    pub fn apache(servers: &WebServers) -> Result<Self> {
        Self::start(|folder, port| {
            let rules = snippet("apache.conf")?;
            for place in ["", BELOW] {
                fs::write(folder.join("www").join(place).join(".htaccess"), &rules)?;
            }
            let modules: String = APACHE_MODULES
                .iter()
                .map(|name| {
                    format!("LoadModule {name}_module {}\n", servers.apache_module(name).display())
                })
                .collect();
            // As Debian has it: compressing on the way is switched on, .gz is a kind of file, .br a language,
            // and .htaccess a secret. And as careful hosts have it: nothing may be framed.
            let main = format!(
                "ServerName localhost\nListen 127.0.0.1:{port}\nListen [::1]:{port}\nPidFile {here}/pid\n\
                 ErrorLog {here}/error.log\nDefaultRuntimeDir {here}\n{modules}\
                 {}AddOutputFilterByType DEFLATE text/html text/css text/javascript\n\
                 Header set X-Frame-Options DENY\nHeader always set X-Frame-Options DENY\n\
                 TypesConfig /dev/null\nAddType application/x-gzip .gz\nAddLanguage br .br\n\
                 DocumentRoot {here}/www\n<Directory {here}/www>\nOptions Indexes MultiViews FollowSymLinks\n\
                 AllowOverride FileInfo Indexes Options=Indexes,MultiViews\nRequire all granted\n</Directory>\n\
                 <FilesMatch \"^\\.ht\">\nRequire all denied\n</FilesMatch>\n",
                if is_root() { "User #65534\nGroup #65534\n" } else { "" },
                here = folder.display(),
            );
            fs::write(folder.join("main.conf"), main)?;
            let mut apache = Command::new(servers.apache());
            apache
                .arg("-d")
                .arg(folder)
                .arg("-f")
                .arg(folder.join("main.conf"))
                .arg("-DFOREGROUND");
            if let Some(libraries) = servers.libraries() {
                apache.env("LD_LIBRARY_PATH", libraries);
            }
            Ok(apache)
        })
    }

    fn start(prepare: impl Fn(&Path, u16) -> Result<Command>) -> Result<Self> {
        let folder = Scratch::new()?;
        for place in ["", BELOW] {
            copy(&workspace::dist(), &folder.path().join("www").join(place))?;
        }
        // Free now, and nobody else looks for one in this moment: the tests run one by one.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut command = prepare(folder.path(), port)?;
        let process = command.stdin(Stdio::null()).spawn()?;
        let mut host = Self { process, port, folder };
        host.wait_until_it_answers()?;
        Ok(host)
    }

    fn wait_until_it_answers(&mut self) -> Outcome {
        let start = Instant::now();
        // Apache listens, reads its settings once more, and listens again.
        while ask(self.port, "HEAD", "", "").is_err() {
            if self.process.try_wait()?.is_some() || start.elapsed() > PATIENCE {
                let log = fs::read_to_string(self.folder.path().join("error.log"));
                return Err(format!("it does not answer: {}", log.unwrap_or_default()).into());
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// The folder that is served.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.folder.path().join("www")
    }

    /// The port that is listened on.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// The address of the site in its folder below the top.
    #[must_use]
    pub fn below(&self) -> String {
        format!("http://localhost:{}/{BELOW}", self.port)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if matches!(self.process.try_wait(), Ok(Some(_))) {
            return;
        }
        // Asked, so that it ends its own children too.
        let asked = Command::new("kill").arg(self.process.id().to_string()).status();
        if asked.is_err() {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}

impl Answer {
    /// A header's value, by its name in any case; several of the same name with commas between.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        let named = self.headers.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let values: Vec<&str> = named.map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}

/// Asks a server on this machine for a path, in a request of one's own: no browser, which would unpack and
/// keep what it gets.
///
/// # Errors
/// The server does not answer in the way of HTTP.
pub fn ask(port: u16, method: &str, path: &str, encodings: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    write!(
        stream,
        "{method} /{path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\
         Accept-Encoding: {encodings}\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let end =
        answer.windows(4).position(|four| four == b"\r\n\r\n").ok_or("no end of the headers")?;
    let (head, body) = answer.split_at(end);
    let head = String::from_utf8_lossy(head).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).ok_or("no status")?;
    let headers = lines.filter_map(|line| line.split_once(": "));
    Ok(Answer {
        status: status.parse()?,
        headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        body: body.get(4..).unwrap_or_default().to_vec(),
    })
}

/// Copies a folder with those in it, over what is there.
///
/// # Errors
/// A file cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn snippet(name: &str) -> Result<String> {
    Ok(fs::read_to_string(workspace::path("docs/server").join(name))?)
}

fn replaced_once(text: &str, from: &str, to: &str) -> Result<String> {
    match text.matches(from).count() {
        1 => Ok(text.replace(from, to)),
        count => Err(format!("{from} is there {count} times").into()),
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout.starts_with(b"0\n"))
}
