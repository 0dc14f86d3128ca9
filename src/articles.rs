//! Articles read and annotated, with the claims that they make.

use crate::app::App;
use crate::error::Failure;
use crate::input::Input;
use crate::ledgers::LedgerFile;
use crate::progress;
use crate::project::Project;
use crate::source::Source;
use crate::work::Workers;
use claimbook_article::{Read, Warning};
use claimbook_extract::Extractor;
use claimbook_model::annotation::{Annotations, Attribution, FoundClaim};
use claimbook_model::{Article, ArticleMeta, Claim, Offsets, Span};
use std::collections::{BTreeMap, BTreeSet};

/// One article's claims, with their ids, and where they stand.
pub(crate) struct ArticleClaims {
    /// What messages call it.
    pub(crate) name: String,
    /// The article.
    pub(crate) meta: ArticleMeta,
    /// Its claims, in text order.
    pub(crate) claims: Vec<Claim>,
    /// Where each claim stands, if that is known.
    pub(crate) places: Vec<Option<ClaimPlace>>,
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
    defaults: &ArticleMeta,
    workers: &Workers,
    app: &mut App,
) -> Result<Vec<ArticleClaims>, Failure> {
    let extractor = Extractor::new();
    let bar = progress::bar(inputs.len(), app);
    let work = |input: &Input| {
        let read = input.read(None, defaults)?;
        Ok(claims_of(input.name(), read, &extractor))
    };
    let mut articles = Vec::with_capacity(inputs.len());
    let read = workers.in_order(inputs, work, |input, done: Result<_, Failure>| {
        bar.inc(1);
        match done {
            Ok((article, warnings)) => {
                warn(&input.name(), &warnings, app)?;
                articles.push(article);
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

fn claims_of(name: String, read: Read, extractor: &Extractor) -> (ArticleClaims, Vec<Warning>) {
    let Read { article, warnings } = read;
    let (claims, places) = placed_claims(&article, extractor);
    let article = ArticleClaims {
        name,
        meta: article.meta,
        claims,
        places: places.into_iter().map(Some).collect(),
    };
    (article, warnings)
}

/// The claims of an article as it is today, and where they stand.
fn placed_claims(article: &Article, extractor: &Extractor) -> (Vec<Claim>, Vec<ClaimPlace>) {
    let found = extractor.annotate(article);
    let offsets = Offsets::new(&article.text);
    let places = found
        .claims
        .iter()
        .map(|claim| place(claim, &found, &offsets));
    let places = places.collect();
    (named_claims(&article.meta.id, found.claims), places)
}

/// Gives the claims of ledger files, which hold no offsets, the places that they have
/// in their articles today; a claim that its article does not make has none.
pub(crate) fn with_places(
    files: Vec<LedgerFile>,
    project: &Project,
    workers: &Workers,
) -> Result<Vec<ArticleClaims>, Failure> {
    let extractor = Extractor::new();
    let places = |file: &LedgerFile| -> Vec<Option<ClaimPlace>> {
        let source = Source::of(project, &file.ledger.article);
        let placed = source.map(|source| placed_claims(&source.article, &extractor));
        let (claims, places) = placed.unwrap_or_default();
        let ids = claims.iter().map(|claim| claim.id.as_str());
        let known: BTreeMap<&str, ClaimPlace> = ids.zip(places).collect();
        file.ledger
            .claims
            .iter()
            .map(|claim| known.get(claim.id.as_str()).copied())
            .collect()
    };
    let mut all = Vec::with_capacity(files.len());
    workers.in_order(&files, places, |_, places| {
        all.push(places);
        Ok(())
    })?;
    let joined = files
        .into_iter()
        .zip(all)
        .map(|(file, places)| ArticleClaims {
            name: file.path.display().to_string(),
            meta: file.ledger.article,
            claims: file.ledger.claims,
            places,
        });
    Ok(joined.collect())
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

/// The ids that several inputs have, in lower case, with the names of these inputs.
/// File systems may not tell upper from lower case, so neither does this.
pub(crate) fn shared_ids<'a>(
    articles: impl Iterator<Item = (&'a str, &'a str)>,
) -> BTreeMap<String, Vec<&'a str>> {
    let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (id, name) in articles {
        names.entry(id.to_lowercase()).or_default().push(name);
    }
    names.retain(|_, names| names.len() > 1);
    names
}

/// Leaves out, and reports, articles that share an id.
fn without_shared_ids(
    mut articles: Vec<ArticleClaims>,
    app: &mut App,
) -> Result<Vec<ArticleClaims>, Failure> {
    let pairs = articles
        .iter()
        .map(|a| (a.meta.id.as_str(), a.name.as_str()));
    let shared = shared_ids(pairs);
    for (id, names) in &shared {
        app.report(Failure::shared_id(id, names))?;
    }
    let shared: BTreeSet<String> = shared.into_keys().collect();
    articles.retain(|article| !shared.contains(&article.meta.id.to_lowercase()));
    Ok(articles)
}
