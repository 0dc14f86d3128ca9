//! Foldings of text under which two wordings count as the same, and words found in text.

use std::ops::Range;

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

/// Where `words` first stand in `text` by themselves, as a range of bytes: not inside a
/// longer word or number, so that `5%` is not found in `15%` and `5` not in `5,000` or
/// `1.5`. `None` where they do not.
#[must_use]
pub fn find_words(text: &str, words: &str) -> Option<Range<usize>> {
    if words.is_empty() {
        return None;
    }
    text.match_indices(words)
        .map(|(at, found)| at..at + found.len())
        .find(|at| is_edge(text, at.start) && is_edge(text, at.end))
}

/// Whether no word and no number goes on across byte `at` of `text`.
fn is_edge(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let (mut before, mut after) = (before.chars().rev(), after.chars());
    let is_digit = |c: char| c.is_ascii_digit();
    let goes_on = match (before.next(), after.next()) {
        (Some('.' | ','), Some(c)) => is_digit(c) && before.next().is_some_and(is_digit),
        (Some(c), Some('.' | ',')) => is_digit(c) && after.next().is_some_and(is_digit),
        (Some(c), Some(d)) => c.is_alphanumeric() && d.is_alphanumeric(),
        _ => false,
    };
    !goes_on
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_found_where_they_stand_by_themselves() {
        let table = [
            ("Exports rose 15%, imports rose 5%.", "5%", Some(31)),
            ("It cost 1.5 or 5,000 or 3,5 or 5.", "5", Some(31)),
            ("Of 15, 5, they say.", "5", Some(7)),
            ("5 of 10", "5", Some(0)),
            ("1 of 5", "5", Some(5)),
            ("From 1.5 to .5", ".5", Some(12)),
            ("Someone met one", "one", Some(12)),
            ("It paid US$5.", "$5", Some(10)),
            ("It grew by 5km", "5", None),
            ("Élan, élan5 and élan", "élan", Some(18)),
            ("15%", "5%", None),
            ("15%", "", None),
            ("", "5", None),
        ];
        for (text, words, at) in table {
            let found = super::find_words(text, words);
            assert_eq!(
                found,
                at.map(|at| at..at + words.len()),
                "{words} in {text}"
            );
        }
    }

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
