//! Frames that show what they should, and the view that draws a frame.

use super::plane::{Frame, Plane, Screen};
use super::sheet::{NEAREST, sheet};
use crate::decimal::{millionths, tenths};

/// How a frame is put around points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fitting {
    /// Air on each side, as a share of the points' own extent.
    pub padding: f64,
    /// Neither side becomes shorter than this, km: one place does not fill the map.
    pub least: f64,
    /// Width divided by height.
    pub aspect: f64,
}

impl Fitting {
    /// Air on each side and the least extent that suit places: a town is shown with its region.
    #[must_use]
    pub fn places(aspect: f64) -> Self {
        Self { padding: 0.12, least: 700.0, aspect }
    }

    /// The frame of this shape around the points; `None` without any.
    #[must_use]
    pub fn fit(&self, points: impl IntoIterator<Item = Plane>) -> Option<Frame> {
        let around = Frame::around(points)?;
        let share = 1.0 + 2.0 * self.padding.max(0.0);
        let width = (around.width * share).max(self.least);
        let height = (around.height * share).max(self.least);
        Some(around.resized(width.max(height * self.aspect), height.max(width / self.aspect)))
    }
}

impl Frame {
    /// The same frame moved, as little as possible, so that it does not reach beyond the sheet. On a
    /// side where it is larger than the sheet, the sheet is in its middle.
    #[must_use]
    pub fn kept_on(self, sheet: &Self) -> Self {
        let keep = |start: f64, size: f64, sheet_start: f64, sheet_size: f64| {
            if size > sheet_size {
                sheet_start - (size - sheet_size) / 2.0
            } else {
                start.max(sheet_start).min(sheet_start + sheet_size - size)
            }
        };
        Self {
            x: keep(self.x, self.width, sheet.x, sheet.width),
            y: keep(self.y, self.height, sheet.y, sheet.height),
            ..self
        }
    }
}

impl Frame {
    /// The same frame made smaller or larger around a point of it that stays where it is, given as shares
    /// of its width and height: never nearer than [`NEAREST`], nor wider than `most`.
    #[must_use]
    pub fn zoomed(self, factor: f64, at: [f64; 2], most: &Self) -> Self {
        // Not `clamp`, whose panic prints floats: 7 kB of the Wasm.
        let width = (self.width * factor).min(most.width).max(NEAREST.min(self.width));
        let share = width / self.width;
        let [x, y] = at;
        let zoomed = Self {
            x: self.x + x * (self.width - width),
            y: self.y + y * self.height * (1.0 - share),
            width,
            height: self.height * share,
        };
        zoomed.kept_on(most)
    }

    /// The same frame moved by shares of its width and height, as far as `most` reaches.
    #[must_use]
    pub fn panned(self, by: [f64; 2], most: &Self) -> Self {
        let [x, y] = by;
        Self { x: self.x + x * self.width, y: self.y + y * self.height, ..self }.kept_on(most)
    }
}

/// A frame drawn so many pixels wide.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    frame: Frame,
    /// Pixels per km.
    scale: f64,
}

impl View {
    /// Draws the frame `width` pixels wide; the height follows from the frame's shape.
    #[must_use]
    pub fn new(frame: Frame, width: f64) -> Self {
        let scale = if frame.width > 0.0 { width / frame.width } else { 1.0 };
        Self { frame, scale }
    }

    /// The whole sheet, a kilometre a pixel: what is drawn so once is moved and scaled as a whole.
    #[must_use]
    pub fn of_sheet() -> Self {
        Self { frame: sheet(), scale: 1.0 }
    }

    /// What moves and scales a drawing of [`Self::of_sheet`] so that it fits this view: an SVG transform.
    #[must_use]
    pub fn transform(&self) -> String {
        let Screen { x, y } = self.screen(Plane { x: sheet().x, y: sheet().y });
        format!("translate({} {}) scale({})", tenths(x), tenths(y), millionths(self.scale))
    }

    /// What is shown.
    #[must_use]
    pub fn frame(&self) -> Frame {
        self.frame
    }

    /// Pixels per km.
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// Pixels.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.frame.width * self.scale
    }

    /// Pixels.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.frame.height * self.scale
    }

    /// Where a point of the plane is drawn, inside the frame or not.
    #[must_use]
    pub fn screen(&self, point: Plane) -> Screen {
        Screen {
            x: (point.x - self.frame.x) * self.scale,
            y: (point.y - self.frame.y) * self.scale,
        }
    }

    /// What is drawn there.
    #[must_use]
    pub fn plane(&self, point: Screen) -> Plane {
        Plane { x: self.frame.x + point.x / self.scale, y: self.frame.y + point.y / self.scale }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: Frame = Frame { x: 0.0, y: 0.0, width: 100.0, height: 200.0 };

    fn frame(x: f64, y: f64, width: f64, height: f64) -> Frame {
        Frame { x, y, width, height }
    }

    #[test]
    fn one_place_is_shown_with_its_region() {
        let fitting = Fitting { padding: 0.1, least: 50.0, aspect: 2.0 };
        let fitted = fitting.fit([Plane { x: 10.0, y: 20.0 }]);
        assert_eq!(fitted, Some(frame(-40.0, -5.0, 100.0, 50.0)));
        assert_eq!(fitting.fit([]), None);
    }

    #[test]
    fn a_frame_at_the_edge_is_moved_back_on_the_sheet() {
        assert_eq!(frame(-5.0, 190.0, 20.0, 20.0).kept_on(&SHEET), frame(0.0, 180.0, 20.0, 20.0));
        assert_eq!(frame(30.0, 10.0, 20.0, 20.0).kept_on(&SHEET), frame(30.0, 10.0, 20.0, 20.0));
    }

    #[test]
    fn a_frame_wider_than_the_sheet_has_it_in_the_middle() {
        assert_eq!(
            frame(40.0, 0.0, 300.0, 200.0).kept_on(&SHEET),
            frame(-100.0, 0.0, 300.0, 200.0)
        );
    }

    #[test]
    fn zooming_keeps_a_point_and_ends_at_both_ends() {
        let all = frame(0.0, 0.0, 1000.0, 2000.0);
        let near = all.zoomed(0.5, [0.25, 1.0], &all);
        assert_eq!(near, frame(125.0, 1000.0, 500.0, 1000.0));
        assert_eq!(near.zoomed(4.0, [0.9, 0.1], &all), all);
        assert_eq!(near.zoomed(0.001, [0.0, 0.0], &all), frame(125.0, 1000.0, 120.0, 240.0));
    }

    #[test]
    fn panning_stops_at_the_edge() {
        let all = frame(0.0, 0.0, 1000.0, 2000.0);
        let part = frame(400.0, 400.0, 100.0, 200.0);
        assert_eq!(part.panned([0.5, -0.5], &all), frame(450.0, 300.0, 100.0, 200.0));
        assert_eq!(part.panned([9.0, 0.0], &all), frame(900.0, 400.0, 100.0, 200.0));
    }

    #[test]
    fn the_sheet_is_moved_to_where_a_view_has_it() {
        let corner = sheet();
        let view = View::new(frame(corner.x + 100.0, corner.y - 50.0, 1000.0, 500.0), 250.0);
        assert_eq!(view.transform(), "translate(-25.0 12.5) scale(0.250000)");
        assert_eq!(View::of_sheet().transform(), "translate(0.0 0.0) scale(1.000000)");
    }

    #[test]
    fn screen_and_plane_are_inverse() {
        let view = View::new(frame(-50.0, -20.0, 100.0, 40.0), 500.0);
        assert_eq!(view.screen(Plane { x: 0.0, y: 0.0 }), Screen { x: 250.0, y: 100.0 });
        assert_eq!(view.plane(Screen { x: 250.0, y: 100.0 }), Plane { x: 0.0, y: 0.0 });
        assert!((view.height() - 200.0).abs() < 1e-9);
    }
}
