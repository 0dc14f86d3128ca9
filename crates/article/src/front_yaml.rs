//! The YAML of a front matter: known keys into their fields, the others as text.

use crate::id::{id_is_safe, safe_id};
use crate::keys::{DATE_HINT, Key, clip};
use claimbook_model::{ArticleMeta, Offsets};
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};
use std::cell::{Cell, RefCell};
use std::fmt;

/// What is wrong with a block, and where in it.
pub(crate) struct Fault {
    pub(crate) message: String,
    pub(crate) hint: String,
    /// From 1, counted in the block.
    pub(crate) line: usize,
    /// From 1, in code points.
    pub(crate) column: usize,
}

/// Reads the block.
///
/// # Errors
/// Broken YAML, a repeated key, a wrong type, a bad date, an unsafe id.
pub(crate) fn parse(block: &str) -> Result<ArticleMeta, Fault> {
    let blank = |l: &str| l.trim().is_empty() || l.trim_start().starts_with('#');
    if block.lines().all(blank) {
        return Ok(ArticleMeta::default());
    }
    if let Some(fault) = too_deep(block) {
        return Err(fault);
    }
    let notes = Notes {
        refusal: RefCell::new(None),
        budget: Cell::new(block.len() * 2),
    };
    let read = serde_yaml::Deserializer::from_str(block).deserialize_map(Block(&notes));
    read.map_err(|error| {
        let (line, column) = error.location().map_or((1, 1), |l| (l.line(), l.column()));
        let (message, hint) = notes.refusal.take().unwrap_or_else(|| broken(&error));
        Fault {
            message,
            hint,
            line,
            column,
        }
    })
}

/// Most brackets that may be open at once.
const MAX_OPEN: usize = 32;

/// A fault when more brackets are open than [`MAX_OPEN`], in quotes or not: the
/// library needs quadratic time for deep nesting.
fn too_deep(block: &str) -> Option<Fault> {
    let mut open = 0usize;
    for (at, byte) in block.bytes().enumerate() {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        if open > MAX_OPEN {
            let (line, column) = Offsets::new(block).line_column(at);
            return Some(Fault {
                message: format!("the front matter has more than {MAX_OPEN} open brackets"),
                hint: "close them, or write the value as plain text".to_owned(),
                line,
                column,
            });
        }
    }
    None
}

/// Message and hint for what the YAML library refused.
fn broken(error: &serde_yaml::Error) -> (String, String) {
    let full = error.to_string();
    // The library appends the place to its message; it is shown apart.
    let what = full.split(" at line ").next().unwrap_or(&full);
    (
        format!("the front matter is no valid YAML: {what}"),
        "put values that hold `: `, `#`, quotes or brackets in double quotes".to_owned(),
    )
}

/// What the visitors tell their caller besides the result.
struct Notes {
    /// Our own message and hint for an error; the library knows only its place.
    refusal: RefCell<Option<(String, String)>>,
    /// Bytes that texts of other keys may still have. A text is never longer
    /// than the block it stands in, unless aliases multiply it.
    budget: Cell<usize>,
}

impl Notes {
    /// An error with our own words.
    fn refuse<E: Error>(&self, message: String, hint: impl Into<String>) -> E {
        let error = E::custom(&message);
        *self.refusal.borrow_mut() = Some((message, hint.into()));
        error
    }
}

/// Reads the mapping of the block.
struct Block<'n>(&'n Notes);

impl<'de> Visitor<'de> for Block<'_> {
    type Value = ArticleMeta;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("lines of the form `key: value`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ArticleMeta, A::Error> {
        let notes = self.0;
        let mut meta = ArticleMeta::default();
        let mut seen = Vec::new();
        while let Some(name) = map.next_key_seed(Name { seen: &seen, notes })? {
            match Key::named(&name) {
                Some(key) => map.next_value_seed(Known {
                    key,
                    meta: &mut meta,
                    notes,
                })?,
                None => {
                    let text = map.next_value_seed(Plain(notes))?;
                    meta.extra.insert(name.clone(), text);
                }
            }
            seen.push(name);
        }
        Ok(meta)
    }
}

/// Reads a key that must not have been there before.
struct Name<'n> {
    seen: &'n [String],
    notes: &'n Notes,
}

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<String, D::Error> {
        d.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plain key")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<String, E> {
        if self.seen.iter().any(|s| s == name) {
            let message = format!("`{}` stands twice in the front matter", clip(name));
            return Err(self.notes.refuse(message, "keep one of the two lines"));
        }
        Ok(name.to_owned())
    }
}

/// Reads the value of a known key into its field.
struct Known<'n> {
    key: Key,
    meta: &'n mut ArticleMeta,
    notes: &'n Notes,
}

impl Known<'_> {
    /// The error for a value that is no text.
    fn not_text<E: Error>(&self, what: &str) -> E {
        let message = format!("`{}` must be text, not {what}", self.key.name());
        self.notes.refuse(message, "put it in double quotes")
    }
}

impl<'de> DeserializeSeed<'de> for Known<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<(), D::Error> {
        d.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Known<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        if self.key == Key::Id && !value.is_empty() && !id_is_safe(value) {
            let message = format!("`id` cannot name a file: {:?}", clip(value));
            let hint = format!("write {:?}", safe_id(value));
            return Err(self.notes.refuse(message, hint));
        }
        let put = self.key.put(self.meta, value);
        put.map_err(|message| self.notes.refuse(message, DATE_HINT))
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Err(self.not_text("true or false"))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Err(self.not_text("a number"))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Err(self.not_text("a number"))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Err(self.not_text("a number"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(self.not_text("a list"))
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(self.not_text("a block of its own"))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(self.not_text("a tagged value"))
    }
}

/// Reads any value as text: a list as "a, b", a block as "key: a, key: b",
/// numbers in their shortest form.
struct Plain<'n>(&'n Notes);

impl Plain<'_> {
    /// `text`, if the budget allows.
    fn spend<E: Error>(&self, text: String) -> Result<String, E> {
        match self.0.budget.get().checked_sub(text.len()) {
            Some(left) => {
                self.0.budget.set(left);
                Ok(text)
            }
            None => {
                let message = "the front matter multiplies itself by aliases".to_owned();
                Err(self.0.refuse(message, "write the values out"))
            }
        }
    }
}

impl<'de> DeserializeSeed<'de> for Plain<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<String, D::Error> {
        d.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Plain<'_> {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text, a number, a list or a block")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<String, E> {
        self.spend(value.to_owned())
    }

    fn visit_unit<E: Error>(self) -> Result<String, E> {
        Ok(String::new())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<String, E> {
        self.spend(value.to_string())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<String, E> {
        self.spend(value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<String, E> {
        self.spend(value.to_string())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<String, E> {
        self.spend(value.to_string())
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<String, E> {
        self.spend(value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<String, E> {
        self.spend(value.to_string())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<String, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(Plain(self.0))? {
            items.push(item);
        }
        Ok(items.join(", "))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<String, A::Error> {
        let mut items = Vec::new();
        while let Some(key) = map.next_key_seed(Plain(self.0))? {
            let value = map.next_value_seed(Plain(self.0))?;
            items.push(format!("{key}: {value}"));
        }
        Ok(items.join(", "))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<String, A::Error> {
        let message = "the front matter has a YAML tag".to_owned();
        Err(self.0.refuse(message, "put the value in double quotes"))
    }
}
