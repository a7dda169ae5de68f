//! nginx and Apache for the tests of `docs/server`: Debian's packages, unpacked and not installed. That
//! needs no root, and starts no service.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::installed;
use xtask::web_servers::WebServers;
use xtask::{Context, Result, program};

use super::say;
use crate::process;

/// Each package by its names in different releases of Debian, the newer first.
const PACKAGES: [&[&str]; 4] =
    [&["nginx"], &["apache2-bin"], &["libapr1t64", "libapr1"], &["libaprutil1t64", "libaprutil1"]];

/// nginx's module for ready-made brotli.
const BROTLI: &str = "libnginx-mod-http-brotli-static";

/// The two servers, downloaded first where that is possible; none where it is not.
pub(crate) fn provide() -> Result<Option<WebServers>> {
    let folder = installed::folder()?.join("web-servers");
    if let Some(found) = WebServers::unpacked(&folder) {
        say("web servers", &format!("present ({})", folder.display()));
        return Ok(Some(found));
    }
    if program::find("apt-get").is_none() || program::find("dpkg-deb").is_none() {
        return Ok(None);
    }
    say("web servers", &format!("unpacking Debian's nginx and Apache into {}", folder.display()));
    // A machine whose lists of packages are missing or old: root can fetch them.
    if download(&folder).is_err() {
        let update = process::capture(&mut process::program("apt-get", &["-q", "update"]));
        if update.and_then(|_| download(&folder)).is_err() {
            return Ok(None);
        }
    }
    Ok(WebServers::unpacked(&folder))
}

/// Unpacks all in a folder beside, so that what is in its place is whole.
fn download(folder: &Path) -> Result<()> {
    let half = folder.with_extension("half");
    let packages = half.join("packages");
    let _ = fs::remove_dir_all(&half);
    fs::create_dir_all(&packages).context(format!("cannot make {}", packages.display()))?;
    for names in PACKAGES {
        fetch(names, &packages)?;
    }
    // Older releases are without it; the tests then say that they leave it out.
    let _ = fetch(&[BROTLI], &packages);
    for package in files(&packages)? {
        let mut unpack = process::program("dpkg-deb", &["--extract"]);
        process::capture(unpack.arg(package).arg(&half))?;
    }
    fs::remove_dir_all(&packages).context(format!("cannot tidy up {}", packages.display()))?;
    let _ = fs::remove_dir_all(folder);
    fs::rename(&half, folder).context(format!("cannot make {}", folder.display()))
}

/// Downloads a package under the first of its names that there is.
fn fetch(names: &[&str], packages: &Path) -> Result<()> {
    let mut last = Ok(());
    for name in names {
        let mut command = process::program("apt-get", &["-q", "download", name]);
        last = process::capture(command.current_dir(packages)).map(|_| ());
        if last.is_ok() {
            break;
        }
    }
    last
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).context(format!("cannot list {}", folder.display()))?;
    Ok(entries.filter_map(|entry| Some(entry.ok()?.path())).collect())
}
