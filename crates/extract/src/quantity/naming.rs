//! Units for numbers that have none beside them: ages, parts of a whole, and the
//! noun that is counted.

use super::parts::Parts;
use super::piece::{Piece, follows_aged};
use super::{bounds, counted, guard, people, unit};
use crate::class::Class;
use crate::doc::Doc;
use crate::layers::Amount;
use crate::tag::Tag;
use crate::time::is_offset;
use crate::token::Kind;
use claimbook_model::annotation::Because;
use claimbook_model::{Dimension, Unit};
use rust_decimal::Decimal;
use std::ops::Range;

/// What the amounts before in the sentence were counted in, for those that leave it out.
#[derive(Debug, Default)]
struct Seen {
    counted: Option<Unit>,
    points: Option<Unit>,
}

/// Gives a unit to every piece that lacks one, and drops those that count nothing.
pub(super) fn all(doc: &Doc<'_>, pieces: &mut Vec<Piece>, sentence: &Range<usize>) {
    let mut seen = Seen::default();
    let mut taken = sentence.start;
    for i in 0..pieces.len() {
        if pieces[i].amount.tokens.start < taken {
            pieces[i].dropped = true;
            continue;
        }
        let next = pieces
            .get(i + 1)
            .map_or(sentence.end, |p| p.amount.tokens.start);
        name_unit(doc, &mut pieces[i], sentence, next, &seen);
        let amount = &pieces[i].amount;
        taken = amount.tokens.end;
        match amount.dimension {
            Dimension::Count => seen.counted.clone_from(&amount.unit),
            Dimension::Points => seen.points.clone_from(&amount.unit),
            _ => {}
        }
    }
    borrow(doc, pieces);
    pieces.retain(|p| !p.dropped && (!p.is_bare() || counts_something(doc, p)));
}

/// "253 of 277 seats", "eight or nine guards": the unit of the next one holds for both.
fn borrow(doc: &Doc<'_>, pieces: &mut [Piece]) {
    for i in (0..pieces.len().saturating_sub(1)).rev() {
        let (head, tail) = pieces.split_at_mut(i + 1);
        let (Some(first), Some(second)) = (head.last_mut(), tail.first()) else {
            return;
        };
        let gap = first.amount.tokens.end..second.amount.tokens.start;
        let links = gap.start < gap.end
            && (gap.len() == 1 && (doc.is(gap.start, "or") || doc.is(gap.start, "and"))
                || gap.len() <= 4 && part_of(doc, gap));
        let one = doc.is(first.amount.tokens.start, "one");
        let counts = !one && second.amount.dimension == Dimension::Count && !second.dropped;
        if links
            && counts
            && first.is_bare()
            && let Some(unit) = second.amount.unit.clone()
        {
            first
                .amount
                .unit_tokens
                .clone_from(&second.amount.unit_tokens);
            first.set_unit(unit, Dimension::Count, "join-list");
        }
    }
}

/// "of", "of the", "out of the", "of its".
fn part_of(doc: &Doc<'_>, gap: Range<usize>) -> bool {
    let out = usize::from(doc.is(gap.start, "out"));
    let of = gap.start + out;
    doc.is(of, "of") && (of + 1..gap.end).all(|i| doc.tag(i) == Tag::Determiner || doc.is(i, "all"))
}

/// Not a bare number before a hyphen, nor a small number word.
fn counts_something(doc: &Doc<'_>, piece: &Piece) -> bool {
    !doc.is_kind(piece.amount.tokens.end, Kind::Hyphen)
        && !guard::is_pronoun(doc, &piece.numeral, false)
}

/// Ages, parts of wholes and counted nouns for a number without a unit.
fn name_unit(doc: &Doc<'_>, piece: &mut Piece, sentence: &Range<usize>, next: usize, seen: &Seen) {
    if !piece.is_bare() {
        return;
    }
    let amount = &piece.amount;
    let end = amount.tokens.end;
    let bracket = amount.value_max.is_some() && follows_aged(doc, amount.tokens.start);
    if bracket || guard::is_pair(doc, &piece.numeral) {
        piece.dropped = true;
        return;
    }
    if is_age(doc, amount, sentence) {
        piece.set_unit(Unit::fixed("year"), Dimension::Age, "unit-age");
        return;
    }
    if matches!(piece.numeral.rule, "numeral-fraction" | "numeral-ratio")
        && amount.value.decimal() < Decimal::ONE
    {
        piece.set_unit(Unit::fixed("fraction"), Dimension::Ratio, "unit-fraction");
        return;
    }
    if let Some(point) = level_in_points(doc, amount, sentence, seen.points.as_ref()) {
        piece.set_unit(point, Dimension::Points, "unit-points");
        return;
    }
    if percent_of(doc, amount.tokens.start, sentence.start) {
        piece.set_unit(Unit::fixed("percent"), Dimension::Ratio, "unit-ratio");
        return;
    }
    if let Some((noun, end)) = compounded(doc, end, sentence.end) {
        piece.amount.unit_tokens = Some(piece.amount.tokens.end..end);
        piece.amount.tokens.end = end;
        piece.set_unit(Unit::fixed(noun), Dimension::Count, "unit-counted-compound");
        return;
    }
    let one = amount.value.decimal() == Decimal::ONE;
    let limit = if next > end { next } else { sentence.end };
    let hedge = bounds::after(doc, end, sentence.end).map_or(end, |h| h.tokens.end);
    let from = if hedge < limit { hedge } else { end };
    if let Some(state) = people::state_after(doc, from, limit) {
        piece.amount.unit_tokens = Some(state..state + 1);
        piece.amount.tokens.end = state + 1;
        piece.set_unit(Unit::fixed("person"), Dimension::Count, "unit-people");
        return;
    }
    if !doc.is_kind(from, Kind::Hyphen)
        && let Some(noun) = counted::after(doc, from, limit, one)
    {
        take_counted(doc, piece, noun, sentence);
        return;
    }
    if let Some((unit, end)) = per_time(doc, end, sentence.end, seen.counted.as_ref()) {
        piece.amount.unit_tokens = Some(piece.amount.tokens.end..end);
        piece.amount.tokens.end = end;
        let dimension = unit.dimension();
        piece.set_unit(unit, dimension, "unit-compound");
        return;
    }
    if doc.is(end, "who") {
        piece.set_unit(Unit::fixed("person"), Dimension::Count, "unit-counted");
        return;
    }
    if let Some(noun) = numbered(doc, amount.tokens.start, sentence) {
        piece.set_unit(Unit::new(&noun.name), Dimension::Count, "unit-counted");
        return;
    }
    if counts_people(doc, piece, sentence) {
        piece.set_unit(Unit::fixed("person"), Dimension::Count, "unit-people");
        return;
    }
    let more = matches!(doc.lower(end), "more" | "others") && doc.is_kind(end - 1, Kind::Number);
    let compared = more || compares(doc, amount.tokens.start, sentence.start);
    if let Some(unit) = seen.counted.as_ref().filter(|_| compared) {
        piece.set_unit(unit.clone(), Dimension::Count, "unit-counted");
    }
}

/// "killed 13", "some 3,000 were displaced", "the death toll rose to 56".
fn counts_people(doc: &Doc<'_>, piece: &Piece, sentence: &Range<usize>) -> bool {
    let amount = &piece.amount;
    let hedge = bounds::before(doc, amount.tokens.start, sentence.start, amount.dimension);
    let start = hedge.map_or(amount.tokens.start, |h| h.tokens.start);
    let whole = amount.value.decimal().is_integer();
    whole
        && (people::verb_of(doc, amount.number.end, start, sentence.end).is_some()
            || people::is_toll(doc, start, sentence.start))
}

/// Nouns for what a thing has so many of, hyphenated before it ("a 48-page report"),
/// and what they count.
const COMPOUNDED: [(&str, &str); 13] = [
    ("bed", "bed"),
    ("bedroom", "bedroom"),
    ("count", "count"),
    ("country", "country"),
    ("item", "item"),
    ("judge", "judge"),
    ("member", "member"),
    ("nation", "nation"),
    ("page", "page"),
    ("person", "person"),
    ("room", "room"),
    ("seat", "seat"),
    ("strong", "person"),
];

/// What a number counts in a compound before a thing, and where the compound ends.
fn compounded(doc: &Doc<'_>, at: usize, end: usize) -> Option<(&'static str, usize)> {
    let parts = Parts::new(doc, at, end);
    let first = parts.get(0)?;
    let named = |row: &&(&str, &str)| first.text.eq_ignore_ascii_case(row.0);
    let (word, noun) = COMPOUNDED.iter().find(named)?;
    let joined = first.hyphen || *word == "strong";
    joined.then_some((*noun, parts.end_of(1)?))
}

/// "the number of evacuees at 14,000", "the number of jobs rose to 40": what the number
/// before the amount is of.
fn numbered(doc: &Doc<'_>, start: usize, sentence: &Range<usize>) -> Option<counted::Counted> {
    let led = matches!(
        doc.lower(start.checked_sub(1)?),
        "at" | "to" | "was" | "reached" | "is"
    );
    let number = (sentence.start..start)
        .rev()
        .find(|t| doc.is(*t, "number"))?;
    let between = || number + 1..start - 1;
    let clear = between()
        .all(|t| !matches!(doc.tag(t), Tag::Subordinator | Tag::Wh) && !doc.is_mark(t, b','));
    let of = led && clear && doc.is(number + 1, "of");
    of.then(|| counted::after(doc, number + 2, start, false))?
}

/// "compared with 20 per week": what was counted before, by the unit of time that follows,
/// and where that ends.
fn per_time(doc: &Doc<'_>, at: usize, end: usize, counted: Option<&Unit>) -> Option<(Unit, usize)> {
    let per = doc.is(at, "per") || doc.is(at, "a") || doc.is(at, "an");
    let time = doc.lower(at + 1);
    let timed = matches!(
        time,
        "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year"
    );
    let noun = counted?.code().replace(' ', "_");
    let earlier = is_offset(doc.lower(at + 2));
    let plain = !noun.contains("_per_") && !earlier;
    (per && timed && plain && at + 1 < end)
        .then(|| (Unit::new(&format!("{noun}_per_{time}")), at + 2))
}

/// "rose 64 points to 4,577": a level after a difference in points.
fn level_in_points(
    doc: &Doc<'_>,
    amount: &Amount,
    sentence: &Range<usize>,
    points: Option<&Unit>,
) -> Option<Unit> {
    let start = amount.tokens.start;
    let to = start > sentence.start && (doc.is(start - 1, "to") || doc.is(start - 1, "at"));
    let level = amount.value.decimal() >= Decimal::ONE_HUNDRED;
    points.filter(|_| to && level).cloned()
}

/// "per cent of 40" with no number before the "per cent".
fn percent_of(doc: &Doc<'_>, start: usize, first: usize) -> bool {
    let Some(word) = start
        .checked_sub(2)
        .filter(|w| *w >= first && doc.is(w + 1, "of"))
    else {
        return false;
    };
    let percent =
        doc.is(word, "percent") || doc.is(word, "cent") && doc.is(word.wrapping_sub(1), "per");
    let from = if doc.is(word, "cent") {
        word.wrapping_sub(1)
    } else {
        word
    };
    percent && from == first
}

/// "compared with 63", "up from 2.4 million": the noun is the last one counted.
fn compares(doc: &Doc<'_>, start: usize, first: usize) -> bool {
    start > first
        && matches!(
            doc.lower(start - 1),
            "from" | "with" | "to" | "against" | "versus" | "than"
        )
        && start > first + 1
        && matches!(
            doc.text_of(start - 2),
            "compared" | "up" | "down" | "against" | "versus" | "more" | "opposed"
        )
}

/// Takes a counted noun with what it is counted by; "top three seeds" are top seeds.
fn take_counted(
    doc: &Doc<'_>,
    piece: &mut Piece,
    mut noun: counted::Counted,
    sentence: &Range<usize>,
) {
    let start = piece.amount.tokens.start;
    if start > sentence.start && doc.is(start - 1, "top") {
        noun.name.insert_str(0, "top ");
    }
    let end = noun.tokens.end;
    let head = Parts::new(doc, noun.head, sentence.end);
    let known = unit::after(doc, &piece.numeral, &head).filter(|_| noun.tokens.len() > 1);
    let hit = match known {
        Some(hit) => hit,
        None => unit::compound(
            doc,
            &head,
            unit::Hit::new(Unit::new(&noun.name), 1, "unit-counted"),
        ),
    };
    let end = head.end_of(hit.parts).unwrap_or(end);
    piece.amount.because.push(Because {
        what: "head noun",
        span: doc.tokens[noun.head].span,
    });
    piece.amount.unit_tokens = Some(noun.tokens.start..end);
    piece.amount.tokens.end = end;
    piece.set_unit(hit.unit, hit.dimension, hit.rule);
}

/// "aged 65", "Lee, 65, said".
fn is_age(doc: &Doc<'_>, amount: &Amount, sentence: &Range<usize>) -> bool {
    let (start, end) = (amount.tokens.start, amount.tokens.end);
    let value = amount.value.decimal();
    if start <= sentence.start
        || !value.is_integer()
        || value < Decimal::ONE
        || value > Decimal::from(120)
    {
        return false;
    }
    if follows_aged(doc, start) {
        return !doc.can_be(end, Class::NOUN);
    }
    if is_persons_age(doc, start, end, sentence) || guard::is_age_behind_name(doc, start) {
        return true;
    }
    let closed = doc.is_mark(end, b',') || doc.is_kind(end, Kind::Stop) && end + 1 >= sentence.end;
    start > sentence.start + 1
        && amount.value_max.is_none()
        && doc.is_kind(start, Kind::Number)
        && doc.is_mark(start - 1, b',')
        && closed
        && doc.tag(start - 2) == Tag::Name
        && !doc.can_be(
            start - 2,
            Class::MONTH.with(Class::WEEKDAY).with(Class::PLACE),
        )
}

/// "she was 92", "he will be 35 by then": a person, a form of be, a bare number.
fn is_persons_age(doc: &Doc<'_>, start: usize, end: usize, sentence: &Range<usize>) -> bool {
    let be = doc.can_be(start - 1, Class::BE) || matches!(doc.lower(start - 1), "turned" | "turns");
    let mut subject = start - 1;
    while subject > sentence.start
        && (doc.can_be(subject - 1, Class::MODAL)
            || doc.can_be(subject, Class::BE) && doc.can_be(subject - 1, Class::HAVE))
    {
        subject -= 1;
    }
    let person = subject > sentence.start
        && matches!(doc.lower(subject - 1), "he" | "she" | "i" | "who" | "you");
    let bare = end >= sentence.end
        || matches!(
            doc.tag(end),
            Tag::Mark | Tag::Preposition | Tag::Conjunction | Tag::Subordinator | Tag::Adverb
        );
    be && person && bare && !doc.is_mark(end, b'%')
}
