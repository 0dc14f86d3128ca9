//! The words of Claimbook as plain types.
//!
//! Every other crate speaks in these words and none of them is redefined
//! elsewhere: an [`Article`] holds text and metadata; a [`Claim`] is one checkable
//! assertion in it, with a [`Figure`], a speaker ([`SaidBy`]), or both, and the
//! [`Review`] that people gave it; [`annotation`] holds what was found where.
//!
//! This crate knows no files, no YAML, no rules of language and no terminal.
//! Values are exact decimals, dates are calendar dates, spans are byte ranges.

pub mod annotation;
mod article;
mod claim;
mod figure;
mod number;
mod period;
mod review;
mod rule;
mod source;
mod span;
mod text;
mod unit;
mod words;

pub use article::{Article, ArticleMeta};
pub use claim::{ArticleEdit, Claim, Quote};
pub use figure::{Bound, Direction, Figure, Form, Kind, Modality};
pub use number::{Number, NumberError};
pub use period::{Grain, Moment, Period, PeriodError};
pub use review::{Evidence, Fix, Reading, Review, Verdict, Waiver};
pub use rule::Rule;
pub use source::{SaidBy, Stance, Style};
pub use span::{Offsets, Span};
pub use text::{find_words, fold, squeeze};
pub use unit::{Dimension, Unit};
pub use words::UnknownWord;
