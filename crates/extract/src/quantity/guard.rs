//! Numbers to leave alone: years, days, clock times, names, designations, scores.

use super::phone::is_dialled;
use crate::class::Class;
use crate::doc::Doc;
use crate::layers::{Date, Numeral};
use crate::numeral::{Part, number_word};
use crate::tag::Tag;
use crate::time;
use crate::token::{Kind, Shape};
use rust_decimal::Decimal;
use std::ops::Range;

/// Nouns after which a number is a name ("Article 5").
const DESIGNATORS: [&str; 48] = [
    "act",
    "agenda",
    "annex",
    "article",
    "avenue",
    "bill",
    "case",
    "category",
    "chapter",
    "clause",
    "class",
    "court",
    "day",
    "door",
    "exhibit",
    "figure",
    "flight",
    "formula",
    "game",
    "gate",
    "grade",
    "group",
    "highway",
    "interstate",
    "lane",
    "level",
    "line",
    "lot",
    "model",
    "no",
    "no.",
    "nos",
    "number",
    "page",
    "paragraph",
    "part",
    "phase",
    "pier",
    "room",
    "route",
    "section",
    "stage",
    "step",
    "table",
    "terminal",
    "tier",
    "version",
    "volume",
];

/// Words after a number that make it a time of day.
const CLOCK: [&str; 16] = [
    "am", "a.m", "a.m.", "pm", "p.m", "p.m.", "o'clock", "gmt", "est", "edt", "utc", "bst", "cet",
    "pst", "pdt", "ist",
];

/// Words before a year.
const YEAR_PREPOSITIONS: [&str; 16] = [
    "in", "since", "by", "until", "till", "during", "from", "early", "late", "mid", "circa",
    "before", "after", "year", "of", "between",
];

/// Why a number is no quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// A number to dial.
    Phone,
    /// A clock time, or digits with marks and letters glued to them.
    Notation,
    /// A day or year.
    Date,
    /// Part of a name.
    Designation,
    /// Part of the title of a work.
    Title,
}

/// Why the number at hand is no quantity, if so; asked only where no unit was found.
pub(super) fn leave_alone(
    doc: &Doc<'_>,
    numeral: &Numeral,
    sentence: &Range<usize>,
    noun_follows: bool,
) -> Option<Reason> {
    let first = numeral.tokens.start;
    if is_dialled(doc, numeral, sentence) {
        return Some(Reason::Phone);
    }
    if doc.is_kind(first, Kind::Number) && numeral.tokens.len() == 1 {
        if in_notation(doc, first, sentence) {
            return Some(Reason::Notation);
        }
        if is_day(doc, first) || is_year(doc, numeral, noun_follows) {
            return Some(Reason::Date);
        }
    }
    is_designation(doc, first, sentence, noun_follows).then_some(Reason::Designation)
}

/// The same for a number that turned out to be no amount, titles included.
pub(super) fn why_left_alone(
    doc: &Doc<'_>,
    numeral: &Numeral,
    sentence: &Range<usize>,
) -> Option<Reason> {
    let end = numeral.tokens.end;
    if is_title(doc, numeral, sentence) {
        return Some(Reason::Title);
    }
    let noun = super::counted::after(doc, end, sentence.end, false).is_some();
    leave_alone(doc, numeral, sentence, noun)
}

/// Whether a date holds the number and no unit of time makes it a span.
pub(super) fn in_date(numeral: &Numeral, dates: &[Date]) -> bool {
    time::touching(dates, numeral.span).is_some()
}

/// Clock times, slashes, scores, ids: digits with a mark or letters glued to them.
fn in_notation(doc: &Doc<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let next = at + 1;
    let glued_next = next < sentence.end && doc.has_shape(next, Shape::GLUED);
    let glued = doc.has_shape(at, Shape::GLUED) && at > sentence.start;
    if doc.tag(at) == Tag::Ordinal || glued_next && doc.is_kind(next, Kind::Word) {
        return true;
    }
    if CLOCK.iter().any(|w| doc.is(next, w)) {
        return true;
    }
    let joint = |i: usize| {
        doc.is_mark(i, b'/') || doc.is_mark(i, b':') || doc.is_mark(i, b'.') || doc.is_mark(i, b'_')
    };
    let after = glued_next
        && joint(next)
        && doc.has_shape(next + 1, Shape::GLUED)
        && next + 1 < sentence.end;
    let before = glued
        && (joint(at - 1) && doc.has_shape(at - 1, Shape::GLUED)
            || matches!(doc.text_of(at - 1), "#" | "@" | "№" | "\u{2019}" | "'")
            || doc.is_kind(at - 1, Kind::Hyphen)
                && at > sentence.start + 1
                && glued_to_word(doc, at - 1));
    after || before || is_listing(doc, at, sentence)
}

/// "COVID -19", "A-12": a hyphen after a word.
fn glued_to_word(doc: &Doc<'_>, hyphen: usize) -> bool {
    doc.has_shape(hyphen - 1, Shape::CAPITAL)
        || doc.has_shape(hyphen, Shape::GLUED)
            && doc.is_kind(hyphen - 1, Kind::Word)
            && number_word(doc.tokens[hyphen - 1].id).is_none()
            && !doc.is(hyphen - 1, "to")
}

/// "1) ..." and "1. ..." at the start of a line.
fn is_listing(doc: &Doc<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let opened =
        at == sentence.start || at == sentence.start + 1 && doc.is_kind(at - 1, Kind::Open);
    opened && doc.is_kind(at + 1, Kind::Close) && doc.has_shape(at + 1, Shape::GLUED)
}

/// "7 March", "March 7".
fn is_day(doc: &Doc<'_>, at: usize) -> bool {
    let month = |i: usize| doc.can_be(i, Class::MONTH) && doc.has_shape(i, Shape::CAPITAL);
    let text = doc.text_of(at);
    let small = text.len() <= 2 || text.len() == 4;
    let of = doc.is(at + 1, "of") && month(at + 2);
    small
        && (month(at + 1)
            || of
            || at > 0 && month(at - 1)
            || at > 1 && doc.is_mark(at - 1, b',') && (month(at - 2) || at > 2 && month(at - 3)))
}

/// A bare four-digit number that the words around it make a year.
fn is_year(doc: &Doc<'_>, numeral: &Numeral, noun_follows: bool) -> bool {
    let at = numeral.tokens.start;
    let text = doc.text_of(at);
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    if text.len() == 2 && digits && doc.is_kind(at.wrapping_sub(1), Kind::Hyphen) {
        return after_year(doc, at);
    }
    if text.len() != 4 || !digits {
        return false;
    }
    let value = numeral.value.decimal();
    let before = |w: &str| at > 0 && doc.is(at - 1, w);
    let preposition = YEAR_PREPOSITIONS.iter().any(|w| before(w));
    let recent = value >= Decimal::from(1900) && value <= Decimal::from(2100);
    let past = value >= Decimal::from(1000) && value < Decimal::from(1900);
    if recent {
        let hedged = [
            "about",
            "around",
            "than",
            "over",
            "nearly",
            "almost",
            "some",
            "least",
            "to",
            "approximately",
        ]
        .iter()
        .any(|w| before(w));
        let round = text.ends_with("00") || text.ends_with("50");
        return !(noun_follows && (hedged || round && !preposition));
    }
    let later = value > Decimal::from(2100) && value < Decimal::from(2600);
    let by = ["by", "in", "until"].iter().any(|w| before(w));
    !noun_follows && (past && preposition && !before("of") || later && by || after_year(doc, at))
}

/// The second of two years: "1000 and 1260", "2012-13".
fn after_year(doc: &Doc<'_>, at: usize) -> bool {
    let Some(first) = at.checked_sub(2) else {
        return false;
    };
    let linked =
        doc.is_kind(at - 1, Kind::Hyphen) || ["and", "to"].iter().any(|w| doc.is(at - 1, w));
    let four = |i: usize| doc.text_of(i).len() == 4 && doc.is_kind(i, Kind::Number);
    let led = first > 0
        && (doc.can_be(first - 1, Class::PREP) || doc.has_shape(first - 1, Shape::ABBREVIATION));
    linked && four(first) && (led || doc.is_kind(at - 1, Kind::Hyphen))
}

/// A number that names something: "iPhone 11", "Article 5", "S&P 500", "Group of Seven".
fn is_designation(doc: &Doc<'_>, at: usize, sentence: &Range<usize>, noun_follows: bool) -> bool {
    let in_words = !doc.is_kind(at, Kind::Number);
    let capital = in_words
        && doc.has_shape(at, Shape::CAPITAL)
        && at > sentence.start
        && !opens_quote(doc, at);
    if capital && !headline(doc, sentence) {
        return true;
    }
    if at == sentence.start {
        return false;
    }
    let before = at - 1;
    let lower = !doc.has_shape(before, Shape::CAPITAL);
    let pair = lower && doc.is_kind(at + 1, Kind::Hyphen) && doc.is_kind(at + 2, Kind::Number);
    if DESIGNATORS.iter().any(|w| doc.is(before, w)) && !(lower && noun_follows) && !pair {
        return true;
    }
    if in_words || doc.is_mark(before, b')') {
        return false;
    }
    if is_brand(doc.text_of(before)) {
        return true;
    }
    let capital_noun = doc.tag(before) == Tag::Noun
        && doc.has_shape(before, Shape::CAPITAL)
        && before > sentence.start + 1;
    if is_age_behind_name(doc, at) {
        return false;
    }
    let name = (doc.tag(before) == Tag::Name || capital_noun) && !doc.can_be(before, Class::MONTH)
        || doc.has_shape(before, Shape::HAS_DIGIT);
    name && !(noun_follows
        && (doc.can_be(before, Class::PLACE) || doc.can_be(before, Class::WEEKDAY)))
}

/// "Million Dollar Baby", "The 40-Year-Old Virgin": a number and its unit inside a title.
pub(super) fn is_title(doc: &Doc<'_>, numeral: &Numeral, sentence: &Range<usize>) -> bool {
    let (first, end) = (numeral.tokens.start, numeral.tokens.end);
    let capital = |t: usize| doc.has_shape(t, Shape::CAPITAL) && doc.tokens[t].span.len() > 2;
    let hyphen = usize::from(doc.is_kind(end, Kind::Hyphen));
    let unit = end + hyphen;
    let in_words = doc.is_kind(first, Kind::Word);
    let number = if in_words {
        capital(first)
    } else {
        hyphen > 0 && first > sentence.start && capital(first - 1)
    };
    let inside = first > sentence.start && unit + 1 < sentence.end;
    let goes_on = || capital(unit) && (hyphen > 0 || capital(unit + 1));
    inside && number && goes_on() && !headline(doc, sentence)
}

/// "Ann Lee 44 has", "Ann Lee, 44": two digits right after the full name of a person.
pub(crate) fn is_age_behind_name(doc: &Doc<'_>, at: usize) -> bool {
    let before = (at.saturating_sub(5)..at).rev();
    let count = before.take_while(|t| doc.tag(*t) == Tag::Name).count();
    let two_digits = doc.is_kind(at, Kind::Number) && doc.text_of(at).len() == 2;
    two_digits
        && (2..=4).contains(&count)
        && doc.can_be(at - count, Class::GIVEN_NAME)
        && matches!(
            doc.tag(at + 1),
            Tag::Auxiliary | Tag::Modal | Tag::Past | Tag::Verb
        )
}

/// "iPhone", "eBay": a capital inside the word.
fn is_brand(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_lowercase) && letters.next().is_some_and(char::is_uppercase)
}

fn opens_quote(doc: &Doc<'_>, at: usize) -> bool {
    matches!(
        doc.tokens[at - 1].kind,
        Kind::DoubleQuote | Kind::SingleQuote | Kind::Open | Kind::Dash | Kind::Stop
    ) || doc.is_mark(at - 1, b':')
}

/// Whether nearly every word is capitalised, so that capitals tell nothing.
fn headline(doc: &Doc<'_>, sentence: &Range<usize>) -> bool {
    let words = sentence
        .clone()
        .take(40)
        .filter(|i| doc.is_kind(*i, Kind::Word) && doc.tokens[*i].span.len() > 3);
    let (capital, all) = words.fold((0usize, 0usize), |(c, n), i| {
        (c + usize::from(doc.has_shape(i, Shape::CAPITAL)), n + 1)
    });
    all >= 3 && capital * 10 > all * 7
}

/// "one" as a pronoun, "the two", and small number words that stand alone.
pub(super) fn is_pronoun(doc: &Doc<'_>, numeral: &Numeral, noun_follows: bool) -> bool {
    let at = numeral.tokens.start;
    if numeral.tokens.len() > 1 {
        return false;
    }
    let before = if at > 0 { doc.lower(at - 1) } else { "" };
    if doc.is(at, "one") {
        let fixed = matches!(
            before,
            "no" | "any"
                | "every"
                | "each"
                | "some"
                | "another"
                | "this"
                | "that"
                | "the"
                | "which"
                | "day"
                | "a"
                | "an"
                | "first"
        );
        let next = doc.lower(at + 1);
        return fixed
            || !noun_follows
            || matches!(next, "another" | "'s" | "by" | "day" | "thing" | "time");
    }
    let small = number_word(doc.tokens[at].id).is_some_and(|w| matches!(w.part, Part::Unit));
    small && !noun_follows && !is_said_to_be(doc, &numeral.tokens)
}

/// Whether the sentence is about the bare number itself: it says nothing else, or the
/// number is what there is ("there are two in the car") or the subject ("42 is the answer").
pub(super) fn is_said_to_be(doc: &Doc<'_>, number: &Range<usize>) -> bool {
    let be = Class::BE;
    let sentence = &doc.sentences[doc.sentence_of(number.start)].tokens;
    let mut others = sentence.clone().filter(|i| !number.contains(i));
    let alone = others.all(|i| doc.tag(i) == Tag::Mark);
    let there =
        number.start > 1 && doc.can_be(number.start - 1, be) && doc.is(number.start - 2, "there");
    let in_digits = doc.is_kind(number.start, Kind::Number);
    let subject = in_digits
        && (doc.can_be(number.end, be) || doc.can_be(number.end, Class::MODAL))
        && number.start.checked_sub(1).is_none_or(|before| {
            matches!(doc.tag(before), Tag::Mark | Tag::Conjunction | Tag::Number)
        });
    alone || there || subject
}

/// "the two", "these two": things that were named before.
pub(super) fn is_pair(doc: &Doc<'_>, numeral: &Numeral) -> bool {
    let at = numeral.tokens.start;
    numeral.tokens.len() == 1
        && doc.is(at, "two")
        && at > 0
        && ["the", "these", "those", "its", "their", "our", "both"]
            .iter()
            .any(|w| doc.is(at - 1, w))
        && !doc.can_be(at + 1, Class::TIME_NOUN)
}
