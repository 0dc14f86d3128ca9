//! Words that stand for each other in two renderings of an utterance, and whether
//! the change matters.

use crate::lexicon::is_content;
use crate::stem::stem;
use crate::words::Word;

/// Words that turn a statement round.
const DENIALS: [&str; 8] = [
    "never", "no", "nobody", "none", "nor", "not", "nothing", "without",
];

/// Words that hold a statement or an amount back.
const HEDGES: [&str; 9] = [
    "almost", "least", "likely", "maybe", "nearly", "perhaps", "possibly", "probably", "roughly",
];

/// Words that stand for each other in two wordings; one side may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Change {
    /// In the first wording.
    pub(crate) was: Vec<Word>,
    /// In the second.
    pub(crate) is: Vec<Word>,
}

impl Change {
    /// Whether the change may turn the meaning: numbers, hedges, denials.
    pub(crate) fn matters(&self) -> bool {
        self.numbers().is_some() || self.hedge().is_some() || self.denial().is_some()
    }

    /// Whether only forms of the same words or function words changed.
    pub(crate) fn is_trivial(&self) -> bool {
        let content = |words: &[Word]| -> Vec<String> {
            let kept = words.iter().filter(|w| is_content(&w.key));
            kept.map(|w| stem(&w.key).into_owned()).collect()
        };
        !self.matters() && content(&self.was) == content(&self.is)
    }

    /// The numbers of both sides, where they differ.
    pub(crate) fn numbers(&self) -> Option<(String, String)> {
        let digits = |words: &[Word]| -> String {
            let kept = words
                .iter()
                .filter(|w| w.key.starts_with(|c: char| c.is_ascii_digit()));
            kept.map(|w| w.shown.as_str()).collect::<Vec<_>>().join(" ")
        };
        let (was, is) = (digits(&self.was), digits(&self.is));
        (was != is).then_some((was, is))
    }

    /// A hedge that only one side has.
    pub(crate) fn hedge(&self) -> Option<String> {
        self.only_one_has(&HEDGES)
    }

    /// A denial that only one side has.
    pub(crate) fn denial(&self) -> Option<String> {
        self.only_one_has(&DENIALS)
    }

    fn only_one_has(&self, listed: &[&str]) -> Option<String> {
        let has = |words: &[Word], key: &str| words.iter().any(|w| w.key == key);
        let mut listed = listed.iter();
        let found = listed.find(|key| has(&self.was, key) != has(&self.is, key))?;
        Some((*found).to_owned())
    }
}
