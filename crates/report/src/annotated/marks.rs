//! What is drawn: marks with a sign and a label, and brackets over words said.

use crate::one_line;
use crate::style::Role;
use claimbook_model::annotation::{Annotations, Attribution, Quantity};
use claimbook_model::{Bound, Form, Span, Stance};

/// A found stretch of text.
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) sign: char,
    pub(super) label: String,
    pub(super) role: Role,
}

/// A stretch of words said, drawn as a bracket below the labels.
pub(super) struct Said {
    pub(super) span: Span,
    pub(super) label: String,
}

/// Figures, dates, speakers and cues, in text order; where two cover the same
/// text the one listed first here is drawn.
pub(super) fn marks(text: &str, found: &Annotations) -> Vec<Mark> {
    let figures = found.quantities.iter().map(|q| Mark {
        span: q.span,
        sign: '^',
        label: figure_label(q),
        role: Role::Figure,
    });
    let dates = found.dates.iter().map(|d| Mark {
        span: d.span,
        sign: '-',
        label: d.value.to_string(),
        role: Role::Good,
    });
    let people = found
        .attributions
        .iter()
        .flat_map(|a| speaker_and_cue(text, a));
    let mut marks: Vec<Mark> = figures.chain(dates).chain(people).collect();
    marks.sort_by_key(|m| m.span.start);
    marks.dedup_by(|b, a| a.span == b.span && a.sign == b.sign);
    marks
}

/// "nearly 50 percent, up: bilateral trade".
fn figure_label(quantity: &Quantity) -> String {
    let mut label = String::new();
    if quantity.bound != Bound::Equal {
        label.push_str(&quantity.bound.as_str().replace('_', " "));
        label.push(' ');
    }
    label.push_str(&quantity.value.to_string());
    if let Some(max) = quantity.value_max {
        let joint = if quantity.form == Form::FromTo {
            "→"
        } else {
            "to"
        };
        label.push_str(&format!(" {joint} {max}"));
    }
    if let Some(unit) = &quantity.unit {
        label.push_str(&format!(" {}", unit.code()));
    }
    if let Some(change) = quantity.change {
        label.push_str(&format!(", {change}"));
    }
    if !quantity.measure.is_empty() {
        label.push_str(&format!(": {}", quantity.measure));
    }
    one_line(&label)
}

fn speaker_and_cue(text: &str, attribution: &Attribution) -> Vec<Mark> {
    let mut marks = Vec::new();
    if let Some(source) = &attribution.source {
        let written = source.spans.first().map_or("", |s| s.of(text));
        let label = match source.name.as_deref().filter(|name| *name != written) {
            Some(name) => one_line(name),
            None => "source".to_owned(),
        };
        marks.extend(source.spans.iter().map(|&span| Mark {
            span,
            sign: '=',
            label: label.clone(),
            role: Role::Moved,
        }));
    }
    let label = match attribution.stance {
        Stance::Asserts => "cue",
        stance => stance.as_str(),
    };
    marks.extend(attribution.cue.iter().map(|&span| Mark {
        span,
        sign: '#',
        label: label.to_owned(),
        role: Role::Doubtful,
    }));
    marks
}

/// The words said, outer ones before those inside them.
pub(super) fn said(text: &str, found: &Annotations) -> Vec<Said> {
    let mut said = Vec::new();
    for attribution in &found.attributions {
        let who = attribution.source.as_ref().map_or("unnamed", |s| {
            s.name
                .as_deref()
                .unwrap_or_else(|| s.spans.first().map_or("unnamed", |span| span.of(text)))
        });
        let label = one_line(&format!("{who}, {}", attribution.style));
        said.extend(attribution.content.iter().map(|&span| Said {
            span,
            label: label.clone(),
        }));
    }
    said
}
