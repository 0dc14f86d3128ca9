//! The doors of the crate from outside: who is believed, and what holds for any
//! input at all.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use claimbook_article::{Format, MAX_BYTES, Read, read, read_json_line};
use claimbook_model::{Article, ArticleMeta};
use proptest::prelude::{Strategy, any, prop, proptest};

/// What the command line gave.
fn defaults() -> ArticleMeta {
    ArticleMeta {
        id: "from-path".to_owned(),
        publisher: Some("Default Daily".to_owned()),
        published: Some("2020-01-01".parse().unwrap()),
        place: Some("Default".to_owned()),
        path: Some("articles/from-path.txt".to_owned()),
        extra: [("desk".to_owned(), "world".to_owned())].into(),
        ..ArticleMeta::default()
    }
}

/// `id | publisher | agency | published | place`.
fn line(read: &Read) -> String {
    let meta = &read.article.meta;
    let text = |o: &Option<String>| o.clone().unwrap_or_else(|| "-".to_owned());
    let day = meta.published.map(|d| d.to_string());
    [
        meta.id.clone(),
        text(&meta.publisher),
        text(&meta.agency),
        text(&day),
        text(&meta.place),
    ]
    .join(" | ")
}

/// The line of a plain text.
fn text_line(text: &str, defaults: &ArticleMeta) -> String {
    line(&read(text.as_bytes(), Format::Text, defaults).unwrap())
}

#[test]
fn the_document_is_believed_before_its_furniture_and_both_before_defaults() {
    let wire = " date 2021-01-12 (@handle)\n\nMOSCOW (Gulf News / Sputnik - 13th January, 2021) Snow fell.";
    let bare = " date 2021-01-12 (@handle)\n\nSnow fell.";
    let front = "---\nid: own\npublisher: Own Post\npublished: 2019-09-09\n---\n";
    let table = [
        (
            wire.to_owned(),
            "from-path | Gulf News | Sputnik | 2021-01-13 | Moscow",
        ),
        (
            bare.to_owned(),
            "from-path | Default Daily | - | 2021-01-12 | Default",
        ),
        (
            format!("{front}{wire}"),
            "own | Own Post | Sputnik | 2019-09-09 | Moscow",
        ),
        (
            "Snow fell.".to_owned(),
            "from-path | Default Daily | - | 2020-01-01 | Default",
        ),
        (
            "LONDON (Reuters) - Snow.".to_owned(),
            "from-path | Default Daily | Reuters | 2020-01-01 | London",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(text_line(&text, &defaults()), expected, "{text}");
    }
}

#[test]
fn an_agency_publishes_what_nobody_else_does() {
    let read = text_line("LONDON (Reuters) - Snow.", &ArticleMeta::default());
    assert_eq!(read, " | Reuters | Reuters | - | London");
    let read = text_line("LONDON (CNN) - Snow.", &ArticleMeta::default());
    assert_eq!(read, " | CNN | - | - | London");
}

#[test]
fn where_it_was_found_and_other_keys_are_kept() {
    let text = "---\nnote: own words\n---\nSnow.";
    let meta = read(text.as_bytes(), Format::Text, &defaults())
        .unwrap()
        .article
        .meta;
    assert_eq!(meta.path.as_deref(), Some("articles/from-path.txt"));
    let extra: Vec<_> = meta.extra.into_iter().collect();
    let owned = |k: &str, v: &str| (k.to_owned(), v.to_owned());
    assert_eq!(extra, [owned("desk", "world"), owned("note", "own words")]);
}

#[test]
fn warnings_name_what_was_noticed() {
    let messages = |text: &str| -> Vec<String> {
        let read = read(text.as_bytes(), Format::Text, &ArticleMeta::default()).unwrap();
        read.warnings.into_iter().map(|w| w.message).collect()
    };
    assert_eq!(messages("---\nid: x\n---\n \n"), ["the text is empty"]);
    assert_eq!(messages(""), ["the text is empty"]);
    assert_eq!(
        messages("<!DOCTYPE html><p>Snow fell."),
        ["the text is a web page with all its tags"]
    );
    let russian = "Министерство сообщило о росте экспорта. ".repeat(9);
    assert_eq!(messages(&russian), ["the text is not in Latin script"]);
    assert_eq!(
        messages("---\nSnow fell."),
        ["the text begins with `---`, but not with front matter: all is kept as text"]
    );
}

#[test]
fn formats_are_told_by_the_ending() {
    for (path, format) in [
        ("a/b.txt", Some(Format::Text)),
        ("b.MD", Some(Format::Text)),
        ("b.htm", Some(Format::Html)),
        ("b.Html", Some(Format::Html)),
        ("b.json", None),
        ("txt", None),
        ("a.txt/b", None),
    ] {
        assert_eq!(Format::of_path(path), format, "{path}");
    }
}

#[test]
fn a_json_line_has_the_size_limit_of_a_file() {
    let line = |n: usize| format!("{{\"text\":\"{}\"}}", "x".repeat(n - 11));
    assert_eq!(line(50).len(), 50);
    assert!(read_json_line(&line(MAX_BYTES), &ArticleMeta::default()).is_ok());
    assert!(read_json_line(&line(MAX_BYTES + 1), &ArticleMeta::default()).is_err());
}

/// Whether the spans lie in the text, on characters, in order, apart.
fn has_sound_spans(article: &Article) -> bool {
    let sound =
        |s: &claimbook_model::Span| article.text.get(s.range()).is_some_and(|w| !w.is_empty());
    let ordered = article.furniture.windows(2).all(|w| w[0].end <= w[1].start);
    article.furniture.iter().all(sound) && ordered
}

/// Texts made of the pieces that the readers look for, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "---\n",
        "---",
        "id: x\n",
        "title: \"",
        "\n",
        "\r\n",
        " ",
        "\u{a0}",
        "MOSCOW",
        "ST. ",
        "é",
        "“",
        " (AP)",
        " (",
        ")",
        " / ",
        "Sputnik",
        " - ",
        " — ",
        "--",
        "/TASS/",
        ". ",
        ", ",
        "Jan 5",
        "17th",
        " February, 2022",
        "2021-02-30",
        "date ",
        "(@a)",
        "By ",
        "[",
        "]",
        "{",
        "}",
        ":",
        "🙂",
        "\u{feff}",
        "&a ",
        "*a ",
        "!x ",
        "#",
        "'",
        "\t",
        "the ",
        "Большой ",
        "Mc",
        "D'",
        "…",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|p| p.concat())
}

/// Pages made of the pieces that the extractor looks for, in any order.
fn tags() -> impl Strategy<Value = String> {
    let tag = prop::sample::select(vec![
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<article>",
        "<table><tr><td>",
        "<br><br>",
        "<b",
        ">",
        "<a href='x:'>",
        "<script type=\"application/ld+json\">",
        "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",",
        "\"author\":[{\"name\":",
        "\"datePublished\":\"2021\"",
        "}",
        "]",
        "[",
        "\\u",
        "\"",
        "</script>",
        "<meta property=\"article:published_time\" content=\"",
        "<title>a | b - c</title>",
        "<h1>a</h1>",
        "<time datetime=x>",
        "<template>",
        "<svg><p>",
        "<math><mi>",
        "<select><option>",
        "<noscript><img src=x>",
        "<!--",
        "-->",
        "<![CDATA[",
        "&nbsp;",
        "&#0;",
        "&#xD800;",
        "é",
        "Snow fell on the town, and on the hills. ",
        "<p class='byline'>By Jane</p>",
        "<base href='%'>",
        "<font><font>",
        "<plaintext>",
        "<frameset>",
        "</body>",
    ]);
    prop::collection::vec(tag, 0..40).prop_map(|t| t.concat())
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in any::<Vec<u8>>(), mark in 0..4usize) {
        let marks: [&[u8]; 4] = [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];
        let bytes = [marks[mark], &bytes].concat();
        for format in [Format::Text, Format::Html] {
            if let Ok(read) = read(&bytes, format, &defaults()) {
                assert!(has_sound_spans(&read.article));
            }
        }
    }

    #[test]
    fn a_text_is_kept_byte_for_byte(text in pieces()) {
        let body = text.strip_prefix('\u{feff}').unwrap_or(&text);
        match read(text.as_bytes(), Format::Text, &ArticleMeta::default()) {
            Ok(read) => {
                assert!(body.ends_with(&read.article.text));
                let whole = read.article.text.len() == body.len();
                assert!(whole || body.starts_with("---"), "only front matter is taken off");
                assert!(has_sound_spans(&read.article));
            }
            Err(error) => assert!(error.line >= 1 && error.column >= 1 && error.byte <= text.len()),
        }
    }

    #[test]
    fn a_json_text_is_kept_whatever_it_is(text in any::<String>(), title in any::<String>()) {
        let json = |s: &str| serde_json::to_string(s).unwrap();
        let line = format!("{{\"title\":{},\"text\":{}}}", json(&title), json(&text));
        let read = read_json_line(&line, &ArticleMeta::default()).unwrap();
        assert_eq!(read.article.text, text);
        assert!(has_sound_spans(&read.article));
    }

    #[test]
    fn a_json_line_is_read_or_refused_in_place(line in pieces()) {
        for line in [line.clone(), format!("{{\"id\":\"a\",\"text\":\"{line}")] {
            if let Err(error) = read_json_line(&line, &ArticleMeta::default()) {
                assert!(error.byte <= line.len() && error.line >= 1 && error.column >= 1);
            }
        }
    }

    #[test]
    fn any_page_is_read_or_refused(html in tags()) {
        if let Ok(read) = read(html.as_bytes(), Format::Html, &defaults()) {
            assert!(has_sound_spans(&read.article));
        }
    }
}
