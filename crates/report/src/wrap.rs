//! Words into lines of a given width, measured in terminal cells.

use unicode_width::UnicodeWidthStr;

/// Terminal cells that `text` takes (wide characters two, combining ones none).
#[must_use]
pub(crate) fn cells(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// `text` broken at blanks into lines of at most `width` cells. A longer word
/// stands alone on its line, whole: ids and addresses stay copyable.
#[must_use]
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = cells(word);
        if used > 0 && used + 1 + wide > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += wide;
    }
    if used > 0 {
        lines.push(line);
    }
    lines
}

/// `text` wrapped to `width` with `first` before the first line and blanks of
/// the same width before the others; each line ends in a line feed.
#[must_use]
pub(crate) fn hanging(first: &str, text: &str, width: usize) -> String {
    let indent = cells(first);
    let mut out = String::new();
    for (n, line) in wrap(text, width.saturating_sub(indent).max(20))
        .iter()
        .enumerate()
    {
        if n == 0 {
            out.push_str(first);
        } else {
            out.extend(std::iter::repeat_n(' ', indent));
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{cells, hanging, wrap};

    #[test]
    fn lines_hold_the_width_and_long_words_stay_whole() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("a verylongword b", 4), ["a", "verylongword", "b"]);
        assert_eq!(wrap("百万 票", 5), ["百万", "票"]);
        assert!(wrap("  ", 5).is_empty());
    }

    #[test]
    fn hanging_lines_up_below_the_text() {
        let text = hanging("- ", "one two three four five six seven", 22);
        assert_eq!(text, "- one two three four\n  five six seven\n");
        assert_eq!(cells("–"), 1);
    }
}
