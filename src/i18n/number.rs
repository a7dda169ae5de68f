//! Numbers and money.

use crate::catalogue::{Currency, Lang, Money};
use crate::decimal::tenths;

/// No-break space: a number is never torn apart at the end of a line.
const NBSP: char = '\u{A0}';

/// A whole number in groups of three: `11 313 135`, in English `11,313,135`.
#[must_use]
pub fn number_text(number: u64, lang: Lang) -> String {
    let digits = number.to_string();
    let separator = match lang {
        Lang::Sv => NBSP,
        Lang::En => ',',
    };
    // Four digits stay together, as Swedish and most English style guides have it.
    if digits.len() <= 4 {
        return digits;
    }
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A number of a source with at most one decimal: `1,1`, in English `1.1`.
#[must_use]
pub fn decimal_text(number: f64, lang: Lang) -> String {
    let text = tenths(number).to_string();
    let whole = text.strip_suffix(".0").and_then(|whole| whole.parse().ok());
    match (whole, lang) {
        (Some(whole), _) => number_text(whole, lang),
        (None, Lang::Sv) => text.replace('.', ","),
        (None, Lang::En) => text,
    }
}

/// An amount with its currency: `11 313 135 kr`, in English `SEK 11,313,135`.
#[must_use]
pub fn money_text(money: Money, lang: Lang) -> String {
    let amount = number_text(money.amount, lang);
    match (lang, money.currency) {
        (Lang::Sv, Currency::Sek) => format!("{amount}{NBSP}kr"),
        (Lang::Sv, Currency::Eur) => format!("{amount}{NBSP}euro"),
        (Lang::En, Currency::Sek) => format!("SEK{NBSP}{amount}"),
        (Lang::En, Currency::Eur) => format!("EUR{NBSP}{amount}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_people_write_them() {
        let money = Money { amount: 11_313_135, currency: Currency::Sek };
        assert_eq!(money_text(money, Lang::Sv), "11\u{A0}313\u{A0}135\u{A0}kr");
        assert_eq!(money_text(money, Lang::En), "SEK\u{A0}11,313,135");
        assert_eq!(number_text(2026, Lang::Sv), "2026");
        assert_eq!(number_text(100_000, Lang::Sv), "100\u{A0}000");
        assert_eq!(decimal_text(1.1, Lang::Sv), "1,1");
        assert_eq!(decimal_text(39.0, Lang::En), "39");
    }
}
