//! Money around a number: signs and codes before it, currency words after it.

use super::parts::Parts;
use super::tables::{MoneyRole, MoneyWord, tables};
use super::unit::Hit;
use crate::doc::Doc;
use crate::layers::Numeral;
use crate::numeral::{Part, number_word};
use crate::token::{Kind, Shape};
use claimbook_model::Unit;
use rust_decimal::Decimal;

/// Codes that are words too: believed only when glued to digits or before a scale word.
const WORDLIKE: [&str; 12] = [
    "ALL", "ANG", "BAM", "COP", "CUP", "GEL", "MAD", "MOP", "PEN", "SOS", "TOP", "TRY",
];

/// Short letters for millions and thousands before a code ("30 MUSD").
const SCALED_CODES: [(&str, i64); 4] = [
    ("bn", 1_000_000_000),
    ("k", 1_000),
    ("m", 1_000_000),
    ("M", 1_000_000),
];

/// A currency before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Before {
    pub(super) code: &'static str,
    /// Its first token.
    pub(super) start: usize,
    /// A scale in the code ("MAUD 60").
    pub(super) scale: Option<Decimal>,
    /// A sign that other words may narrow ("$75 Canadian").
    pub(super) open: bool,
}

/// Whether a currency sign or code stands before the number at `at`.
pub(crate) fn money_before(doc: &Doc<'_>, at: usize) -> bool {
    let sign = at > 0 && (doc.is_mark(at - 1, b'-') || doc.text_of(at - 1) == "\u{2212}");
    before(doc, at - usize::from(sign), 0, true).is_some()
}

/// Whether a currency's name or code stands at `at` ("euro", "USD").
pub(crate) fn is_money_word(doc: &Doc<'_>, at: usize) -> bool {
    let words = doc.tokens.get(at).map(|t| tables().money(t.id));
    let named =
        |m: &MoneyWord| matches!(m.role, MoneyRole::Noun | MoneyRole::Word | MoneyRole::Code);
    words.is_some_and(|list| list.iter().any(named))
}

/// Letters of two that digits may follow at once; others are names ("SR20").
const GLUED: [&str; 5] = ["PS", "RM", "Rp", "Rs", "Tk"];

/// Whether `letters`, which `digits` follow without a blank, are a currency; after a
/// dollar sign ("$US160") they narrow it.
pub(crate) fn is_money_before_digits(letters: &str, digits: &str, dollar: bool) -> bool {
    if letters.len() < 2 || letters.len() > 4 || !letters.is_ascii() {
        return false;
    }
    if dollar {
        return tables().sign(&format!("${letters}")).is_some();
    }
    let list = tables().money(super::parts::folded_id(letters));
    let known = list.iter().any(|m| {
        let written = m.rest.is_empty() && &*m.surface == letters;
        let short = letters.len() == 2 && GLUED.contains(&letters);
        written
            && (m.role == MoneyRole::Code
                || m.role == MoneyRole::Prefix && (short || letters.len() > 2))
    });
    known && (letters != "PS" || is_sum(digits))
}

/// Whether digits are written like a sum: "2.7m", "21,700", "35m"; a lone digit is not.
fn is_sum(digits: &str) -> bool {
    let after = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut next = after.chars();
    match next.next() {
        Some('.' | ',') => next.next().is_some_and(|c| c.is_ascii_digit()),
        Some('m' | 'b' | 'k') => true,
        _ => digits.len() - after.len() > 2,
    }
}

/// The currency before the number that begins at `at`; `scaled` says that a scale word follows.
pub(super) fn before(doc: &Doc<'_>, at: usize, first: usize, scaled: bool) -> Option<Before> {
    let near = at.checked_sub(1).filter(|i| *i >= first)?;
    let token = &doc.tokens[near];
    if token.kind == Kind::Symbol {
        return sign(doc, near, first);
    }
    if token.kind != Kind::Word {
        return None;
    }
    let text = doc.text_of(near);
    if near > first && doc.is_mark(near - 1, b'$') && doc.has_shape(near, Shape::GLUED) {
        let code = tables().sign(&format!("${text}"))?;
        return Some(Before {
            code,
            start: near - 1,
            scale: None,
            open: false,
        });
    }
    let glued = doc.has_shape(at, Shape::GLUED);
    let word = tables()
        .money(token.id)
        .iter()
        .find(|m| m.rest.is_empty() && stands_before(m, text, glued, scaled));
    match word {
        Some(word) => Some(Before {
            code: word.code,
            start: near,
            scale: None,
            open: false,
        }),
        None => scaled_code(text).map(|(code, scale)| Before {
            code,
            start: near,
            scale: Some(scale),
            open: false,
        }),
    }
}

fn stands_before(word: &MoneyWord, text: &str, glued: bool, scaled: bool) -> bool {
    let bare = text.trim_end_matches('.');
    match word.role {
        MoneyRole::Code => bare == &*word.surface && (glued || scaled || !WORDLIKE.contains(&bare)),
        MoneyRole::Prefix => bare == &*word.surface && (glued || bare.len() > 1 && bare != "PS"),
        MoneyRole::Noun => {
            scaled
                && !word.code.is_empty()
                && text == &*word.surface
                && matches!(text, "dollar" | "euro")
        }
        _ => false,
    }
}

/// A sign, with the letters before it ("US$", "HK $", "Y=").
fn sign(doc: &Doc<'_>, at: usize, first: usize) -> Option<Before> {
    let sign = doc.text_of(at);
    let letters = at
        .checked_sub(1)
        .filter(|i| *i >= first && doc.is_kind(*i, Kind::Word));
    if let Some(word) = letters {
        let text = doc.text_of(word);
        let glued = doc.has_shape(at, Shape::GLUED);
        if text.len() <= 4 && (glued || text != "A" && text != "a") {
            let both = format!("{text}{sign}");
            let upper = both.to_ascii_uppercase();
            if let Some(code) = tables().sign(&both).or_else(|| tables().sign(&upper)) {
                return Some(Before {
                    code,
                    start: word,
                    scale: None,
                    open: false,
                });
            }
        }
    }
    let code = tables().sign(sign)?;
    Some(Before {
        code,
        start: at,
        scale: None,
        open: sign == "$",
    })
}

/// "MUSD", "kEUR": a code with its scale.
fn scaled_code(text: &str) -> Option<(&'static str, Decimal)> {
    for (letters, scale) in SCALED_CODES {
        let Some(code) = text.strip_prefix(letters).filter(|c| c.len() == 3) else {
            continue;
        };
        let id = super::parts::folded_id(code);
        let found = tables()
            .money(id)
            .iter()
            .find(|m| m.role == MoneyRole::Code && &*m.surface == code);
        if let Some(word) = found {
            return Some((word.code, Decimal::from(scale)));
        }
    }
    None
}

/// The currency after a number, from part `at` on.
pub(super) fn after(doc: &Doc<'_>, numeral: &Numeral, parts: &Parts<'_>, at: usize) -> Option<Hit> {
    let part = parts.get(at)?;
    if doc.is_kind(part.token, Kind::Symbol) {
        let code = tables().sign(part.text)?;
        let next_number = parts
            .get(at + 1)
            .is_some_and(|p| p.glued && doc.is_kind(p.token, Kind::Number));
        return (!next_number).then(|| hit(code, at + 1));
    }
    if let Some((code, scale)) = scaled_code(part.text) {
        return Some(Hit {
            scale: Some(scale),
            ..hit(code, at + 1)
        });
    }
    if let Some(code) = tables().sign(part.text) {
        return Some(hit(code, at + 1));
    }
    for word in tables().money(part.id) {
        if !parts.follow(at + 1, &word.rest) {
            continue;
        }
        let next = at + 1 + word.rest.len();
        let found = match word.role {
            MoneyRole::Code => (part.text == &*word.surface
                || !WORDLIKE.contains(&word.code)
                    && part.text == word.surface.to_lowercase()
                    && word.surface.len() == 3
                    && matches!(word.code, "USD" | "EUR" | "GBP"))
            .then(|| with_scale(parts, next, word.code)),
            MoneyRole::Country => after_country(parts, next, word.code),
            MoneyRole::Word => Some(hit(word.code, next)),
            MoneyRole::Minor => minor(doc, parts, at, word, next),
            MoneyRole::Noun => noun(doc, numeral, word, next),
            MoneyRole::Prefix => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

fn hit(code: &'static str, parts: usize) -> Hit {
    Hit::new(Unit::fixed(code), parts, "unit-money")
}

/// "75 USD million".
fn with_scale(parts: &Parts<'_>, at: usize, code: &'static str) -> Hit {
    let scale = parts
        .get(at)
        .and_then(|p| number_word(p.id))
        .filter(|w| w.part == Part::Scale);
    Hit {
        scale: scale.map(|w| w.value),
        ..hit(code, at + usize::from(scale.is_some()))
    }
}

/// "Canadian dollars": the country decides.
fn after_country(parts: &Parts<'_>, at: usize, code: &'static str) -> Option<Hit> {
    let noun = parts.get(at)?;
    let money = tables().money(noun.id);
    let takes = money
        .iter()
        .any(|m| m.rest.is_empty() && matches!(m.role, MoneyRole::Noun | MoneyRole::Word));
    takes.then(|| hit(code, at + 1))
}

/// "50 cents", "118.5p".
fn minor(
    doc: &Doc<'_>,
    parts: &Parts<'_>,
    at: usize,
    word: &MoneyWord,
    next: usize,
) -> Option<Hit> {
    let part = parts.get(at)?;
    let letter = part.text.len() == 1;
    let glued = part.glued && !part.hyphen && doc.is_kind(part.token - 1, Kind::Number);
    (!letter || glued && part.text == "p").then(|| hit(word.code, next))
}

/// A currency noun without a country; pounds may be weight and "won" a verb.
fn noun(doc: &Doc<'_>, numeral: &Numeral, word: &MoneyWord, next: usize) -> Option<Hit> {
    if word.code.is_empty() {
        return None;
    }
    let big = numeral.value.decimal().abs() >= Decimal::from(100_000);
    let believed = match word.code {
        "GBP" => big || pays(doc, numeral),
        "KRW" => big || numeral.value.decimal() >= Decimal::ONE_THOUSAND,
        _ => true,
    };
    believed.then(|| hit(word.code, next))
}

/// Whether the words before the number speak of paying.
fn pays(doc: &Doc<'_>, numeral: &Numeral) -> bool {
    const PAYING: [&str; 24] = [
        "cost", "costs", "pay", "paid", "paying", "worth", "price", "priced", "fined", "fine",
        "profit", "revenue", "salary", "bill", "spent", "spend", "earn", "earned", "loan", "debt",
        "fee", "billion", "charged", "sold",
    ];
    let sentence = &doc.sentences[doc.sentence_of(numeral.tokens.start)];
    let from = sentence
        .tokens
        .start
        .max(numeral.tokens.start.saturating_sub(8));
    (from..numeral.tokens.start).any(|i| PAYING.iter().any(|w| doc.is(i, w)))
}

/// A code or country after a number that has a sign already: "$75 U.S.", "$1.14 EUR".
pub(super) fn narrowed(parts: &Parts<'_>) -> Option<(&'static str, usize)> {
    let part = parts.get(0)?;
    let list = tables().money(part.id);
    let found = list.iter().find(|m| {
        parts.follow(1, &m.rest)
            && match m.role {
                MoneyRole::Code => part.text == &*m.surface,
                MoneyRole::Country => {
                    part.text.starts_with(|c: char| c.is_uppercase())
                        && (part.text.to_uppercase() == part.text
                            || parts.is(1 + m.rest.len(), "dollars"))
                }
                _ => false,
            }
    })?;
    let taken = 1 + found.rest.len();
    let noun = usize::from(parts.is(taken, "dollar") || parts.is(taken, "dollars"));
    Some((found.code, taken + noun))
}
