//! What the pages tell programs.

use partneratlas::catalogue::Lang;
use partneratlas::i18n::messages;
use serde_json::Value;

use crate::html::Element;
use crate::support::{catalogue, today};
use crate::{files, pages, record_page, start};

fn data(page: &Element) -> Option<Value> {
    let scripts = page.named("script").into_iter();
    let mut data = scripts.filter(|script| script.get("type") == Some("application/ld+json"));
    let text = data.next()?.text();
    assert!(!text.contains('<'), "nothing in it looks like a tag");
    Some(serde_json::from_str(&text).expect("JSON"))
}

#[test]
fn the_start_page_tells_of_a_data_set_that_can_be_fetched() {
    for lang in Lang::ALL {
        let data = data(start(lang)).expect("data");
        assert_eq!(data["@type"], "Dataset");
        assert_eq!(data["distribution"][0]["@type"], "DataDownload");
        assert_eq!(data["distribution"][0]["encodingFormat"], "application/json");
        let file = data["distribution"][0]["contentUrl"].as_str().expect("an address");
        assert_eq!(file, if lang == Lang::Sv { "./catalogue.json" } else { "../catalogue.json" });
        assert!(data["license"].as_str().is_some_and(|at| at.contains("publicdomain/zero")));
    }
    let files = files(catalogue(), today(), Some("https://example.se/a/"));
    let based = data(&Element::parse(&files["index.html"])).expect("data");
    assert_eq!(based["url"], "https://example.se/a/");
    assert_eq!(based["distribution"][0]["contentUrl"], "https://example.se/a/catalogue.json");
}

/// A year, a month or a day.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let sizes: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(sizes.as_slice(), [4] | [4, 2] | [4, 2, 2]) && parts.iter().all(is_number)
}

#[test]
fn each_record_is_a_project_of_the_expected_shape() {
    const KEYS: [&str; 10] = [
        "@context",
        "@type",
        "name",
        "description",
        "identifier",
        "alternateName",
        "foundingDate",
        "dissolutionDate",
        "funder",
        "location",
    ];
    for (_, record) in catalogue().records() {
        for lang in Lang::ALL {
            let data = data(record_page(record.id.as_str(), lang)).expect("data");
            let object = data.as_object().expect("an object");
            assert!(object.keys().all(|key| KEYS.contains(&key.as_str())), "{object:?}");
            assert_eq!(data["@context"], "https://schema.org");
            assert_eq!(data["@type"], "Project");
            assert_eq!(data["name"], record.title.text(lang));
            assert_eq!(data["identifier"], record.id.as_str());
            for key in ["foundingDate", "dissolutionDate"] {
                let date = object.get(key).map(|date| date.as_str().expect("a text"));
                assert!(date.is_none_or(is_date), "{}: {date:?}", record.id);
            }
            list(&data, "funder").iter().for_each(expect_funder);
            list(&data, "location").iter().for_each(expect_place);
        }
    }
}

fn list<'a>(data: &'a Value, key: &str) -> &'a [Value] {
    data.get(key).map_or(&[], |list| list.as_array().expect("a list"))
}

fn has_name(data: &Value) -> bool {
    data["name"].as_str().is_some_and(|name| !name.is_empty())
}

fn expect_funder(funder: &Value) {
    assert!(funder["@type"] == "Organization" && has_name(funder), "{funder}");
}

fn expect_place(place: &Value) {
    assert!(place["@type"] == "Place" && has_name(place), "{place}");
    let Some(geo) = place.get("geo") else { return };
    let [lat, lon] = ["latitude", "longitude"].map(|key| geo[key].as_f64());
    assert!(lat.is_some_and(|lat| lat.abs() <= 90.0), "{place}");
    assert!(lon.is_some_and(|lon| lon.abs() <= 180.0), "{place}");
}

#[test]
fn dates_are_no_more_exact_than_they_are_known() {
    let of = |id: &str| data(record_page(id, Lang::Sv)).expect("data");
    let gemis = of("gemis");
    assert_eq!(gemis["foundingDate"], "2021-03");
    assert_eq!(gemis["dissolutionDate"], "2023-03");
    let alba = of("alba");
    assert!(alba.get("foundingDate").is_none(), "its dates are not known");
    let evolaq = of("evolaq");
    assert_eq!(evolaq["foundingDate"], "2016-02-01");
    let open = of("theewaterskloof");
    assert_eq!(open["foundingDate"], "2011");
    assert!(open.get("dissolutionDate").is_none(), "nobody knows that it has ended");
    // Nobody founded an application.
    for (_, record) in catalogue().records() {
        if (messages(Lang::Sv).form)(record.form) == "Ansökan" {
            assert!(of(record.id.as_str()).get("foundingDate").is_none(), "{}", record.id);
        }
    }
}

#[test]
fn a_list_of_a_value_has_no_data_of_its_own() {
    let lists = pages().iter().filter(|(path, _)| path.contains("kommun/"));
    assert!(lists.clone().count() > 0);
    lists.for_each(|(_, page)| assert!(data(page).is_none()));
}
