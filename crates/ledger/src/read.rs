//! From the text of a ledger file to what it says.

use crate::ledger::OnDisk;
use crate::{Finding, Ledger, Level, Place};

/// Reads a ledger file.
///
/// # Errors
/// What is wrong with the file, each finding with its place; `file` is the name
/// that they give it.
pub fn parse(text: &str, file: &str) -> Result<Ledger, Vec<Finding>> {
    let on_disk: OnDisk = serde_yaml::from_str(text).map_err(|error| {
        let place = error.location().map_or(Place::START, |at| Place {
            line: at.line(),
            column: at.column(),
            width: 1,
        });
        vec![Finding {
            rule: "not-a-ledger",
            level: Level::Error,
            file: file.to_owned(),
            line: place.line,
            column: place.column,
            width: place.width,
            label: None,
            message: error.to_string(),
            hint: None,
            claim: None,
        }]
    })?;
    Ok(Ledger {
        article: on_disk.article,
        claims: on_disk.claims,
    })
}
