//! `cargo xtask serve`: builds, and serves what was built.

use std::io;
use std::net::{Ipv4Addr, TcpListener};

use xtask::hosts;
use xtask::server::Server;
use xtask::{Context, Error, Result, workspace};

use crate::bundle::{self, Profile};
use crate::tools::Toolbox;

const PORT: u16 = 8080;

/// The choices that the command line has.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    port: u16,
    profile: Profile,
}

/// Runs until it is stopped.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let options = Options::parse(arguments)?;
    // Known before the build, which takes minutes.
    TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
        .map_err(|cause| refused(options.port, &cause))?;
    bundle::build(&Toolbox::provide()?, options.profile)?;
    let server = Server::start(workspace::dist(), Some(options.port), None)
        .map_err(|cause| refused(options.port, &cause))?;
    // On another origin, as in life.
    let others = hosts::serve(&server.url(), None, None).context("tests/hosts")?;
    println!("\nPartneratlas is on {} (Ctrl+C stops it)", server.url().trim_end_matches('/'));
    println!("In a municipality's page: http://127.0.0.1:{}/demonstration.html", others.port());
    server.wait()
}

fn refused(port: u16, cause: &io::Error) -> Error {
    if cause.kind() == io::ErrorKind::AddrInUse {
        let other = port.checked_add(1).unwrap_or(PORT);
        return Error::new(format!(
            "port {port} is in use by another program; choose another one: cargo xtask serve --port {other}"
        ));
    }
    Error::new(format!("cannot serve on port {port}: {cause}"))
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self { port: PORT, profile: Profile::Release };
        let mut rest = arguments.iter().map(String::as_str);
        while let Some(argument) = rest.next() {
            match argument {
                "--dev" => options.profile = Profile::Dev,
                "--port" => {
                    let number = rest.next().context("--port wants a number")?;
                    options.port = number.parse().context(format!("--port {number}"))?;
                }
                other => {
                    return Err(Error::new(format!(
                        "serve does not know {other}: it takes --port N and --dev"
                    )));
                }
            }
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Options> {
        Options::parse(&arguments.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn the_usual_port_is_8080_and_another_can_be_named() {
        assert_eq!(parse(&[]).unwrap(), Options { port: 8080, profile: Profile::Release });
        assert_eq!(
            parse(&["--dev", "--port", "9000"]).unwrap(),
            Options { port: 9000, profile: Profile::Dev }
        );
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for wrong in [["--port", "x"].as_slice(), &["--port"], &["--port", "70000"], &["--open"]] {
            assert!(parse(wrong).is_err(), "{wrong:?} was accepted");
        }
    }

    #[test]
    fn a_busy_port_is_answered_with_the_flag_that_helps() {
        let busy = io::Error::from(io::ErrorKind::AddrInUse);
        assert!(refused(8080, &busy).to_string().contains("--port 8081"));
    }
}
