//! The pages for frames on other sites.

use partneratlas::catalogue::Lang;

use crate::html::Element;
use crate::links::{addresses, resolved};
use crate::support::{catalogue, today};
use crate::{files, page, start};

const FRAMES: [(Lang, &str); 2] = [(Lang::Sv, "iframe.html"), (Lang::En, "en/iframe.html")];

#[test]
fn a_frame_holds_the_list_of_the_start_page_and_nothing_around_it() {
    for (lang, path) in FRAMES {
        let frame = page(path);
        for name in ["header", "footer", "h1"] {
            assert!(frame.named(name).is_empty(), "{path}: {name}");
        }
        let entries = |page: &Element| {
            let articles = page.named("article").into_iter();
            articles
                .map(|article| (article.get("data-project").map(str::to_owned), article.text()))
                .collect::<Vec<_>>()
        };
        assert_eq!(entries(frame), entries(start(lang)), "{path}");
        let element = frame.one("partner-atlas");
        assert_eq!(frame.one("html").get("lang"), Some(lang.tag()));
        assert_eq!(element.get("lang"), Some(lang.tag()));
        for name in ["home", "url-state", "src"] {
            assert_eq!(element.get(name), None, "{path}: {name}");
        }
    }
}

#[test]
fn the_presets_are_read_before_the_element_starts() {
    for (_, path) in FRAMES {
        let scripts = page(path).named("script").into_iter();
        let scripts: Vec<_> = scripts.map(|script| (script.get("type"), script.text())).collect();
        assert_eq!(scripts, [(Some("module"), String::new()), (Some("module"), String::new())]);
        let names = addresses(page(path)).into_iter().filter(|address| address.ends_with(".js"));
        let names: Vec<_> = names.filter_map(|name| resolved(path, name)).collect();
        assert_eq!(names, ["framed.js", "embed.js"], "{path}");
    }
}

#[test]
fn a_frame_leads_to_its_twin_and_at_its_end_to_the_site_in_both_languages() {
    for (lang, path) in FRAMES {
        let links = page(path).named("a");
        let twin = links.iter().find(|link| link.get("class") == Some("language"));
        let twin = twin.and_then(|link| resolved(path, link.get("href")?)).expect("a twin");
        assert_eq!(twin, FRAMES[usize::from(lang == Lang::Sv)].1);
        let last = links.iter().rev().take(2).rev();
        let last: Vec<_> = last.filter_map(|link| resolved(path, link.get("href")?)).collect();
        assert_eq!(last, ["index.html", "en/index.html"]);
        // Only a script can know whether a frame may open a tab.
        assert!(links.iter().all(|link| link.get("target").is_none()));
    }
}

#[test]
fn search_engines_are_sent_to_the_start_page() {
    let files = files(catalogue(), today(), Some("https://example.se/atlas/"));
    for (path, home) in [("iframe.html", ""), ("en/iframe.html", "en/")] {
        let frame = Element::parse(&files[path]);
        let robots =
            frame.named("meta").into_iter().find(|meta| meta.get("name") == Some("robots"));
        assert_eq!(robots.and_then(|meta| meta.get("content")), Some("noindex"), "{path}");
        let links = frame.named("link");
        let own = links.iter().find(|link| link.get("rel") == Some("canonical"));
        let own = own.and_then(|link| link.get("href"));
        assert_eq!(own, Some(format!("https://example.se/atlas/{home}").as_str()), "{path}");
        assert!(!files["sitemap.xml"].contains("iframe"), "{path}");
    }
}
