//! The graticule: meridians and parallels.

use super::basemap::Line;
use super::projection::Projection;
use super::sheet::{projection, sheet};
use crate::catalogue::Point;

/// Degrees from one line to the next.
const STEP: u8 = 10;

/// Degrees between two points of a line: meridians and parallels bend on the plane.
const SAMPLE: u8 = 5;

/// Meridians and parallels of every tenth degree, as far as the sheet and no farther.
#[must_use]
pub fn graticule() -> Vec<Line> {
    let degrees = |from: i16, to: i16, step: u8| (from..=to).step_by(step.into()).map(f64::from);
    let meridians = degrees(-60, 100, STEP).map(|lon| {
        let points = degrees(-50, 80, SAMPLE).map(move |lat| Point { lon, lat });
        points.collect::<Vec<_>>()
    });
    let parallels = degrees(-50, 80, STEP).map(|lat| {
        let points = degrees(-70, 110, SAMPLE).map(move |lon| Point { lon, lat });
        points.collect::<Vec<_>>()
    });
    meridians.chain(parallels).flat_map(|line| on_sheet(&line)).collect()
}

/// The parts of a line whose points, or their neighbours, lie on the sheet.
fn on_sheet(line: &[Point]) -> Vec<Line> {
    let projection = projection();
    let sheet = sheet();
    let mut parts: Vec<Line> = vec![Line::new()];
    for step in line.windows(2) {
        let ends: Vec<_> = step.iter().map(|point| projection.project(*point)).collect();
        match (parts.last_mut(), ends.as_slice()) {
            (Some(part), [from, to]) if sheet.contains(*from) || sheet.contains(*to) => {
                if part.is_empty() {
                    part.push(*from);
                }
                part.push(*to);
            }
            (Some(part), _) if !part.is_empty() => parts.push(Line::new()),
            _ => {}
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_equator_and_the_polar_circles_neighbours_are_there_and_nothing_far_away() {
        let lines = graticule();
        let at = |lon: f64, lat: f64| projection().project(Point { lon, lat });
        for (lon, lat) in [(20.0, 0.0), (20.0, 60.0), (30.0, -30.0), (-10.0, 40.0)] {
            let crossing = at(lon, lat);
            let through = lines.iter().filter(|line| line.contains(&crossing)).count();
            assert_eq!(through, 2, "a meridian and a parallel meet at {lon}, {lat}");
        }
        let far = sheet().resized(2.0 * sheet().width, 2.0 * sheet().height);
        assert!(lines.iter().flatten().all(|point| far.contains(*point)));
    }
}
