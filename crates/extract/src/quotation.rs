//! Quotations: the regions between double quotation marks, with missing, stray,
//! reversed and slipped marks put right, and those that run over paragraphs linked.

use crate::doc::Doc;
use crate::token::{Kind, Shape};
use std::ops::Range;

/// One region between quotation marks, within one paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// Its tokens with the marks.
    pub(crate) tokens: Range<usize>,
    /// Number of words between the marks.
    pub(crate) words: usize,
    /// Whether it has a closing mark.
    pub(crate) closed: bool,
    /// Whether it goes on with the quotation before it, from an earlier paragraph.
    pub(crate) continues: bool,
}

/// All quotations of an article, in order.
#[derive(Debug, Default)]
pub(crate) struct Quotations {
    /// The regions, in text order, never overlapping.
    pub(crate) list: Vec<Quotation>,
}

/// What a mark does where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

impl Quotations {
    /// Finds the quotations of `doc`, paragraph by paragraph.
    pub(crate) fn of(doc: &Doc<'_>) -> Self {
        let mut found = Self::default();
        for paragraph in &doc.paragraphs {
            found.read_paragraph(doc, paragraph.clone());
        }
        found
    }

    /// The quotation that holds the token.
    pub(crate) fn at(&self, token: usize) -> Option<&Quotation> {
        self.index_at(token).map(|i| &self.list[i])
    }

    /// Number of the quotation that holds the token.
    pub(crate) fn index_at(&self, token: usize) -> Option<usize> {
        let at = self.list.partition_point(|q| q.tokens.end <= token);
        (self.list.get(at)?.tokens.contains(&token)).then_some(at)
    }

    /// Whether the token stands between quotation marks.
    pub(crate) fn holds(&self, token: usize) -> bool {
        self.index_at(token).is_some()
    }

    /// Whether the last quotation was left open at the end of its paragraph.
    fn left_open(&self, paragraph_start: usize) -> bool {
        self.list
            .last()
            .is_some_and(|q| !q.closed && q.tokens.end == paragraph_start)
    }

    fn read_paragraph(&mut self, doc: &Doc<'_>, range: Range<usize>) {
        let marks: Vec<usize> = range
            .clone()
            .filter(|i| doc.is_kind(*i, Kind::DoubleQuote))
            .collect();
        let open_before = self.left_open(range.start);
        if range.len() == 1 && !marks.is_empty() {
            // A closing mark that slipped into a paragraph of its own.
            if let Some(last) = self.list.last_mut().filter(|_| open_before) {
                last.closed = true;
            }
            return;
        }
        let mut open: Option<usize> = None;
        let mut continues = false;
        for (n, &mark) in marks.iter().enumerate() {
            match (open, side(doc, mark, range.clone())) {
                (None, Side::Closes) if n == 0 && (open_before || unopened(doc, &range, mark)) => {
                    self.push(doc, range.start..mark + 1, true, open_before);
                }
                (None, Side::Closes) => {}
                (None, _) => {
                    open = Some(mark);
                    continues = open_before && mark == range.start;
                }
                (Some(from), Side::Opens) => {
                    self.push(doc, from..sentence_end(doc, from, mark), true, continues);
                    (open, continues) = (Some(mark), false);
                }
                (Some(from), _) => {
                    self.push(doc, from..mark + 1, true, continues);
                    open = None;
                }
            }
        }
        if let Some(from) = open {
            self.push(doc, from..range.end, false, continues);
        }
    }

    fn push(&mut self, doc: &Doc<'_>, tokens: Range<usize>, closed: bool, continues: bool) {
        let words = tokens.clone().filter(|i| is_word(doc, *i)).count();
        self.list.push(Quotation {
            tokens,
            words,
            closed,
            continues,
        });
    }
}

fn is_word(doc: &Doc<'_>, token: usize) -> bool {
    doc.is_kind(token, Kind::Word) || doc.is_kind(token, Kind::Number)
}

/// What the mark does, by its shape and the blanks around it.
fn side(doc: &Doc<'_>, mark: usize, paragraph: Range<usize>) -> Side {
    let left = mark > paragraph.start
        && doc.has_shape(mark, Shape::GLUED)
        && !doc.is_kind(mark - 1, Kind::Open)
        && !doc.is_kind(mark - 1, Kind::Dash);
    let right = mark + 1 < paragraph.end
        && doc.has_shape(mark + 1, Shape::GLUED)
        && !is_closing(doc, mark + 1);
    match (left, right) {
        (true, false) => return Side::Closes,
        (false, true) => return Side::Opens,
        _ => {}
    }
    match doc.text_of(mark).chars().next() {
        Some('\u{201C}' | '\u{201E}' | '«') => Side::Opens,
        Some('\u{201D}' | '»') => Side::Closes,
        _ => Side::Either,
    }
}

fn is_closing(doc: &Doc<'_>, token: usize) -> bool {
    let kinds = [Kind::Stop, Kind::Punct, Kind::Close, Kind::Dash];
    kinds.iter().any(|k| doc.is_kind(token, *k))
}

/// A closing mark without an opening one: the paragraph's first sentence up to it
/// is taken as said when it ends in a comma ("..., said Okafor").
fn unopened(doc: &Doc<'_>, paragraph: &Range<usize>, mark: usize) -> bool {
    let long = mark > paragraph.start + 4;
    let one_sentence = doc.sentence_of(paragraph.start) == doc.sentence_of(mark);
    long && one_sentence && doc.is_mark(mark - 1, b',')
}

/// Where a quotation whose closing mark is missing ends: after the first sentence.
fn sentence_end(doc: &Doc<'_>, from: usize, limit: usize) -> usize {
    doc.sentences[doc.sentence_of(from)].tokens.end.min(limit)
}

#[cfg(test)]
mod tests {
    use super::Quotations;
    use crate::doc::Doc;
    use claimbook_model::Article;

    /// The article with its quotations in brackets; `+` marks those that go on.
    fn bracketed(text: &str) -> Vec<String> {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        let doc = Doc::new(&article);
        let found = Quotations::of(&doc);
        let show = |q: &super::Quotation| {
            let sign = if q.continues { "+" } else { "" };
            format!("{sign}{}", doc.text_of_range(q.tokens.clone()))
        };
        found.list.iter().map(show).collect()
    }

    #[test]
    fn straight_curly_and_doubled_marks() {
        assert_eq!(
            bracketed("\"It rained,\" he said. “It poured,” she said. ''It snowed,'' they said."),
            ["\"It rained,\"", "“It poured,”", "''It snowed,''"]
        );
    }

    #[test]
    fn a_quotation_runs_over_paragraphs() {
        assert_eq!(
            bracketed("\"It was dark.\n\nThen it dawned,\" he said."),
            ["\"It was dark.", "+Then it dawned,\""]
        );
        assert_eq!(
            bracketed("“It was dark.\n\n“Then it dawned,” he said."),
            ["“It was dark.", "+“Then it dawned,”"]
        );
    }

    #[test]
    fn a_mark_alone_in_its_paragraph_closes_the_one_before() {
        assert_eq!(
            bracketed("They saw \"much rain.\n\n\"\n\nHe left. \"So what?\" she asked."),
            ["\"much rain.", "\"So what?\""]
        );
    }

    #[test]
    fn missing_and_reversed_marks() {
        assert_eq!(
            bracketed("The roads will be closed until noon,\" he said."),
            ["The roads will be closed until noon,\""]
        );
        assert_eq!(bracketed("”It rained,“ he said."), ["”It rained,“"]);
        assert_eq!(bracketed("He left the house.\" Then he ran."), [""; 0]);
    }
}
