//! How faithful two renderings of an utterance are to each other, and the
//! sentence that says so.

use crate::change::Change;
use crate::row::{DiffWord, Fidelity, Relation};
use crate::wording::align;
use crate::words::Word;

/// Two renderings compared.
pub(crate) struct Told {
    /// How close they are.
    pub(crate) fidelity: Fidelity,
    /// Whether the difference matters.
    pub(crate) relation: Relation,
    /// Why, in words.
    pub(crate) why: String,
    /// What differs.
    pub(crate) diff: Vec<DiffWord>,
}

/// Compares two renderings, the earlier one first; `quoted` says whether both stand
/// in quotation marks.
pub(crate) fn compare(a: &[Word], b: &[Word], quoted: bool) -> Told {
    let aligned = align(a, b);
    let fidelity = if quoted {
        aligned.fidelity
    } else {
        Fidelity::Paraphrase
    };
    let changes = &aligned.changes;
    let turned = changes.iter().find_map(turned);
    let altered = fidelity == Fidelity::Altered && !changes.iter().all(Change::is_trivial);
    let conflict = altered || (quoted && turned.is_some());
    let why = match (fidelity, turned) {
        (_, Some(turned)) if conflict => turned,
        (Fidelity::Verbatim, _) => "word for word the same".to_owned(),
        (Fidelity::Shortened, _) => "one gives a part of the other's words".to_owned(),
        (Fidelity::Paraphrase, _) => {
            "one reports in its own words what the other quotes".to_owned()
        }
        (Fidelity::Altered, _) => {
            format!("the words inside the quotation differ: {}", listed(changes))
        }
    };
    let relation = if conflict {
        Relation::Conflict
    } else {
        Relation::Agree
    };
    Told {
        fidelity,
        relation,
        why,
        diff: aligned.diff,
    }
}

/// A change that may turn the meaning, in words.
fn turned(change: &Change) -> Option<String> {
    if let Some((was, is)) = change.numbers() {
        return Some(match (was.is_empty(), is.is_empty()) {
            (false, false) => {
                format!("the number inside the quotation differs: {was} against {is}")
            }
            _ => format!("only one has the number {was}{is} inside the quotation"),
        });
    }
    if let Some(word) = change.denial() {
        return Some(format!("only one has \"{word}\" inside the quotation"));
    }
    let word = change.hedge()?;
    Some(format!(
        "only one hedges with \"{word}\" inside the quotation"
    ))
}

/// The first changes: `"appreciate" against "value"`.
fn listed(changes: &[Change]) -> String {
    let text = |words: &[Word]| {
        let shown = words
            .iter()
            .map(|w| w.shown.as_str())
            .filter(|s| !s.is_empty());
        shown.collect::<Vec<_>>().join(" ")
    };
    let first: Vec<String> = changes
        .iter()
        .filter(|c| !c.is_trivial() || changes.iter().all(Change::is_trivial))
        .take(2)
        .map(|c| match (text(&c.was), text(&c.is)) {
            (was, is) if is.is_empty() => format!("only the first has \"{was}\""),
            (was, is) if was.is_empty() => format!("only the second has \"{is}\""),
            (was, is) => format!("\"{was}\" against \"{is}\""),
        })
        .collect();
    first.join(", ")
}
