//! What the pages say of records.

use partneratlas::catalogue::{Day, Document, Lang, Localized, Record};
use partneratlas::facts::{facts, funding, lists, partners, sources};
use partneratlas::i18n::{day_text, messages, period_text};
use partneratlas::query::{Memory, Query};
use partneratlas::url;

use crate::html::Element;
use crate::support::{catalogue, catalogue_of, engine, id, today};
use crate::{files, page, pages, record_page, start};

fn records() -> impl Iterator<Item = &'static Record> {
    catalogue().records().map(|(_, record)| record)
}

fn entries(page: &Element) -> Vec<(&str, &Element)> {
    let articles = page.named("article").into_iter();
    articles.filter_map(|article| Some((article.get("data-project")?, article))).collect()
}

#[test]
fn every_record_is_on_the_start_page_with_each_of_its_facts() {
    for lang in Lang::ALL {
        let entries = entries(start(lang));
        assert_eq!(entries.len(), catalogue().records().len(), "each once");
        for record in records() {
            let (_, entry) =
                entries.iter().find(|(id, _)| *id == record.id.as_str()).expect("an entry");
            let text = entry.text();
            let words = messages(lang);
            let mut wanted = vec![
                record.title.text(lang).to_owned(),
                record.summary.text(lang).to_owned(),
                (words.form)(record.form).to_owned(),
                (words.status)(catalogue().status(record, today())).to_owned(),
                period_text(&record.period, lang),
            ];
            let partners = partners(catalogue(), record, lang);
            wanted.extend(partners.iter().map(|line| line.name.text(lang).to_owned()));
            let paid = funding(catalogue(), record, lang);
            wanted.extend(paid.iter().flat_map(|line| line.money.iter().cloned()));
            wanted.extend(paid.into_iter().map(|line| line.name));
            let sources = sources(catalogue(), record, lang);
            wanted.extend(sources.iter().map(|line| line.title.text(lang).to_owned()));
            wanted.extend(sources.into_iter().map(|line| line.dated));
            for fact in wanted {
                assert!(text.contains(&fact), "{} lacks {fact:?}: {text}", record.id);
            }
        }
    }
}

#[test]
fn the_page_of_a_record_says_all_that_is_known_of_it() {
    for lang in Lang::ALL {
        for record in records() {
            let text = record_page(record.id.as_str(), lang).one("partner-atlas").text();
            let said = facts(catalogue(), record, lang).into_iter();
            let mut wanted: Vec<String> = said.map(|fact| fact.title.to_owned()).collect();
            let paid = funding(catalogue(), record, lang);
            wanted.extend(paid.into_iter().filter_map(|line| line.thanks));
            wanted
                .extend(lists(catalogue(), record, lang).into_iter().flat_map(|(_, lines)| lines));
            wanted.extend(record.aliases.iter().cloned());
            wanted.extend(record.corrections.iter().map(|text| text.text(lang).to_owned()));
            for fact in wanted {
                assert!(text.contains(&fact), "{} lacks {fact:?}", record.id);
            }
        }
    }
}

#[test]
fn the_list_begins_with_what_the_app_lists_in_the_app_s_order() {
    for lang in Lang::ALL {
        let results = engine().run(&Query::default(), lang, &mut Memory::default());
        let listed = engine().page(&results, 0..usize::MAX);
        let listed: Vec<String> = listed.into_iter().map(|at| id(catalogue(), at)).collect();
        let shown: Vec<&str> = entries(start(lang)).into_iter().map(|(id, _)| id).collect();
        assert_eq!(shown[..listed.len()], listed[..]);
    }
}

#[test]
fn a_page_of_a_value_lists_what_the_app_does() {
    for (path, question) in [
        ("land/ZA/index.html", "land=ZA"),
        ("kommun/0581/index.html", "kommun=0581"),
        ("form/ansokan/index.html", "form=ansokan"),
    ] {
        let results =
            engine().run(&url::parse(question, "").query, Lang::Sv, &mut Memory::default());
        let listed = engine().page(&results, 0..usize::MAX);
        let listed: Vec<String> = listed.into_iter().map(|at| id(catalogue(), at)).collect();
        let shown: Vec<&str> = entries(page(path)).into_iter().map(|(id, _)| id).collect();
        assert_eq!(shown, listed, "{path}");
    }
}

#[test]
fn a_count_is_the_number_of_entries_on_the_page_it_leads_to() {
    let nav =
        start(Lang::Sv).named("nav").into_iter().find(|nav| nav.get("class") == Some("browse"));
    let items = nav.expect("ways to browse").named("li");
    assert!(items.len() > 30, "municipalities, countries, themes and forms");
    for item in items {
        let (link, count) = (item.one("a"), item.one("span").text());
        let path = format!("{}index.html", link.get("href").expect("a link"));
        assert_eq!(entries(page(&path)).len().to_string(), count, "{path}");
    }
}

#[test]
fn a_status_is_that_of_the_day_which_is_named_beside_it() {
    let status_on = |day: Day| {
        let files = files(catalogue(), day, None);
        let page = Element::parse(&files["projekt/gemis/index.html"]);
        let list = Element::parse(&files["index.html"]);
        let text = page.one("partner-atlas").text();
        let line = format!("Status den {}.", day_text(day, Lang::Sv));
        assert!(text.contains(&line) && list.text().contains(&line), "{line}");
        let status = page.all().into_iter().find_map(|element| element.get("data-status"));
        status.expect("a status").to_owned()
    };
    assert_eq!(status_on(Day::new(2022, 5, 1)), "pagaende");
    assert_eq!(status_on(Day::new(2026, 11, 22)), "avslutat");
}

#[test]
fn what_nobody_knows_is_said_and_not_guessed() {
    let text = record_page("alba", Lang::Sv).one("partner-atlas").text();
    assert!(text.contains("2\u{A0}år, datum saknas"), "{text}");
    let has_bar = record_page("alba", Lang::Sv).named("rect").len();
    assert_eq!(has_bar, 0, "no dates, no bar");
    for lapsed in ["theewaterskloof", "vanort-savigny"] {
        let Some((_, entry)) =
            entries(start(Lang::Sv)).into_iter().find(|(id, _)| id.starts_with(lapsed))
        else {
            continue;
        };
        let text = entry.text();
        assert!(text.contains("Okänd") && text.contains("pågick enligt källan"), "{text}");
        assert!(!text.contains("Pågående"), "{text}");
    }
    let lapsed = entries(start(Lang::Sv)).into_iter();
    assert!(lapsed.filter(|(_, entry)| entry.text().contains("Okänd")).count() > 2);
}

#[test]
fn text_of_the_catalogue_never_becomes_markup() {
    let evil = "</p></script><script>alert(\"x\")</script><img src=x onerror='y'>&amp;";
    let mut document = catalogue().document().clone();
    let everywhere = |text: &mut Localized| {
        *text = Localized { sv: evil.to_owned(), en: Some(evil.to_owned()) };
    };
    everywhere(&mut document.records[0].title);
    everywhere(&mut document.records[0].summary);
    document.records[0].aliases = vec![evil.to_owned()];
    document.records[0].partners.iter_mut().for_each(|partner| everywhere(&mut partner.name));
    document.sources.iter_mut().for_each(|source| everywhere(&mut source.title));
    document.countries.iter_mut().for_each(|country| everywhere(&mut country.name));
    document.places.iter_mut().for_each(|place| everywhere(&mut place.name));
    document.themes.iter_mut().for_each(|theme| everywhere(&mut theme.name));
    document.municipalities.iter_mut().for_each(|home| evil.clone_into(&mut home.name));
    let hostile = catalogue_of(Document { ..document });
    for (path, text) in files(&hostile, today(), Some("https://example.se/")) {
        assert!(!text.contains("<script>") && !text.contains("<img"), "{path}");
        if path.ends_with(".html") {
            let page = Element::parse(&text);
            assert!(page.named("img").is_empty(), "{path}");
        }
    }
}

#[test]
fn a_text_in_another_language_says_which() {
    let mut document = catalogue().document().clone();
    document.records[0].title.en = None;
    document.records[0].summary.en = None;
    let id = document.records[0].id.clone();
    let files = files(&catalogue_of(document), today(), None);
    let page = Element::parse(&files[&format!("en/project/{id}/index.html")]);
    let heading = page.one("h2");
    assert_eq!(heading.get("lang"), Some("sv"));
    let summary = page.all().into_iter().find(|element| element.get("class") == Some("lead"));
    assert_eq!(summary.expect("a summary").get("lang"), Some("sv"));
}

#[test]
fn nobody_is_named_and_only_roles_have_mailboxes() {
    let contacts = &catalogue().document().contacts;
    let allowed: Vec<String> = contacts
        .iter()
        .filter_map(|contact| Some(format!("mailto:{}", contact.mailbox.as_ref()?)))
        .collect();
    for (path, page) in pages() {
        for link in page.named("a") {
            let href = link.get("href").unwrap_or_default();
            assert!(!href.starts_with("tel:"), "{path}");
            assert!(!href.starts_with("mailto:") || allowed.contains(&href.to_owned()), "{href}");
        }
        let mailboxes = page.text().matches('@').count();
        let links = page.named("a").into_iter();
        let known = links.filter(|link| link.text().contains('@')).count();
        // "@context" and its kin are words of the data for programs.
        let data: usize =
            page.named("script").iter().map(|script| script.text().matches('@').count()).sum();
        assert_eq!(mailboxes, known + data, "{path}");
    }
}
