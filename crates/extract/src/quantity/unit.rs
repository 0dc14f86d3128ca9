//! The unit after a number: words, symbols, squares, temperatures, X per Y.

use super::money;
use super::parts::{Part, Parts, folded_id};
use super::tables::{MoneyRole, Trust, UnitWord, tables};
use crate::class::Class;
use crate::doc::Doc;
use crate::forms;
use crate::layers::Numeral;
use crate::token::{Kind, Shape};
use claimbook_model::{Dimension, Unit};
use rust_decimal::Decimal;

/// A unit and how many parts it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) unit: Unit,
    pub(super) dimension: Dimension,
    pub(super) parts: usize,
    pub(super) rule: &'static str,
    /// A scale word inside ("75 USD million").
    pub(super) scale: Option<Decimal>,
}

impl Hit {
    pub(super) fn new(unit: Unit, parts: usize, rule: &'static str) -> Self {
        Self {
            dimension: unit.dimension(),
            unit,
            parts,
            rule,
            scale: None,
        }
    }
}

/// Nouns that "a" makes a rate of ("$98 a share"), besides units of time.
const RATE_NOUNS: [&str; 30] = [
    "share", "barrel", "bbl", "tonne", "ton", "ounce", "oz", "pound", "lb", "gallon", "litre",
    "liter", "kilogram", "kilo", "kg", "head", "person", "piece", "bushel", "game", "match",
    "vote", "dose", "bottle", "ticket", "unit", "mile", "acre", "pop", "litre",
];

/// The unit that stands after a number.
pub(super) fn after(doc: &Doc<'_>, numeral: &Numeral, parts: &Parts<'_>) -> Option<Hit> {
    let hit = simple(doc, numeral, parts, 0)?;
    Some(compound(doc, parts, hit))
}

/// A unit without "per".
fn simple(doc: &Doc<'_>, numeral: &Numeral, parts: &Parts<'_>, at: usize) -> Option<Hit> {
    let part = parts.get(at)?;
    if let Some(hit) = sign(doc, numeral, parts, at) {
        return Some(hit);
    }
    if let Some(hit) = squared(parts, at) {
        return Some(hit);
    }
    if let Some(hit) = money::after(doc, numeral, parts, at) {
        return Some(hit);
    }
    let bracketed = matches!(part.text, "(" | "[")
        && parts
            .get(at + 2)
            .is_some_and(|p| matches!(p.text, ")" | "]"));
    if bracketed && at == 0 {
        let inner = listed(doc, numeral, parts, 1).filter(|h| h.parts == 2)?;
        return Some(Hit { parts: 3, ..inner });
    }
    if at == 0 && (part.text == "yo" || part.text == "y" && parts.is(1, "/") && parts.is(2, "o")) {
        let taken = if part.text == "yo" { 1 } else { 3 };
        let hit = Hit::new(Unit::fixed("year"), taken, "unit-age");
        return Some(Hit {
            dimension: Dimension::Age,
            ..hit
        });
    }
    listed(doc, numeral, parts, at)
}

/// A unit of the table, with degrees and powers.
fn listed(doc: &Doc<'_>, numeral: &Numeral, parts: &Parts<'_>, at: usize) -> Option<Hit> {
    let part = parts.get(at)?;
    if part.text.len() > 24 {
        return None;
    }
    if let Some(hit) = with_digit(parts, at, part) {
        return Some(hit);
    }
    let word = table_unit(parts, at, |u| believed(doc, numeral, parts, at, u))?;
    let taken = at + 1 + word.rest.len();
    if word.unit.code() == "degree" {
        return Some(degrees(parts, taken));
    }
    if let Some(hit) = inverse(parts, taken, word.unit.code()) {
        return Some(hit);
    }
    let length = word.dimension == Dimension::Length;
    if length && let Some(hit) = power(parts, taken, word.unit.code()) {
        return Some(hit);
    }
    if part.text == "b" && BARN.iter().any(|stem| mentions(doc, numeral, stem)) {
        return Some(Hit::new(Unit::fixed("barn"), taken, "unit-physical"));
    }
    if word.unit.code() == "farad" || word.unit.code() == "fahrenheit" && part.text == "F" {
        let code = if mentions(doc, numeral, "capacit") {
            "farad"
        } else {
            word.unit.code()
        };
        return Some(Hit::new(Unit::new(code), taken, "unit-physical"));
    }
    let rule = match word.dimension {
        Dimension::Ratio => "unit-ratio",
        Dimension::Points | Dimension::Count => "unit-points",
        _ => "unit-physical",
    };
    Some(Hit::new(word.unit.clone(), taken, rule))
}

/// The first unit of the table whose words stand here and that `believed` lets pass.
fn table_unit(
    parts: &Parts<'_>,
    at: usize,
    believed: impl Fn(&UnitWord) -> bool,
) -> Option<&'static UnitWord> {
    let first = parts.get(at)?;
    let list = tables().units(first.id);
    list.iter()
        .find(|u| parts.follow(at + 1, &u.rest) && believed(u))
}

/// Most tokens looked back over for the quotation mark that another one closes.
const QUOTED: usize = 100;

/// Percent and degree signs, feet and inches as marks.
fn sign(doc: &Doc<'_>, numeral: &Numeral, parts: &Parts<'_>, at: usize) -> Option<Hit> {
    let part = parts.get(at)?;
    match part.text {
        "%" | "٪" | "％" => {
            let points = parts.is(at + 1, "point") || parts.is(at + 1, "points");
            return Some(if points {
                Hit::new(Unit::fixed("percentage_point"), at + 2, "unit-ratio")
            } else {
                Hit::new(Unit::fixed("percent"), at + 1, "unit-ratio")
            });
        }
        "‰" => return Some(Hit::new(Unit::fixed("per_mille"), at + 1, "unit-ratio")),
        "°" | "˚" | "º" => return Some(degrees(parts, at + 1)),
        _ => {}
    }
    if at > 0 || !part.glued && !described(doc, part.token + 1) {
        return None;
    }
    let token = &doc.tokens[part.token];
    let code = match (token.kind, part.text) {
        (Kind::SingleQuote, "'" | "\u{2019}") | (Kind::Symbol, "′") => "foot",
        (Kind::DoubleQuote, "\"" | "″" | "\u{201D}") => "inch",
        _ => return None,
    };
    let sentence = &doc.sentences[doc.sentence_of(part.token)];
    let from = numeral.tokens.start.saturating_sub(QUOTED);
    let open = (sentence.tokens.start.max(from)..numeral.tokens.start)
        .filter(|i| doc.is_kind(*i, token.kind) && doc.tag(*i) == crate::tag::Tag::Mark)
        .count();
    let quoted = open % 2 == 1 && !part.text.starts_with(['′', '″']);
    (!quoted).then(|| Hit::new(Unit::fixed(code), at + 1, "unit-physical"))
}

/// Whether a word of size follows ("long", "tall").
fn described(doc: &Doc<'_>, at: usize) -> bool {
    [
        "long", "tall", "wide", "high", "deep", "thick", "across", "in", "away", "above", "below",
        "x", "by",
    ]
    .iter()
    .any(|w| doc.is(at, w))
}

/// What follows "degrees" or its sign.
fn degrees(parts: &Parts<'_>, at: usize) -> Hit {
    let of = usize::from(parts.is(at, "of"));
    if let Some(hit) = scale_named(parts, at) {
        return hit;
    }
    let code = match parts.text(at + of) {
        "C" | "c" => "celsius",
        "F" | "f" => "fahrenheit",
        "K" => "kelvin",
        other => match tables()
            .units(folded_id(other))
            .first()
            .map(|u| u.unit.code())
        {
            Some(code @ ("celsius" | "fahrenheit" | "kelvin")) if other.len() > 2 => {
                return Hit::new(Unit::new(code), at + of + 1, "unit-physical");
            }
            _ => return Hit::new(Unit::fixed("degree"), at, "unit-physical"),
        },
    };
    Hit::new(Unit::fixed(code), at + of + 1, "unit-physical")
}

/// "-20° on the Celsius scale".
fn scale_named(parts: &Parts<'_>, at: usize) -> Option<Hit> {
    let opens = matches!(parts.text(at), "on" | "in") && parts.is(at + 1, "the");
    let named = tables().units(parts.get(at + 2)?.id).first()?;
    let code = named.unit.code();
    let known = matches!(code, "celsius" | "fahrenheit" | "kelvin") && parts.is(at + 3, "scale");
    (opens && known).then(|| Hit::new(Unit::new(code), at + 4, "unit-physical"))
}

/// "square metres", "cu ft".
fn squared(parts: &Parts<'_>, at: usize) -> Option<Hit> {
    let prefix = ["square", "sq", "sq."].iter().any(|w| parts.is(at, w));
    let cubic = ["cubic", "cu", "cu."].iter().any(|w| parts.is(at, w));
    if !prefix && !cubic {
        return None;
    }
    let word = table_unit(parts, at + 1, |u| u.dimension == Dimension::Length)?;
    let power = if cubic { "cubic_" } else { "square_" };
    let code = format!("{power}{}", word.unit.code());
    Some(Hit::new(
        Unit::new(&code),
        at + 2 + word.rest.len(),
        "unit-physical",
    ))
}

/// "km2", "m3": a symbol of length with its power glued on.
fn with_digit(parts: &Parts<'_>, at: usize, part: &Part<'_>) -> Option<Hit> {
    let power = match part.text.as_bytes().last()? {
        b'2' => "square_",
        b'3' => "cubic_",
        _ => return None,
    };
    let symbol = &part.text[..part.text.len() - 1];
    let word = tables()
        .units(folded_id(symbol))
        .iter()
        .find(|u| u.rest.is_empty() && u.dimension == Dimension::Length)?;
    let code = format!("{power}{}", word.unit.code());
    let hit = Hit::new(Unit::new(&code), at + 1, "unit-physical");
    (!parts.get(at + 1).is_some_and(|p| p.glued && p.text == "-")).then_some(hit)
}

/// "km²", "m^2", "km squared".
fn power(parts: &Parts<'_>, at: usize, code: &str) -> Option<Hit> {
    let (power, taken) = match (parts.text(at), parts.text(at + 1)) {
        ("²", _) | ("squared", _) => ("square_", at + 1),
        ("³", _) | ("cubed", _) => ("cubic_", at + 1),
        ("^", "2") => ("square_", at + 2),
        ("^", "3") => ("cubic_", at + 2),
        _ => return None,
    };
    Some(Hit::new(
        Unit::new(&format!("{power}{code}")),
        taken,
        "unit-physical",
    ))
}

/// "s-1", "s^-1", "m⁻¹": one over a unit.
fn inverse(parts: &Parts<'_>, at: usize, code: &str) -> Option<Hit> {
    let one = |i: usize| parts.get(i).is_some_and(|p| p.glued && p.text == "1");
    let taken = match (parts.text(at), parts.text(at + 1)) {
        ("1", _) if parts.get(at).is_some_and(|p| p.hyphen) => at + 1,
        ("^", "1") if parts.get(at + 1).is_some_and(|p| p.hyphen) => at + 2,
        ("⁻", "¹") => at + 2,
        ("\u{2212}", _) if one(at + 1) => at + 2,
        _ => return None,
    };
    let unit = Unit::new(&format!("inverse_{code}"));
    Some(Hit::new(unit, taken, "unit-physical"))
}

/// Whether a symbol has what it needs around it.
fn believed(
    doc: &Doc<'_>,
    numeral: &Numeral,
    parts: &Parts<'_>,
    at: usize,
    word: &UnitWord,
) -> bool {
    let Some(part) = parts.get(at) else {
        return false;
    };
    match word.trust {
        Trust::Sure => true,
        Trust::Exact => part.text.trim_end_matches('.') == &*word.surface,
        Trust::Letter => letter_believed(doc, numeral, parts, at, word),
    }
}

fn letter_believed(
    doc: &Doc<'_>,
    numeral: &Numeral,
    parts: &Parts<'_>,
    at: usize,
    word: &UnitWord,
) -> bool {
    let Some(part) = parts.get(at) else {
        return false;
    };
    let text = part.text.trim_end_matches('.');
    let close = part.glued && !part.hyphen;
    let decimal = !numeral.value.decimal().is_integer();
    let last = numeral.tokens.end - 1;
    let exponent = doc.has_shape(last, Shape::HAS_DIGIT) && doc.has_shape(last, Shape::GLUED);
    if !doc.is_kind(last, Kind::Number) && !exponent {
        return false;
    }
    let next = part.token + 1;
    let one_of = |stems: &[&str]| stems.iter().any(|stem| mentions(doc, numeral, stem));
    match text {
        "in" | "ins" => {
            let sized = described(doc, next) && !doc.is(next, "in");
            !part.hyphen && (ends_here(doc, next) || sized)
        }
        "C" | "F" => !part.hyphen,
        "K" => decimal || one_of(&["temperature", "°"]),
        "bar" => numeral.value.decimal() != Decimal::ONE,
        "pm" | "am" => !close && decimal,
        "V" | "W" | "J" | "N" => !names_follow(doc, next),
        "A" => close || parts.text(at + 1) == "/",
        "m" | "g" | "l" | "t" | "ha" | "mi" | "mt" | "h" => {
            let glued_on = doc.has_shape(next, Shape::GLUED);
            !glued_on || ends_here(doc, next) || parts.text(at + 1) == "/"
        }
        "L" => close || decimal,
        "MP" | "mp" | "x" | "X" => close,
        "eV" | "mA" | "mV" | "Ah" | "atm" | "pc" | "pts" | "pt" => true,
        "s" | "d" => decimal || inverse(parts, at + 1, word.unit.code()).is_some(),
        "b" => one_of(BARN) || one_of(BIT),
        _ => word.surface.len() > 1 && (close || decimal) && text == &*word.surface,
    }
}

/// Words beside which a lone "b" is a bit.
const BIT: &[&str] = &[
    "packet", "package", "memory", "server", "transmi", "transfer", "download",
];

/// Words beside which a lone "b" is a barn.
const BARN: &[&str] = &["cross section", "cross-section", "surface area"];

/// Whether the phrase ends before `at`.
fn ends_here(doc: &Doc<'_>, at: usize) -> bool {
    doc.tokens
        .get(at)
        .is_none_or(|t| matches!(t.kind, Kind::Stop | Kind::Punct | Kind::Close | Kind::Dash))
}

/// Whether a capitalised word follows, so that the letter may be an initial.
fn names_follow(doc: &Doc<'_>, at: usize) -> bool {
    doc.has_shape(at, Shape::CAPITAL) && !doc.has_shape(at, Shape::ALL_CAPS)
}

/// Whether the sentence has a word that begins like this.
fn mentions(doc: &Doc<'_>, numeral: &Numeral, stem: &str) -> bool {
    let sentence = &doc.sentences[doc.sentence_of(numeral.tokens.start)];
    let text = sentence.span.of(doc.text);
    let window = 400;
    let here = (numeral.span.start - sentence.span.start) as usize;
    let (from, to) = (
        floor(text, here.saturating_sub(window)),
        floor(text, here + window),
    );
    text[from..to].contains(stem)
}

/// The last character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|i| text.is_char_boundary(*i))
        .unwrap_or(0)
}

/// Adds what the unit is taken by: "per barrel", "a day", "/h".
pub(super) fn compound(doc: &Doc<'_>, parts: &Parts<'_>, hit: Hit) -> Hit {
    let Some((below, taken)) = denominator(doc, parts, hit.parts, &hit.unit) else {
        return hit;
    };
    let code = format!("{}_per_{below}", hit.unit.code().replace(' ', "_"));
    Hit {
        scale: hit.scale,
        ..Hit::new(Unit::new(&code), taken, "unit-compound")
    }
}

/// What stands under "per", as a code, and the parts taken.
fn denominator(
    doc: &Doc<'_>,
    parts: &Parts<'_>,
    at: usize,
    above: &Unit,
) -> Option<(String, usize)> {
    let link = parts.get(at)?;
    let per = parts.is(at, "per");
    let article = parts.is(at, "a") || parts.is(at, "an");
    if !per && !article && link.text != "/" {
        return None;
    }
    let next = parts.get(at + 1)?;
    let slash = link.text == "/";
    if slash && !next.glued && !link.glued {
        return None;
    }
    for (word, code) in [
        ("annum", "year"),
        ("capita", "person"),
        ("head", "person"),
        ("person", "person"),
        ("sec", "second"),
    ] {
        if per && parts.is(at + 1, word) {
            return Some((code.to_owned(), at + 2));
        }
    }
    if let Some(hit) = squared(parts, at + 1).or_else(|| with_digit(parts, at + 1, next)) {
        return Some((hit.unit.code().to_owned(), hit.parts));
    }
    let unit = table_unit(parts, at + 1, |u| slash || per || u.trust == Trust::Sure);
    if let Some(unit) = unit {
        let ago = ["ago", "earlier", "before", "later", "previously", "after"]
            .iter()
            .any(|w| parts.is(at + 2 + unit.rest.len(), w));
        let timed = unit.dimension == Dimension::Duration && !ago;
        let rate = per || slash || timed || is_rate_noun(next.text);
        let taken = at + 2 + unit.rest.len();
        return rate.then(|| (unit.unit.code().to_owned(), taken));
    }
    if above.dimension() == Dimension::Duration && article {
        return None;
    }
    let counted = per && doc.can_be(next.token, Class::NOUN) || is_rate_noun(next.text);
    let unknown =
        per && doc.tokens[next.token].class.is_empty() && doc.is_kind(next.token, Kind::Word);
    if slash && !is_rate_noun(next.text) || !(counted || unknown) {
        return per.then(|| per_number(doc, parts, at + 1)).flatten();
    }
    Some((forms::singular(&next.text.to_lowercase(), |_| None), at + 2))
}

/// "per 100,000 people".
fn per_number(doc: &Doc<'_>, parts: &Parts<'_>, at: usize) -> Option<(String, usize)> {
    let part = parts.get(at)?;
    if !doc.is_kind(part.token, Kind::Number) {
        return None;
    }
    let digits: String = part.text.chars().filter(char::is_ascii_digit).collect();
    let noun = parts
        .get(at + 1)
        .filter(|p| doc.can_be(p.token, Class::PLURAL));
    Some(match noun {
        Some(p) => (
            format!("{digits}_{}", super::counted::singular(doc, p.token)),
            at + 2,
        ),
        None => (digits, at + 1),
    })
}

fn is_rate_noun(word: &str) -> bool {
    RATE_NOUNS.iter().any(|n| word.eq_ignore_ascii_case(n))
}

/// Whether a token begins a unit that needs no evidence.
pub(crate) fn is_measure_word(doc: &Doc<'_>, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| {
        tables()
            .units(t.id)
            .iter()
            .any(|u| u.rest.is_empty() && u.trust == Trust::Sure)
            || tables().money(t.id).iter().any(|m| {
                m.rest.is_empty()
                    && matches!(m.role, MoneyRole::Word | MoneyRole::Noun | MoneyRole::Minor)
                    && m.surface.len() > 1
            })
    })
}
