//! The list of all pages for search engines (sitemaps.org), each with its twin in the other language.

use super::base::BaseUrl;
use super::site::{Page, Site};
use crate::catalogue::Lang;

/// The file.
pub(super) fn sitemap(site: &Site<'_>, base: &BaseUrl, pages: &[Page]) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
        xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
        .to_owned();
    for page in pages {
        let address = |lang| escaped(&base.of(&site.path(page, lang)));
        let twins: String = Lang::ALL
            .into_iter()
            .map(|lang| {
                format!(
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                    lang.tag(),
                    address(lang)
                )
            })
            .collect();
        for lang in Lang::ALL {
            xml.push_str(&format!("<url><loc>{}</loc>{twins}</url>\n", address(lang)));
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('\'', "&apos;")
}
