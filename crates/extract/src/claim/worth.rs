//! What is worth a claim of its own: not every quantity is something to check.

use crate::doc::Doc;
use crate::layers::Date;
use crate::tag::Tag;
use crate::time;
use claimbook_model::annotation::Quantity;
use claimbook_model::{Bound, Dimension, Number, Rule, Unit};

/// Words after a length of time that make it a point in time, besides "ago" and the like.
const POINT: [&str; 4] = ["after", "afterwards", "beforehand", "into"];

/// Words that make a length of time a stretch of the calendar ("the past two years").
const STRETCH: [&str; 10] = [
    "closing",
    "coming",
    "final",
    "following",
    "last",
    "next",
    "opening",
    "past",
    "previous",
    "recent",
];

/// Units so short that "in" before them tells how long something took ("won in 9.8 seconds").
const SHORT: [&str; 4] = ["millisecond", "second", "minute", "hour"];

/// Whether a quantity makes a claim of its own.
///
/// "One" alone claims nothing that could be compared, nor does a length of time that only
/// tells when.
pub(super) fn makes_claim(doc: &Doc<'_>, dates: &[Date], quantity: &Quantity) -> bool {
    !is_lone_one(quantity) && !only_tells_when(doc, dates, quantity)
}

fn is_lone_one(quantity: &Quantity) -> bool {
    let counted = quantity.unit.as_ref().is_none_or(|u| !u.is_known());
    counted && quantity.value == Number::from(1) && quantity.value_max.is_none()
}

/// "two years ago", "after six years", "over the past ten days", "in three months": when
/// something else happened. "The war lasted ten years" and "a ten-year sentence" are claims.
fn only_tells_when(doc: &Doc<'_>, dates: &[Date], quantity: &Quantity) -> bool {
    if quantity.dimension != Dimension::Duration {
        return false;
    }
    let first = doc.token_at(quantity.span.start);
    let after = doc.token_at(quantity.span.end);
    let (stretch, before) = opening(doc, first);
    let lasts = before.is_some_and(|t| matches!(doc.lemma(t), "for" | "last" | "take" | "spend"));
    let before = before.map_or("", |t| doc.lower(t));
    if time::touching(dates, quantity.span).is_some() || !lasts && is_point(doc.lower(after)) {
        return true;
    }
    match before {
        "after" => true,
        "in" => stretch || quantity.bound == Bound::Equal && !is_short(quantity),
        "during" | "for" | "over" | "throughout" | "within" => stretch,
        _ => false,
    }
}

/// "two years ago", "two years after the war".
fn is_point(word: &str) -> bool {
    time::is_offset(word) || POINT.contains(&word)
}

/// Whether words like "the past" stand before the token, and the token before those;
/// "a ten-day run" tells of the run.
fn opening(doc: &Doc<'_>, first: usize) -> (bool, Option<usize>) {
    let mut stretch = false;
    let mut at = first;
    while let Some(before) = at.checked_sub(1) {
        let word = doc.lower(before);
        stretch |= STRETCH.contains(&word);
        let opens =
            matches!(doc.tag(before), Tag::Determiner | Tag::Adverb) && !matches!(word, "a" | "an");
        if !opens && !STRETCH.contains(&word) {
            return (stretch, Some(before));
        }
        at = before;
    }
    (stretch, None)
}

fn is_short(quantity: &Quantity) -> bool {
    quantity
        .unit
        .as_ref()
        .map(Unit::code)
        .is_some_and(|code| SHORT.contains(&code))
}

/// The rules of quantities that make no claim of their own; the brackets hold one.
pub(crate) const RULES: &[Rule] = &[
    Rule {
        id: "claim-not-one",
        layer: "claim",
        doc: "\"One\" alone claims nothing that could be compared.",
        examples: &["He has [one brother]."],
        counter_examples: &["He ran one mile.", "He has two brothers."],
    },
    Rule {
        id: "claim-not-when",
        layer: "claim",
        doc: "A length of time that only tells when is no claim of its own.",
        examples: &[
            "Sales fell [two years ago].",
            "He left after [six months].",
            "Prices doubled over the past [ten years].",
            "The bridge will open in [three weeks].",
        ],
        counter_examples: &[
            "The war lasted ten years.",
            "He served a ten-year sentence.",
            "She won in 9.8 seconds.",
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::Extractor;
    use claimbook_model::Article;

    fn figures(text: &str) -> usize {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        let found = Extractor::new().annotate(&article);
        assert!(!found.quantities.is_empty(), "{text}");
        let figures = found.claims.iter().filter(|c| c.quantity.is_some());
        figures.count()
    }

    #[test]
    fn examples_make_no_claim_and_counter_examples_do() {
        for rule in RULES {
            for example in rule.examples {
                assert_eq!(figures(&example.replace(['[', ']'], "")), 0, "{example}");
            }
            for counter in rule.counter_examples {
                assert_eq!(figures(counter), 1, "{counter}");
            }
        }
    }
}
