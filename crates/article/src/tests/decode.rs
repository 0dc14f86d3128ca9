//! Encodings: what is read, and what is refused by which name.

use super::{MAX_BYTES, text};
use crate::error::ErrorKind;
use encoding_rs::WINDOWS_1252;

/// `words` in UTF-16, after `mark`.
fn utf16(mark: &[u8], words: &str, little: bool) -> Vec<u8> {
    let units = words.encode_utf16();
    let bytes = units.flat_map(|u| {
        if little {
            u.to_le_bytes()
        } else {
            u.to_be_bytes()
        }
    });
    mark.iter().copied().chain(bytes).collect()
}

#[test]
fn unicode_is_read_and_marks_are_taken_off() {
    let words = "“Naïve” – 7\r\nКиїв 🙂\n";
    let latin = "Sales rose 12% – “a lot”.\n";
    let marked = ["\u{feff}", words].concat().into_bytes();
    assert_eq!(text(words.as_bytes()).unwrap(), words);
    assert_eq!(text(&marked).unwrap(), words);
    assert_eq!(text(&utf16(b"\xff\xfe", words, true)).unwrap(), words);
    assert_eq!(text(&utf16(b"\xfe\xff", words, false)).unwrap(), words);
    assert_eq!(text(&utf16(b"", latin, true)).unwrap(), latin);
    assert_eq!(text(&utf16(b"", latin, false)).unwrap(), latin);
    assert_eq!(text(b"").unwrap(), "");
}

#[test]
fn everything_else_is_refused_by_name() {
    let latin1 = |s: &str| WINDOWS_1252.encode(s).0.into_owned();
    let table = [
        (
            latin1("one\ntwo\nthree\nthe café and the “bar” here"),
            "4:8: byte 0xE9 at offset 21: not UTF-8; the file looks like Windows-1252",
        ),
        (
            latin1("the café here"),
            "1:8: byte 0xE9 at offset 7: not UTF-8; the file looks like Windows-1252 or Latin-1",
        ),
        (
            b"\xcc\xee\xf1\xea\xe2\xe0 \xe8 \xcc\xe8\xed\xf1\xea".to_vec(),
            "1:1: byte 0xCC at offset 0: not UTF-8; the file looks like a legacy encoding of a non-Latin script",
        ),
        (
            "“naïve” \u{20ac}5 x".bytes().chain([0xff, b'x']).collect(),
            "1:13: byte 0xFF at offset 19: not UTF-8; the rest of the file is, so it is damaged or mixed here",
        ),
        (
            "“naïve” \u{20ac}5".bytes().chain([0xe2, 0x80]).collect(),
            "1:11: byte 0xE2 at offset 17: not UTF-8; the file ends in the middle of a character",
        ),
        (
            b"\xff\xfe\0\0a\0\0\0".to_vec(),
            "1:1: the file looks like UTF-32",
        ),
        (
            utf16(b"\xff\xfe", "two\nab", true)
                .into_iter()
                .chain([0xd8])
                .collect(),
            "2:3: the text is UTF-16LE, but is damaged at offset 14",
        ),
        (
            vec![0xfe, 0xff, 0, b'a', 0xdc, 0, 0, b'b'],
            "1:2: the text is UTF-16BE, but is damaged at offset 4",
        ),
        (
            b"%PDF-1.4".to_vec(),
            "1:1: not an article: this is a PDF document",
        ),
        (
            b"word\0word".to_vec(),
            "1:5: not a text: NUL byte at offset 4",
        ),
        (
            utf16(b"\xff\xfe", "a\0b", true),
            "1:2: not a text: NUL byte at offset 1",
        ),
    ];
    for (bytes, expected) in table {
        assert_eq!(text(&bytes).unwrap_err().to_string(), expected);
    }
}

#[test]
fn the_size_limit_is_where_it_is_said_to_be() {
    let mut bytes = vec![b'a'; MAX_BYTES];
    assert_eq!(text(&bytes).unwrap().len(), MAX_BYTES);
    bytes.push(b'a');
    assert_eq!(text(&bytes).unwrap_err().kind, ErrorKind::TooLarge);
}
