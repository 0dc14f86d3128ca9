//! What people decided on a claim.

use crate::words::{as_text, words};
use crate::{Bound, Direction, Kind, Modality, Number, Period, Stance, Unit};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

words! {
    /// Whether the tool read the sentence right.
    Reading, "reading", {
        /// Nobody has looked.
        Open = "open",
        /// Read right.
        Ok = "ok",
        /// Read wrong and put right in `fix`.
        Fixed = "fixed",
        /// Read wrong; the claim stays out of comparisons.
        Wrong = "wrong",
    }
}

words! {
    /// Whether the claim holds.
    Verdict, "verdict", {
        /// Nobody has decided.
        Open = "open",
        /// Evidence supports it.
        Supported = "supported",
        /// Evidence contradicts evidence.
        Disputed = "disputed",
        /// Evidence contradicts it.
        False = "false",
        /// It held once.
        Outdated = "outdated",
        /// Nothing can settle it.
        NotCheckable = "not_checkable",
    }
}

/// The review of one claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Did the tool read it right?
    pub reading: Reading,
    /// Does it hold?
    pub verdict: Verdict,
    /// The figure or words that were judged, in one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub saw: Option<String>,
    /// Who judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "as_text")]
    pub date: Option<NaiveDate>,
    /// Why, in the reviewer's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What the verdict rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl Default for Review {
    fn default() -> Self {
        Self {
            reading: Reading::Open,
            verdict: Verdict::Open,
            saw: None,
            by: None,
            date: None,
            note: None,
            evidence: Vec::new(),
        }
    }
}

impl Review {
    /// Whether a person has put anything here.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        *self != Self::default()
    }
}

/// A source that a verdict rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Where it stands.
    pub url: String,
    /// An archived copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<String>,
    /// The words there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// The value there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    /// When it was looked at.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "as_text")]
    pub retrieved: Option<NaiveDate>,
}

/// Human corrections of machine fields; the machine's values stay where they are.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)] // each field corrects the field of the same name
pub struct Fix {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value_max: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modality: Option<Modality>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    #[serde(skip_serializing_if = "Option::is_none", with = "as_text")]
    pub said_on: Option<NaiveDate>,
    /// Why the machine's value was wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl Fix {
    /// Whether nothing is corrected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A finding of `check` that people accept for this claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// The finding's name.
    pub rule: String,
    /// Why it is accepted.
    pub reason: String,
}
