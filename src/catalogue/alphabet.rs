//! Where the titles and names of a catalogue stand in Swedish alphabetical order.
//!
//! The core knows no collation: that takes tables larger than the whole program. It knows ranks,
//! which somebody else found: the build for the embedded catalogue, the browser for one that
//! arrives (docs/adr/0012).

use std::cmp::Ordering;

use super::document::Document;
use super::localized::{Lang, Localized};
use super::lookup::RecordIx;

/// The rank of every title and name of a document among all of them, in both languages.
///
/// Ranks are dense from 0, and texts that the order does not tell apart share one. All of them can
/// be compared with each other, whatever they name. Swedish order holds for English texts too, and
/// the Swedish text stands in for a missing English one, as it does on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alphabet {
    titles: Vec<[u32; 2]>,
    municipalities: Vec<u32>,
    countries: Vec<[u32; 2]>,
    places: Vec<[u32; 2]>,
    themes: Vec<[u32; 2]>,
    funders: Vec<[u32; 2]>,
    programmes: Vec<[u32; 2]>,
}

impl Alphabet {
    /// The texts that are ordered, one after the other: titles of records, then names of
    /// municipalities, countries, places, themes, funders and programmes, each section in the
    /// document's order and each Swedish text before its English one. A text occurs as often as the
    /// document has it.
    #[must_use]
    pub fn texts(document: &Document) -> Vec<&str> {
        let titles = document.records.iter().map(|record| &record.title);
        let municipalities = document.municipalities.iter().map(|home| home.name.as_str());
        let names = (document.countries.iter().map(|country| &country.name))
            .chain(document.places.iter().map(|place| &place.name))
            .chain(document.themes.iter().map(|theme| &theme.name))
            .chain(document.funders.iter().map(|funder| &funder.name))
            .chain(document.programmes.iter().map(|programme| &programme.name));
        let titles = titles.flat_map(Localized::versions);
        titles.chain(municipalities).chain(names.flat_map(Localized::versions)).collect()
    }

    /// The ranks of [`Alphabet::texts`], in their order, by a comparison of two texts.
    #[must_use]
    pub fn ranks(document: &Document, compare: impl Fn(&str, &str) -> Ordering) -> Vec<u32> {
        let texts = Self::texts(document);
        let mut order: Vec<(&str, usize)> = texts.iter().copied().zip(0..).collect();
        order.sort_by(|(a, _), (b, _)| compare(a, b));
        let mut ranks = vec![0; texts.len()];
        let mut rank = 0;
        let mut before = None;
        for (text, index) in order {
            if before.is_some_and(|before| compare(before, text) != Ordering::Equal) {
                rank += 1;
            }
            before = Some(text);
            if let Some(slot) = ranks.get_mut(index) {
                *slot = rank;
            }
        }
        ranks
    }

    /// Takes back the ranks of [`Alphabet::texts`]. Texts for which there is none stand last.
    #[must_use]
    pub fn from_ranks(document: &Document, ranks: &[u32]) -> Self {
        let mut ranks = ranks.iter().copied();
        let mut next = || ranks.next().unwrap_or(u32::MAX);
        let titles = document.records.iter().map(|record| pair(&record.title, &mut next)).collect();
        let municipalities = document.municipalities.iter().map(|_| next()).collect();
        let mut pairs = |names: &mut dyn Iterator<Item = &Localized>| -> Vec<[u32; 2]> {
            names.map(|name| pair(name, &mut next)).collect()
        };
        Self {
            titles,
            municipalities,
            countries: pairs(&mut document.countries.iter().map(|country| &country.name)),
            places: pairs(&mut document.places.iter().map(|place| &place.name)),
            themes: pairs(&mut document.themes.iter().map(|theme| &theme.name)),
            funders: pairs(&mut document.funders.iter().map(|funder| &funder.name)),
            programmes: pairs(&mut document.programmes.iter().map(|programme| &programme.name)),
        }
    }

    /// Orders a document's texts by a comparison of two of them.
    #[must_use]
    pub fn sorted_by(document: &Document, compare: impl Fn(&str, &str) -> Ordering) -> Self {
        Self::from_ranks(document, &Self::ranks(document, compare))
    }

    /// The rank of a record's title. What the document does not have stands last, here as below.
    #[must_use]
    pub fn title(&self, record: RecordIx, lang: Lang) -> u32 {
        of(&self.titles, record.index(), lang)
    }

    /// The rank of a municipality's name, by its index in the document.
    #[must_use]
    pub fn municipality(&self, index: usize) -> u32 {
        self.municipalities.get(index).copied().unwrap_or(u32::MAX)
    }

    /// The rank of a country's name, by its index in the document.
    #[must_use]
    pub fn country(&self, index: usize, lang: Lang) -> u32 {
        of(&self.countries, index, lang)
    }

    /// The rank of a place's name, by its index in the document.
    #[must_use]
    pub fn place(&self, index: usize, lang: Lang) -> u32 {
        of(&self.places, index, lang)
    }

    /// The rank of a theme's name, by its index in the document.
    #[must_use]
    pub fn theme(&self, index: usize, lang: Lang) -> u32 {
        of(&self.themes, index, lang)
    }

    /// The rank of a funder's name, by its index in the document.
    #[must_use]
    pub fn funder(&self, index: usize, lang: Lang) -> u32 {
        of(&self.funders, index, lang)
    }

    /// The rank of a programme's name, by its index in the document.
    #[must_use]
    pub fn programme(&self, index: usize, lang: Lang) -> u32 {
        of(&self.programmes, index, lang)
    }
}

/// The ranks of a text's two versions, as [`Lang::ALL`] has them.
fn pair(text: &Localized, next: &mut impl FnMut() -> u32) -> [u32; 2] {
    let swedish = next();
    [swedish, if text.en.is_some() { next() } else { swedish }]
}

fn of(ranks: &[[u32; 2]], index: usize, lang: Lang) -> u32 {
    ranks.get(index).map_or(u32::MAX, |[swedish, english]| match lang {
        Lang::Sv => *swedish,
        Lang::En => *english,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collation;

    /// A document whose records have these titles, Swedish and English.
    fn document(titles: &[(&str, Option<&str>)]) -> Document {
        let records = titles.iter().zip(0..).map(|((sv, en), id)| {
            let title = Localized { sv: (*sv).into(), en: en.map(Into::into) };
            serde_json::json!({
                "id": format!("r{id}"), "form": "project", "title": title,
                "summary": { "sv": "-" }, "sources": [],
            })
        });
        let records: Vec<_> = records.collect();
        let value = serde_json::json!({ "schemaVersion": 1, "records": records });
        serde_json::from_value(value).expect("a sound document")
    }

    fn alphabet(document: &Document) -> Alphabet {
        Alphabet::sorted_by(document, collation::swedish().expect("ICU4X knows Swedish"))
    }

    /// The texts in the order of their ranks, with them.
    fn ordered<'a>(texts: &[&'a str]) -> Vec<(u32, &'a str)> {
        let titles: Vec<_> = texts.iter().map(|text| (*text, None)).collect();
        let alphabet = alphabet(&document(&titles));
        let ranks = (0..).map(|index| alphabet.title(RecordIx(index), Lang::Sv));
        let mut ordered: Vec<_> = ranks.zip(texts.iter().copied()).collect();
        ordered.sort_by_key(|(rank, _)| *rank);
        ordered
    }

    fn assert_ascending(texts: &[&str]) {
        let mut shuffled = texts.to_vec();
        shuffled.reverse();
        let expected: Vec<(u32, &str)> = (0..).zip(texts.iter().copied()).collect();
        assert_eq!(ordered(&shuffled), expected);
    }

    #[test]
    fn the_swedish_letters_stand_last_and_in_their_order() {
        assert_ascending(&["Ale", "Zinkgruvan", "Åre", "Älmhult", "Örebro"]);
        assert_ascending(&["vanort", "våning", "vänort", "vött"]);
    }

    #[test]
    fn w_follows_v_and_the_letters_of_neighbours_stand_with_ours() {
        assert_ascending(&["Vänersborg", "Wien", "Xanten"]);
        assert_ascending(&["Yxa", "Üxküll", "Yxö"]);
        assert_ascending(&["Äkta", "Ærø", "Ästad", "Öland", "Øresund", "Östersund"]);
    }

    #[test]
    fn accents_and_case_decide_only_between_texts_that_are_else_alike() {
        assert_ascending(&["ide", "Ide", "idé", "Idé", "idéer", "iden"]);
        assert_ascending(&["Cesis", "Cēsis", "Cesky"]);
    }

    #[test]
    fn nothing_stands_first_then_signs_then_digits() {
        assert_ascending(&["", "(tom)", "1 av 2", "10 år", "2 av 2", "Ale"]);
    }

    #[test]
    fn texts_that_are_written_alike_share_a_rank() {
        let told = ordered(&["Åre", "Ale", "A\u{30A}re", "Ale", "Örebro"]);
        let ranks: Vec<u32> = told.iter().map(|(rank, _)| *rank).collect();
        assert_eq!(ranks, [0, 0, 1, 1, 2]);
    }

    #[test]
    fn a_missing_english_title_stands_where_the_swedish_one_does() {
        let titles = [("Öga", Some("Eye")), ("Natt", None), ("Arm", Some("Zoo"))];
        let alphabet = alphabet(&document(&titles));
        let rank = |index, lang| alphabet.title(RecordIx(index), lang);
        assert_eq!(rank(1, Lang::En), rank(1, Lang::Sv));
        assert!(rank(0, Lang::En) < rank(1, Lang::En), "Eye, Natt");
        assert!(rank(1, Lang::En) < rank(2, Lang::En), "Natt, Zoo");
        assert!(rank(2, Lang::Sv) < rank(1, Lang::Sv), "Arm, Natt");
    }

    #[test]
    fn a_text_without_a_rank_stands_last() {
        let document = document(&[("A", None), ("B", None)]);
        let alphabet = Alphabet::from_ranks(&document, &[0]);
        assert_eq!(alphabet.title(RecordIx(0), Lang::En), 0);
        assert_eq!(alphabet.title(RecordIx(1), Lang::En), u32::MAX);
        assert_eq!(alphabet.title(RecordIx(2), Lang::Sv), u32::MAX);
    }
}
