//! Claims by the names that people type: `ARTICLE#c-...`, or `c-...` alone where only
//! one article has it, and where that helps by the words of a figure.

use crate::error::Failure;
use claimbook_model::{ArticleMeta, Claim, fold};
use claimbook_report::qualified_id;

/// Candidates that are named when a name fits several claims.
const NAMED: usize = 5;

/// One claim to choose from.
pub(crate) type Candidate<'c> = (&'c ArticleMeta, &'c Claim);

/// Which of `claims` is called `id`.
pub(crate) fn by_id(id: &str, claims: &[Candidate<'_>]) -> Result<usize, Failure> {
    let found = with_id(id, claims);
    one(
        id,
        claims,
        &found,
        "`claimbook list` shows the claims and their ids",
    )
}

/// Which of `claims` is called `name`, or has a figure of these words: its text as
/// the article writes it, else a text that holds them.
pub(crate) fn by_id_or_figure(name: &str, claims: &[Candidate<'_>]) -> Result<usize, Failure> {
    let wanted = fold(name);
    let figures = |fits: fn(&str, &str) -> bool| -> Vec<usize> {
        let has = |claim: &Claim| {
            let figure = claim.figure.as_ref();
            figure.is_some_and(|figure| fits(&fold(&figure.text), &wanted))
        };
        (0..claims.len()).filter(|at| has(claims[*at].1)).collect()
    };
    let mut found = with_id(name, claims);
    if found.is_empty() {
        found = figures(|text, wanted| text == wanted);
    }
    if found.is_empty() {
        found = figures(|text, wanted| text.contains(wanted));
    }
    let help = "give a claim's id, ARTICLE#c-..., or the words of a figure, such as 'almost 50%'";
    one(name, claims, &found, help)
}

fn with_id(id: &str, claims: &[Candidate<'_>]) -> Vec<usize> {
    let (article, claim) = match id.rsplit_once('#') {
        Some((article, claim)) => (Some(article), claim),
        None => (None, id),
    };
    let called = |(meta, found): &Candidate<'_>| {
        found.id == claim && article.is_none_or(|article| meta.id == article)
    };
    (0..claims.len())
        .filter(|at| called(&claims[*at]))
        .collect()
}

/// The one that was found; none and several are refused.
fn one(
    name: &str,
    claims: &[Candidate<'_>],
    found: &[usize],
    help: &str,
) -> Result<usize, Failure> {
    match found {
        [one] => Ok(*one),
        [] => Err(Failure::new(format!("no claim is called `{name}`"), help)),
        several => {
            let names: Vec<String> = several
                .iter()
                .take(NAMED)
                .map(|at| qualified_id(claims[*at].0, claims[*at].1))
                .collect();
            let message = format!("`{name}` fits {} claims", several.len());
            Err(Failure::new(
                message,
                format!("say which: {}", names.join(", ")),
            ))
        }
    }
}
