//! `check`: findings with their place, and exit code 1 for errors.

use crate::book::{BEACON_LEDGER, book};
use crate::common::World;
use serde_json::Value;

/// The small claimbook with `old` replaced by `new` in one ledger file.
fn with(old: &str, new: &str) -> World {
    let world = book();
    assert!(BEACON_LEDGER.contains(old));
    world.write("claims/beacon.yaml", BEACON_LEDGER.replace(old, new));
    world
}

#[test]
fn a_sound_ledger_has_nothing_to_report() {
    insta::assert_snapshot!(book().run(&["check"]), @r"
    $ claimbook check
    --- stderr
    nothing to report in 2 ledger files (3 claims, 1 reviewed)
    --- exit 0
    ");
}

#[test]
fn a_stale_verdict_is_an_error_with_its_line() {
    let world = with("saw: \"12 percent\"", "saw: \"11 percent\"");
    insta::assert_snapshot!(world.run(&["check"]), @r#"
    $ claimbook check
    error[stale-verdict]: the verdict "disputed" was given for "11 percent", the claim now reads "12 percent"
      --> claims/beacon.yaml:31:7
       |
    31 |       verdict: "disputed"  # the minutes say 11%
       |       ^^^^^^^ judged by ann on 2022-02-21
       |
       = help: look again with `claimbook review beacon#c-beac0n01`

    --- stderr
    1 error in 2 ledger files (3 claims, 1 reviewed)
    --- exit 1
    "#);
}

#[test]
fn a_value_that_its_words_do_not_say() {
    let world = with("value: 12", "value: 13");
    let ran = world.run(&["check", "--format", "json"]);
    let report: Value = serde_json::from_str(&ran.stdout).unwrap();
    let rules: Vec<&str> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["rule"].as_str().unwrap())
        .collect();
    assert!(rules.contains(&"value-differs"), "{ran}");
    assert_eq!(ran.code, 1);
}

#[test]
fn json_has_the_agreed_keys() {
    let world = with("saw: \"12 percent\"", "saw: \"11 percent\"");
    insta::assert_snapshot!(world.run(&["check", "--format", "json"]).stdout, @r#"
    {
      "findings": [
        {
          "rule": "stale-verdict",
          "level": "error",
          "file": "claims/beacon.yaml",
          "line": 31,
          "column": 7,
          "message": "the verdict \"disputed\" was given for \"11 percent\", the claim now reads \"12 percent\"",
          "hint": "look again with `claimbook review beacon#c-beac0n01`",
          "claim": "c-beac0n01"
        }
      ]
    }
    "#);
}

#[test]
fn github_gets_workflow_commands() {
    let world = with("saw: \"12 percent\"", "saw: \"11 percent\"");
    insta::assert_snapshot!(world.run(&["check", "--format", "github"]).stdout, @r#"
    ::error file=claims/beacon.yaml,line=31,col=7,title=stale-verdict::the verdict "disputed" was given for "11 percent", the claim now reads "12 percent"%0Ahelp: look again with `claimbook review beacon#c-beac0n01`
    "#);
}

#[test]
fn an_article_whose_id_leads_elsewhere_is_found() {
    let world = with("id: \"beacon\"", "id: \"../../etc/beacon\"");
    insta::assert_snapshot!(world.run(&["check", "claims/beacon.yaml"]).stdout, @r#"
    error[misplaced-article]: the article is called "../../etc/beacon", its file is that of "beacon"
     --> claims/beacon.yaml:5:3
      |
    5 |   id: "../../etc/beacon"
      |   ^^
      |
      = help: write `id: "beacon"`, or give the file the name of the article
    "#);
}

#[test]
fn a_sentence_that_left_its_article_is_found() {
    let world = book();
    world.write(
        "articles/beacon.md",
        "---\npublisher: \"Paris Beacon\"\n---\nNothing happened.\n",
    );
    let ran = world.run(&["check"]);
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("error[quote-not-found]"), "{ran}");
}

#[test]
fn a_file_that_is_no_ledger_is_a_finding_and_the_others_are_checked() {
    let world = with("claims:\n", "<<<<<<< ours\nclaims:\n");
    world.write("claims/bytes.yaml", b"claimbook: 1 \xff");
    let ran = world.run(&["check"]);
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(ran, @r"
    $ claimbook check
    error[syntax]: this line fits none of the lines above
      --> claims/beacon.yaml:11:1
       |
    11 | <<<<<<< ours
       | ^
       |
       = help: indent it like the keys it belongs to, and end keys with `: `

    error[not-utf8]: byte 13 (0xFF) is not UTF-8 text
     --> claims/bytes.yaml:1:14
      |
    1 | claimbook: 1 �
      |              ^
      |
      = help: save the file as UTF-8, or take the last good version from git

    --- stderr
    2 errors in 3 ledger files (2 claims, 0 reviewed)
    --- exit 1
    ");
}

#[test]
fn one_article_in_two_files_is_found() {
    let world = book().file("claims/copy.yaml", BEACON_LEDGER);
    let ran = world.run(&["check"]);
    assert!(ran.stdout.contains("error[duplicate-article]"), "{ran}");
    assert_eq!(ran.code, 1);
}

#[test]
fn some_files_alone() {
    let world = with("saw: \"12 percent\"", "saw: \"11 percent\"");
    assert_eq!(world.run(&["check", "claims/post.yaml"]).code, 0);
    assert_eq!(world.run(&["check", "claims/beacon.yaml"]).code, 1);
    let ran = world.run(&["check", "claims/none.yaml"]);
    assert_eq!(ran.code, 2, "{ran}");
}
