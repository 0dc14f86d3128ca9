//! The tags of a page, told apart as the HTML standard's tokenizer does, without
//! building anything.

/// A start or end tag; or a comment or stray `<`, which has no name.
pub(crate) struct Tag<'h> {
    /// Its first byte.
    pub(crate) start: usize,
    /// The byte after it.
    pub(crate) end: usize,
    /// Whether it is an end tag.
    pub(crate) closing: bool,
    /// Whether it ends in `/>`.
    pub(crate) self_closing: bool,
    /// The element's name as written.
    pub(crate) name: &'h str,
    /// How many attributes it has.
    pub(crate) attributes: usize,
}

/// The next tag of `html` from byte `from` on.
pub(crate) fn next(html: &str, from: usize) -> Option<Tag<'_>> {
    let start = from + html[from..].find('<')?;
    let inside = &html[start + 1..];
    if let Some(comment) = inside.strip_prefix("!--") {
        let end = html.len() - comment.len() + comment_len(comment);
        return Some(Tag::nameless(start, end));
    }
    let (closing, tag) = match inside.strip_prefix('/') {
        Some(tag) => (true, tag),
        None => (false, inside),
    };
    if !tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Some(Tag::nameless(start, start + 1));
    }
    let ends = |b: u8| is_blank(b) || matches!(b, b'/' | b'>');
    let len = tag.bytes().position(ends).unwrap_or(tag.len());
    let rest = Attributes::read(&tag.as_bytes()[len..]);
    Some(Tag {
        start,
        end: html.len() - tag.len() + len + rest.len,
        closing,
        self_closing: rest.self_closing,
        name: &tag[..len],
        attributes: rest.count,
    })
}

/// Where the end tag `</name` stands in `html` from byte `from` on; the end of
/// the page if nowhere.
pub(crate) fn end_tag(html: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = html[at..].find("</") {
        let start = at + found;
        let head = html.as_bytes().get(start + 2..start + 2 + name.len());
        if head.is_some_and(|h| h.eq_ignore_ascii_case(name.as_bytes())) {
            return start;
        }
        at = start + 2;
    }
    html.len()
}

impl Tag<'_> {
    /// What is no element.
    fn nameless(start: usize, end: usize) -> Self {
        Self {
            start,
            end,
            closing: false,
            self_closing: false,
            name: "",
            attributes: 0,
        }
    }
}

/// Length of a comment after its `<!--`: to `-->` or `--!>`, or at once for `>`
/// and `->`.
fn comment_len(comment: &str) -> usize {
    for short in [">", "->"] {
        if comment.starts_with(short) {
            return short.len();
        }
    }
    let close = |mark: &str| comment.find(mark).map(|at| at + mark.len());
    [close("-->"), close("--!>")]
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(comment.len())
}

/// What follows a tag's name.
#[derive(Default)]
struct Attributes {
    count: usize,
    self_closing: bool,
    /// Bytes up to and with the `>`.
    len: usize,
}

/// Where in a tag the tokenizer is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    BeforeName,
    Name,
    AfterName,
    BeforeValue,
    Value,
}

impl Attributes {
    /// Reads the bytes after a tag's name.
    fn read(rest: &[u8]) -> Self {
        let mut found = Self::default();
        let mut state = State::BeforeName;
        while let Some(&byte) = rest.get(found.len) {
            found.len += 1;
            if byte == b'>' {
                break;
            }
            if state == State::BeforeValue && matches!(byte, b'"' | b'\'') {
                let value = &rest[found.len..];
                let close = value.iter().position(|b| *b == byte);
                found.len += close.map_or(value.len(), |close| close + 1);
                state = State::BeforeName;
                continue;
            }
            let before = state;
            state = state.after(byte);
            found.count += usize::from(state == State::Name && before != State::Name);
            found.self_closing = byte == b'/' && state == State::BeforeName;
        }
        found
    }
}

impl State {
    /// The state after one byte that neither ends the tag nor opens a quotation.
    fn after(self, byte: u8) -> Self {
        match (self, byte) {
            (Self::Name, b) if is_blank(b) => Self::AfterName,
            (Self::Value, b) if is_blank(b) => Self::BeforeName,
            (state, b) if is_blank(b) => state,
            (Self::BeforeName | Self::Name | Self::AfterName, b'/') => Self::BeforeName,
            (Self::Name | Self::AfterName, b'=') => Self::BeforeValue,
            (Self::BeforeName | Self::Name | Self::AfterName, _) => Self::Name,
            (Self::BeforeValue | Self::Value, _) => Self::Value,
        }
    }
}

/// White space of the HTML standard.
fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}

#[cfg(test)]
mod tests {
    use super::{end_tag, next};

    /// The first tag as `name/attributes: what follows it`.
    fn first(html: &str) -> String {
        let tag = next(html, 0).unwrap();
        let closing = if tag.closing { "/" } else { "" };
        let own = if tag.self_closing { "/" } else { "" };
        let rest = &html[tag.end..];
        format!("{closing}{}{own} {}: {rest}", tag.name, tag.attributes)
    }

    #[test]
    fn tags_end_where_the_standard_ends_them() {
        let table = [
            ("x <p>y", "p 0: y"),
            ("<P class=a id = 'b>c' hidden>y", "P 3: y"),
            ("</div >y", "/div 0: y"),
            ("<br/>y", "br/ 0: y"),
            ("<path d=\"a/b\" />y", "path/ 1: y"),
            ("<a href=x/>y", "a 1: y"),
            ("<a b=c\"d>y", "a 1: y"),
            ("<a =\"b>y", "a 1: y"),
            ("<a b/=\"c>y", "a 2: y"),
            ("<my-tag x>y", "my-tag 1: y"),
            ("<!-- <p> -->y", " 0: y"),
            ("<!-->y", " 0: y"),
            ("<!-- a --!>y", " 0: y"),
            ("<!-- never", " 0: "),
            ("< p>", " 0:  p>"),
            ("<p a=\"never>", "p 1: "),
        ];
        for (html, expected) in table {
            assert_eq!(first(html), expected, "{html}");
        }
        assert!(next("no tag", 0).is_none());
    }

    #[test]
    fn raw_text_ends_at_its_own_end_tag() {
        assert_eq!(end_tag("'</b>' </SCRIPT>", 0, "script"), 7);
        assert_eq!(end_tag("'</b>'", 0, "script"), 6);
    }
}
