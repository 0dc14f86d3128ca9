//! A ledger as text, in the one canonical form.
//!
//! Strings are double-quoted, numbers are plain digits, keys stand in the order
//! of the model's types, lists of words in brackets and lists of things as
//! blocks, notes of several lines as they would be read aloud; one blank line before
//! each claim, line feeds only, nothing folded.
//! The same ledger always gives the same bytes.

use crate::quote::{needs_escape, push_quoted};
use crate::{FORMAT, Ledger};
use serde::Serialize;
use serde_yaml::Value;
use std::fmt::Write as _;

/// Blanks per level of nesting.
pub(crate) const STEP: usize = 2;

/// The ledger file of `ledger`. Its first line points editors to the schema, at
/// the place that [`schema_path`] gives for the article's id.
#[must_use]
pub fn emit(ledger: &Ledger) -> String {
    emit_at(ledger, &schema_path(&ledger.article.id))
}

/// The schema's path relative to the ledger file of article `id`: out of the
/// claims folder, and out of one more for each `/` in the id.
#[must_use]
pub fn schema_path(id: &str) -> String {
    let depth = 1 + id.matches('/').count();
    format!("{}.claimbook/ledger-1.schema.json", "../".repeat(depth))
}

/// Like [`emit`], for a file from which the schema is at the relative path `schema`.
#[must_use]
pub fn emit_at(ledger: &Ledger, schema: &str) -> String {
    let mut out = format!("# yaml-language-server: $schema={schema}\nclaimbook: {FORMAT}\n");
    out.push_str("\narticle:\n");
    push_fields(&mut out, &value(&ledger.article), STEP);
    if ledger.claims.is_empty() {
        out.push_str("\nclaims: []\n");
        return out;
    }
    out.push_str("\nclaims:\n");
    for claim in &ledger.claims {
        out.push('\n');
        push_item(&mut out, &value(claim), STEP);
    }
    out
}

/// `data` as an ordered YAML value.
pub(crate) fn value(data: &impl Serialize) -> Value {
    serde_yaml::to_value(data).expect("structs of text, numbers and lists have a YAML value")
}

/// The lines of a mapping, each key at column `indent`.
pub(crate) fn push_fields(out: &mut String, fields: &Value, indent: usize) {
    let entries = fields.as_mapping().into_iter().flatten();
    for (position, (key, value)) in entries.enumerate() {
        if position > 0 || out.ends_with('\n') {
            push_blanks(out, indent);
        }
        push_field(out, key.as_str().unwrap_or_default(), value, indent);
    }
}

/// Lists of claims: one a line, so that git merges what two people add.
const ONE_A_LINE: &[&str] = &["members", "non_members"];

/// `key: value` and a line end; the key is at column `indent`.
pub(crate) fn push_field(out: &mut String, key: &str, value: &Value, indent: usize) {
    push_key(out, key);
    out.push(':');
    let one_a_line = ONE_A_LINE.contains(&key);
    match value {
        Value::Mapping(fields) if !fields.is_empty() => {
            out.push('\n');
            push_fields(out, value, indent + STEP);
        }
        Value::Sequence(items) if one_a_line || items.iter().any(Value::is_mapping) => {
            out.push('\n');
            for item in items {
                push_item(out, item, indent + STEP);
            }
        }
        Value::String(text) if is_literal(key, value) => push_literal(out, text, indent + STEP),
        plain => {
            out.push(' ');
            push_inline(out, plain);
            out.push('\n');
        }
    }
}

/// Whether the value of `key` stands line by line below it: a note of several lines
/// that every reader of YAML reads alike. One with blanks where nobody sees them, with
/// characters that are no text, or with several empty lines in a row is quoted.
pub(crate) fn is_literal(key: &str, value: &Value) -> bool {
    let (true, Some(text)) = (key == "note", value.as_str()) else {
        return false;
    };
    let is_text = |c: char| c == '\n' || !needs_escape(c);
    let body = text.strip_suffix('\n').unwrap_or(text);
    let visible = |line: &str| !line.ends_with(char::is_whitespace);
    body.contains('\n')
        && !body.starts_with(['\n', ' '])
        && !body.ends_with('\n')
        && !body.contains("\n\n\n")
        && text.chars().all(is_text)
        && body.split('\n').all(visible)
}

/// ` |` and the lines of `text` at column `indent`; `|-` where the last one has no end.
fn push_literal(out: &mut String, text: &str, indent: usize) {
    let body = text.strip_suffix('\n');
    out.push_str(if body.is_some() { " |\n" } else { " |-\n" });
    for line in body.unwrap_or(text).split('\n') {
        if !line.is_empty() {
            push_blanks(out, indent);
        }
        out.push_str(line);
        out.push('\n');
    }
}

/// `- ` and a scalar, or a mapping whose first key stands on the same line.
pub(crate) fn push_item(out: &mut String, item: &Value, indent: usize) {
    push_blanks(out, indent);
    out.push_str("- ");
    if item.is_mapping() {
        push_fields(out, item, indent + STEP);
    } else {
        push_inline(out, item);
        out.push('\n');
    }
}

/// Words that some YAML reader takes for something other than text.
const NO_TEXT: &[&str] = &["false", "n", "no", "null", "off", "on", "true", "y", "yes"];

/// A key: bare if it is a plain word (all keys of the format are), else quoted.
fn push_key(out: &mut String, key: &str) {
    let plain = key.starts_with(|c: char| c.is_ascii_lowercase())
        && key
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && !NO_TEXT.contains(&key);
    if plain {
        out.push_str(key);
    } else {
        push_quoted(out, key);
    }
}

/// A scalar, or a list or mapping in brackets.
pub(crate) fn push_inline(out: &mut String, value: &Value) {
    match value {
        Value::String(text) => push_quoted(out, text),
        Value::Number(number) => push_number(out, number),
        Value::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Sequence(items) => {
            out.push('[');
            for (position, item) in items.iter().enumerate() {
                out.push_str(if position > 0 { ", " } else { "" });
                push_inline(out, item);
            }
            out.push(']');
        }
        Value::Mapping(_) => out.push_str("{}"),
        Value::Tagged(tagged) => push_inline(out, &tagged.value),
        Value::Null => out.push_str("null"),
    }
}

/// Plain digits, never an exponent. A fraction comes as a double, whose shortest
/// text has the very digits of the decimal as long as these are at most 15 (the
/// model writes longer ones as text).
fn push_number(out: &mut String, number: &serde_yaml::Number) {
    let written = match (number.as_i64(), number.as_u64(), number.as_f64()) {
        (Some(whole), _, _) => write!(out, "{whole}"),
        (_, Some(whole), _) => write!(out, "{whole}"),
        (_, _, fraction) => write!(out, "{}", fraction.unwrap_or_default()),
    };
    debug_assert!(written.is_ok(), "writing to a string cannot fail");
}

/// `count` blanks.
pub(crate) fn push_blanks(out: &mut String, count: usize) {
    out.extend(std::iter::repeat_n(' ', count));
}

#[cfg(test)]
mod tests {
    use super::push_field;
    use serde_yaml::Value;

    fn field(key: &str, text: &str) -> String {
        let mut out = String::new();
        push_field(&mut out, key, &Value::from(text), 2);
        out
    }

    #[test]
    fn notes_of_several_lines_stand_line_by_line() {
        let table = [
            ("a\nb", "note: |-\n    a\n    b\n"),
            ("a\n\n# b: c\n", "note: |\n    a\n\n    # b: c\n"),
            ("- a\n  - b", "note: |-\n    - a\n      - b\n"),
        ];
        for (text, expected) in table {
            assert_eq!(field("note", text), expected);
        }
    }

    #[test]
    fn notes_that_readers_or_people_could_misread_are_quoted_and_so_are_other_texts() {
        let odd = [
            "a",
            "a\n",
            "\na",
            " a\nb",
            "a \nb",
            "a\n\n\nb",
            "a\nb\n\n",
            "a\r\nb",
            "a\n\tb",
            "a\n\u{202e}b",
            "a\n\u{85}b",
            "a\n\u{feff}",
        ];
        for text in odd {
            assert_eq!(field("note", text).matches('\n').count(), 1, "{text:?}");
        }
        assert_eq!(field("why", "a\nb"), "why: \"a\\nb\"\n");
    }
}
