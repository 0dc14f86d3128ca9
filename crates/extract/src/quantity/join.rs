//! Neighbouring numbers that make one amount or share a unit: ranges, sums, lists.

use super::piece::Piece;
use super::{counted, guard, tally};
use crate::doc::Doc;
use crate::token::{Kind, Shape};
use claimbook_model::{Bound, Dimension, Form, Number};
use rust_decimal::Decimal;
use std::ops::Range;

/// How two numbers are linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// 10-15
    Hyphen,
    /// 10 to 15
    To,
    /// between 10 and 15
    And,
    /// 10 or 15; 10, 15 and 20
    List,
}

/// Joins the pieces of a sentence.
pub(super) fn all(doc: &Doc<'_>, pieces: &mut Vec<Piece>, sentence: &Range<usize>) {
    uncertain(doc, pieces);
    sums(doc, pieces);
    tally::all(doc, pieces, sentence);
    mark_scores(doc, pieces, sentence);
    ranges(doc, pieces, sentence);
    share_in_lists(doc, pieces, sentence);
}

/// "5 ± 0.2 mm", "5 mm +/- 0.2 mm": the first number is the amount, the second how near it is.
fn uncertain(doc: &Doc<'_>, pieces: &mut Vec<Piece>) {
    pieces.dedup_by(|second, first| {
        let gap = first.amount.tokens.end..second.amount.tokens.start;
        let sign = gap.len() == 1 && matches!(doc.text_of(gap.start), "±" | "∓")
            || gap.len() == 3 && doc.text_of_range(gap.clone()) == "+/-";
        if !sign {
            return false;
        }
        let (a, b) = (&mut first.amount, &second.amount);
        if a.unit.is_none() {
            a.unit.clone_from(&b.unit);
            a.unit_tokens.clone_from(&b.unit_tokens);
            a.dimension = b.dimension;
        }
        a.tokens.end = b.tokens.end;
        a.bound = Bound::About;
        a.rule = "join-uncertain";
        true
    });
}

/// "3 dollars 50 cents", "5 feet 2 inches".
fn sums(doc: &Doc<'_>, pieces: &mut Vec<Piece>) {
    pieces.dedup_by(|second, first| {
        let Some(value) = sum(doc, first, second) else {
            return false;
        };
        first.amount.value = Number::from(value);
        first.amount.tokens.end = second.amount.tokens.end;
        first.amount.number.end = second.amount.number.end;
        first.amount.rule = "join-sum";
        true
    });
}

fn sum(doc: &Doc<'_>, first: &Piece, second: &Piece) -> Option<Decimal> {
    let gap = first.amount.tokens.end..second.amount.tokens.start;
    let joined = gap.is_empty()
        || gap.len() == 1 && (doc.is(gap.start, "and") || doc.is_mark(gap.start, b','));
    if !joined || gap.start > gap.end || first.amount.value_max.is_some() {
        return None;
    }
    let (major, minor) = (first.amount.unit.as_ref()?, second.amount.unit.as_ref());
    let above = first.amount.value.decimal();
    let below = second.amount.value.decimal();
    if !above.is_integer() {
        return None;
    }
    let parts = match (major.code(), minor.map(|u| u.code())) {
        ("foot", Some("inch")) if below < Decimal::from(12) => 12,
        ("USD" | "EUR" | "CAD" | "AUD" | "HKD" | "SGD" | "NZD", Some("cent"))
        | ("GBP", Some("penny"))
            if below < Decimal::ONE_HUNDRED =>
        {
            100
        }
        _ if minor.is_none() && is_cents(doc, first, second) => 100,
        _ => return None,
    };
    let below = crate::numeral::quotient(below, Decimal::from(parts))?;
    above.checked_add(below)
}

/// "15 dollars 50", "17 USD 25".
fn is_cents(doc: &Doc<'_>, first: &Piece, second: &Piece) -> bool {
    let below = second.amount.value.decimal();
    let after = second.amount.tokens.end;
    let closed = doc
        .tokens
        .get(after)
        .is_none_or(|t| matches!(t.kind, Kind::Stop | Kind::Punct | Kind::Close));
    first.amount.dimension == Dimension::Currency
        && (!first.signed || first.amount.tokens.end < second.amount.tokens.start)
        && first.scale.is_none()
        && second.scale.is_none()
        && below.is_integer()
        && below < Decimal::ONE_HUNDRED
        && below >= Decimal::ONE
        && closed
}

/// "2-1", "555-1234-99": bare numbers around hyphens that bound nothing.
fn mark_scores(doc: &Doc<'_>, pieces: &mut [Piece], sentence: &Range<usize>) {
    for i in 0..pieces.len() {
        let Some(next) = pieces.get(i + 1) else { break };
        let bare = pieces[i].is_bare() && next.is_bare();
        if !bare || link(doc, &pieces[i], next, sentence) != Some(Link::Hyphen) {
            continue;
        }
        let chain = pieces
            .get(i + 2)
            .is_some_and(|p| link(doc, next, p, sentence) == Some(Link::Hyphen))
            || i > 0 && pieces[i - 1].dropped;
        let end = next.amount.tokens.end;
        let noun = counted::after(doc, end, sentence.end, false)
            .is_some_and(|n| !n.name.starts_with("thank"));
        let score = pieces[i].amount.value.decimal() < Decimal::from(30)
            && next.amount.value.decimal() < Decimal::from(30);
        let falling = next.amount.value < pieces[i].amount.value;
        let led = led(doc, pieces[i].amount.tokens.start, sentence.start);
        let small_first = score && !noun && !led && !is_standing(doc, end);
        if chain || small_first || falling && !noun && !is_standing(doc, end) {
            pieces[i].dropped = true;
            pieces[i + 1].dropped = true;
        }
    }
}

/// "2-0 down", "a 3-1 lead": a score that says how a match stands.
fn is_standing(doc: &Doc<'_>, at: usize) -> bool {
    [
        "lead",
        "down",
        "up",
        "ahead",
        "behind",
        "win",
        "victory",
        "defeat",
        "loss",
        "advantage",
        "deficit",
    ]
    .iter()
    .any(|w| doc.is(at, w))
}

/// "from", "between" or "about" before a pair of numbers.
fn led(doc: &Doc<'_>, start: usize, first: usize) -> bool {
    start > first
        && matches!(
            doc.text_of(start - 1),
            "from" | "between" | "about" | "around" | "of" | "From" | "Between"
        )
}

/// What stands between two pieces, if it links them.
pub(super) fn link(
    doc: &Doc<'_>,
    first: &Piece,
    second: &Piece,
    sentence: &Range<usize>,
) -> Option<Link> {
    let gap = first.amount.tokens.end..second.amount.tokens.start;
    if gap.start >= gap.end || gap.len() > 5 {
        return None;
    }
    let mut words = gap.clone();
    if words.len() > 1 && doc.is_kind(words.start, Kind::Hyphen) {
        words.start += 1;
    }
    if words.len() > 1 && doc.is_kind(words.end - 1, Kind::Hyphen) {
        words.end -= 1;
    }
    let word = words.start;
    if words.len() == 1 {
        let dash = doc.is_kind(word, Kind::Hyphen) && doc.has_shape(word, Shape::GLUED)
            || doc.is_kind(word, Kind::Dash)
                && matches!(doc.text_of(word), "-" | "\u{2013}" | "\u{2012}")
            || matches!(doc.text_of(word), "~");
        if dash {
            return Some(Link::Hyphen);
        }
    }
    let between = opened_by(doc, first.amount.tokens.start, sentence.start, "between");
    let hedged = words.len() > 1 && !(word + 1..words.end).all(|i| is_hedge_word(doc, i));
    if hedged {
        return None;
    }
    if doc.is(word, "to") || doc.is(word, "through") || doc.is(word, "till") {
        return Some(Link::To);
    }
    if doc.is(word, "and") && between {
        return Some(Link::And);
    }
    let comma = doc.is_mark(word, b',')
        && (words.len() == 1 || doc.is(word + 1, "and") || doc.is(word + 1, "or"));
    (doc.is(word, "or") || doc.is(word, "and") || comma).then_some(Link::List)
}

fn is_hedge_word(doc: &Doc<'_>, at: usize) -> bool {
    matches!(
        doc.text_of(at),
        "about"
            | "around"
            | "just"
            | "over"
            | "nearly"
            | "almost"
            | "some"
            | "roughly"
            | "up"
            | "to"
            | "as"
            | "much"
            | "many"
            | "more"
            | "than"
            | "a"
            | "approximately"
            | "only"
    )
}

/// Whether `word` stands before the amount, at most hedges between.
fn opened_by(doc: &Doc<'_>, start: usize, first: usize, word: &str) -> bool {
    let mut at = start;
    while at > first {
        at -= 1;
        if doc.is(at, word) {
            return true;
        }
        if !is_hedge_word(doc, at) || start - at > 3 {
            return false;
        }
    }
    false
}

/// Joins linked pairs into ranges and from-to pairs.
fn ranges(doc: &Doc<'_>, pieces: &mut Vec<Piece>, sentence: &Range<usize>) {
    pieces.dedup_by(|second, first| {
        let form = range_form(doc, first, second, sentence);
        form.inspect(|form| merge(first, second, *form)).is_some()
    });
}

fn range_form(
    doc: &Doc<'_>,
    first: &Piece,
    second: &Piece,
    sentence: &Range<usize>,
) -> Option<Form> {
    if first.dropped
        || second.dropped
        || first.amount.value_max.is_some()
        || second.amount.value_max.is_some()
    {
        return None;
    }
    let start = first.amount.tokens.start;
    let from = opened_by(doc, start, sentence.start, "from");
    let linked = link(doc, first, second, sentence)
        .or_else(|| (from && far_to(doc, first, second)).then_some(Link::To))?;
    let by_part = linked == Link::To && is_part(first) && !is_part(second);
    if by_part || !units_agree(first, second) {
        return None;
    }
    match linked {
        Link::List => None,
        Link::And | Link::Hyphen => Some(Form::Range),
        Link::To if from => Some(if moves(doc, start, sentence.start) {
            Form::FromTo
        } else {
            Form::Range
        }),
        Link::To => {
            let whole = !first.is_bare()
                && super::change::governing(doc, start, sentence.start, first.amount.dimension)
                    .is_some();
            (!whole).then_some(Form::Range)
        }
    }
}

/// "fell by a third to $12bn": a part is no lower end of a sum.
fn is_part(piece: &Piece) -> bool {
    piece.numeral.rule == "numeral-fraction" && piece.amount.value.decimal() < Decimal::ONE
}

/// "from $75 a barrel in October to $45": some words between, no mark, then "to".
fn far_to(doc: &Doc<'_>, first: &Piece, second: &Piece) -> bool {
    let gap = first.amount.tokens.end..second.amount.tokens.start;
    gap.len() < 9
        && gap.end > gap.start
        && doc.is(gap.end - 1, "to")
        && !first.is_bare()
        && gap.clone().all(|i| {
            doc.is_kind(i, Kind::Word) && !doc.tag(i).is_finite() || doc.is_kind(i, Kind::Number)
        })
}

/// Whether the two can be ends of one amount.
fn units_agree(first: &Piece, second: &Piece) -> bool {
    match (&first.amount.unit, &second.amount.unit) {
        (Some(a), Some(b)) => {
            a == b && first.amount.dimension == second.amount.dimension
                || b.code()
                    .strip_prefix(a.code())
                    .is_some_and(|rest| rest.starts_with("_per_"))
                || a.code()
                    .strip_prefix(b.code())
                    .is_some_and(|rest| rest.starts_with("_per_"))
        }
        _ => true,
    }
}

/// Whether a word of change stands before "from".
fn moves(doc: &Doc<'_>, start: usize, first: usize) -> bool {
    let from = first.max(start.saturating_sub(12));
    (from..start).any(|i| {
        super::tables::tables().change(doc.tokens[i].id).is_some()
            || matches!(doc.text_of(i), "up" | "down")
    })
}

fn merge(first: &mut Piece, second: &Piece, form: Form) {
    share_scale(first, second);
    let (a, b) = (&mut first.amount, &second.amount);
    let better = match (&a.unit, &b.unit) {
        (None, _) => true,
        (Some(x), Some(y)) => y.code().len() > x.code().len(),
        _ => false,
    };
    if better {
        a.unit.clone_from(&b.unit);
        a.unit_tokens.clone_from(&b.unit_tokens);
        a.dimension = b.dimension;
    }
    a.value_max = Some(b.value);
    a.form = form;
    a.tokens.end = b.tokens.end;
    a.number.end = b.number.end;
    a.rule = match form {
        Form::FromTo => "join-from-to",
        _ => "join-range",
    };
    first.scale = first.scale.or(second.scale);
}

/// "$10 to $15 billion": the scale holds for both when their numbers are near each other.
fn share_scale(first: &mut Piece, second: &Piece) {
    let (None, Some(scale)) = (first.scale, second.scale) else {
        return;
    };
    let value = first.amount.value.decimal();
    let near = second
        .amount
        .value
        .decimal()
        .checked_div(scale)
        .is_some_and(|other| {
            let twenty = Decimal::from(20);
            value < Decimal::ONE_THOUSAND
                && value.checked_mul(twenty).is_some_and(|v| v >= other)
                && other.checked_mul(twenty).is_some_and(|o| o >= value)
        });
    if near {
        let kept = first.multiply(scale);
        debug_assert!(kept.is_some() || first.scale.is_none());
    }
}

/// "8 or $9", "eight or nine euros": the bare one takes its neighbour's unit.
fn share_in_lists(doc: &Doc<'_>, pieces: &mut [Piece], sentence: &Range<usize>) {
    for i in (0..pieces.len().saturating_sub(1)).rev() {
        let (head, tail) = pieces.split_at_mut(i + 1);
        let (Some(first), Some(second)) = (head.last_mut(), tail.first()) else {
            return;
        };
        if first.dropped
            || !first.is_bare()
            || link(doc, first, second, sentence) != Some(Link::List)
        {
            continue;
        }
        if let Some(unit) = second.amount.unit.clone() {
            let or = doc.is(second.amount.tokens.start - 1, "or");
            if or {
                share_scale(first, second);
            }
            first
                .amount
                .unit_tokens
                .clone_from(&second.amount.unit_tokens);
            first.set_unit(unit, second.amount.dimension, "join-list");
        }
    }
}

/// "more than 10 and less than 20" is one range.
pub(super) fn bounds(doc: &Doc<'_>, pieces: &mut Vec<Piece>) {
    pieces.dedup_by(|second, first| {
        let joined = bound_each_other(doc, first, second);
        if joined {
            first.amount.bound = Bound::Equal;
            merge(first, second, Form::Range);
        }
        joined
    });
}

fn bound_each_other(doc: &Doc<'_>, first: &Piece, second: &Piece) -> bool {
    let gap = first.amount.tokens.end..second.amount.tokens.start;
    let near = gap.start < gap.end
        && gap.len() <= 2
        && (doc.is(gap.start, "and") || doc.is(gap.start, "but"));
    let low = |b: Bound| matches!(b, Bound::MoreThan | Bound::AtLeast);
    let high = |b: Bound| matches!(b, Bound::LessThan | Bound::AtMost);
    let (a, b) = (&first.amount, &second.amount);
    let ordered = low(a.bound) && high(b.bound) && a.value < b.value
        || high(a.bound) && low(b.bound) && a.value > b.value;
    near && ordered
        && units_agree(first, second)
        && a.value_max.is_none()
        && b.value_max.is_none()
        && !guard::is_pronoun(doc, &first.numeral, true)
}
