//! Whether two articles speak of one speaker, whatever the spelling.
//!
//! Surnames decide, given names may be missing, shortened to an initial, or
//! spelled otherwise (Yury, Yuri, Iouri; Mohammed, Muhammad). Two different
//! people of one surname stay two when both given names are known.

use crate::lexicon::tokens;
use claimbook_model::{SaidBy, fold};

/// Words before or after a name that are no part of it.
const TITLES: &str = include_str!("../data/titles.csv");

/// Words that point at a speaker without naming one.
const POINTERS: [&str; 12] = [
    "he", "her", "him", "i", "it", "one", "she", "that", "they", "this", "we", "who",
];

/// A speaker as one article gives it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Speaker {
    /// The words of the name or description, folded, without titles.
    words: Vec<String>,
    /// Whether the article names the speaker.
    named: bool,
}

/// Whether two speakers are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Same {
    /// The names agree.
    Yes,
    /// At least one is not named.
    Unknown,
    /// The names differ.
    No,
}

impl Speaker {
    /// The speaker of a claim.
    pub(crate) fn of(said_by: &SaidBy) -> Self {
        let named = said_by.name.as_deref().is_some_and(is_name);
        let text = said_by.name.as_deref().or(said_by.as_written.as_deref());
        let words: Vec<String> = tokens(text.unwrap_or(""))
            .iter()
            .map(|t| fold(t.text).replace('.', ""))
            .filter(|w| !is_title(w) && !POINTERS.contains(&w.as_str()))
            .collect();
        Self { words, named }
    }

    /// A speaker with this name, or one that is not named.
    #[cfg(test)]
    pub(crate) fn named(name: Option<&str>) -> Self {
        let words = name.map_or_else(Vec::new, |n| n.split(' ').map(fold).collect());
        Self {
            words,
            named: name.is_some(),
        }
    }

    /// The words of the name or description, folded, without titles.
    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether `other` may be the same speaker.
    pub(crate) fn same(&self, other: &Self) -> Same {
        let (Some(a), Some(b)) = (self.words.last(), other.words.last()) else {
            return Same::Unknown;
        };
        if !self.named || !other.named {
            let within = |x: &Self, y: &Self| x.words.iter().all(|w| y.words.contains(w));
            let alike = within(self, other) || within(other, self);
            return if alike { Same::Yes } else { Same::Unknown };
        }
        let given = match (self.words.as_slice(), other.words.as_slice()) {
            ([first, .., _], [second, .., _]) => same_given(first, second),
            _ => true,
        };
        if same_spelling(a, b) && given {
            Same::Yes
        } else {
            Same::No
        }
    }
}

/// Whether a name is one: every word but small ones begins with a capital.
fn is_name(name: &str) -> bool {
    const SMALL: [&str; 14] = [
        "al", "and", "bin", "da", "de", "del", "der", "di", "el", "la", "of", "the", "van", "von",
    ];
    let mut words = name.split([' ', '-']).filter(|w| !SMALL.contains(w));
    words.all(|w| w.starts_with(char::is_uppercase))
        && !name.contains("\u{2019}s ")
        && !name.contains("'s ")
}

fn is_title(word: &str) -> bool {
    TITLES.lines().skip(1).any(|title| title == word)
}

/// Given names: equal, one the initial of the other, or two spellings of one.
fn same_given(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    initial(a, b) || initial(b, a) || same_spelling(a, b) || {
        let (x, y) = (consonants(&romanised(a)), consonants(&romanised(b)));
        x.len() >= 3 && x == y
    }
}

/// Whether two names are one, or two spellings of one.
pub(crate) fn same_spelling(a: &str, b: &str) -> bool {
    a == b || romanised(a) == romanised(b)
}

/// One spelling for names that several alphabets and languages write in several
/// ways: "Iouri", "Yuri" and "Yury" are "uri".
fn romanised(name: &str) -> String {
    let mut text = name.replace('\'', "");
    let folds = [
        ("iou", "u"),
        ("you", "u"),
        ("yu", "u"),
        ("iu", "u"),
        ("ou", "u"),
        ("oo", "u"),
        ("ph", "f"),
        ("kh", "h"),
        ("tch", "ch"),
        ("sch", "sh"),
        ("gui", "gi"),
        ("gue", "ge"),
        ("ck", "k"),
        ("ks", "x"),
        ("y", "i"),
        ("j", "i"),
        ("w", "v"),
    ];
    for (from, to) in folds {
        text = text.replace(from, to);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

fn consonants(name: &str) -> String {
    name.chars().filter(|c| !"aeiou".contains(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Same, Speaker, TITLES};
    use crate::support::said_by;

    fn speaker(name: Option<&str>, written: &str) -> Speaker {
        Speaker::of(&said_by(name, Some(written), None))
    }

    #[test]
    fn names_are_matched_across_spellings() {
        let table = [
            ("Yury Borisov", "Yuri Borisov", Same::Yes),
            ("Yury Borisov", "Iouri Borissov", Same::Yes),
            ("Mohammed Saleh", "Muhammad Saleh", Same::Yes),
            ("John A. Boehner", "J. Boehner", Same::Yes),
            ("Mr. Borisov", "Yury Borisov", Same::Yes),
            ("Jesse Jackson Jr.", "Jesse Jackson", Same::Yes),
            ("Jesse Jackson", "Sandra Jackson", Same::No),
            ("Yury Borisov", "Boris Yurin", Same::No),
            ("Maria Lopez", "Mario Lopez", Same::No),
        ];
        for (a, b, expected) in table {
            let (x, y) = (speaker(Some(a), a), speaker(Some(b), b));
            assert_eq!((x.same(&y), y.same(&x)), (expected, expected), "{a} / {b}");
        }
    }

    #[test]
    fn unnamed_speakers_are_the_same_only_by_their_words() {
        let table = [
            ("the indictment", "the 47-page indictment", Same::Yes),
            ("he", "Putin", Same::Unknown),
            ("an official", "the spokeswoman", Same::Unknown),
        ];
        for (a, b, expected) in table {
            assert_eq!(
                speaker(None, a).same(&speaker(None, b)),
                expected,
                "{a} / {b}"
            );
        }
    }

    #[test]
    fn titles_are_sorted_and_unique() {
        let rows: Vec<&str> = TITLES.lines().skip(1).collect();
        assert!(rows.windows(2).all(|w| w[0] < w[1]));
    }
}
