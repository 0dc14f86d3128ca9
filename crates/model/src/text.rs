//! Foldings of text under which two wordings count as the same.

/// One line of text: runs of white space (no-break ones too) become one
/// blank, ends are trimmed. Words and marks stay as they are.
#[must_use]
pub fn squeeze(text: &str) -> String {
    if is_squeezed(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether [`squeeze`] would change nothing, as for most text.
fn is_squeezed(text: &str) -> bool {
    let mut after_blank = true;
    for byte in text.bytes() {
        let blank = byte == b' ';
        if blank && after_blank || matches!(byte, b'\t'..=b'\r') {
            return false;
        }
        after_blank = blank;
    }
    let other_blank = |c: char| !c.is_ascii() && c.is_whitespace();
    (!after_blank || text.is_empty()) && (text.is_ascii() || !text.contains(other_blank))
}

/// Folded for comparing wordings: [`squeeze`]d, lower case, straight quotation
/// marks and apostrophes, plain hyphens for dashes.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        let mut folded = squeeze(text);
        folded.make_ascii_lowercase();
        return folded;
    }
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        if c.is_whitespace() {
            blank = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut blank) {
            out.push(' ');
        }
        push_folded(&mut out, c);
    }
    out
}

fn push_folded(out: &mut String, c: char) {
    match c {
        c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' => out.push('\''),
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '\u{00AB}' | '\u{00BB}' => {
            out.push('"');
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
        '\u{00AD}' | '\u{200B}' | '\u{FEFF}' => {}
        c => out.extend(c.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn squeezing_leaves_one_blank_between_words() {
        let table = [
            ("", ""),
            (" ", ""),
            ("a b", "a b"),
            (" a b", "a b"),
            ("a b ", "a b"),
            ("a  b", "a b"),
            ("a\tb\u{a0}c\u{2009}d", "a b c d"),
        ];
        for (text, squeezed) in table {
            assert_eq!(super::squeeze(text), squeezed, "{text:?}");
            assert_eq!(super::fold(&text.to_uppercase()), squeezed, "{text:?}");
        }
    }

    #[test]
    fn folding_ignores_marks_and_case() {
        assert_eq!(super::fold("“It’s\u{a0} up — 5%”\n"), "\"it's up - 5%\"");
    }
}
