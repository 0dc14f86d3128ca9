//! Header, order, cells: the form of each table.

use crate::tables::{TABLES, first_column, rows, text};

#[test]
fn tables_are_plain_sorted_and_unique() {
    for table in &TABLES {
        let body = text(table.name);
        let name = table.name;
        assert!(body.ends_with('\n'), "{name}: ends in a line end");
        assert_eq!(body.lines().next(), Some(table.header), "{name}: header");
        let lines: Vec<&str> = body.lines().skip(1).collect();
        for pair in lines.windows(2) {
            let keys = pair.iter().map(|l| l.split(',').collect::<Vec<_>>());
            let keys: Vec<_> = keys.collect();
            assert!(keys[0] < keys[1], "{name}: order of {pair:?}");
            let same_word = keys[0][0] == keys[1][0];
            assert!(table.repeats || !same_word, "{name}: {pair:?} share a word");
        }
    }
}

#[test]
fn cells_are_clean_and_closed_columns_hold_known_values() {
    for table in &TABLES {
        let name = table.name;
        let columns = table.header.split(',').count();
        for row in rows(name) {
            assert_eq!(row.len(), columns, "{name}: columns of {row:?}");
            assert!(!row[0].is_empty(), "{name}: {row:?} has no word");
            for cell in &row {
                let clean = cell.trim() == cell
                    && !cell.contains("  ")
                    && !cell.contains(['"', '\u{2019}', '\u{FEFF}'])
                    && !cell.chars().any(char::is_control);
                assert!(clean, "{name}: {cell:?} in {row:?}");
            }
            for (column, allowed) in table.closed {
                let value = row[*column].as_str();
                assert!(allowed.contains(&value), "{name}: {value:?} in {row:?}");
            }
        }
    }
}

#[test]
fn words_are_lower_case_and_names_are_not() {
    for name in ["adjectives", "adverbs", "function_words", "roles", "verbs"] {
        for word in first_column(name) {
            let lower = word == word.to_lowercase() || word == "i";
            assert!(lower, "{name}: {word}");
        }
    }
    for name in ["given_names", "places", "surnames", "titles"] {
        for word in first_column(name) {
            let starts = word.chars().next().is_some_and(char::is_uppercase);
            assert!(starts, "{name}: {word}");
        }
    }
}
