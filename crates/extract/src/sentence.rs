//! Sentences: at stops that are not part of an abbreviation or a number and
//! after which a new sentence can begin.

use crate::class::Class;
use crate::doc::Sentence;
use crate::lexicon::Lexicon;
use crate::token::{Kind, Shape, Token};
use std::ops::Range;

/// Verbs that show that a question or cry in quotation marks goes on with its
/// speaker ('"Why?" Lee asked').
const SPEAKING: [&str; 14] = [
    "say", "ask", "tell", "add", "reply", "write", "tweet", "shout", "wonder", "respond", "joke",
    "continue", "exclaim", "insist",
];

/// Most tokens of a sentence, closing marks not counted. A longer one is a list or a table
/// without stops and is cut here, so that the work stays in proportion to the text: every
/// amount is read against its whole sentence.
const LONGEST: usize = 512;

/// Most numbers of a sentence, by the same reasoning: each makes a claim that quotes the
/// whole. A table is cut at the next blank or before the next number.
const MOST_NUMBERS: usize = 40;

/// Cuts the tokens of one paragraph into sentences.
pub(crate) fn split(
    tokens: &[Token],
    range: Range<usize>,
    lexicon: &Lexicon,
    paragraph: usize,
    out: &mut Vec<Sentence>,
) {
    let mut first = range.start;
    let mut at = range.start;
    let mut numbers = 0;
    while at < range.end {
        let end = closing_end(tokens, at + 1, range.end);
        numbers += usize::from(is_number(&tokens[at]));
        let full = numbers >= MOST_NUMBERS && end < range.end && begins_anew(&tokens[end]);
        let too_long = full || end - first >= LONGEST;
        let stops =
            || too_long || may_end(&tokens[at]) && begins(tokens, at, end, lexicon, range.end);
        if end < range.end && stops() {
            out.push(sentence(tokens, first..end, paragraph));
            (first, at, numbers) = (end, end, 0);
        } else {
            at += 1;
        }
    }
    if first < range.end {
        out.push(sentence(tokens, first..range.end, paragraph));
    }
}

fn sentence(tokens: &[Token], range: Range<usize>, paragraph: usize) -> Sentence {
    let span = tokens[range.start].span.cover(tokens[range.end - 1].span);
    Sentence {
        tokens: range,
        paragraph,
        span,
    }
}

fn is_number(token: &Token) -> bool {
    token.kind == Kind::Number || token.class.any(Class::NUMBER_WORD)
}

/// Whether the token belongs to no unit of the number before it.
fn begins_anew(token: &Token) -> bool {
    is_number(token) || !token.shape.is(Shape::GLUED)
}

/// Most closing marks that belong to one stop; a longer run is no punctuation.
const MOST_CLOSING: usize = 16;

/// Past the closing marks that belong to a stop before `at`.
fn closing_end(tokens: &[Token], mut at: usize, end: usize) -> usize {
    let end = end.min(at + MOST_CLOSING);
    while at < end {
        let token = &tokens[at];
        let closes = matches!(
            token.kind,
            Kind::DoubleQuote | Kind::SingleQuote | Kind::Close | Kind::Stop
        );
        if !closes || !token.shape.is(Shape::GLUED) {
            break;
        }
        at += 1;
    }
    at
}

fn may_end(token: &Token) -> bool {
    token.kind == Kind::Stop
        || (token.shape.is(Shape::ABBREVIATION) && !token.shape.is(Shape::NEVER_LAST))
}

/// Whether a new sentence begins at `next` after the stop at `stop`.
fn begins(tokens: &[Token], stop: usize, next: usize, lexicon: &Lexicon, end: usize) -> bool {
    let token = &tokens[next];
    let glued = token.shape.is(Shape::GLUED);
    let opens = match token.kind {
        Kind::Word => token.shape.is(Shape::CAPITAL),
        Kind::Number | Kind::Symbol => !glued,
        Kind::DoubleQuote | Kind::SingleQuote | Kind::Open => !glued,
        Kind::Dash => false,
        _ => false,
    };
    if !opens
        || (glued
            && tokens[stop].span.len() == 1
            && token.kind == Kind::Word
            && next == stop + 1
            && !is_run_on(tokens, stop))
    {
        return false;
    }
    if tokens[stop].shape.is(Shape::ABBREVIATION) {
        return starts_like_a_sentence(tokens, next);
    }
    let asked_or_cried = matches!(tokens[stop].byte, b'!' | b'?') && next > stop + 1;
    !(asked_or_cried && speaker_follows(tokens, next, end, lexicon))
}

/// "ended.Next": a stop without a blank, between a lower-case word and a capital.
fn is_run_on(tokens: &[Token], stop: usize) -> bool {
    stop > 0 && tokens[stop - 1].kind == Kind::Word && !tokens[stop - 1].shape.is(Shape::CAPITAL)
}

/// After an abbreviation only a word that is no name, or an opening mark, begins a
/// sentence: "the U.S. The", not "the U.S. Senate".
fn starts_like_a_sentence(tokens: &[Token], next: usize) -> bool {
    let token = &tokens[next];
    let openers = Class::OPENS_NOUN_PHRASE
        .with(Class::PRONOUN)
        .with(Class::PREP)
        .with(Class::SUB)
        .with(Class::CONJ)
        .with(Class::WH)
        .with(Class::ADVERB)
        .with(Class::EXPLETIVE);
    match token.kind {
        Kind::Word => token.class.any(openers),
        Kind::DoubleQuote => true,
        _ => false,
    }
}

fn speaker_follows(tokens: &[Token], next: usize, end: usize, lexicon: &Lexicon) -> bool {
    tokens[next..end.min(next + 5)]
        .iter()
        .take_while(|t| t.kind == Kind::Word)
        .any(|t| SPEAKING.contains(&&*lexicon.entry(lexicon.entry(t.id).lemma).text))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, MOST_CLOSING, MOST_NUMBERS, is_number};
    use crate::doc::Doc;
    use claimbook_model::Article;

    #[test]
    fn text_without_stops_is_cut_and_no_token_is_lost() {
        for piece in [
            "5 to ", "$5 ", "½", "5°", "1-1-", "killed ", "Ann Lee ", "\" ", "( ", "\u{201C}",
        ] {
            let article = Article {
                text: piece.repeat(3 * LONGEST),
                ..Article::default()
            };
            let doc = Doc::new(&article);
            let mut next = 0;
            for sentence in &doc.sentences {
                assert_eq!(sentence.tokens.start, next, "{piece}");
                assert!(sentence.tokens.len() <= LONGEST + MOST_CLOSING, "{piece}");
                let numbers = doc.tokens[sentence.tokens.clone()].iter();
                let numbers = numbers.filter(|t| is_number(t)).count();
                assert!(numbers <= MOST_NUMBERS, "{piece}");
                next = sentence.tokens.end;
            }
            assert_eq!(next, doc.tokens.len(), "{piece}");
            assert!(doc.sentences.len() >= 3, "{piece}");
        }
    }
}
