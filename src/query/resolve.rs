//! What a record points to, as positions in the catalogue's vocabularies.

use super::lookup::Lookup;
use crate::catalogue::{Catalogue, Record};

/// Ids of a catalogue's vocabularies, for as long as its index is made.
#[derive(Debug)]
pub(super) struct Resolver<'a> {
    places: Lookup<'a>,
    municipalities: Lookup<'a>,
    themes: Lookup<'a>,
    programmes: Lookup<'a>,
    funders: Lookup<'a>,
    /// The funder behind each programme.
    payers: Vec<Option<usize>>,
}

/// What one record points to. An id that no vocabulary has is left out.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    /// Of its partners, in their order; one can come several times.
    pub(super) places: Vec<usize>,
    pub(super) municipalities: Vec<usize>,
    pub(super) themes: Vec<usize>,
    pub(super) programmes: Vec<usize>,
    /// Those named, and those of its programmes.
    pub(super) funders: Vec<usize>,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(catalogue: &'a Catalogue) -> Self {
        let document = catalogue.document();
        let funders = Lookup::of(document.funders.iter().map(|known| known.id.as_str()));
        let payer = |id: Option<&str>| id.and_then(|id| funders.get(id));
        let payers = document.programmes.iter();
        let payers = payers.map(|known| payer(known.funder.as_ref().map(|id| id.as_str())));
        Self {
            payers: payers.collect(),
            places: Lookup::of(document.places.iter().map(|known| known.id.as_str())),
            municipalities: Lookup::of(
                document.municipalities.iter().map(|known| known.code.as_str()),
            ),
            themes: Lookup::of(document.themes.iter().map(|known| known.id.as_str())),
            programmes: Lookup::of(document.programmes.iter().map(|known| known.id.as_str())),
            funders,
        }
    }

    /// Replaces what `resolved` held.
    pub(super) fn resolve(&self, record: &Record, resolved: &mut Resolved) {
        let Resolved { places, municipalities, themes, programmes, funders } = resolved;
        let named = record.partners.iter().filter_map(|partner| partner.place.as_ref());
        refill(places, named.filter_map(|id| self.places.get(id.as_str())));
        let homes = record.municipalities.iter();
        refill(municipalities, homes.filter_map(|code| self.municipalities.get(code.as_str())));
        refill(themes, record.themes.iter().filter_map(|id| self.themes.get(id.as_str())));
        let paying = record.funding.iter().filter_map(|line| line.programme.as_ref());
        refill(programmes, paying.filter_map(|id| self.programmes.get(id.as_str())));
        let named = record.funding.iter().filter_map(|line| line.funder.as_ref());
        let named = named.filter_map(|id| self.funders.get(id.as_str()));
        let behind = programmes.iter().filter_map(|number| *self.payers.get(*number)?);
        refill(funders, named.chain(behind));
    }
}

fn refill(slot: &mut Vec<usize>, numbers: impl Iterator<Item = usize>) {
    slot.clear();
    slot.extend(numbers);
}
