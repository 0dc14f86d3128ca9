//! Names that an article spells out and others shorten: "African Union" and "AU".

use crate::lexicon::{Term, Token, tokens};
use rustc_hash::FxHashSet;

/// Most words of a name that is shortened to its initials.
const WORDS: usize = 6;

/// Small words inside names, which give no initial.
const INSIDE: [&str; 5] = ["and", "for", "in", "of", "the"];

/// The short forms in a text: two to six capitals.
pub(crate) fn short_forms(text: &str) -> impl Iterator<Item = String> {
    let short = |t: Token<'_>| {
        let name = t.text.replace('.', "");
        let capitals = name.chars().all(|c| c.is_ascii_uppercase());
        (capitals && (2..=WORDS).contains(&name.len())).then_some(name)
    };
    tokens(text).into_iter().filter_map(short)
}

/// A term for every name in `text` whose initials are one of the short forms.
pub(crate) fn spelled_out(text: &str, short: &FxHashSet<String>) -> Vec<Term> {
    let words = tokens(text);
    let capital = |t: &Token<'_>| t.text.starts_with(|c: char| c.is_ascii_uppercase());
    let mut found = Vec::new();
    for (at, first) in words.iter().enumerate().filter(|(_, t)| capital(t)) {
        let mut initials = String::new();
        for word in &words[at..] {
            match word.text.chars().next() {
                Some(c) if c.is_ascii_uppercase() && initials.len() < WORDS => initials.push(c),
                _ if INSIDE.contains(&word.text) => continue,
                _ => break,
            }
            if initials.len() > 1 && short.contains(&initials) {
                found.push(Term {
                    text: initials.to_lowercase(),
                    at: first.start,
                    name: true,
                });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{short_forms, spelled_out};

    #[test]
    fn names_meet_their_short_forms() {
        let short = short_forms("Some 7,000 A.U. troops and the IAEA, I said").collect();
        let found = |text: &str| -> Vec<String> {
            spelled_out(text, &short)
                .into_iter()
                .map(|t| t.text)
                .collect()
        };
        assert_eq!(found("the African Union troops"), ["au"]);
        assert_eq!(found("International Atomic Energy Agency"), ["iaea"]);
        assert!(found("an African and a Union").is_empty());
    }
}
