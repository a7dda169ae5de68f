//! Sine and cosine of degrees.

/// The coefficients of sin(x) ÷ x and of cos(x) in powers of x²: Taylor's series, as far as an eighth of
/// a turn needs.
const SINE: [f64; 8] = [
    1.0,
    -1.0 / 6.0,
    1.0 / 120.0,
    -1.0 / 5_040.0,
    1.0 / 362_880.0,
    -1.0 / 39_916_800.0,
    1.0 / 6_227_020_800.0,
    -1.0 / 1_307_674_368_000.0,
];
const COSINE: [f64; 9] = [
    1.0,
    -1.0 / 2.0,
    1.0 / 24.0,
    -1.0 / 720.0,
    1.0 / 40_320.0,
    -1.0 / 3_628_800.0,
    1.0 / 479_001_600.0,
    -1.0 / 87_178_291_200.0,
    1.0 / 20_922_789_888_000.0,
];

/// Sine and cosine of an angle in degrees. These fold to an eighth of a turn without an error, where the
/// standard library has to be ready for any number of radians, which takes 2 kB of the Wasm.
pub(crate) fn sin_cos(degrees: f64) -> (f64, f64) {
    let quarters = (degrees / 90.0).round_ties_even();
    let x = (degrees - quarters * 90.0).to_radians();
    let series = |terms: &[f64]| terms.iter().rfold(0.0, |sum, term| sum * x * x + term);
    let (sin, cos) = (x * series(&SINE), series(&COSINE));
    #[expect(clippy::cast_possible_truncation, reason = "an angle on the globe has few quarters")]
    match (quarters as i32).rem_euclid(4) {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quarters_are_exact() {
        let quarters = [-180.0, -90.0, 0.0, 90.0, 180.0, 270.0, 360.0].map(sin_cos);
        let exact = [(0, -1), (-1, 0), (0, 1), (1, 0), (0, -1), (-1, 0), (0, 1)];
        assert_eq!(quarters, exact.map(|(sin, cos)| (f64::from(sin), f64::from(cos))));
        assert!(sin_cos(f64::NAN).0.is_nan() && sin_cos(f64::INFINITY).1.is_nan());
    }

    proptest! {
        #[test]
        fn it_is_what_the_standard_library_finds(degrees in -720.0..720.0_f64) {
            let (sin, cos) = sin_cos(degrees);
            let (std_sin, std_cos) = degrees.to_radians().sin_cos();
            // Most of the difference is that of the radians.
            prop_assert!((sin - std_sin).abs() < 4e-15 && (cos - std_cos).abs() < 4e-15);
        }
    }
}
