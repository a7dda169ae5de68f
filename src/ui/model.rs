//! What every view works on: the catalogue, the one state, and what follows from it.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use leptos::attr::custom::{CustomAttr, custom_attribute};
use leptos::html::Div;
use leptos::prelude::*;
use leptos::web_sys::Element;

use super::apart::version;
use super::focus::Origin;
use super::growth::Growth;
use super::link::Links;
use crate::atlas::Basemap;
use crate::catalogue::{Catalogue, CountryCode, Day, Lang, Record, RecordId, RecordIx};
use crate::facts::Notice;
use crate::i18n::{Messages, day_text, messages};
use crate::map::Ground;
use crate::query::{Engine, Memory, Query, Results, Wanted};
use crate::timeline::Terms;
use crate::url::{Pages, State, View};
use crate::wishes::Wishes;

/// What never changes while an element lives, and what elements on one page share.
#[derive(Debug)]
pub struct Shared {
    /// The facts.
    pub catalogue: Catalogue,
    /// Their index.
    pub engine: Engine,
    /// The visitor's day.
    pub today: Day,
    /// When they take place.
    pub terms: Terms,
    /// What is missing of it.
    pub notice: Notice,
    /// The ground of the map, made when a map is drawn first.
    coarse: OnceLock<Ground>,
    /// A finer one, once it has been fetched.
    fine: OnceLock<Ground>,
}

impl Shared {
    /// From a catalogue and its index on `today`.
    #[must_use]
    pub fn new(catalogue: Catalogue, engine: Engine, today: Day) -> Self {
        let terms = Terms::new(&catalogue, today);
        let (coarse, fine) = (OnceLock::new(), OnceLock::new());
        Self { catalogue, engine, today, terms, notice: Notice::default(), coarse, fine }
    }

    /// The same, with what is missing of it.
    #[must_use]
    pub fn noting(self, notice: Notice) -> Self {
        Self { notice, ..self }
    }

    /// The ground of the map: the finer one, if it is wanted and there.
    #[must_use]
    pub fn ground(&self, is_fine: bool) -> &Ground {
        let fine = self.fine.get().filter(|_| is_fine);
        // `tests/atlas.rs` proves that the embedded one can be read.
        fine.unwrap_or_else(|| {
            self.coarse.get_or_init(|| Ground::new(Basemap::embedded().unwrap_or_default()))
        })
    }

    /// Takes a finer ground in; the first one stays.
    pub fn refine(&self, basemap: Basemap) {
        self.fine.get_or_init(|| Ground::new(basemap));
    }

    /// Whether a finer ground is there.
    #[must_use]
    pub fn is_fine(&self) -> bool {
        self.fine.get().is_some()
    }
}

/// What the host decided for one element.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The language unless the visitor says otherwise.
    pub lang: Lang,
    /// What the host asks for.
    pub wishes: Wishes,
    /// Where its states have their addresses.
    pub pages: Pages,
    /// Makes ids of this element's nodes differ from those of others.
    pub instance: u32,
    /// Whether all of it is drawn at once, or in parts by [`Model::grow`].
    pub begins_whole: bool,
}

/// What views need of the browser.
#[derive(Debug, Clone, Copy)]
pub struct Platform {
    /// The inner width of an element in CSS pixels, followed while it changes.
    pub width_of: fn(NodeRef<Div>) -> Signal<f64>,
    /// How much of an element lies above the window's upper edge, in CSS pixels and in coarse steps,
    /// followed while anything scrolls; less than 0 where its top is below that edge.
    pub scrolled_past: fn(NodeRef<Div>) -> Signal<f64>,
    /// The font of a chart's names in an element, as CSS writes it.
    pub font_of: fn(&Element) -> String,
    /// How wide a text is in a font, in CSS pixels.
    pub text_width: fn(&str, &str) -> f64,
    /// Whether the page is being printed.
    pub printing: fn() -> Signal<bool>,
    /// Gives the visitor a file.
    pub save: fn(&str, Saved),
    /// What a country is called that no record names.
    pub country_name: fn(&CountryCode, Lang) -> Option<String>,
    /// Sees to it that there is a finer map, and says so when there is.
    pub finer_map: fn(Arc<Shared>, RwSignal<bool>),
}

/// A picture to be saved: an SVG document, and how large it is in CSS pixels where it is to be turned into
/// pixels.
#[derive(Debug, Clone)]
pub enum Saved {
    /// As it is.
    Svg(String),
    /// As pixels.
    Png(String, f64, f64),
}

/// The handle on all of it, cheap to copy into closures.
#[derive(Clone, Copy)]
pub struct Model {
    shared: StoredValue<Arc<Shared>>,
    settings: StoredValue<Settings>,
    ids: StoredValue<u32>,
    /// The records that are pointed at or have the focus.
    pub(super) lit: RwSignal<Vec<RecordIx>>,
    /// Whether maps are drawn on the finer ground.
    pub(super) is_fine: RwSignal<bool>,
    /// The link through which a record was opened.
    pub(super) origin: Origin,
    /// All links to states of this element.
    pub(super) links: Links,
    /// How much is drawn.
    pub(super) growth: Growth,
    /// What views need of the browser.
    pub platform: Platform,
    /// The one state: everything shown follows from it.
    pub state: RwSignal<State>,
    /// What is asked.
    pub query: Memo<Query>,
    /// The answer: worked out once for a change, however many views show it.
    pub results: Memo<Results>,
    /// The number of the answer that is drawn behind the paint. A number and no answer, here and below:
    /// each type of value costs the Wasm its own kind of signal.
    late: ReadSignal<usize>,
    /// The number of the answer that is there.
    answers: Memo<usize>,
    /// Another number whenever other words are to be marked.
    words_asked: Memo<usize>,
    /// The language shown.
    pub lang: Memo<Lang>,
    /// The view shown.
    pub view: Memo<View>,
    /// The record that is open.
    pub open: Memo<Option<RecordId>>,
}

impl Model {
    /// A model that starts in `state`.
    #[must_use]
    pub fn new(shared: Arc<Shared>, settings: Settings, platform: Platform, state: State) -> Self {
        let state = RwSignal::new(state);
        let is_fine = shared.is_fine();
        let growth = Growth::new(settings.begins_whole);
        let query = Memo::new(move |_| state.with(|state| state.query.clone()));
        let engine = Arc::clone(&shared);
        let (page_lang, page_view) = (settings.lang, settings.wishes.view);
        let views = settings.wishes.views.clone();
        let lang = Memo::new(move |_| state.with(|state| state.lang.unwrap_or(page_lang)));
        let memory = StoredValue::new(Memory::default());
        let results = Memo::new(move |_| {
            let (query, lang) = (query.get(), lang.get());
            let run = |memory: &mut Memory| engine.engine.run(&query, lang, memory);
            memory.try_update_value(run).unwrap_or_default()
        });
        let answers = Memo::new(move |before: Option<&usize>| {
            results.track();
            before.map_or(0, |before| before + 1)
        });
        Self {
            shared: StoredValue::new(shared),
            settings: StoredValue::new(settings),
            ids: StoredValue::new(0),
            lit: RwSignal::new(Vec::new()),
            is_fine: RwSignal::new(is_fine),
            origin: Origin::new(),
            links: Links::new(),
            growth,
            platform,
            state,
            query,
            results,
            late: behind_the_paint(answers),
            answers,
            words_asked: version(move || results.with(|results| results.wanted.clone())),
            lang,
            view: Memo::new(move |_| {
                let wanted = state.with(|state| state.view);
                wanted.filter(|view| views.contains(view)).unwrap_or(page_view)
            }),
            open: Memo::new(move |_| state.with(|state| state.record.clone())),
        }
    }

    /// The model of the element that a component belongs to. Call it in a component's body, not in
    /// an event handler.
    ///
    /// # Panics
    /// Outside of [`super::App`], which is a mistake in the program.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// Draws the next part of the element; whether there is more.
    #[must_use]
    pub fn grow(self) -> bool {
        if self.growth.is_before(Growth::GROUND) && self.begins_with_a_map() {
            // Kept for the map that comes; together they would hold up a slow device.
            let _ = self.shared().ground(self.is_fine.get_untracked());
        }
        self.growth.grow()
    }

    /// Whether there is a map in what is drawn first.
    fn begins_with_a_map(self) -> bool {
        self.open.with_untracked(Option::is_some) || self.view.get_untracked() == View::Map
    }

    /// Whether all of the element is drawn.
    #[must_use]
    pub fn is_whole(self) -> Memo<bool> {
        self.growth.has(Growth::WHOLE)
    }

    /// What never changes.
    #[must_use]
    pub fn shared(self) -> Arc<Shared> {
        self.shared.get_value()
    }

    /// The words of the language shown; follows it inside of reactive closures.
    #[must_use]
    pub fn words(self) -> &'static Messages {
        messages(self.lang.get())
    }

    /// A word of the interface, in the language shown, for a view to follow: one type for all words.
    pub(super) fn said(
        self,
        word: fn(&Messages) -> &'static str,
    ) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
        move || word(self.words())
    }

    /// The visitor's day: "21 november 2026"; follows the language inside of reactive closures.
    #[must_use]
    pub fn day_text(self) -> String {
        day_text(self.shared().today, self.lang.get())
    }

    /// What a country is called: as the catalogue has it, else as the browser does.
    pub(super) fn country_name(self, code: &CountryCode, lang: Lang) -> Option<String> {
        let known = self.shared.with_value(|shared| {
            let country = shared.catalogue.country(code)?;
            Some(country.name.text(lang).to_owned())
        });
        known.or_else(|| (self.platform.country_name)(code, lang))
    }

    /// How many records were found; follows the answer inside of reactive closures.
    #[must_use]
    pub fn count(self) -> usize {
        self.results.with(|results| results.count)
    }

    /// Reads the answer and follows it: together with the list in catalogues of up to `most` records, one
    /// frame later in larger ones, for views that then take longer to draw than the list does.
    pub fn with_results_in_time<T>(self, most: usize, read: impl FnOnce(&Results) -> T) -> T {
        if self.shared.with_value(|shared| shared.catalogue.records().len()) > most {
            self.late.track();
        } else {
            self.answers.track();
        }
        self.results.with_untracked(read)
    }

    /// Reads the words to mark, and follows them inside of reactive closures.
    pub fn with_wanted<T>(self, read: impl FnOnce(&Wanted) -> T) -> T {
        // A memo that nobody reads never runs, tracked or not.
        self.words_asked.get();
        self.results.with_untracked(|results| read(&results.wanted))
    }

    /// Changes what is asked.
    pub fn ask(self, change: impl FnOnce(&mut Query)) {
        self.state.update(|state| change(&mut state.query));
    }

    /// The address of the present state with a change; follows the state inside of reactive closures.
    #[must_use]
    pub fn href(self, change: impl FnOnce(&mut State)) -> String {
        let mut state = self.state.get();
        change(&mut state);
        self.address_of(&state)
    }

    /// The address of a state.
    #[must_use]
    pub fn address_of(self, state: &State) -> String {
        self.settings.with_value(|settings| settings.pages.address(state))
    }

    /// What the host asks for.
    pub(super) fn with_wishes<T>(self, read: impl FnOnce(&Wishes) -> T) -> T {
        self.settings.with_value(|settings| read(&settings.wishes))
    }

    /// The level of a heading that is `below` the highest ones, where it is another than the tag's own: the
    /// highest ones are `h2`.
    pub(super) fn level(self, below: u8) -> CustomAttr<&'static str, Option<String>> {
        let highest = self.with_wishes(|wishes| wishes.heading_level);
        custom_attribute("aria-level", (highest != 2).then(|| (highest + below).min(6).to_string()))
    }

    /// An id for a node of this element, unique on the page's side of the shadow root as well.
    #[must_use]
    pub fn id(self, name: &str) -> String {
        format!("pa{}-{name}", self.settings.with_value(|settings| settings.instance))
    }

    /// An id for a node of which an element can have several at once.
    #[must_use]
    pub fn new_id(self, name: &str) -> String {
        self.ids.update_value(|count| *count += 1);
        format!("{}-{}", self.id(name), self.ids.get_value())
    }

    /// A record by index, for as long as `read` takes.
    pub fn with_record<T>(
        self,
        index: RecordIx,
        read: impl FnOnce(&Shared, &Record) -> T,
    ) -> Option<T> {
        self.shared
            .with_value(|shared| shared.catalogue.record(index).map(|record| read(shared, record)))
    }
}

/// A number that follows another after the next paint. What changes in between is passed over.
fn behind_the_paint(value: Memo<usize>) -> ReadSignal<usize> {
    let (late, set_late) = signal(value.get_untracked());
    let waits = StoredValue::new(false);
    let catch_up = move || {
        waits.try_set_value(false);
        if let Some(value) = value.try_get_untracked() {
            set_late.try_set(value);
        }
    };
    Effect::new(move |before: Option<()>| {
        value.get();
        if before.is_some() && !waits.get_value() {
            waits.set_value(true);
            // A task made in a frame runs when that frame is painted.
            request_animation_frame(move || set_timeout(catch_up, Duration::ZERO));
        }
    });
    late
}
