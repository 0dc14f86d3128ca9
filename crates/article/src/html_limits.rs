//! Pages that no parser should be given, told by one pass over their tags.
//!
//! HTML parsers walk up the open elements at every tag, compare every attribute
//! with those before it, and look ahead at every entity. A page made for it costs
//! minutes; a page of news nests 20 to 60 deep and comes nowhere near the limits.

use crate::error::{ErrorKind, ReadError};
use crate::html_tags::{self, Tag};

/// Deepest nesting that is read; browsers cut at the same depth.
const MAX_DEPTH: usize = 512;

/// Most attributes of one element.
const MAX_ATTRIBUTES: usize = 1000;

/// Most entities (`&amp;`) of one page.
const MAX_ENTITIES: usize = 200_000;

/// Elements without content, and those that the parser closes by itself: counting
/// them would make flat pages look deep. A form is closed without what it holds.
const UNCOUNTED: [&str; 29] = [
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "form", "head", "hr",
    "html", "img", "input", "li", "link", "meta", "option", "p", "param", "source", "tbody", "td",
    "tfoot", "th", "thead", "tr", "track",
];

/// Elements whose end tag closes whatever is open inside them.
const CLOSES_ALL: [&str; 40] = [
    "address",
    "applet",
    "article",
    "aside",
    "blockquote",
    "button",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "listing",
    "main",
    "marquee",
    "menu",
    "nav",
    "object",
    "ol",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "svg",
    "table",
    "template",
    "ul",
];

/// Elements through which no end tag reaches.
const BARRIERS: [&str; 11] = [
    "applet",
    "caption",
    "desc",
    "foreignobject",
    "marquee",
    "math",
    "object",
    "svg",
    "table",
    "template",
    "title",
];

/// Elements that any end tag around them closes.
const INLINE: [&str; 34] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "nobr", "output", "q", "s", "samp", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
];

/// Elements whose content is text, whatever it looks like.
const RAW: [&str; 8] = [
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
];

/// Refuses a page that is over a limit.
///
/// # Errors
/// Which limit, and where the page goes over it.
pub(crate) fn check(html: &str) -> Result<(), ReadError> {
    let mut open = Open::default();
    let mut at = 0;
    while let Some(tag) = html_tags::next(html, at) {
        at = tag.end;
        if tag.attributes > MAX_ATTRIBUTES {
            let what = format!("an element has more than {MAX_ATTRIBUTES} attributes");
            return Err(refusal(what).at(html, tag.start));
        }
        if tag.name.is_empty() {
            continue;
        }
        let name = tag.name.to_ascii_lowercase();
        if tag.closing {
            open.close(&name);
        } else if !open.is_foreign() && is_in(&RAW, &name) {
            at = html_tags::end_tag(html, at, &name);
        } else if open.counts(&tag, &name) {
            open.names.push(name);
        }
        if open.names.len() > MAX_DEPTH {
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

/// The elements that are open, outermost first: as many as the parser has open,
/// or more where tags are left out or crossed, but not fewer.
#[derive(Default)]
struct Open {
    names: Vec<String>,
}

impl Open {
    /// Whether a drawing or formula is open: other rules hold there.
    fn is_foreign(&self) -> bool {
        self.names.iter().any(|n| n == "svg" || n == "math")
    }

    /// Whether a start tag opens an element that counts.
    fn counts(&self, tag: &Tag<'_>, name: &str) -> bool {
        if self.is_foreign() {
            !tag.self_closing
        } else {
            !is_in(&UNCOUNTED, name)
        }
    }

    /// Closes the innermost element of that name with all inside it, if an end tag
    /// reaches it.
    fn close(&mut self, name: &str) {
        let through_all = is_in(&CLOSES_ALL, name);
        for (at, open) in self.names.iter().enumerate().rev() {
            if open == name {
                self.names.truncate(at);
                return;
            }
            let passes = if through_all {
                !is_in(&BARRIERS, open)
            } else {
                is_in(&INLINE, open)
            };
            if !passes {
                return;
            }
        }
    }
}

/// Whether `name` is in the sorted list.
fn is_in(list: &[&str], name: &str) -> bool {
    list.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{
        BARRIERS, CLOSES_ALL, INLINE, MAX_ATTRIBUTES, MAX_DEPTH, MAX_ENTITIES, RAW, UNCOUNTED,
        check,
    };

    use proptest::prelude::{ProptestConfig, Strategy, prop, proptest};

    #[test]
    fn the_lists_are_sorted() {
        let lists: [&[&str]; 5] = [&UNCOUNTED, &CLOSES_ALL, &BARRIERS, &INLINE, &RAW];
        for list in lists {
            assert!(list.windows(2).all(|w| w[0] < w[1]), "{list:?}");
        }
    }

    #[test]
    fn nesting_is_counted() {
        assert!(check(&"<div>".repeat(MAX_DEPTH)).is_ok());
        let error = check(&"<div>".repeat(MAX_DEPTH + 1)).unwrap_err();
        assert_eq!(error.byte, 5 * MAX_DEPTH);
    }

    #[test]
    fn end_tags_that_close_nothing_do_not_help() {
        for piece in [
            "<Div class='x'><SPAN>",
            "<div></span>",
            "<b><div></b>",
            "<span><div></span>",
            "<form><div></form>",
            "<div><table></div>",
            "<svg><g></g><p></svg><rt>",
            "<svg><li>",
            "<!--><div><!-->",
        ] {
            assert!(check(&piece.repeat(MAX_DEPTH + 1)).is_err(), "{piece}");
        }
    }

    /// The depth of the tree that the parser builds.
    fn depth(html: &str) -> usize {
        let page = dom_smoothie::Readability::from(html);
        let root = page.doc.root();
        let depths = root.descendants_it().map(|n| n.ancestors(None).len());
        depths.max().unwrap_or(0)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn no_page_within_the_limits_is_deep(piece in tags()) {
            let html = piece.repeat(MAX_DEPTH + 1);
            if check(&html).is_ok() {
                assert!(depth(&html) < 4 * MAX_DEPTH, "{piece}");
            }
        }
    }

    /// A few tags that mean harm together.
    fn tags() -> impl Strategy<Value = String> {
        let names = prop::sample::select(vec![
            "a",
            "b",
            "body",
            "button",
            "caption",
            "dd",
            "desc",
            "div",
            "font",
            "form",
            "foreignObject",
            "frameset",
            "h1",
            "iframe",
            "li",
            "math",
            "mi",
            "noscript",
            "object",
            "optgroup",
            "option",
            "p",
            "plaintext",
            "rt",
            "ruby",
            "script",
            "select",
            "span",
            "style",
            "svg",
            "table",
            "tbody",
            "td",
            "template",
            "textarea",
            "title",
            "tr",
            "x-y",
        ]);
        let tag = (names, 0..6u8).prop_map(|(name, form)| match form {
            0 => format!("<{name}/>"),
            1 | 2 => format!("</{name}>"),
            _ => format!("<{name}>"),
        });
        prop::collection::vec(tag, 1..6).prop_map(|t| t.concat())
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
            "<div><span></div>",
            "<b><i></b></i>",
            "<p>One",
            "<li>One<br><img src=x>",
            "<script>'<div>'</script>",
            "<title><b></title>",
            "<!-- <div> -->",
            "<p data-x=\"<div><div a b c d>\" title = '<b>'>",
            "2 < 3 <3 <",
            "<table><tr><td><div>1<td>2</div></table>",
            "<svg><path d='x'/><g></g></svg>",
        ] {
            assert!(check(&piece.repeat(MAX_DEPTH * 3)).is_ok(), "{piece}");
        }
        let words = "<p title=\"".to_owned() + &"word ".repeat(MAX_ATTRIBUTES * 2) + "\">";
        assert!(check(&words).is_ok());
    }
}
