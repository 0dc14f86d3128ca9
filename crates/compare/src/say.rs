//! Amounts and dates in the words of a reason.

use crate::book::Entry;
use chrono::NaiveDate;
use claimbook_model::{Figure, Unit};
use rust_decimal::Decimal;

/// An amount with its unit: "42.5%", "$7.1 million", "1,201".
pub(crate) fn amount(value: Decimal, unit: Option<&Unit>) -> String {
    let number = number(value);
    match unit.map_or("", Unit::code) {
        "percent" => format!("{number}%"),
        "percentage_point" => format!("{number} percentage points"),
        "USD" => match number.strip_prefix('-') {
            Some(rest) => format!("-${rest}"),
            None => format!("${number}"),
        },
        code if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) => {
            format!("{number} {code}")
        }
        _ => number,
    }
}

/// A number for reading: grouped digits, "million" and beyond in words when
/// three decimals suffice.
pub(crate) fn number(value: Decimal) -> String {
    let value = value.normalize();
    for (zeros, name) in [(12u32, "trillion"), (9, "billion"), (6, "million")] {
        let scale = Decimal::from(10i64.pow(zeros));
        let scaled = value.checked_div(scale).unwrap_or(value).normalize();
        if value.abs() >= scale && scaled.scale() <= 3 {
            return format!("{} {name}", grouped(scaled));
        }
    }
    grouped(value)
}

fn grouped(value: Decimal) -> String {
    let text = value.to_string();
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.as_str()),
    };
    let (whole, rest) = text
        .split_once('.')
        .map_or((text, None), |(w, r)| (w, Some(r)));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(rest) = rest {
        out.push('.');
        out.push_str(rest);
    }
    out
}

/// The figure as its writer put it, on one line.
pub(crate) fn figure(figure: &Figure) -> String {
    let text = claimbook_model::squeeze(&figure.text);
    if text.is_empty() {
        figure.in_words()
    } else {
        text
    }
}

/// What a figure counts or measures in: "vaccine dose", "percentage point".
pub(crate) fn unit(figure: &Figure) -> String {
    let unit = figure.unit.as_ref();
    unit.map_or_else(
        || "a bare number".to_owned(),
        |u| u.code().replace('_', " "),
    )
}

/// Who prints a claim: the outlet, else the article's id.
pub(crate) fn outlet<'e>(entry: &'e Entry<'_>) -> &'e str {
    let article = entry.from.article;
    article.publisher.as_deref().unwrap_or(&article.id)
}

/// "almost 50% in Port Post (2022-02-17)".
pub(crate) fn witness(entry: &Entry<'_>) -> String {
    let text = entry.figure().map_or_else(String::new, figure);
    let outlet = outlet(entry);
    match entry.from.article.published {
        Some(date) => format!("{text} in {outlet} ({})", day(date)),
        None => format!("{text} in {outlet}"),
    }
}

/// "1 day", "369 days".
pub(crate) fn days(count: i64) -> String {
    if count == 1 {
        "1 day".to_owned()
    } else {
        format!("{count} days")
    }
}

/// A day as written in tables.
pub(crate) fn day(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

/// "a", "a and b", "a, b and c".
pub(crate) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// "1 outlet", "3 outlets".
pub(crate) fn count(n: usize, noun: &str) -> String {
    if n == 1 {
        format!("1 {noun}")
    } else {
        format!("{n} {noun}s")
    }
}

/// A clause as a sentence: a capital and a full stop.
pub(crate) fn sentence(clause: &str) -> String {
    let mut chars = clause.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), chars.as_str())
}

#[cfg(test)]
mod tests {
    use super::{amount, number};
    use claimbook_model::Unit;
    use rust_decimal::Decimal;

    #[test]
    fn numbers_read_as_people_write_them() {
        let table = [
            ("7100000", "7.1 million"),
            ("6227690", "6,227,690"),
            ("42.50", "42.5"),
            ("-1201", "-1,201"),
            ("2400000000", "2.4 billion"),
            ("999", "999"),
        ];
        for (digits, words) in table {
            assert_eq!(number(digits.parse().unwrap()), words);
        }
    }

    #[test]
    fn amounts_carry_their_unit() {
        let value = Decimal::new(425, 1);
        assert_eq!(amount(value, Some(&Unit::new("percent"))), "42.5%");
        assert_eq!(amount(-value, Some(&Unit::new("USD"))), "-$42.5");
        assert_eq!(amount(value, Some(&Unit::new("RUB"))), "42.5 RUB");
        assert_eq!(amount(value, Some(&Unit::new("vaccine dose"))), "42.5");
    }
}
