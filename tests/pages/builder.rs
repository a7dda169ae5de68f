//! The page of the builder of snippets.

use partneratlas::catalogue::Lang;
use partneratlas::pages::{BaseUrl, Settings, Site};
use partneratlas::query::{Facet, Value};
use partneratlas::snippets::Wishes;

use crate::html::Element;
use crate::pages;
use crate::support::{catalogue, today};

fn builder(base: Option<&str>) -> Element {
    let base = base.map(|base| BaseUrl::parse(base).expect("a base"));
    let settings = Settings { today: today(), sheet: "assets/page-0.css".to_owned(), base };
    let site = Site::new(catalogue(), settings).expect("the base map can be read");
    let (path, page) = site.builder(["assets/page-0.css", "assets/bygg-0.css"]);
    assert_eq!(path, "bygg/index.html");
    Element::parse(&page)
}

#[test]
fn it_offers_the_values_that_records_have() {
    let page = builder(None);
    let lists = page.named("datalist");
    let values = |key| -> Vec<String> {
        let list = lists.iter().find(|list| list.get("data-key") == Some(key)).expect("a list");
        list.named("option").iter().map(|option| option.text()).collect()
    };
    assert_eq!(lists.len(), Facet::ALL.len());
    assert_eq!(values("kommun"), ["Jönköping", "Norrköping", "Tyresö"]);
    assert!(values("land").contains(&"Österrike".to_owned()));
}

#[test]
fn without_the_program_it_has_code_for_the_whole_catalogue() {
    let code = |base| -> Vec<String> {
        builder(base).named("code").iter().map(|code| code.text()).collect()
    };
    let known = code(Some("https://projekt.example.se/atlas"));
    assert!(
        known[0].starts_with(
            "<script type=\"module\" src=\"https://projekt.example.se/atlas/embed.js\">"
        )
    );
    assert!(known[1].contains("script-src https://projekt.example.se 'wasm-unsafe-eval'"));
    assert!(
        known[2]
            .starts_with("<iframe src=\"https://projekt.example.se/atlas/iframe.html?lang=sv\"")
    );
    assert!(code(None)[0].contains("https://example.se/partneratlas/embed.js"));
    assert!(builder(None).text().contains("Byt https://example.se/partneratlas/ mot adressen"));
}

#[test]
fn it_says_whom_it_asks() {
    let said = "frågar den bara de servrar som koden nämner";
    assert!(builder(None).text().contains(said));
}

#[test]
fn the_links_in_snippets_lead_to_pages_that_there_are() {
    for lang in Lang::ALL {
        for (facet, value) in [
            (Facet::Municipality, "0581"),
            (Facet::Country, "KE"),
            (Facet::Theme, "miljo"),
            (Facet::Form, "vanort"),
        ] {
            let mut wishes = Wishes { lang, ..Wishes::default() };
            wishes.add(facet, Value::parse(value));
            let path = format!("{}index.html", wishes.page());
            assert!(pages().contains_key(&path), "{path}");
        }
    }
}
