//! `compare --audit`: what does not add up, and what only looks as if.

use crate::common::{World, sample};
use claimbook_compare::audit::rules;
use serde_json::Value;

/// The rules that an audit of an article with this text finds broken.
fn found(text: &str) -> Vec<String> {
    let world = World::new().file("a.txt", format!("{text}\n"));
    let ran = world.run(&["compare", "--audit", "a.txt", "--format", "json"]);
    assert_eq!(ran.code, 0, "{ran}");
    let whole: Value = serde_json::from_str(&ran.stdout).unwrap();
    let findings = whole["findings"].as_array().unwrap().iter();
    findings
        .filter_map(|finding| finding["rule"].as_str().map(str::to_owned))
        .collect()
}

#[test]
fn every_rule_finds_its_examples_and_nothing_in_the_others() {
    for rule in rules() {
        for example in rule.examples {
            assert_eq!(found(example), [rule.id], "{example}");
        }
        for example in rule.counter_examples {
            assert_eq!(found(example), [""; 0], "{example}");
        }
        assert!(!rule.examples.is_empty() && !rule.counter_examples.is_empty());
    }
}

#[test]
fn the_sample_articles_add_up() {
    let articles = sample("articles");
    let path = articles.display().to_string();
    let ran = World::new().run(&["compare", "--audit", &path]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{ran}");
    assert!(ran.stderr.contains("nothing that does not add up"), "{ran}");
}

const COAL: &str = "\
---
title: \"Coal\"
publisher: \"Port Post\"
published: \"2022-02-17\"
---
Coal exports were 10 million tonnes in 2020.

Coal exports were 15 million tonnes in 2021.

Coal exports rose by 20% in 2021 against 2020, the ministry said.

The index fell 61.1 points, or 0.85%, to 10,646.4.
";

#[test]
fn a_finding_shows_claims_words_and_arithmetic() {
    let world = World::new().file("coal.txt", COAL);
    insta::assert_snapshot!("table", world.run(&["compare", "--audit", "coal.txt"]));
    for format in ["markdown", "csv", "json"] {
        let ran = world.run(&["compare", "--audit", "coal.txt", "--format", format]);
        insta::assert_snapshot!(format, ran.stdout);
    }
    let lines = world.run(&["compare", "--audit", "coal.txt", "--format", "jsonl"]);
    assert_eq!(lines.json_lines().len(), 2, "{lines}");
}

#[test]
fn corrections_are_heard_and_wrong_readings_are_not() {
    let world = World::new()
        .file("claimbook.yaml", "")
        .file("articles/coal.txt", COAL);
    world.run(&["extract", "articles"]);
    let list = |measure: &str, unit: &str| {
        let ran = world.run(&[
            "list",
            "--measure",
            measure,
            "--unit",
            unit,
            "--format",
            "json",
        ]);
        let claims: Value = serde_json::from_str(&ran.stdout).unwrap();
        claims[0]["id"].as_str().unwrap().to_owned()
    };
    let findings = || {
        world
            .run(&["compare", "--audit", "--format", "jsonl"])
            .json_lines()
            .len()
    };
    assert_eq!(findings(), 2);
    world.run(&["set", &list("coal exports", "percent"), "fix.value=50"]);
    assert_eq!(findings(), 1);
    world.run(&["set", &list("index", "percent"), "reading=wrong"]);
    assert_eq!(findings(), 0);
}

#[test]
fn a_change_that_fits_one_of_two_readings_stands() {
    let other = COAL.replace(
        "in 2021.\n",
        "in 2021.\n\nThe agency says that coal exports were 12 million tonnes in 2021.\n",
    );
    let world = World::new().file("coal.txt", other);
    let ran = world.run(&["compare", "--audit", "coal.txt", "--format", "jsonl"]);
    assert_eq!(ran.json_lines().len(), 1, "{ran}");
}
