//! A comparison as a flat table: one line a claim, for spreadsheets and notes.

use super::grounds::links_markdown;
use super::lines::{Line, of_figures, of_words, with_verdict};
use super::{fidelity_word, kind_word, title, verdict_word};
use crate::wording::qualified_id;
use crate::{csv, markdown};
use claimbook_compare::{Comparison, Item, Row, RowKind};

/// One CSV line for each claim of each row; the row's verdict and reasons are repeated.
#[must_use]
pub fn comparison_csv(comparison: &Comparison, items: &[Item<'_>]) -> String {
    let titles = [
        "row",
        "kind",
        "measure",
        "qualifiers",
        "unit",
        "row_verdict",
        "fidelity",
        "series",
        "article",
        "claim",
        "text",
        "value",
        "value_max",
        "bound",
        "source",
        "role",
        "period",
        "baseline",
        "publisher",
        "agency",
        "published",
        "origin",
        "verdict",
        "why",
    ];
    let rows = comparison.rows.iter().flat_map(|row| {
        let members = row.members.iter();
        let members = members.filter_map(|m| Some((m.origin, items.get(m.item)?)));
        members.map(move |(origin, item)| csv_line(row, origin, item))
    });
    csv::file(titles, rows)
}

fn csv_line(row: &Row, origin: usize, item: &Item<'_>) -> [String; 24] {
    let claim = item.claim.effective();
    let (article, figure, said_by) = (item.article, claim.figure.as_ref(), claim.said_by.as_ref());
    let text = |value: Option<&String>| value.cloned().unwrap_or_default();
    [
        row.id.clone(),
        kind_word(row.kind).to_owned(),
        row.measure.clone(),
        row.qualifiers.join("; "),
        row.unit
            .as_ref()
            .map(|u| u.code().to_owned())
            .unwrap_or_default(),
        verdict_word(row.verdict).to_owned(),
        row.fidelity
            .map(fidelity_word)
            .unwrap_or_default()
            .to_owned(),
        text(row.series.as_ref()),
        article.id.clone(),
        claim.id.clone(),
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
        said_by.map(|s| s.label().to_owned()).unwrap_or_default(),
        text(said_by.and_then(|s| s.role.as_ref())),
        figure
            .and_then(|f| f.period)
            .map(|p| p.to_string())
            .unwrap_or_default(),
        figure
            .and_then(|f| f.baseline)
            .map(|p| p.to_string())
            .unwrap_or_default(),
        text(article.publisher.as_ref()),
        text(article.agency.as_ref()),
        article.published.map(|d| d.to_string()).unwrap_or_default(),
        origin.to_string(),
        claim.review.verdict.as_str().to_owned(),
        row.summary.join(" "),
    ]
}

/// A Markdown section for each row: heading, table of claims, reasons; then what
/// was not compared.
#[must_use]
pub fn comparison_markdown(comparison: &Comparison, items: &[Item<'_>]) -> String {
    let mut out = String::new();
    for row in &comparison.rows {
        out.push_str(&format!(
            "### {}: {}\n\n",
            row_label(row),
            markdown::escaped(&title(row))
        ));
        if row.series.is_some() {
            out.push_str("A series, kept by hand.\n\n");
        }
        out.push_str(&match row.kind {
            RowKind::Quantity => figures(row, items),
            RowKind::Quote => renderings(row, items),
        });
        for sentence in &row.summary {
            out.push_str(&format!("\n{}\n", markdown::escaped(sentence)));
        }
        out.push_str(&links_markdown(row, items));
        out.push('\n');
    }
    if !comparison.apart.is_empty() {
        out.push_str("### Not compared\n\n");
    }
    for pair in &comparison.apart {
        if let (Some(a), Some(b)) = (items.get(pair.a), items.get(pair.b)) {
            let (a, b) = (
                crate::wording::in_a_sentence(a),
                crate::wording::in_a_sentence(b),
            );
            out.push_str(&format!(
                "- {}\n",
                markdown::escaped(&format!("{a} beside {b}: {}", pair.why))
            ));
        }
    }
    out
}

/// "Conflict", "Drift" ... as a heading begins.
fn row_label(row: &Row) -> String {
    let word = row
        .fidelity
        .map_or(verdict_word(row.verdict), fidelity_word);
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// The figures of a row side by side.
fn figures(row: &Row, items: &[Item<'_>]) -> String {
    let titles = ["Value", "Period", "Said by", "Outlet", "Published", "Claim"];
    let lines = of_figures(row, items, qualified_id).into_iter();
    let lines = lines.map(|line| {
        let [said_by, outlet, published, claims] = who_and_where(&line);
        [line.text, line.period, said_by, outlet, published, claims]
    });
    markdown::table(titles, lines)
}

/// The renderings of a row of words below each other, what differs marked.
fn renderings(row: &Row, items: &[Item<'_>]) -> String {
    let lines = of_words(row, items, qualified_id, false).into_iter();
    let lines = lines.map(|line| {
        let [said_by, outlet, published, claims] = who_and_where(&line);
        [line.text, said_by, outlet, published, claims]
    });
    markdown::table(["Words", "Said by", "Outlet", "Published", "Claim"], lines)
}

/// Speaker, outlets, days, and the claims' names with their verdicts.
fn who_and_where(line: &Line) -> [String; 4] {
    let claims: Vec<String> = line.claims.iter().map(with_verdict).collect();
    [
        line.speaker.clone(),
        line.outlets.join(", "),
        line.days.join(", "),
        claims.join(", "),
    ]
}
