//! Findings as text with an excerpt, and as workflow commands.

use crate::project::below;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use claimbook_ledger::{Finding, Level as FindingLevel};
use claimbook_report::{Style, one_line, visible};
use std::path::Path;

/// The finding with the line that it is about, and an empty line.
pub(super) fn text(finding: &Finding, source: &str, style: &Style) -> String {
    let level = match finding.level {
        FindingLevel::Error => Level::ERROR,
        FindingLevel::Warning => Level::WARNING,
        FindingLevel::Note => Level::NOTE,
    };
    let (message, file) = (one_line(&finding.message), one_line(&finding.file));
    let line = source
        .lines()
        .nth(finding.line.saturating_sub(1))
        .unwrap_or_default();
    let (line, from, to) = excerpt(line, finding.column, finding.width);
    let label = finding.label.as_deref().map(one_line);
    let annotation = AnnotationKind::Primary
        .span(from..to)
        .label(label.as_deref());
    let snippet = Snippet::source(line.as_str())
        .line_start(finding.line)
        .path(file.as_str())
        .annotation(annotation);
    let mut group = level
        .primary_title(message)
        .id(finding.rule)
        .element(snippet);
    let hint = finding.hint.as_deref().map(one_line);
    if let Some(hint) = &hint {
        group = group.element(Level::HELP.message(hint.as_str()));
    }
    let renderer = if style.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    format!("{}\n\n", renderer.term_width(style.width).render(&[group]))
}

/// The line with control characters escaped, and the bytes in it that `width` code
/// points from `column` (from 1) take.
fn excerpt(line: &str, column: usize, width: usize) -> (String, usize, usize) {
    let byte = |chars: usize| {
        line.char_indices()
            .nth(chars)
            .map_or(line.len(), |(at, _)| at)
    };
    let from = byte(column.saturating_sub(1));
    let to = byte((column - 1).saturating_add(width));
    let shown = visible(line).replace('\t', " ");
    let moved = |at: usize| visible(&line[..at]).replace('\t', " ").len();
    (shown, moved(from), moved(to))
}

/// `::error file=...,line=...,col=...,title=...::message`, as GitHub's runners read it;
/// the file is named as it stands below `top`.
pub(super) fn github(finding: &Finding, top: &Path) -> String {
    let level = match finding.level {
        FindingLevel::Error => "error",
        FindingLevel::Warning => "warning",
        FindingLevel::Note => "notice",
    };
    let Finding {
        file,
        line,
        column,
        rule,
        message,
        hint,
        ..
    } = finding;
    let message = match hint {
        Some(hint) => format!("{message}\nhelp: {hint}"),
        None => message.clone(),
    };
    let file = property(&below(top, Path::new(file)));
    let message = data(&message);
    format!("::{level} file={file},line={line},col={column},title={rule}::{message}\n")
}

/// Text after the last `::`.
fn data(text: &str) -> String {
    visible(
        &text
            .replace('%', "%25")
            .replace('\r', "%0D")
            .replace('\n', "%0A"),
    )
    .into_owned()
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{github, text};
    use claimbook_ledger::{Finding, Level};
    use claimbook_report::Style;
    use std::path::Path;

    fn finding() -> Finding {
        Finding {
            rule: "stale-verdict",
            level: Level::Error,
            file: "claims/a,b.yaml".to_owned(),
            line: 2,
            column: 14,
            width: 5,
            label: Some("judged by ann".to_owned()),
            message: "100%\u{1b} stale".to_owned(),
            hint: Some("look again".to_owned()),
            claim: None,
        }
    }

    #[test]
    fn an_excerpt_points_at_the_words() {
        let source = "review:\n  \u{1b}verdict: \"falsé\"\n";
        insta::assert_snapshot!(text(&finding(), source, &Style::default()), @r#"
        error[stale-verdict]: 100%\u{1b} stale
         --> claims/a,b.yaml:2:19
          |
        2 |   \u{1b}verdict: "falsé"
          |                   ^^^^^ judged by ann
          |
          = help: look again
        "#);
    }

    #[test]
    fn workflow_commands_are_escaped() {
        insta::assert_snapshot!(github(&finding(), Path::new("")), @r"
        ::error file=claims/a%2Cb.yaml,line=2,col=14,title=stale-verdict::100%25\u{1b} stale%0Ahelp: look again
        ");
    }
}
