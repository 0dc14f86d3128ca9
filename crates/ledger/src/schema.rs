//! The format as a JSON Schema, for editors and other programs.

use crate::FORMAT;
use crate::fields::{FILE, Field, Shape};
use crate::series::FILE as SERIES_FILE;
use serde_json::{Map, Value, json};

/// The draft-07 JSON Schema of a ledger file, with a description of every field.
#[must_use]
pub fn schema() -> Value {
    let about =
        "The claims of one article, as `claimbook extract` found them and people reviewed them.";
    of_file(FILE, "Claimbook ledger", about)
}

/// The same of the file of series.
#[must_use]
pub fn series_schema() -> Value {
    let about = "The rows that people keep by hand, where `claimbook compare` shall not decide.";
    of_file(SERIES_FILE, "Claimbook series", about)
}

fn of_file(fields: &[Field], title: &str, about: &str) -> Value {
    let mut schema = of_fields(fields);
    schema.insert(
        "$schema".to_owned(),
        json!("http://json-schema.org/draft-07/schema#"),
    );
    schema.insert("title".to_owned(), json!(title));
    schema.insert("description".to_owned(), json!(about));
    Value::Object(schema)
}

/// The schema of a mapping with these keys and no others.
fn of_fields(fields: &[Field]) -> Map<String, Value> {
    let properties: Map<String, Value> = fields.iter().map(property).collect();
    let required: Vec<&str> = fields
        .iter()
        .filter(|f| f.required)
        .map(|f| f.name)
        .collect();
    let mut schema = Map::new();
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("properties".to_owned(), Value::Object(properties));
    schema.insert("additionalProperties".to_owned(), json!(false));
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    schema
}

fn property(field: &Field) -> (String, Value) {
    let mut schema = of_shape(field.shape);
    schema.insert("description".to_owned(), json!(field.doc));
    (field.name.to_owned(), Value::Object(schema))
}

fn of_shape(shape: Shape) -> Map<String, Value> {
    let schema = match shape {
        Shape::Map(fields) => return of_fields(fields),
        Shape::Maps(fields) => json!({"type": "array", "items": of_fields(fields)}),
        Shape::Texts => json!({"type": "array", "items": {"type": "string"}}),
        Shape::Claims => {
            json!({"type": "array", "items": {"type": "string", "pattern": "^.+#c-[0-9a-z]+$"}})
        }
        Shape::Table => json!({"type": "object", "additionalProperties": {"type": "string"}}),
        Shape::Word(words) => json!({"enum": words}),
        Shape::Number => json!({"type": ["number", "string"], "pattern": "^-?[0-9]+(\\.[0-9]+)?$"}),
        Shape::Date => json!({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
        Shape::Id => json!({"type": "string", "pattern": "^c-[0-9a-z]+$"}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::Format => json!({"const": FORMAT}),
        Shape::Text | Shape::Period => json!({"type": "string"}),
    };
    schema.as_object().cloned().unwrap_or_default()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::schema;
    use crate::sample::full_ledger;
    use crate::{Ledger, emit};
    use serde_json::{Value, json};

    /// What in `value` breaks `schema`: the part of draft-07 that the schema uses.
    pub(crate) fn faults(schema: &Value, value: &Value, path: &str) -> Vec<String> {
        let mut faults = Vec::new();
        for (keyword, rule) in schema.as_object().unwrap() {
            let holds = match keyword.as_str() {
                "$schema" | "title" | "description" => true,
                "type" => [rule]
                    .into_iter()
                    .chain(rule.as_array().into_iter().flatten())
                    .any(|t| is(value, t)),
                "const" => value == rule,
                "enum" => rule.as_array().unwrap().contains(value),
                "pattern" => value.as_str().is_none_or(|text| {
                    regex::Regex::new(rule.as_str().unwrap())
                        .unwrap()
                        .is_match(text)
                }),
                "required" => rule
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|k| value.get(k.as_str().unwrap()).is_some()),
                "properties" => {
                    for (key, value) in value.as_object().unwrap() {
                        if let Some(schema) = rule.get(key) {
                            faults.extend(self::faults(schema, value, &format!("{path}.{key}")));
                        }
                    }
                    true
                }
                "additionalProperties" => value.as_object().unwrap().iter().all(|(key, value)| {
                    let named = schema
                        .get("properties")
                        .is_some_and(|p| p.get(key).is_some());
                    named || (rule.is_object() && self::faults(rule, value, key).is_empty())
                }),
                "items" => {
                    let items = value.as_array().unwrap().iter();
                    faults.extend(items.flat_map(|v| self::faults(rule, v, &format!("{path}[]"))));
                    true
                }
                other => panic!("the schema uses `{other}`, which this test does not know"),
            };
            if !holds {
                faults.push(format!("{path}: {keyword}"));
            }
        }
        faults
    }

    fn is(value: &Value, kind: &Value) -> bool {
        match kind.as_str() {
            Some("object") => value.is_object(),
            Some("array") => value.is_array(),
            Some("string") => value.is_string(),
            Some("number") => value.is_number(),
            Some("boolean") => value.is_boolean(),
            _ => false,
        }
    }

    fn read(ledger: &Ledger) -> Value {
        serde_yaml::from_str(&emit(ledger)).unwrap()
    }

    #[test]
    fn it_accepts_what_is_emitted() {
        for ledger in [full_ledger(), Ledger::default()] {
            assert_eq!(faults(&schema(), &read(&ledger), "file"), [""; 0]);
        }
    }

    #[test]
    fn it_refuses_what_the_format_refuses() {
        let full = read(&full_ledger());
        for (path, wrong, fault) in [
            ("/claimbook", json!(2), "file.claimbook: const"),
            ("/claims/0/id", json!("7"), "file.claims[].id: pattern"),
            (
                "/claims/0/review/verdict",
                json!("tru"),
                "file.claims[].review.verdict: enum",
            ),
            (
                "/claims/0/figure/value",
                json!("7,2"),
                "file.claims[].figure.value: pattern",
            ),
            ("/claims/0/gone", json!("true"), "file.claims[].gone: type"),
            (
                "/claims/1/quote",
                json!({"exakt": ""}),
                "file.claims[].quote: required",
            ),
        ] {
            let mut changed = full.clone();
            *changed.pointer_mut(path).unwrap() = wrong;
            assert!(
                faults(&schema(), &changed, "file").contains(&fault.to_owned()),
                "{path}"
            );
        }
    }
}
