//! `annotate`: one record for one article, in order.

use crate::common::World;

#[test]
fn standard_input_is_named_by_its_hash_and_carries_its_text() {
    let ran = World::new().run_with(&["annotate", "-"], "Sales rose 5%.\n");
    let record = &ran.json_lines()[0];
    assert_eq!(record["text"], "Sales rose 5%.\n");
    assert!(
        record["id"].as_str().unwrap().starts_with("stdin-"),
        "{ran}"
    );
}

#[test]
fn files_carry_their_path_and_front_matter_may_name_them() {
    let world = World::new()
        .file("in/north/a.txt", "Text.\n")
        .file("in/b.md", "---\nid: \"own\"\n---\nText.\n");
    let ran = world.run(&["annotate", "in"]);
    let named: Vec<_> = ran
        .json_lines()
        .iter()
        .map(|r| format!("{} {}", r["id"], r["path"]))
        .collect();
    assert_eq!(
        named,
        ["\"own\" \"in/b.md\"", "\"north/a\" \"in/north/a.txt\""],
        "{ran}"
    );
}

#[test]
fn lines_are_answered_in_order_and_bad_ones_in_their_place() {
    let mut lines = String::new();
    for n in 0..300 {
        lines.push_str(&format!(
            "{{\"id\":\"{n}\",\"text\":\"Sales rose {n}% in 2021.\"}}\n"
        ));
    }
    let bad = "{\"id\":\"x\",\"text\":7}\n\nno json\n{\"text\":\"no id\",\"url\":null}\n{\"id\":\"last\",\"text\":\"\"}";
    lines.push_str(bad);
    for jobs in ["1", "3"] {
        let ran = World::new().run_with(
            &["annotate", "--input-format", "jsonl", "--jobs", jobs, "-"],
            &lines,
        );
        assert_eq!(ran.code, 2);
        let records = ran.json_lines();
        assert_eq!(records.len(), 304);
        assert!((0..300).all(|n| records[n]["id"].as_str() == Some(n.to_string().as_str())));
        assert_eq!(
            (&records[300]["id"], &records[300]["line"]),
            (&"x".into(), &301.into())
        );
        assert!(records[300]["error"].is_string() && records[301]["id"].is_null());
        assert_eq!(
            records[302]["id"], "304",
            "a record without an id is called by its line"
        );
        assert_eq!(records[303]["id"], "last");
        insta::allow_duplicates! { insta::assert_snapshot!(ran.stderr, @r"
        error: <stdin>:301:18: `text`: invalid type: integer `7`, expected text or null
          help: put the value in double quotes, or write null
        error: <stdin>:303:2: no valid record: expected ident
          help: write one JSON object per line
        warning: <stdin>:305: the text is empty
          help: an article without a text holds no claims
        302 articles annotated, 2 bad lines
        "); }
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_in_their_line() {
    let ran = World::new().run_with(
        &["annotate", "--input-format", "jsonl", "-"],
        b"{\"text\":\"caf\xe9\"}\n{\"id\":\"b\",\"text\":\"\"}\n",
    );
    insta::assert_snapshot!(ran, @r#"
    $ claimbook annotate --input-format jsonl -
    {"id":null,"error":"the line is not UTF-8","line":1}
    {"id":"b","quantities":[],"attributions":[],"dates":[],"claims":[]}
    --- stderr
    error: <stdin>:1:13: the line is not UTF-8
      help: JSON is always UTF-8; convert the file
    warning: <stdin>:2: the text is empty
      help: an article without a text holds no claims
    1 article annotated, 1 bad line
    --- exit 2
    "#);
}

#[test]
fn explain_tells_the_rule_the_words_and_the_speaker_of_each_attribution() {
    let text = "Mayor Ann Okafor said the dam would hold. She did not say what it cost.\n\n\
                They were late, residents said.\n";
    let world = World::new().file("dam.txt", text);
    let ran = world.run(&["annotate", "dam.txt", "--format", "text", "--explain"]);
    insta::assert_snapshot!(ran, @r"
    $ claimbook annotate dam.txt --format text --explain
    Mayor Ann Okafor said the dam would hold. She did not say what it cost.
    ================ ####                     === ###########
    Ann Okafor       cue                      Ann declines
                                              Okafor
                          ╰────────────────╯                  ╰──────────╯

    They were late, residents said.
                    ========= ####
                    source    cue
    ╰────────────╯

    Mayor Ann Okafor: speaker Ann Okafor (Mayor) by resolve-name, confidence 97
        full name: Ann Okafor
        role: Mayor
    said: attribution by attribution-verb
        verb of saying: said
        source: Mayor Ann Okafor
    She: speaker Ann Okafor (Mayor) by resolve-pronoun, confidence 80
        full name: Ann Okafor
        role: Mayor
    did not say: attribution by attribution-verb, negated
        verb of saying: say
        not said outright: not
        word that joins what was said: what
        source: She
    residents: speaker nobody by name (residents) by resolve-unnamed, confidence 30
        nobody of this description is named: residents
    said: attribution by attribution-verb-after
        verb of saying: said
        source: residents
    --- exit 0
    ");
}
