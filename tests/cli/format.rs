//! The pages that show the ledger format, held to the schema and the reader.

use crate::common::{World, sample};
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
    let text = std::fs::read_to_string(sample(page)).unwrap();
    let text = text.replace("\r\n", "\n");
    let (_, rest) = text.split_once("```yaml\n").unwrap();
    let (block, _) = rest.split_once("```").unwrap();
    block.to_owned()
}

#[test]
fn the_page_of_the_ledger_format_names_every_field_and_word() {
    let page = std::fs::read_to_string(sample("docs/ledger-format.md")).unwrap();
    let schema = serde_json::from_str(&World::new().run(&["schema"]).stdout).unwrap();
    let mut found = Vec::new();
    names(&schema, &mut found);
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
fn the_claim_of_the_readme_stands_in_the_ledger_of_the_sample() {
    let ledger = std::fs::read_to_string(sample("claims/trade-2022-02-17.yaml")).unwrap();
    assert!(ledger.contains(&example("README.md")));
}
