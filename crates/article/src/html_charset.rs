//! A web page's bytes to text: byte-order mark, then the charset that the page
//! declares, then UTF-8; never a guess.

use crate::binary;
use crate::decode::{self, Marked};
use crate::error::{ErrorKind, ReadError, Warning};
use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, X_USER_DEFINED};

/// How far a declaration is looked for: the HTML standard demands the first 1024
/// bytes, and pages that break it put it a little later.
const PRESCAN: usize = 4096;

/// Decodes a page.
///
/// # Errors
/// As for plain text; an unknown declared charset; bytes that do not fit the
/// declared one; no declaration and not UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, Option<Warning>), ReadError> {
    let (rest, skipped) = match decode::by_mark(bytes)? {
        Marked::Decoded(text) => return Ok((text, None)),
        Marked::Bytes(rest, skipped) => (rest, skipped),
    };
    binary::refuse_nul(bytes)?;
    let declared = match skipped {
        0 => declared(bytes)?,
        _ => None,
    };
    match declared {
        Some(encoding) if encoding != UTF_8 => by_declaration(bytes, encoding),
        _ => decode::utf8(bytes, rest, skipped)
            .map(|text| (text, None))
            .map_err(|error| advise(error, declared.is_some())),
    }
}

/// Decodes by the declared charset, unless the page is plainly UTF-8: browsers
/// save pages as UTF-8 and leave the old declaration in place.
fn by_declaration(
    bytes: &[u8],
    encoding: &'static Encoding,
) -> Result<(String, Option<Warning>), ReadError> {
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.is_ascii() => {
            let name = encoding.name();
            let message = format!("the page declares {name}, but is UTF-8: read as UTF-8");
            let hint = "correct the charset in its <meta> element";
            Ok((text.to_owned(), Some(Warning::new(message, hint))))
        }
        _ => decode::strict(bytes, 0, encoding).map(|text| (text, None)),
    }
}

/// The refusal of a page that is not UTF-8, with what to do about a page.
fn advise(error: ReadError, declared: bool) -> ReadError {
    if declared {
        return error;
    }
    let hint = "declare its charset in the page (<meta charset=\"...\">), or convert it to UTF-8";
    ReadError {
        hint: hint.to_owned(),
        ..error
    }
}

/// The charset that the page declares in a `meta` element or in its XML
/// declaration. UTF-16 is taken for UTF-8, as the HTML standard says, since the
/// declaration itself could be read.
///
/// # Errors
/// A charset that no standard knows, by name and place.
fn declared(bytes: &[u8]) -> Result<Option<&'static Encoding>, ReadError> {
    let head = &bytes[..bytes.len().min(PRESCAN)];
    let Some((label, at)) = label(head) else {
        return Ok(None);
    };
    match Encoding::for_label(label) {
        Some(encoding) if encoding == UTF_16LE || encoding == UTF_16BE => Ok(Some(UTF_8)),
        Some(encoding) if encoding != REPLACEMENT && encoding != X_USER_DEFINED => {
            Ok(Some(encoding))
        }
        _ => {
            let label = String::from_utf8_lossy(label);
            Err(ReadError::whole(
                ErrorKind::Encoding,
                format!("the page declares the charset {label:?}, which is not read"),
                "convert the page to UTF-8 and correct its <meta> element",
            )
            .at_byte(bytes, at))
        }
    }
}

/// The declared label and where it stands.
fn label(head: &[u8]) -> Option<(&[u8], usize)> {
    if head.starts_with(b"<?xml") {
        let end = find(head, b"?>").unwrap_or(head.len());
        if let Some(found) = value_after(&head[..end], b"encoding", 0) {
            return Some(found);
        }
    }
    let mut from = 0;
    while let Some(at) = find(&head[from..], b"<") {
        let start = from + at;
        let tag = &head[start..];
        if tag.starts_with(b"<!--") {
            from = start + find(tag, b"-->")? + 3;
            continue;
        }
        let end = find(tag, b">")?;
        if tag[..end.min(5)].eq_ignore_ascii_case(b"<meta")
            && let Some(found) = value_after(&tag[..end], b"charset", start)
        {
            return Some(found);
        }
        from = start + 1;
    }
    None
}

/// The value after `name=` in `tag`, quoted or bare, and its offset plus `base`.
/// It serves `charset="x"` and `content="text/html; charset=x"` alike.
fn value_after<'t>(tag: &'t [u8], name: &[u8], base: usize) -> Option<(&'t [u8], usize)> {
    let lower = tag.to_ascii_lowercase();
    let mut at = find(&lower, name)? + name.len();
    let skip = |at: &mut usize, what: &[u8]| {
        while tag.get(*at).is_some_and(|b| what.contains(b)) {
            *at += 1;
        }
    };
    skip(&mut at, b" \t\r\n");
    if tag.get(at) != Some(&b'=') {
        return None;
    }
    at += 1;
    skip(&mut at, b" \t\r\n\"'");
    let ends = |b: &u8| b" \t\r\n\"';/>?".contains(b);
    let value = &tag[at..];
    let len = value.iter().position(ends).unwrap_or(value.len());
    (len > 0).then_some((&value[..len], base + at))
}

/// Where `needle` begins in `hay`.
fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
    hay.windows(needle.len()).position(|w| w == needle)
}

#[cfg(test)]
mod tests {
    use super::decode;

    /// The decoded page after its head, or the error.
    fn body(head: &str, body: &[u8]) -> String {
        let bytes = [head.as_bytes(), body].concat();
        match decode(&bytes) {
            Ok((text, None)) => text[head.len()..].to_owned(),
            Ok((text, Some(warning))) => format!("{} ({})", &text[head.len()..], warning.message),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn the_declared_charset_is_used() {
        let table: [(&str, &[u8], &str); 8] = [
            (
                "<meta charset=\"iso-8859-1\">",
                b"caf\xe9 \x93a\x94",
                "café “a”",
            ),
            (
                "<META http-equiv=Content-Type content='text/html; charset=windows-1251'>",
                b"\xcc\xee\xf1\xea\xe2\xe0",
                "Москва",
            ),
            ("<meta charset=Shift_JIS />", b"\x93\x8c\x8b\x9e", "東京"),
            ("<?xml version=\"1.0\" encoding='koi8-r'?>", b"\xed", "М"),
            ("<meta charset=utf-16>", b"caf\xc3\xa9", "café"),
            (
                "<!-- <meta charset=koi8-r> --><meta charset=latin1>",
                b"\xe9",
                "é",
            ),
            (
                "<meta name=\"x\" content=\"y\"><meta charset=gbk>",
                b"\xd6\xd0",
                "中",
            ),
            ("<p>", "naïve".as_bytes(), "naïve"),
        ];
        for (head, bytes, expected) in table {
            assert_eq!(body(head, bytes), expected, "{head}");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused_or_said() {
        assert_eq!(
            body("<meta charset=latin1>", "é".as_bytes()),
            "é (the page declares windows-1252, but is UTF-8: read as UTF-8)"
        );
        assert_eq!(
            body("<meta charset=klingon>", b""),
            "1:15: the page declares the charset \"klingon\", which is not read"
        );
        let undeclared = body("<p>\n", b"caf\xe9 au lait");
        assert!(
            undeclared.starts_with("2:4: byte 0xE9 at offset 7: not UTF-8"),
            "{undeclared}"
        );
        let broken = body("<meta charset=shift_jis>", b"\x93\x8c\xff\xff");
        assert!(
            broken.contains("Shift_JIS, but is damaged at offset 26"),
            "{broken}"
        );
    }
}
