//! The picture: the same land in each projection, with circles that are equally large on the globe.

use std::f64::consts::TAU;
use std::fmt::Write as _;

use partneratlas::atlas::{Basemap, EqualArea, Fitting, Frame, Plane, Projection, Screen, View};
use partneratlas::catalogue::Point;
use partneratlas::decimal::whole as rounded;

use super::table::{favour, worst};
use super::{Candidate, TOWNS, rings, whole};

/// Pixels.
const WIDTH: u32 = 1000;
const COLUMNS: u32 = 4;
const MARGIN: u32 = 16;
const PANEL_WIDTH: u32 = (WIDTH - MARGIN * (COLUMNS + 1)) / COLUMNS;
const PANEL_HEIGHT: u32 = 300;
/// Two lines of text above a panel.
const TITLE: u32 = 44;

/// Units of a panel's own drawing for each pixel: whole numbers are then fine enough, and short.
const FINE: u32 = 2;

/// Units that land may be rough by. The same map seven times over is a large file; what two neighbours
/// leave between them is under the white line of their border.
const COARSE: i64 = 3;

/// Kilometres. Those around Kiruna and Norrköping just touch.
const CIRCLE: f64 = 500.0;

const STYLE: &str = "\
text{font:12px system-ui,sans-serif;fill:#4b5a5f}\
.title{font-size:13px;font-weight:600;fill:#1c2528}\
.ours{fill:#00566b}\
.sea{fill:#eef4f5}\
.land{fill:#d3dad7;stroke:#fff;stroke-width:.9}\
.net{fill:none;stroke:#8fa3a8;stroke-width:.7;opacity:.55}\
.circle{fill:#00566b;fill-opacity:.28;stroke:#00566b;stroke-width:2}\
.town{font-size:22px;fill:#1c2528;paint-order:stroke;stroke:#eef4f5;stroke-width:5;stroke-linejoin:round}";

/// The whole picture as SVG. What room is left after the last panel says how to read it.
#[must_use]
pub fn picture(candidates: &[Candidate], map: &Basemap) -> String {
    let cells = || {
        (0..).map(|cell: u32| {
            let (column, row) = (cell % COLUMNS, cell / COLUMNS);
            (
                MARGIN + column * (PANEL_WIDTH + MARGIN),
                MARGIN + row * (TITLE + PANEL_HEIGHT + MARGIN),
            )
        })
    };
    let mut panels = String::new();
    let mut height = 0;
    for (candidate, (x, y)) in candidates.iter().zip(cells()) {
        panels.push_str(&panel(candidate, map, (x, y)));
        height = y + TITLE + PANEL_HEIGHT + MARGIN;
    }
    if let Some((x, y)) = cells().nth(candidates.len()) {
        panels.push_str(&legend(x, y + TITLE));
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" \
         width=\"{WIDTH}\" height=\"{height}\" role=\"img\">\n\
         <title>Europe and Africa in {} projections</title>\n<style>{STYLE}</style>\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>\n{panels}</svg>\n",
        candidates.len()
    )
}

/// One projection: name, what it does, and its map.
fn panel(candidate: &Candidate, map: &Basemap, (x, y): (u32, u32)) -> String {
    let projection = candidate.projection.as_ref();
    let Some(view) = view(projection) else { return String::new() };
    let indicatrices = candidate.indicatrices();
    let own = if candidate.ours { " ours" } else { "" };
    format!(
        "<text class=\"title{own}\" x=\"{x}\" y=\"{}\">{}</text>\n\
         <text x=\"{x}\" y=\"{}\">{:.2} : 1, angles up to {:.0}°</text>\n\
         <svg x=\"{x}\" y=\"{}\" width=\"{PANEL_WIDTH}\" height=\"{PANEL_HEIGHT}\" \
         viewBox=\"0 0 {} {}\">\n<rect class=\"sea\" width=\"100%\" height=\"100%\"/>\n\
         {}{}{}</svg>\n",
        y + 14,
        candidate.short,
        y + 32,
        favour(&indicatrices),
        worst(&indicatrices),
        y + TITLE,
        PANEL_WIDTH * FINE,
        PANEL_HEIGHT * FINE,
        land(projection, map, &view),
        net(projection, &view),
        circles(projection, &view, candidate.ours),
    )
}

/// Europe and Africa and all of the circles, with a little air.
fn view(projection: &dyn Projection) -> Option<View> {
    let (width, height) = (f64::from(PANEL_WIDTH), f64::from(PANEL_HEIGHT));
    let circles = TOWNS.iter().flat_map(|(_, town)| circle(*town));
    let frame =
        whole(projection)?.union(Frame::around(circles.map(|point| projection.project(point)))?);
    let corners = [Plane { x: frame.x, y: frame.y }, Plane { x: frame.right(), y: frame.bottom() }];
    let fitting = Fitting { padding: 0.01, least: 0.0, aspect: width / height };
    fitting.fit(corners).map(|frame| View::new(frame, width * f64::from(FINE)))
}

fn land(projection: &dyn Projection, map: &Basemap, view: &View) -> String {
    let outlines: String = map
        .countries
        .iter()
        .flat_map(|country| rings(country, projection))
        .map(|ring| line(&ring, view, COARSE, 3, "z"))
        .collect();
    format!("<path class=\"land\" d=\"{outlines}\"/>\n")
}

/// Meridians and parallels, every 20 degrees.
fn net(projection: &dyn Projection, view: &View) -> String {
    const LONS: std::ops::RangeInclusive<i16> = -60..=100;
    const LATS: std::ops::RangeInclusive<i16> = -60..=80;
    let at =
        |lon: i16, lat: i16| projection.project(Point { lon: f64::from(lon), lat: f64::from(lat) });
    let meridians = LONS.step_by(20).map(|lon| LATS.step_by(4).map(|lat| at(lon, lat)).collect());
    let parallels = LATS.step_by(20).map(|lat| LONS.step_by(4).map(|lon| at(lon, lat)).collect());
    let lines: String = meridians
        .chain(parallels)
        .map(|points: Vec<Plane>| line(&points, view, 1, 2, ""))
        .collect();
    format!("<path class=\"net\" d=\"{lines}\"/>\n")
}

/// A circle of the globe around each town, and the towns' names where they are asked for.
fn circles(projection: &dyn Projection, view: &View, named: bool) -> String {
    let mut text = String::new();
    for (name, town) in TOWNS {
        let around: Vec<Plane> =
            circle(town).iter().map(|point| projection.project(*point)).collect();
        // Writing to a text cannot fail.
        let _ = writeln!(text, "<path class=\"circle\" d=\"{}\"/>", line(&around, view, 1, 3, "z"));
        if named && let Some(frame) = Frame::around(around) {
            let Screen { x, y } = view.screen(Plane { x: frame.right(), y: frame.centre().y });
            let (x, y) = (rounded(x) + 8, rounded(y) + 8);
            let _ = writeln!(text, "<text class=\"town\" x=\"{x}\" y=\"{y}\">{name}</text>");
        }
    }
    text
}

/// Points at the same distance from the middle.
fn circle(middle: Point) -> Vec<Point> {
    // The equal-area projection draws a circle around its own centre as one: Snyder's equation 24-1.
    let around = EqualArea::new(middle);
    let rho = 2.0 * EqualArea::RADIUS * (CIRCLE / EqualArea::RADIUS / 2.0).sin();
    (0..48)
        .map(|step| (f64::from(step) / 48.0 * TAU).sin_cos())
        .filter_map(|(sin, cos)| around.invert(Plane { x: rho * sin, y: rho * cos }))
        .collect()
}

/// The points in whole units, as relative steps, without those that lie nearer than `step` to the one
/// before; nothing if all lie outside the view, or fewer than `least` are left.
fn line(points: &[Plane], view: &View, step: i64, least: usize, end: &str) -> String {
    let mut d = String::new();
    if !Frame::around(points.iter().copied()).is_some_and(|around| around.meets(&view.frame())) {
        return d;
    }
    let mut units: Vec<(i64, i64)> = points
        .iter()
        .map(|point| view.screen(*point))
        .map(|Screen { x, y }| (rounded(x), rounded(y)))
        .collect();
    units.dedup_by(|next, last| (next.0 - last.0).abs().max((next.1 - last.1).abs()) < step);
    if units.len() < least {
        return d;
    }
    let mut last = (0, 0);
    for (index, (x, y)) in units.into_iter().enumerate() {
        let (east, south) = (x - last.0, y - last.1);
        // After the first point, `m` goes on with lines; a minus separates as a space does.
        let before = if index == 0 {
            "M"
        } else if index == 1 {
            "l"
        } else if east < 0 {
            ""
        } else {
            " "
        };
        let between = if south < 0 { "" } else { " " };
        // Writing to a text cannot fail.
        let _ = write!(d, "{before}{east}{between}{south}");
        last = (x, y);
    }
    d.push_str(end);
    d
}

/// What the lines above a map and the circles say.
fn legend(x: u32, y: u32) -> String {
    const LINES: [&str; 12] = [
        "Each circle has a radius of 500 km",
        "on the globe. Drawn larger: the place",
        "is exaggerated. Drawn as an ellipse:",
        "shapes are bent.",
        "",
        "The line above a map tells how a",
        "square kilometre at Kiruna is drawn",
        "beside one at Cape Town, and how",
        "wrong an angle is at worst.",
        "",
        "Land ends where the atlas' own base",
        "map does.",
    ];
    (0..)
        .zip(LINES)
        .map(|(row, words)| format!("<text x=\"{x}\" y=\"{}\">{words}</text>\n", y + 10 + 18 * row))
        .collect()
}
