//! One article cut into paragraphs, sentences and tokens: what every later
//! stage reads.

use crate::class::Class;
use crate::lexicon::{Entry, Lexicon, WordId, lexicon};
use crate::tag::Tag;
use crate::token::{Kind, Shape, Token, look_up, tokenize};
use crate::{paragraph, sentence, tagger};
use chrono::NaiveDate;
use claimbook_model::{Article, Span};
use std::ops::Range;

/// A sentence: its tokens and the paragraph it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    /// Indexes of its tokens.
    pub(crate) tokens: Range<usize>,
    /// Number of its paragraph.
    pub(crate) paragraph: usize,
    /// From its first to its last token.
    pub(crate) span: Span,
}

/// The text with its tokens, sentences and paragraphs.
#[derive(Debug)]
pub(crate) struct Doc<'t> {
    /// The article's text.
    pub(crate) text: &'t str,
    /// Date of publication.
    pub(crate) published: Option<NaiveDate>,
    /// All tokens, in order.
    pub(crate) tokens: Vec<Token>,
    /// All sentences, in order; together they hold every token once.
    pub(crate) sentences: Vec<Sentence>,
    /// Token ranges of the paragraphs.
    pub(crate) paragraphs: Vec<Range<usize>>,
    lexicon: &'static Lexicon,
}

impl<'t> Doc<'t> {
    /// Cuts the article and tells each word's class.
    pub(crate) fn new(article: &'t Article) -> Self {
        let lexicon = lexicon();
        let mut doc = Self {
            text: &article.text,
            published: article.meta.published,
            tokens: Vec::with_capacity(article.text.len() / 5),
            sentences: Vec::new(),
            paragraphs: Vec::new(),
            lexicon,
        };
        for block in paragraph::split(&article.text, &article.furniture) {
            let first = doc.tokens.len();
            let (from, to) = (block.start as usize, block.end as usize);
            tokenize(doc.text, from, to, lexicon, &mut doc.tokens);
            if doc.tokens.len() > first {
                doc.paragraphs.push(first..doc.tokens.len());
            }
        }
        look_up(&mut doc.tokens, doc.text, lexicon);
        for (number, tokens) in doc.paragraphs.iter().enumerate() {
            let tokens = tokens.clone();
            sentence::split(&doc.tokens, tokens, lexicon, number, &mut doc.sentences);
        }
        for s in &doc.sentences {
            tagger::tag(&mut doc.tokens[s.tokens.clone()], doc.text, lexicon);
        }
        doc
    }

    /// The words of a token, as written.
    pub(crate) fn text_of(&self, token: usize) -> &'t str {
        self.tokens.get(token).map_or("", |t| t.span.of(self.text))
    }

    /// The words from the first to the last token of a range, as written.
    pub(crate) fn text_of_range(&self, tokens: Range<usize>) -> &'t str {
        self.span_of(tokens).of(self.text)
    }

    /// The span from the first to the last token of a range.
    pub(crate) fn span_of(&self, tokens: Range<usize>) -> Span {
        match (
            self.tokens.get(tokens.start),
            tokens.end.checked_sub(1).and_then(|i| self.tokens.get(i)),
        ) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// What the lexicon knows of a token's word.
    pub(crate) fn entry(&self, token: usize) -> &'static Entry {
        self.lexicon
            .entry(self.tokens.get(token).map_or(WordId::UNKNOWN, |t| t.id))
    }

    /// The folded form of a word: as the lexicon has it, else as written if that is
    /// lower case already; "" for other unknown words, numbers and marks.
    pub(crate) fn lower(&self, token: usize) -> &'t str {
        self.folded(
            token,
            self.tokens.get(token).map_or(WordId::UNKNOWN, |t| t.id),
        )
    }

    /// The lemma of a word: "say" for "said", "dose" for "doses"; unknown words as
    /// [`Doc::lower`] has them.
    pub(crate) fn lemma(&self, token: usize) -> &'t str {
        self.folded(token, self.entry(token).lemma)
    }

    fn folded(&self, token: usize, id: WordId) -> &'t str {
        if id != WordId::UNKNOWN {
            return &self.lexicon.entry(id).text;
        }
        let plain = self
            .tokens
            .get(token)
            .is_some_and(|t| t.kind == Kind::Word && t.byte.is_ascii_lowercase());
        if plain { self.text_of(token) } else { "" }
    }

    /// Whether the token is this word, in whatever case.
    pub(crate) fn is(&self, token: usize, word: &str) -> bool {
        self.tokens.get(token).is_some_and(|t| {
            t.span.len() == word.len() && t.span.of(self.text).eq_ignore_ascii_case(word)
        })
    }

    /// What the token is here.
    pub(crate) fn tag(&self, token: usize) -> Tag {
        self.tokens.get(token).map_or(Tag::Other, |t| t.tag)
    }

    /// Whether the token can be of one of these classes.
    pub(crate) fn can_be(&self, token: usize, class: Class) -> bool {
        self.tokens.get(token).is_some_and(|t| t.class.any(class))
    }

    /// Whether the token is of this kind.
    pub(crate) fn is_kind(&self, token: usize, kind: Kind) -> bool {
        self.tokens.get(token).is_some_and(|t| t.kind == kind)
    }

    /// Whether the token is the one-byte mark `mark`.
    pub(crate) fn is_mark(&self, token: usize, mark: u8) -> bool {
        self.tokens
            .get(token)
            .is_some_and(|t| t.byte == mark && t.span.len() == 1 && t.kind != Kind::Word)
    }

    /// Whether the token looks like this.
    pub(crate) fn has_shape(&self, token: usize, shape: Shape) -> bool {
        self.tokens.get(token).is_some_and(|t| t.shape.is(shape))
    }

    /// Index of the sentence that holds the token.
    pub(crate) fn sentence_of(&self, token: usize) -> usize {
        self.sentences
            .partition_point(|s| s.tokens.end <= token)
            .min(self.sentences.len().saturating_sub(1))
    }

    /// Index of the first token that ends after byte `at`.
    pub(crate) fn token_at(&self, at: u32) -> usize {
        self.tokens.partition_point(|t| t.span.end <= at)
    }
}
