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
    let mut ordinals: BTreeMap<(String, String), u32> = BTreeMap::new();
    let mut ids = Vec::new();
    for claim in claims {
        let (sentence, point) = wording(claim);
        let ordinal = ordinals
            .entry((sentence.clone(), point.clone()))
            .or_default();
        let id = loop {
            let id = id_of(article_id, &sentence, &point, *ordinal);
            *ordinal += 1;
            if taken.insert(id.clone()) {
                break id;
            }
        };
        ids.push(id);
    }
    ids
}

/// What tells one claim of an article from another: its sentence, and in it the
/// figure as written or else the words said, all [`fold`]ed.
pub(crate) fn wording(claim: &Claim) -> (String, String) {
    let point = match &claim.figure {
        Some(figure) => fold(&figure.text),
        None => fold(claim.words_said()),
    };
    (fold(&claim.quote.exact), point)
}

/// The id for these words: 40 bits of SHA-256, five bits a character.
fn id_of(article_id: &str, sentence: &str, point: &str, ordinal: u32) -> String {
    let mut hash = Sha256::new();
    for part in [article_id, sentence, point] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.update(ordinal.to_be_bytes());
    let bits = hash
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
