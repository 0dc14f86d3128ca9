//! Why each finding is as it is: its rule and the words it rests on.

use crate::one_line;
use crate::style::{Role, Style};
use crate::wrap::hanging;
use claimbook_model::Span;
use claimbook_model::annotation::{Annotations, Because};

/// A line for each finding, in text order, and its reasons below.
pub(super) fn explain(text: &str, found: &Annotations, style: &Style) -> String {
    let mut entries: Vec<(Span, String, &[Because])> = Vec::new();
    for quantity in &found.quantities {
        entries.push((
            quantity.span,
            format!("figure by {}", quantity.rule),
            &quantity.because,
        ));
    }
    for date in &found.dates {
        entries.push((
            date.span,
            format!("date {} by {}", date.value, date.rule),
            &[],
        ));
    }
    for number in &found.left_alone {
        let line = format!("no figure by {}", number.rule);
        entries.push((number.span, line, &number.because));
    }
    for attribution in &found.attributions {
        let at = attribution
            .cue
            .first()
            .or(attribution.content.first())
            .copied()
            .unwrap_or_default();
        let said = attribution.modality;
        let said = said.map_or_else(String::new, |m| format!(", {m}"));
        let line = format!("attribution by {}{said}", attribution.rule);
        entries.push((at, line, &attribution.because));
        if let Some(source) = &attribution.source {
            let name = source.name.as_deref().unwrap_or("nobody by name");
            let at = source.spans.first().copied().unwrap_or(at);
            let role = source.role.as_ref();
            let role = role.map_or_else(String::new, |r| format!(" ({r})"));
            let line = format!(
                "speaker {name}{role} by {}, confidence {}",
                source.rule, source.confidence
            );
            entries.push((at, line, &source.because));
        }
    }
    entries.sort_by_key(|(at, ..)| at.start);
    let mut out = String::new();
    for (at, line, because) in entries {
        let words = style.paint(Role::Heading, &one_line(at.of(text)));
        out.push_str(&hanging(
            "",
            &format!("{words}: {}", one_line(&line)),
            style.width,
        ));
        for reason in because {
            let line = format!("{}: {}", reason.what, one_line(reason.span.of(text)));
            out.push_str(&hanging("    ", &line, style.width));
        }
    }
    out
}
