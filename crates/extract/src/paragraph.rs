//! Paragraphs: at blank lines, and at single line ends unless the text is wrapped.

use claimbook_model::Span;

/// The paragraphs of `text`, with `furniture` (datelines, scraper lines) left out.
pub(crate) fn split(text: &str, furniture: &[Span]) -> Vec<Span> {
    let wrapped = is_wrapped(text);
    let mut blocks: Vec<Span> = Vec::new();
    let mut open: Option<Span> = None;
    for line in lines(text) {
        let content = line.of(text);
        if content.trim().is_empty() {
            blocks.extend(open.take());
            continue;
        }
        open = match open {
            Some(block) if joins(block.of(text), content, wrapped) => Some(block.cover(line)),
            other => {
                blocks.extend(other);
                Some(line)
            }
        };
    }
    blocks.extend(open);
    without(blocks, furniture)
}

/// The lines of `text` without their ends.
fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        Span::new(start, start + line.trim_end_matches(['\n', '\r']).len())
    })
}

/// A text is wrapped when most of its line ends stand between two full lines of
/// 50 to 100 bytes of which the first does not end a sentence.
fn is_wrapped(text: &str) -> bool {
    let mut pairs = 0usize;
    let mut broken = 0usize;
    let mut last: Option<&str> = None;
    for line in text.lines().map(str::trim_end) {
        if let Some(before) = last.filter(|b| !b.is_empty() && !line.is_empty()) {
            pairs += 1;
            let full = (50..=100).contains(&before.len());
            broken += usize::from(full && !before.ends_with(['.', '!', '?', '"', '\u{201D}', ':']));
        }
        last = Some(line);
    }
    pairs >= 3 && broken * 2 > pairs
}

/// Whether a line goes on with the paragraph before it.
fn joins(before: &str, line: &str, wrapped: bool) -> bool {
    let first = line.trim_start().chars().next().unwrap_or(' ');
    let unfinished = !before
        .trim_end()
        .ends_with(['.', '!', '?', '"', '\u{201D}', ':']);
    first.is_lowercase() && unfinished || wrapped
}

/// Cuts the furniture out of the blocks (both in order).
fn without(blocks: Vec<Span>, furniture: &[Span]) -> Vec<Span> {
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        let mut rest = block;
        for cut in furniture.iter().filter(|f| f.overlaps(block)) {
            if cut.start > rest.start {
                out.push(Span {
                    start: rest.start,
                    end: cut.start,
                });
            }
            rest.start = cut.end.clamp(rest.start, rest.end);
        }
        if !rest.is_empty() {
            out.push(rest);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::split;
    use claimbook_model::Span;

    fn texts<'t>(text: &'t str, furniture: &[Span]) -> Vec<&'t str> {
        split(text, furniture)
            .into_iter()
            .map(|s| s.of(text).trim())
            .collect()
    }

    #[test]
    fn blank_lines_and_single_line_ends_part_paragraphs() {
        assert_eq!(
            texts("One.\n\nTwo.\r\nThree.\n  \nFour", &[]),
            ["One.", "Two.", "Three.", "Four"]
        );
    }

    #[test]
    fn a_line_that_goes_on_in_lower_case_joins() {
        assert_eq!(
            texts("It rose\nby half.\nThen it fell.", &[]),
            ["It rose\nby half.", "Then it fell."]
        );
    }

    #[test]
    fn furniture_is_left_out() {
        let text = "PARIS (Agency) Prices rose.\nMore.";
        assert_eq!(texts(text, &[Span::new(0, 15)]), ["Prices rose.", "More."]);
    }
}
