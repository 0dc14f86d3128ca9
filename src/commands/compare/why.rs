//! `compare --why A B`: why two claims are on one row or are not.

use crate::app::{App, Exit};
use crate::args::TableFormat;
use crate::error::Failure;
use crate::named::{self, Candidate};
use claimbook_compare::{Item, Options, why};
use claimbook_report::{qualified_id, why_json, why_page};

/// Explains the claims called `a` and `b`; `meant` are those that a figure's words
/// may stand for.
pub(super) fn run(
    [a, b]: [&str; 2],
    items: &[Item<'_>],
    meant: &[bool],
    options: &Options,
    format: TableFormat,
    app: &mut App,
) -> Result<Exit, Failure> {
    let pair = (find(a, items, meant)?, find(b, items, meant)?);
    if pair.0 == pair.1 {
        return Err(Failure::new(
            format!("`{a}` and `{b}` are one claim"),
            "name two claims",
        ));
    }
    let whys = why(items, options, pair.0, pair.1);
    if whys.is_empty() {
        return Err(nothing_shared(pair, items));
    }
    let text = match format {
        TableFormat::Table => why_page(&whys, pair, items, &app.terminal.style),
        TableFormat::Json => why_json(&whys, pair, items).map_err(|e| Failure::output(&e))?,
        TableFormat::Markdown | TableFormat::Csv | TableFormat::Jsonl => {
            return Err(Failure::new(
                "--why is told as a table or as JSON only",
                "leave --format out, or use --format json",
            ));
        }
    };
    app.out.text(&text)?;
    Ok(Exit::Fine)
}

fn find(name: &str, items: &[Item<'_>], meant: &[bool]) -> Result<usize, Failure> {
    let places: Vec<usize> = (0..items.len()).filter(|at| meant[*at]).collect();
    let claims: Vec<Candidate<'_>> = places
        .iter()
        .map(|at| (items[*at].article, items[*at].claim))
        .collect();
    Ok(places[named::by_id_or_figure(name, &claims)?])
}

/// Neither two figures nor two statements, or a claim that stays out.
fn nothing_shared(pair: (usize, usize), items: &[Item<'_>]) -> Failure {
    let id = |at: usize| qualified_id(items[at].article, items[at].claim);
    Failure::new(
        format!("{} and {} have nothing to compare", id(pair.0), id(pair.1)),
        "both must hold a figure or both words said, and be neither read wrong, gone, nor a mere conversion",
    )
}
