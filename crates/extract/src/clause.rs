//! Clauses: each finite verb with its subject and the words that hang on it.
//!
//! A shallow reading without a parser: a subject is looked for between the
//! verb and what closes off the words before it (another verb, a subordinator, a
//! mark); a verb that finds none shares the subject of the verb before it.

use crate::class::Class;
use crate::doc::Doc;
use crate::phrase::{NounPhrase, Phrases, VerbGroup};
use crate::tag::Tag;
use crate::time::is_offset;
use crate::token::Kind;
use std::ops::Range;

/// A finite verb with its subject and its stretch of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clause {
    /// From the subject (or what introduces the clause) to the next clause.
    pub(crate) tokens: Range<usize>,
    /// Tokens of the subject's noun phrase, "of"-phrases not included.
    pub(crate) subject: Option<Range<usize>>,
    /// Tokens of the verb group.
    pub(crate) verb: Range<usize>,
    /// The main verb.
    pub(crate) main: usize,
}

/// The clauses of one sentence, in order. A sentence without a finite verb has none.
pub(crate) fn of_sentence(doc: &Doc<'_>, phrases: &Phrases, sentence: Range<usize>) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    let finite = phrases
        .verbs_in(sentence.clone())
        .iter()
        .filter(|v| v.finite);
    for verb in finite {
        let from = clauses.last().map_or(sentence.start, |c| c.verb.end);
        let opening = Opening::before(doc, phrases, from, verb, clauses.last());
        if let Some(last) = clauses.last_mut() {
            last.tokens.end = opening.start;
        }
        clauses.push(Clause {
            tokens: opening.start..sentence.end,
            subject: opening.subject,
            verb: verb.tokens.clone(),
            main: verb.main,
        });
    }
    if let Some(first) = clauses.first_mut() {
        first.tokens.start = sentence.start;
    }
    clauses
}

/// The clause that holds the token.
pub(crate) fn holding(clauses: &[Clause], token: usize) -> Option<&Clause> {
    clauses
        .iter()
        .rev()
        .find(|c| c.tokens.contains(&token))
        .or_else(|| clauses.first())
}

/// Where a clause begins, and its subject.
struct Opening {
    start: usize,
    subject: Option<Range<usize>>,
}

impl Opening {
    fn before(
        doc: &Doc<'_>,
        phrases: &Phrases,
        from: usize,
        verb: &VerbGroup,
        last: Option<&Clause>,
    ) -> Self {
        let edge = boundary(doc, from, verb.tokens.start);
        let nouns = phrases.nouns_in(edge.start..verb.tokens.start);
        if let Some(relative) = edge.relative {
            let antecedent = phrases.noun_at(relative.saturating_sub(1)).or_else(|| {
                let before = relative.saturating_sub(1);
                if doc.is_mark(before, b',') || doc.is_kind(before, Kind::Close) {
                    phrases.noun_at(relative.saturating_sub(2))
                } else {
                    None
                }
            });
            if nouns.is_empty() {
                return Self {
                    start: relative,
                    subject: antecedent.map(|n| n.tokens.clone()),
                };
            }
        }
        if shares_subject(doc, from, verb) {
            let relative = last.is_some_and(|c| doc.tag(c.tokens.start) == Tag::Wh);
            let closed = relative && doc.is_mark(verb.tokens.start - 1, b',');
            let subject = last.and_then(|c| c.subject.clone());
            return Self {
                start: edge.start.max(verb.tokens.start),
                subject: subject.map(|s| {
                    if closed {
                        governing_noun(doc, phrases, s)
                    } else {
                        s
                    }
                }),
            };
        }
        let resumed = resumes_outer_clause(doc, from, &edge, last);
        let subject = nouns.iter().find(|n| is_free(doc, n) && !resumed);
        match subject {
            Some(noun) => Self {
                start: edge.start.min(noun.tokens.start),
                subject: Some(noun.tokens.clone()),
            },
            None => Self {
                start: if resumed {
                    verb.tokens.start
                } else {
                    edge.start
                },
                subject: last.and_then(|c| {
                    let subject = c.subject.clone()?;
                    Some(if resumed {
                        governing_noun(doc, phrases, subject)
                    } else {
                        subject
                    })
                }),
            },
        }
    }
}

/// "Shares in the firm, which employs 300, fell": behind the relative clause the verb goes
/// on from the noun that its antecedent hangs on.
fn governing_noun(doc: &Doc<'_>, phrases: &Phrases, mut noun: Range<usize>) -> Range<usize> {
    while let Some(before) = noun.start.checked_sub(2)
        && doc.tag(noun.start - 1) == Tag::Preposition
        && doc.tag(before).is_nominal()
        && let Some(outer) = phrases.noun_at(before)
    {
        noun = outer.tokens.clone();
    }
    noun
}

/// "the defence that gave up 517 yards would ...": after a relative clause the
/// noun phrases before the next verb are objects, and its subject is the antecedent.
fn resumes_outer_clause(doc: &Doc<'_>, from: usize, edge: &Edge, last: Option<&Clause>) -> bool {
    let relative = last.is_some_and(|c| doc.tag(c.tokens.start) == Tag::Wh);
    relative && !edge.met && after_a_verb(doc, from)
}

/// "noted ... and drew up", "restore ..., ensure ...": a verb right after a
/// conjunction or comma goes on with the subject of the verb before it.
fn shares_subject(doc: &Doc<'_>, from: usize, verb: &VerbGroup) -> bool {
    let Some(before) = verb.tokens.start.checked_sub(1).filter(|b| *b >= from) else {
        return false;
    };
    after_a_verb(doc, from) && (doc.tag(before) == Tag::Conjunction || doc.is_mark(before, b','))
}

/// What closes off the words before a verb.
struct Edge {
    start: usize,
    /// Whether a boundary was met, wherever it stands.
    met: bool,
    /// The relative pronoun that opens the clause.
    relative: Option<usize>,
}

/// The last boundary between `from` and the verb at `to`.
fn boundary(doc: &Doc<'_>, from: usize, to: usize) -> Edge {
    let mut edge = Edge {
        start: from,
        met: false,
        relative: None,
    };
    for at in from..to {
        match doc.tag(at) {
            Tag::Subordinator => {
                edge = Edge {
                    start: at,
                    met: true,
                    relative: None,
                }
            }
            Tag::Wh => {
                edge = Edge {
                    start: at + 1,
                    met: true,
                    relative: Some(at),
                }
            }
            Tag::Conjunction if object_ends(doc, from, &edge, at, to) => {
                edge = Edge {
                    start: at,
                    met: true,
                    relative: None,
                }
            }
            Tag::Mark if closes(doc, at) && edge.relative.is_none() => {
                edge = Edge {
                    start: at + 1,
                    met: true,
                    relative: None,
                }
            }
            Tag::Mark if doc.is_mark(at, b',') && object_ends(doc, from, &edge, at, to) => {
                edge = Edge {
                    start: at + 1,
                    met: true,
                    relative: None,
                };
            }
            _ => {}
        }
    }
    edge
}

/// Whether the object of the verb before `from` ends at the conjunction or comma `at`
/// and a new subject follows.
fn object_ends(doc: &Doc<'_>, from: usize, edge: &Edge, at: usize, to: usize) -> bool {
    let first = !edge.met || follows_amount(doc, at);
    first && after_a_verb(doc, from) && subject_follows(doc, at + 1, to)
}

/// "fell 2%, Ford by 3% and Audi was down": nothing is joined to an amount but a clause.
fn follows_amount(doc: &Doc<'_>, conjunction: usize) -> bool {
    let before = conjunction.saturating_sub(1);
    doc.tag(conjunction) == Tag::Conjunction
        && (doc.tag(before) == Tag::Number || doc.is_mark(before, b'%'))
}

/// Whether the stretch from `from` follows a verb, so that a noun phrase in it may be
/// that verb's object.
fn after_a_verb(doc: &Doc<'_>, from: usize) -> bool {
    from > 0 && doc.tag(from - 1).is_verb()
}

/// Whether a noun phrase begins at `at` and nothing but it and its complements stand
/// before the verb at `to`.
fn subject_follows(doc: &Doc<'_>, at: usize, to: usize) -> bool {
    at < to
        && matches!(
            doc.tag(at),
            Tag::Determiner | Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Adjective | Tag::Number
        )
        && (at..to).all(|i| doc.tag(i) != Tag::Conjunction || i + 1 < to)
}

fn closes(doc: &Doc<'_>, at: usize) -> bool {
    doc.is_mark(at, b';')
        || doc.is_mark(at, b':')
        || doc.is_kind(at, Kind::Dash)
        || doc.is_kind(at, Kind::DoubleQuote)
}

/// Whether a noun phrase is not governed by a preposition.
fn is_free(doc: &Doc<'_>, noun: &NounPhrase) -> bool {
    let time = doc.can_be(
        noun.head,
        Class::TIME_NOUN.with(Class::WEEKDAY).with(Class::MONTH),
    );
    let Some(before) = noun.tokens.start.checked_sub(1) else {
        return !(time && is_offset(doc.lower(noun.tokens.end)));
    };
    let hedged = doc.tag(noun.tokens.start) == Tag::Number && HEDGES.contains(&doc.lower(before))
        || doc.lower(noun.tokens.start) == "least" && doc.lower(before) == "at";
    let counted = doc.lower(before) == "of" && before > 0 && doc.tag(before - 1) == Tag::Number;
    (doc.tag(before) != Tag::Preposition || counted || hedged) && !time && !is_role(doc, noun)
}

/// "as a result the toll rose", "As president, he ...": a phrase after "as" that has no
/// verb of its own.
fn is_role(doc: &Doc<'_>, noun: &NounPhrase) -> bool {
    let after_as = noun.tokens.start > 0 && doc.lower(noun.tokens.start - 1) == "as";
    let next = doc.tag(noun.tokens.end);
    after_as
        && matches!(
            next,
            Tag::Determiner | Tag::Pronoun | Tag::Noun | Tag::Name | Tag::Mark
        )
}

/// Prepositions that hedge the number after them.
const HEDGES: [&str; 9] = [
    "over", "under", "about", "around", "above", "below", "up", "near", "than",
];
