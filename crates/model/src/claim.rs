//! A claim: one checkable assertion in one article.

use crate::{Figure, Fix, Review, SaidBy, Waiver, fold};
use serde::{Deserialize, Serialize};

/// The sentence that makes the claim, with what stands around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The sentence, verbatim, white space [`squeeze`](crate::squeeze)d.
    pub exact: String,
    /// Up to 32 characters before it, cut at a word.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prefix: String,
    /// Up to 32 characters after it, cut at a word.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub suffix: String,
}

/// What an outlet changed in its article after the claim was first read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticleEdit {
    /// The field that changed.
    pub field: String,
    /// What it was.
    pub was: String,
}

/// One checkable assertion in one article: a figure, an attributed statement,
/// or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// `c-` and 8 characters; unique in its article, minted once, kept from then on.
    pub id: String,
    /// The sentence.
    pub quote: Quote,
    /// The figure, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// The speaker; absent when the outlet speaks itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<SaidBy>,
    /// Human corrections of the fields above.
    #[serde(default, skip_serializing_if = "Fix::is_empty")]
    pub fix: Fix,
    /// What people decided.
    #[serde(default)]
    pub review: Review,
    /// Findings accepted for this claim.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waive: Vec<Waiver>,
    /// What the outlet changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ArticleEdit>,
    /// Whether the article no longer makes the claim.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
}

/// What stands between the parts of [`Claim::saw_line`].
const SAW_PARTS: &str = " · ";

impl Claim {
    /// The claim with human corrections applied.
    #[must_use]
    pub fn effective(&self) -> Self {
        let mut claim = self.clone();
        let fix = std::mem::take(&mut claim.fix);
        if let Some(figure) = &mut claim.figure {
            apply_to_figure(figure, &fix);
        }
        if let Some(said_by) = &mut claim.said_by {
            put(&mut said_by.name, fix.name);
            put(&mut said_by.role, fix.role);
            put(&mut said_by.stance, fix.stance);
            put(&mut said_by.said_on, fix.said_on);
        }
        claim
    }

    /// The claim in one short line: the figure in words, else the words said.
    #[must_use]
    pub fn as_judged(&self) -> String {
        let claim = self.effective();
        match &claim.figure {
            Some(figure) => figure.in_words(),
            None => claim.words_said().to_owned(),
        }
    }

    /// What a reviewer judges, in one line: the figure in words, what it measures and
    /// when ("nearly 50 percent · bilateral trade, up · 2021 over 2020"), else the words
    /// said. A review stores it as `saw`.
    #[must_use]
    pub fn saw_line(&self) -> String {
        let claim = self.effective();
        match &claim.figure {
            Some(figure) => [figure.in_words(), figure.of_what(), figure.when()].join(SAW_PARTS),
            None => claim.words_said().to_owned(),
        }
    }

    /// Where `saw`, a line of a review, says something else than the claim does now: what
    /// differs, as it was and as it is. A line of the figure alone, as people write it
    /// by hand, speaks of the figure alone.
    #[must_use]
    pub fn differs_from(&self, saw: &str) -> Option<(String, String)> {
        let now = if saw.contains(SAW_PARTS) {
            self.saw_line()
        } else {
            self.as_judged()
        };
        if saw == now {
            return None;
        }
        let [was, is] = [saw, &now].map(|line| line.split(SAW_PARTS).collect::<Vec<_>>());
        if was.len() != is.len() {
            return Some((saw.to_owned(), now));
        }
        let pairs = was.into_iter().zip(is).filter(|(was, is)| was != is);
        let (was, is): (Vec<&str>, Vec<&str>) = pairs.unzip();
        Some((was.join(SAW_PARTS), is.join(SAW_PARTS)))
    }

    /// The words said: as recorded, else the one quoted piece of the sentence,
    /// else the whole sentence.
    #[must_use]
    pub fn words_said(&self) -> &str {
        let recorded = self.said_by.as_ref().and_then(|s| s.words.as_deref());
        recorded.unwrap_or_else(|| quoted_piece(&self.quote.exact).unwrap_or(&self.quote.exact))
    }

    /// Whether two claims make the same statement in the same words, numbers included.
    #[must_use]
    pub fn same_words(&self, other: &Self) -> bool {
        let figure = |c: &Self| c.figure.as_ref().map(|f| fold(&f.text));
        fold(&self.quote.exact) == fold(&other.quote.exact) && figure(self) == figure(other)
    }
}

fn put<T>(field: &mut Option<T>, fixed: Option<T>) {
    if fixed.is_some() {
        *field = fixed;
    }
}

fn apply_to_figure(figure: &mut Figure, fix: &Fix) {
    let Fix {
        value,
        bound,
        kind,
        measure,
        ..
    } = fix;
    figure.value = value.unwrap_or(figure.value);
    figure.bound = bound.unwrap_or(figure.bound);
    figure.kind = kind.unwrap_or(figure.kind);
    if let Some(measure) = measure {
        figure.measure.clone_from(measure);
    }
    put(&mut figure.value_max, fix.value_max);
    put(&mut figure.from, fix.from);
    put(&mut figure.unit, fix.unit.clone());
    put(&mut figure.direction, fix.direction);
    put(&mut figure.place, fix.place.clone());
    put(&mut figure.part_of, fix.part_of.clone());
    put(&mut figure.modality, fix.modality);
    put(&mut figure.period, fix.period);
    put(&mut figure.baseline, fix.baseline);
}

/// The text between the only two double quotation marks of `sentence`.
fn quoted_piece(sentence: &str) -> Option<&str> {
    let mark = |c: char| matches!(c, '"' | '\u{201C}' | '\u{201D}');
    let mut marks = sentence.match_indices(mark);
    let (open, text) = marks.next()?;
    let (close, _) = marks.next()?;
    if marks.next().is_some() {
        None
    } else {
        sentence.get(open + text.len()..close)
    }
}

#[cfg(test)]
mod tests {
    use super::quoted_piece;

    #[test]
    fn the_quoted_piece_is_taken_only_when_it_is_the_only_one() {
        assert_eq!(quoted_piece("\"We won,\" she said."), Some("We won,"));
        assert_eq!(quoted_piece("He said “yes” and “no”."), None);
        assert_eq!(quoted_piece("He said so."), None);
    }
}
