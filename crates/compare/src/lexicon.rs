//! Words, synonyms and country names as the terms that claims are compared by.
//!
//! A text becomes terms: stems of its content words, with synonyms folded into
//! one class ("dead", "deaths" and "killed" are `kill`) and the names, peoples and
//! short forms of a country folded into the country ("U.S.", "American" are
//! `=United States`). Function words, words of time, numbers and words that only
//! say which way a figure went leave no term.

use crate::stem::stem;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

const CLASSES: &str = include_str!("../data/classes.csv");
const CONTRAST: &str = include_str!("../data/contrast.csv");
const COUNTRIES: &str = include_str!("../data/countries.csv");
const DRIFT: &str = include_str!("../data/drift.csv");
const PEOPLE: &str = include_str!("../data/people.csv");
const STOP: &str = include_str!("../data/stop.csv");
const TIMELESS: &str = include_str!("../data/timeless.csv");

/// What the table gives for the parts of America, so that "Latin American" is not
/// read as a name of the United States.
const AMERICAS: &str = "Americas";

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

struct Lexicon {
    classes: FxHashMap<String, &'static str>,
    pairs: Vec<(String, String, &'static str)>,
    contrast: FxHashMap<&'static str, Vec<&'static str>>,
    /// By the first word of a name: its other words and the country.
    countries: FxHashMap<&'static str, Vec<(Vec<&'static str>, Country)>>,
    skipped: FxHashSet<String>,
    people: FxHashMap<String, &'static str>,
    timeless: FxHashSet<String>,
}

/// A country as a text names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Country {
    /// Its usual name.
    pub(crate) name: &'static str,
    /// Whether the text names the capital.
    pub(crate) capital: bool,
}

impl Lexicon {
    fn read() -> Self {
        let mut classes = FxHashMap::default();
        let mut pairs = Vec::new();
        for (words, class) in rows(CLASSES) {
            match words.split_once(' ') {
                Some((a, b)) => pairs.push((stem(a).into_owned(), stem(b).into_owned(), class)),
                None => {
                    classes.insert(stem(words).into_owned(), class);
                }
            }
        }
        let mut contrast: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        for (class, set) in rows(CONTRAST) {
            contrast.entry(class).or_default().push(set);
        }
        let stems = |table: &'static str| table.lines().skip(1).map(|w| stem(w).into_owned());
        Self {
            classes,
            pairs,
            contrast,
            countries: countries(),
            skipped: stems(STOP).chain(stems(DRIFT)).collect(),
            people: rows(PEOPLE)
                .map(|(noun, group)| (stem(noun).into_owned(), group))
                .collect(),
            timeless: stems(TIMELESS).collect(),
        }
    }
}

fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(','))
}

/// A word of a text: letters, digits and the marks inside them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token<'t> {
    /// The word as written, without a possessive ending.
    pub(crate) text: &'t str,
    /// First byte.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
}

/// The words of a text in order; hyphens part words, apostrophes and the points
/// of "U.S." do not.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let joins = matches!(c, '\'' | '\u{2019}' | '.' | ',')
            && start.is_some_and(|s: usize| joins(&text[s..at], c, next));
        if c.is_alphanumeric() || joins {
            start.get_or_insert(at);
        } else if let Some(s) = start.take() {
            found.push(token(text, s, at));
        }
    }
    if let Some(s) = start {
        found.push(token(text, s, text.len()));
    }
    found
}

/// Whether the mark `c` after the beginning `word` of a word is part of it.
fn joins(word: &str, c: char, next: Option<char>) -> bool {
    let inside = next.is_some_and(char::is_alphanumeric);
    let digits =
        next.is_some_and(|c| c.is_ascii_digit()) && word.ends_with(|c: char| c.is_ascii_digit());
    match c {
        '.' => {
            digits
                || (inside
                    && word.chars().filter(|c| c.is_alphabetic()).count() * 2
                        > word.chars().count()
                    && word.split('.').all(|part| part.chars().count() == 1))
        }
        ',' => digits,
        _ => inside,
    }
}

fn token(text: &str, start: usize, end: usize) -> Token<'_> {
    let word = &text[start..end];
    let bare = word
        .strip_suffix("'s")
        .or_else(|| word.strip_suffix("\u{2019}s"))
        .unwrap_or(word);
    Token {
        text: bare,
        start,
        end,
    }
}

/// What a text says, reduced to what can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    /// The stem, class or country (with `=` before it).
    pub(crate) text: String,
    /// First byte of its word.
    pub(crate) at: usize,
    /// Whether it is written as a name.
    pub(crate) name: bool,
}

/// The terms of a text in order.
pub(crate) fn terms(text: &str) -> Vec<Term> {
    let words = tokens(text);
    let mut out = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if let Some((country, length)) = country_at(text, &words[at..]) {
            let mark = if country.name == AMERICAS { "" } else { "=" };
            out.push(Term {
                text: format!("{mark}{}", country.name),
                at: word.start,
                name: true,
            });
            at += length;
            continue;
        }
        if let Some(term) = plain_term(word.text) {
            let first = at == 0 || starts_sentence(text, word.start);
            let name = !first && word.text.starts_with(char::is_uppercase);
            out.push(Term {
                text: term,
                at: word.start,
                name,
            });
        }
        at += 1;
    }
    out
}

/// The terms of a text, each with the words that stand for it.
pub(crate) fn spoken(text: &str) -> Vec<(String, String)> {
    let words = tokens(text);
    let found = terms(text).into_iter().filter_map(|term| {
        let first = words.iter().position(|word| word.start == term.at)?;
        let length = country_at(text, &words[first..]).map_or(1, |found| found.1);
        let last = words.get(first + length - 1)?;
        let end = last.start + last.text.len();
        Some((term.text, text.get(term.at..end)?.to_owned()))
    });
    found.collect()
}

fn starts_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '"', '\u{201C}', '\'', '\u{2018}']);
    before.ends_with(['.', '?', '!', ':'])
}

/// The term of one word; `None` for words that tell nothing about the measure.
fn plain_term(word: &str) -> Option<String> {
    if word.starts_with(|c: char| c.is_ascii_digit()) || word.chars().count() < 2 {
        return None;
    }
    let mut lower = word.to_lowercase();
    lower.retain(|c| c != '.');
    let stem = stem(&lower);
    if LEXICON.skipped.contains(stem.as_ref()) {
        return None;
    }
    match LEXICON.classes.get(stem.as_ref()) {
        Some(class) => Some((*class).to_owned()),
        None if LEXICON.people.get(stem.as_ref()) == Some(&"any") => None,
        None => Some(stem.into_owned()),
    }
}

/// Whether a folded word carries content of its own.
pub(crate) fn is_content(word: &str) -> bool {
    plain_term(word).is_some()
}

/// The classes that two words together make, though neither does alone
/// ("driven from their homes").
pub(crate) fn pair_classes(text: &str) -> Vec<&'static str> {
    let lower = text.to_lowercase();
    let stems: FxHashSet<String> = tokens(&lower)
        .iter()
        .map(|t| stem(t.text).into_owned())
        .collect();
    let both = |(a, b, _): &&(String, String, &str)| stems.contains(a) && stems.contains(b);
    let mut found: Vec<&str> = LEXICON.pairs.iter().filter(both).map(|p| p.2).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The country that the words of `text` begin with, and how many of them name it;
/// "US$" is money.
fn country_at(text: &str, words: &[Token<'_>]) -> Option<(Country, usize)> {
    let first = words.first()?;
    if !first.text.starts_with(char::is_uppercase) {
        return None;
    }
    let bare = |word: &'_ Token<'_>| word.text.replace('.', "");
    let named = LEXICON.countries.get(bare(first).as_str())?;
    let fitting = named.iter().filter_map(|(rest, country)| {
        let others = words.get(1..=rest.len())?;
        let same = others
            .iter()
            .zip(rest)
            .all(|(word, part)| bare(word) == *part);
        let money = text[words[rest.len()].end..].starts_with('$');
        (same && !money).then_some((*country, rest.len() + 1))
    });
    fitting.max_by_key(|(_, length)| *length)
}

/// The names of the table by their first word.
fn countries() -> FxHashMap<&'static str, Vec<(Vec<&'static str>, Country)>> {
    let mut found: FxHashMap<&str, Vec<(Vec<&str>, Country)>> = FxHashMap::default();
    for (form, rest) in rows(COUNTRIES) {
        let (name, sort) = rest.split_once(',').unwrap_or((rest, ""));
        let country = Country {
            name,
            capital: sort == "capital",
        };
        let mut words = form.split([' ', '-']);
        let first = words.next().unwrap_or(form);
        found
            .entry(first)
            .or_default()
            .push((words.collect(), country));
    }
    found
}

/// The country that a whole name stands for ("Caracas", "the US").
pub(crate) fn country(name: &str) -> Option<Country> {
    let bare = name
        .strip_prefix("the ")
        .or_else(|| name.strip_prefix("The "))
        .unwrap_or(name);
    let words = tokens(bare);
    let (country, length) = country_at(bare, &words)?;
    (length == words.len() && country.name != AMERICAS).then_some(country)
}

/// The group of people that a noun names: `any` for people as such, `None` for
/// nouns that do not name people.
pub(crate) fn people(noun: &str) -> Option<&'static str> {
    LEXICON
        .people
        .get(stem(&noun.to_lowercase()).as_ref())
        .copied()
}

/// Whether counts of the noun belong to one thing or event and do not move with
/// time (pages of a report, seats won).
pub(crate) fn is_timeless(noun: &str) -> bool {
    LEXICON
        .timeless
        .contains(stem(&noun.to_lowercase()).as_ref())
}

/// The sets of classes that exclude each other to which a class belongs, with the
/// class ("kill" and "injure" are both a fate).
pub(crate) fn contrasts(class: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let found = LEXICON.contrast.get_key_value(class);
    found
        .into_iter()
        .flat_map(|(class, sets)| sets.iter().map(|set| (*set, *class)))
}

/// A noun with its synonyms folded.
pub(crate) fn noun(noun: &str) -> String {
    let lower = noun.to_lowercase();
    let stem = stem(&lower);
    match LEXICON.classes.get(stem.as_ref()) {
        Some(class) => (*class).to_owned(),
        None => stem.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        CLASSES, CONTRAST, COUNTRIES, DRIFT, PEOPLE, STOP, TIMELESS, country, pair_classes, rows,
        terms,
    };
    use crate::stem::stem;
    use rustc_hash::FxHashMap;

    fn of(text: &str) -> String {
        let words: Vec<String> = terms(text).into_iter().map(|t| t.text).collect();
        words.join(" ")
    }

    #[test]
    fn wordings_of_one_measure_share_their_terms() {
        let table = [
            ("At least 250 people have died", "kill"),
            ("a fine of US$5 million", "fine"),
            ("The death toll rose to about 1,000", "kill kill"),
            ("the U.S. jobless rate", "=United States jobless rat"),
            ("America's unemployment rate", "=United States jobless rat"),
            (
                "Venezuelan exports to the Russian Federation",
                "=Venezuela export =Russia",
            ),
            ("Some 7,000 A.U. troops", "au troop"),
        ];
        for (text, expected) in table {
            assert_eq!(of(text), expected, "{text}");
        }
    }

    #[test]
    fn two_words_make_a_class_together() {
        assert_eq!(
            pair_classes("driven 2.5 million from their homes"),
            ["displace"]
        );
        assert!(pair_classes("built new homes").is_empty());
    }

    #[test]
    fn places_are_known_by_their_forms() {
        assert_eq!(country("the US").map(|c| c.name), Some("United States"));
        assert!(country("Caracas").is_some_and(|c| c.capital));
        assert!(country("North Carolina").is_none());
        assert!(country("Latin America").is_none());
        assert_eq!(of("the Latin American country"), "Americas country");
    }

    #[test]
    fn every_table_is_sorted_and_unique() {
        for table in [CLASSES, CONTRAST, COUNTRIES, DRIFT, PEOPLE, STOP, TIMELESS] {
            let keys: Vec<&str> = table.lines().skip(1).collect();
            assert!(
                keys.windows(2).all(|w| w[0] < w[1]),
                "{:?}",
                keys.windows(2).find(|w| w[0] >= w[1])
            );
        }
    }

    #[test]
    fn no_stem_has_two_classes() {
        for table in [CLASSES, PEOPLE] {
            let mut seen: FxHashMap<String, &str> = FxHashMap::default();
            for (word, class) in rows(table).filter(|(word, _)| !word.contains(' ')) {
                let stem = stem(word).into_owned();
                assert_eq!(*seen.entry(stem).or_insert(class), class, "{word}");
            }
        }
    }
}
