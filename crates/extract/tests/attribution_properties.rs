//! Whatever the text, attributions stand on the text: spans in order, on character
//! boundaries, never empty, in the order of the text, and the outer one exists.

use claimbook_extract::Extractor;
use claimbook_model::annotation::Attribution;
use claimbook_model::{Article, Span};
use proptest::prelude::*;

/// Pieces that quotations, cues and names are made of, well and badly put together.
const PIECES: [&str; 48] = [
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
    "‘",
    "’",
    "They told me that ",
    "as the engineers noted",
    " which they say ",
    "a report by the World Dam Board (WDB) shows ",
    "the WDB",
    " its promise to ",
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
    let begins = |a: &Attribution| {
        let spans = a.content.iter().chain(&a.cue);
        spans.map(|s| s.start).min()
    };
    prop_assert!(found.is_sorted_by_key(begins), "order in {text:?}");
    for a in &found {
        let in_order = a.content.windows(2).all(|w| w[0].end <= w[1].start);
        prop_assert!(in_order, "pieces of {} in {text:?}", a.rule);
        let sources = a.source.iter().flat_map(|s| s.spans.iter().copied());
        let because = a
            .source
            .iter()
            .flat_map(|s| s.because.iter().map(|b| b.span));
        let spans = a.content.iter().copied().chain(a.cue.iter().copied());
        let because = because.chain(a.because.iter().map(|b| b.span));
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
