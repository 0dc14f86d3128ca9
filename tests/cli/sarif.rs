//! `check --format sarif` keeps to SARIF 2.1.0: to what its schema asks of a log, and
//! to what code scanning asks beyond that.

use crate::book::{BEACON_LEDGER, book};
use crate::common::World;
use crate::repository::{begin, has_git};
use serde_json::Value;
use std::collections::BTreeSet;

/// A claimbook with findings of several kinds, in a file whose name needs escapes too.
fn broken() -> World {
    let world = book();
    let stale = BEACON_LEDGER.replace("saw: \"12 percent\"", "saw: \"11 percent\"");
    world.write("claims/beacon.yaml", &stale);
    world.write("claims/a b/é.yaml", stale.replace("verdict:", "verdit:"));
    world.write("claims/bytes.yaml", b"claimbook: 1 \xff");
    world
}

fn log(world: &World) -> Value {
    let ran = world.run(&["check", "--format", "sarif"]);
    assert_eq!(ran.code, 1, "{ran}");
    serde_json::from_str(&ran.stdout).unwrap()
}

/// The object, which must have the keys `required` and may have `optional` ones.
fn keys(object: &Value, required: &[&str], optional: &[&str]) {
    let found: BTreeSet<&str> = object
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    for key in required {
        assert!(found.contains(key), "no {key}: {object}");
    }
    let allowed: BTreeSet<&str> = required.iter().chain(optional).copied().collect();
    assert!(found.is_subset(&allowed), "{found:?}: {object}");
}

fn text(value: &Value) -> &str {
    let text = value.as_str().unwrap();
    assert!(!text.is_empty());
    text
}

#[test]
fn a_log_keeps_to_the_schema() {
    let log = log(&broken());
    keys(&log, &["version", "runs"], &["$schema"]);
    assert_eq!(log["version"], "2.1.0");
    assert!(text(&log["$schema"]).ends_with("/sarif-schema-2.1.0.json"));
    let run = &log["runs"][0];
    keys(run, &["tool"], &["results", "columnKind"]);
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let driver = &run["tool"]["driver"];
    keys(driver, &["name"], &["semanticVersion", "rules"]);
    let rules = driver["rules"].as_array().unwrap();
    let ids: BTreeSet<&str> = rules.iter().map(|rule| text(&rule["id"])).collect();
    assert_eq!(ids.len(), rules.len(), "each id once");
    for rule in rules {
        keys(
            rule,
            &["id"],
            &["shortDescription", "help", "defaultConfiguration"],
        );
        keys(&rule["shortDescription"], &["text"], &["markdown"]);
        keys(&rule["help"], &["text"], &["markdown"]);
        level(&rule["defaultConfiguration"]["level"]);
    }
    let results = run["results"].as_array().unwrap();
    assert!(results.len() >= 3, "{results:?}");
    for result in results {
        result_keeps_to_the_schema(result, rules);
    }
}

fn level(word: &Value) {
    assert!(["none", "note", "warning", "error"].contains(&text(word)));
}

fn result_keeps_to_the_schema(result: &Value, rules: &[Value]) {
    let optional = [
        "ruleId",
        "ruleIndex",
        "level",
        "locations",
        "partialFingerprints",
    ];
    keys(result, &["message"], &optional);
    text(&result["message"]["text"]);
    level(&result["level"]);
    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(rules[index]["id"], result["ruleId"]);
    let prints = result["partialFingerprints"].as_object().unwrap();
    assert!(prints.values().all(|print| text(print).len() == 32));
    let place = &result["locations"][0]["physicalLocation"];
    keys(place, &["artifactLocation", "region"], &[]);
    keys(&place["artifactLocation"], &["uri", "uriBaseId"], &[]);
    let uri = text(&place["artifactLocation"]["uri"]);
    assert!(uri.is_ascii() && !uri.contains([' ', '\\', ':']), "{uri}");
    assert!(uri.starts_with("claims/"), "{uri}");
    let number = |key: &str| place["region"][key].as_u64().unwrap();
    keys(
        &place["region"],
        &["startLine", "startColumn", "endColumn"],
        &[],
    );
    assert!(number("startLine") >= 1 && number("startColumn") >= 1);
    assert!(number("endColumn") > number("startColumn"));
}

#[test]
fn results_and_a_rule() {
    let log = log(&broken());
    let results = &log["runs"][0]["results"];
    insta::assert_snapshot!(serde_json::to_string_pretty(results).unwrap());
    let rules = log["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap();
    let rule = rules.iter().find(|r| r["id"] == "stale-verdict").unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(rule).unwrap());
}

#[test]
fn fingerprints_stay_while_lines_move_and_tell_findings_apart() {
    let prints = |world: &World| -> Vec<String> {
        let log = log(world);
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        let print = |r: &Value| text(&r["partialFingerprints"]["claimbook/v1"]).to_owned();
        results.iter().map(print).collect()
    };
    let world = broken();
    let before = prints(&world);
    let distinct: BTreeSet<&String> = before.iter().collect();
    assert_eq!(distinct.len(), before.len());
    for file in ["claims/beacon.yaml", "claims/a b/é.yaml"] {
        let moved = format!("# a line more\n{}", world.read(file));
        world.write(file, moved);
    }
    assert_eq!(prints(&world), before);
}

#[test]
fn files_are_named_below_the_repository() {
    if !has_git() {
        return;
    }
    let world = World::new();
    for file in book().files() {
        world.write(&format!("desk/{file}"), book().read(&file));
    }
    let stale = BEACON_LEDGER.replace("saw: \"12 percent\"", "saw: \"11 percent\"");
    world.write("desk/claims/beacon.yaml", stale);
    begin(&world);
    let mut inside = world.command(&["check", "--format", "sarif"]);
    let ran = world.finish(inside.current_dir(world.path("desk/articles")), &[]);
    assert!(
        ran.stdout.contains("\"uri\": \"desk/claims/beacon.yaml\""),
        "{ran}"
    );
    let mut inside = world.command(&["check", "--format", "github"]);
    let ran = world.finish(inside.current_dir(world.path("desk/articles")), &[]);
    assert!(
        ran.stdout
            .starts_with("::error file=desk/claims/beacon.yaml,"),
        "{ran}"
    );
}

#[test]
fn a_sound_ledger_makes_an_empty_log() {
    let ran = book().run(&["check", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
    assert_eq!(ran.code, 0);
}
