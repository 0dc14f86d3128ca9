//! How deeply a page nests, told before it is parsed.
//!
//! HTML parsers walk up the open elements at every tag, so a page of 100,000
//! nested `div`s costs minutes, and the tree built of it costs more. Browsers cut
//! at 512; a page of news nests 20 to 60 deep.

/// Deepest nesting that is read.
pub(crate) const MAX_DEPTH: usize = 512;

/// Elements without content, and those whose end tag may be left out: counting
/// them would make flat pages look deep. Sorted.
const UNCOUNTED: [&str; 33] = [
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html",
    "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "rb", "rp", "rt",
    "rtc", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track",
];

/// Elements whose content is text, whatever it looks like.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "noembed", "xmp"];

/// The byte at which `html` goes deeper than [`MAX_DEPTH`], if it does.
pub(crate) fn too_deep(html: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let tag = &html[start + 1..];
        at = start + 1;
        if let Some(comment) = tag.strip_prefix("!--") {
            at = comment
                .find("-->")
                .map_or(html.len(), |end| start + 4 + end);
            continue;
        }
        let (closing, tag) = match tag.strip_prefix('/') {
            Some(tag) => (true, tag),
            None => (false, tag),
        };
        let name = name(tag);
        if name.is_empty() || is_in(&UNCOUNTED, name) {
            continue;
        }
        if closing {
            depth = depth.saturating_sub(1);
            continue;
        }
        if RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
            at = end_of_raw(html, at, name);
            continue;
        }
        depth += 1;
        if depth > MAX_DEPTH {
            return Some(start);
        }
    }
    None
}

/// The letters and digits at the beginning of a tag.
fn name(tag: &str) -> &str {
    let len = tag.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let starts = tag.starts_with(|c: char| c.is_ascii_alphabetic());
    if starts { &tag[..len] } else { "" }
}

/// Whether `name`, in any case, is in the sorted list.
fn is_in(list: &[&str], name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    list.binary_search(&lower.as_str()).is_ok()
}

/// Where the element `name`, which opened before `at`, ends.
fn end_of_raw(html: &str, at: usize, name: &str) -> usize {
    let mut from = at;
    while let Some(found) = html[from..].find("</") {
        let end = from + found + 2;
        let head = html.as_bytes().get(end..end + name.len());
        if head.is_some_and(|h| h.eq_ignore_ascii_case(name.as_bytes())) {
            return end;
        }
        from = end;
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::{MAX_DEPTH, UNCOUNTED, too_deep};

    #[test]
    fn the_list_is_sorted() {
        assert!(UNCOUNTED.windows(2).all(|w| w[0] < w[1]));
    }

    #[test]
    fn nesting_is_counted() {
        assert_eq!(too_deep(&"<div>".repeat(MAX_DEPTH)), None);
        assert_eq!(
            too_deep(&"<div>".repeat(MAX_DEPTH + 1)),
            Some(5 * MAX_DEPTH)
        );
        assert!(too_deep(&"<Div class='x'><SPAN>".repeat(MAX_DEPTH)).is_some());
    }

    #[test]
    fn long_flat_pages_are_not_deep() {
        for piece in [
            "<div></div>",
            "<p>One",
            "<li>One<br><img src=x>",
            "<script>'<div>'</script>",
            "<!-- <div> -->",
            "2 < 3 <3 <",
            "<tr><td>1<td>2",
        ] {
            assert_eq!(too_deep(&piece.repeat(MAX_DEPTH * 3)), None, "{piece}");
        }
    }
}
