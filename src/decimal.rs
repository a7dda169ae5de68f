//! Numbers with decimals as text, by way of whole numbers: what `{:.1}` brings along of the standard
//! library takes 11 kB of the Wasm.

use std::fmt;

/// A number as so many parts of one, written with as many decimals as these have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    count: i64,
    /// How many make one: a power of ten.
    parts: u64,
    decimals: usize,
}

/// A number to one decimal: 2.04 becomes `2.0`.
#[must_use]
pub fn tenths(number: f64) -> Decimal {
    Decimal { count: whole(number * 10.0), parts: 10, decimals: 1 }
}

/// A number to six decimals, as scales need them.
#[must_use]
pub fn millionths(number: f64) -> Decimal {
    Decimal { count: whole(number * 1e6), parts: 1_000_000, decimals: 6 }
}

/// The nearest whole number, or the even one of two that are as near. What no `i64` holds becomes
/// the last one that does; what is no number becomes 0.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "saturates, as the comment says")]
pub fn whole(number: f64) -> i64 {
    number.round_ties_even() as i64
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { count, parts, decimals } = *self;
        let sign = if count < 0 { "-" } else { "" };
        let size = count.unsigned_abs();
        write!(f, "{sign}{}.{:0decimals$}", size / parts, size % parts)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn there_is_one_decimal_and_no_minus_before_nothing() {
        let told = [0.0, 2.04, -0.04, -0.06, 9.96, -120.5, 14.0].map(|x| tenths(x).to_string());
        assert_eq!(told, ["0.0", "2.0", "0.0", "-0.1", "10.0", "-120.5", "14.0"]);
        let told = [0.0, 0.054_321, 1.5, -2.000_000_4].map(|x| millionths(x).to_string());
        assert_eq!(told, ["0.000000", "0.054321", "1.500000", "-2.000000"]);
    }

    #[test]
    fn any_number_can_be_written() {
        assert_eq!(tenths(f64::NAN).to_string(), "0.0");
        assert_eq!(tenths(f64::INFINITY).to_string(), "922337203685477580.7");
        assert_eq!(tenths(f64::NEG_INFINITY).to_string(), "-922337203685477580.8");
    }

    proptest! {
        #[test]
        fn it_is_what_the_standard_library_writes(number in -1e12..1e12_f64, small in -2e3..2e3_f64) {
            for number in [number, small] {
                // Half-way between two, the standard library looks at digits that ten times the
                // number no longer has; and it writes a minus before nothing.
                let from_half = ((number * 10.0).rem_euclid(1.0) - 0.5).abs();
                prop_assume!(from_half > 1e-2 && number.abs() > 0.5);
                prop_assert_eq!(tenths(number).to_string(), format!("{number:.1}"));
                prop_assert_eq!(whole(number).to_string(), format!("{number:.0}"));
            }
        }
    }
}
