//! Replacements in a text, gathered first and applied together.

use claimbook_model::Span;

/// Replacements of byte ranges that do not overlap.
#[derive(Debug, Default)]
pub(super) struct Splices(Vec<(Span, String)>);

impl Splices {
    /// Puts `with` in the place of `span`.
    pub(super) fn replace(&mut self, span: Span, with: String) {
        self.0.push((span, with));
    }

    /// Puts `text` before byte `at`.
    pub(super) fn insert(&mut self, at: usize, text: String) {
        self.0.push((Span::new(at, at), text));
    }

    /// Puts whole `lines` before byte `at`, the start of a line or the end of `text`.
    pub(super) fn insert_line(&mut self, text: &str, at: usize, lines: &str) {
        let mut block = String::new();
        if at > 0 && !text.get(..at).is_some_and(|before| before.ends_with('\n')) {
            block.push('\n');
        }
        block.push_str(lines);
        self.insert(at, native(text, &block));
    }

    /// The replacements in the order of the text.
    pub(super) fn sorted(mut self) -> Sorted {
        self.0.sort_by_key(|(span, _)| (span.start, span.end));
        Sorted(self.0)
    }
}

/// Replacements in the order of the text.
pub(super) struct Sorted(Vec<(Span, String)>);

impl Sorted {
    /// The part `range` of `text` with the replacements that lie in it. One that only
    /// inserts at the end of the range counts as lying in it, one at its start does
    /// not, unless the text itself begins there.
    pub(super) fn render(&self, text: &str, range: Span) -> String {
        let first = self.0.partition_point(|(span, _)| {
            span.start < range.start
                || (span.is_empty() && span.start == range.start && range.start > 0)
        });
        let rest = self.0.get(first..).unwrap_or_default();
        let mut out = String::with_capacity(range.len());
        let mut at = range.start as usize;
        for (span, with) in rest.iter().take_while(|(span, _)| range.contains(*span)) {
            out.push_str(text.get(at..span.start as usize).unwrap_or_default());
            out.push_str(with);
            at = span.end as usize;
        }
        out.push_str(text.get(at..range.end as usize).unwrap_or_default());
        out
    }
}

/// The first byte of the line of byte `at`.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.rfind('\n').map_or(0, |line| line + 1)
}

/// The first byte after the line of byte `at`.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find('\n').map_or(text.len(), |line| at + line + 1)
}

/// The byte after the first colon at or after `at`.
pub(super) fn after_colon(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find(':').map_or(at, |colon| at + colon + 1)
}

/// `block` with the line ends of `text`.
pub(crate) fn native(text: &str, block: &str) -> String {
    match text.find('\n') {
        Some(at) if at > 0 && text.as_bytes()[at - 1] == b'\r' => block.replace('\n', "\r\n"),
        _ => block.to_owned(),
    }
}

/// Ends the last line of `out`, if it is not ended, as lines of `text` end.
pub(super) fn end_line(out: &mut String, text: &str) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push_str(&native(text, "\n"));
    }
}
