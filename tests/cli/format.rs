//! The pages that show the ledger format, held to the schema and the reader.

use crate::common::{World, sample};
use claimbook_ledger::series::{SeriesDocument, emit as emit_series};
use claimbook_ledger::{emit, parse};
use serde_json::Value;

/// The field names and fixed words of a JSON Schema, in any order.
fn names(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(fields) => {
            for (key, value) in fields {
                match (key.as_str(), value) {
                    ("properties", Value::Object(fields)) => found.extend(fields.keys().cloned()),
                    ("enum", Value::Array(words)) => {
                        found.extend(words.iter().filter_map(Value::as_str).map(str::to_owned));
                    }
                    _ => {}
                }
                names(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        _ => {}
    }
}

/// The first YAML block of a page.
fn example(page: &str) -> String {
    example_below(page, "")
}

/// The first YAML block of a page below `heading`.
fn example_below(page: &str, heading: &str) -> String {
    let text = std::fs::read_to_string(sample(page)).unwrap();
    let text = text.replace("\r\n", "\n");
    let (_, section) = text.split_once(heading).unwrap();
    let (_, rest) = section.split_once("```yaml\n").unwrap();
    let (block, _) = rest.split_once("```").unwrap();
    block.to_owned()
}

#[test]
fn the_page_of_the_ledger_format_names_every_field_and_word() {
    let page = std::fs::read_to_string(sample("docs/ledger-format.md")).unwrap();
    let mut found = Vec::new();
    for args in [&["schema"][..], &["schema", "series"]] {
        let schema = serde_json::from_str(&World::new().run(args).stdout).unwrap();
        names(&schema, &mut found);
    }
    assert!(found.contains(&"text_sha256".to_owned()), "{found:?}");
    found.retain(|name| !page.contains(&format!("`{name}`")));
    assert_eq!(found, Vec::<String>::new(), "not on the page");
}

#[test]
fn the_example_of_the_page_is_a_ledger_in_canonical_form() {
    let page = example("docs/ledger-format.md");
    assert_eq!(emit(&parse(&page, "example.yaml").unwrap()), page);
}

#[test]
fn the_example_of_series_is_in_canonical_form() {
    let text = example_below("docs/ledger-format.md", "\n## `series.yaml`\n");
    let document = SeriesDocument::read(&text, "series.yaml").unwrap();
    let plain: Vec<&str> = text.lines().filter(|line| !line.contains("  #")).collect();
    assert_eq!(emit_series(document.series()), plain.join("\n") + "\n");
}

#[test]
fn the_claim_of_the_readme_stands_in_the_ledger_of_the_sample() {
    let ledger = std::fs::read_to_string(sample("claims/trade-2022-02-17.yaml")).unwrap();
    assert!(ledger.contains(&example("README.md")));
}
