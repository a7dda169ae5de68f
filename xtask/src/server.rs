//! A static file server that behaves as a municipality's web host should: right types, the
//! product's Content Security Policy, sensible caching, ready-made compressed twins.
//!
//! It serves `dist/` for `cargo xtask serve` and for the browser tests, to this machine only.

mod location;
mod mime;
mod reply;

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tiny_http::{Method, Request};

pub use reply::CONTENT_SECURITY_POLICY;

use reply::{Asked, Reply};

/// Changes a file on its way out: gets the request's path and the file's content. Tests use it to
/// set an attribute or to break an answer. Compressed twins are left out while there is one.
pub type Rewrite = Box<dyn Fn(&str, Vec<u8>) -> Vec<u8> + Send + Sync>;

/// A browser opens up to six connections to a host; one slow answer must not hold up the others.
const WORKERS: usize = 6;

/// A running server; dropping it stops it.
pub struct Server {
    port: u16,
    listeners: Vec<Arc<tiny_http::Server>>,
    workers: Vec<JoinHandle<()>>,
}

/// What every worker needs.
struct Site {
    root: PathBuf,
    rewrite: Option<Rewrite>,
}

impl Server {
    /// Serves the folder `root` on localhost, on `port` or any free one.
    ///
    /// # Errors
    /// The port is taken ([`io::ErrorKind::AddrInUse`]), or the folder does not exist.
    pub fn start(root: PathBuf, port: Option<u16>, rewrite: Option<Rewrite>) -> io::Result<Self> {
        let site = Arc::new(Site { root: root.canonicalize()?, rewrite });
        let first = listen(Ipv4Addr::LOCALHOST.into(), port.unwrap_or(0))?;
        let port = first.server_addr().to_ip().map_or(0, |address| address.port());
        let mut listeners = vec![Arc::new(first)];
        // Many clients try ::1 first for `localhost`, so whoever has it must not be a stranger.
        match listen(Ipv6Addr::LOCALHOST.into(), port) {
            Ok(second) => listeners.push(Arc::new(second)),
            Err(cause) if cause.kind() == io::ErrorKind::AddrInUse => return Err(cause),
            Err(_) => {} // a machine without IPv6 does without
        }
        let workers = listeners
            .iter()
            .flat_map(|listener| (0..WORKERS).map(move |_| listener))
            .map(|listener| {
                let (listener, site) = (Arc::clone(listener), Arc::clone(&site));
                thread::spawn(move || work(&listener, &site))
            })
            .collect();
        Ok(Self { port, listeners, workers })
    }

    /// The port that is listened on.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// The address of the site, with a slash at the end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://localhost:{}/", self.port)
    }

    /// Serves until the program is stopped.
    pub fn wait(mut self) {
        for worker in self.workers.drain(..) {
            // A worker that died has reported itself; the others go on.
            let _ = worker.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for listener in &self.listeners {
            (0..WORKERS).for_each(|_| listener.unblock());
        }
    }
}

fn listen(address: IpAddr, port: u16) -> io::Result<tiny_http::Server> {
    tiny_http::Server::http((address, port)).map_err(|cause| match cause.downcast::<io::Error>() {
        Ok(cause) => *cause,
        Err(cause) => io::Error::other(cause),
    })
}

fn work(listener: &tiny_http::Server, site: &Site) {
    while let Ok(request) = listener.recv() {
        // A visitor who went away before the answer is no fault of the server.
        let _ = answer(request, site);
    }
}

fn answer(request: Request, site: &Site) -> io::Result<()> {
    let reply = if matches!(request.method(), Method::Get | Method::Head) {
        let encodings = request
            .headers()
            .iter()
            .find(|header| header.field.equiv("Accept-Encoding"))
            .map_or("", |header| header.value.as_str());
        let asked = Asked { target: request.url(), encodings };
        reply::to(&asked, &site.root, site.rewrite.as_ref())
    } else {
        Reply::method_not_allowed()
    };
    let mut response = tiny_http::Response::from_data(reply.body).with_status_code(reply.status);
    for (name, value) in reply.headers {
        if let Ok(header) = tiny_http::Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
}

#[cfg(test)]
mod tests;
