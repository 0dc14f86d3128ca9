//! Changes as people are told them.

use claimbook_ledger::{Change, Difference, FieldChange, Ledger, What};
use claimbook_model::Claim;
use claimbook_report::{ArticleChanges, ChangeKind, ChangeLine, ClaimChanges};

/// The changes of one file, from `old` to `new`, claim by claim.
pub(crate) fn article<'a>(
    old: &'a Ledger,
    new: &'a Ledger,
    changes: &[Change],
) -> ArticleChanges<'a> {
    let claims = changes.chunk_by(|a, b| a.claim == b.claim).map(|group| {
        let id = group.first().and_then(|change| change.claim.as_deref());
        let claim = id.and_then(|id| new.claim(id).or_else(|| old.claim(id)));
        ClaimChanges {
            claim,
            lines: claim_lines(group, claim),
        }
    });
    ArticleChanges {
        article: &new.article,
        claims: claims.collect(),
    }
}

/// The changes of one claim, or of the article's entry.
pub(crate) fn claim_lines(changes: &[Change], claim: Option<&Claim>) -> Vec<ChangeLine> {
    let shown = changes.iter().filter(|c| !is_told(&c.what, changes));
    shown.flat_map(|c| lines(&c.what, claim)).collect()
}

/// Whether other changes of the claim tell it: what the ledger records of an edit.
fn is_told(what: &What, group: &[Change]) -> bool {
    let edited = |c: &Change| matches!(c.what, What::Figure { .. } | What::Reworded { .. });
    matches!(what, What::Field(f) if f.field.starts_with("changes.")) && group.iter().any(edited)
}

fn lines(what: &What, claim: Option<&Claim>) -> Vec<ChangeLine> {
    let reads = || claim.map(Claim::as_judged);
    let line = |kind, was, now| {
        vec![ChangeLine {
            kind,
            field: None,
            was,
            now,
        }]
    };
    match what {
        What::Added => line(ChangeKind::Added, None, reads()),
        What::Removed => line(ChangeKind::Removed, reads(), None),
        What::Gone => line(ChangeKind::Gone, reads(), None),
        What::Returned => line(ChangeKind::Returned, None, reads()),
        What::Figure {
            was,
            now,
            difference,
        } => {
            let by = difference.map(by).unwrap_or_default();
            line(
                ChangeKind::Figure,
                Some(was.clone()),
                Some(format!("{now}{by}")),
            )
        }
        What::Reworded { was, now } => {
            line(ChangeKind::Reworded, Some(was.clone()), Some(now.clone()))
        }
        What::Review { fields } => fields
            .iter()
            .map(|change| field(ChangeKind::Review, change))
            .collect(),
        What::WentStale { saw, now } => line(
            ChangeKind::Stale,
            Some(format!("given for \"{saw}\"")),
            Some(format!("now reads \"{now}\"")),
        ),
        What::Field(change) if change.field == "article.text_sha256" => vec![ChangeLine {
            kind: ChangeKind::Field,
            field: Some("text".to_owned()),
            was: None,
            now: Some("edited".to_owned()),
        }],
        What::Field(change) => vec![field(ChangeKind::Field, change)],
    }
}

/// A field under its name; where the kind or the heading says whose it is, without that.
fn field(kind: ChangeKind, change: &FieldChange) -> ChangeLine {
    let whose = ["review.", "article."].into_iter();
    let name = whose.fold(change.field.as_str(), |name, of| {
        name.strip_prefix(of).unwrap_or(name)
    });
    ChangeLine {
        kind,
        field: Some(name.to_owned()),
        was: change.was.clone(),
        now: change.now.clone(),
    }
}

/// " (-1, -2%)"; nothing where only the hedge changed.
fn by(difference: Difference) -> String {
    let signed = |text: String| {
        if text.starts_with('-') {
            text
        } else {
            format!("+{text}")
        }
    };
    let amount = difference.amount.to_string();
    if amount == "0" {
        return String::new();
    }
    let percent = difference
        .percent
        .map(|percent| format!(", {}%", signed(percent.to_string())));
    format!(" ({}{})", signed(amount), percent.unwrap_or_default())
}
