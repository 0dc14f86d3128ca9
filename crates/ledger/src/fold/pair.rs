//! Which claim of the new reading is which claim of the file.
//!
//! Sentences are paired first, from the surest sign to the weakest, and then the
//! claims inside each pair. A sentence whose wording changed is paired only if one
//! candidate is left on either side; nothing is decided by score.

use super::sentence::Sentence;
use crate::id::wording;
use claimbook_model::{Claim, Figure, fold};
use std::collections::BTreeMap;

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

/// So many comparisons of wordings are made; with more, reworded sentences count as
/// new ones (a rewritten article of thousands of claims).
const MAX_COMPARISONS: usize = 1_000_000;

/// For each of `fresh`, the index of the claim among `old` that it is, and why.
pub(super) fn pair(old: &[Claim], fresh: &[Claim]) -> Vec<Option<(usize, Sameness)>> {
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
    pairs.by_template(&was, &is);
    pairs.by_likeness(&was, &is);
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
    found
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
    let mut places: BTreeMap<(String, &str, &str), usize> = BTreeMap::new();
    let mut said: Vec<Said> = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        let quote = &claim.quote;
        let key = (
            fold(&quote.exact),
            quote.prefix.as_str(),
            quote.suffix.as_str(),
        );
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

/// A claim, its index, and where in its folded sentence its figure stands.
struct Point<'c> {
    index: usize,
    claim: &'c Claim,
    place: Option<(usize, usize)>,
}

/// The claims of one sentence; figures with the same words stand one after the other.
fn points<'c>(claims: &'c [Claim], indices: &[usize]) -> Vec<Point<'c>> {
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    let point = |index: &usize| {
        let claim = &claims[*index];
        let place = claim.figure.as_ref().and_then(|figure| {
            let (exact, text) = (fold(&claim.quote.exact), fold(&figure.text));
            let nth = met.entry(text.clone()).or_default();
            let at = exact.match_indices(&text).nth(*nth)?.0;
            *nth += 1;
            Some((at, at + text.len()))
        });
        Point {
            index: *index,
            claim,
            place,
        }
    };
    indices.iter().map(point).collect()
}

/// Pairs of indices of the claims of one sentence, old and new.
fn claims(
    mut old: Vec<Point<'_>>,
    mut new: Vec<Point<'_>>,
    sameness: Sameness,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    if sameness == Sameness::SameSentence {
        take(&mut old, &mut new, &mut pairs);
        take_only(&mut old, &mut new, &mut pairs, overlap);
        let no_figure = |p: &Point<'_>| p.claim.figure.is_none();
        take_only(&mut old, &mut new, &mut pairs, |o, n| {
            no_figure(o) && no_figure(n)
        });
        return pairs;
    }
    old.retain(|point| !point.claim.gone);
    let same = match sameness {
        Sameness::NumbersEdited => same_slot,
        _ => same_meaning,
    };
    take_only(&mut old, &mut new, &mut pairs, |o, n| {
        same_speaker(o.claim, n.claim) && same(o, n)
    });
    pairs
}

/// Moves to `pairs`, in order, the claims with the same words.
fn take(old: &mut Vec<Point<'_>>, new: &mut Vec<Point<'_>>, pairs: &mut Vec<(usize, usize)>) {
    new.retain(|n| {
        let words = wording(n.claim);
        let found = old.iter().position(|o| wording(o.claim) == words);
        if let Some(at) = found {
            pairs.push((old.remove(at).index, n.index));
        }
        found.is_none()
    });
}

/// Moves to `pairs` the claims that are the `same` as each other and as no third.
fn take_only(
    old: &mut Vec<Point<'_>>,
    new: &mut Vec<Point<'_>>,
    pairs: &mut Vec<(usize, usize)>,
    same: impl Fn(&Point<'_>, &Point<'_>) -> bool,
) {
    let mut found = Vec::new();
    for n in new.iter() {
        let mut olds = old.iter().filter(|o| same(o, n));
        if let (Some(o), None) = (olds.next(), olds.next())
            && new.iter().filter(|other| same(o, other)).count() == 1
        {
            found.push((o.index, n.index));
        }
    }
    old.retain(|o| !found.iter().any(|(f, _)| *f == o.index));
    new.retain(|n| !found.iter().any(|(_, f)| *f == n.index));
    pairs.extend(found);
}

/// Whether the figures of two claims of one sentence share words of it.
fn overlap(a: &Point<'_>, b: &Point<'_>) -> bool {
    matches!((a.place, b.place), (Some(a), Some(b)) if a.0 < b.1 && b.0 < a.1)
}

fn same_speaker(a: &Claim, b: &Claim) -> bool {
    let speaker = |c: &Claim| c.said_by.as_ref().map(|s| (fold(s.label()), s.stance));
    speaker(a) == speaker(b)
}

/// Whether two claims of sentences that differ in numbers stand at the same number
/// and ask the same question.
fn same_slot(a: &Point<'_>, b: &Point<'_>) -> bool {
    let question = |f: &Figure| {
        (
            f.unit.clone(),
            f.kind,
            f.place.clone(),
            f.period,
            f.baseline,
        )
    };
    match (&a.claim.figure, &b.claim.figure) {
        (Some(x), Some(y)) => slot(a).is_some() && slot(a) == slot(b) && question(x) == question(y),
        (None, None) => true,
        _ => false,
    }
}

/// Which number of its sentence a figure is.
fn slot(point: &Point<'_>) -> Option<usize> {
    let (from, to) = point.place?;
    Sentence::new(&fold(&point.claim.quote.exact)).number_at(from, to)
}

/// Whether two claims say the same in all but the words around it.
fn same_meaning(a: &Point<'_>, b: &Point<'_>) -> bool {
    let meaning = |f: &Figure| Figure {
        text: String::new(),
        about: Vec::new(),
        conversion_of: None,
        ..f.clone()
    };
    a.claim.figure.as_ref().map(meaning) == b.claim.figure.as_ref().map(meaning)
}
