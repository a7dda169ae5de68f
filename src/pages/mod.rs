//! The static pages: every record to be read, and every list to be followed, without a program.
//!
//! They say what the app says, from the same values of the core ([`crate::facts`], [`crate::query`],
//! [`crate::map`]), in HTML that is written here as text. Each holds the element, with this content in it
//! until the app has drawn (docs/adr/0018).

mod bar;
mod base;
mod browse;
mod builder;
mod content;
mod entry;
mod frame;
mod here;
mod html;
mod land;
mod list;
mod map;
mod meta;
mod oembed;
mod picture;
mod record;
mod shell;
mod site;
mod sitemap;
mod structured;
mod timeline;
mod width;
mod words;
mod write;

pub use base::{BaseUrl, InvalidBaseUrl};
use here::Here;
use site::Page;
pub use site::{Settings, Site};
pub use write::{sheet, write};

use crate::catalogue::Lang;

impl Site<'_> {
    /// The page of the builder of snippets, with its path; `sheets` are the paths of its style sheets.
    #[must_use]
    pub fn builder(&self, sheets: [&str; 2]) -> (String, String) {
        (builder::PATH.to_owned(), builder::page(self, sheets))
    }

    /// Every file, as its path from the top of the folder and its content: the pages, the start page first, and those
    /// for frames. Where it is known at which address they will lie, also how to embed each, and a list of all for
    /// search engines.
    #[must_use]
    pub fn files(&self) -> Vec<(String, String)> {
        let pages = self.all_pages();
        let here = |page, lang| Here { site: self, page, lang };
        let written = pages.iter().flat_map(|page| {
            Lang::ALL.map(|lang| {
                (format!("{}index.html", self.path(page, lang)), shell::page(here(page, lang)))
            })
        });
        let frames = Lang::ALL
            .map(|lang| (self.path(&Page::Frame, lang), frame::page(here(&Page::Frame, lang))));
        let mut files: Vec<_> = written.chain(frames).collect();
        if let Some(base) = &self.settings.base {
            files.extend(
                pages
                    .iter()
                    .flat_map(|page| Lang::ALL.map(|lang| oembed::file(here(page, lang), base))),
            );
            files.push(("sitemap.xml".to_owned(), sitemap::sitemap(self, base, &pages)));
        }
        files
    }
}
