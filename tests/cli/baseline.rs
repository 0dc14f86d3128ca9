//! `check --baseline` and `--fail-on`: old archives are taken up step by step.

use crate::book::{BEACON_LEDGER, book};
use crate::common::{Ran, World};
use std::io::{BufRead, BufReader};
use std::process::Stdio;

/// The small claimbook with a stale verdict, and that in a baseline.
fn taken_up() -> World {
    let world = book();
    let stale = BEACON_LEDGER.replace("saw: \"12 percent\"", "saw: \"11 percent\"");
    world.write("claims/beacon.yaml", stale);
    let ran = world.run(&["check", "--baseline", "old.jsonl", "--write-baseline"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{ran}");
    world
}

fn check(world: &World) -> Ran {
    world.run(&["check", "--baseline", "old.jsonl"])
}

fn change(world: &World, old: &str, new: &str) {
    let text = world.read("claims/beacon.yaml");
    assert!(text.contains(old), "{text}");
    world.write("claims/beacon.yaml", text.replace(old, new));
}

#[test]
fn what_the_baseline_holds_is_passed_over() {
    let world = taken_up();
    insta::assert_snapshot!(world.read("old.jsonl"), @r#"{"file":"claims/beacon.yaml","rule":"stale-verdict","claim":"c-beac0n01","message":"the verdict \"disputed\" was given for \"11 percent\", the claim now reads \"12 percent\""}"#);
    insta::assert_snapshot!(check(&world), @r"
    $ claimbook check --baseline old.jsonl
    --- stderr
    nothing to report in 2 ledger files (3 claims, 1 reviewed), 1 finding of the baseline passed over
    --- exit 0
    ");
}

#[test]
fn it_is_known_when_its_line_moves_and_from_another_folder() {
    let world = taken_up();
    change(&world, "claims:\n", "# one\n# two\nclaims:\n");
    assert_eq!(check(&world).code, 0);
    let mut inside = world.command(&["check", "--baseline", "../old.jsonl"]);
    inside.current_dir(world.path("articles"));
    let ran = world.finish(&mut inside, &["check"]);
    assert_eq!(ran.code, 0, "{ran}");
}

#[test]
fn another_finding_of_the_same_claim_is_told_and_the_entry_is_unused() {
    let world = taken_up();
    change(&world, "11 percent", "10 percent");
    insta::assert_snapshot!(check(&world), @r#"
    $ claimbook check --baseline old.jsonl
    error[stale-verdict]: the verdict "disputed" was given for "10 percent", the claim now reads "12 percent"
      --> claims/beacon.yaml:31:7
       |
    31 |       verdict: "disputed"  # the minutes say 11%
       |       ^^^^^^^ judged by ann on 2022-02-21
       |
       = help: look again with `claimbook review beacon#c-beac0n01`

    warning[unused-baseline]: the baseline holds a finding `stale-verdict` of c-beac0n01 that is not there
     --> old.jsonl:1:1
      |
    1 | {"file":"claims/beacon.yaml","rule":"stale-verdict","claim":"c-beac0n01",...
      | ^
      |
      = help: it was mended or has changed: delete the line, or write the baseline anew

    --- stderr
    1 error, 1 warning in 2 ledger files (3 claims, 1 reviewed)
    --- exit 1
    "#);
}

#[test]
fn entries_are_unused_only_where_their_file_was_looked_at() {
    let world = taken_up();
    change(&world, "11 percent", "12 percent");
    let unused = |args: &[&str]| {
        let ran = world.run(&[&["check", "--baseline", "old.jsonl"], args].concat());
        assert_eq!(ran.code, 0, "{ran}");
        ran.stdout.contains("[unused-baseline]")
    };
    assert!(unused(&[]));
    assert!(unused(&["claims/beacon.yaml"]));
    assert!(!unused(&["claims/post.yaml"]));
    let rewrite = &["check", "--baseline", "old.jsonl", "--write-baseline"];
    world.run(&[&rewrite[..], &["claims/post.yaml"]].concat());
    assert_ne!(world.read("old.jsonl"), "");
    world.run(rewrite);
    assert_eq!(world.read("old.jsonl"), "");
}

#[test]
fn without_articles_what_they_show_is_neither_told_nor_unused() {
    let world = book();
    world.write("articles/beacon.md", "Nothing happened.\n");
    let write = ["check", "--baseline", "old.jsonl", "--write-baseline"];
    world.run(&write);
    let listed = world.read("old.jsonl");
    assert!(listed.contains("quote-not-found"), "{listed}");
    let ran = world.run(&["check", "--baseline", "old.jsonl", "--no-articles"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{ran}");
    world.run(&[&write[..], &["--no-articles"]].concat());
    assert_eq!(world.read("old.jsonl"), listed);
}

#[test]
fn a_file_that_cannot_be_read_is_told_whatever_the_baseline_says() {
    let world = taken_up();
    let entry = world.read("old.jsonl");
    change(&world, "reading:", "raeding:");
    let ran = check(&world);
    assert_eq!(ran.code, 1, "{ran}");
    assert!(!ran.stdout.contains("unused-baseline"), "{ran}");
    let ran = world.run(&["check", "--baseline", "old.jsonl", "--write-baseline"]);
    insta::assert_snapshot!(ran, @r"
    $ claimbook check --baseline old.jsonl --write-baseline
    --- stderr
    old.jsonl: 1 finding listed
    warning: 1 finding not listed: a file cannot be read for it
      help: mend it; `claimbook check` shows where
    --- exit 0
    ");
    assert_eq!(world.read("old.jsonl"), entry);
}

#[test]
fn a_baseline_that_is_missing_or_broken_is_named() {
    let world = book();
    insta::assert_snapshot!(check(&world), @r"
    $ claimbook check --baseline old.jsonl
    --- stderr
    error: old.jsonl: there is no such baseline
      help: add --write-baseline to make it
    --- exit 2
    ");
    world.write("old.jsonl", "\n<<<<<<< HEAD\n");
    insta::assert_snapshot!(check(&world), @r"
    $ claimbook check --baseline old.jsonl
    --- stderr
    error: old.jsonl:2:1: expected value
      help: mend the line, or delete the file and write it anew with --write-baseline
    --- exit 2
    ");
}

#[test]
fn the_level_that_fails_can_be_chosen() {
    let world = taken_up();
    change(&world, "11 percent", "12 percent");
    let code = |world: &World, level: &str| {
        let ran = world.run(&["check", "--baseline", "old.jsonl", "--fail-on", level]);
        ran.code
    };
    let codes = |world: &World| ["error", "warning", "never"].map(|l| code(world, l));
    assert_eq!(codes(&world), [0, 1, 0], "a warning");
    change(&world, "12 percent", "10 percent");
    assert_eq!(codes(&world), [1, 1, 0], "an error");
}

const ONE_UNKNOWN: &str = "claimbook: 1\nseries:\n- name: \"trade\"\n  members:\n  - \"beacon#c-beac0n02\"\n  - \"post#c-p0st0001\"\n";

#[test]
fn findings_about_series_are_listed_once_and_told_when_unused() {
    let world = taken_up();
    world.write("series.yaml", ONE_UNKNOWN);
    let rewrite = &["check", "--baseline", "old.jsonl", "--write-baseline"];
    world.run(rewrite);
    let listed = world.read("old.jsonl");
    let of_series = listed
        .lines()
        .filter(|l| l.contains("series-unknown-claim"));
    assert_eq!(
        (of_series.count(), listed.lines().count()),
        (1, 2),
        "{listed}"
    );
    for paths in [&[][..], &["series.yaml"], &["claims/post.yaml"]] {
        world.run(&[&rewrite[..], paths].concat());
        assert_eq!(world.read("old.jsonl"), listed, "{paths:?}");
    }
    let unused = |paths: &[&str]| {
        let ran = world.run(&[&["check", "--baseline", "old.jsonl"], paths].concat());
        ran.stdout.contains("unused-baseline")
    };
    assert!(!unused(&[]));
    world.write("series.yaml", ONE_UNKNOWN.replace("n02", "n01"));
    assert!(unused(&[]));
    assert!(unused(&["series.yaml"]));
    assert!(!unused(&["claims/post.yaml"]));
    world.write("series.yaml", "claimbook: 1 1\n");
    assert!(!unused(&[]), "what cannot be read was not looked at");
}

#[test]
fn a_baseline_is_not_written_over_a_series_file_that_is_missing() {
    let world = taken_up();
    let listed = world.read("old.jsonl");
    let rewrite = [
        "check",
        "--baseline",
        "old.jsonl",
        "--write-baseline",
        "series.yaml",
    ];
    let ran = world.run(&rewrite);
    assert_eq!((ran.code, world.read("old.jsonl")), (2, listed), "{ran}");
}

#[test]
fn what_does_nothing_when_a_baseline_is_written_is_refused() {
    let world = book();
    let rewrite = &["check", "--baseline", "old.jsonl", "--write-baseline"];
    for more in [["--format", "json"], ["--fail-on", "never"]] {
        let ran = world.run(&[&rewrite[..], &more].concat());
        assert!(ran.stderr.contains("cannot be used with"), "{ran}");
        assert_eq!(ran.code, 2, "{ran}");
    }
    assert!(!world.path("old.jsonl").exists());
}

#[test]
fn a_baseline_is_written_by_one_process_at_a_time() {
    let world = book();
    let lock = claimbook_ledger::lock(&world.path("claimbook.yaml"), || ()).unwrap();
    let rewrite = ["check", "--baseline", "old.jsonl", "--write-baseline"];
    let mut command = world.command(&rewrite);
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    let stderr = child.stderr.take().unwrap();
    let mut stderr = BufReader::new(stderr);
    stderr.read_line(&mut line).unwrap();
    assert!(line.contains("waiting for it"), "{line}");
    assert!(!world.path("old.jsonl").exists());
    drop(lock);
    assert!(child.wait().unwrap().success());
    assert!(world.path("old.jsonl").exists());
}
