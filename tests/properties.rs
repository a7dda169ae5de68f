//! What holds for every catalogue and every question, and that the engine answers as a naive one does.
#![expect(clippy::expect_used, reason = "a test ends where its ground is missing")]

mod naive;
mod support;
mod worlds;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use naive::{Answer, Naive};
use partneratlas::catalogue::{Catalogue, Lang, Listing, RecordIx};
use partneratlas::query::{
    Builder, Engine, Facet, Matching, Memory, Query, Results, Sort, Value, Years, limited,
};
use proptest::collection::vec;
use proptest::prelude::*;
use support::today;

/// What the engine answers, in the words of the naive one.
fn answer(engine: &Engine, results: &Results) -> Answer {
    let mut counts = BTreeMap::new();
    for facet in Facet::ALL {
        let column = engine.column(facet).expect("every facet has one");
        for (value, count) in column.values.iter().zip(results.counts(facet)) {
            let twice = counts.insert((facet, value.clone()), *count);
            assert_eq!(twice, None, "a value stands in its column once");
        }
    }
    let hits = engine.page(results, 0..usize::MAX);
    assert_eq!(hits.len(), results.count);
    Answer { hits, counts, undated: results.undated }
}

fn ask(engine: &Engine, query: &Query, lang: Lang) -> Answer {
    answer(engine, &engine.run(query, lang, &mut Memory::default()))
}

fn hits(engine: &Engine, query: &Query) -> BTreeSet<RecordIx> {
    engine.run(query, Lang::Sv, &mut Memory::default()).hits.iter().collect()
}

fn with_text(query: &Query, text: &str) -> Query {
    let mut query = query.clone();
    query.text = text.to_owned();
    query
}

/// Fewer cases than asked for, which are 256 unless `PROPTEST_CASES` says otherwise.
fn one_case_in(share: u32) -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig { cases: config.cases.div_ceil(share), ..config }
}

proptest! {
    #![proptest_config(one_case_in(2))]

    #[test]
    fn the_engine_answers_as_the_naive_one(
        catalogue in worlds::catalogues(), query in worlds::query(), lang in worlds::lang(),
    ) {
        let engine = Engine::new(&catalogue, today());
        let naive = Naive::new(&catalogue, today());
        prop_assert_eq!(ask(&engine, &query, lang), naive.ask(&query, lang));
    }

    #[test]
    fn beginnings_alone_are_met_as_the_naive_engine_meets_them(
        catalogue in worlds::catalogues(), query in worlds::query(),
    ) {
        let engine = Engine::new(&catalogue, today()).with_matching(Matching::Prefix);
        let naive = Naive::new(&catalogue, today()).by_prefix();
        prop_assert_eq!(ask(&engine, &query, Lang::Sv), naive.ask(&query, Lang::Sv));
    }

    #[test]
    fn an_index_made_in_slices_is_the_index_made_at_once(
        catalogue in worlds::catalogues(), queries in vec(worlds::query(), 1..4), slice in 1_usize..6,
    ) {
        let whole = Engine::new(&catalogue, today());
        let mut builder = Builder::new(&catalogue, today());
        while builder.take(slice) {}
        let sliced = builder.finish();
        for query in queries {
            prop_assert_eq!(ask(&sliced, &query, Lang::En), ask(&whole, &query, Lang::En));
        }
    }

    #[test]
    fn what_was_asked_before_changes_no_answer(
        catalogue in worlds::catalogues(), query in worlds::query(),
        words in vec((worlds::word(), 0_usize..4, any::<bool>()), 1..3),
    ) {
        let engine = Engine::new(&catalogue, today());
        let memory = &mut Memory::default();
        let mut typed = String::new();
        let mut check = |text: &str| {
            let query = with_text(&query, text);
            let remembered = engine.run(&query, Lang::Sv, memory);
            let fresh = engine.run(&query, Lang::Sv, &mut Memory::default());
            prop_assert_eq!(
                engine.page(&remembered, 0..usize::MAX),
                engine.page(&fresh, 0..usize::MAX),
                "{:?}", text
            );
            prop_assert_eq!((remembered.undated, &remembered.wanted), (fresh.undated, &fresh.wanted));
            Ok(())
        };
        for (word, taken_back, goes_on) in words {
            if !goes_on {
                typed.clear();
            }
            for letter in word.chars() {
                typed.push(letter);
                check(&typed)?;
            }
            for _ in 0..taken_back {
                typed.pop();
                check(&typed)?;
            }
            typed.push(' ');
        }
    }

    #[test]
    fn filters_in_any_order_give_one_answer(
        catalogue in worlds::catalogues(), query in worlds::query(),
        (chosen, shuffled) in vec(worlds::value(), 0..6)
            .prop_flat_map(|chosen| (Just(chosen.clone()), Just(chosen).prop_shuffle())),
    ) {
        let engine = Engine::new(&catalogue, today());
        let (mut one, mut other) = (query.clone(), query);
        chosen.into_iter().for_each(|(facet, value)| one.add(facet, value));
        shuffled.into_iter().for_each(|(facet, value)| other.add(facet, value));
        prop_assert_eq!(ask(&engine, &one, Lang::Sv), ask(&engine, &other, Lang::Sv));
    }

    #[test]
    fn a_new_facet_never_adds_hits(
        catalogue in worlds::catalogues(), query in worlds::query(), (facet, value) in worlds::value(),
    ) {
        // Applications are parts: their form lists what is not listed otherwise.
        prop_assume!(query.values(facet).next().is_none() && value.as_str() != "ansokan");
        let engine = Engine::new(&catalogue, today());
        let mut narrower = query.clone();
        narrower.add(facet, value);
        prop_assert!(hits(&engine, &narrower).is_subset(&hits(&engine, &query)));
    }

    #[test]
    fn a_preset_leaves_what_it_finds_of_every_answer(
        catalogue in worlds::catalogues(), preset in worlds::query(), query in worlds::query(),
    ) {
        let engine = Engine::new(&catalogue, today());
        let within: BTreeSet<_> = engine.within(&preset).iter().collect();
        let limited = limited((*catalogue).clone(), &engine, &preset);
        let limited = Engine::new(&limited, today());
        let found = hits(&limited, &query);
        if preset.has(Facet::Form, &Value::Id("ansokan".into())) {
            // What a filter would have to ask for is there by itself.
            prop_assert!(found.is_subset(&within));
            prop_assert!(hits(&engine, &preset).is_subset(&hits(&limited, &Query::default())) || !preset.text.is_empty());
        } else {
            let all = hits(&engine, &query);
            prop_assert_eq!(found, all.intersection(&within).copied().collect::<BTreeSet<_>>());
        }
        for facet in Facet::ALL {
            let values = limited.column(facet).into_iter().flat_map(|column| &column.values);
            let had = engine.column(facet).expect("every facet has one");
            prop_assert!(values.into_iter().all(|value| had.values.contains(value)));
        }
    }

    #[test]
    fn the_form_of_applications_adds_nothing_but_parts(
        catalogue in worlds::catalogues(), query in worlds::query(),
    ) {
        prop_assume!(query.values(Facet::Form).next().is_none());
        let engine = Engine::new(&catalogue, today());
        let mut applications = query.clone();
        applications.add(Facet::Form, Value::Id("ansokan".into()));
        for hit in hits(&engine, &applications).difference(&hits(&engine, &query)) {
            let record = catalogue.record(*hit).expect("a hit is a record");
            prop_assert_eq!(record.listing, Listing::Part);
        }
    }

    #[test]
    fn a_value_more_inside_a_facet_never_removes_a_hit(
        catalogue in worlds::catalogues(), query in worlds::query(),
        (facet, [one, other]) in worlds::two_values(),
    ) {
        let engine = Engine::new(&catalogue, today());
        let mut narrow = query;
        narrow.add(facet, one);
        let mut wide = narrow.clone();
        wide.add(facet, other);
        prop_assert!(hits(&engine, &wide).is_superset(&hits(&engine, &narrow)));
    }

    #[test]
    fn a_word_more_never_adds_a_hit_to_words(
        catalogue in worlds::catalogues(), query in worlds::query(), word in worlds::word(),
    ) {
        prop_assume!(!naive::words::words(&query.text).is_empty());
        let engine = Engine::new(&catalogue, today());
        let longer = with_text(&query, &format!("{} {word}", query.text));
        prop_assert!(hits(&engine, &longer).is_subset(&hits(&engine, &query)));
    }

    #[test]
    fn a_letter_more_never_adds_a_hit_while_something_begins_so_or_has_it_inside(
        catalogue in worlds::catalogues(), word in worlds::word(),
    ) {
        let engine = Engine::new(&catalogue, today());
        let naive = Naive::new(&catalogue, today());
        let query = |text: &str| with_text(&Query::default(), text);
        let letters: Vec<char> = word.chars().collect();
        for end in 1..letters.len() {
            let (shorter, longer): (String, String) =
                (letters[..end].iter().collect(), letters[..=end].iter().collect());
            let (before, after) = (naive::words::words(&shorter), naive::words::words(&longer));
            let ([before], [after]) = (before.as_slice(), after.as_slice()) else { continue };
            if before.chars().count() >= 3 && after.starts_with(before) && naive.knows(after) {
                let (longer, shorter) = (query(&longer), query(&shorter));
                prop_assert!(hits(&engine, &longer).is_subset(&hits(&engine, &shorter)));
            }
        }
    }

    #[test]
    fn text_composed_or_decomposed_is_found_alike(
        (composed, decomposed) in worlds::composed_and_decomposed(), query in worlds::query(),
    ) {
        let (one, other) = (Engine::new(&composed, today()), Engine::new(&decomposed, today()));
        let apart = with_text(&query, &worlds::decompose(&query.text));
        let together = with_text(&query, &worlds::compose(&query.text));
        let expected = ask(&one, &together, Lang::Sv);
        prop_assert_eq!(&ask(&one, &apart, Lang::Sv), &expected);
        prop_assert_eq!(&ask(&other, &together, Lang::Sv), &expected);
        prop_assert_eq!(&ask(&other, &apart, Lang::Sv), &expected);
    }

    #[test]
    fn pages_put_together_are_the_whole_order(
        catalogue in worlds::catalogues(), query in worlds::query(), sizes in vec(1_usize..5, 15),
    ) {
        let engine = Engine::new(&catalogue, today());
        let results = engine.run(&query, Lang::Sv, &mut Memory::default());
        let (mut together, mut start) = (Vec::new(), 0);
        for size in sizes {
            together.extend(engine.page(&results, start..start + size));
            start += size;
        }
        prop_assert_eq!(together, engine.page(&results, 0..usize::MAX));
        prop_assert!(engine.page(&results, results.count..results.count + 5).is_empty());
    }

    #[test]
    fn the_timeline_has_every_hit_once_in_its_order(
        catalogue in worlds::catalogues(), query in worlds::query(), lang in worlds::lang(),
        sort in proptest::sample::select(Sort::ALL.to_vec()), most in 0_usize..8,
    ) {
        let engine = Engine::new(&catalogue, today());
        let naive = Naive::new(&catalogue, today());
        let hits = engine.run(&query, lang, &mut Memory::default()).hits;
        let is_dated = |index: &RecordIx| {
            let record = catalogue.record(*index).expect("a record of this catalogue");
            record.period.placeable().is_some()
        };
        let (dated, undated): (Vec<_>, Vec<_>) = hits.iter().partition(is_dated);
        prop_assert_eq!(engine.count_dated(&hits), dated.len());
        let mut dated = naive.ordered(dated.into_iter(), sort, lang);
        let mut undated = naive.ordered(undated.into_iter(), Sort::Title, lang);
        dated.truncate(most);
        undated.truncate(most);
        prop_assert_eq!(engine.dated(&hits, sort, lang, most), dated);
        prop_assert_eq!(engine.undated(&hits, lang, most), undated);
    }

    #[test]
    fn a_year_of_the_strip_has_what_that_year_alone_would_find(
        catalogue in worlds::catalogues(), query in worlds::query(), first in 1984_i16..2028,
        count in 0_i16..12,
    ) {
        let engine = Engine::new(&catalogue, today());
        let mut query = query;
        query.years = Years::default();
        let found = engine.run(&query, Lang::Sv, &mut Memory::default()).hits;
        let per_year = engine.per_year(&found, first..=first + count);
        let alone = (first..=first + count).map(|year| {
            query.years = Years { from: Some(year), to: Some(year), undated: false };
            hits(&engine, &query).len()
        });
        prop_assert_eq!(alone.collect::<Vec<_>>(), per_year);
    }

    #[test]
    fn the_map_counts_each_place_as_its_records_do(
        catalogue in worlds::catalogues(), query in worlds::query(),
    ) {
        let engine = Engine::new(&catalogue, today());
        let hits = engine.run(&query, Lang::Sv, &mut Memory::default()).hits;
        let places = engine.places(&hits);
        prop_assert_eq!(naive::places::touched(&catalogue, &hits), places.touched);
        let outlined = places.outlined.into_iter().map(|(place, count)| {
            let place = catalogue.place_at(place).expect("a place of this catalogue");
            assert_eq!(place.point, None);
            (place.country.clone().expect("it is outlined"), count)
        });
        prop_assert_eq!(naive::places::outlined(&catalogue, &hits), outlined.collect());
    }

    #[test]
    fn every_hit_has_something_marked_and_marks_are_parts_of_the_text(
        catalogue in worlds::catalogues(), query in worlds::query(), other in "\\PC{0,30}",
    ) {
        prop_assume!(!naive::words::words(&query.text).is_empty());
        let engine = Engine::new(&catalogue, today());
        let results = engine.run(&query, Lang::Sv, &mut Memory::default());
        let ranges = |text: &str| {
            let ranges = results.wanted.ranges(text);
            let mut before = 0;
            for range in &ranges {
                assert!(before <= range.start && range.start < range.end, "{text:?} {ranges:?}");
                assert!(text.get(range.clone()).is_some(), "{text:?} {ranges:?}");
                before = range.end;
            }
            ranges.len()
        };
        for (_, record) in catalogue.records() {
            naive::texts::of_record(&catalogue, record).into_iter().for_each(|(_, text)| {
                ranges(text);
            });
        }
        ranges(&other);
        for hit in results.hits.iter() {
            let record = catalogue.record(hit).expect("a hit is a record");
            let texts = naive::texts::of_record(&catalogue, record);
            prop_assert!(texts.into_iter().any(|(_, text)| ranges(text) > 0), "{:?}", record.id);
        }
    }
}

proptest! {
    // It is much larger than the invented ones.
    #![proptest_config(one_case_in(8))]

    #[test]
    fn the_published_catalogue_is_searched_as_the_naive_engine_does(
        text in vec(worlds::bent(proptest::sample::select(published_words())), 1..3),
        query in worlds::query(), narrow in any::<bool>(), lang in worlds::lang(),
    ) {
        let query = if narrow { query } else { Query::default() };
        let query = with_text(&query, &text.join(" "));
        static NAIVE: LazyLock<Naive<'static>> =
            LazyLock::new(|| Naive::new(support::catalogue(), today()));
        prop_assert_eq!(ask(support::engine(), &query, lang), NAIVE.ask(&query, lang));
    }
}

/// The words of the published catalogue, as they stand there.
fn published_words() -> Vec<String> {
    let catalogue: &Catalogue = support::catalogue();
    let texts =
        catalogue.records().flat_map(|(_, record)| naive::texts::of_record(catalogue, record));
    let words: BTreeSet<&str> = texts.flat_map(|(_, text)| text.split_whitespace()).collect();
    words.into_iter().map(str::to_owned).collect()
}
