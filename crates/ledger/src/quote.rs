//! Strings as double-quoted YAML.
//!
//! Every string of a ledger is quoted, so that no reader takes `NO` for false,
//! `2022-02-17` for a date or `=` for an operator. What a YAML reader would
//! refuse or a reviewer would not see is escaped: control characters, the line
//! breaks of YAML 1.1 (NEL, U+2028, U+2029), byte-order marks, noncharacters, and
//! the marks that turn the direction of writing around.

/// Appends `text` as a double-quoted YAML scalar on one line.
pub(crate) fn push_quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if needs_escape(c) => push_escape(out, c),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Whether a character may not stand in a ledger as it is.
pub(crate) fn needs_escape(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{2028}' | '\u{2029}' | '\u{FEFF}'
            // U+061C, U+200E and the rest of the bidirectional controls
            | '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
            | '\u{FDD0}'..='\u{FDEF}'
        )
        || u32::from(c) & 0xFFFE == 0xFFFE
}

/// `\xNN`, `\uNNNN` or `\UNNNNNNNN`, the shortest that fits.
fn push_escape(out: &mut String, c: char) {
    let code = u32::from(c);
    let escape = match code {
        0..=0xFF => format!("\\x{code:02X}"),
        0x100..=0xFFFF => format!("\\u{code:04X}"),
        _ => format!("\\U{code:08X}"),
    };
    out.push_str(&escape);
}

#[cfg(test)]
mod tests {
    use super::push_quoted;

    fn quoted(text: &str) -> String {
        let mut out = String::new();
        push_quoted(&mut out, text);
        out
    }

    #[test]
    fn hostile_strings_stay_on_one_line_and_in_sight() {
        for (text, expected) in [
            ("NO", "\"NO\""),
            ("say \"yes\" \\ no", r#""say \"yes\" \\ no""#),
            ("a\n\tb\r", r#""a\n\tb\r""#),
            ("\u{0}\u{1b}[31m\u{7f}\u{85}", r#""\x00\x1B[31m\x7F\x85""#),
            ("\u{2028}\u{feff}\u{202e}", r#""\u2028\uFEFF\u202E""#),
            ("\u{ffff}\u{1ffff}", r#""\uFFFF\U0001FFFF""#),
            ("“naïve” – 百\u{a0}€", "\"“naïve” – 百\u{a0}€\""),
        ] {
            assert_eq!(quoted(text), expected);
        }
    }

    #[test]
    fn every_character_is_read_back() {
        for c in (0..=0x2_0000).filter_map(char::from_u32) {
            let text = format!("a{c}b");
            let read: String = serde_yaml::from_str(&quoted(&text)).unwrap();
            assert_eq!(read, text, "U+{:04X}", u32::from(c));
        }
    }
}
