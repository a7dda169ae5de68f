//! The code that is pasted.

use partneratlas::catalogue::Lang;
use partneratlas::query::{Facet, Value};
use partneratlas::snippets::{Accent, Address, Choice, Folder, Theme, Way, Wishes};
use partneratlas::url::View;
use proptest::prelude::*;

use super::{folder, norrkoping};

fn first_block(way: Way, wishes: &Wishes) -> String {
    way.offer(wishes, &folder()).blocks.first().expect("code").code.clone()
}

/// Everything that can be wished.
fn everything() -> Wishes {
    let mut wishes = Wishes {
        lang: Lang::En,
        theme: Theme::Dark,
        years: [Some(1986), Some(2030)],
        view: View::Timeline,
        views: vec![View::Map, View::Timeline],
        choices: Some(vec![Choice::Facet(Facet::Country), Choice::Period]),
        heading: 3,
        label: "Vänorter & \"projekt\" <i> 'nu'".to_owned(),
        accent: Accent::parse("#a1305e"),
        catalogues: Address::parse("https://kommun.example.se/katalog.json?a=1&b=2")
            .into_iter()
            .collect(),
        ..Wishes::default()
    };
    for country in ["KE", "ZA", "KE", "", "S E"] {
        wishes.add(Facet::Country, Value::parse(country));
    }
    wishes.add(Facet::Status, Value::parse("pagaende"));
    wishes
}

#[test]
fn the_snippet_is_that_of_the_contract() {
    assert_eq!(
        first_block(Way::Script, &norrkoping()),
        "<script type=\"module\" src=\"https://katalog.example.se/atlas/embed.js\"></script>\n\
         <partner-atlas lang=\"sv\" kommun=\"0581\" view=\"karta\">\n  \
         <a href=\"https://katalog.example.se/atlas/?kommun=0581&amp;vy=karta\">Internationella samarbeten</a>\n\
         </partner-atlas>"
    );
}

#[test]
fn attributes_and_query_say_the_same() {
    let wishes = everything();
    let expected = [
        ("lang", "en"),
        ("status", "pagaende"),
        ("land", "KE ZA"),
        ("fran", "1986"),
        ("till", "2030"),
        ("view", "tidslinje"),
        ("views", "tidslinje karta"),
        ("facets", "land period"),
        ("theme", "dark"),
        ("heading-level", "3"),
        ("label", "Vänorter & \"projekt\" <i> 'nu'"),
        ("src", "https://kommun.example.se/katalog.json?a=1&b=2"),
    ];
    let attributes = wishes.attributes();
    let attributes: Vec<_> = attributes.iter().map(|(key, value)| (*key, value.as_str())).collect();
    assert_eq!(attributes, expected);
    assert_eq!(
        wishes.query(),
        "lang=en&status=pagaende&land=KE&land=ZA&fran=1986&till=2030&view=tidslinje&views=tidslinje&views=karta\
         &facets=land&facets=period&theme=dark&heading-level=3\
         &label=V%C3%A4norter+%26+%22projekt%22+%3Ci%3E+%27nu%27&accent=%23a1305e"
    );
}

#[test]
fn what_is_typed_cannot_become_markup() {
    let wishes = everything();
    for way in Way::ALL {
        for block in way.offer(&wishes, &folder()).blocks {
            assert!(!block.code.contains("<i>"), "{}", block.code);
        }
    }
    let code = first_block(Way::Script, &wishes);
    assert!(
        code.contains("label=\"Vänorter &amp; &quot;projekt&quot; &lt;i&gt; &#39;nu&#39;\""),
        "{code}"
    );
    let frame = first_block(Way::Frame, &wishes);
    assert!(frame.contains("lang=en&amp;status=pagaende"), "{frame}");
    assert!(frame.contains("title=\"Vänorter &amp; &quot;projekt&quot;"), "{frame}");
}

#[test]
fn the_element_reads_what_was_wished() {
    let wished = everything();
    let attributes = wished.attributes();
    let read = partneratlas::wishes::Wishes::read(|name| {
        attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
    });
    assert_eq!(read.lang, Some(wished.lang));
    assert_eq!((read.view, read.heading_level), (wished.view, wished.heading));
    assert_eq!(read.views, [View::Timeline, View::Map]);
    assert_eq!(read.label.as_deref(), Some(wished.label.as_str()));
    for facet in Facet::ALL {
        let values: Vec<_> = read.preset.values(facet).cloned().collect();
        let wanted: Vec<_> = wished.presets.values(facet).cloned().collect();
        assert_eq!(values, wanted, "{}", facet.key());
    }
    assert_eq!([read.preset.years.from, read.preset.years.to], wished.years);
    assert_eq!(read.facets, [], "the one that is wished is a preset");
    let keys: Vec<_> = Choice::all().into_iter().map(Choice::key).collect();
    let list = keys.join(" ");
    let all = partneratlas::wishes::Wishes::read(|name| (name == "facets").then(|| list.clone()));
    assert!(all.has_years && all.facets == Facet::ALL);
}

#[test]
fn no_filters_at_all_is_something_to_say() {
    let wishes = Wishes { choices: Some(Vec::new()), ..Wishes::default() };
    assert_eq!(wishes.query(), "lang=sv&facets=");
    assert!(first_block(Way::Script, &wishes).contains(" facets=\"\""));
}

#[test]
fn the_view_at_the_start_is_one_of_those_there_are() {
    let wishes = Wishes { view: View::Map, views: vec![View::Timeline], ..Wishes::default() };
    assert_eq!(wishes.query(), "lang=sv&view=tidslinje&views=tidslinje");
}

#[test]
fn the_link_leads_to_the_page_that_shows_the_same() {
    let mut wishes = Wishes::default();
    assert_eq!(wishes.page(), "");
    wishes.add(Facet::Municipality, Value::parse("0581"));
    assert_eq!(wishes.page(), "kommun/0581/");
    assert_eq!(wishes.embeddable_page().as_deref(), Some("kommun/0581/"));
    wishes.lang = Lang::En;
    assert_eq!(wishes.page(), "en/municipality/0581/");
    wishes.add(Facet::Country, Value::parse("KE"));
    assert_eq!(wishes.page(), "en/?kommun=0581&land=KE");
    assert_eq!(wishes.embeddable_page(), None);
    let mut place = Wishes::default();
    place.add(Facet::Place, Value::parse("wien"));
    assert_eq!(place.page(), "?ort=wien", "places have no pages of their own");
}

#[test]
fn wordpress_is_told_an_address_only_where_that_says_everything() {
    let mut wishes = Wishes::default();
    wishes.add(Facet::Theme, Value::parse("miljo"));
    let titles = |wishes: &Wishes| -> Vec<_> {
        Way::WordPress.offer(wishes, &folder()).blocks.iter().map(|block| block.title).collect()
    };
    assert!(titles(&wishes).contains(&"Adressen, i stället för ramen"));
    wishes.theme = Theme::Dark;
    assert!(!titles(&wishes).contains(&"Adressen, i stället för ramen"));
}

#[test]
fn the_colour_is_written_where_a_policy_allows_it() {
    let wishes = Wishes { accent: Accent::parse("a1305e"), ..Wishes::default() };
    let blocks = Way::Script.offer(&wishes, &folder()).blocks;
    assert!(blocks.iter().any(|block| block.code == "partner-atlas {\n  --pa-accent: #a1305e;\n}"));
    assert!(!blocks.iter().any(|block| block.code.contains("style=")));
    assert!(first_block(Way::Frame, &wishes).contains("accent=%23a1305e"));
}

#[test]
fn a_colour_that_is_hard_to_read_is_noticed_on_the_grounds_that_will_be() {
    let mut wishes = Wishes { accent: Accent::parse("#00566b"), ..Wishes::default() };
    let themes = |wishes: &Wishes| -> Vec<_> {
        wishes.pale_on().into_iter().map(|(theme, _)| theme).collect()
    };
    assert_eq!(themes(&wishes), [Theme::Dark]);
    wishes.theme = Theme::Light;
    assert_eq!(themes(&wishes), []);
    wishes.accent = Accent::parse("#ffee00");
    assert_eq!(themes(&wishes), [Theme::Light]);
}

#[test]
fn the_letter_names_exactly_what_a_policy_needs() {
    let letter = Way::Script.offer(&everything(), &folder()).letter;
    let lines = "script-src https://katalog.example.se 'wasm-unsafe-eval'\n\
                 connect-src https://katalog.example.se https://kommun.example.se\n";
    assert!(letter.contains(lines), "{letter}");
    assert!(letter.contains("\nimg-src data:\n"), "{letter}");
    for way in [Way::Frame, Way::WordPress, Way::Sitevision, Way::Optimizely, Way::Drupal] {
        let letter = way.offer(&norrkoping(), &folder()).letter;
        assert!(letter.contains("\nframe-src https://katalog.example.se\n"), "{letter}");
        assert!(letter.contains("\nscript-src https://katalog.example.se\n"), "{letter}");
        let asks = letter.contains("wasm");
        assert_eq!(asks, way == Way::Sitevision, "a frame brings its own policy: {letter}");
    }
    let drupal = Way::Drupal.offer(&norrkoping(), &folder()).letter;
    assert!(
        drupal.contains("\n<iframe src title width height loading allow frameborder>"),
        "{drupal}"
    );
}

#[test]
fn a_letter_asks_for_all_that_its_blocks_need() {
    let wishes = everything();
    for way in Way::ALL {
        let offer = way.offer(&wishes, &folder());
        let has_element = offer.blocks.iter().any(|block| block.code.contains("embed.js"));
        let lines = "script-src https://katalog.example.se 'wasm-unsafe-eval'\n\
                     connect-src https://katalog.example.se https://kommun.example.se\n";
        assert_eq!(offer.letter.contains(lines), has_element, "{}", offer.letter);
        assert_eq!(offer.letter.contains("<partner-atlas>"), has_element, "{}", offer.letter);
    }
}

#[test]
fn every_way_has_steps_and_code_for_other_ports_too() {
    let folder = Folder::parse("http://localhost:8080/").expect("an address");
    for way in Way::ALL {
        let offer = way.offer(&norrkoping(), &folder);
        assert!(offer.steps.len() >= 2 && !offer.blocks.is_empty(), "{}", way.name());
        assert!(offer.blocks.iter().any(|block| block.code.contains("http://localhost:8080/")));
        assert!(offer.letter.contains("src http://localhost:8080"), "{}", offer.letter);
    }
}

/// Reads the attributes back as a browser would.
fn unescaped(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    named.iter().fold(text.to_owned(), |text, (name, c)| text.replace(name, c))
}

/// Reads a form field back as a browser would.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits =
                    [rest.next(), rest.next()].map(|digit| char::from(digit.expect("two digits")));
                u8::from_str_radix(&String::from_iter(digits), 16).expect("a byte")
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).expect("UTF-8")
}

proptest! {
    #[test]
    fn any_label_comes_back_as_it_was(label in "\\PC{1,40}") {
        let wishes = Wishes { label: label.clone(), ..Wishes::default() };
        let label = label.trim();
        prop_assume!(!label.is_empty());
        let code = first_block(Way::Script, &wishes);
        let value = code.split(" label=\"").nth(1).and_then(|rest| rest.split('"').next());
        prop_assert_eq!(unescaped(value.expect("a label")), label);
        prop_assert_eq!(code.matches('<').count(), 6, "{}", code);
        let frame = first_block(Way::Frame, &wishes);
        let source = frame.split("src=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an address");
        let source = unescaped(source);
        let field = source.split(['?', '&']).find_map(|pair| pair.strip_prefix("label="));
        prop_assert_eq!(decoded(field.expect("a label")), label);
        prop_assert_eq!(frame.matches('<').count(), 2, "{}", frame);
        prop_assert!(source.is_ascii(), "{}", source);
    }

    #[test]
    fn any_value_stays_one_value(id in "\\PC{1,20}") {
        let mut wishes = Wishes::default();
        wishes.add(Facet::Theme, Value::parse(&id));
        let attributes = wishes.attributes();
        let tema = attributes.iter().find(|(key, _)| *key == "tema");
        if id.contains(char::is_whitespace) {
            prop_assert_eq!(tema, None);
        } else {
            prop_assert_eq!(tema.map(|(_, value)| value.as_str()), Some(id.as_str()));
        }
    }
}
