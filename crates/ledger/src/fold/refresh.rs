//! One claim of the file and what the machine reads now.

use super::pair::Sameness;
use super::{Event, is_decided};
use claimbook_model::{ArticleEdit, Claim, Figure, Number};

/// The old claim with what the machine reads now.
pub(super) fn refresh(old: &Claim, fresh: Claim, sameness: Sameness) -> (Claim, Event) {
    let mut claim = Claim {
        quote: fresh.quote,
        figure: fresh.figure,
        said_by: fresh.said_by,
        gone: false,
        ..old.clone()
    };
    let edits = if sameness == Sameness::NumbersEdited {
        edits(old, &claim)
    } else {
        Vec::new()
    };
    let was_judged = old.saw_line();
    if claim.review.saw.is_none() && is_decided(old) && was_judged != claim.saw_line() {
        claim.review.saw = Some(was_judged);
    }
    let event = if claim == *old {
        Event::Unchanged
    } else if old.gone {
        Event::Returned
    } else if !edits.is_empty() {
        edited(old, &claim)
    } else if sameness == Sameness::SameSentence {
        Event::Refreshed
    } else {
        Event::Reworded {
            was: old.quote.exact.clone(),
        }
    };
    claim.changes.extend(edits);
    (claim, event)
}

/// The figure as it was and is written; of words said, those that differ.
fn edited(old: &Claim, new: &Claim) -> Event {
    if let (Some(was), Some(now)) = (&old.figure, &new.figure) {
        return Event::FigureEdited {
            was: was.text.clone(),
            now: now.text.clone(),
        };
    }
    let [was, now] = [old, new].map(|c| c.words_said().split_whitespace().collect::<Vec<_>>());
    let head = was.iter().zip(&now).take_while(|(a, b)| a == b).count();
    let (was, now) = (&was[head..], &now[head..]);
    let tail = was
        .iter()
        .rev()
        .zip(now.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    Event::FigureEdited {
        was: was[..was.len() - tail].join(" "),
        now: now[..now.len() - tail].join(" "),
    }
}

/// What the outlet changed in the claim itself: its figure, or the words said.
fn edits(old: &Claim, new: &Claim) -> Vec<ArticleEdit> {
    let parts = |claim: &Claim| match &claim.figure {
        Some(figure) => figure_parts(figure),
        None => vec![("said_by.words", Some(claim.words_said().to_owned()))],
    };
    let pairs = parts(old).into_iter().zip(parts(new));
    pairs
        .filter(|((_, was), (_, now))| was != now)
        .filter_map(|((field, was), _)| {
            Some(ArticleEdit {
                field: field.to_owned(),
                was: was?,
            })
        })
        .collect()
}

fn figure_parts(figure: &Figure) -> Vec<(&'static str, Option<String>)> {
    let text = |n: Option<Number>| n.map(|n| n.to_string());
    vec![
        ("figure.text", Some(figure.text.clone())),
        ("figure.value", text(Some(figure.value))),
        ("figure.value_max", text(figure.value_max)),
        ("figure.from", text(figure.from)),
        ("figure.bound", Some(figure.bound.to_string())),
    ]
}
