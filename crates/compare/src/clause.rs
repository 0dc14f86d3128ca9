//! The words around a figure: those of its own clause count most, those of other
//! clauses of the sentence less and less.

use crate::lexicon::{Term, terms, tokens};
use claimbook_model::find_words;

/// Words that begin another clause or list item.
const JOINTS: [&str; 14] = [
    "after", "although", "and", "as", "because", "but", "or", "that", "when", "which", "while",
    "who", "with", "whose",
];

/// The weight of a word by the number of joints between it and the figure.
const BY_DISTANCE: [f32; 5] = [1.0, 0.5, 0.3, 0.2, 0.12];

/// A term of the sentence and how near it stands to the figure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Near {
    /// The term.
    pub(crate) term: Term,
    /// From 1 in the figure's own clause downwards.
    pub(crate) weight: f32,
    /// Whether it stands in the figure's own clause.
    pub(crate) own: bool,
}

/// A sentence around the figure in it.
#[derive(Debug, Clone)]
pub(crate) struct Around<'s> {
    /// Its terms.
    pub(crate) terms: Vec<Near>,
    /// The words of the figure's own clause, as far back as it takes to meet a
    /// word that says something.
    pub(crate) own: &'s str,
}

impl<'s> Around<'s> {
    /// Reads `sentence` around the words `figure` in it.
    pub(crate) fn of(sentence: &'s str, figure: &str) -> Self {
        let inside = find_words(sentence, figure).unwrap_or(0..figure.len());
        let at = inside.start;
        let joints = joints(sentence);
        let home = side(&joints, at);
        let terms = terms(sentence);
        let mut first = home;
        let says = |first: usize| {
            terms
                .iter()
                .any(|t| !inside.contains(&t.at) && (first..=home).contains(&side(&joints, t.at)))
        };
        while first > 0 && !says(first) {
            first -= 1;
        }
        let start = first.checked_sub(1).map_or(0, |i| joints[i]);
        let end = joints.get(home).copied().unwrap_or(sentence.len());
        Self {
            own: sentence.get(start..end).unwrap_or(sentence),
            terms: near(terms, &joints, first, home),
        }
    }
}

/// Terms with weights by the joints between them and the clauses `first` to `home`.
fn near(terms: Vec<Term>, joints: &[usize], first: usize, home: usize) -> Vec<Near> {
    let weigh = |term: Term| {
        let side = side(joints, term.at);
        let distance = first.saturating_sub(side).max(side.saturating_sub(home));
        Near {
            weight: BY_DISTANCE[distance.min(BY_DISTANCE.len() - 1)],
            own: distance == 0,
            term,
        }
    };
    terms.into_iter().map(weigh).collect()
}

/// How many joints stand before byte `at`.
fn side(joints: &[usize], at: usize) -> usize {
    joints.partition_point(|joint| *joint <= at)
}

/// Where the sentence is joined: at marks between words and at joining words.
fn joints(sentence: &str) -> Vec<usize> {
    let words = tokens(sentence);
    let mut found = Vec::new();
    let mut end = 0;
    for word in &words {
        let gap = sentence.get(end..word.start).unwrap_or("");
        let mark = gap.find([
            ',', ';', ':', '(', ')', '"', '\u{201C}', '\u{201D}', '\u{2013}', '\u{2014}',
        ]);
        if let Some(mark) = mark {
            found.push(end + mark);
        } else if JOINTS.contains(&word.text.to_lowercase().as_str()) {
            found.push(word.start);
        }
        end = word.end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::Around;

    #[test]
    fn own_clause_weighs_most() {
        let sentence = "The conflict killed about 200,000 and left two million homeless.";
        let weight = |figure: &str, word: &str| {
            let around = Around::of(sentence, figure);
            let mut terms = around.terms.iter();
            terms.find(|n| n.term.text == word).map(|n| n.weight)
        };
        assert_eq!(weight("about 200,000", "kill"), Some(1.0));
        assert_eq!(weight("two million", "kill"), Some(0.5));
        assert_eq!(weight("two million", "displace"), Some(1.0));
        let around = Around::of("Exports rose 15%, imports rose 5%", "5%");
        assert_eq!(around.own, ", imports rose 5%", "not inside 15%");
    }

    #[test]
    fn clauses_are_cut_at_marks_and_joining_words() {
        let table = [
            (
                "In all, 12 planes landed, while 3 were lost",
                "12 planes",
                ", 12 planes landed",
            ),
            (
                "In all, 12 planes landed, while 3 were lost",
                "3",
                ", while 3 were lost",
            ),
            (
                "The jobless rate, now at 10%, is high",
                "10%",
                "The jobless rate, now at 10%",
            ),
        ];
        for (sentence, figure, own) in table {
            assert_eq!(
                Around::of(sentence, figure).own.trim(),
                own.trim(),
                "{sentence}"
            );
        }
    }
}
