//! JSON lines: what is a record, and what is refused where.

use super::read_json_line;
use claimbook_model::ArticleMeta;

#[test]
fn a_record_is_an_article() {
    let line = r#"{"id":"a/b","text":"PARIS (AFP) - “Snow”\nfell.","title":"Sn\now","publisher":null,
        "published":"2022-02-17T10:00:00Z","url":"http://x/","score":[{"deep":1}],"author":"A","place":"P","agency":"G"}"#;
    let read = read_json_line(line, &ArticleMeta::default()).unwrap();
    let meta = read.article.meta;
    assert_eq!(read.article.text, "PARIS (AFP) - “Snow”\nfell.");
    assert_eq!(meta.id, "a/b");
    assert_eq!(meta.title.as_deref(), Some("Sn ow"));
    assert_eq!(meta.publisher.as_deref(), Some("G"), "the agency stands in");
    assert_eq!(
        meta.place.as_deref(),
        Some("P"),
        "stated beats the dateline"
    );
    assert_eq!(meta.published.unwrap().to_string(), "2022-02-17");
    assert_eq!(read.article.furniture.len(), 1);
}

#[test]
fn an_empty_text_is_a_record() {
    let read = read_json_line(r#"{"text":""}"#, &ArticleMeta::default()).unwrap();
    assert_eq!(read.article.text, "");
    assert_eq!(read.warnings[0].message, "the text is empty");
}

#[test]
fn faults_are_placed_and_name_the_record() {
    let table = [
        (r#"{"id":"a"}"#, "1:1: `text` is missing or null", Some("a")),
        (
            r#"{"id":"a","text":null}"#,
            "1:1: `text` is missing or null",
            Some("a"),
        ),
        (
            r#"{"id":"a","text": 5}"#,
            "1:19: `text`: invalid type: integer `5`, expected text or null",
            Some("a"),
        ),
        (
            r#"{"id":"a","title":  ["é"],"text":""}"#,
            "1:21: `title`: invalid type: sequence, expected text or null",
            Some("a"),
        ),
        (
            r#"{"id":"é","published":"last week","text":""}"#,
            "1:23: `published` is no date: \"last week\"",
            Some("é"),
        ),
        (
            r#"{"text":"","title":"x","title":"y"}"#,
            "1:32: `title` stands twice in the record",
            None,
        ),
        (r#"["text"]"#, "1:1: no valid record", None),
        (
            r#"{"id":"a","text":"x"} {}"#,
            "1:23: no valid record: trailing characters",
            Some("a"),
        ),
        (
            r#"{"id":"a","text":"x"#,
            "1:19: no valid record: EOF while parsing a string",
            Some("a"),
        ),
        (
            r#"{"id":"a","text":"\ud800"}"#,
            "1:25: no valid record",
            Some("a"),
        ),
        (
            r#"{"text":x}"#,
            "1:9: no valid record: expected value",
            None,
        ),
        ("", "1:1: no valid record: EOF while parsing a value", None),
    ];
    for (line, expected, id) in table {
        let error = read_json_line(line, &ArticleMeta::default()).unwrap_err();
        assert!(error.to_string().starts_with(expected), "{line}: {error}");
        assert_eq!(error.id.as_deref(), id, "{line}");
    }
}

#[test]
fn long_and_deep_lines_are_fine() {
    let text = "word ".repeat(2_000_000);
    let line = format!(
        "{{\"skip\":{}1{},\"text\":\"{text}\"}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    let read = read_json_line(&line, &ArticleMeta::default()).unwrap();
    assert_eq!(read.article.text, text);
}
