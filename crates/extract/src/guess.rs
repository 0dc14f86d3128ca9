//! Classes of unknown words, by their endings.

use crate::class::Class;

/// Endings and what they make of a word, longest first where one ends in another.
const ENDINGS: [(&str, Class); 44] = [
    ("ically", Class::ADVERB),
    ("ation", Class::NOUN),
    ("ition", Class::NOUN),
    ("tion", Class::NOUN),
    ("sion", Class::NOUN),
    ("ment", Class::NOUN),
    ("ness", Class::NOUN),
    ("ship", Class::NOUN),
    ("hood", Class::NOUN),
    ("ance", Class::NOUN),
    ("ence", Class::NOUN),
    ("ency", Class::NOUN),
    ("ancy", Class::NOUN),
    ("ity", Class::NOUN),
    ("ism", Class::NOUN),
    ("ist", Class::NOUN),
    ("dom", Class::NOUN),
    ("ology", Class::NOUN),
    ("graphy", Class::NOUN),
    ("able", Class::ADJECTIVE),
    ("ible", Class::ADJECTIVE),
    ("less", Class::ADJECTIVE),
    ("ical", Class::ADJECTIVE),
    ("ious", Class::ADJECTIVE),
    ("eous", Class::ADJECTIVE),
    ("ous", Class::ADJECTIVE),
    ("ful", Class::ADJECTIVE),
    ("ive", Class::ADJECTIVE),
    ("ish", Class::ADJECTIVE),
    ("like", Class::ADJECTIVE),
    ("ial", Class::ADJECTIVE),
    ("ual", Class::ADJECTIVE),
    ("nal", Class::ADJECTIVE),
    ("ral", Class::ADJECTIVE),
    ("ary", Class::ADJECTIVE),
    ("ic", Class::ADJECTIVE),
    ("est", Class::ADJECTIVE),
    ("ily", Class::ADVERB),
    ("ly", Class::ADVERB),
    ("ward", Class::ADVERB),
    ("wards", Class::ADVERB),
    ("wise", Class::ADVERB),
    ("ing", Class::VERB_ING),
    ("ed", Class::VERB_PAST.with(Class::VERB_PARTICIPLE)),
];

/// What an unknown lower-case word can be.
pub(crate) fn by_ending(word: &str) -> Class {
    let last = word.bytes().last().map(|b| b.to_ascii_lowercase());
    let found = ENDINGS.iter().find(|(e, _)| {
        e.bytes().last() == last && word.len() > e.len() + 2 && ends_with_folded(word, e)
    });
    match found {
        Some((_, class)) => *class,
        None if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") => {
            Class::NOUN.with(Class::PLURAL)
        }
        None => Class::NOUN,
    }
}

fn ends_with_folded(word: &str, ending: &str) -> bool {
    let start = word.len() - ending.len();
    word.as_bytes()[start..].eq_ignore_ascii_case(ending.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::{Class, by_ending};

    #[test]
    fn endings_decide() {
        assert_eq!(by_ending("reindustrialisation"), Class::NOUN);
        assert_eq!(by_ending("unflinchingly"), Class::ADVERB);
        assert_eq!(by_ending("hypersonic"), Class::ADJECTIVE);
        assert!(by_ending("wugs").any(Class::PLURAL));
    }
}
