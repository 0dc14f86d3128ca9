//! `schema`: the JSON Schema of ledger files, for editors and other programs.

use crate::app::{App, Exit};
use crate::error::Failure;
use claimbook_report::json;

pub(crate) fn run(app: &mut App) -> Result<Exit, Failure> {
    let text = json::pretty(&claimbook_ledger::schema()).map_err(|e| Failure::output(&e))?;
    app.out.text(&text)?;
    Ok(Exit::Fine)
}
