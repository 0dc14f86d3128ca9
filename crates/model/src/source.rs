//! Who said it, with which word, and how.

use crate::words::{as_text, words};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

words! {
    /// How the words are rendered.
    Style, "style", {
        /// All in quotation marks.
        Direct = "direct",
        /// None in quotation marks.
        Indirect = "indirect",
        /// Partly in quotation marks.
        Mixed = "mixed",
    }
}

words! {
    /// The speaker's attitude to the words.
    Stance, "stance", {
        /// Says so.
        Asserts = "asserts",
        /// Says so, with the writer's distance (claims, alleges).
        Claims = "claims",
        /// Agrees that it is so (confirms, admits).
        Confirms = "confirms",
        /// Says that it is not so.
        Denies = "denies",
        /// Fears that it will be so.
        Warns = "warns",
        /// Expects that it will be so.
        Predicts = "predicts",
        /// Undertakes to make it so.
        Promises = "promises",
        /// Wants it to be so (calls for, urges, demands).
        Urges = "urges",
        /// Asks whether it is so.
        Asks = "asks",
        /// Suggests that it may be so.
        Suggests = "suggests",
        /// Would not say (declines to comment, did not say).
        Declines = "declines",
    }
}

/// The speaker of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SaidBy {
    /// The resolved name; absent when the article does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The speaker as written at this place; absent where the text names nobody
    /// ("it was reported").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_written: Option<String>,
    /// The speaker's office or description in this article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The word or words of saying; absent for a bare dash or colon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue: Option<String>,
    /// Direct, indirect or mixed.
    pub style: Style,
    /// The attitude; left out when it is plain assertion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    /// The words said, where they are not simply the one quoted piece of the sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The day of the utterance, where the text gives one.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "as_text")]
    pub said_on: Option<NaiveDate>,
    /// Where or to whom ("told Sputnik in an interview").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    /// Who passed it on, when the words are reported at second hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
}

impl SaidBy {
    /// The resolved name, else the words of the text, else "unnamed".
    #[must_use]
    pub fn label(&self) -> &str {
        self.name
            .as_deref()
            .or(self.as_written.as_deref())
            .unwrap_or("unnamed")
    }
}
