//! Characters that a ledger file may not hold as they are.

use super::Misread;
use crate::catalogue::CONTROL_CHARACTER;
use claimbook_model::Span;

/// The first bytes of the characters that [`allowed`] decides on, besides ASCII:
/// U+0080 to U+009F, U+2000 to U+2FFF, U+F000 to U+FFFF and the fourth-byte planes
/// need no look beyond these.
const SUSPECT: [u8; 3] = [0xC2, 0xE2, 0xEF];

/// Refuses control characters, line breaks other than LF and CRLF (YAML 1.1 readers
/// break lines at NEL, U+2028 and U+2029; others do not), and a byte-order mark
/// anywhere but at the start.
pub(super) fn check(text: &str) -> Result<(), Misread> {
    let bytes = text.as_bytes();
    let suspect = |b: u8| (b < 0x20 && b != b'\n') || b == 0x7F || SUSPECT.contains(&b);
    let mut from = 0;
    while let Some(found) = bytes
        .get(from..)
        .and_then(|rest| rest.iter().position(|b| suspect(*b)))
    {
        let at = from + found;
        let rest = text.get(at..).unwrap_or_default();
        let Some(c) = rest.chars().next() else { break };
        if !allowed(c, at, rest) {
            return Err(refusal(c, at));
        }
        from = at + c.len_utf8();
    }
    Ok(())
}

fn allowed(c: char, at: usize, rest: &str) -> bool {
    match c {
        '\t' => true,
        '\r' => rest.starts_with("\r\n"),
        '\u{FEFF}' => at == 0,
        '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}' => false,
        c => !c.is_control(),
    }
}

fn refusal(c: char, at: usize) -> Misread {
    let code = u32::from(c);
    Misread {
        check: &CONTROL_CHARACTER,
        span: Span::new(at, at + c.len_utf8()),
        message: format!(
            "the file holds the character U+{code:04X}, which YAML readers refuse or read differently"
        ),
        hint: "delete it, or write it as an escape inside double quotation marks",
    }
}
