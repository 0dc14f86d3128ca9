//! Whatever the text, amounts stand on character boundaries, in order, and numbers are
//! read back from their printed form.

use claimbook_extract::Extractor;
use claimbook_model::annotation::Quantity;
use claimbook_model::{Article, Number};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn quantities(text: &str) -> Vec<Quantity> {
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    Extractor::new().annotate(&article).quantities
}

/// Pieces that figures are made of, so that random texts come near to real ones.
const PIECES: [&str; 60] = [
    "5",
    "12.5",
    "1,200",
    "1999",
    "7",
    "one",
    "two",
    "half",
    "a",
    "dozen",
    "dozens",
    "million",
    "hundred",
    "and",
    "to",
    "from",
    "between",
    "or",
    "-",
    "–",
    "−",
    "$",
    "€",
    "%",
    "°",
    "C",
    "km",
    "/",
    "h",
    "per",
    "day",
    "people",
    "of",
    "the",
    "about",
    "more than",
    "rose",
    "by",
    "(",
    ")",
    ",",
    ".",
    "'",
    "\"",
    "“",
    "”",
    "½",
    "3/4",
    "×10^",
    "thirds",
    "aged",
    "year-old",
    "US",
    "RM",
    "m",
    "k",
    "in",
    "March",
    "é",
    "\n",
];

fn near_figures() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(&PIECES[..]);
    let glue = prop::sample::select(&["", " ", "-"][..]);
    prop::collection::vec((piece, glue), 0..24)
        .prop_map(|list| list.iter().flat_map(|(p, g)| [*p, *g]).collect())
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let found = quantities(text);
    let mut last = 0;
    for (i, q) in found.iter().enumerate() {
        prop_assert!(
            text.get(q.span.range()).is_some_and(|t| !t.is_empty()),
            "{text:?} {q:?}"
        );
        prop_assert!(q.span.contains(q.number), "{text:?} {q:?}");
        prop_assert!(q.number.start >= last, "{text:?} {q:?}");
        prop_assert!(q.conversion_of.is_none_or(|c| c < i));
        last = q.number.start;
    }
    Ok(())
}

proptest! {
    #[test]
    fn amounts_of_any_text_are_well_formed(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn amounts_of_near_figures_are_well_formed(text in near_figures()) {
        check(&text)?;
    }

    #[test]
    fn printed_numbers_are_read_back(mantissa in 1_i64..1_000_000_000_000, scale in 0_u32..4) {
        let number = Number::from(Decimal::new(mantissa, scale));
        let found = quantities(&format!("It cost {number} euros."));
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].value, number);
    }
}
