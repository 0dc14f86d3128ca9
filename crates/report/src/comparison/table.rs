//! Rows for a terminal: a heading with sign and word, the claims side by side,
//! and the reasons in sentences.

use super::grounds::links;
use super::lines::{IdForm, Line, of_figures};
use super::quote::renderings;
use super::title;
use crate::columns::Columns;
use crate::style::{Role, Style};
use crate::wording::{NOTHING, count, in_a_sentence, qualified_id};
use crate::wrap::{cells, hanging};
use claimbook_compare::{Apart, Comparison, Fidelity, Item, Row, RowKind, RowVerdict};

/// What stands below the heading of a row that is a series.
const KEPT_BY_HAND: &str = "  a series, kept by hand\n";
/// Columns of a row of figures.
const TITLES: [&str; 6] = ["Value", "Period", "Said by", "Outlet", "Published", "Claim"];
/// Blanks before everything below a heading.
const INDENT: usize = 2;
/// Claims are shown with their article's id where that takes at most one part in
/// so many of the width; else by their own id alone, which `show` finds as well.
const SHARE_FOR_IDS: usize = 4;
/// So many look-alikes that were kept apart are listed; the JSON has all.
const APART_SHOWN: usize = 10;

/// The rows of `comparison` as text for `style.width` columns.
#[must_use]
pub fn comparison_table(comparison: &Comparison, items: &[Item<'_>], style: &Style) -> String {
    let name = id_form(comparison, items, style);
    let figures = comparison
        .rows
        .iter()
        .map(|row| figure_cells(row, items, name));
    let figures: Vec<Vec<[String; 6]>> = figures.collect();
    let columns = Columns::fit(TITLES, figures.iter().flatten(), INDENT, style.width);
    let mut blocks = Vec::new();
    for (row, cells) in comparison.rows.iter().zip(&figures) {
        let mut block = heading(row, style);
        block.push_str(&match row.kind {
            RowKind::Quantity if columns.fit_into(INDENT, style.width) => {
                columns.table(cells, INDENT, style)
            }
            RowKind::Quantity => stacked(cells, style),
            RowKind::Quote => renderings(row, items, style),
        });
        for sentence in &row.summary {
            block.push_str(&hanging("  ", &crate::one_line(sentence), style.width));
        }
        block.push_str(&links(row, items, style));
        blocks.push(block);
    }
    if !comparison.apart.is_empty() {
        blocks.push(kept_apart(&comparison.apart, items, style));
    }
    blocks.join("\n")
}

/// "✗ CONFLICT  bilateral trade · Russia and Venezuela · change, up".
fn heading(row: &Row, style: &Style) -> String {
    let (sign, word, role) = label(row);
    let label = format!("{sign} {word}");
    let mut text = hanging(&format!("{label:<10}  "), &title(row), style.width);
    if style.colour {
        text = text.replacen(&label, &style.paint(role, &label), 1);
    }
    if row.series.is_some() {
        text + KEPT_BY_HAND
    } else {
        text
    }
}

/// Sign, word and colour of a row: by fidelity for words, by verdict for figures.
const fn label(row: &Row) -> (&'static str, &'static str, Role) {
    match (row.fidelity, row.verdict) {
        (_, RowVerdict::Single) => ("·", "SINGLE", Role::Heading),
        (Some(Fidelity::Verbatim), _) => ("✓", "VERBATIM", Role::Good),
        (Some(Fidelity::Shortened), _) => ("≈", "SHORTENED", Role::Moved),
        (Some(Fidelity::Altered), _) => ("≈", "DRIFT", Role::Doubtful),
        (Some(Fidelity::Paraphrase), _) => ("≈", "PARAPHRASE", Role::Moved),
        (None, RowVerdict::Conflict) => ("✗", "CONFLICT", Role::Bad),
        (None, RowVerdict::Mixed) => ("✗", "MIXED", Role::Bad),
        (None, RowVerdict::Update) => ("↗", "UPDATE", Role::Moved),
        (None, RowVerdict::Agree) => ("✓", "AGREE", Role::Good),
    }
}

/// `ARTICLE#c-...` where all of them fit their share of the width, else `c-...`.
fn id_form(comparison: &Comparison, items: &[Item<'_>], style: &Style) -> IdForm {
    let members = comparison.rows.iter().flat_map(|row| &row.members);
    let ids = members
        .filter_map(|m| items.get(m.item))
        .map(|i| cells(&qualified_id(i.article, i.claim)));
    if ids.max().unwrap_or(0) * SHARE_FOR_IDS <= style.width {
        qualified_id
    } else {
        |_, claim| crate::one_line(&claim.id)
    }
}

/// The cells of a row of figures; none for a row of words.
fn figure_cells(row: &Row, items: &[Item<'_>], name: IdForm) -> Vec<[String; 6]> {
    if row.kind == RowKind::Quote {
        return Vec::new();
    }
    of_figures(row, items, name)
        .into_iter()
        .map(cells_of)
        .collect()
}

fn cells_of(line: Line) -> [String; 6] {
    let claims = line.claims.into_iter().map(|(id, verdict)| match verdict {
        Some(verdict) => format!("{id}\n{verdict}"),
        None => id,
    });
    let claims: Vec<String> = claims.collect();
    [
        line.text,
        line.period,
        line.speaker,
        line.outlets.join(", "),
        line.days.join("\n"),
        claims.join("\n"),
    ]
}

/// The cells of a row below each other, for outputs too narrow for columns.
fn stacked(lines: &[[String; 6]], style: &Style) -> String {
    let mut out = String::new();
    for cells in lines {
        let said = cells.iter().filter(|cell| *cell != NOTHING);
        let said: Vec<String> = said.map(|cell| cell.replace('\n', ", ")).collect();
        let text = said.join(" · ").replace('\u{a0}', " ");
        out.push_str(&hanging("  - ", &text, style.width));
    }
    out
}

/// The look-alikes that were kept apart, with the reasons.
fn kept_apart(apart: &[Apart], items: &[Item<'_>], style: &Style) -> String {
    let mut out = style.paint(Role::Heading, "not compared") + "\n";
    for pair in apart.iter().take(APART_SHOWN) {
        if let (Some(a), Some(b)) = (items.get(pair.a), items.get(pair.b)) {
            let sentence = format!(
                "{} beside {}: {}",
                in_a_sentence(a),
                in_a_sentence(b),
                crate::one_line(&pair.why)
            );
            out.push_str(&hanging("  - ", &sentence, style.width));
        }
    }
    if apart.len() > APART_SHOWN {
        let more = count(apart.len() - APART_SHOWN, "more pair");
        out.push_str(&format!("  and {more}; --format json lists all\n"));
    }
    out
}
