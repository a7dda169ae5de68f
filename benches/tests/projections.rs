//! The comparison of projections: its formulas beside an independent program's, and its document.
//!
//! The figures are those of PROJ (by way of pyproj 3), made by these lines:
//!
//! ```python
//! from pyproj import Proj
//! def factors(definition):
//!     for town in [(20.2253, 67.8557), (36.8219, -1.2921), (18.4241, -33.9249)]:
//!         f = Proj(definition + " +R=6371007.2").get_factors(*town)
//!         print(f"({f.areal_scale:.4f}, {f.angular_distortion:.3f})")
//! factors("+proj=laea +lat_0=17 +lon_0=17")
//! factors("+proj=eqearth +lon_0=17")
//! factors("+proj=aea +lat_1=-17 +lat_2=53 +lon_0=17")
//! factors("+proj=stere +lat_0=17 +lon_0=17")
//! factors("+proj=eqc +lon_0=17")
//! factors("+proj=merc +lon_0=17")
//! factors("+proj=lcc +lat_1=43 +lat_2=62 +lon_0=10 +lat_0=0")
//! ```

use partneratlas::atlas::{Basemap, distance};
use partneratlas::catalogue::Point;
use partneratlas_benches::projections::{Indicatrix, TOWNS, candidates, tables};

const DOCUMENT: &str = include_str!("../../docs/projections.md");

/// Drawn area for true area and the most that an angle is wrong, in degrees, at Kiruna, Nairobi and Cape
/// Town.
#[rustfmt::skip]
const FACTORS: [(&str, [(f64, f64); 3]); 7] = [
    ("Lambert azimuthal: the atlas", [(1.0000, 11.676), (1.0000, 3.155), (1.0000, 11.697)]),
    ("Equal Earth", [(1.0000, 51.136), (1.0000, 17.000), (1.0000, 5.548)]),
    ("Albers conic", [(1.0000, 41.424), (1.0000, 14.322), (1.0000, 23.951)]),
    ("Stereographic", [(1.5042, 0.000), (1.1165, 0.000), (1.5053, 0.000)]),
    ("Plate carrée", [(2.6529, 53.808), (1.0003, 0.015), (1.2052, 10.676)]),
    ("Mercator", [(7.0381, 0.000), (1.0005, 0.000), (1.4524, 0.000)]),
    ("Lambert conformal conic", [(1.0543, 0.000), (2.0926, 0.000), (8.0013, 0.000)]),
];

#[test]
fn the_document_has_the_tables_that_the_program_prints() {
    let tables = tables(&candidates(), &Basemap::embedded().unwrap());
    assert!(
        DOCUMENT.contains(&tables),
        "docs/projections.md does not have these tables; \
         `cargo run -p partneratlas-benches --bin projections` prints them:\n{tables}"
    );
}

#[test]
fn scales_and_angles_are_those_of_proj() {
    for (candidate, (name, factors)) in candidates().iter().zip(FACTORS) {
        assert_eq!(candidate.short, name);
        for (town, (area, angle)) in [0, 3, 4].into_iter().zip(factors) {
            let (town, point) = TOWNS[town];
            let ours = Indicatrix::of(candidate.projection.as_ref(), point);
            assert!((ours.area - area).abs() < 1e-4, "{name}, {town}: {ours:?}, not {area}");
            assert!((ours.angle - angle).abs() < 1e-2, "{name}, {town}: {ours:?}, not {angle}°");
        }
    }
}

#[test]
fn a_projected_point_leads_back() {
    for candidate in candidates() {
        for (lon, lat) in (-40..=80)
            .step_by(8)
            .flat_map(|lon| (-60..=80).step_by(7).map(move |lat| (f64::from(lon), f64::from(lat))))
        {
            let point = Point { lon, lat };
            let back = candidate.projection.invert(candidate.projection.project(point)).unwrap();
            assert!(distance(point, back) < 1e-3, "{}: {point:?}, {back:?}", candidate.name);
        }
    }
}
