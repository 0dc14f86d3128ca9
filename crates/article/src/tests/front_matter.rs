//! Front matter: what opens one, what it may say, and what is refused where.

use super::{MAX_BLOCK, read};

/// What is stated, as `key=value` pairs, and the text that is left.
fn stated(source: &str) -> (String, &str) {
    let front = read(source).unwrap();
    let meta = front.stated;
    let published = meta.published.map(|d| d.to_string());
    let known = [
        ("id", Some(meta.id).filter(|i| !i.is_empty())),
        ("title", meta.title),
        ("publisher", meta.publisher),
        ("agency", meta.agency),
        ("author", meta.author),
        ("published", published),
        ("place", meta.place),
        ("url", meta.url),
    ];
    let known = known
        .into_iter()
        .filter_map(|(k, v)| Some((k.to_owned(), v?)));
    let all: Vec<String> = known
        .chain(meta.extra)
        .map(|(k, v)| format!("{k}={v}"))
        .collect();
    (all.join("; "), &source[front.text_start..])
}

#[test]
fn keys_become_metadata_and_the_rest_is_text() {
    let table = [
        ("---\ntitle: Oil up\n---\nText", "title=Oil up", "Text"),
        (
            "---\r\ntitle: \"A: b\"\r\npublished: 2022-02-17\r\n---  \r\n\r\n Text\r\n",
            "title=A: b; published=2022-02-17",
            "\r\n Text\r\n",
        ),
        (
            "---\nid: north/x\nagency: ~\nnote: retold\nnumber: 7\nlist: [a, 2, {b: c}]\n---\n",
            "id=north/x; list=a, 2, b: c; note=retold; number=7",
            "",
        ),
        (
            "---\n# a comment\ntitle: |\n  Two\n  lines\n---\n---\nText",
            "title=Two lines",
            "---\nText",
        ),
        ("---\n---\nText", "", "Text"),
        ("---\ntitle: Unended\n---", "title=Unended", ""),
    ];
    for (source, expected, text) in table {
        assert_eq!(stated(source), (expected.to_owned(), text), "{source}");
    }
}

#[test]
fn a_rule_is_not_front_matter() {
    let table = [
        "---\n\nThe ministry said so.\n",
        "---\nThe ministry said so: it is over.\n---\nMore.",
        "---\nNote: this never ends, and says nothing known.\n\nMore.",
        "---\n\nid: of a later line\n",
        "---",
        "---\n",
        "---\nText",
    ];
    for source in table {
        let front = read(source).unwrap();
        assert_eq!(front.text_start, 0, "{source}");
        assert!(front.warning.is_some(), "{source}");
    }
    for source in [
        "",
        "----\ntitle: x\n---\n",
        " ---\nid: x\n---\n",
        "-- \n",
        "Text\n---\nid: x\n---\n",
    ] {
        let front = read(source).unwrap();
        assert_eq!((front.text_start, front.warning), (0, None), "{source}");
    }
}

#[test]
fn faults_are_placed() {
    let table = [
        (
            "---\ntitle: x\nText",
            "1:1: the front matter that this line opens is never closed",
        ),
        (
            "---\ntitle: x\ntitle: y\n---\n",
            "3:1: `title` stands twice in the front matter",
        ),
        (
            "---\nnote: x\nnote: y\n---\n",
            "3:1: `note` stands twice in the front matter",
        ),
        (
            "---\ntitle: [a]\n---\n",
            "2:8: `title` must be text, not a list",
        ),
        (
            "---\ntitle: 2022\n---\n",
            "2:8: `title` must be text, not a number",
        ),
        (
            "---\ntitle: true\n---\n",
            "2:8: `title` must be text, not true or false",
        ),
        (
            "---\ntitle: {a: b}\n---\n",
            "2:8: `title` must be text, not a block of its own",
        ),
        (
            "---\ntitle: !x y\n---\n",
            "2:8: `title` must be text, not a tagged value",
        ),
        (
            "---\ntitle: é\npublished:   02/03/2022\n---\n",
            "3:14: `published` is no date: \"02/03/2022\"",
        ),
        (
            "---\nid: ../x\n---\n",
            "2:5: `id` cannot name a file: \"../x\"",
        ),
        (
            "---\n{ broken: no }\ntitle: x\n---\nText",
            "2:1: the front matter is no valid YAML: deserializing from YAML containing more than one document is not supported",
        ),
        (
            "---\ntitle: a: b\n---\n",
            "2:9: the front matter is no valid YAML: mapping values are not allowed in this context",
        ),
        (
            "---\ntitle: \"a\n---\n",
            "3:1: the front matter is no valid YAML: found unexpected end of stream",
        ),
    ];
    for (source, expected) in table {
        assert_eq!(read(source).unwrap_err().to_string(), expected, "{source}");
    }
}

#[test]
fn hostile_yaml_stays_small() {
    let bomb = format!(
        "---\na: &a {}\nb: [{}]\n---\n",
        "x".repeat(5000),
        "*a, ".repeat(5000)
    );
    let error = read(&bomb).unwrap_err();
    assert_eq!(
        error.message,
        "the front matter multiplies itself by aliases"
    );
    let deep = |n: usize| {
        read(&format!(
            "---\nx: {}{}\n---\n",
            "[".repeat(n),
            "]".repeat(n)
        ))
    };
    assert!(deep(32).is_ok());
    let error = deep(33).unwrap_err().to_string();
    assert_eq!(
        error,
        "2:36: the front matter has more than 32 open brackets"
    );
    for piece in ["- ", "? ", "a: {b: [", "&a ", "!!x "] {
        let hostile = piece.repeat(20_000 / piece.len());
        assert!(
            read(&format!("---\nx: 1\ny: {hostile}\n---\n")).is_err(),
            "{piece}"
        );
    }
    let fits = |n: usize| read(&format!("---\nx: {}\n---\n", "y".repeat(n))).is_ok();
    assert!(fits(MAX_BLOCK - 4) && !fits(MAX_BLOCK - 3));
}
