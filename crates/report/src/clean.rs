//! Text of articles made safe to show: no control character gets through.
//!
//! Articles come from the web; a terminal would obey an escape sequence in one
//! and a bidirectional override could make a figure read backwards.

use std::borrow::Cow;

/// Whether a character steers a terminal or the direction of writing instead of
/// being seen: C0, DEL, C1, and the explicit bidirectional overrides and isolates.
const fn steers(c: char) -> bool {
    matches!(c, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `text` with control characters written as `\u{1b}`; line feeds stay.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    let hidden = |c: char| steers(c) && c != '\n';
    if !text.contains(hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if hidden(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// `text` on one line: white space squeezed to single blanks, the rest [`visible`].
#[must_use]
pub fn one_line(text: &str) -> String {
    visible(&claimbook_model::squeeze(text)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{one_line, visible};

    #[test]
    fn control_characters_are_written_out() {
        assert_eq!(visible("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(visible("\u{7f}\u{9b}2J"), "\\u{7f}\\u{9b}2J");
        assert_eq!(visible("5\u{202e}001"), "5\\u{202e}001");
        assert_eq!(visible("a\nb"), "a\nb");
        assert_eq!(visible("naïve – 百"), "naïve – 百");
    }

    #[test]
    fn one_line_squeezes() {
        assert_eq!(one_line(" a\r\n\tb\u{a0}c\u{1b} "), "a b c\\u{1b}");
    }
}
