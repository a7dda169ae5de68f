//! What is said above the results where a catalogue from elsewhere is not all there.

use crate::catalogue::{Catalogue, Date, Edtf, Lang};
use crate::i18n::{date_text, list_text, messages};

/// What is missing of the catalogues that an element asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notice {
    /// How many records have errors and are not shown.
    pub left_out: usize,
    /// Where the catalogues are that could not be read, without those of one host twice.
    pub unread: Vec<String>,
    /// How old the built-in catalogue is, if it is shown in their place.
    pub built_in: Option<Date>,
}

impl Notice {
    /// The notice in sentences; empty where nothing is missing.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let words = messages(lang);
        let unread = (!self.unread.is_empty())
            .then(|| (words.unread)(self.unread.len(), &list_text(&self.unread, lang)));
        let built_in = self.built_in.map(|date| (words.built_in)(&date_text(date, lang)));
        let left_out = (self.left_out > 0).then(|| (words.left_out)(self.left_out));
        [unread, built_in, left_out].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// How new a catalogue is: the date of its newest check, or of its newest source.
#[must_use]
pub fn newest(catalogue: &Catalogue) -> Option<Date> {
    let document = catalogue.document();
    let checked = document.records.iter().filter_map(|record| record.checked);
    let written = document.sources.iter().map(|source| source.as_of);
    let written = written.filter_map(|as_of: Edtf| as_of.end().date().or(as_of.start().date()));
    checked.chain(written).max_by_key(|date| date.lower())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    #[test]
    fn it_says_what_is_missing_and_what_is_shown_instead() {
        let date = Date::parse("2026-11-21").ok();
        let notice = Notice { left_out: 0, unread: vec!["exempel.se".to_owned()], built_in: date };
        assert_eq!(
            notice.text(Lang::Sv),
            "Katalogen på exempel.se kunde inte läsas. Här visas de inbyggda uppgifterna från 21 november 2026."
        );
        let notice = Notice {
            left_out: 2,
            unread: vec!["a.se".to_owned(), "b.se".to_owned()],
            built_in: None,
        };
        assert_eq!(
            notice.text(Lang::En),
            "The catalogues at a.se and b.se could not be read. 2\u{A0}records have errors and are not shown."
        );
        assert_eq!(
            Notice { left_out: 1, ..Notice::default() }.text(Lang::Sv),
            "1\u{A0}post är felaktig och visas inte."
        );
        assert_eq!(Notice::default().text(Lang::Sv), "");
    }

    #[test]
    fn the_built_in_catalogue_knows_its_age() {
        let catalogue = embedded::catalogue().expect("build.rs checked it");
        assert!(newest(&catalogue).is_some_and(|date| date.year >= 2021));
    }
}
