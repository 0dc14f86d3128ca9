//! Which things belong to one group, joined pair by pair.

/// Groups of the numbers below a bound.
#[derive(Debug)]
pub(crate) struct Union(Vec<usize>);

impl Union {
    /// Every number alone.
    pub(crate) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// The smallest number of the group of `at`.
    pub(crate) fn head(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    /// Makes one group of two.
    pub(crate) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.head(a), self.head(b));
        self.0[a.max(b)] = a.min(b);
    }

    /// All groups, each in order, by their smallest number.
    pub(crate) fn groups(mut self) -> Vec<Vec<usize>> {
        let mut groups = vec![Vec::new(); self.0.len()];
        for at in 0..self.0.len() {
            let head = self.head(at);
            groups[head].push(at);
        }
        groups.retain(|g| !g.is_empty());
        groups
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn joined_numbers_share_a_group() {
        let mut union = super::Union::new(5);
        union.join(3, 1);
        union.join(4, 3);
        assert_eq!(union.groups(), [vec![0], vec![1, 3, 4], vec![2]]);
    }
}
