//! Whatever the text, attributions stand on the text: spans in order, on character
//! boundaries, never empty, and the outer one exists.

use claimbook_extract::Extractor;
use claimbook_model::{Article, Span};
use proptest::prelude::*;

/// Pieces that quotations, cues and names are made of, well and badly put together.
const PIECES: [&str; 40] = [
    "\"",
    "“",
    "”",
    "''",
    "'",
    "«",
    "»",
    ",",
    ".",
    "?",
    ":",
    " — ",
    " - ",
    "(",
    ")",
    "\n\n",
    "\n",
    " ",
    " said ",
    " told reporters ",
    " according to ",
    " that ",
    " adding that ",
    " who ",
    " said Ann Okafor",
    "Ann Okafor",
    "Mr. Okafor",
    "the minister",
    "she",
    " and ",
    " but ",
    "prices rose 5%",
    "the dam will hold",
    " on Wednesday",
    " in a statement",
    " denied ",
    " was quoted as saying ",
    "his claim ",
    "é",
    "🦀",
];

fn fits(span: Span, text: &str) -> bool {
    span.start < span.end && text.get(span.range()).is_some()
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    let found = Extractor::new().annotate(&article).attributions;
    for a in &found {
        let sources = a.source.iter().flat_map(|s| s.spans.iter().copied());
        let because = a
            .source
            .iter()
            .flat_map(|s| s.because.iter().map(|b| b.span));
        let spans = a.content.iter().copied().chain(a.cue.iter().copied());
        for span in spans.chain(sources).chain(because).chain(a.venue) {
            prop_assert!(fits(span, text), "{span:?} of {} in {text:?}", a.rule);
        }
        prop_assert!(
            !a.content.is_empty(),
            "no content by {} in {text:?}",
            a.rule
        );
        prop_assert!(a.outer.is_none_or(|o| o < found.len()));
        prop_assert_eq!(a.nested, a.outer.is_some());
    }
    Ok(())
}

proptest! {
    #[test]
    fn pieces_in_any_order(picks in prop::collection::vec(0..PIECES.len(), 0..60)) {
        let text: String = picks.iter().map(|i| PIECES[*i]).collect();
        holds(&text)?;
    }

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        holds(&text)?;
    }
}
