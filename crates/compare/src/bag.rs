//! Weighted sets of terms and how much two of them share.

/// Terms by number, each with a weight, sorted by number.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Bag(Vec<(u32, f32)>);

impl Bag {
    /// A bag of terms; of equal ones the heaviest counts.
    pub(crate) fn new(mut terms: Vec<(u32, f32)>) -> Self {
        terms.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        terms.dedup_by_key(|t| t.0);
        Self(terms)
    }

    /// Both bags in one.
    pub(crate) fn with(&self, other: &Self) -> Self {
        Self::new(self.iter().chain(other.iter()).collect())
    }

    /// The terms and weights by number.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, f32)> + '_ {
        self.0.iter().copied()
    }

    /// Whether nothing is in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The weight of a term, 0 if absent.
    pub(crate) fn weight(&self, term: u32) -> f32 {
        match self.0.binary_search_by_key(&term, |t| t.0) {
            Ok(at) => self.0[at].1,
            Err(_) => 0.0,
        }
    }

    /// The terms that both hold, with the smaller weight.
    pub(crate) fn shared<'b>(&'b self, other: &'b Self) -> impl Iterator<Item = (u32, f32)> + 'b {
        let both = self.both(other);
        both.map(|(term, own, there)| (term, own.min(there)))
    }

    /// The terms that both hold, with both weights.
    pub(crate) fn both<'b>(
        &'b self,
        other: &'b Self,
    ) -> impl Iterator<Item = (u32, f32, f32)> + 'b {
        let mut rest = other.0.as_slice();
        self.0.iter().filter_map(move |(term, weight)| {
            let skip = rest.iter().take_while(|t| t.0 < *term).count();
            rest = &rest[skip..];
            let found = rest.first().filter(|t| t.0 == *term)?;
            Some((*term, *weight, found.1))
        })
    }

    /// Twice what is shared over what both hold together, rarity counted: 0 to 1.
    pub(crate) fn dice(&self, other: &Self, rarity: &[f32]) -> f32 {
        let worth = |(term, weight): (u32, f32)| weight * rarity.get(term as usize).unwrap_or(&1.0);
        let both: f32 = self.iter().chain(other.iter()).map(worth).sum();
        if both == 0.0 {
            return 0.0;
        }
        2.0 * self.shared(other).map(worth).fold(0.0, |sum, w| sum + w) / both
    }

    /// How much of this bag the other holds, rarity counted: 0 to 1. A term that
    /// weighs little in the other still counts half.
    pub(crate) fn covered_by(&self, other: &Self, rarity: &[f32]) -> f32 {
        let rare = |term: u32| *rarity.get(term as usize).unwrap_or(&1.0);
        let all = self.iter().fold(0.0, |sum, (t, w)| sum + w * rare(t));
        if all == 0.0 {
            return 0.0;
        }
        let held = |(term, weight): (u32, f32)| match other.weight(term) {
            0.0 => 0.0,
            there => weight * rare(term) * (0.5 + 0.5 * (there / weight).min(1.0)),
        };
        self.iter().map(held).fold(0.0, |sum, w| sum + w) / all
    }
}

#[cfg(test)]
mod tests {
    use super::Bag;

    #[test]
    fn sharing_counts_rarity() {
        let a = Bag::new(vec![(3, 1.0), (1, 1.0), (1, 0.5)]);
        let b = Bag::new(vec![(1, 1.0), (2, 1.0)]);
        let rarity = [1.0, 3.0, 1.0, 1.0];
        assert_eq!(a.shared(&b).collect::<Vec<_>>(), [(1, 1.0)]);
        assert!((a.dice(&b, &rarity) - 0.75).abs() < 1e-6);
        assert!((a.covered_by(&b, &rarity) - 0.75).abs() < 1e-6);
        assert!(Bag::default().dice(&b, &rarity) < 1e-6);
    }
}
