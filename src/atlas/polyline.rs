//! Numbers in the base map's text: Google's "encoded polyline" digits.
//!
//! Five bits a character, the lowest first, 32 more where another character follows, all plus 63;
//! the sign in the lowest bit.
//! <https://developers.google.com/maps/documentation/utilities/polylinealgorithm>

/// A number takes at most this many characters: 30 bits hold every delta of a grid of the globe.
const LONGEST: u32 = 6;

/// The next number and the rest of the text; `None` if there is none or it does not end.
pub(super) fn number(text: &[u8]) -> Option<(i32, &[u8])> {
    let (mut bits, mut shift) = (0_i32, 0);
    let mut rest = text;
    while let [byte, after @ ..] = rest {
        let digit = byte.checked_sub(63).filter(|digit| *digit < 64)?;
        bits |= i32::from(digit & 0x1f) << shift;
        rest = after;
        if digit < 32 {
            return Some(((bits >> 1) ^ -(bits & 1), rest));
        }
        shift += 5;
        if shift >= 5 * LONGEST {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn googles_example_is_read() {
        assert_eq!(number(b"`~oia@rest"), Some((-17_998_321, b"rest".as_slice())));
        assert_eq!(number(b"?"), Some((0, b"".as_slice())));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for wrong in [b"".as_slice(), b"_", b"_ ", b" ", b"________@", b"\xff"] {
            assert_eq!(number(wrong), None, "{wrong:?}");
        }
    }
}
