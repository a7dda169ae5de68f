//! The chart as a file and on paper: the whole selection, complete and in its place.
#![expect(clippy::indexing_slicing, reason = "a test ends where its ground is missing")]

mod support;

use partneratlas::catalogue::{Lang, RecordIx};
use partneratlas::i18n::{messages, unit_text};
use partneratlas::query::{Query, Sort};
use partneratlas::svg::{Picture, document};
use partneratlas::timeline::{
    Axis, AxisWords, Bar, End, Ends, Poster, PosterKind, PosterRow, PosterSample, ROW, TimeScale,
    Unit,
};
use support::marks::{Text, assert_within, is_well_formed, measure, prose, texts};
use support::{catalogue, engine, terms, today};

const SIGN: &str = "M1.5 1.5h9v9h-9z";
const SELECTION: &str = "Urval: status pågående, tema ”vatten & avlopp”";
const SOURCE: &str = "Källa: Partneratlas, 21 november 2026.";

/// The poster of some dated records and all undated ones, `times` times over.
fn with_poster<T>(times: usize, with_bands: bool, read: impl FnOnce(&Poster<'_>) -> T) -> T {
    let hits = support::run(&Query::default()).hits;
    let dated = engine().dated(&hits, Sort::Oldest, Lang::Sv, usize::MAX).repeat(times);
    let undated = engine().undated(&hits, Lang::Sv, usize::MAX);
    let row = |record: RecordIx| {
        let found = catalogue().record(record)?;
        let name = found.title.text(Lang::Sv).to_owned();
        let key = catalogue().status(found, today()).key();
        Some(PosterRow { name, term: terms().get(record), key, sign: SIGN, is_ghost: false })
    };
    let whole = terms().whole;
    let scale = TimeScale::new(whole.first, whole.end, Poster::CHART);
    let words = messages(Lang::Sv);
    let span = |start, end| Bar { x0: 0.0, x1: 60.0, ends: Ends::Span(start, end) };
    let sample = |bar, text| PosterSample { bar, is_ghost: false, text };
    let half = dated.len() / 2;
    read(&Poster {
        title: "Tidslinje",
        selection: SELECTION,
        source: SOURCE,
        axis: Axis { scale, today: today(), with_bands },
        words: AxisWords {
            today: "I dag, 21 november 2026",
            unit: &|unit: Unit| unit_text(unit, Lang::Sv),
        },
        kinds: vec![PosterKind { key: "avslutat", sign: SIGN, word: "Avslutat" }],
        sections: vec![(Some("Första hälften"), &dated[..half]), (None, &dated[half..])],
        undated: (words.undated_lane, &undated),
        row: &row,
        rest: &words.saved_rest,
        legend: vec![
            sample(span(End::Exact, End::Exact), words.legend_exact),
            sample(span(End::Exact, End::Open), words.legend_open),
            sample(span(End::Approximate(20.0), End::Lapsed(30.0)), words.legend_lapsed),
        ],
    })
}

/// The rows: where they are, from above.
fn rows(picture: &Picture) -> Vec<f64> {
    picture.groups.iter().filter(|group| group.window.is_some()).map(|group| group.y).collect()
}

#[test]
fn the_file_is_whole_and_stands_alone() {
    for with_bands in [false, true] {
        let picture = with_poster(1, with_bands, |poster| poster.picture(&measure));
        let svg = document(&picture);
        assert!(is_well_formed(&svg), "{svg}");
        assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200.0\""));
        assert!(svg.contains("vatten &amp; avlopp"));
        assert!(!svg.contains("style") && !svg.contains("class") && !svg.contains('@'), "{svg}");
        assert_within(&picture);
    }
}

#[test]
fn it_says_what_it_shows() {
    let picture = with_poster(1, true, |poster| poster.picture(&measure));
    let texts = texts(&picture);
    let says = |class: &str, words: &str| {
        texts.iter().any(|text| text.0.starts_with(class) && text.1 == words)
    };
    assert!(says("title", "Tidslinje") && says("prose", SELECTION) && says("small", SOURCE));
    assert!(says("heading", "Första hälften") && says("heading", "Utan datum"));
    assert!(says("today-label", "I dag, 21 november 2026") && says("band-name", "2014–2020"));
    assert!(prose(&picture, "small").contains(messages(Lang::Sv).legend_lapsed));
    let undated = prose(&picture, "prose");
    for record in support::hits(&Query::default()) {
        let title = catalogue().record(record).expect("a hit").title.text(Lang::Sv);
        let is_name = |text: &Text<'_>| {
            let beginning = text.1.strip_suffix('…');
            text.0.starts_with("name")
                && (text.1 == title || beginning.is_some_and(|cut| title.starts_with(cut)))
        };
        assert!(texts.iter().any(is_name) || undated.contains(title), "{title}");
    }
}

#[test]
fn no_row_lies_on_another() {
    let picture = with_poster(3, false, |poster| poster.picture(&measure));
    let rows = rows(&picture);
    assert_eq!(rows.len(), 33);
    assert!(rows.windows(2).all(|pair| pair[0] + ROW <= pair[1]), "{rows:?}");
}

#[test]
fn what_is_too_much_is_counted() {
    let picture = with_poster(40, false, |poster| poster.picture(&measure));
    assert_eq!(rows(&picture).len(), 400);
    assert!(texts(&picture).iter().any(|text| text.1 == "och 40 till"));
    assert!(is_well_formed(&document(&picture)));
}

#[test]
fn on_paper_each_sheet_has_title_and_axis() {
    let pages = with_poster(6, true, |poster| poster.pages(&measure));
    assert_eq!(pages.iter().map(|page| rows(page).len()).sum::<usize>(), 66);
    assert_eq!(pages.len(), 4);
    for (page, number) in pages.iter().zip(1..) {
        assert_within(page);
        assert_eq!(page.height, pages[0].height);
        let texts = texts(page);
        let says = |words: &str| texts.iter().any(|text| text.1 == words);
        assert!(says("Tidslinje") && says(&format!("{number} / 4")));
        assert_eq!(says("I dag, 21 november 2026"), !rows(page).is_empty());
        assert_eq!(says(SOURCE), number == 4, "sheet {number}");
    }
    let one = with_poster(1, false, |poster| poster.pages(&measure));
    assert_eq!(one.len(), 1, "what fits on one sheet has one");
}
