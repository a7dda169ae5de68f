//! Reads the embedded catalogue: JSON as `serde_json` writes it, without white space and exponents.
//!
//! A reader of any JSON takes a tenth of the Wasm. This one has no words for errors, and it expects
//! the fields of a structure in the order of their type, in which they are written. Derived code
//! then takes them one by one and keeps no place for what may come at any time. A field that is left
//! out looks like the end to it, where the default takes its place.

use std::borrow::Cow;
use std::{fmt, slice};

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;

/// A text that cannot be read: it is not such JSON, or it was written for another type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the catalogue's JSON is damaged")
    }
}

impl std::error::Error for Damaged {}

impl Error for Damaged {
    /// Without the words: what the build wrote has been read by it, too.
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Reads the value that a text holds.
///
/// # Errors
/// The text does not hold a `T`, or more than that.
pub fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Damaged> {
    let mut reader = Reader { rest: text, levels: 100 };
    let value = T::deserialize(&mut reader)?;
    if reader.rest.is_empty() { Ok(value) } else { Err(Damaged) }
}

struct Reader<'de> {
    /// What is left to read.
    rest: &'de str,
    /// How many more brackets may be open at once, so that no text exhausts the stack.
    levels: u8,
}

impl<'de> Reader<'de> {
    /// Steps over a text, if it comes next.
    fn skip(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn expect(&mut self, text: &str) -> Result<(), Damaged> {
        if self.skip(text) { Ok(()) } else { Err(Damaged) }
    }

    fn take(&mut self, length: usize) -> Result<&'de str, Damaged> {
        let (text, rest) = self.rest.split_at_checked(length).ok_or(Damaged)?;
        self.rest = rest;
        Ok(text)
    }

    /// What stands before the first byte that ends it.
    fn until(&mut self, is_end: fn(u8) -> bool) -> Result<&'de str, Damaged> {
        self.take(self.rest.bytes().position(is_end).unwrap_or(self.rest.len()))
    }

    /// Borrowed where it holds no escape.
    fn text(&mut self) -> Result<Cow<'de, str>, Damaged> {
        self.expect("\"")?;
        let mut text = Cow::Borrowed("");
        loop {
            text += self.until(|byte| matches!(byte, b'"' | b'\\' | ..b' '))?;
            if self.skip("\"") {
                return Ok(text);
            }
            text.to_mut().push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Result<char, Damaged> {
        self.expect("\\")?;
        Ok(match self.take(1)? {
            "\"" => '"',
            "\\" => '\\',
            "/" => '/',
            "b" => '\u{8}',
            "f" => '\u{C}',
            "n" => '\n',
            "r" => '\r',
            "t" => '\t',
            "u" => {
                let first = self.unit()?;
                // Beyond the first 65 536, a character is a pair.
                let is_pair = matches!(first, 0xD800..0xDC00) && self.skip("\\u");
                let second = if is_pair { self.unit()? } else { 0 };
                return char::decode_utf16([first, second]).next().ok_or(Damaged)?.or(Err(Damaged));
            }
            _ => return Err(Damaged),
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u16, Damaged> {
        let mut digits = self.take(4)?.chars();
        let unit = digits.try_fold(0, |unit, digit| Some(unit << 4 | digit.to_digit(16)?));
        unit.and_then(|unit| u16::try_from(unit).ok()).ok_or(Damaged)
    }

    /// The digits of a number, and how many of them stand behind the point.
    fn number(&mut self) -> Result<(i64, usize), Damaged> {
        let is_negative = self.skip("-");
        let text = self.until(|byte| !matches!(byte, b'0'..=b'9' | b'.'))?;
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        if whole.is_empty() || text.ends_with('.') {
            return Err(Damaged);
        }
        // A second point is below `0`.
        let add = |number: i64, digit: u8| {
            number.checked_mul(10)?.checked_add(digit.checked_sub(b'0')?.into())
        };
        let digits = whole.bytes().chain(fraction.bytes()).try_fold(0, add).ok_or(Damaged)?;
        Ok((if is_negative { -digits } else { digits }, fraction.len()))
    }

    /// Steps over a bracket, to what stands behind it.
    fn open(
        &mut self,
        bracket: &str,
        names: Option<&'static [&'static str]>,
    ) -> Result<Items<'_, 'de>, Damaged> {
        self.levels = self.levels.checked_sub(1).ok_or(Damaged)?;
        self.expect(bracket)?;
        Ok(Items { reader: self, before: "", names: names.map(<[_]>::iter) })
    }

    fn close(&mut self, bracket: &str) -> Result<(), Damaged> {
        self.levels += 1;
        self.expect(bracket)
    }
}

/// Digits with a point among them: exact, since both are exact as floats.
#[expect(clippy::cast_precision_loss, reason = "the digits are below 2^53")]
fn decimal(digits: i64, places: usize) -> Result<f64, Damaged> {
    if digits.unsigned_abs() >> f64::MANTISSA_DIGITS != 0 || places > 22 {
        return Err(Damaged);
    }
    Ok(digits as f64 / (0..places).fold(1.0, |power, _| power * 10.0))
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Damaged;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        match self.rest.as_bytes().first() {
            Some(b'"') => self.deserialize_string(visitor),
            Some(b'[') => self.deserialize_seq(visitor),
            Some(b'{') => {
                let value = visitor.visit_map(self.open("{", None)?)?;
                self.close("}").map(|()| value)
            }
            Some(b't' | b'f') => self.deserialize_bool(visitor),
            Some(b'n') => self.expect("null").and_then(|()| visitor.visit_unit()),
            _ => match self.number()? {
                (number, 0) => visitor.visit_i64(number),
                (digits, places) => visitor.visit_f64(decimal(digits, places)?),
            },
        }
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        let (number, 0) = self.number()? else { return Err(Damaged) };
        visitor.visit_i64(number)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        let (digits, places) = self.number()?;
        visitor.visit_f64(decimal(digits, places)?)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        let is_true = self.skip("true");
        if is_true || self.skip("false") { visitor.visit_bool(is_true) } else { Err(Damaged) }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        match self.text()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        if self.skip("null") { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Damaged> {
        let value = visitor.visit_seq(self.open("[", None)?)?;
        self.close("]").map(|()| value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Damaged> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Damaged> {
        let value = visitor.visit_seq(self.open("{", Some(fields))?)?;
        self.close("}").map(|()| value)
    }

    /// Of a variant without content, which is its name.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Damaged> {
        let name = self.text()?;
        let found = (0_u32..).zip(variants).find(|(_, variant)| **variant == name);
        visitor.visit_enum(found.ok_or(Damaged)?.0.into_deserializer())
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Damaged> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u128 f32 char str bytes byte_buf unit unit_struct tuple_struct
        map identifier ignored_any
    }
}

/// What stands between two brackets, one after the other.
struct Items<'a, 'de> {
    reader: &'a mut Reader<'de>,
    /// What stands before the next: nothing, then a comma.
    before: &'static str,
    /// The fields of a structure, which only `deserialize_struct` knows.
    names: Option<slice::Iter<'static, &'static str>>,
}

impl Items<'_, '_> {
    /// Steps to the next, if there is one.
    fn step(&mut self) -> Option<()> {
        let rest = self.reader.rest.strip_prefix(self.before)?;
        self.reader.rest = match &mut self.names {
            Some(names) => {
                rest.strip_prefix('"')?.strip_prefix(names.next()?)?.strip_prefix("\":")?
            }
            None if rest.starts_with([']', '}']) => return None,
            None => rest,
        };
        self.before = ",";
        Some(())
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Damaged;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Damaged> {
        self.step().map(|()| seed.deserialize(&mut *self.reader)).transpose()
    }
}

impl<'de> MapAccess<'de> for Items<'_, 'de> {
    type Error = Damaged;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Damaged> {
        self.next_element_seed(seed)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Damaged> {
        self.reader.expect(":")?;
        seed.deserialize(&mut *self.reader)
    }
}
