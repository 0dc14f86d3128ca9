//! The measure's name: what a row is called.

use super::Scene;
use super::complements::{in_date, is_time};
use super::concept::Concept;
use super::happening::{bare_count, counted_verb, deed, payment};
use super::kind::{Sort, moved_behind};
use super::subject::subject;
use crate::class::Class;
use crate::tag::Tag;
use crate::token::Kind as TokenKind;
use claimbook_model::{Dimension, Kind, squeeze};
use std::ops::Range;

/// Longest name, in tokens.
const LONGEST: usize = 12;

/// Names what the amount measures.
pub(crate) fn of(scene: &Scene<'_>, concept: &Concept, sort: &Sort) -> String {
    let counted = scene.amount.dimension == Dimension::Count && scene.amount.rule != "unit-people";
    let noun = noun_of_whole(scene)
        .or_else(|| noun_of_compound(scene))
        .or_else(|| counted_noun(scene).filter(|_| counted));
    if let Some(noun) = noun {
        return match counted_verb(scene) {
            Some(verb) => format!("{} {verb}", plain(scene, noun)),
            None => plain(scene, noun),
        };
    }
    if let Some(name) = bare_count(scene).or_else(|| payment(scene)) {
        return name;
    }
    if let Some(name) = handled(scene, concept) {
        return name;
    }
    let main = concept
        .main()
        .filter(|_| !is_part_of_economy(scene, concept));
    let main = main.map(|p| without_change_noun(scene, p, sort));
    let named = |p: &Range<usize>| !p.is_empty() && scene.doc.tag(p.start) != Tag::Pronoun;
    let main = main.filter(|p| named(p) && !says_no_more_than_level(scene, p));
    main.map(|p| plain(scene, p))
        .or_else(|| subject(scene).map(|s| plain(scene, s)))
        .filter(|name| !name.is_empty())
        .or_else(|| deed(scene))
        .unwrap_or_else(|| fallback(scene))
}

/// "The deficit widened to 5.6% of GDP": the economy is the yardstick, the subject is
/// what is measured.
fn is_part_of_economy(scene: &Scene<'_>, concept: &Concept) -> bool {
    let doc = scene.doc;
    let ratio = scene.amount.dimension == Dimension::Ratio && concept.how == "measure-of-after";
    let whole = concept.main().filter(|_| ratio && subject(scene).is_some());
    let head = whole.map(|w| doc.text_of_range(w)).unwrap_or_default();
    let head = head.strip_prefix("the ").unwrap_or(head);
    matches!(
        head,
        "GDP" | "GNP" | "gross domestic product" | "national income" | "economic output"
    )
}

/// "seized 3.2 tonnes of cocaine", "carries 40,000 passengers a day": what was done to
/// things that are weighed, or counted by the day.
fn handled(scene: &Scene<'_>, concept: &Concept) -> Option<String> {
    let noun = match scene.amount.dimension {
        Dimension::Weight | Dimension::Volume | Dimension::Area | Dimension::Length => {
            let of = scene.doc.lower(scene.amount.tokens.end) == "of";
            let whole = concept.main();
            whole.filter(|_| of && concept.how == "measure-of-after")?
        }
        Dimension::Rate => {
            let unit = scene.amount.unit_tokens.clone()?;
            let per = |t: &usize| matches!(scene.doc.lower(*t), "a" | "an" | "per" | "every");
            let counted = unit.start..unit.clone().find(per)?;
            Some(counted).filter(|c| !c.is_empty() && scene.doc.tag(c.end - 1) == Tag::Noun)?
        }
        _ => return None,
    };
    let verb = counted_verb(scene)?;
    Some(format!("{} {verb}", plain(scene, noun)))
}

/// "its highest level", "September's level": the noun names nothing, the subject does.
fn says_no_more_than_level(scene: &Scene<'_>, part: &Range<usize>) -> bool {
    let doc = scene.doc;
    let head = scene.phrases.noun_at(part.start).map(|n| n.head);
    let empty = head.is_some_and(|h| {
        h + 1 == part.end && matches!(doc.lemma(h), "level" | "high" | "low" | "peak" | "figure")
    });
    empty && subject(scene).is_some_and(|s| s != *part)
}

/// "a 48-page report" measures the report.
fn noun_of_compound(scene: &Scene<'_>) -> Option<Range<usize>> {
    let from = scene.amount.tokens.end;
    let compound = scene.amount.rule == "unit-counted-compound";
    let phrase = scene.phrases.noun_at(from).filter(|_| compound)?;
    (from < phrase.tokens.end).then(|| from..of_phrase(scene, phrase.tokens.end))
}

/// The counted noun with all that stands between it and the number, and its "of" phrase.
fn counted_noun(scene: &Scene<'_>) -> Option<Range<usize>> {
    let unit = scene.amount.unit_tokens.clone()?;
    let start = if scene.amount.number.end <= unit.start {
        scene.amount.number.end
    } else {
        unit.start
    };
    let start = match (scene.doc.lower(start), scene.doc.lower(start + 1)) {
        ("of", _) => start + 1,
        ("or", "so" | "more" | "fewer" | "less") => start + 2,
        _ => start,
    };
    let end = of_phrase(scene, unit.end);
    (start < end).then_some(start..end)
}

/// Takes in one "of" or "for" phrase after `end`.
fn of_phrase(scene: &Scene<'_>, end: usize) -> usize {
    let doc = scene.doc;
    if doc.lower(end) != "of" {
        return end;
    }
    let phrase = scene
        .phrases
        .noun_at(end + 1)
        .filter(|n| n.tokens.start == end + 1);
    let known = phrase.filter(|n| {
        doc.tag(n.head) != Tag::Pronoun && !super::complements::in_amount(scene, n.head)
    });
    known.map_or(end, |n| n.tokens.end)
}

/// "growth in trade" names "trade"; a change's name leaves the word of change out.
fn without_change_noun(scene: &Scene<'_>, part: Range<usize>, sort: &Sort) -> Range<usize> {
    let doc = scene.doc;
    let by_verb = scene.amount.change.is_some() || moved_behind(scene).is_some();
    if sort.kind != Kind::Change || by_verb {
        return part;
    }
    let link = part
        .clone()
        .find(|t| matches!(doc.lower(*t), "in" | "of" | "for"));
    match link {
        Some(link) if link + 1 < part.end => link + 1..part.end,
        _ => modifiers_of_head(scene, part),
    }
}

/// "two-year trade growth" leaves "trade".
fn modifiers_of_head(scene: &Scene<'_>, part: Range<usize>) -> Range<usize> {
    let last = part.end.saturating_sub(1);
    let named = part.start < last
        && (part.start..last)
            .any(|t| scene.doc.tag(t) == Tag::Noun || scene.doc.tag(t) == Tag::Name);
    if named { part.start..last } else { part }
}

/// The words of a range without determiner, possessive pronoun and hedges, on one line.
pub(super) fn plain(scene: &Scene<'_>, range: Range<usize>) -> String {
    let doc = scene.doc;
    let start = after_openers(scene, range.clone());
    let end = range.end.min(start + LONGEST);
    let words = squeeze(doc.text_of_range(start..end));
    let words: String = words
        .chars()
        .filter(|c| !matches!(c, '"' | '\u{201C}' | '\u{201D}'))
        .collect();
    let proper = doc.tag(start) == Tag::Name || doc.can_be(start, Class::DEMONYM);
    if proper { words } else { lower_first(&words) }
}

/// Where a name begins: after determiners, marks, the number of another amount, and
/// the date that owns the rest ("last month's").
fn after_openers(scene: &Scene<'_>, range: Range<usize>) -> usize {
    let doc = scene.doc;
    let number = |t: usize| {
        let amount = scene.amount_at(t);
        amount.is_some_and(|a| t < a.number.end || a.dimension != Dimension::Count)
    };
    let skip = |t: usize| {
        matches!(
            doc.tag(t),
            Tag::Determiner | Tag::Mark | Tag::Conjunction | Tag::Possessive
        ) && !doc.is_kind(t, TokenKind::DoubleQuote)
            || number(t)
    };
    let owned_by_date = range
        .clone()
        .find(|t| doc.tag(*t) == Tag::Possessive)
        .filter(|t| (range.start..*t).all(|d| is_time(doc, d) || in_date(scene, d)));
    let from = owned_by_date.map_or(range.start, |t| t + 1);
    (from..range.end).find(|t| !skip(*t)).unwrap_or(range.start)
}

/// A first letter in lower case, unless the word is all capitals.
fn lower_first(words: &str) -> String {
    let mut chars = words.chars();
    let Some(first) = chars.next() else {
        return String::new();
    };
    let second_is_capital = chars.clone().next().is_some_and(char::is_uppercase);
    if second_is_capital {
        words.to_owned()
    } else {
        first.to_lowercase().chain(chars).collect()
    }
}

/// Without any phrase, the unit names the measure.
fn fallback(scene: &Scene<'_>) -> String {
    scene
        .amount
        .unit
        .as_ref()
        .map_or_else(|| "number".to_owned(), |u| u.code().replace('_', " "))
}

/// "253 of 277 seats" counts seats.
fn noun_of_whole(scene: &Scene<'_>) -> Option<Range<usize>> {
    let doc = scene.doc;
    let of = scene.amount.number.end;
    let amount = scene.amount;
    let part = amount.unit.as_ref().is_some_and(|u| u.code() == "fraction");
    let bare = amount.unit.is_none() || amount.dimension == Dimension::Count || part;
    let of = of + usize::from(doc.lower(of) == "out");
    let phrase = scene
        .phrases
        .noun_at(of + 1)
        .filter(|n| bare && doc.lower(of) == "of" && n.tokens.start == of + 1)?;
    let number = phrase
        .tokens
        .clone()
        .rev()
        .find(|t| doc.tag(*t) == Tag::Number)?;
    Some(number + 1..phrase.tokens.end)
}

/// The whole that the amount is a part of: "253 of 277 seats", "13% of the goal".
pub(crate) fn whole(scene: &Scene<'_>) -> Option<String> {
    let doc = scene.doc;
    let number_end = scene.amount.number.end;
    let of = [scene.amount.tokens.end, number_end]
        .into_iter()
        .find(|t| doc.lower(*t) == "of" || doc.lower(*t) == "out" && doc.lower(t + 1) == "of")?;
    let from = of + 1 + usize::from(doc.lower(of) == "out");
    let phrase = scene
        .phrases
        .noun_at(from)
        .filter(|n| n.tokens.start == from)?;
    let counts = phrase.tokens.clone().any(|t| doc.tag(t) == Tag::Number);
    let share = scene.amount.dimension == Dimension::Ratio;
    let opens = matches!(doc.tag(from), Tag::Determiner);
    let words = squeeze(doc.text_of_range(from + usize::from(opens)..phrase.tokens.end));
    (counts || share).then_some(words)
}
