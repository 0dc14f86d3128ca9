//! Quotations: the regions between quotation marks, with missing, stray, reversed and
//! slipped marks put right, and those that run over paragraphs linked.
//!
//! Double marks quote, single ones inside them; in an article that speaks between single
//! marks it is the other way round.

use crate::doc::Doc;
use crate::tag::Tag;
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
    /// Whether single marks quote.
    single: bool,
}

/// Fewest words between single marks that are speech and no title or nickname.
const SPEECH: usize = 4;

/// Words that begin with an apostrophe for letters left out.
const CLIPPED: [&str; 8] = ["bout", "cause", "em", "n", "round", "til", "tis", "twas"];

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
        let doubled = Self::read(doc, false);
        let singles = (0..doc.tokens.len()).any(|i| doc.is_kind(i, Kind::SingleQuote));
        if !singles {
            return doubled;
        }
        let single = Self::read(doc, true);
        if single.speeches(doc, &doubled) > doubled.speeches(doc, &single) {
            single
        } else {
            doubled
        }
    }

    fn read(doc: &Doc<'_>, single: bool) -> Self {
        let mut found = Self {
            single,
            ..Self::default()
        };
        for paragraph in &doc.paragraphs {
            found.read_paragraph(doc, paragraph.clone());
        }
        found.drop_unclosed();
        found
    }

    /// An apostrophe may look like an opening single mark: a quotation between single
    /// marks must close, or go on in the next paragraph.
    fn drop_unclosed(&mut self) {
        if !self.single {
            return;
        }
        let goes_on: Vec<bool> = (0..self.list.len())
            .map(|i| self.list.get(i + 1).is_some_and(|q| q.continues))
            .collect();
        let mut keep = goes_on.iter();
        self.list
            .retain(|q| *keep.next().unwrap_or(&false) || q.closed);
    }

    /// How many quotations are speech and do not begin inside one of `others`.
    fn speeches(&self, doc: &Doc<'_>, others: &Self) -> usize {
        let spoken = |q: &&Quotation| {
            let last = q.tokens.end.saturating_sub(1 + usize::from(q.closed));
            let ends = doc.is_kind(last, Kind::Stop) || doc.is_mark(last, b',');
            q.words >= SPEECH && ends && !others.holds(q.tokens.start)
        };
        self.list.iter().filter(spoken).count()
    }

    /// The quotations inside these, between marks of the other kind.
    pub(crate) fn inside(&self, doc: &Doc<'_>) -> Self {
        let mut found = Self {
            single: !self.single,
            ..Self::default()
        };
        for q in &self.list {
            let end = q.tokens.end.saturating_sub(usize::from(q.closed));
            let start = (q.tokens.start + 1).min(end);
            found.read_range(doc, start..end, false);
        }
        found.drop_unclosed();
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
        let open_before = self.left_open(range.start);
        self.read_range(doc, range, open_before);
    }

    /// The marks of a range that quote.
    fn marks(&self, doc: &Doc<'_>, range: Range<usize>) -> Vec<usize> {
        let quotes = |i: &usize| {
            if self.single {
                is_single_mark(doc, *i)
            } else {
                doc.is_kind(*i, Kind::DoubleQuote)
            }
        };
        range.filter(quotes).collect()
    }

    /// Reads the quotations of a paragraph, or of a part of one; `open_before` tells that
    /// the paragraph before it left one open.
    fn read_range(&mut self, doc: &Doc<'_>, range: Range<usize>, open_before: bool) {
        let marks = self.marks(doc, range.clone());
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
                (Some(_), Side::Closes) if self.single && owns(doc, &marks[n..], &range) => {}
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

/// A single mark that is no apostrophe and no sign for feet.
fn is_single_mark(doc: &Doc<'_>, mark: usize) -> bool {
    if !doc.is_kind(mark, Kind::SingleQuote) || doc.tag(mark) == Tag::Possessive {
        return false;
    }
    let glued = doc.has_shape(mark, Shape::GLUED);
    let next_glued = doc.has_shape(mark + 1, Shape::GLUED);
    let feet = glued && mark > 0 && doc.is_kind(mark - 1, Kind::Number);
    let year = !glued && next_glued && doc.is_kind(mark + 1, Kind::Number);
    let clipped = !glued && CLIPPED.iter().any(|w| doc.is(mark + 1, w));
    let apostrophe = !glued && doc.text_of(mark) == "\u{2019}";
    !(feet || year || clipped || apostrophe)
}

/// "the workers' tea" inside single marks: the first of `marks` stands after an s, and the
/// next one closes the quotation.
fn owns(doc: &Doc<'_>, marks: &[usize], range: &Range<usize>) -> bool {
    let [mark, next, ..] = marks else {
        return false;
    };
    let after_s = *mark > 0 && doc.text_of(mark - 1).ends_with('s');
    after_s && side(doc, *next, range.clone()) == Side::Closes
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
        Some('\u{201C}' | '\u{201E}' | '\u{2018}' | '«' | '‹') => Side::Opens,
        Some('\u{201D}' | '\u{2019}' | '»' | '›') => Side::Closes,
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
        shown(&doc, &Quotations::of(&doc))
    }

    /// The quotations inside those of the article.
    fn nested(text: &str) -> Vec<String> {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        let doc = Doc::new(&article);
        shown(&doc, &Quotations::of(&doc).inside(&doc))
    }

    fn shown(doc: &Doc<'_>, found: &Quotations) -> Vec<String> {
        let show = |q: &super::Quotation| {
            let sign = if q.continues { "+" } else { "" };
            format!("{sign}{}", doc.text_of_range(q.tokens.clone()))
        };
        found.list.iter().map(show).collect()
    }

    /// A text, its quotations, and the quotations inside those.
    type Row = (
        &'static str,
        &'static [&'static str],
        &'static [&'static str],
    );

    fn check(table: &[Row]) {
        for (text, quotations, inside) in table {
            assert_eq!(&bracketed(text), quotations, "{text}");
            assert_eq!(&nested(text), inside, "inside {text}");
        }
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

    #[test]
    fn single_marks_quote_where_speech_stands_between_them() {
        check(&[
            (
                "‘It’s late, and the workers’ tea is cold,’ said Okafor. ‘Go home now, all of you.’",
                &[
                    "‘It’s late, and the workers’ tea is cold,’",
                    "‘Go home now, all of you.’",
                ],
                &[],
            ),
            (
                "'It rained for nine days,' said Okafor. The boys' boots were wet.",
                &["'It rained for nine days,'"],
                &[],
            ),
            (
                "‘She told me “never again” and left the room,’ he said.",
                &["‘She told me “never again” and left the room,’"],
                &["“never again”"],
            ),
            (
                "‘It was dark for an hour.\n\n‘Then the lights came on,’ he said.",
                &["‘It was dark for an hour.", "+‘Then the lights came on,’"],
                &[],
            ),
            ("The ‘Titanic’ sank. The workers’ boat did not.", &[], &[]),
            ("The ’90s were dry. Rock ’n’ roll was not.", &[], &[]),
            ("He was 6' 2\" tall, they said.", &[], &[]),
        ]);
    }

    #[test]
    fn single_marks_inside_double_ones() {
        check(&[
            (
                "“He said, ‘I will go,’ and left,” she said.",
                &["“He said, ‘I will go,’ and left,”"],
                &["‘I will go,’"],
            ),
            (
                "\"We don't call it 'late' here,\" she said.",
                &["\"We don't call it 'late' here,\""],
                &["'late'"],
            ),
            (
                "“The boys’ boots were wet, and ’twas cold,” she said.",
                &["“The boys’ boots were wet, and ’twas cold,”"],
                &[],
            ),
            (
                "“‘Never’ is what he said.\n\n“‘Perhaps’ came later,” she said.",
                &["“‘Never’ is what he said.", "+“‘Perhaps’ came later,”"],
                &["‘Never’", "‘Perhaps’"],
            ),
        ]);
    }

    #[test]
    fn stray_marks_do_not_swallow_the_paragraph() {
        check(&[
            (
                "“It rained,” he said. She left.” Nobody saw it.",
                &["“It rained,”"],
                &[],
            ),
            (
                "“It rained. “It poured,” she said.",
                &["“It rained.", "“It poured,”"],
                &[],
            ),
            ("\"", &[], &[]),
            ("‘", &[], &[]),
            ("He left. \"\n\nShe stayed.", &["\""], &[]),
        ]);
    }
}
