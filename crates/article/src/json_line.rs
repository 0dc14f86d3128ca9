//! One line of a JSON stream to one article: the hot path of archives.
//!
//! Keys are `id`, `text`, `title`, `publisher`, `agency`, `published`, `author`,
//! `place`, `url`; null is allowed, other keys are skipped, an empty text is a
//! record. The `id` is kept exactly, since the answer carries it back; who makes
//! a file of it must ask [`crate::id_is_safe`] first.

use crate::decode::refuse_large;
use crate::error::{ErrorKind, ReadError};
use crate::join::{self, Read};
use crate::keys::{DATE_HINT, Key};
use claimbook_model::ArticleMeta;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::error::Category;
use serde_json::value::RawValue;
use std::cell::Cell;
use std::fmt;

/// Reads one JSON object. `defaults` fill what the record does not say.
///
/// # Errors
/// Broken JSON, a missing `text`, a value of the wrong type, a repeated key, a
/// bad date, a line over [`crate::MAX_BYTES`]. The line number is 1: only the
/// caller knows which line of a stream this is.
pub fn read_json_line(line: &str, defaults: &ArticleMeta) -> Result<Read, ReadError> {
    refuse_large(line.len())?;
    let mut record = Record::default();
    let mut json = serde_json::Deserializer::from_str(line);
    let parsed = Object(&mut record)
        .deserialize(&mut json)
        .and_then(|()| json.end());
    match (parsed, record.text.take()) {
        (Err(error), _) => Err(refusal(&error, record, line)),
        (Ok(()), None) => Err(no_text(record, line)),
        (Ok(()), Some(text)) => Ok(join::article(record.meta, text, defaults)),
    }
}

/// What was read of a line so far.
#[derive(Default)]
struct Record {
    meta: ArticleMeta,
    text: Option<String>,
    /// Which keys were met, a bit each; see [`Field::bit`].
    seen: u16,
    /// The key whose value is being read.
    at: Option<Field>,
    /// What is wrong with that value.
    fault: Option<Fault>,
}

/// What is wrong with a key or its value; a wrong type is told by the library.
enum Fault {
    Repeated,
    Value(String),
}

/// A key of the record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Text,
    Meta(Key),
}

impl Field {
    /// The field of that name.
    fn named(name: &str) -> Option<Self> {
        match name {
            "text" => Some(Self::Text),
            _ => Key::named(name).map(Self::Meta),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Meta(key) => key.name(),
        }
    }

    /// A bit of its own.
    const fn bit(self) -> u16 {
        match self {
            Self::Text => 1,
            Self::Meta(key) => 2 << key as u16,
        }
    }
}

/// Reads the object into a record, which keeps what was read when it fails.
struct Object<'r>(&'r mut Record);

impl<'de> DeserializeSeed<'de> for Object<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<(), D::Error> {
        d.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Object<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object such as {\"id\": \"...\", \"text\": \"...\"}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let record = self.0;
        while let Some(field) = map.next_key_seed(FieldName)? {
            let Some(field) = field else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            record.at = Some(field);
            if record.seen & field.bit() != 0 {
                record.fault = Some(Fault::Repeated);
                return Err(A::Error::custom("repeated key"));
            }
            record.seen |= field.bit();
            map.next_value_seed(FieldValue { field, record })?;
            record.at = None;
        }
        Ok(())
    }
}

/// Reads a key without keeping it.
struct FieldName;

impl<'de> DeserializeSeed<'de> for FieldName {
    type Value = Option<Field>;

    fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<Option<Field>, D::Error> {
        d.deserialize_str(self)
    }
}

impl Visitor<'_> for FieldName {
    type Value = Option<Field>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, name: &str) -> Result<Option<Field>, E> {
        Ok(Field::named(name))
    }
}

/// Reads text or null into a field.
struct FieldValue<'r> {
    field: Field,
    record: &'r mut Record,
}

impl<'de> DeserializeSeed<'de> for FieldValue<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<(), D::Error> {
        d.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for FieldValue<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text or null")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<(), E> {
        if self.field == Field::Text {
            self.record.text = Some(value);
            return Ok(());
        }
        self.visit_str(&value)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        let Field::Meta(key) = self.field else {
            self.record.text = Some(value.to_owned());
            return Ok(());
        };
        key.put(&mut self.record.meta, value).map_err(|message| {
            self.record.fault = Some(Fault::Value(message));
            E::custom("bad value")
        })
    }
}

/// The refusal of a line that has no text.
fn no_text(record: Record, line: &str) -> ReadError {
    let hint = "every record has its article in `text`; an article without words has \"\"";
    let error = ReadError::whole(ErrorKind::Json, "`text` is missing or null", hint);
    with_id(error, record).at(line, 0)
}

/// The refusal of a line that the parser stopped at.
fn refusal(error: &serde_json::Error, mut record: Record, line: &str) -> ReadError {
    let fault = record.fault.take();
    let field = record.at.filter(|_| error.classify() == Category::Data);
    let Some(field) = field else {
        let at = byte_of(line, error.line(), error.column());
        let hint = "write one JSON object per line";
        let message = format!("no valid record: {}", without_place(error));
        return with_id(ReadError::whole(ErrorKind::Json, message, hint), record).at(line, at);
    };
    let nth = usize::from(matches!(fault, Some(Fault::Repeated)));
    let (message, hint) = match fault {
        Some(Fault::Repeated) => {
            let message = format!("`{}` stands twice in the record", field.name());
            (message, "keep one of the two")
        }
        Some(Fault::Value(message)) => (message, DATE_HINT),
        None => {
            let message = format!("`{}`: {}", field.name(), without_place(error));
            (message, "put the value in double quotes, or write null")
        }
    };
    let at = value_start(line, field, nth).unwrap_or_default();
    with_id(ReadError::whole(ErrorKind::Json, message, hint), record).at(line, at)
}

/// `error` with the id of the record, if it was read.
fn with_id(error: ReadError, record: Record) -> ReadError {
    let id = Some(record.meta.id).filter(|id| !id.is_empty());
    ReadError { id, ..error }
}

/// The library's message without the place that it appends.
fn without_place(error: &serde_json::Error) -> String {
    let full = error.to_string();
    let end = full.rfind(" at line ").unwrap_or(full.len());
    full[..end].to_owned()
}

/// The byte of a line and column (from 1, in bytes) as the library counts them.
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let before = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start: usize = before.map(str::len).sum();
    (start + column.saturating_sub(1)).min(text.len())
}

/// The byte where the value of the `nth` (from 0) key `field` of the object begins.
fn value_start(line: &str, field: Field, nth: usize) -> Option<usize> {
    let found = Cell::new(None);
    let mut json = serde_json::Deserializer::from_str(line);
    let search = Locate {
        field,
        left: nth,
        found: &found,
    };
    // It stops at the value, which the library takes for an error.
    let _stopped = json.deserialize_map(search);
    found.get().map(|at: usize| at - line.as_ptr() as usize)
}

/// Finds the address of a value.
struct Locate<'f> {
    field: Field,
    left: usize,
    found: &'f Cell<Option<usize>>,
}

impl<'de> Visitor<'de> for Locate<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(field) = map.next_key_seed(FieldName)? {
            let value = map.next_value::<&'de RawValue>()?;
            if field != Some(self.field) {
                continue;
            }
            if self.left == 0 {
                self.found.set(Some(value.get().as_ptr() as usize));
                return Ok(());
            }
            self.left -= 1;
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "tests/json_line.rs"]
mod tests;
