//! Which members of a row stem from one text: reprints of an agency's report and
//! sentences copied nearly word for word count once.

use crate::book::Entry;
use crate::lexicon::tokens;
use claimbook_model::fold;
use rustc_hash::FxHashSet;

/// Days within which two reports of one agency with one value are one report.
const REPRINT_DAYS: i64 = 3;

/// Share of the words that copied sentences have in common, in hundredths.
const COPIED: usize = 80;

/// Sentences with fewer words are too short to tell a copy.
const COPY_WORDS: usize = 8;

/// Numbers the origins of a row's claims, from 0 in the order of members.
pub(crate) fn origins(members: &[&Entry<'_>]) -> Vec<usize> {
    let mut origins: Vec<usize> = Vec::with_capacity(members.len());
    let mut count = 0;
    for (at, entry) in members.iter().enumerate() {
        let same = (0..at).find(|earlier| same_origin(members[*earlier], entry));
        origins.push(match same {
            Some(earlier) => origins[earlier],
            None => {
                count += 1;
                count - 1
            }
        });
    }
    origins
}

fn same_origin(a: &Entry<'_>, b: &Entry<'_>) -> bool {
    a.article == b.article
        || (same_agency(a, b) && near_in_time(a, b) && same_amount(a, b))
        || copied(a, b)
}

/// The agency of an article: as named, else the outlet itself, which may be one.
fn same_agency(a: &Entry<'_>, b: &Entry<'_>) -> bool {
    let name = |e: &Entry<'_>| {
        let meta = e.from.article;
        meta.agency
            .as_ref()
            .or(meta.publisher.as_ref())
            .map(|n| fold(n))
    };
    let named = a.from.article.agency.is_some() || b.from.article.agency.is_some();
    named && name(a).is_some() && name(a) == name(b)
}

fn near_in_time(a: &Entry<'_>, b: &Entry<'_>) -> bool {
    match (a.from.article.published, b.from.article.published) {
        (Some(a), Some(b)) => (a - b).num_days().abs() <= REPRINT_DAYS,
        _ => true,
    }
}

fn same_amount(a: &Entry<'_>, b: &Entry<'_>) -> bool {
    let amount = |e: &Entry<'_>| e.figure().map(|f| (f.value, f.value_max));
    amount(a) == amount(b)
}

fn copied(a: &Entry<'_>, b: &Entry<'_>) -> bool {
    let words = |e: &Entry<'_>| -> FxHashSet<String> {
        let text = fold(&e.claim.quote.exact);
        tokens(&text).iter().map(|t| t.text.to_owned()).collect()
    };
    let (a, b) = (words(a), words(b));
    let shared = a.intersection(&b).count();
    let all = a.len() + b.len() - shared;
    a.len().min(b.len()) >= COPY_WORDS && shared * 100 >= all * COPIED
}
