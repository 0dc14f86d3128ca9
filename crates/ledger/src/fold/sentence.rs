//! Sentences as words and numbers: what stays when an outlet edits one.

use super::words::{Class, is};
use claimbook_model::fold;
use std::collections::BTreeMap;

/// How alike two wordings must be, in hundredths: twice the words in common over
/// all words.
const ALIKE: usize = 90;

/// A word of a sentence.
#[derive(Debug, Clone)]
struct Word {
    /// Its first byte.
    at: usize,
    /// One past its last byte.
    end: usize,
    /// Folded, without punctuation at its ends.
    text: String,
    is_number: bool,
}

/// A sentence cut into words.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    words: Vec<Word>,
}

impl Sentence {
    pub(super) fn new(exact: &str) -> Self {
        let mut words = Vec::new();
        let mut at = 0;
        for piece in exact.split_inclusive(char::is_whitespace) {
            let folded = fold(piece);
            let keeps = |c: char| c.is_alphanumeric() || matches!(c, '%' | '$' | '€' | '£' | '¥');
            let text = folded.trim_matches(|c| !keeps(c)).to_owned();
            if !text.is_empty() {
                let is_number = is_number(&text);
                words.push(Word {
                    at,
                    end: at + piece.trim_end().len(),
                    text,
                    is_number,
                });
            }
            at += piece.len();
        }
        Self { words }
    }

    /// The numbers in order, digits and words alike.
    pub(super) fn numbers(&self) -> Vec<&str> {
        let numbers = self.words.iter().filter(|w| w.is_number);
        numbers.map(|w| w.text.as_str()).collect()
    }

    /// The sentence with each number and its hedge masked; `None` without a number.
    pub(super) fn template(&self) -> Option<String> {
        let mut out: Vec<String> = Vec::new();
        let mut masked = false;
        for (index, word) in self.words.iter().enumerate() {
            if !word.is_number {
                out.push(word.text.clone());
            } else {
                masked = true;
                drop_hedges(&mut out);
                if !self.goes_on(index) {
                    out.push(mask(&word.text));
                }
            }
        }
        masked.then(|| out.join(" "))
    }

    /// Whether the number at `index` goes on in the next word ("7.2 million"); digits
    /// begin a number of their own.
    fn goes_on(&self, index: usize) -> bool {
        let next = self.words.get(index + 1);
        next.is_some_and(|w| w.is_number && !w.text.contains(|c: char| c.is_numeric()))
    }

    /// Which number of the sentence, from 0, is the first in bytes `from` to `to`.
    pub(super) fn number_at(&self, from: usize, to: usize) -> Option<usize> {
        let mut count = 0;
        for (index, word) in self.words.iter().enumerate().filter(|(_, w)| w.is_number) {
            if word.end > from && word.at < to {
                return Some(count);
            }
            count += usize::from(!self.goes_on(index));
        }
        None
    }

    /// Whether the two differ in a few words at most, none of them a number or a negation.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        let (a, b) = (self.words.len(), other.words.len());
        let enough = |common: usize| common * 200 >= ALIKE * (a + b);
        if !enough(a.min(b)) || !enough(self.shared(other)) {
            return false;
        }
        let common = longest_common(&self.words, &other.words);
        let changed = |words: &[Word], kept: &[bool]| {
            let mut lost = words.iter().zip(kept).filter(|(_, kept)| !**kept);
            lost.any(|(w, _)| w.is_number || is_negation(&w.text))
        };
        let kept = common.0.iter().filter(|k| **k).count();
        enough(kept) && !changed(&self.words, &common.0) && !changed(&other.words, &common.1)
    }

    /// How many words the two share, in any order.
    fn shared(&self, other: &Self) -> usize {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for word in &self.words {
            *counts.entry(&word.text).or_default() += 1;
        }
        let mut shared = 0;
        for word in &other.words {
            if let Some(count) = counts.get_mut(word.text.as_str()).filter(|c| **c > 0) {
                *count -= 1;
                shared += 1;
            }
        }
        shared
    }
}

/// Whether a word counts or orders: it has a digit, or it or a part of it between
/// hyphens is a number word.
fn is_number(word: &str) -> bool {
    word.contains(|c: char| c.is_numeric()) || word.split('-').any(|part| is(Class::Number, part))
}

fn is_negation(word: &str) -> bool {
    is(Class::Negation, word) || word.ends_with("n't")
}

/// The word with its digits masked: "$5bn" and "$6bn" give the same.
fn mask(word: &str) -> String {
    if !word.contains(|c: char| c.is_numeric()) {
        return "#".to_owned();
    }
    let inside = |c: char| c.is_numeric() || matches!(c, '.' | ',');
    let unit: String = word.chars().filter(|c| !inside(*c)).collect();
    format!("#{unit}")
}

/// Takes hedges off the end of `words`.
fn drop_hedges(words: &mut Vec<String>) {
    loop {
        let two = words
            .len()
            .checked_sub(2)
            .and_then(|from| words.get(from..))
            .map(|w| w.join(" "));
        let hedge = |w: &str| is(Class::Hedge, w);
        if two.is_some_and(|two| hedge(&two)) {
            words.truncate(words.len() - 2);
        } else if words.last().is_some_and(|w| hedge(w)) {
            words.pop();
        } else {
            return;
        }
    }
}

/// Which words of either side belong to their longest common subsequence.
fn longest_common(a: &[Word], b: &[Word]) -> (Vec<bool>, Vec<bool>) {
    let width = b.len() + 1;
    let mut length = vec![0usize; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            length[i * width + j] = if a[i].text == b[j].text {
                length[(i + 1) * width + j + 1] + 1
            } else {
                length[(i + 1) * width + j].max(length[i * width + j + 1])
            };
        }
    }
    let (mut kept_a, mut kept_b) = (vec![false; a.len()], vec![false; b.len()]);
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i].text == b[j].text {
            (kept_a[i], kept_b[j]) = (true, true);
            (i, j) = (i + 1, j + 1);
        } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    (kept_a, kept_b)
}

#[cfg(test)]
mod tests {
    use super::Sentence;

    #[test]
    fn a_template_masks_numbers_and_their_hedges() {
        let template = |t: &str| Sentence::new(t).template();
        for (a, b) in [
            ("Trade rose by almost 50%.", "Trade rose by 45.5%."),
            ("It sent 7.2 million doses.", "It sent “about 900” doses!"),
            ("More than twenty-five people died.", "Six people died."),
            ("It cost $5bn in all.", "It cost over $6bn in all."),
        ] {
            assert_eq!(template(a), template(b), "{a} | {b}");
        }
        for (a, b) in [
            ("It rose 5%.", "It fell 5%."),
            ("It cost $5.", "It cost €5."),
            ("It sent 5 doses.", "It sent 5 planes."),
        ] {
            assert_ne!(template(a), template(b), "{a} | {b}");
        }
        assert_eq!(template("Nobody came."), None);
    }

    #[test]
    fn numbers_are_counted_by_place() {
        let text = "In 2021 “7.2 million” doses and five planes came.";
        let sentence = Sentence::new(text);
        let index = |part: &str| {
            let at = text.find(part).unwrap();
            sentence.number_at(at, at + part.len())
        };
        assert_eq!(index("In 2021"), Some(0));
        assert_eq!(index("7.2 million” doses"), Some(1));
        assert_eq!(index("five planes"), Some(2));
        assert_eq!(index("came"), None);
        assert_eq!(sentence.numbers(), ["2021", "7.2", "million", "five"]);
    }

    #[test]
    fn alike_means_few_words_and_no_number_or_negation() {
        let base = "The minister said that the two countries would build a port near the old town";
        for (other, alike) in [
            (
                "The minister said that the two countries will build a port near the old town",
                true,
            ),
            (
                "the minister said, that the two countries would build a port near the old town!",
                true,
            ),
            (
                "The minister said that the three countries would build a port near the old town",
                false,
            ),
            (
                "The minister said that the two countries would not build a port near the old town",
                false,
            ),
            (
                "The minister said that the two countries would build a bridge over a river there",
                false,
            ),
            ("A port", false),
        ] {
            assert_eq!(
                Sentence::new(base).is_alike(&Sentence::new(other)),
                alike,
                "{other}"
            );
        }
    }
}
