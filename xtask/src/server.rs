//! A static file server that behaves as a municipality's web host should: right types, the
//! product's Content Security Policy, sensible caching, ready-made compressed twins.
//!
//! It serves `dist/` for `cargo xtask serve` and for the browser tests, to this machine only. `hyper` speaks
//! the protocol.

mod location;
mod mime;
mod reply;

use std::net::{Ipv4Addr, Ipv6Addr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use std::{io, thread};

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::ACCEPT_ENCODING;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::runtime::{Builder, Runtime};
use tokio::task::spawn_blocking;

pub use mime::{MEDIA_TYPES, media_type};
pub use reply::{CONTENT_SECURITY_POLICY, HEADERS, IMMUTABLE};

use reply::{Asked, Reply};

/// Changes a file on its way out: gets the request's path and the file's content, and returns the new
/// content, or none for a file that goes out as it is. Tests use it to set an attribute or to break an
/// answer.
pub type Rewrite = Box<dyn Fn(&str, &[u8]) -> Option<Vec<u8>> + Send + Sync>;

/// How long to wait where the machine has no room for one more connection.
const RESPITE: Duration = Duration::from_millis(50);

/// A running server; dropping it stops it, at the latest when nobody holds an answer back any more.
pub struct Server {
    port: u16,
    runtime: Option<Runtime>,
}

/// What goes out with every answer beside what belongs to the file: names and values.
pub type Headers = Vec<(String, String)>;

/// What every answer needs.
struct Site {
    root: PathBuf,
    rewrite: Option<Rewrite>,
    headers: Box<dyn Fn(&str) -> Headers + Send + Sync>,
}

impl Server {
    /// Serves the folder `root` on localhost, on `port` or any free one, as the product wants it.
    ///
    /// # Errors
    /// The port is taken ([`io::ErrorKind::AddrInUse`]), or the folder does not exist.
    pub fn start(root: PathBuf, port: Option<u16>, rewrite: Option<Rewrite>) -> io::Result<Self> {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Self::with_headers(root, port, rewrite, move |_| HEADERS.iter().map(own).collect())
    }

    /// The same with headers of somebody else, which may differ from path to path.
    ///
    /// # Errors
    /// As for [`Server::start`].
    pub fn with_headers(
        root: PathBuf,
        port: Option<u16>,
        rewrite: Option<Rewrite>,
        headers: impl Fn(&str) -> Headers + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let site =
            Arc::new(Site { root: root.canonicalize()?, rewrite, headers: Box::new(headers) });
        let first = TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0)))?;
        let port = first.local_addr()?.port();
        let mut listeners = vec![first];
        // Many clients try ::1 first for `localhost`, so whoever has it must not be a stranger.
        match TcpListener::bind((Ipv6Addr::LOCALHOST, port)) {
            Ok(second) => listeners.push(second),
            Err(cause) if cause.kind() == io::ErrorKind::AddrInUse => return Err(cause),
            Err(_) => {} // a machine without IPv6 does without
        }
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        for listener in listeners {
            listener.set_nonblocking(true)?;
            let _context = runtime.enter();
            let listener = tokio::net::TcpListener::from_std(listener)?;
            runtime.spawn(accept(listener, Arc::clone(&site)));
        }
        Ok(Self { port, runtime: Some(runtime) })
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
    pub fn wait(self) -> ! {
        loop {
            thread::park();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // An answer that a test still holds back is not waited for.
            runtime.shutdown_background();
        }
    }
}

/// Takes in whoever comes: browsers keep several connections each, and none may wait for another to end.
async fn accept(listener: tokio::net::TcpListener, site: Arc<Site>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(tokio::spawn(serve(stream, Arc::clone(&site)))),
            Err(_) => tokio::time::sleep(RESPITE).await,
        }
    }
}

async fn serve(stream: TcpStream, site: Arc<Site>) {
    let service = service_fn(|request| {
        let site = Arc::clone(&site);
        // Files are waited for, and what a test holds back for longer still.
        let answer = spawn_blocking(move || answer(&request, &site));
        async { answer.await.map_err(io::Error::other)?.map_err(io::Error::other) }
    });
    let connection = http1::Builder::new()
        .title_case_headers(true)
        .serve_connection(TokioIo::new(stream), service);
    // A visitor who went away before the answer is no fault of the server.
    let _ = connection.await;
}

fn answer(request: &Request<Incoming>, site: &Site) -> hyper::http::Result<Response<Full<Bytes>>> {
    let reply = if matches!(*request.method(), Method::GET | Method::HEAD) {
        let encodings = request.headers().get(ACCEPT_ENCODING);
        let encodings = encodings.and_then(|value| value.to_str().ok()).unwrap_or_default();
        let asked = Asked { path: request.uri().path(), query: request.uri().query(), encodings };
        reply::to(&asked, &site.root, site.rewrite.as_ref())
    } else {
        Reply::method_not_allowed()
    };
    let mut response = Response::builder().status(reply.status);
    for (name, value) in reply.headers {
        response = response.header(name, value);
    }
    for (name, value) in (site.headers)(request.uri().path()) {
        response = response.header(name, value);
    }
    response.body(Full::from(reply.body))
}

#[cfg(test)]
mod snippets;
#[cfg(test)]
mod tests;
