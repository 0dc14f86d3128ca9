//! Which way an amount went, by the verb or predicate that governs it.

use super::tables::{Use, tables};
use crate::doc::Doc;
use crate::tag::Tag;
use crate::token::Kind;
use claimbook_model::{Dimension, Direction};

/// A direction, the word that says so, and whether the amount is the new level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) direction: Direction,
    pub(super) word: usize,
    pub(super) to_level: bool,
    /// The rule that tells it.
    pub(super) rule: &'static str,
}

/// Most tokens between a verb and the "by" or "to" of its amount.
const REACH: usize = 9;

/// The change that governs the amount whose hedge begins at `start`.
pub(super) fn governing(
    doc: &Doc<'_>,
    start: usize,
    first: usize,
    dimension: Dimension,
) -> Option<Change> {
    let mut at = start.checked_sub(1).filter(|i| *i >= first)?;
    while at > first
        && (matches!(doc.tag(at), Tag::Adverb | Tag::Determiner) && particle(doc, at).is_none()
            || matches!(
                doc.lower(at),
                "further"
                    | "another"
                    | "additional"
                    | "only"
                    | "just"
                    | "record"
                    | "whopping"
                    | "staggering"
            ))
    {
        at -= 1;
    }
    if let Some(direction) = particle(doc, at) {
        let deed = dimension == Dimension::Count && is_phrasal(doc, at, first);
        return after_particle(doc, at, first, direction).filter(|_| !deed);
    }
    let preposition = matches!(doc.lower(at), "by" | "to");
    if !preposition {
        return direct(doc, at, dimension);
    }
    let to_level = doc.is(at, "to");
    if at > first
        && let Some(direction) = particle(doc, at - 1)
    {
        return Some(Change {
            direction,
            word: at - 1,
            to_level,
            rule: "change-predicate",
        });
    }
    behind(doc, at, first, to_level)
}

/// "shot down 23 drones", "rounded up 40 people": a particle of the verb.
fn is_phrasal(doc: &Doc<'_>, particle: usize, first: usize) -> bool {
    particle > first && {
        let lemma = doc.lemma(particle - 1);
        doc.tag(particle - 1).is_verb()
            && doc.tag(particle - 1) != Tag::Auxiliary
            && !MOVING.contains(&lemma)
            && tables().change(doc.tokens[particle - 1].id).is_none()
    }
}

/// up, down, higher, lower beside an amount.
fn particle(doc: &Doc<'_>, at: usize) -> Option<Direction> {
    match doc.lower(at) {
        "up" | "higher" => Some(Direction::Up),
        "down" | "lower" => Some(Direction::Down),
        _ => match doc.text_of(at) {
            "up" | "Up" => Some(Direction::Up),
            "down" | "Down" => Some(Direction::Down),
            _ => None,
        },
    }
}

/// Verbs beside which "up" and "down" tell of a change.
const MOVING: [&str; 14] = [
    "be", "close", "come", "creep", "edge", "end", "finish", "go", "inch", "move", "nudge", "open",
    "tick", "trade",
];

/// "up 5%": not "up to", "made up 5%", "up from".
fn after_particle(doc: &Doc<'_>, at: usize, first: usize, direction: Direction) -> Option<Change> {
    let verb = at
        .checked_sub(1)
        .filter(|i| *i >= first)
        .map_or("", |i| doc.lemma(i));
    let other = matches!(
        verb,
        "make"
            | "take"
            | "set"
            | "put"
            | "pick"
            | "give"
            | "use"
            | "open"
            | "buy"
            | "sign"
            | "write"
            | "lay"
            | "break"
            | "turn"
            | "shut"
            | "end"
            | "tie"
    );
    (!other || verb == "end").then_some(Change {
        direction,
        word: at,
        to_level: false,
        rule: "change-predicate",
    })
}

/// "rose 5%", "lost 1.1%".
fn direct(doc: &Doc<'_>, at: usize, dimension: Dimension) -> Option<Change> {
    let (direction, use_) = tables().change(doc.tokens[at].id)?;
    let fits = match use_ {
        Use::Any => true,
        Use::Market => matches!(
            dimension,
            Dimension::Ratio | Dimension::Points | Dimension::Currency
        ),
        Use::Object => matches!(dimension, Dimension::Ratio),
    };
    (fits && is_verb(doc, at)).then_some(Change {
        direction,
        word: at,
        to_level: false,
        rule: "change-verb",
    })
}

fn is_verb(doc: &Doc<'_>, at: usize) -> bool {
    doc.tag(at).is_verb()
        || doc.tag(at) == Tag::Adjective && !doc.can_be(at, crate::class::Class::NOUN)
}

/// "rose in March by 5%", "cut its rate to 5%": the verb some words before.
fn behind(doc: &Doc<'_>, preposition: usize, first: usize, to_level: bool) -> Option<Change> {
    let from = first.max(preposition.saturating_sub(REACH));
    for i in (from..preposition).rev() {
        if doc.tokens[i].kind != Kind::Word && doc.tokens[i].kind != Kind::Hyphen {
            return None;
        }
        if let Some((direction, _)) = tables()
            .change(doc.tokens[i].id)
            .filter(|_| is_verb(doc, i))
        {
            return Some(Change {
                direction,
                word: i,
                to_level,
                rule: "change-verb",
            });
        }
        if doc.tag(i).is_verb() || doc.tag(i) == Tag::Conjunction {
            return None;
        }
    }
    None
}
