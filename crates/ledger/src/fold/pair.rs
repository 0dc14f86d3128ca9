//! Which claim of the new reading is which claim of the file.
//!
//! Sentences are paired first, from the surest sign to the weakest, and then the
//! claims inside each pair. A sentence whose wording changed is paired only if one
//! candidate is left on either side; nothing is decided by score.

use super::point::{claims, points};
use super::sentence::Sentence;
use crate::id::wording;
use claimbook_model::{Claim, fold};
use std::collections::{BTreeMap, BTreeSet};

/// How sure the sameness of two claims is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sameness {
    /// The sentence stands as it stood.
    SameSentence,
    /// The sentence stands as it stood but for its numbers and hedges.
    NumbersEdited,
    /// The sentence has other words, with the same numbers.
    Reworded,
}

/// So many comparisons of wordings are made; with more, changed sentences count as
/// new ones (a rewritten article of thousands of claims).
const MAX_COMPARISONS: usize = 1_000_000;

/// What is found for each claim of a new reading: the index of the old claim that it
/// is, and why.
pub(super) type Found = Vec<Option<(usize, Sameness)>>;

/// Finds each of `fresh` among `old`. `same_text` tells that the article is the very
/// same: then nothing was edited, and only the tool cuts its sentences differently.
pub(super) fn pair(old: &[Claim], fresh: &[Claim], same_text: bool) -> Found {
    let (was, is) = (sentences(old), sentences(fresh));
    let mut pairs = Pairs {
        of_fresh: vec![None; is.len()],
        old_taken: vec![false; was.len()],
    };
    pairs.by_key(&was, &is, |s| {
        Some((s.exact.clone(), s.prefix.clone(), s.suffix.clone()))
    });
    pairs.by_key(&was, &is, |s| Some((s.exact.clone(), s.prefix.clone())));
    pairs.by_key(&was, &is, |s| Some((s.exact.clone(), s.suffix.clone())));
    pairs.by_key(&was, &is, |s| Some(s.exact.clone()));
    if !same_text {
        pairs.by_template(&was, &is);
        pairs.by_likeness(&was, &is);
    }
    let mut found = vec![None; fresh.len()];
    for (sentence, pair) in is.iter().zip(&pairs.of_fresh) {
        if let Some((index, sameness)) = *pair {
            let olds = points(old, &was[index].claims);
            let news = points(fresh, &sentence.claims);
            for (o, n) in claims(olds, news, sameness) {
                found[n] = Some((o, sameness));
            }
        }
    }
    same_words(old, fresh, &mut found);
    if same_text {
        recut(old, fresh, &mut found);
    }
    found
}

/// Finds claims left alone in the same words, in order: where a sentence is repeated,
/// its claims may stand at another place of it.
fn same_words(old: &[Claim], fresh: &[Claim], found: &mut Found) {
    let taken: BTreeSet<usize> = found.iter().flatten().map(|(o, _)| *o).collect();
    let mut waiting: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for index in (0..old.len()).rev().filter(|index| !taken.contains(index)) {
        waiting.entry(wording(&old[index])).or_default().push(index);
    }
    let alone = fresh.iter().zip(found).filter(|(_, found)| found.is_none());
    for (claim, found) in alone {
        let index = waiting.get_mut(&wording(claim)).and_then(Vec::pop);
        *found = index.map(|index| (index, Sameness::SameSentence));
    }
}

/// Finds claims left alone whose sentence the tool cut shorter or longer: the same
/// figure or words, in a sentence that holds the other, and no third like it.
fn recut(old: &[Claim], fresh: &[Claim], found: &mut Found) {
    let taken: BTreeSet<usize> = found.iter().flatten().map(|(o, _)| *o).collect();
    let words =
        |claims: &[Claim], alone: &dyn Fn(usize) -> bool| -> Vec<(usize, (String, String))> {
            let alone = (0..claims.len()).filter(|index| alone(*index));
            alone
                .map(|index| (index, wording(&claims[index])))
                .collect()
        };
    let was = words(old, &|index| !taken.contains(&index) && !old[index].gone);
    let is = words(fresh, &|index| found[index].is_none());
    if was.len().saturating_mul(is.len()) > MAX_COMPARISONS {
        return;
    }
    let same = |a: &(String, String), b: &(String, String)| {
        a.1 == b.1 && (a.0.contains(&b.0) || b.0.contains(&a.0))
    };
    for (n, new) in &is {
        let mut olds = was.iter().filter(|(_, o)| same(o, new));
        if let (Some((o, old)), None) = (olds.next(), olds.next())
            && is.iter().filter(|(_, other)| same(old, other)).count() == 1
        {
            found[*n] = Some((*o, Sameness::SameSentence));
        }
    }
}

/// A sentence and the claims made in it.
struct Said {
    exact: String,
    prefix: String,
    suffix: String,
    words: Sentence,
    claims: Vec<usize>,
    /// Whether the article already ceased to say it.
    gone: bool,
}

/// The sentences of `claims`, each once, in order.
fn sentences(claims: &[Claim]) -> Vec<Said> {
    let mut places: BTreeMap<(String, String, String), usize> = BTreeMap::new();
    let mut said: Vec<Said> = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        let quote = &claim.quote;
        let key = (fold(&quote.exact), fold(&quote.prefix), fold(&quote.suffix));
        let place = *places.entry(key).or_insert(said.len());
        if place == said.len() {
            said.push(Said {
                exact: fold(&quote.exact),
                prefix: fold(&quote.prefix),
                suffix: fold(&quote.suffix),
                words: Sentence::new(&quote.exact),
                claims: Vec::new(),
                gone: true,
            });
        }
        said[place].claims.push(index);
        said[place].gone &= claim.gone;
    }
    said
}

/// What has been paired so far.
struct Pairs {
    of_fresh: Vec<Option<(usize, Sameness)>>,
    old_taken: Vec<bool>,
}

impl Pairs {
    fn join(&mut self, old: usize, fresh: usize, sameness: Sameness) {
        self.old_taken[old] = true;
        self.of_fresh[fresh] = Some((old, sameness));
    }

    /// Indices of the sentences still alone: of the old ones and of the fresh ones.
    fn alone(&self) -> (Vec<usize>, Vec<usize>) {
        let free = |taken: &mut dyn Iterator<Item = bool>| {
            taken
                .enumerate()
                .filter(|(_, t)| !t)
                .map(|(i, _)| i)
                .collect()
        };
        (
            free(&mut self.old_taken.iter().copied()),
            free(&mut self.of_fresh.iter().map(Option::is_some)),
        )
    }

    /// Pairs unchanged sentences with equal keys, in order.
    fn by_key<K: Ord>(&mut self, was: &[Said], is: &[Said], key: impl Fn(&Said) -> Option<K>) {
        let (old, fresh) = self.alone();
        let mut waiting: BTreeMap<K, Vec<usize>> = BTreeMap::new();
        for o in old.into_iter().rev() {
            if let Some(key) = key(&was[o]) {
                waiting.entry(key).or_default().push(o);
            }
        }
        for f in fresh {
            let found = key(&is[f]).and_then(|k| waiting.get_mut(&k)?.pop());
            if let Some(o) = found {
                self.join(o, f, Sameness::SameSentence);
            }
        }
    }

    /// Pairs sentences that are equal but for their numbers, if no other is.
    fn by_template(&mut self, was: &[Said], is: &[Said]) {
        let (old, fresh) = self.alone();
        let mut places: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for o in old.into_iter().filter(|o| !was[*o].gone) {
            if let Some(template) = was[o].words.template() {
                places.entry(template).or_default().0.push(o);
            }
        }
        for f in fresh {
            if let Some(template) = is[f].words.template() {
                places.entry(template).or_default().1.push(f);
            }
        }
        for (old, fresh) in places.values() {
            if let ([o], [f]) = (old.as_slice(), fresh.as_slice()) {
                self.join(*o, *f, Sameness::NumbersEdited);
            }
        }
    }

    /// Pairs sentences with the same numbers in like words, if no other is like.
    fn by_likeness(&mut self, was: &[Said], is: &[Said]) {
        let (old, fresh) = self.alone();
        let old: Vec<usize> = old.into_iter().filter(|o| !was[*o].gone).collect();
        if old.len().saturating_mul(fresh.len()) > MAX_COMPARISONS {
            return;
        }
        let alike = |o: usize, f: usize| {
            was[o].words.numbers() == is[f].words.numbers() && was[o].words.is_alike(&is[f].words)
        };
        let candidates: Vec<(usize, usize)> = old
            .iter()
            .flat_map(|o| fresh.iter().map(move |f| (*o, *f)))
            .filter(|(o, f)| alike(*o, *f))
            .collect();
        for (o, f) in &candidates {
            let rivals = candidates.iter().filter(|(a, b)| a == o || b == f);
            if rivals.count() == 1 {
                self.join(*o, *f, Sameness::Reworded);
            }
        }
    }
}
