//! The table of fields against the types of the model.

use super::{FILE, Field, Shape};
use crate::emit::value;
use crate::ledger::OnDisk;
use crate::sample::full_ledger;
use crate::{FORMAT, Ledger};
use serde_yaml::{Mapping, Value};

fn full() -> Value {
    let Ledger {
        article,
        mut claims,
    } = full_ledger();
    claims.truncate(1);
    value(&OnDisk {
        claimbook: FORMAT,
        article,
        claims,
    })
}

/// Calls `see` for every mapping of the format, with its keys as the table has them.
fn each(
    value: &mut Value,
    fields: &'static [Field],
    see: &mut dyn FnMut(&mut Mapping, &'static [Field]),
) {
    let mapping = value.as_mapping_mut().unwrap();
    see(mapping, fields);
    for field in fields {
        match (field.shape, mapping.get_mut(field.name)) {
            (Shape::Map(inner), Some(value)) => each(value, inner, see),
            (Shape::Maps(inner), Some(list)) => {
                for item in list.as_sequence_mut().unwrap() {
                    each(item, inner, see);
                }
            }
            _ => {}
        }
    }
}

#[test]
fn the_table_has_the_fields_of_the_types_in_their_order() {
    each(&mut full(), FILE, &mut |mapping, fields| {
        let written: Vec<&str> = mapping.keys().filter_map(Value::as_str).collect();
        let known: Vec<&str> = fields.iter().map(|f| f.name).collect();
        assert_eq!(written, known);
    });
}

#[test]
fn the_types_need_what_the_table_says_is_needed() {
    let mut places: Vec<(usize, &Field)> = Vec::new();
    let mut at = 0;
    each(&mut full(), FILE, &mut |_, fields| {
        places.extend(fields.iter().map(|field| (at, field)));
        at += 1;
    });
    for (place, field) in places {
        let (mut value, mut at) = (full(), 0);
        each(&mut value, FILE, &mut |mapping, _| {
            if at == place {
                mapping.remove(field.name);
            }
            at += 1;
        });
        let read = serde_yaml::from_value::<OnDisk>(value);
        assert_eq!(read.is_err(), field.required, "{}", field.name);
    }
}

/// The page on the format, for people.
const PAGE: &str = include_str!("../../../../docs/ledger-format.md");

#[test]
fn the_page_on_the_format_names_every_field_and_word() {
    each(&mut full(), FILE, &mut |_, fields| {
        for field in fields {
            let mut names = vec![field.name];
            if let Shape::Word(words) = field.shape {
                names.extend(words.iter().filter(|_| field.name != "dimension"));
            }
            for name in names {
                assert!(
                    PAGE.contains(&format!("`{name}`")),
                    "`{name}` of `{}`",
                    field.name
                );
            }
        }
    });
}
