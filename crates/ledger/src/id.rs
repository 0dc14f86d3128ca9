//! Claim ids: minted once from what a claim says, kept in the file from then on.
//!
//! A first extraction gives the same ids on every machine, because an id is a
//! hash of the article's id, the sentence, the figure (or the words said) and an
//! ordinal among equals. Later extractions keep the ids that are in the file.

use claimbook_model::{Claim, fold};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// The digits of Crockford's base 32, lower case: no `i`, `l`, `o` or `u`.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Gives every claim of one article its id, `c-` and 8 characters, unique among
/// `claims`. Ids that the claims carried before are replaced.
pub fn mint(article_id: &str, claims: &mut [Claim]) {
    let ids = free_ids(article_id, claims.iter(), &BTreeSet::new());
    for (claim, id) in claims.iter_mut().zip(ids) {
        claim.id = id;
    }
}

/// An id for each of `claims`, in order, unlike each other and all of `taken`.
pub(crate) fn free_ids<'c>(
    article_id: &str,
    claims: impl Iterator<Item = &'c Claim>,
    taken: &BTreeSet<String>,
) -> Vec<String> {
    let mut taken = taken.clone();
    let mut minter = Minter::new(article_id);
    let mut ids = Vec::new();
    for claim in claims {
        let sentence = minter.sentence(&claim.quote.exact);
        let point = point(claim);
        let hash = sentence.hash.clone().chain_update(point.as_bytes());
        let hash = hash.chain_update([0]);
        let ordinal = sentence.ordinals.entry(point).or_default();
        let id = loop {
            let id = id_of(hash.clone(), *ordinal);
            *ordinal += 1;
            if taken.insert(id.clone()) {
                break id;
            }
        };
        ids.push(id);
    }
    ids
}

/// The sentences of an article: each is folded and hashed once for all its claims.
struct Minter<'c> {
    article: Sha256,
    /// Where a folded sentence stands in `sentences`.
    places: BTreeMap<String, usize>,
    sentences: Vec<Sentence>,
    /// The sentence asked for last, as written, and its place.
    last: Option<(&'c str, usize)>,
}

/// What the ids of one sentence's claims share.
struct Sentence {
    /// The state after the article's id and the sentence.
    hash: Sha256,
    /// By folded point, the next ordinal.
    ordinals: BTreeMap<String, u32>,
}

impl<'c> Minter<'c> {
    fn new(article_id: &str) -> Self {
        Self {
            article: Sha256::new()
                .chain_update(article_id.as_bytes())
                .chain_update([0]),
            places: BTreeMap::new(),
            sentences: Vec::new(),
            last: None,
        }
    }

    fn sentence(&mut self, exact: &'c str) -> &mut Sentence {
        let place = match self.last {
            Some((last, place)) if last == exact => place,
            _ => self.place(fold(exact)),
        };
        self.last = Some((exact, place));
        &mut self.sentences[place]
    }

    fn place(&mut self, folded: String) -> usize {
        if let Some(place) = self.places.get(&folded) {
            return *place;
        }
        let hash = self.article.clone().chain_update(folded.as_bytes());
        self.sentences.push(Sentence {
            hash: hash.chain_update([0]),
            ordinals: BTreeMap::new(),
        });
        self.places.insert(folded, self.sentences.len() - 1);
        self.sentences.len() - 1
    }
}

/// What tells one claim of an article from another: its sentence, and in it the
/// figure as written or else the words said, all [`fold`]ed.
pub(crate) fn wording(claim: &Claim) -> (String, String) {
    (fold(&claim.quote.exact), point(claim))
}

/// The figure as written or else the words said, [`fold`]ed.
fn point(claim: &Claim) -> String {
    match &claim.figure {
        Some(figure) => fold(&figure.text),
        None => fold(claim.words_said()),
    }
}

/// The id for what has been hashed and an ordinal: 40 bits of SHA-256, five bits a character.
fn id_of(hash: Sha256, ordinal: u32) -> String {
    let bits = hash
        .chain_update(ordinal.to_be_bytes())
        .finalize()
        .iter()
        .take(5)
        .fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
    let digit = |place: u32| char::from(DIGITS[(bits >> (5 * place) & 31) as usize]);
    let mut id = String::from("c-");
    id.extend((0..8).rev().map(digit));
    id
}

#[cfg(test)]
mod tests {
    use super::{free_ids, mint};
    use crate::sample::{claim, figure_claim};
    use std::collections::BTreeSet;

    #[test]
    fn an_id_depends_on_article_sentence_figure_and_ordinal() {
        let mut claims = [
            figure_claim("Sales rose 5%.", "5%"),
            figure_claim("Sales rose 5%.", "5%"),
            figure_claim("Sales fell 5%.", "5%"),
            claim("Sales rose 5%."),
        ];
        mint("a", &mut claims);
        let ids: BTreeSet<&str> = claims.iter().map(|c| c.id.as_str()).collect();
        assert_eq!(ids.len(), 4, "all differ: {ids:?}");
        assert!(ids.iter().all(|id| id.len() == 10 && id.starts_with("c-")));
        let first = claims[0].id.clone();
        mint("b", &mut claims);
        assert_ne!(claims[0].id, first);
    }

    #[test]
    fn an_id_does_not_depend_on_case_and_kinds_of_quotation_mark() {
        let mut claims = [claim("“Yes”, he said.")];
        let mut folded = [claim("\"yes\", he  said.")];
        mint("a", &mut claims);
        mint("a", &mut folded);
        assert_eq!(claims[0].id, folded[0].id);
        assert_eq!(
            claims[0].id, "c-1htgr4s6",
            "ids never change between releases"
        );
    }

    #[test]
    fn taken_ids_are_passed_over() {
        let claims = [claim("He said so.")];
        let first = free_ids("a", claims.iter(), &BTreeSet::new());
        let second = free_ids("a", claims.iter(), &first.iter().cloned().collect());
        assert_ne!(first, second);
    }
}
