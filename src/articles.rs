//! Articles read and annotated, with the claims that they make.

use crate::app::App;
use crate::error::Failure;
use crate::input::Input;
use crate::progress;
use crate::work::Workers;
use claimbook_article::{Format, Read, Warning};
use claimbook_extract::Extractor;
use claimbook_model::annotation::{Annotations, Attribution, FoundClaim};
use claimbook_model::{ArticleMeta, Claim, Offsets, Span};
use std::collections::BTreeMap;

/// One article's claims, with their ids, and where they stand.
pub(crate) struct ArticleClaims {
    /// The article.
    pub(crate) meta: ArticleMeta,
    /// Its text.
    pub(crate) text: String,
    /// Its claims, in text order.
    pub(crate) claims: Vec<Claim>,
    /// Where each claim stands.
    pub(crate) places: Vec<ClaimPlace>,
}

/// Where a claim stands in its article's text, in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ClaimPlace {
    /// The figure with its hedge, or the words said.
    pub(crate) at: (usize, usize),
    /// The words said, if somebody says it.
    pub(crate) words: Option<(usize, usize)>,
}

/// Reads and annotates all `inputs`. What cannot be read is reported, and so are
/// inputs that share an id: none of those is given back.
pub(crate) fn read_all(
    inputs: &[Input],
    format: Option<Format>,
    defaults: &ArticleMeta,
    workers: &Workers,
    app: &mut App,
) -> Result<Vec<(Input, ArticleClaims)>, Failure> {
    let extractor = Extractor::new();
    let bar = progress::bar(inputs.len(), app);
    let work = |input: &Input| {
        let read = input.read(format, defaults)?;
        Ok(claims_of(read, &extractor))
    };
    let mut articles = Vec::with_capacity(inputs.len());
    let read = workers.in_order(inputs, work, |input, done: Result<_, Failure>| {
        bar.inc(1);
        match done {
            Ok((article, warnings)) => {
                warn(&input.name(), &warnings, app)?;
                articles.push((input.clone(), article));
                Ok(())
            }
            Err(failure) => app.report(failure),
        }
    });
    bar.finish_and_clear();
    read?;
    without_shared_ids(articles, app)
}

/// Says what was odd about an input.
pub(crate) fn warn(name: &str, warnings: &[Warning], app: &mut App) -> Result<(), Failure> {
    for warning in warnings {
        app.warn(&format!("{name}: {}", warning.message), &warning.hint)?;
    }
    Ok(())
}

fn claims_of(read: Read, extractor: &Extractor) -> (ArticleClaims, Vec<Warning>) {
    let Read { article, warnings } = read;
    let found = extractor.annotate(&article);
    let offsets = Offsets::new(&article.text);
    let places = found
        .claims
        .iter()
        .map(|claim| place(claim, &found, &offsets))
        .collect();
    let claims = named_claims(&article.meta.id, found.claims);
    let article = ArticleClaims {
        meta: article.meta,
        text: article.text,
        claims,
        places,
    };
    (article, warnings)
}

/// The claims of an article with freshly minted ids.
pub(crate) fn named_claims(article_id: &str, found: Vec<FoundClaim>) -> Vec<Claim> {
    let mut claims: Vec<Claim> = found.into_iter().map(|c| c.claim).collect();
    claimbook_ledger::mint(article_id, &mut claims);
    claims
}

fn place(claim: &FoundClaim, found: &Annotations, offsets: &Offsets<'_>) -> ClaimPlace {
    let attribution = claim.attribution.and_then(|n| found.attributions.get(n));
    ClaimPlace {
        at: offsets.to_chars(claim.at),
        words: attribution
            .and_then(said)
            .map(|span| offsets.to_chars(span)),
    }
}

/// From the first to the last of the words said.
fn said(attribution: &Attribution) -> Option<Span> {
    attribution.content.iter().copied().reduce(Span::cover)
}

/// Leaves out, and reports, articles that share an id.
fn without_shared_ids(
    articles: Vec<(Input, ArticleClaims)>,
    app: &mut App,
) -> Result<Vec<(Input, ArticleClaims)>, Failure> {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (input, article) in &articles {
        names
            .entry(article.meta.id.clone())
            .or_default()
            .push(input.name());
    }
    names.retain(|_, names| names.len() > 1);
    for (id, names) in &names {
        app.report(Failure::new(
            format!(
                "{}: they share the id `{id}`; none of them is used",
                names.join(", ")
            ),
            "give one of them another `id:` in its front matter, or another name",
        ))?;
    }
    Ok(articles
        .into_iter()
        .filter(|(_, article)| !names.contains_key(&article.meta.id))
        .collect())
}
