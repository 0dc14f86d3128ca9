//! Claims of the ledger as a list: table, Markdown, CSV, JSON.

use crate::columns::Columns;
use crate::style::{Role, Style};
use crate::wording::{NOTHING, article_line, period, qualified_id, shortened, speaker, value};
use crate::wrap::hanging;
use crate::{csv, json, markdown, one_line};
use claimbook_model::{ArticleMeta, Claim, Reading, Verdict};
use serde::Serialize;
use std::io;

/// A claim and the article that makes it; in JSON the claim's own fields with an
/// `article` before them.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct ListedClaim<'a> {
    /// The article.
    pub article: &'a ArticleMeta,
    /// The claim as it stands in the ledger.
    #[serde(flatten)]
    pub claim: &'a Claim,
}

/// Words shown of a claim without a figure.
const OPENING: usize = 14;
const TITLES: [&str; 6] = [
    "Claim",
    "Value or words",
    "Measure",
    "Said by",
    "Period",
    "Review",
];

/// A table for each article, below a line that names it.
#[must_use]
pub fn claims_table(claims: &[ListedClaim<'_>], style: &Style) -> String {
    let rows: Vec<[String; 6]> = claims.iter().map(table_line).collect();
    let columns = Columns::fit(TITLES, &rows, 2, style.width);
    let mut out = String::new();
    let mut done = 0;
    for group in claims.chunk_by(|a, b| a.article.id == b.article.id) {
        if done > 0 {
            out.push('\n');
        }
        let name = article_line(group[0].article);
        for line in hanging("", &name, style.width).lines() {
            out.push_str(&style.paint(Role::Heading, line));
            out.push('\n');
        }
        out.push_str(&columns.table(&rows[done..done + group.len()], 2, style));
        done += group.len();
    }
    out
}

fn table_line(listed: &ListedClaim<'_>) -> [String; 6] {
    let claim = listed.claim.effective();
    let figure = claim.figure.as_ref();
    [
        one_line(&claim.id),
        if figure.is_some() {
            value(listed.claim)
        } else {
            shortened(&value(listed.claim), OPENING)
        },
        figure.map_or_else(|| NOTHING.to_owned(), |f| one_line(&f.measure)),
        speaker(claim.said_by.as_ref()),
        figure.map_or_else(|| NOTHING.to_owned(), period),
        review(listed.claim),
    ]
}

/// "open", "ok, disputed", "gone", "disputed, stale".
fn review(claim: &Claim) -> String {
    let reading = (claim.review.reading != Reading::Open).then_some(claim.review.reading.as_str());
    let verdict = (claim.review.verdict != Verdict::Open).then_some(claim.review.verdict.as_str());
    let gone = claim.gone.then_some("gone");
    let saw = claim.review.saw.as_deref();
    let decided = reading.is_some() || verdict.is_some();
    let stale = decided && saw.is_some_and(|saw| claim.differs_from(saw).is_some());
    let stale = stale.then_some("stale");
    let words = [gone, reading, verdict, stale];
    let words: Vec<&str> = words.into_iter().flatten().collect();
    if words.is_empty() {
        return "open".to_owned();
    }
    words.join(", ").replace('_', " ")
}

/// One Markdown table of all claims.
#[must_use]
pub fn claims_markdown(claims: &[ListedClaim<'_>]) -> String {
    let lines = claims.iter().map(|listed| {
        let [_, words, measure, said_by, period, review] = table_line(listed);
        [
            qualified_id(listed.article, listed.claim),
            words,
            measure,
            said_by,
            period,
            review,
        ]
    });
    markdown::table(TITLES, lines)
}

/// One CSV line a claim, corrections applied.
#[must_use]
pub fn claims_csv(claims: &[ListedClaim<'_>]) -> String {
    let titles = [
        "article",
        "claim",
        "published",
        "publisher",
        "agency",
        "text",
        "value",
        "value_max",
        "bound",
        "unit",
        "kind",
        "measure",
        "place",
        "period",
        "source",
        "role",
        "cue",
        "style",
        "quote",
        "reading",
        "verdict",
        "by",
        "note",
        "gone",
    ];
    csv::file(titles, claims.iter().map(csv_line))
}

fn csv_line(listed: &ListedClaim<'_>) -> [String; 24] {
    let claim = listed.claim.effective();
    let (article, figure, said_by) = (
        listed.article,
        claim.figure.as_ref(),
        claim.said_by.as_ref(),
    );
    let text = |value: Option<&String>| value.cloned().unwrap_or_default();
    [
        article.id.clone(),
        claim.id.clone(),
        article.published.map(|d| d.to_string()).unwrap_or_default(),
        text(article.publisher.as_ref()),
        text(article.agency.as_ref()),
        figure.map_or_else(|| claim.words_said().to_owned(), |f| f.text.clone()),
        figure.map(|f| f.value.to_string()).unwrap_or_default(),
        figure
            .and_then(|f| f.value_max)
            .map(|v| v.to_string())
            .unwrap_or_default(),
        figure
            .map(|f| f.bound.as_str())
            .unwrap_or_default()
            .to_owned(),
        figure
            .and_then(|f| f.unit.as_ref())
            .map(|u| u.code().to_owned())
            .unwrap_or_default(),
        figure
            .map(|f| f.kind.as_str())
            .unwrap_or_default()
            .to_owned(),
        text(figure.map(|f| &f.measure)),
        text(figure.and_then(|f| f.place.as_ref())),
        figure
            .and_then(|f| f.period)
            .map(|p| p.to_string())
            .unwrap_or_default(),
        said_by.map(|s| s.label().to_owned()).unwrap_or_default(),
        text(said_by.and_then(|s| s.role.as_ref())),
        text(said_by.and_then(|s| s.cue.as_ref())),
        said_by
            .map(|s| s.style.as_str())
            .unwrap_or_default()
            .to_owned(),
        claim.quote.exact.clone(),
        claim.review.reading.as_str().to_owned(),
        claim.review.verdict.as_str().to_owned(),
        text(claim.review.by.as_ref()),
        text(claim.review.note.as_ref()),
        claim.gone.to_string(),
    ]
}

/// An array of claims as the ledger holds them, each with its `article`.
///
/// # Errors
/// None in practice: every claim can be written as JSON.
pub fn claims_json(claims: &[ListedClaim<'_>]) -> io::Result<String> {
    json::pretty(&claims)
}

/// The same objects, one a line.
///
/// # Errors
/// None in practice, as with [`claims_json`].
pub fn claims_jsonl(claims: &[ListedClaim<'_>]) -> io::Result<String> {
    let mut out = Vec::new();
    for claim in claims {
        json::write_line(&mut out, claim)?;
    }
    String::from_utf8(out).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::{ListedClaim, claims_csv, claims_json, claims_markdown, claims_table};
    use crate::samples;
    use crate::{ClaimContext, Style, claim_page};

    #[test]
    fn every_form_of_a_list() {
        let (articles, claims) = samples::claims();
        let items = samples::items(&articles, &claims);
        let mut listed: Vec<ListedClaim<'_>> = items
            .iter()
            .map(|i| ListedClaim {
                article: i.article,
                claim: i.claim,
            })
            .collect();
        listed.sort_by_key(|l| &l.article.id);
        insta::assert_snapshot!("list_table", claims_table(&listed, &Style::default()));
        insta::assert_snapshot!("list_markdown", claims_markdown(&listed));
        insta::assert_snapshot!("list_csv", claims_csv(&listed));
        insta::assert_snapshot!("list_json", claims_json(&listed[..1]).unwrap());
    }

    #[test]
    fn a_page_about_a_claim() {
        let (articles, mut claims) = samples::claims();
        let claim = &mut claims[0];
        claim.fix.value = "49.5".parse().ok();
        claim.fix.why = Some("the table on page 3".to_owned());
        let context = ClaimContext {
            before: "Relations are old.",
            after: "He left\u{1b} on Friday.",
        };
        insta::assert_snapshot!(claim_page(&articles[0], claim, context, &Style::default()));
    }
}
