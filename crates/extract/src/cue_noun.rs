//! The nouns of saying: `data/cue_nouns.csv`, keyed by lemma.

use crate::lexicon::{WordId, lexicon, rows};
use claimbook_model::Stance;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// One row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CueNoun {
    /// The speaker's attitude.
    pub(crate) stance: Stance,
    /// Whether "that" and a clause may follow ("her claim that").
    pub(crate) that: bool,
    /// Whether "to" and a verb may follow ("a promise to build").
    pub(crate) infinitive: bool,
    /// Whether "about" or "on" and a noun phrase may follow ("comments about").
    pub(crate) about: bool,
    /// Whether "of" and a noun phrase may follow ("allegations of").
    pub(crate) of: bool,
}

static TABLE: LazyLock<FxHashMap<WordId, CueNoun>> = LazyLock::new(|| {
    let entry = |row: &csv::StringRecord| CueNoun {
        stance: row[1].parse().unwrap_or(Stance::Asserts),
        that: row[2].contains('h'),
        infinitive: row[2].contains('t'),
        about: row[2].contains('a'),
        of: row[2].contains('o'),
    };
    rows(include_str!("../data/cue_nouns.csv"))
        .map(|row| (lexicon().id(&row[0]), entry(&row)))
        .filter(|(id, _)| *id != WordId::UNKNOWN)
        .collect()
});

/// The row of a noun.
pub(crate) fn cue_noun(lemma: WordId) -> Option<&'static CueNoun> {
    TABLE.get(&lemma)
}

#[cfg(test)]
mod tests {
    use super::{TABLE, cue_noun};
    use crate::class::Class;
    use crate::lexicon::{lexicon, rows};
    use claimbook_model::Stance;

    #[test]
    fn the_table_is_sorted_and_every_row_can_match() {
        let mut last = String::new();
        let mut count = 0;
        for row in rows(include_str!("../data/cue_nouns.csv")) {
            assert!(*last < row[0], "{} stands after {last}", &row[0]);
            last = row[0].to_owned();
            let noun = lexicon().entry(lexicon().id(&row[0]));
            assert!(noun.class.any(Class::NOUN), "{} is no noun", &row[0]);
            assert!(row[1].parse::<Stance>().is_ok(), "stance of {}", &row[0]);
            assert!(!row[2].is_empty() && row[2].bytes().all(|b| b"htao".contains(&b)));
            count += 1;
        }
        assert_eq!(TABLE.len(), count);
    }

    #[test]
    fn nouns_tell_what_may_follow() {
        let promise = cue_noun(lexicon().id("promise"));
        assert!(promise.is_some_and(|n| n.that && n.infinitive && !n.about));
        assert_eq!(cue_noun(lexicon().id("bridge")), None);
    }
}
