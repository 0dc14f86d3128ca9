//! Words that decide whether two sentences may be the same claim.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// `class,word`; the words of a hedge are separated by a blank.
const TABLE: &str = include_str!("../../data/words.csv");

/// What a word does in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// Stands in front of a number and blurs it.
    Hedge,
    /// Turns a statement around.
    Negation,
    /// Counts or orders.
    Number,
}

static WORDS: LazyLock<BTreeSet<(Class, &'static str)>> = LazyLock::new(|| {
    let rows = TABLE
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(','));
    rows.filter_map(|(class, word)| Some((class_of(class)?, word)))
        .collect()
});

fn class_of(name: &str) -> Option<Class> {
    match name {
        "hedge" => Some(Class::Hedge),
        "negation" => Some(Class::Negation),
        "number" => Some(Class::Number),
        _ => None,
    }
}

/// Whether the folded `word` is of this class.
pub(super) fn is(class: Class, word: &str) -> bool {
    WORDS.contains(&(class, word))
}

#[cfg(test)]
mod tests {
    use super::{Class, TABLE, WORDS, is};
    use claimbook_model::fold;

    #[test]
    fn the_table_is_sorted_unique_and_folded() {
        let rows: Vec<&str> = TABLE.lines().skip(1).collect();
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(rows.len(), WORDS.len(), "every row has a class");
        assert!(WORDS.iter().all(|(_, word)| fold(word) == *word));
        assert!(
            is(Class::Hedge, "more than")
                && is(Class::Number, "dozen")
                && !is(Class::Negation, "yes")
        );
    }
}
