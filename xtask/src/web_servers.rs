//! nginx and Apache of Debian, unpacked into a folder: to run the settings of `docs/server` on them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Names the folder that they are unpacked in.
pub const FOLDER_VARIABLE: &str = "WEB_SERVERS";

/// The folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebServers(PathBuf);

impl WebServers {
    /// In this folder, if both are there.
    #[must_use]
    pub fn unpacked(folder: &Path) -> Option<Self> {
        let found = Self(folder.to_path_buf());
        (found.nginx().is_file() && found.apache().is_file()).then_some(found)
    }

    /// In the folder that [`FOLDER_VARIABLE`] names.
    #[must_use]
    pub fn named() -> Option<Self> {
        Self::unpacked(Path::new(&env::var_os(FOLDER_VARIABLE)?))
    }

    /// The folder itself.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// The program nginx.
    #[must_use]
    pub fn nginx(&self) -> PathBuf {
        self.0.join("usr/sbin/nginx")
    }

    /// What teaches nginx to send ready-made brotli.
    #[must_use]
    pub fn nginx_brotli(&self) -> Option<PathBuf> {
        let module = self.0.join("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
        module.is_file().then_some(module)
    }

    /// The program Apache.
    #[must_use]
    pub fn apache(&self) -> PathBuf {
        self.0.join("usr/sbin/apache2")
    }

    /// A part of Apache, such as `headers`.
    #[must_use]
    pub fn apache_module(&self, name: &str) -> PathBuf {
        self.0.join(format!("usr/lib/apache2/modules/mod_{name}.so"))
    }

    /// Where the libraries lie that came along: a folder named after the processor.
    #[must_use]
    pub fn libraries(&self) -> Option<PathBuf> {
        let folders = fs::read_dir(self.0.join("usr/lib")).ok()?;
        let mut folders = folders.filter_map(|entry| Some(entry.ok()?.path()));
        folders.find(|folder| folder.join("libapr-1.so.0").exists())
    }
}
