//! Addresses on the web, as far as snippets and policies are about them.

use std::fmt;

/// Scheme, host and port: what a policy names, and what one site is to a browser.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Origin {
    pub(super) scheme: String,
    pub(super) host: String,
    /// None for the scheme's own.
    pub(super) port: Option<u16>,
}

impl Origin {
    /// The port that a connection uses.
    pub(super) fn used_port(&self) -> u16 {
        self.port.unwrap_or_else(|| default_port(&self.scheme))
    }

    /// Whether what comes from it was encrypted on its way, or did not leave the machine.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.scheme == "https" || self.is_local()
    }

    /// Whether it is the visitor's own machine.
    #[must_use]
    pub fn is_local(&self) -> bool {
        ["localhost", "127.0.0.1", "[::1]"].contains(&self.host.as_str())
    }
}

/// `https://example.se`, as a policy has it.
impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme, self.host)?;
        self.port.map_or(Ok(()), |port| write!(f, ":{port}"))
    }
}

pub(super) fn default_port(scheme: &str) -> u16 {
    if scheme == "http" { 80 } else { 443 }
}

/// The address of a page or a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address {
    /// Where it is.
    pub origin: Origin,
    /// From the first slash to the question mark.
    pub path: String,
    /// After the question mark, without the part after `#`.
    pub query: String,
}

impl Address {
    /// Reads an address with its scheme, `http` or `https`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.trim().split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        if !["http", "https"].contains(&scheme.as_str()) || rest.contains(is_unfit) {
            return None;
        }
        let rest = rest.split('#').next().unwrap_or_default();
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, path) = place.find('/').map_or((place, "/"), |slash| place.split_at(slash));
        let (host, port) = host_and_port(authority)?;
        let port = port.filter(|port| *port != default_port(&scheme));
        let origin = Origin { scheme, host, port };
        Some(Self { origin, path: path.to_owned(), query: query.to_owned() })
    }

    /// The name of the file.
    #[must_use]
    pub fn file(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The address that a relative one means on this page.
    #[must_use]
    pub fn join(&self, reference: &str) -> Option<Self> {
        let reference = reference.trim();
        if reference.contains("://") {
            return Self::parse(reference);
        }
        if let Some(rest) = reference.strip_prefix("//") {
            return Self::parse(&format!("{}://{rest}", self.origin.scheme));
        }
        // `javascript:` and its like.
        if reference.contains(is_unfit) || reference.split('/').next()?.contains(':') {
            return None;
        }
        let reference = reference.split('#').next().unwrap_or_default();
        let (path, query) = reference.split_once('?').unwrap_or((reference, ""));
        let from = if path.starts_with('/') { String::new() } else { self.folder().0.path };
        let mut parts: Vec<&str> = Vec::new();
        let whole = format!("{from}{path}");
        for part in whole.split('/').skip(1) {
            match part {
                "." => {}
                ".." => drop(parts.pop()),
                part => parts.push(part),
            }
        }
        let path = format!("/{}", parts.join("/"));
        Some(Self { origin: self.origin.clone(), path, query: query.to_owned() })
    }

    /// The folder in which it lies.
    #[must_use]
    pub fn folder(&self) -> Folder {
        let end = self.path.rfind('/').map_or(0, |slash| slash + 1);
        let path = self.path.get(..end).unwrap_or("/").to_owned();
        Folder(Self { origin: self.origin.clone(), path, query: String::new() })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.origin, self.path)?;
        if self.query.is_empty() { Ok(()) } else { write!(f, "?{}", self.query) }
    }
}

/// What no address holds in the open, and what would end it in HTML.
fn is_unfit(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '"' | '\'' | '<' | '>' | '\\' | '`' | '”' | '“')
}

fn host_and_port(authority: &str) -> Option<(String, Option<u16>)> {
    // A colon within brackets belongs to an address of IPv6.
    let end = authority.find(']').map_or(0, |bracket| bracket + 1);
    let (bracketed, rest) = authority.split_at_checked(end)?;
    let (name, port) = match rest.split_once(':') {
        Some((name, port)) => (name, Some(port.parse().ok()?)),
        None => (rest, None),
    };
    let host = format!("{bracketed}{name}").to_lowercase();
    let is_sound = !host.is_empty() && !host.contains(['@', '*', ',', ';']);
    is_sound.then_some((host, port))
}

/// The folder in which the catalogue is published.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Folder(Address);

impl Folder {
    /// Reads the address of the folder, or of one of its files.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut address = Address::parse(text)?;
        address.query.clear();
        if !address.path.ends_with('/') && !address.file().contains('.') {
            address.path.push('/');
        }
        Some(address.folder())
    }

    /// Where it is.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.0.origin
    }

    /// The address of something in it.
    #[must_use]
    pub fn of(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// The same as an address.
    pub(super) fn address_of(&self, path: &str) -> Address {
        Address { path: format!("{}{path}", self.0.path), ..self.0.clone() }
    }
}

impl fmt::Display for Folder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_apart_and_put_together() {
        let text = "https://www.example.se:8443/om/oss.html?a=b";
        let address = Address::parse(&format!("{text}#hit")).unwrap();
        assert_eq!(address.to_string(), text);
        assert_eq!(address.origin.to_string(), "https://www.example.se:8443");
        assert_eq!(address.file(), "oss.html");
        assert_eq!(
            Address::parse("HTTPS://Example.SE:443").unwrap().to_string(),
            "https://example.se/"
        );
        assert_eq!(Address::parse("http://[::1]:80/").unwrap().origin.to_string(), "http://[::1]");
    }

    #[test]
    fn what_is_no_address_of_the_web_is_none() {
        for wrong in [
            "",
            "example.se",
            "/embed.js",
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://x.se/",
            "https://",
            "https:///x",
            "https://a@b.se/",
            "https://a b/",
            "https://x.se/\"><script>",
            "https://x.se:99999/",
            "https://x.se/”",
        ] {
            assert_eq!(Address::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_relative_address_counts_from_the_page() {
        let page = Address::parse("https://x.se/om/oss/sida.html?a#b").unwrap();
        for (reference, whole) in [
            ("../embed.js", "https://x.se/om/embed.js"),
            ("./a/embed.js?v=1#x", "https://x.se/om/oss/a/embed.js?v=1"),
            ("/embed.js", "https://x.se/embed.js"),
            ("../../../../embed.js", "https://x.se/embed.js"),
            ("//y.se/embed.js", "https://y.se/embed.js"),
            ("http://y.se/", "http://y.se/"),
        ] {
            assert_eq!(page.join(reference).unwrap().to_string(), whole, "{reference}");
        }
        assert_eq!(page.join("javascript:alert(1)"), None);
    }

    #[test]
    fn a_folder_is_found_from_itself_or_a_file_in_it() {
        for text in ["https://x.se/atlas", "https://x.se/atlas/", "https://x.se/atlas/embed.js?v=1"]
        {
            let folder = Folder::parse(text).unwrap();
            assert_eq!(folder.of("embed.js"), "https://x.se/atlas/embed.js");
        }
        assert_eq!(Folder::parse("https://x.se").unwrap().to_string(), "https://x.se/");
    }
}
