//! Whether two articles speak of the same matter, by the words of their headlines and
//! claims: a ledger holds many stories, and "people injured" is asked in most of them.
//!
//! Every article is a vector of terms, each weighed by how often it occurs in the
//! article and how few articles have it; the cosine of two vectors tells how much they
//! share (Salton's term weighting, as news is clustered to events).

use crate::bag::Bag;

/// From this cosine on, nothing tells against one matter in a large ledger: pairs of one
/// news story mostly lie between 0.1 and 0.3, pairs of two stories below 0.07.
const NEAR: f32 = 0.15;

/// With so many articles half of that is enough: in a small ledger, often of one story,
/// the words that all articles share tell little and lower every cosine.
const HALFWAY: f32 = 12.0;

/// The most that different matters tell against one question.
const APART: f32 = 2.5;

/// How fast it grows below that cosine.
const STEEP: f32 = 1.5;

/// The articles of a comparison as vectors.
#[derive(Debug, Default)]
pub(crate) struct Topics {
    /// By article: its terms with their share of the vector, sorted by term.
    vectors: Vec<Bag>,
    /// The cosine from which on two articles are near each other.
    near: f32,
}

impl Topics {
    /// Weighs the terms of each article, given with how often each occurs.
    pub(crate) fn new(articles: Vec<Vec<(u32, f32)>>, terms: usize) -> Self {
        let mut spread = vec![0usize; terms];
        for (term, _) in articles.iter().flatten() {
            spread[*term as usize] += 1;
        }
        let all = articles.len() as f32;
        let weigh = |(term, times): (u32, f32)| {
            let rare = (1.0 + all / spread[term as usize].max(1) as f32).ln();
            (term, times.sqrt() * rare)
        };
        let vector = |terms: Vec<(u32, f32)>| unit(terms.into_iter().map(weigh).collect());
        Self {
            vectors: articles.into_iter().map(vector).collect(),
            near: NEAR * all / (all + HALFWAY),
        }
    }

    /// What tells against one question in two articles: nothing where they are near each
    /// other, and all of [`APART`] from a third of that downwards.
    pub(crate) fn apart(&self, a: u32, b: u32) -> f32 {
        let (Some(a), Some(b)) = (self.vectors.get(a as usize), self.vectors.get(b as usize))
        else {
            return 0.0;
        };
        let cosine = a.both(b).fold(0.0, |sum, (_, x, y)| sum + x * y);
        APART * (STEEP * (1.0 - cosine / self.near)).clamp(0.0, 1.0)
    }
}

/// A vector of length one.
fn unit(terms: Vec<(u32, f32)>) -> Bag {
    let length = terms.iter().fold(0.0, |sum, (_, w)| sum + w * w).sqrt();
    let scaled = terms.into_iter().map(|(term, w)| (term, w / length));
    Bag::new(scaled.collect())
}

#[cfg(test)]
mod tests {
    use super::{APART, Topics};

    /// Articles with terms of their own and, by twos, one in common.
    fn ledger(articles: u32) -> Topics {
        let article = |n: u32| vec![(n / 2, 1.0), (articles + n, 3.0)];
        Topics::new((0..articles).map(article).collect(), 2 * articles as usize)
    }

    #[test]
    fn articles_without_a_common_word_are_apart() {
        let topics = ledger(40);
        assert!(topics.apart(0, 1) < f32::EPSILON);
        assert!((topics.apart(1, 2) - APART).abs() < f32::EPSILON);
    }

    #[test]
    fn articles_without_words_are_apart_and_unknown_ones_are_not() {
        let topics = Topics::new(vec![Vec::new(), Vec::new()], 0);
        assert!((topics.apart(0, 1) - APART).abs() < f32::EPSILON);
        assert!(topics.apart(0, 7) < f32::EPSILON);
    }
}
