//! What was found where in one article: the layers that `annotate` shows.
//!
//! Spans are bytes of the article's text; [`crate::Offsets`] turns them into
//! code points at output.

use crate::{
    Bound, Claim, Dimension, Direction, Form, Kind, Modality, Number, Period, Span, Stance, Style,
    Unit,
};
use chrono::NaiveDate;

/// One reason for a result: what it is evidence of, and the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Because {
    /// The rule, or what the words show in a few words ("bound-before", "head noun").
    pub what: &'static str,
    /// The words.
    pub span: Span,
}

/// A quantity in the text and what it measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The words from hedge to unit ("almost 50%"); a counted noun is part of it.
    pub span: Span,
    /// The number words alone, with scale ("50", "7.2 million").
    pub number: Span,
    /// The amount, or the first end in text order.
    pub value: Number,
    /// The other end of a range or from-to pair, in text order.
    pub value_max: Option<Number>,
    /// One number, a range, or old and new level.
    pub form: Form,
    /// How the writer hedged.
    pub bound: Bound,
    /// The unit.
    pub unit: Option<Unit>,
    /// Where the unit stands.
    pub unit_span: Option<Span>,
    /// The dimension; needed besides the unit, since years may be an age.
    pub dimension: Dimension,
    /// Which way it went, by the governing verb or predicate.
    pub change: Option<Direction>,
    /// Which way it went, by the verb or else by a noun of change ("a 3% drop").
    pub direction: Option<Direction>,
    /// Level, change, running total ...
    pub kind: Kind,
    /// Content words of the sentence that the figure is about, copied, blank-separated.
    pub concept: String,
    /// What is counted or measured, as ledger and rows call it.
    pub measure: String,
    /// Where it holds.
    pub place: Option<String>,
    /// Parties of a mutual measure.
    pub between: Vec<String>,
    /// Names in the clause.
    pub about: Vec<String>,
    /// The whole that it is a part of.
    pub part_of: Option<String>,
    /// How firmly it is put; `None` for plain facts.
    pub modality: Option<Modality>,
    /// When it holds.
    pub period: Option<Period>,
    /// What a change is measured against.
    pub baseline: Option<Period>,
    /// Index of the quantity that this one converts.
    pub conversion_of: Option<usize>,
    /// The rule that made it.
    pub rule: &'static str,
    /// Why the other fields are as they are.
    pub because: Vec<Because>,
}

/// The source of an attribution: as written, and whom it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The words.
    pub spans: Vec<Span>,
    /// The resolved full name.
    pub name: Option<String>,
    /// Office or description.
    pub role: Option<String>,
    /// How sure the resolution is, 0 to 100.
    pub confidence: u8,
    /// The rule that resolved it, or that says why it stayed open.
    pub rule: &'static str,
    /// What it was resolved by.
    pub because: Vec<Because>,
}

/// Who said what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// The speaker; `None` where the text names nobody.
    pub source: Option<Source>,
    /// The words of saying.
    pub cue: Vec<Span>,
    /// What was said; several pieces when the cue stands in the middle.
    pub content: Vec<Span>,
    /// Direct, indirect or mixed.
    pub style: Style,
    /// The speaker's attitude.
    pub stance: Stance,
    /// How far it was said at all: negated ("did not say"), forecast ("will say"), planned
    /// ("is expected to say"), possible ("may say"); `None` where it was said.
    pub modality: Option<Modality>,
    /// Whether it lies inside another attribution's content.
    pub nested: bool,
    /// Index of that other attribution.
    pub outer: Option<usize>,
    /// The day of the utterance.
    pub said_on: Option<NaiveDate>,
    /// Where or to whom it was said.
    pub venue: Option<Span>,
    /// The rule that made it.
    pub rule: &'static str,
    /// Why the other fields are as they are.
    pub because: Vec<Because>,
}

/// A date or span of time in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    /// The words.
    pub span: Span,
    /// What they mean, read against the date of publication.
    pub value: Period,
    /// The rule that made it.
    pub rule: &'static str,
}

/// A number that is no amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftAlone {
    /// The number.
    pub span: Span,
    /// The rule that leaves it alone.
    pub rule: &'static str,
    /// The words that say so.
    pub because: Vec<Because>,
}

/// A claim and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundClaim {
    /// The claim, without an id yet (ids are minted by the ledger).
    pub claim: Claim,
    /// The figure with its hedge, or the words said.
    pub at: Span,
    /// The sentence.
    pub sentence: Span,
    /// Index of its quantity.
    pub quantity: Option<usize>,
    /// Index of its attribution.
    pub attribution: Option<usize>,
}

/// All layers of one article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Annotations {
    /// Sentences, in order.
    pub sentences: Vec<Span>,
    /// Quantities, in text order.
    pub quantities: Vec<Quantity>,
    /// Attributions, by the first word of cue or content.
    pub attributions: Vec<Attribution>,
    /// Dates, in text order.
    pub dates: Vec<DateMention>,
    /// Claims, in text order.
    pub claims: Vec<FoundClaim>,
    /// Numbers that are no amounts, in text order; empty unless asked for.
    pub left_alone: Vec<LeftAlone>,
}
