//! The chart as a picture that stands alone, for a file and for paper: with title, selection, colours,
//! legend, source and date.

use super::bar::Bar;
use super::sketch::{Axis, AxisWords, ROW, Row, axis, bar_marks, grid, row};
use super::term::Term;
use super::ticks::Ticks;
use crate::catalogue::RecordIx;
use crate::svg::{Anchor, Group, Mark, Picture, Size, fitted, wrapped};

/// What a poster says.
pub struct Poster<'a> {
    /// The title.
    pub title: &'a str,
    /// The selection in words.
    pub selection: &'a str,
    /// Source and date in words.
    pub source: &'a str,
    /// The axis, [`Poster::CHART`] wide.
    pub axis: Axis,
    /// Its words.
    pub words: AxisWords<'a>,
    /// What the colours and signs mean.
    pub kinds: Vec<PosterKind<'a>>,
    /// Rows, each part under its heading if it has one.
    pub sections: Vec<(Option<&'a str>, &'a [RecordIx])>,
    /// What has no dates, under its heading.
    pub undated: (&'a str, &'a [RecordIx]),
    /// What is shown of a record.
    pub row: &'a dyn Fn(RecordIx) -> Option<PosterRow>,
    /// "och 12 till".
    pub rest: &'a dyn Fn(usize) -> String,
    /// What the marks mean.
    pub legend: Vec<PosterSample<'a>>,
}

/// A record on a poster.
#[derive(Debug, Clone)]
pub struct PosterRow {
    /// Its name.
    pub name: String,
    /// Its time.
    pub term: Option<Term>,
    /// The key of its status or form.
    pub key: &'static str,
    /// The outline of the sign of that, in a square of 12 by 12.
    pub sign: &'static str,
    /// Whether the selection does not have it.
    pub is_ghost: bool,
}

/// The meaning of a colour and a sign.
#[derive(Debug, Clone, Copy)]
pub struct PosterKind<'a> {
    /// The key of a status or form.
    pub key: &'static str,
    /// The outline of its sign, in a square of 12 by 12.
    pub sign: &'static str,
    /// Its name.
    pub word: &'a str,
}

/// The meaning of a mark.
#[derive(Debug, Clone, Copy)]
pub struct PosterSample<'a> {
    /// A bar that has it, between 0 and [`Poster::SAMPLE`].
    pub bar: Bar,
    /// Whether it is the look of what the selection does not have.
    pub is_ghost: bool,
    /// The meaning in a sentence.
    pub text: &'a str,
}

/// The margin around everything, the air between parts, and the room for the number of a sheet.
const MARGIN: f64 = 24.0;
const AIR: f64 = 16.0;
const NUMBER: f64 = 90.0;

/// The height of a sheet of paper as wide as the poster: low enough for A4 with the margins of a printer.
const SHEET: f64 = 800.0;

/// How many rows there are at most, and how many names without dates.
const MOST: usize = 400;

/// The height of a row with a heading, and of one with samples.
const HEADING: f64 = 34.0;
const SAMPLES: f64 = 22.0;

impl Poster<'_> {
    /// The width of a poster, in pixels.
    pub const WIDTH: f64 = 1200.0;
    /// The width of its chart.
    pub const CHART: f64 = Self::WIDTH - 2.0 * MARGIN;
    /// The width of a sample in its legend.
    pub const SAMPLE: f64 = 64.0;

    /// All of it as one picture. `measure` tells how wide a text of 13 pixels is, in the font in which
    /// it will be drawn; larger and smaller ones follow from it. In a file that is [`FONT`](crate::svg::FONT).
    #[must_use]
    pub fn picture(&self, measure: &dyn Fn(&str) -> f64) -> Picture {
        self.sheets(f64::INFINITY, measure).into_iter().next().unwrap_or_default()
    }

    /// All of it as sheets of landscape paper, numbered if there are several; each has the title, and
    /// the axis where it has rows.
    #[must_use]
    pub fn pages(&self, measure: &dyn Fn(&str) -> f64) -> Vec<Picture> {
        let mut sheets = self.sheets(SHEET, measure);
        let all = sheets.len();
        for (number, sheet) in (1..).zip(&mut sheets).filter(|_| all > 1) {
            let text = format!("{number} / {all}");
            let mark = Mark::text("small", Self::CHART, 12.0, Anchor::End, text);
            sheet.groups.push(Group::at(MARGIN, MARGIN, vec![mark]));
        }
        sheets
    }

    fn sheets(&self, height: f64, measure: &dyn Fn(&str) -> f64) -> Vec<Picture> {
        let mut layout = Layout {
            poster: self,
            measure,
            height,
            done: Vec::new(),
            groups: Vec::new(),
            y: 0.0,
            top: f64::INFINITY,
            chart: None,
        };
        layout.begin();
        layout.add_rows();
        layout.end_chart();
        layout.add_undated();
        layout.add_legend();
        layout.add_text(Size::SMALL, self.source);
        layout.finish();
        layout.done
    }
}

/// Sheets while they are filled from above.
struct Layout<'a> {
    poster: &'a Poster<'a>,
    measure: &'a dyn Fn(&str) -> f64,
    /// The height of a sheet; without bounds, there is one.
    height: f64,
    done: Vec<Picture>,
    /// What is on the sheet, and how far down it reaches.
    groups: Vec<Group>,
    y: f64,
    /// Where the sheet is empty below its head.
    top: f64,
    /// The position of the grid among the groups and its upper edge, while rows are added.
    chart: Option<(usize, f64)>,
}

impl Layout<'_> {
    /// The head of a sheet.
    fn begin(&mut self) {
        (self.y, self.top) = (MARGIN, f64::INFINITY);
        self.add_text(Size::TITLE, self.poster.title);
        if self.done.is_empty() {
            self.add_text(Size::PROSE, self.poster.selection);
        }
        self.y += AIR / 2.0;
        self.add_kinds();
        self.y += AIR;
        self.top = self.y;
    }

    /// Goes on to the next sheet.
    fn turn(&mut self) {
        self.finish();
        self.begin();
    }

    /// Puts the sheet to the others.
    fn finish(&mut self) {
        self.end_chart();
        let height = if self.height.is_finite() { self.height } else { self.y + MARGIN };
        let groups = std::mem::take(&mut self.groups);
        let title = self.poster.title.to_owned();
        self.done.push(Picture { title, width: Poster::WIDTH, height, groups });
    }

    /// Sees to it that so much fits on the sheet.
    fn keep(&mut self, height: f64) {
        if self.y > self.top && self.y + height > self.height - MARGIN {
            self.turn();
        }
    }

    /// Adds lines of text.
    fn add_text(&mut self, size: Size, text: &str) {
        let wide = |text: &str| size.width((self.measure)(text));
        for line in wrapped(text, Poster::CHART - NUMBER, &wide) {
            self.keep(size.line());
            let mark = Mark::text(size.0, 0.0, size.1, Anchor::Start, line);
            self.groups.push(Group::at(MARGIN, self.y, vec![mark]));
            self.y += size.line();
        }
    }

    /// Adds what the colours and signs mean, side by side.
    fn add_kinds(&mut self) {
        let mut x = 0.0;
        for PosterKind { key, sign, word } in self.poster.kinds.iter().copied() {
            let width = 18.0 + Size::PROSE.width((self.measure)(word));
            if x > 0.0 && x + width > Poster::CHART {
                (x, self.y) = (0.0, self.y + SAMPLES);
            }
            let name = Mark::text("prose", 18.0, 12.0, Anchor::Start, word.to_owned());
            let marks = vec![Mark::path("sign", sign).moved(0.0, 1.0), name];
            let group = Group::at(MARGIN + x, self.y, marks);
            self.groups.push(Group { key: Some(key), ..group });
            x += width + AIR + AIR / 2.0;
        }
        self.y += SAMPLES;
    }

    /// Adds the sections, and how many rows are left out.
    fn add_rows(&mut self) {
        let mut left = MOST;
        for (heading, records) in &self.poster.sections {
            if left == 0 {
                break;
            }
            if let Some(heading) = heading {
                self.need(HEADING, ROW);
                let wide = |text: &str| Size::HEADING.width((self.measure)(text));
                let text = fitted(heading, Poster::CHART, &wide);
                let mark = Mark::text("heading", 0.0, HEADING - 9.0, Anchor::Start, text);
                self.groups.push(Group::at(MARGIN, self.y, vec![mark]));
                self.y += HEADING;
            }
            for record in records.iter().take(left) {
                self.add_row(*record);
            }
            left = left.saturating_sub(records.len());
        }
        let all: usize = self.poster.sections.iter().map(|(_, records)| records.len()).sum();
        if all > MOST {
            self.end_chart();
            self.add_text(Size::PROSE, &(self.poster.rest)(all - MOST));
        }
    }

    fn add_row(&mut self, record: RecordIx) {
        let Some(PosterRow { name, term: Some(term), key, sign, is_ghost }) =
            (self.poster.row)(record)
        else {
            return;
        };
        self.need(ROW, 0.0);
        let bar = Bar::of(term, &self.poster.axis.scale);
        let (mut marks, names) = row(Row { bar, name: &name, sign }, Poster::CHART, self.measure);
        marks.extend(names);
        if is_ghost {
            marks.iter_mut().for_each(fade);
        }
        let window = Some([Poster::CHART, ROW]);
        self.groups.push(Group { key: Some(key), x: MARGIN, y: self.y, window, marks });
        self.y += ROW;
    }

    /// Sees to it that a row of a height fits under the axis, with some air below it.
    fn need(&mut self, height: f64, below: f64) {
        let Axis { scale, with_bands, .. } = &self.poster.axis;
        // Today's date and the years; the names of periods and of parts of years.
        let bands = if *with_bands { 16.0 } else { 0.0 };
        let parts = if Ticks::of(scale).parts.is_empty() { 0.0 } else { 15.0 };
        let axis_height = 36.0 + bands + parts;
        let missing = if self.chart.is_none() { axis_height } else { 0.0 };
        self.keep(missing + height + below);
        if self.chart.is_none() {
            let marks = axis(&self.poster.axis, axis_height, self.poster.words);
            self.groups.push(Group::at(MARGIN, self.y, marks));
            self.y += axis_height;
            self.chart = Some((self.groups.len(), self.y));
            self.groups.push(Group::default());
        }
    }

    /// Draws the grid behind the rows of the sheet.
    fn end_chart(&mut self) {
        let Some((position, top)) = self.chart.take() else { return };
        if let Some(behind) = self.groups.get_mut(position) {
            *behind = Group::at(MARGIN, top, grid(&self.poster.axis, self.y - top));
        }
        self.y += AIR;
    }

    /// Adds what has no dates, as a text.
    fn add_undated(&mut self) {
        let (heading, records) = self.poster.undated;
        if records.is_empty() {
            return;
        }
        let shown = records.iter().take(MOST);
        let names = shown.filter_map(|record| Some((self.poster.row)(*record)?.name));
        let rest = records.len().saturating_sub(MOST);
        let rest = (rest > 0).then(|| (self.poster.rest)(rest));
        let text = names.chain(rest).collect::<Vec<_>>().join(" · ");
        self.keep(Size::HEADING.line() + Size::PROSE.line());
        self.add_text(Size::HEADING, heading);
        self.add_text(Size::PROSE, &text);
        self.y += AIR;
    }

    /// Adds what the marks mean, in two columns.
    fn add_legend(&mut self) {
        let column = Poster::CHART / 2.0;
        let left = Poster::SAMPLE + AIR;
        let wide = |text: &str| Size::SMALL.width((self.measure)(text));
        for pair in self.poster.legend.chunks(2) {
            let lines = pair.iter().map(|sample| wrapped(sample.text, column - left - AIR, &wide));
            let lines: Vec<_> = lines.collect();
            let most = lines.iter().map(Vec::len).max().unwrap_or_default();
            let height =
                (0..most).fold(SAMPLES - Size::SMALL.line(), |sum, _| sum + Size::SMALL.line());
            self.keep(height);
            for ((sample, lines), x) in pair.iter().zip(lines).zip([MARGIN, MARGIN + column]) {
                let mut marks = bar_marks(sample.bar, [1.0, 15.0]);
                if sample.is_ghost {
                    marks.iter_mut().for_each(fade);
                }
                let mut y = 12.0;
                for line in lines {
                    marks.push(Mark::text("small", left, y, Anchor::Start, line));
                    y += Size::SMALL.line();
                }
                self.groups.push(Group::at(x, self.y, marks));
            }
            self.y += height;
        }
        self.y += AIR;
    }
}

/// Gives a mark the look of what the selection does not have.
fn fade(mark: &mut Mark) {
    mark.class = match mark.class {
        "bar-body" | "bar-soft" | "bar-doubt" => "bar-ghost",
        "sign inside" => "sign",
        "name" | "name inside" => "name ghost",
        other => other,
    };
}
