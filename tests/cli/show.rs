//! `show`: claims in full, with what stands around them.

use crate::book::{BEACON_LEDGER, POST_LEDGER, book};
use crate::common::World;
use crate::repository::{begin, commit, git, has_git, run};

#[test]
fn show_gives_one_claim_in_its_context() {
    insta::assert_snapshot!(book().run(&["show", "post#c-p0st0001"]), @r#"
    $ claimbook show post#c-p0st0001
    post#c-p0st0001
    Ports = busy: #1
    Port Post (Sea Wire) · 2022-02-17 · articles/post.md

      It rained.
      Trade between the ports rose by ▌almost 50%▐ in 2021, Ann Lee said.
      "We are open for business," she added.

      figure        nearly 50 percent
      measure       trade between the ports
      kind          change, up
      period        2021
      said by       Ann Lee
      how           indirect, cue "said", written "Ann Lee"
      reading       open
      verdict       open

      in the same article
        after   c-p0st0002  We are open for business,

      in other articles
        ✗ conflicts 12%, trade between the ports · Paris Beacon · 2022-01-21 ·
                    beacon#c-beac0n01
                    12% and almost 50% (42.5 to 50%) do not meet, both for 2021
    --- stderr
    next: claimbook set post#c-p0st0001 verdict=supported evidence=https://...
    --- exit 0
    "#);
    insta::assert_snapshot!(book().run(&["show", "c-beac0n01"]), @r#"
    $ claimbook show c-beac0n01
    beacon#c-beac0n01
    Trade picks up
    Paris Beacon · 2022-01-21 · articles/beacon.md

      Trade between the ports grew by ▌12%▐ in 2021, the harbour master said.

      figure        12 percent
      measure       trade between the ports
      kind          change, up
      period        2021
      said by       the harbour master
      how           indirect, cue "said", written "the harbour master"
      reading       ok
      verdict       disputed
      judged        12 percent
      by            ann, 2022-02-21
      note          minutes

      in other articles
        ✗ conflicts almost 50%, trade between the ports · Port Post (Sea Wire) ·
                    2022-02-17 · post#c-p0st0001
                    12% and almost 50% (42.5 to 50%) do not meet, both for 2021
    --- stderr
    next: claimbook set beacon#c-beac0n01 verdict=supported evidence=https://...
    --- exit 0
    "#);
}

#[test]
fn show_refuses_what_it_does_not_know_and_what_is_ambiguous() {
    insta::assert_snapshot!(book().run(&["show", "c-nothing0"]).stderr, @r"
    error: no claim is called `c-nothing0`
      help: `claimbook list` shows the claims and their ids
    ");
    let world = book();
    let second = world
        .read("claims/post.yaml")
        .replace("c-p0st0001", "c-beac0n01");
    world.write("claims/post.yaml", second);
    insta::assert_snapshot!(world.run(&["show", "c-beac0n01"]).stderr, @r"
    error: `c-beac0n01` fits 2 claims
      help: say which: beacon#c-beac0n01, post#c-beac0n01
    ");
}

#[test]
fn several_claims_are_named_or_filtered() {
    let world = book();
    let titles = |args: &[&str]| -> Vec<String> {
        let ran = world.run(&[&["show"], args].concat());
        assert_eq!(ran.code, 0, "{ran}");
        let lines = ran.stdout.lines();
        let lines = lines.filter(|l| !l.starts_with(' ') && l.contains("#c-"));
        lines.map(str::to_owned).collect()
    };
    let (beacon, first, second) = ("beacon#c-beac0n01", "post#c-p0st0001", "post#c-p0st0002");
    assert_eq!(titles(&[second, "c-beac0n01"]), [second, beacon]);
    assert_eq!(titles(&["--speaker", "ann"]), [first, second]);
    assert_eq!(titles(&["--stale"]), [""; 0]);
    insta::assert_snapshot!(world.run(&["show"]), @r"
    $ claimbook show
    --- stderr
    error: no claim is named
      help: name one as ARTICLE#c-..., or give a filter such as --stale
    --- exit 2
    ");
}

#[test]
fn json_is_an_object_for_one_name_and_an_array_otherwise() {
    let world = book();
    let json = |args: &[&str]| -> serde_json::Value {
        let ran = world.run(&[&["show", "--format", "json"], args].concat());
        serde_json::from_str(&ran.stdout).unwrap()
    };
    assert_eq!(json(&["c-beac0n01"])["article"]["id"], "beacon");
    assert_eq!(json(&["c-beac0n01", "c-p0st0001"])[1]["id"], "c-p0st0001");
    assert_eq!(json(&["--verdict", "disputed"])[0]["id"], "c-beac0n01");
    assert_eq!(json(&["--stale"]), serde_json::json!([]));
}

#[test]
fn a_broken_file_takes_nothing_but_its_own_claims_away() {
    let world = book();
    world.write("claims/post.yaml", "claimbook: 1\n<<<<<<<\n");
    let ran = world.run(&["show", "beacon#c-beac0n01"]);
    assert_eq!(ran.code, 0, "{ran}");
    insta::assert_snapshot!(ran.stderr, @r"
    warning: 1 of 2 ledger files cannot be read
      help: `claimbook check` tells why; their claims are not among those of other articles
    next: claimbook set beacon#c-beac0n01 verdict=supported evidence=https://...
    ");
}

/// `ran` with the short names of commits replaced.
fn history(world: &World, id: &str) -> String {
    let page = run(world, &["show", id]).stdout;
    let log = git(world, &["log", "--format=%h"]);
    let commits = log.lines().rev().enumerate();
    let page = commits.fold(page, |page, (n, short)| {
        page.replace(short, &format!("commit {}", n + 1))
    });
    let (_, history) = page.split_once("  history\n").unwrap_or_default();
    history.to_owned()
}

#[test]
fn the_history_tells_each_commit_that_changed_the_claim() {
    if !has_git() {
        return;
    }
    let world = book();
    let open = BEACON_LEDGER
        .replace("\"ok\"", "\"open\"")
        .replace("\"disputed\"  # the minutes say 11%", "\"open\"");
    let open = open.split("      saw:").next().unwrap();
    world.write("claims/beacon.yaml", open);
    begin(&world);
    let other = POST_LEDGER.replace("\"Ann Lee\"", "\"Anne Lee\"");
    world.write("claims/post.yaml", other);
    commit(&world, "the other file");
    world.write("claims/beacon.yaml", BEACON_LEDGER);
    commit(&world, "review");
    world.write("claims/beacon.yaml", "<<<<<<< broken\n");
    commit(&world, "an accident");
    let edited = BEACON_LEDGER
        .replace("12%", "13%")
        .replace("value: 12", "value: 13");
    world.write("claims/beacon.yaml", &edited);
    commit(&world, "the outlet edited it");
    world.write("claims/beacon.yaml", edited.replace("minutes\"", "asked\""));
    insta::assert_snapshot!(history(&world, "beacon#c-beac0n01"), @r#"
    not committed yet
      note           minutes -> asked
    2022-02-21 · Ann · commit 5
      figure         12 percent -> 13 percent (+1, +8.3%)
      reworded       Trade between the ports grew by 12% in 2021, the harbour
                     master said.
                     -> Trade between the ports grew by 13% in 2021, the harbour
                        master said.
      stale verdict  given for "12 percent" -> now reads "13 percent"
    2022-02-21 · Ann · commit 3
      by             -> ann
      date           -> 2022-02-21
      note           -> minutes
      reading        open -> ok
      saw            -> 12 percent
      verdict        open -> disputed
    2022-02-21 · Ann · commit 1
      added          -> 12 percent
    "#);
    insta::assert_snapshot!(history(&world, "post#c-p0st0001"), @r"
    2022-02-21 · Ann · commit 2
      said_by.as_written  Ann Lee -> Anne Lee
      said_by.name   Ann Lee -> Anne Lee
    2022-02-21 · Ann · commit 1
      added          -> nearly 50 percent
    ");
    let (beacon, post) = ("beacon#c-beac0n01", "post#c-p0st0001");
    let pages = |ids: &[&str]| world.run(&[&["show"], ids].concat()).stdout;
    let each = [beacon, post, beacon].map(|id| pages(&[id]));
    let all = pages(&[beacon, post, beacon]);
    assert_eq!(
        all,
        each.join("\n"),
        "each claim with the history of its file"
    );
}

#[test]
fn there_is_no_history_outside_of_git_before_a_commit_and_in_a_shallow_clone() {
    let page = |world: &World| run(world, &["show", "beacon#c-beac0n01"]);
    let quiet = |world: &World| {
        let ran = page(world);
        assert_eq!(ran.code, 0, "{ran}");
        assert!(!ran.stdout.contains("history"), "{ran}");
        assert!(!ran.stderr.contains("git"), "{ran}");
    };
    let world = book();
    quiet(&world);
    if !has_git() {
        return;
    }
    git(&world, &["init", "-q"]);
    quiet(&world);
    commit(&world, "begin");
    assert!(page(&world).stdout.contains("history"));
    world.write("articles/new.txt", "It rained.\n");
    commit(&world, "more");
    let url = format!("file://{}", world.root().display());
    let shallow = World::new();
    git(&shallow, &["clone", "-q", "--depth", "1", &url, "."]);
    quiet(&shallow);
}

#[test]
fn one_claim_that_the_filters_leave_out_is_no_empty_list() {
    let json = ["--format", "json", "--verdict", "supported"];
    let ran = book().run(&[&["show", "c-beac0n01"], &json[..]].concat());
    assert_eq!(
        (ran.code, ran.stdout.as_str(), ran.stderr.as_str()),
        (0, "", "no claim fits these filters\n"),
        "{ran}"
    );
    let ran = book().run(&[&["show"], &json[..]].concat());
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "[]\n"), "{ran}");
}
