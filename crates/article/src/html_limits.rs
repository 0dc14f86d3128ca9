//! Pages that no parser should be given: told by one pass over their tags.
//!
//! HTML parsers walk up the open elements at every tag, compare every attribute
//! with those before it, and look ahead at every entity. A page made for it costs
//! minutes; a page of news nests 20 to 60 deep and comes nowhere near the limits.

use crate::error::{ErrorKind, ReadError};

/// Deepest nesting that is read; browsers cut at the same depth.
pub(crate) const MAX_DEPTH: usize = 512;

/// Most attributes of one element.
const MAX_ATTRIBUTES: usize = 1000;

/// Most entities (`&amp;`) of one page.
const MAX_ENTITIES: usize = 200_000;

/// Elements without content, and those whose end tag may be left out: counting
/// them would make flat pages look deep. Sorted.
const UNCOUNTED: [&str; 33] = [
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html",
    "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "rb", "rp", "rt",
    "rtc", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track",
];

/// Elements whose content is text, whatever it looks like.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "noembed", "xmp"];

/// Refuses a page that is over a limit.
///
/// # Errors
/// Which limit, and where the page goes over it.
pub(crate) fn check(html: &str) -> Result<(), ReadError> {
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(tag) = next_tag(html, at) {
        at = tag.end;
        if tag.attributes > MAX_ATTRIBUTES {
            let what = format!("an element has more than {MAX_ATTRIBUTES} attributes");
            return Err(refusal(what).at(html, tag.start));
        }
        if tag.name.is_empty() || is_in(&UNCOUNTED, tag.name) {
            continue;
        }
        if tag.closing {
            depth = depth.saturating_sub(1);
        } else if RAW.iter().any(|raw| raw.eq_ignore_ascii_case(tag.name)) {
            at = end_of_raw(html, at, tag.name);
        } else {
            depth += 1;
        }
        if depth > MAX_DEPTH {
            let what = format!("the page nests more than {MAX_DEPTH} elements");
            return Err(refusal(what).at(html, tag.start));
        }
    }
    match html.match_indices('&').nth(MAX_ENTITIES) {
        Some((at, _)) => {
            let what = format!("the page has more than {MAX_ENTITIES} entities");
            Err(refusal(what).at(html, at))
        }
        None => Ok(()),
    }
}

/// The refusal of a page over a limit.
fn refusal(message: String) -> ReadError {
    ReadError::whole(ErrorKind::Html, message, "save its article as plain text")
}

/// A tag, or a comment or stray `<` as a tag without a name.
struct Tag<'h> {
    start: usize,
    end: usize,
    closing: bool,
    name: &'h str,
    attributes: usize,
}

/// The next tag of `html` from byte `from` on.
fn next_tag(html: &str, from: usize) -> Option<Tag<'_>> {
    let start = from + html[from..].find('<')?;
    let inside = &html[start + 1..];
    if let Some(comment) = inside.strip_prefix("!--") {
        let end = comment
            .find("-->")
            .map_or(html.len(), |end| start + 4 + end);
        return Some(Tag::nameless(start, end));
    }
    let (closing, tag) = match inside.strip_prefix('/') {
        Some(tag) => (true, tag),
        None => (false, inside),
    };
    let len = tag.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if !tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Some(Tag::nameless(start, start + 1));
    }
    let (attributes, rest) = attributes(&tag.as_bytes()[len..]);
    Some(Tag {
        start,
        end: html.len() - tag.len() + len + rest,
        closing,
        name: &tag[..len],
        attributes,
    })
}

impl Tag<'_> {
    /// What is no element.
    fn nameless(start: usize, end: usize) -> Self {
        Self {
            start,
            end,
            closing: false,
            name: "",
            attributes: 0,
        }
    }
}

/// How many attributes follow a tag's name, and how many bytes it takes to its
/// `>`. A quotation mark opens a value only after `=`.
fn attributes(rest: &[u8]) -> (usize, usize) {
    let (mut count, mut at) = (0, 0);
    let (mut after_blank, mut after_equals) = (false, false);
    while let Some(byte) = rest.get(at) {
        at += 1;
        match byte {
            b'>' => break,
            b'=' => after_equals = true,
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' => after_blank = true,
            b'"' | b'\'' if after_equals => {
                let close = rest[at..].iter().position(|b| b == byte);
                at = close.map_or(rest.len(), |close| at + close + 1);
                (after_blank, after_equals) = (true, false);
            }
            _ => {
                count += usize::from(after_blank && !after_equals);
                (after_blank, after_equals) = (false, false);
            }
        }
    }
    (count, at)
}

/// Whether `name`, in any case, is in the sorted list.
fn is_in(list: &[&str], name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    list.binary_search(&lower.as_str()).is_ok()
}

/// Where the end tag of the element `name`, which opened before `at`, begins.
fn end_of_raw(html: &str, at: usize, name: &str) -> usize {
    let mut from = at;
    while let Some(found) = html[from..].find("</") {
        let end = from + found;
        let head = html.as_bytes().get(end + 2..end + 2 + name.len());
        if head.is_some_and(|h| h.eq_ignore_ascii_case(name.as_bytes())) {
            // Past "</", so that the end tag of an element that was not counted
            // is not counted either.
            return end + 2;
        }
        from = end + 2;
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::{MAX_ATTRIBUTES, MAX_DEPTH, MAX_ENTITIES, UNCOUNTED, check};

    #[test]
    fn the_list_is_sorted() {
        assert!(UNCOUNTED.windows(2).all(|w| w[0] < w[1]));
    }

    #[test]
    fn nesting_is_counted() {
        assert!(check(&"<div>".repeat(MAX_DEPTH)).is_ok());
        let error = check(&"<div>".repeat(MAX_DEPTH + 1)).unwrap_err();
        assert_eq!(error.byte, 5 * MAX_DEPTH);
        assert!(check(&"<Div class='x'><SPAN>".repeat(MAX_DEPTH)).is_err());
    }

    #[test]
    fn attributes_and_entities_are_counted() {
        let element = |n: usize| format!("<p{}>", " a=1".repeat(n));
        assert!(check(&element(MAX_ATTRIBUTES)).is_ok());
        assert!(check(&element(MAX_ATTRIBUTES + 1)).is_err());
        assert!(check(&"&amp;".repeat(MAX_ENTITIES)).is_ok());
        assert!(check(&"&amp;".repeat(MAX_ENTITIES + 1)).is_err());
    }

    #[test]
    fn long_flat_pages_are_within_the_limits() {
        for piece in [
            "<div></div>",
            "<p>One",
            "<li>One<br><img src=x>",
            "<script>'<div>'</script>",
            "<title><b></title>",
            "<!-- <div> -->",
            "<p data-x=\"<div><div a b c d>\" title = '<b>'>",
            "2 < 3 <3 <",
            "<tr><td>1<td>2",
        ] {
            assert!(check(&piece.repeat(MAX_DEPTH * 3)).is_ok(), "{piece}");
        }
        let words = "<p title=\"".to_owned() + &"word ".repeat(MAX_ATTRIBUTES * 2) + "\">";
        assert!(check(&words).is_ok());
    }
}
