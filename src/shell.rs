//! Words of commands that people copy into a shell.

/// `word` as a shell takes it: in single quotes where it needs them.
pub(crate) fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@%+,".contains(c);
    // A `#` begins a comment only where a word begins.
    let bare = word
        .chars()
        .enumerate()
        .all(|(at, c)| plain(c) || (c == '#' && at > 0));
    if bare && !word.is_empty() {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn words_are_quoted_only_where_a_shell_would_read_them_otherwise() {
        for (word, expected) in [
            ("trade-2022#c-7k2m9q4d", "trade-2022#c-7k2m9q4d"),
            ("north/sales", "north/sales"),
            ("vaccine doses", "'vaccine doses'"),
            ("#1", "'#1'"),
            ("it's", "'it'\\''s'"),
            ("", "''"),
            ("$(rm)", "'$(rm)'"),
        ] {
            assert_eq!(quoted(word), expected);
        }
    }
}
