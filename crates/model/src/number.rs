//! Exact numbers, read and written as plain digits.

use rust_decimal::Decimal;
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// Up to so many significant digits a number survives readers that hold it as
/// a binary double; longer ones are written as text.
const EXACT_IN_DOUBLE: usize = 15;

/// Digits that a number may be written with, before and after the point; a decimal of
/// 96 bits holds any 28 of them exactly.
const MAX_DIGITS: usize = 28;

/// Characters of a wrong number that its error repeats.
const SHOWN: usize = 60;

/// An exact decimal number (28 digits), without trailing zeros.
///
/// In YAML and JSON it is a plain number up to 15 significant digits and
/// a string of digits beyond, so that no reader rounds it unseen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Number(Decimal);

/// Text that is no plain decimal number, or one with more than 28 digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberError(String);

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.0;
        if let Some((end, _)) = text.char_indices().nth(SHOWN) {
            let start = &text[..end];
            return write!(
                f,
                "`{start}...` is no number of at most {MAX_DIGITS} digits"
            );
        }
        let plain: String = text
            .chars()
            .filter(|c| !matches!(c, ',' | '_' | ' '))
            .collect();
        if plain != *text && plain.parse::<Number>().is_ok() {
            write!(f, "`{text}` has separators: write {plain}")
        } else {
            write!(
                f,
                "`{text}` is not a plain decimal number of at most {MAX_DIGITS} digits"
            )
        }
    }
}

impl std::error::Error for NumberError {}

impl Number {
    /// The decimal itself.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }

    /// Digits that carry information: 7200000 has two, 0.050 has one.
    #[must_use]
    pub fn significant_digits(self) -> usize {
        let digits = self.0.mantissa().unsigned_abs().to_string();
        digits.trim_end_matches('0').len().max(1)
    }
}

impl From<Decimal> for Number {
    fn from(value: Decimal) -> Self {
        let value = value.normalize();
        Self(if value.is_zero() {
            Decimal::ZERO
        } else {
            value
        })
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self::from(Decimal::from(value))
    }
}

impl FromStr for Number {
    type Err = NumberError;
    fn from_str(text: &str) -> Result<Self, NumberError> {
        let plain = text.strip_prefix('-').unwrap_or(text);
        let shaped = plain.starts_with(|c: char| c.is_ascii_digit())
            && plain.ends_with(|c: char| c.is_ascii_digit())
            && plain.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            && plain.len() - plain.matches('.').count() <= MAX_DIGITS;
        let value = if shaped {
            Decimal::from_str_exact(text).ok()
        } else {
            None
        };
        value
            .map(Self::from)
            .ok_or_else(|| NumberError(text.to_owned()))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let text = self.to_string();
        if self.significant_digits() > EXACT_IN_DOUBLE {
            return s.serialize_str(&text);
        }
        if let Ok(whole) = text.parse::<i64>() {
            return s.serialize_i64(whole);
        }
        match (text.parse::<i128>(), text.parse::<f64>()) {
            (Ok(whole), _) => s.serialize_i128(whole),
            (_, Ok(fraction)) => s.serialize_f64(fraction),
            _ => s.serialize_str(&text),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_any(NumberVisitor)
    }
}

/// Accepts whole numbers, fractions (by their shortest text) and digit strings.
struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plain decimal number such as 7200000 or 7.2")
    }

    fn visit_i64<E: Error>(self, v: i64) -> Result<Number, E> {
        Ok(Number::from(v))
    }

    fn visit_u64<E: Error>(self, v: u64) -> Result<Number, E> {
        Ok(Number::from(Decimal::from(v)))
    }

    fn visit_i128<E: Error>(self, v: i128) -> Result<Number, E> {
        self.visit_str(&v.to_string())
    }

    fn visit_u128<E: Error>(self, v: u128) -> Result<Number, E> {
        self.visit_str(&v.to_string())
    }

    fn visit_f64<E: Error>(self, v: f64) -> Result<Number, E> {
        self.visit_str(&v.to_string())
    }

    fn visit_str<E: Error>(self, v: &str) -> Result<Number, E> {
        v.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_DIGITS, Number};
    use proptest::prelude::*;

    #[test]
    fn plain_numbers_and_long_ones_as_text() {
        let json = |t: &str| serde_json::to_string(&t.parse::<Number>().unwrap()).unwrap();
        assert_eq!(json("7200000"), "7200000");
        assert_eq!(json("7.20"), "7.2");
        assert_eq!(json("-0.5"), "-0.5");
        assert_eq!(json("100000000000000000000"), "100000000000000000000");
        assert_eq!(json("1234567890123456.5"), "\"1234567890123456.5\"");
    }

    #[test]
    fn separators_are_refused_with_the_plain_form() {
        let error = "7,200,000".parse::<Number>().unwrap_err().to_string();
        assert_eq!(error, "`7,200,000` has separators: write 7200000");
        for bad in ["", "-", "7.", ".5", "1e3", "0x10", "1..2", "+7", "٣"] {
            assert!(bad.parse::<Number>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_number_may_have_so_many_digits_and_no_more() {
        let half = "9".repeat(MAX_DIGITS / 2);
        for text in ["9".repeat(MAX_DIGITS), format!("-{half}.{half}")] {
            assert_eq!(text.parse::<Number>().unwrap().to_string(), text);
            let error = format!("{text}9").parse::<Number>().unwrap_err();
            assert!(error.to_string().contains("at most 28 digits"), "{error}");
        }
        let error = "1".repeat(1_000_000).parse::<Number>().unwrap_err();
        assert!(error.to_string().len() < 120, "{error}");
    }

    proptest! {
        #[test]
        fn json_and_yaml_round_trip(mantissa in any::<i64>(), scale in 0u32..12) {
            let number = Number::from(rust_decimal::Decimal::new(mantissa, scale));
            let json = serde_json::to_string(&number).unwrap();
            prop_assert_eq!(serde_json::from_str::<Number>(&json).unwrap(), number);
            let yaml = serde_yaml::to_string(&number).unwrap();
            prop_assert_eq!(serde_yaml::from_str::<Number>(&yaml).unwrap(), number);
        }
    }
}
