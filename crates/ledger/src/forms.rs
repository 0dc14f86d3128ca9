//! The forms of scalars: what is wrong with one, and how it would be right.

use crate::catalogue::{UNKNOWN_WORD, WRONG_VALUE};
use crate::fields::Shape;
use crate::nearest::nearest;
use crate::{Check, FORMAT};
use chrono::NaiveDate;
use claimbook_model::{Number, Period};

/// Digits beyond which a fraction without quotation marks would be rounded.
const EXACT_DIGITS: usize = 15;

/// What a shape asks for, in words.
pub(crate) fn expected(shape: Shape) -> &'static str {
    match shape {
        Shape::Number | Shape::Format => "a number",
        Shape::Date => "a day, YYYY-MM-DD",
        Shape::Period => "a date or span of time",
        Shape::Flag => "true or false",
        Shape::Claims => "the name of a claim",
        Shape::Word(_) => "one word",
        _ => "a text",
    }
}

/// Whether `text`, the value of the key `name`, has the right form; else the check, the
/// message and the hint. `bare` tells that it stands without quotation marks.
pub(crate) fn fits(
    shape: Shape,
    name: &str,
    text: &str,
    bare: bool,
) -> Result<(), (&'static Check, String, String)> {
    let wrong = |message: String, hint: &str| Err((&WRONG_VALUE, message, hint.to_owned()));
    match shape {
        Shape::Word(words) if !words.contains(&text) => {
            let hint =
                nearest(text, words.iter().copied()).map(|w| format!("did you mean `{w}`? "));
            let hint = format!("{}allowed: {}", hint.unwrap_or_default(), words.join(", "));
            Err((&UNKNOWN_WORD, format!("unknown {name} `{text}`"), hint))
        }
        Shape::Number => match text.parse::<Number>() {
            Err(error) => wrong(
                format!("`{name}`: {error}"),
                "write plain digits such as 7200000 or 7.2",
            ),
            Ok(number)
                if bare && text.contains('.') && number.significant_digits() > EXACT_DIGITS =>
            {
                let message = format!("`{name}` has more than {EXACT_DIGITS} significant digits");
                wrong(
                    message,
                    "put it in quotation marks, so that no reader rounds it",
                )
            }
            Ok(_) => Ok(()),
        },
        Shape::Date if text.parse::<NaiveDate>().is_err() => wrong(
            format!("`{name}`: `{text}` is no day"),
            "write it as \"2022-02-17\"",
        ),
        Shape::Period => match text.parse::<Period>() {
            Err(error) => wrong(format!("`{name}`: {error}"), "periods are EDTF text"),
            Ok(_) => Ok(()),
        },
        Shape::Flag if !matches!(text, "true" | "false") => wrong(
            format!("`{name}` must be true or false"),
            "write true, or delete the line",
        ),
        Shape::Format if text != FORMAT.to_string() => wrong(
            format!("`{name}` is the number of the format"),
            "write `claimbook: 1`",
        ),
        Shape::Id if !is_id(text) => wrong(
            format!("`{text}` is no claim id"),
            "an id is c- and small letters or digits; extract mints ids for new claims",
        ),
        Shape::Claims if !is_claim_name(text) => wrong(
            format!("`{text}` is no name of a claim"),
            "write it as \"ARTICLE#c-...\"; `claimbook list` shows the names",
        ),
        _ => Ok(()),
    }
}

/// An article's id, `#`, and a claim's id.
fn is_claim_name(text: &str) -> bool {
    text.rsplit_once('#')
        .is_some_and(|(article, id)| !article.is_empty() && is_id(id))
}

/// `c-` and small letters or digits.
fn is_id(text: &str) -> bool {
    text.strip_prefix("c-").is_some_and(|rest| {
        !rest.is_empty()
            && rest
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}
