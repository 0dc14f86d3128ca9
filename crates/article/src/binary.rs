//! Files that are no text, told by their first bytes.

use crate::error::{ErrorKind, ReadError};

/// First bytes and what they begin, by the formats' own definitions.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF document"),
    (
        b"PK\x03\x04",
        "a ZIP archive (as .docx, .odt and .epub are)",
    ),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\0", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Microsoft Office document",
    ),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a Windows program"),
    (b"bplist00", "a binary property list (as .webarchive is)"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
];

/// What `bytes` are, if they begin like a known format that is not plain text.
fn known(bytes: &[u8]) -> Option<&'static str> {
    let hit = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    // RIFF holds its kind after the length: WAVE, AVI, WEBP.
    let riff = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    hit.map(|(_, what)| *what)
        .or_else(|| riff.then_some("a WebP picture"))
}

/// Refuses what is known not to be text.
///
/// # Errors
/// The kind of file by name.
pub(crate) fn refuse_known(bytes: &[u8]) -> Result<(), ReadError> {
    match known(bytes) {
        Some(what) => Err(ReadError::whole(
            ErrorKind::Binary,
            format!("not an article: this is {what}"),
            "give the article as plain text (.txt, .md) or HTML",
        )),
        None => Ok(()),
    }
}

/// Refuses NUL bytes, which no text holds.
///
/// # Errors
/// The place of the first NUL byte.
pub(crate) fn refuse_nul(bytes: &[u8]) -> Result<(), ReadError> {
    match bytes.iter().position(|b| *b == 0) {
        Some(at) => Err(ReadError::whole(
            ErrorKind::Binary,
            format!("not a text: NUL byte at offset {at}"),
            "give the article as plain text in UTF-8; if it is a text, save it again as UTF-8",
        )
        .at_byte(bytes, at)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{known, refuse_known, refuse_nul};

    #[test]
    fn common_formats_are_named() {
        assert_eq!(known(b"%PDF-1.7\n"), Some("a PDF document"));
        assert_eq!(known(b"RIFF\x10\0\0\0WEBPVP8 "), Some("a WebP picture"));
        let error = refuse_known(b"\x89PNG\r\n\x1a\n....").unwrap_err();
        assert_eq!(error.message, "not an article: this is a PNG picture");
    }

    #[test]
    fn words_that_look_like_magic_are_text() {
        for text in ["PKK fighters", "Rarely", "GIFs were", "RIFF", "IDs", ""] {
            assert_eq!(known(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn a_nul_byte_is_placed() {
        let error = refuse_nul(b"one\ntw\0o").unwrap_err();
        assert_eq!((error.line, error.column, error.byte), (2, 3, 6));
    }
}
