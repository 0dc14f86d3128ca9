//! Bytes to text, without ever guessing silently.
//!
//! UTF-8 and UTF-16 are read; a byte-order mark is taken off. Everything else
//! is refused with the place of the first byte that does not fit and the name
//! of what the file looks like, since a wrong guess garbles names and money.

use crate::binary;
use crate::error::{ErrorKind, ReadError};
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_16BE, UTF_16LE};

/// The largest input that is read, in bytes: 64 MiB. The longest news text is
/// far below; what is larger is a dump or a mistake.
pub const MAX_BYTES: usize = 64 << 20;

/// How much of the beginning is looked at to tell UTF-16 without a mark.
const UTF16_SAMPLE: usize = 4096;

/// Refuses input over [`MAX_BYTES`].
///
/// # Errors
/// [`ErrorKind::TooLarge`].
pub(crate) fn refuse_large(len: usize) -> Result<(), ReadError> {
    if len <= MAX_BYTES {
        return Ok(());
    }
    Err(ReadError::whole(
        ErrorKind::TooLarge,
        format!("{len} bytes are more than one article may have ({MAX_BYTES})"),
        "split it into one file per article, or stream it as JSON lines",
    ))
}

/// What a text's first bytes say about its encoding.
pub(crate) enum Marked<'b> {
    /// A byte-order mark or evident UTF-16; the text is decoded.
    Decoded(String),
    /// A UTF-8 mark was taken off, or there is none; how many bytes it took.
    Bytes(&'b [u8], usize),
}

/// Decodes what a byte-order mark, or NULs in every other byte, makes plain,
/// and refuses what is no text.
///
/// # Errors
/// Size, binary data, UTF-32, broken UTF-16.
pub(crate) fn by_mark(bytes: &[u8]) -> Result<Marked<'_>, ReadError> {
    refuse_large(bytes.len())?;
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return Ok(Marked::Bytes(rest, 3));
    }
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return Err(legacy("UTF-32", "UTF-32").at_byte(bytes, 0));
    }
    for (mark, encoding) in [(b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)] {
        if bytes.starts_with(mark) {
            return strict(bytes, 2, encoding).map(Marked::Decoded);
        }
    }
    binary::refuse_known(bytes)?;
    match evident_utf16(bytes) {
        Some(encoding) => strict(bytes, 0, encoding).map(Marked::Decoded),
        None => Ok(Marked::Bytes(bytes, 0)),
    }
}

/// Decodes a plain text.
///
/// # Errors
/// As [`by_mark`], NUL bytes, and whatever is not UTF-8, by name and place.
pub(crate) fn text(bytes: &[u8]) -> Result<String, ReadError> {
    match by_mark(bytes)? {
        Marked::Decoded(text) => Ok(text),
        Marked::Bytes(rest, skipped) => {
            binary::refuse_nul(bytes)?;
            utf8(bytes, rest, skipped)
        }
    }
}

/// `rest` (what follows `skipped` bytes of `bytes`) as UTF-8.
///
/// # Errors
/// The first byte that is not UTF-8, with what the file looks like.
pub(crate) fn utf8(bytes: &[u8], rest: &[u8], skipped: usize) -> Result<String, ReadError> {
    match std::str::from_utf8(rest) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(not_utf8(bytes, skipped + error.valid_up_to())),
    }
}

/// UTF-16 without a mark, when it is evident: of the first characters nearly
/// all lie in the Latin block, so that every other byte is NUL.
fn evident_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(UTF16_SAMPLE)];
    let pairs = sample.len() / 2;
    let nuls = |odd: usize| {
        let every_other = sample.iter().skip(odd).step_by(2);
        every_other.filter(|b| **b == 0).count()
    };
    let (even, odd) = (nuls(0), nuls(1));
    let mostly = |n: usize| pairs > 0 && n * 10 >= pairs * 7;
    match (even, odd) {
        (0, n) if mostly(n) => Some(UTF_16LE),
        (n, 0) if mostly(n) => Some(UTF_16BE),
        _ => None,
    }
}

/// Decodes everything after `skipped` bytes, refusing the first thing that does
/// not fit.
///
/// # Errors
/// The place of the malformed sequence.
pub(crate) fn strict(
    bytes: &[u8],
    skipped: usize,
    encoding: &'static Encoding,
) -> Result<String, ReadError> {
    let rest = &bytes[skipped..];
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(rest.len() + rest.len() / 2 + 16);
    match fill(&mut decoder, rest, &mut text) {
        Ok(()) => binary::refuse_nul(text.as_bytes()).map(|()| text),
        Err(at) => {
            let name = encoding.name();
            let at = skipped + at;
            let fault = format!("the text is {name}, but is damaged at offset {at}");
            let (line, column) = claimbook_model::Offsets::new(&text).line_column(text.len());
            let error = ReadError::whole(ErrorKind::Encoding, fault, "save it again as UTF-8");
            Err(ReadError {
                line,
                column,
                byte: at,
                ..error
            })
        }
    }
}

/// Decodes `rest` into `text`; the offset of the first malformed sequence if
/// there is one.
fn fill(decoder: &mut Decoder, rest: &[u8], text: &mut String) -> Result<(), usize> {
    let mut done = 0;
    loop {
        let (result, read) =
            decoder.decode_to_string_without_replacement(&rest[done..], text, true);
        done += read;
        match result {
            DecoderResult::InputEmpty => return Ok(()),
            DecoderResult::OutputFull => text.reserve(rest.len() - done + 16),
            DecoderResult::Malformed(bad, after) => {
                return Err(done.saturating_sub(usize::from(bad) + usize::from(after)));
            }
        }
    }
}

/// The refusal of `bytes`, whose byte `at` is the first that is not UTF-8.
fn not_utf8(bytes: &[u8], at: usize) -> ReadError {
    let byte = bytes.get(at).copied().unwrap_or_default();
    let place = format!("byte 0x{byte:02X} at offset {at}: not UTF-8");
    let error = match look(bytes, at) {
        Look::Cut => ReadError::whole(
            ErrorKind::Encoding,
            format!("{place}; the file ends in the middle of a character"),
            "fetch the file again, it was cut off",
        ),
        Look::Damaged => ReadError::whole(
            ErrorKind::Encoding,
            format!("{place}; the rest of the file is, so it is damaged or mixed here"),
            "mend that place, or fetch the file again",
        ),
        Look::Single(name, iconv) => {
            let error = legacy(name, iconv);
            let message = format!("{place}; {}", error.message);
            ReadError { message, ..error }
        }
        Look::Foreign => ReadError::whole(
            ErrorKind::Encoding,
            format!("{place}; the file looks like a legacy encoding of a non-Latin script"),
            "find out its encoding and convert it: iconv -f ENCODING -t UTF-8 FILE > NEW",
        ),
    };
    error.at_byte(bytes, at)
}

/// The refusal of an encoding that is known by name.
fn legacy(name: &str, iconv: &str) -> ReadError {
    ReadError::whole(
        ErrorKind::Encoding,
        format!("the file looks like {name}"),
        format!("convert it: iconv -f {iconv} -t UTF-8 FILE > NEW"),
    )
}

/// What a file that is not UTF-8 looks like.
enum Look {
    /// UTF-8 whose last character is incomplete.
    Cut,
    /// UTF-8 almost everywhere.
    Damaged,
    /// A single-byte Latin encoding: what it is called, and iconv's name.
    Single(&'static str, &'static str),
    /// Mostly bytes over 0x7F.
    Foreign,
}

/// Judges by the bytes over 0x7F: how many form UTF-8, how many there are, and
/// whether any lies in 0x80-0x9F, where Windows-1252 has its quotation marks and
/// Latin-1 has nothing.
fn look(bytes: &[u8], at: usize) -> Look {
    let (mut whole, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    let tail = std::str::from_utf8(&bytes[at..]);
    let cut = tail.is_err_and(|e| e.valid_up_to() == 0 && e.error_len().is_none());
    if cut && whole > 0 {
        return Look::Cut;
    }
    let high = bytes.iter().filter(|b| **b >= 0x80).count();
    if whole > bad {
        Look::Damaged
    } else if high * 10 > bytes.len() * 3 {
        Look::Foreign
    } else if bytes.iter().any(|b| (0x80..0xA0).contains(b)) {
        Look::Single("Windows-1252", "WINDOWS-1252")
    } else {
        Look::Single("Windows-1252 or Latin-1", "WINDOWS-1252")
    }
}

#[cfg(test)]
#[path = "tests/decode.rs"]
mod tests;
