//! An article with what was found in it: each line of text, signs below the
//! found words, and labels below the signs.
//!
//! ```text
//! Sales rose almost 50% last year, the ministry said.
//!            ^^^^^^^^^^ ---------  ============ ####
//!            nearly 50  2025       source       cue
//!            percent
//! ```

mod canvas;
mod explain;
mod marks;

use crate::style::Style;
use canvas::Canvas;
use claimbook_model::annotation::Annotations;
use claimbook_model::{Article, Span};
use marks::{Mark, Said};

/// Whether to print rules and reasons below the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Explain {
    /// The annotated text alone.
    No,
    /// Each finding with its rule and the words it rests on.
    Yes,
}

/// The text of `article` with `annotations` drawn below its lines.
#[must_use]
pub fn annotated(
    article: &Article,
    annotations: &Annotations,
    explain: Explain,
    style: &Style,
) -> String {
    let text = &article.text;
    let marks = marks::marks(text, annotations);
    let said = marks::said(text, annotations);
    let mut out = String::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        for piece in pieces(text, start, start + bare.len(), style.width) {
            out.push_str(&block(text, piece, &marks, &said, style));
        }
        if bare.trim().is_empty() {
            out.push('\n');
        }
        start += line.len();
    }
    if explain == Explain::Yes {
        out.push('\n');
        out.push_str(&explain::explain(text, annotations, style));
    }
    out
}

/// The line from `start` to `end` cut at blanks into spans of at most `width` cells.
fn pieces(text: &str, start: usize, end: usize, width: usize) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut at = start;
    for word in text[start..end].split_inclusive(char::is_whitespace) {
        let bare = at + word.trim_end().len();
        if bare > at {
            match spans.last_mut() {
                Some(last) if canvas::cells_of(&text[last.start as usize..bare]) <= width => {
                    *last = Span::new(last.start as usize, bare);
                }
                _ => spans.push(Span::new(at, bare)),
            }
        }
        at += word.len();
    }
    spans
}

/// One piece of text with its signs and labels.
fn block(text: &str, piece: Span, marks: &[Mark], said: &[Said], style: &Style) -> String {
    let mut canvas = Canvas::new(text, piece);
    for mark in marks.iter().filter(|m| m.span.overlaps(piece)) {
        canvas.underline(mark);
    }
    let begin_here = |m: &&Mark| piece.start <= m.span.start && m.span.start < piece.end;
    let mut begun = marks.iter().filter(begin_here).peekable();
    while let Some(mark) = begun.next() {
        canvas.label(mark, begun.peek().map(|next| next.span), style.width);
    }
    for said in said.iter().filter(|s| s.span.overlaps(piece)) {
        canvas.bracket(said);
    }
    canvas.render(style)
}

#[cfg(test)]
mod tests {
    use super::{Explain, annotated};
    use crate::{AnnotationRecord, Style, write_annotations};
    use claimbook_model::annotation::{
        Annotations, Attribution, Because, DateMention, Quantity, Source,
    };
    use claimbook_model::{
        Article, Bound, Dimension, Direction, Form, Kind, Number, Span, Stance, Style as Speech,
        Unit,
    };

    const TEXT: &str =
        "“Sales rose almost 50% last year”, the ministry said.\u{1b}\r\n\r\nThey fell.";

    fn at(words: &str) -> Span {
        let start = TEXT.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    fn found() -> Annotations {
        let quantity = Quantity {
            span: at("almost 50%"),
            number: at("50"),
            value: Number::from(50),
            value_max: None,
            form: Form::Point,
            bound: Bound::Nearly,
            unit: Some(Unit::new("percent")),
            unit_span: Some(at("%")),
            dimension: Dimension::Ratio,
            change: Some(Direction::Up),
            kind: Kind::Change,
            concept: "Sales".to_owned(),
            measure: "sales".to_owned(),
            direction: None,
            place: None,
            between: Vec::new(),
            about: Vec::new(),
            part_of: None,
            modality: None,
            period: "2021".parse().ok(),
            baseline: None,
            conversion_of: None,
            rule: "quantity-unit",
            because: vec![Because {
                what: "bound",
                span: at("almost"),
            }],
        };
        let attribution = Attribution {
            source: Some(Source {
                spans: vec![at("the ministry")],
                name: None,
                role: None,
                confidence: 60,
                rule: "resolve-unnamed",
                because: Vec::new(),
            }),
            cue: vec![at("said")],
            content: vec![at("“Sales rose almost 50% last year”")],
            style: Speech::Direct,
            stance: Stance::Asserts,
            modality: None,
            nested: false,
            outer: None,
            said_on: None,
            venue: None,
            rule: "attribution-after",
            because: Vec::new(),
        };
        Annotations {
            quantities: vec![quantity],
            attributions: vec![attribution],
            dates: vec![DateMention {
                span: at("last year"),
                value: "2021".parse().unwrap(),
                rule: "time-last",
            }],
            ..Annotations::default()
        }
    }

    #[test]
    fn the_text_with_signs_labels_and_reasons() {
        let article = Article {
            text: TEXT.to_owned(),
            ..Article::default()
        };
        let found = found();
        insta::assert_snapshot!(
            "annotated",
            annotated(&article, &found, Explain::Yes, &Style::default())
        );
        let narrow = Style {
            width: 24,
            colour: false,
        };
        insta::assert_snapshot!(
            "annotated_narrow",
            annotated(&article, &found, Explain::No, &narrow)
        );
    }

    #[test]
    fn the_same_as_json_in_code_points() {
        let found = found();
        let record = AnnotationRecord {
            id: "x",
            path: Some("x.txt"),
            text: TEXT,
            with_text: true,
            annotations: &found,
            claims: &[],
            explain: true,
        };
        let mut line = Vec::new();
        write_annotations(&mut line, &record).unwrap();
        let value: serde_json::Value = serde_json::from_slice(&line).unwrap();
        insta::assert_json_snapshot!("annotations", value);
    }
}
