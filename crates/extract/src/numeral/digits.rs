//! Numbers in digits: separators, groups set apart by blanks, powers of ten.

use crate::class::Class;
use crate::doc::Doc;
use crate::quantity;
use crate::token::{Kind, Shape};
use rust_decimal::Decimal;

/// Longest run of digits and separators that is read; 28 digits are exact.
const LONGEST: usize = 40;

/// The number in digits at `at` with its powers, and where it ends.
pub(super) fn number(doc: &Doc<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    if !doc.is_kind(at, Kind::Number) {
        return None;
    }
    let (value, next) = match decimal_comma(doc, at, end).or_else(|| grouped(doc, at, end)) {
        Some(found) => found,
        None => (plain(doc.text_of(at))?, at + 1),
    };
    match power(doc, value, next, end) {
        Some(raised) => Some(raised),
        None if power_ends(doc, next, end).is_some() => None,
        None => Some((value, next)),
    }
}

/// Where a number ends whose power of ten leaves more than 28 digits: it is left alone.
pub(super) fn beyond_reach(doc: &Doc<'_>, at: usize, end: usize) -> Option<usize> {
    let digits = doc.is_kind(at, Kind::Number);
    digits.then(|| power_ends(doc, at + 1, end)).flatten()
}

/// Where the power of ten at `at` ends, whatever it is.
fn power_ends(doc: &Doc<'_>, at: usize, end: usize) -> Option<usize> {
    if at >= end {
        return None;
    }
    if exponent_word(doc, at).is_some() {
        return Some(at + 1);
    }
    let (_, next) = ten_to_the(doc, at, end)?;
    Some(next)
}

/// "×10^6", "x 10−3": the exponent and where it ends.
fn ten_to_the(doc: &Doc<'_>, at: usize, end: usize) -> Option<(i32, usize)> {
    let times = matches!(doc.text_of(at), "×" | "x" | "X" | "*");
    if !times || doc.text_of(at + 1) != "10" || at + 1 >= end {
        return None;
    }
    let caret = at + 2 + usize::from(doc.is_mark(at + 2, b'^'));
    let signed = caret > at + 2 || !doc.is_kind(caret, Kind::Number);
    exponent(doc, caret, end).filter(|_| signed)
}

/// The value of digits with separators; `None` for what only looks like a number
/// ("192.168.1.2") or is too long.
pub(super) fn plain(text: &str) -> Option<Decimal> {
    if text.len() > LONGEST || !text.is_ascii() {
        return None;
    }
    let stops = text.bytes().filter(|b| *b == b'.').count();
    let groups = || text.split('.').skip(1).all(|group| group.len() == 3);
    if stops > 1 && (text.contains(',') || !groups()) {
        return None;
    }
    let mut digits = [0u8; LONGEST + 1];
    let mut length = 0;
    for b in text.bytes() {
        if b == b',' || b == b'.' && stops > 1 {
            continue;
        }
        if length == 0 && b == b'.' {
            digits[0] = b'0';
            length = 1;
        }
        digits[length] = b;
        length += 1;
    }
    let digits = std::str::from_utf8(&digits[..length]).ok()?;
    Decimal::from_str_exact(digits).ok()
}

/// A decimal comma where nothing else makes sense: "1.111,25"; "is 1,3" and "1,3%" but not
/// "1,3 and 5".
fn decimal_comma(doc: &Doc<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let (comma, below) = (at + 1, at + 2);
    let glued = |i: usize| i < end && doc.has_shape(i, Shape::GLUED);
    let inside = below < end && doc.is_mark(comma, b',') && glued(comma) && glued(below);
    let decimals = doc.text_of(below);
    let longer = doc.is_mark(below + 1, b',') && glued(below + 1) && glued(below + 2);
    if !inside || !is_digits(decimals) || decimals.len() > 2 || longer {
        return None;
    }
    let whole = doc.text_of(at);
    let mut groups = whole.split('.').skip(1).peekable();
    let thousands = groups.peek().is_some() && groups.all(|g| g.len() == 3);
    let led = at.checked_sub(1).is_some_and(|before| {
        doc.can_be(before, Class::BE) || quantity::money_before(doc, at) || doc.is(before, "=")
    });
    let followed = doc.is_mark(below + 1, b'%') || doc.can_be(below + 1, Class::SCALE);
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let plain_whole = !whole.contains([',', '.']);
    (thousands || plain_whole && (led || followed))
        .then(|| plain(&format!("{digits}.{decimals}")))?
        .map(|value| (value, below + 1))
}

/// Thousands set apart by blanks: "33 790", "1 234 567.89".
fn grouped(doc: &Doc<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let first = doc.text_of(at);
    if first.len() > 3 || first.starts_with('0') || !is_digits(first) || follows_month(doc, at) {
        return None;
    }
    let mut value = plain(first)?;
    let mut i = at + 1;
    while i < end && doc.is_kind(i, Kind::Number) && !doc.has_shape(i, Shape::GLUED) {
        let text = doc.text_of(i);
        let whole = text.split('.').next().unwrap_or(text);
        if whole.len() != 3 || !is_digits(whole) || i > at + 8 {
            break;
        }
        let group = plain(text)?;
        value = value
            .checked_mul(Decimal::ONE_THOUSAND)?
            .checked_add(group)?;
        i += 1;
        if text.len() > 3 {
            break;
        }
    }
    (i > at + 1).then_some((value, i))
}

fn follows_month(doc: &Doc<'_>, at: usize) -> bool {
    at > 0 && doc.can_be(at - 1, Class::MONTH)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// What raises or scales the number by a power: "×10^6", "x 10−3", "e-5", "^3".
fn power(doc: &Doc<'_>, value: Decimal, at: usize, end: usize) -> Option<(Decimal, usize)> {
    if at >= end {
        return None;
    }
    if let Some(exponent) = exponent_word(doc, at) {
        return Some((quantity::times_ten(value, exponent)?, at + 1));
    }
    if doc.is_mark(at, b'^') {
        let (exponent, next) = exponent(doc, at + 1, end)?;
        return Some((raised(value, exponent)?, next));
    }
    let (exponent, next) = ten_to_the(doc, at, end)?;
    Some((quantity::times_ten(value, exponent)?, next))
}

/// "e6", "e-5" glued to the digits.
fn exponent_word(doc: &Doc<'_>, at: usize) -> Option<i32> {
    let text = doc.text_of(at);
    let digits = text.strip_prefix(['e', 'E'])?;
    let glued = doc.has_shape(at, Shape::GLUED) && digits.len() <= 3;
    glued.then(|| digits.parse().ok()).flatten()
}

/// A small whole exponent with its sign.
fn exponent(doc: &Doc<'_>, at: usize, end: usize) -> Option<(i32, usize)> {
    let sign = matches!(doc.text_of(at), "-" | "\u{2212}" | "\u{2013}" | "+");
    let negative = sign && doc.text_of(at) != "+";
    let digits = at + usize::from(sign);
    if digits >= end || doc.text_of(digits).len() > 3 {
        return None;
    }
    let exponent: i32 = doc.text_of(digits).parse().ok()?;
    Some((if negative { -exponent } else { exponent }, digits + 1))
}

/// `value` to a whole power; `None` beyond 28 digits.
fn raised(value: Decimal, exponent: i32) -> Option<Decimal> {
    if exponent.unsigned_abs() > 64 {
        return None;
    }
    let power = (0..exponent.unsigned_abs())
        .try_fold(Decimal::ONE, |product, _| product.checked_mul(value))?;
    if exponent >= 0 {
        return Some(power);
    }
    Decimal::ONE.checked_div(power)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn separators_are_read_and_lookalikes_refused() {
        for (text, value) in [
            ("1,234,567.89", Some("1234567.89")),
            ("12,34,567", Some("1234567")),
            ("1.234.567", Some("1234567")),
            (".25", Some("0.25")),
            ("007", Some("7")),
            ("192.168.1.2", None),
            ("12.5.2020", None),
        ] {
            assert_eq!(
                plain(text).map(|d| d.to_string()).as_deref(),
                value,
                "{text}"
            );
        }
        assert_eq!(plain(&"9".repeat(60)), None);
    }
}
