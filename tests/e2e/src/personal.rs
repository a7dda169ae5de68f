//! Finding mailboxes and telephone numbers in any text, machine code among it.

/// Every mailbox in a text: `name@host.tld`, also as `name(at)host.tld`.
#[must_use]
pub fn mailboxes(text: &str) -> Vec<String> {
    let text = text.replace("(at)", "@").replace("[at]", "@");
    text.match_indices('@').filter_map(|(at, _)| mailbox_at(&text, at)).collect()
}

fn mailbox_at(text: &str, at: usize) -> Option<String> {
    let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
    let in_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    let in_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let name = before.rsplit(|c| !in_name(c)).next()?.trim_start_matches('.');
    let host = after.split(|c| !in_host(c)).next()?.trim_end_matches(['.', '-']);
    let (domain, top) = host.rsplit_once('.')?;
    let is_host = !domain.is_empty() && top.len() >= 2 && top.chars().all(char::is_alphabetic);
    (!name.is_empty() && is_host).then(|| format!("{name}@{host}"))
}

/// The fewest and the most digits of a Swedish number with its area code: 08-12 34 56 and
/// 0123-12 34 56 78.
const NATIONAL: std::ops::RangeInclusive<usize> = 8..=11;

/// The same with a country's code.
const INTERNATIONAL: std::ops::RangeInclusive<usize> = 9..=15;

/// Every telephone number in a text: with a country's code (`+46 11 15 00 00`, `0046…`), with an
/// area code and a dash or a slash after it (`011-15 00 00`), or a Swedish mobile number written
/// in one (`0701234567`).
///
/// Dates (2016-02-01), codes of municipalities (0581), hashes and coordinates are none.
#[must_use]
pub fn telephone_numbers(text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut rest = 0;
    while let Some((start, number)) = next_run(text, rest) {
        rest = start + number.len();
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        // In the middle of a word, a hash or a longer number.
        if before.is_some_and(|c| c.is_alphanumeric() || "._-/=&#".contains(c)) {
            continue;
        }
        let number = number.trim_end_matches(|c: char| !c.is_ascii_digit());
        if is_number(number) {
            numbers.push(number.to_owned());
        }
    }
    numbers
}

/// The next run of digits and of what stands between the digits of a number.
fn next_run(text: &str, from: usize) -> Option<(usize, &str)> {
    let rest = text.get(from..)?;
    let start = rest.find(|c: char| c.is_ascii_digit() || c == '+')?;
    let run = rest.get(start..)?;
    let is_part = |(at, c): (usize, char)| {
        c.is_ascii_digit() || (at == 0 && c == '+') || " \u{A0}-–/()".contains(c)
    };
    let end = run.char_indices().find(|&part| !is_part(part)).map_or(run.len(), |(end, _)| end);
    // Two words apart are two numbers.
    let run = run.get(..end.max(1))?;
    let end = ["  ", " -", "- ", ") ("].iter().filter_map(|gap| run.find(gap)).min();
    Some((from + start, run.get(..end.unwrap_or(run.len()).max(1))?))
}

fn is_number(run: &str) -> bool {
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    if run.starts_with('+') {
        return INTERNATIONAL.contains(&digits.len());
    }
    if digits.starts_with("0046") {
        return INTERNATIONAL.contains(&(digits.len() - 2));
    }
    let code = run.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let is_area = digits.starts_with('0') && !digits.starts_with("00");
    let is_parted = (2..=4).contains(&code.len())
        && run
            .get(code.len()..)
            .is_some_and(|rest| rest.starts_with(['-', '–', '/', ' ', '\u{A0}']));
    let is_mobile = digits.len() == 10
        && ["070", "072", "073", "076", "079"].iter().any(|start| digits.starts_with(start));
    is_area && (is_mobile || is_parted && NATIONAL.contains(&digits.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn planted_mailboxes_are_caught() {
        for text in [
            "Kontakt: anna.svensson@norrkoping.se.",
            "mailto:anna@exempel.kommun.se\"",
            "anna(at)norrkoping.se",
            "\u{0}\u{1}kommun@tyreso.se\u{2}",
        ] {
            assert_eq!(mailboxes(text).len(), 1, "{text}");
        }
        assert_eq!(mailboxes("<a@b.se>, c@d.nu"), ["a@b.se", "c@d.nu"]);
    }

    #[test]
    fn what_only_looks_like_a_mailbox_is_let_through() {
        for text in ["@media (width)", "npm@1.2.3", "a@b", "@param x.y", "$ref@", "e@m!f.se"] {
            assert_eq!(mailboxes(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn planted_telephone_numbers_are_caught() {
        for text in [
            "Ring 011-15 00 00.",
            "tfn 08-578 291 00,",
            "070-123 45 67",
            "036/10 50 00",
            "011 15 00 00",
            "08 123 456 78",
            "0701234567",
            "076 123 45 67",
            "+46 11 15 00 00",
            "+46(0)8-578 291 00",
            "href=\"tel:+4611150000\"",
            "0046 11 15 00 00",
            "+254 20 123 4567",
            "\u{0}0140-12 34 56\u{1}",
        ] {
            assert_eq!(telephone_numbers(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_telephone_number_is_let_through() {
        for text in [
            "2016-02-01/2018-01-31",
            "\"code\": \"0581\", \"0680\"",
            "[35.2699, 0.5204]",
            "M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z",
            "11\u{A0}313\u{A0}135 kr",
            "sha384-Vl+4611150000abc",
            "page-0123456789abcdef.css",
            "2021–2023",
            "0.5204-0.123456",
            "https://example.se/2016/0701234567",
            "2014-2020 (02-01)",
        ] {
            assert_eq!(telephone_numbers(text), [""; 0], "{text}");
        }
    }
}
