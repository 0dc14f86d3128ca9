//! Figures in sentences written for this project, held to a floor so that accuracy
//! cannot fall unnoticed.

use claimbook_extract::Extractor;
use claimbook_model::annotation::Quantity;
use claimbook_model::{Article, Bound, Dimension, Form};
use serde::Deserialize;

/// A sentence and its figures.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    figures: Vec<String>,
    /// Why the figures are not found yet.
    known: Option<String>,
}

fn cases() -> Vec<Case> {
    serde_yaml::from_str(include_str!("figures.yaml")).expect("the table is readable")
}

fn figures(extractor: &Extractor, text: &str) -> Vec<String> {
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    let quantities = extractor.annotate(&article).quantities;
    quantities.iter().map(in_words).collect()
}

/// The figure in the form of the table.
fn in_words(q: &Quantity) -> String {
    let value = match (q.value_max, q.form) {
        (Some(max), Form::FromTo) => format!("from {} to {max}", q.value),
        (Some(max), _) => format!("{}..{max}", q.value),
        (None, _) => q.value.to_string(),
    };
    let bound = match q.bound {
        Bound::Equal => String::new(),
        bound => format!("{bound} "),
    };
    let unit = q
        .unit
        .as_ref()
        .map_or_else(String::new, |u| format!(" {u}"));
    let age = if q.dimension == Dimension::Age {
        " (age)"
    } else {
        ""
    };
    let change = q.change.map_or_else(String::new, |c| format!(", {c}"));
    format!("{bound}{value}{unit}{age}{change}")
}

#[test]
fn every_sentence_is_read_as_the_table_says() {
    let extractor = Extractor::new();
    let mut wrong = Vec::new();
    let cases = cases();
    assert!(cases.len() >= 205, "{} sentences", cases.len());
    for case in &cases {
        let found = figures(&extractor, &case.text);
        if (found == case.figures) == case.known.is_some() {
            wrong.push(format!(
                "{}\n  expected {:?}\n  found    {found:?}",
                case.text, case.figures
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[test]
fn known_failures_are_few() {
    let cases = cases();
    let known = cases.iter().filter(|c| c.known.is_some()).count();
    assert!(known * 100 <= cases.len() * 5, "{known} of {}", cases.len());
}
