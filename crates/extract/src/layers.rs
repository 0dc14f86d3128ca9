//! What the stages hand to each other: one struct per layer.

use claimbook_model::annotation::Because;
use claimbook_model::{
    Bound, Dimension, Direction, Form, Kind, Modality, Number, Period, Span, Unit,
};
use std::ops::Range;

/// A number in digits or words, before anything is known of its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// Its tokens, scale words included ("7.2 million", "two and a half").
    pub(crate) tokens: Range<usize>,
    /// The same in bytes.
    pub(crate) span: Span,
    /// Its value, or the lower end of a vague one ("dozens").
    pub(crate) value: Number,
    /// The upper end of a vague one ("dozens", "tens of thousands").
    pub(crate) vague_max: Option<Number>,
    /// The value of the scale word or letter that it ends in.
    pub(crate) scale: Option<Number>,
    /// The rule that read it.
    pub(crate) rule: &'static str,
}

/// A date or span of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Date {
    /// Its tokens, the preposition left out.
    pub(crate) tokens: Range<usize>,
    /// The same in bytes.
    pub(crate) span: Span,
    /// What it means, read against the date of publication; `None` for a clock time or
    /// a relative date in an article without a date.
    pub(crate) value: Option<Period>,
    /// The rule that read it.
    pub(crate) rule: &'static str,
}

/// An amount: one or two numerals with hedge, unit and direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Amount {
    /// From hedge to unit.
    pub(crate) tokens: Range<usize>,
    /// The number words with scale (and currency sign), without hedge and unit noun.
    pub(crate) number: Range<usize>,
    /// The first number in text order.
    pub(crate) value: Number,
    /// The second one of a range or from-to pair.
    pub(crate) value_max: Option<Number>,
    /// One number, a range, or old and new level.
    pub(crate) form: Form,
    /// How the writer hedged.
    pub(crate) bound: Bound,
    /// The unit.
    pub(crate) unit: Option<Unit>,
    /// Where the unit stands.
    pub(crate) unit_tokens: Option<Range<usize>>,
    /// The dimension.
    pub(crate) dimension: Dimension,
    /// Which way it went, by the governing verb or predicate.
    pub(crate) change: Option<Direction>,
    /// The token that says so.
    pub(crate) change_word: Option<usize>,
    /// How the change is measured: "by" and bare amounts are differences, "to" gives the new level.
    pub(crate) change_to_level: bool,
    /// Index of the amount that this one converts.
    pub(crate) conversion_of: Option<usize>,
    /// The rule that made it.
    pub(crate) rule: &'static str,
    /// Why.
    pub(crate) because: Vec<Because>,
}

/// What an amount measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Frame {
    /// Content words of the sentence that the figure is about, copied.
    pub(crate) concept: String,
    /// What is counted or measured.
    pub(crate) measure: String,
    /// Level, change, running total ...
    pub(crate) kind: Kind,
    /// Which way it went, by verb or noun.
    pub(crate) direction: Option<Direction>,
    /// Where it holds.
    pub(crate) place: Option<String>,
    /// Parties of a mutual measure.
    pub(crate) between: Vec<String>,
    /// Names in the clause.
    pub(crate) about: Vec<String>,
    /// The whole that it is a part of.
    pub(crate) part_of: Option<String>,
    /// How firmly it is put.
    pub(crate) modality: Option<Modality>,
    /// When it holds.
    pub(crate) period: Option<Period>,
    /// What a change is measured against.
    pub(crate) baseline: Option<Period>,
    /// Why.
    pub(crate) because: Vec<Because>,
}
