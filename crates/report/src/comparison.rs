//! A comparison as table, Markdown, CSV and JSON.

mod data;
mod flat;
mod grounds;
mod lines;
mod quote;
mod table;
mod why;

pub use data::{comparison_json, comparison_jsonl};
pub use flat::{comparison_csv, comparison_markdown};
pub use table::comparison_table;
pub use why::{why_json, why_page};

use claimbook_compare::{Fidelity, Relation, Row, RowKind, RowVerdict};

/// The word for a row's verdict in JSON and CSV.
const fn verdict_word(verdict: RowVerdict) -> &'static str {
    match verdict {
        RowVerdict::Conflict => "conflict",
        RowVerdict::Mixed => "mixed",
        RowVerdict::Update => "update",
        RowVerdict::Agree => "agree",
        RowVerdict::Single => "single",
    }
}

const fn relation_word(relation: Relation) -> &'static str {
    match relation {
        Relation::Agree => "agree",
        Relation::Conflict => "conflict",
        Relation::Update => "update",
        Relation::NotComparable => "not_comparable",
    }
}

const fn fidelity_word(fidelity: Fidelity) -> &'static str {
    match fidelity {
        Fidelity::Verbatim => "verbatim",
        Fidelity::Shortened => "shortened",
        Fidelity::Altered => "altered",
        Fidelity::Paraphrase => "paraphrase",
    }
}

const fn kind_word(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Quantity => "quantity",
        RowKind::Quote => "quote",
    }
}

/// "bilateral trade, Venezuela · change, up": what a row is about, on one line.
fn title(row: &Row) -> String {
    let mut title = crate::one_line(&row.measure);
    for qualifier in &row.qualifiers {
        title.push_str(" · ");
        title.push_str(&crate::one_line(qualifier));
    }
    title
}

#[cfg(test)]
mod tests {
    use super::{comparison_csv, comparison_json, comparison_markdown, comparison_table};
    use crate::Style;
    use crate::samples::{claims, comparison, items};

    #[test]
    fn every_form_of_a_comparison() {
        let (articles, claims) = claims();
        let items = items(&articles, &claims);
        let (comparison, style) = (comparison(), Style::default());
        let table = comparison_table(&comparison, &items, &style);
        assert!(
            table.lines().all(|line| line.chars().count() <= 80),
            "{table}"
        );
        insta::assert_snapshot!("table", table);
        let wide = Style {
            width: 120,
            colour: false,
        };
        insta::assert_snapshot!("table_wide", comparison_table(&comparison, &items, &wide));
        insta::assert_snapshot!("markdown", comparison_markdown(&comparison, &items));
        insta::assert_snapshot!("csv", comparison_csv(&comparison, &items));
        insta::assert_snapshot!("json", comparison_json(&comparison, &items).unwrap());
    }

    #[test]
    fn colour_adds_nothing_but_colour() {
        let (articles, claims) = claims();
        let items = items(&articles, &claims);
        let plain = comparison_table(&comparison(), &items, &Style::default());
        let style = Style {
            colour: true,
            ..Style::default()
        };
        let mut stripped = comparison_table(&comparison(), &items, &style);
        while let Some(start) = stripped.find('\u{1b}') {
            let end = stripped[start..].find('m').unwrap() + start;
            stripped.replace_range(start..=end, "");
        }
        assert_eq!(stripped, plain);
    }
}
