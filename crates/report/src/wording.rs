//! The short wordings that tables, pages and lists share.

use crate::one_line;
use claimbook_compare::Item;
use claimbook_model::{ArticleMeta, Claim, Figure, Fix, Period, SaidBy, Verdict};

/// What stands in a cell that has nothing to say.
pub(crate) const NOTHING: &str = "–";

/// `ARTICLE#c-...`, the claim's name outside its own file.
#[must_use]
pub fn qualified_id(article: &ArticleMeta, claim: &Claim) -> String {
    one_line(&format!("{}#{}", article.id, claim.id))
}

/// The claim's figure as the article words it, or in plain words where a person
/// corrected it; for claims without a figure the words said.
#[must_use]
pub(crate) fn value(claim: &Claim) -> String {
    match &claim.effective().figure {
        Some(figure) if is_amount_fixed(&claim.fix) => {
            format!("{} (fixed)", one_line(&figure.in_words()))
        }
        Some(figure) => one_line(&figure.text),
        None => words_said(claim),
    }
}

fn is_amount_fixed(fix: &Fix) -> bool {
    fix.value.is_some()
        || fix.value_max.is_some()
        || fix.from.is_some()
        || fix.bound.is_some()
        || fix.unit.is_some()
}

/// The words said, on one line.
#[must_use]
pub(crate) fn words_said(claim: &Claim) -> String {
    one_line(claim.words_said())
}

/// When the figure holds, and against what a change is measured; joined by no-break
/// blanks where a table should not break it.
#[must_use]
pub(crate) fn period(figure: &Figure) -> String {
    match (figure.period, figure.baseline) {
        (Some(at), Some(base)) => format!("{} over\u{a0}{}", one_period(at), one_period(base)),
        (Some(at), None) => one_period(at),
        (None, Some(base)) => format!("since\u{a0}{}", one_period(base)),
        (None, None) => NOTHING.to_owned(),
    }
}

fn one_period(period: Period) -> String {
    match period {
        Period::At(m) => m.to_string(),
        Period::Between(a, b) => format!("{a} to\u{a0}{b}"),
        Period::Until(m) => format!("to\u{a0}{m}"),
        Period::Since(m) => format!("from\u{a0}{m}"),
    }
}

/// Name and role of the speaker ("Yury Borisov, Russian Deputy Prime Minister").
#[must_use]
pub(crate) fn speaker(said_by: Option<&SaidBy>) -> String {
    let Some(said_by) = said_by else {
        return NOTHING.to_owned();
    };
    match &said_by.role {
        Some(role) => one_line(&format!("{}, {role}", said_by.label())),
        None => one_line(said_by.label()),
    }
}

/// "Outlet (agency)"; an article that names no outlet is shown by its id.
#[must_use]
pub(crate) fn outlet(article: &ArticleMeta) -> String {
    let known = article.publisher.as_deref().or(article.agency.as_deref());
    let name = known.unwrap_or(&article.id);
    match &article.agency {
        Some(agency) if agency != name => one_line(&format!("{name} ({agency})")),
        _ => one_line(name),
    }
}

/// Id, outlet and day of an article, as a heading.
#[must_use]
pub(crate) fn article_line(article: &ArticleMeta) -> String {
    let (id, outlet, published) = (one_line(&article.id), outlet(article), published(article));
    if outlet == id {
        format!("{id} · {published}")
    } else {
        format!("{id} · {outlet} · {published}")
    }
}

/// Day of publication.
#[must_use]
pub(crate) fn published(article: &ArticleMeta) -> String {
    article
        .published
        .map_or_else(|| NOTHING.to_owned(), |d| d.to_string())
}

/// The verdict that people gave, if any.
#[must_use]
pub(crate) fn verdict(claim: &Claim) -> Option<String> {
    let verdict = claim.review.verdict;
    (verdict != Verdict::Open).then(|| verdict.as_str().replace('_', " "))
}

/// "7.2 million doses, vaccine doses delivered (trade#c-...)": one claim in a sentence.
#[must_use]
pub(crate) fn in_a_sentence(item: &Item<'_>) -> String {
    let id = qualified_id(item.article, item.claim);
    match &item.claim.effective().figure {
        Some(figure) => format!(
            "{} ({}, {id})",
            value(item.claim),
            one_line(&figure.measure)
        ),
        None => format!("{} ({id})", shortened(&words_said(item.claim), 12)),
    }
}

/// The first `words` words of `text`, with dots if there are more.
#[must_use]
pub(crate) fn shortened(text: &str, words: usize) -> String {
    let mut pieces = text.split(' ');
    let head: Vec<&str> = pieces.by_ref().take(words).collect();
    let more = if pieces.next().is_some() { " ..." } else { "" };
    format!("{}{more}", head.join(" "))
}

/// "1 claim", "2 claims".
#[must_use]
pub(crate) fn count(n: usize, noun: &str) -> String {
    if n == 1 {
        format!("1 {noun}")
    } else {
        format!("{n} {noun}s")
    }
}
