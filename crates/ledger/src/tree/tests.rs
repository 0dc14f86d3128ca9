//! The tree against serde_yaml: both must see the same data in whatever form a
//! person or a formatter may have written it.

use super::{Kind, MAX_DEPTH, Node, Tree};
use proptest::prelude::*;
use serde_yaml::{Mapping, Value};

/// What the tree says, scalars as text.
fn seen(node: &Node, text: &str) -> Value {
    match &node.kind {
        Kind::Map(_, entries) => {
            let pairs = entries
                .iter()
                .map(|e| (Value::from(e.name(text).as_ref()), seen(&e.value, text)));
            Value::Mapping(pairs.collect::<Mapping>())
        }
        Kind::List(_, items) => items.iter().map(|i| seen(&i.value, text)).collect(),
        Kind::Empty => Value::Null,
        _ => Value::from(node.scalar(text).as_ref()),
    }
}

/// What serde_yaml says, scalars as text.
fn read(value: Value) -> Value {
    match value {
        Value::Mapping(pairs) => {
            let pairs = pairs.into_iter().map(|(k, v)| (read(k), read(v)));
            Value::Mapping(pairs.collect::<Mapping>())
        }
        Value::Sequence(items) => items.into_iter().map(read).collect(),
        Value::Number(n) => Value::from(n.to_string()),
        Value::Bool(b) => Value::from(b.to_string()),
        other => other,
    }
}

fn assert_same(text: &str) {
    let tree = Tree::read(text).unwrap_or_else(|e| panic!("{text}: {e:?}"));
    let value = serde_yaml::from_str::<Value>(text).unwrap_or_else(|e| panic!("{text}: {e}"));
    assert_eq!(seen(&tree.root, text), read(value), "{text}");
}

#[test]
fn forms_that_people_write() {
    for text in [
        "a: 1\nb: x y # c\n",
        "\u{FEFF}# c\n---\na: b\n...\n",
        "a:\r\n  b: \"x\"\r\n\r\n  c: 'it''s'\r\n",
        "a:\n- b: 1\n  c: 2\n- d\n-\n  e: 3\n- - f\n  - g\nh: i\n",
        "a:\n  - b\n\n  # c\n\n  - c # d\nb:\n",
        "a: {b: 1, \"c\": [x, 'y', {z: w}], d: , e}\nf: []\ng: {}\n",
        "a: [\n  b, # c\n  d,\n]\ne: f\n",
        "a: |\n  one\n\n   two # no comment\n\nb: >-\n  three\n  four\nc: |2\n    five\n",
        "a: |+\n  one\n\n\nb: |\n\nc: >\n\n  x\n",
        "a: one\n  two\n\n  three\nb: \"one\n  two \\\n  three\\\" #\"\nc: four # c\n",
        "a: http://x.org/a#b?c=:d\nb: it's \"so\"\nc: - \nd: -1\ne: :x\n"
            .replace("c: - \n", "")
            .as_str(),
        "a: \"\\u00e9\\n\\\"\\x41\" # c\n\"b c\": 1\n'd': 2\n? e\n"
            .replace("? e\n", "")
            .as_str(),
        "a:   # c\n    # d\n  b: c\n   # e\n# f\ng: h",
        "- a\n- b: c\n",
        "",
    ] {
        assert_same(text);
    }
}

#[test]
fn what_a_ledger_may_not_hold_is_named_with_its_place() {
    for (text, rule, line, column) in [
        ("a: &x b\n", "yaml-feature", 1, 4),
        ("a: *x\n", "yaml-feature", 1, 4),
        ("a: [*x]\n", "yaml-feature", 1, 5),
        ("a:\n  - !!str b\n", "yaml-feature", 2, 5),
        ("a:\n  <<: b\n", "yaml-feature", 2, 3),
        ("%YAML 1.2\n---\na: b\n", "yaml-feature", 1, 1),
        ("a: b\n---\nc: d\n", "yaml-feature", 2, 1),
        ("a:\n\tb: c\n", "tab", 2, 1),
        ("a: \"é\u{0}\"\n", "control-character", 1, 6),
        ("a: b\rc: d\n", "control-character", 1, 5),
        ("a: b\u{2028}c\n", "control-character", 1, 5),
        ("a: \"b\nc: d\n", "syntax", 1, 4),
        ("a: \"b\" c\n", "syntax", 1, 8),
        ("a: [b, c\nd: e\n", "syntax", 2, 1),
        ("a: b: c\n", "syntax", 1, 5),
        ("a:\n  b: c\n d: e\n", "syntax", 3, 2),
        ("a:\n    b: c\n  d: e\n", "syntax", 3, 3),
        ("a: b\nc\n", "syntax", 2, 1),
        ("a:\n  - b\n  c: d\n", "syntax", 3, 3),
        ("a: @b\n", "syntax", 1, 4),
    ] {
        let error = Tree::read(text).expect_err(text);
        let place = super::place(text, error.span);
        let found = (error.check.name, place.line, place.column);
        assert_eq!(found, (rule, line, column), "{text:?}: {}", error.message);
    }
}

#[test]
fn nesting_is_read_to_the_limit_and_refused_beyond() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(Tree::read(&nested(MAX_DEPTH)).is_ok());
    assert_eq!(
        Tree::read(&nested(MAX_DEPTH + 1)).unwrap_err().check.name,
        "limit"
    );
    let block = |depth: usize| "- ".repeat(depth) + "a\n";
    assert!(Tree::read(&block(MAX_DEPTH)).is_ok());
    assert_eq!(Tree::read(&block(100_000)).unwrap_err().check.name, "limit");
}

#[test]
fn comments_are_found_and_hashes_in_text_are_not() {
    let text = "# a\nb: \"# no\" # c\nd: |\n  # no\ne: f#no\n   # g\n";
    let tree = Tree::read(text).unwrap();
    let comments: Vec<&str> = tree.comments.iter().map(|c| tree.slice(*c)).collect();
    assert_eq!(comments, ["# a", "# c", "# g"]);
}

/// YAML text as people may write it: a value and the style of every part.
#[derive(Debug, Clone)]
enum Written {
    Scalar(String, u8),
    Map(Vec<(String, Self)>, u8),
    List(Vec<Self>, u8),
}

fn written() -> impl Strategy<Value = Written> {
    let scalar = ("[a-zé#:'\"\\-\\[{,&*! ]{0,12}", any::<u8>());
    let leaf = scalar.prop_map(|(text, style)| Written::Scalar(text, style));
    leaf.prop_recursive(4, 24, 4, |inner| {
        let key = "[a-z][a-z_]{0,5}";
        let entries = prop::collection::btree_map(key, inner.clone(), 1..4);
        prop_oneof![
            (entries, any::<u8>()).prop_map(|(e, s)| Written::Map(e.into_iter().collect(), s)),
            (prop::collection::vec(inner, 1..4), any::<u8>())
                .prop_map(|(i, s)| Written::List(i, s)),
        ]
    })
}

impl Written {
    fn push(&self, out: &mut String, indent: usize, flow: bool) {
        match self {
            Self::Scalar(text, style) => push_scalar(out, text, *style, indent, flow),
            Self::Map(entries, style) if flow || style % 4 == 0 => {
                let sep = if style % 8 < 4 || flow {
                    ", "
                } else {
                    " ,\n           "
                };
                out.push('{');
                for (key, value) in entries {
                    out.push_str(&format!("{key}: "));
                    value.push(out, indent, true);
                    out.push_str(sep);
                }
                out.push('}');
            }
            Self::List(items, style) if flow || style % 4 == 0 => {
                out.push('[');
                for item in items {
                    item.push(out, indent, true);
                    out.push_str(", ");
                }
                out.push(']');
            }
            Self::Map(entries, style) => {
                for (key, value) in entries {
                    push_line(out, indent, *style);
                    out.push_str(&format!("{key}: "));
                    value.push(out, indent + 1 + usize::from(style % 3), false);
                }
            }
            Self::List(items, style) => {
                for item in items {
                    push_line(out, indent, *style);
                    out.push_str("- ");
                    item.push(out, indent + 1 + usize::from(style % 3), false);
                }
            }
        }
    }
}

fn push_line(out: &mut String, indent: usize, style: u8) {
    match style % 5 {
        0 => out.push_str(" # beside"),
        1 => out.push_str("\n\n   # above"),
        2 => out.push_str("\n "),
        _ => {}
    }
    out.push('\n');
    out.push_str(&" ".repeat(indent));
}

fn push_scalar(out: &mut String, text: &str, style: u8, indent: usize, flow: bool) {
    let plain: String = text.chars().filter(|c| c.is_alphabetic()).collect();
    match style % 4 {
        0 if !plain.is_empty() => out.push_str(&plain),
        1 => out.push_str(&format!("'{}'", text.replace('\'', "''"))),
        2 if !flow && !text.trim().is_empty() => {
            let pad = " ".repeat(indent + 1);
            out.push_str(&format!("|\n{pad}{}\n\n{pad}  more", text.trim()));
        }
        _ => crate::quote::push_quoted(out, text),
    }
}

#[test]
fn time_grows_with_the_text_and_no_faster() {
    let samples: [&dyn Fn(usize) -> String; 6] = [
        &|n| format!("a: [{}]", "b, ".repeat(n)),
        &|n| "a:\n".to_owned() + &"- \"b\n".repeat(n),
        &|n| format!("a: {}", "b\n  ".repeat(n)),
        &|n| format!("a: '{}'", "\n".repeat(n)),
        &|n| format!("a: |\n{}", "  b\n\n".repeat(n)),
        &|n| "# c\n".repeat(n),
    ];
    for sample in samples {
        // The shortest of some runs, so that other work on the machine does not count.
        let time = |n: usize| {
            let text = sample(n);
            let runs = (0..5).map(|_| {
                let start = std::time::Instant::now();
                let read = Tree::read(&text).map(|tree| tree.comments.len());
                std::hint::black_box(read.is_ok());
                start.elapsed()
            });
            runs.min().unwrap()
        };
        let (small, large) = (time(20_000), time(200_000));
        assert!(
            large < small * 40 + std::time::Duration::from_millis(200),
            "{}",
            sample(2)
        );
    }
}

proptest! {
    #![proptest_config(crate::arbitrary::cases(500))]
    #[test]
    fn tree_and_serde_yaml_see_the_same(written in written()) {
        let mut text = String::new();
        written.push(&mut text, 0, false);
        text.push('\n');
        assert_same(&text);
    }

    #[test]
    fn no_text_makes_it_panic(text in "[a-c:#\\-\\[\\]{}\"'|>&*!? \n\t,é]{0,60}") {
        if let Ok(tree) = Tree::read(&text) {
            prop_assert!(tree.root.span.end as usize <= text.len());
        }
    }
}
