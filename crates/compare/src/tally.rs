//! Votes for and against: which chamber gave them.
//!
//! "234-193" and "234 to 193" are votes on one thing at one time. What was voted on has
//! many names in the news ("the bill", "the plan", a title), so that the vote itself
//! must tell; two chambers vote on one thing with two results.

use crate::lexicon::tokens;
use claimbook_model::Figure;

/// Bodies that vote.
const CHAMBERS: [&str; 14] = [
    "assembly",
    "board",
    "cabinet",
    "commission",
    "committee",
    "commons",
    "congress",
    "council",
    "court",
    "house",
    "lords",
    "panel",
    "parliament",
    "senate",
];

/// A result of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    /// The one chamber that the sentence names.
    chamber: Option<&'static str>,
}

impl Tally {
    /// The tally of a figure, if it is one: votes, written as two numbers.
    pub(crate) fn of(figure: &Figure, sentence: &str) -> Option<Self> {
        let votes = figure.unit.as_ref().is_some_and(|u| u.code() == "vote");
        let numbers = figure
            .text
            .split(|c: char| !c.is_ascii_digit() && c != ',')
            .filter(|part| part.contains(|c: char| c.is_ascii_digit()));
        if !votes || figure.value_max.is_some() || numbers.count() != 2 {
            return None;
        }
        let words = tokens(sentence);
        let named = words.iter().filter_map(|word| {
            let lower = word.text.to_lowercase();
            CHAMBERS.iter().find(|chamber| **chamber == lower)
        });
        let mut named: Vec<&'static str> = named.copied().collect();
        named.sort_unstable();
        named.dedup();
        Some(Self {
            chamber: <[_; 1]>::try_from(named).ok().map(|[one]| one),
        })
    }

    /// Whether two chambers gave them.
    pub(crate) fn is_of_another_chamber(self, other: Self) -> bool {
        self.chamber.is_some() && other.chamber.is_some() && self.chamber != other.chamber
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;
    use crate::support::figure;

    #[test]
    fn tallies_of_two_chambers_differ() {
        let tally = |text: &str, sentence: &str| {
            let mut votes = figure("51 vote");
            text.clone_into(&mut votes.text);
            Tally::of(&votes, sentence)
        };
        let house = tally("51-49", "The House passed it 51-49.").unwrap();
        let senate = tally("60 to 40", "In the Senate it passed 60 to 40.").unwrap();
        let open = tally("51-49", "It passed 51-49.").unwrap();
        assert!(house.is_of_another_chamber(senate));
        assert!(!house.is_of_another_chamber(open) && !house.is_of_another_chamber(house));
        assert_eq!(tally("51 votes", "It got 51 votes."), None);
    }
}
