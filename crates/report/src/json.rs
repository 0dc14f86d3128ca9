//! JSON whose strings hold no control character, not even DEL and C1, which
//! JSON itself would let through to a terminal.

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};
use std::io::{self, Write};

/// Escapes DEL and C1 as `\u007f`; everything else as the formatter inside does.
struct Visible<F>(F);

impl<F: Formatter> Formatter for Visible<F> {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        w: &mut W,
        text: &str,
    ) -> io::Result<()> {
        let bytes = text.as_bytes();
        if memchr::memchr2(0x7f, 0xc2, bytes).is_none() {
            return self.0.write_string_fragment(w, text);
        }
        let mut rest = text;
        while let Some(at) = rest.find(|c| matches!(c, '\u{7f}'..='\u{9f}')) {
            let (before, from) = rest.split_at(at);
            self.0.write_string_fragment(w, before)?;
            let mut chars = from.chars();
            if let Some(c) = chars.next() {
                write!(w, "\\u{:04x}", u32::from(c))?;
            }
            rest = chars.as_str();
        }
        self.0.write_string_fragment(w, rest)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, w: &mut W) -> io::Result<()> {
        self.0.begin_array(w)
    }
    fn end_array<W: ?Sized + Write>(&mut self, w: &mut W) -> io::Result<()> {
        self.0.end_array(w)
    }
    fn begin_array_value<W: ?Sized + Write>(&mut self, w: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(w, first)
    }
    fn end_array_value<W: ?Sized + Write>(&mut self, w: &mut W) -> io::Result<()> {
        self.0.end_array_value(w)
    }
    fn begin_object<W: ?Sized + Write>(&mut self, w: &mut W) -> io::Result<()> {
        self.0.begin_object(w)
    }
    fn end_object<W: ?Sized + Write>(&mut self, w: &mut W) -> io::Result<()> {
        self.0.end_object(w)
    }
    fn begin_object_key<W: ?Sized + Write>(&mut self, w: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(w, first)
    }
    fn begin_object_value<W: ?Sized + Write>(&mut self, w: &mut W) -> io::Result<()> {
        self.0.begin_object_value(w)
    }
    fn end_object_value<W: ?Sized + Write>(&mut self, w: &mut W) -> io::Result<()> {
        self.0.end_object_value(w)
    }
}

/// Writes `value` as one line, line feed included.
///
/// # Errors
/// What the writer or the value's `Serialize` refuses.
pub fn write_line<W: Write, T: Serialize>(mut w: W, value: &T) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(
        &mut w,
        Visible(CompactFormatter),
    ))?;
    w.write_all(b"\n")
}

/// `value` indented by two blanks, line feed at the end.
///
/// # Errors
/// What the value's `Serialize` refuses.
pub fn pretty<T: Serialize>(value: &T) -> io::Result<String> {
    let mut out = Vec::new();
    value.serialize(&mut Serializer::with_formatter(
        &mut out,
        Visible(PrettyFormatter::new()),
    ))?;
    out.push(b'\n');
    String::from_utf8(out).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::{pretty, write_line};

    #[test]
    fn every_control_character_is_escaped_and_reads_back() {
        let all: String = ('\0'..'\u{a1}').collect();
        let mut line = Vec::new();
        write_line(&mut line, &all).unwrap();
        let line = String::from_utf8(line).unwrap();
        assert!(!line.trim_end().contains(char::is_control), "{line}");
        assert_eq!(serde_json::from_str::<String>(&line).unwrap(), all);
    }

    #[test]
    fn pretty_is_indented() {
        assert_eq!(pretty(&["é\u{85}"]).unwrap(), "[\n  \"é\\u0085\"\n]\n");
    }
}
