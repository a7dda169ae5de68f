//! Names made from content, so that a file can be cached for ever.
//!
//! `build.rs` compiles this too: the program asks for the finer base map under the name that `finish`
//! gives it.

/// `page.css` becomes `page-0123456789abcdef.css`.
pub(crate) fn hashed_name(name: &str, content: &[u8]) -> String {
    let hash = fnv1a(content);
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{hash:016x}.{ending}"),
        None => format!("{name}-{hash:016x}"),
    }
}

/// FNV-1a of 64 bits: names have to differ when contents do, not to resist an attacker, and the
/// standard library promises no stable hash.
fn fnv1a(content: &[u8]) -> u64 {
    content.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        // Test vectors of draft-eastlake-fnv.
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_name_keeps_its_stem_and_ending() {
        assert_eq!(hashed_name("page.css", b"foobar"), "page-85944171f73967e8.css");
        assert_eq!(
            hashed_name("partneratlas_bg.wasm", b"foobar"),
            "partneratlas_bg-85944171f73967e8.wasm"
        );
    }
}
