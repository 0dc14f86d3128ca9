//! `diff`: what changed in claims between revisions, with real git.

use crate::book::{BEACON_LEDGER, POST_LEDGER, book};
use crate::common::World;
use crate::repository::{begin, commit, git, has_git, run, with_git};

/// The small claimbook under git, and changed since: a figure below a verdict, a
/// review, a claim less.
fn changed() -> World {
    let world = book();
    begin(&world);
    let beacon = BEACON_LEDGER
        .replace("by 12%", "by 13%")
        .replace("\"12%\"", "\"13%\"")
        .replace("value: 12", "value: 13");
    world.write("claims/beacon.yaml", beacon);
    let (first, second) = POST_LEDGER.split_once("\n  - id: \"c-p0st0002\"").unwrap();
    assert!(second.contains("open for business"));
    world.write(
        "claims/post.yaml",
        first.replace("verdict: \"open\"", "verdict: \"not_checkable\""),
    );
    world
}

#[test]
fn the_files_as_they_are_against_the_last_commit() {
    if !has_git() {
        return;
    }
    let world = changed();
    insta::assert_snapshot!(run(&world, &["diff"]), @r#"
    $ claimbook diff
    beacon · Paris Beacon · 2022-01-21
      c-beac0n01 · trade between the ports
        figure         12 percent -> 13 percent (+1, +8.3%)
        reworded       Trade between the ports grew by 12% in 2021, the harbour
                       master said.
                       -> Trade between the ports grew by 13% in 2021, the harbour
                          master said.
        stale verdict  given for "12 percent" -> now reads "13 percent"

    post · Port Post (Sea Wire) · 2022-02-17
      c-p0st0001 · trade between the ports
        verdict        open -> not_checkable
      c-p0st0002 · Ann Lee: We are open for business,
        removed        We are open for business,
    --- stderr
    2 articles: 1 claim removed, 1 figure changed, 1 claim reworded, 1 review changed, 1 verdict gone stale
    --- exit 0
    "#);
    insta::assert_snapshot!(run(&world, &["diff", "--format", "markdown"]), @r#"
    $ claimbook diff --format markdown
    2 articles: 1 claim removed, 1 figure changed, 1 claim reworded, 1 review changed, 1 verdict gone stale

    | Claim | About | Change | Was | Now |
    | --- | --- | --- | --- | --- |
    | beacon#c-beac0n01 | trade between the ports | figure | 12 percent | 13 percent (+1, +8.3%) |
    | beacon#c-beac0n01 | trade between the ports | reworded | Trade between the ports grew by 12% in 2021, the harbour master said. | Trade between the ports grew by 13% in 2021, the harbour master said. |
    | beacon#c-beac0n01 | trade between the ports | stale verdict | given for "12 percent" | now reads "13 percent" |
    | post#c-p0st0001 | trade between the ports | verdict | open | not\_checkable |
    | post#c-p0st0002 | Ann Lee: We are open for business, | removed | We are open for business, | – |
    --- exit 0
    "#);
}

#[test]
fn changes_for_programs() {
    if !has_git() {
        return;
    }
    insta::assert_snapshot!(run(&changed(), &["diff", "--format", "json"]), @r#"
    $ claimbook diff --format json
    {
      "files": [
        {
          "file": "claims/beacon.yaml",
          "article": "beacon",
          "changes": [
            {
              "claim": "c-beac0n01",
              "change": "figure",
              "was": "12 percent",
              "now": "13 percent",
              "difference": {
                "amount": 1,
                "percent": 8.3
              }
            },
            {
              "claim": "c-beac0n01",
              "change": "reworded",
              "was": "Trade between the ports grew by 12% in 2021, the harbour master said.",
              "now": "Trade between the ports grew by 13% in 2021, the harbour master said."
            },
            {
              "claim": "c-beac0n01",
              "change": "went_stale",
              "saw": "12 percent",
              "now": "13 percent"
            }
          ]
        },
        {
          "file": "claims/post.yaml",
          "article": "post",
          "changes": [
            {
              "claim": "c-p0st0001",
              "change": "review",
              "fields": [
                {
                  "field": "review.verdict",
                  "was": "open",
                  "now": "not_checkable"
                }
              ]
            },
            {
              "claim": "c-p0st0002",
              "change": "removed"
            }
          ]
        }
      ]
    }
    --- stderr
    2 articles: 1 claim removed, 1 figure changed, 1 claim reworded, 1 review changed, 1 verdict gone stale
    --- exit 0
    "#);
}

#[test]
fn revisions_against_each_other() {
    if !has_git() {
        return;
    }
    let world = changed();
    commit(&world, "change");
    insta::assert_snapshot!(run(&world, &["diff", "--exit-code"]), @r"
    $ claimbook diff --exit-code
    --- stderr
    no claim changed
    --- exit 0
    ");
    let since = run(&world, &["diff", "HEAD~1", "--exit-code"]);
    let between = run(&world, &["diff", "HEAD~1", "main", "--exit-code"]);
    assert_eq!((since.code, between.code), (1, 1), "{since}{between}");
    assert_eq!(since.stdout, between.stdout);
    let back = run(&world, &["diff", "HEAD", "HEAD~1"]);
    assert!(back.stdout.contains("13 percent -> 12 percent"), "{back}");
}

#[test]
fn new_lost_and_moved_files_and_a_claimbook_below_the_top() {
    if !has_git() {
        return;
    }
    let world = World::new()
        .file("desk/claimbook.yaml", "")
        .file("desk/claims/beacon.yaml", BEACON_LEDGER)
        .file("desk/claims/notes.txt", "not a ledger");
    begin(&world);
    world.write("desk/claims/notes.txt", "still none");
    world.write("desk/claims/north/post.yaml", POST_LEDGER);
    std::fs::remove_file(world.path("desk/claims/beacon.yaml")).unwrap();
    let desk = |args: &[&str]| {
        let mut command = world.command(args);
        with_git(&mut command).current_dir(world.path("desk"));
        world.finish(&mut command, args)
    };
    insta::assert_snapshot!(desk(&["diff"]), @r"
    $ claimbook diff
    beacon · Paris Beacon · 2022-01-21
      c-beac0n01 · trade between the ports
        removed        12 percent

    post · Port Post (Sea Wire) · 2022-02-17
      c-p0st0001 · trade between the ports
        added          -> nearly 50 percent
      c-p0st0002 · Ann Lee: We are open for business,
        added          -> We are open for business,
    --- stderr
    2 articles: 2 claims added, 1 claim removed
    --- exit 0
    ");
    commit(&world, "one for the other");
    git(
        &world,
        &["mv", "desk/claims/north/post.yaml", "desk/claims/post.yaml"],
    );
    let moved = desk(&["diff", "--exit-code"]);
    assert_eq!((moved.code, moved.stdout.as_str()), (0, ""), "{moved}");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_compared() {
    if !has_git() {
        return;
    }
    let world = changed();
    git(&world, &["commit", "-q", "-a", "-m", "change"]);
    world.write("claims/post.yaml", "claimbook: 1\narticle: [\n");
    world.write("claims/beacon.yaml", BEACON_LEDGER);
    commit(&world, "broken");
    world.write("claims/post.yaml", POST_LEDGER);
    let ran = run(&world, &["diff", "HEAD~1", "HEAD"]);
    assert_eq!(ran.code, 2, "{ran}");
    assert!(ran.stdout.contains("13 percent -> 12 percent"), "{ran}");
    assert!(ran.stderr.contains("HEAD:claims/post.yaml:"), "{ran}");
}

#[test]
fn without_git_or_a_repository_the_way_out_is_named() {
    let world = book();
    let args = ["diff"];
    let mut command = world.command(&args);
    let no_git = world.finish(command.env("PATH", world.root()), &args);
    insta::assert_snapshot!(no_git, @r"
    $ claimbook diff
    --- stderr
    error: the command `git` is not found
      help: install git, or add its folder to PATH
    --- exit 2
    ");
    if !has_git() {
        return;
    }
    let outside = run(&world, &args);
    assert_eq!(outside.code, 2, "{outside}");
    assert!(
        outside
            .stderr
            .starts_with("error: git: not a git repository"),
        "{outside}"
    );
    assert!(outside.stderr.contains("\n  help: "), "{outside}");
    git(&world, &["init", "-q", "-b", "main"]);
    insta::assert_snapshot!(run(&world, &args), @r"
    $ claimbook diff
    --- stderr
    error: git knows no revision `HEAD`
      help: name a branch, a tag or a commit; two of them are two arguments, not `a..b`
    --- exit 2
    ");
    commit(&world, "begin");
    insta::assert_snapshot!(run(&world, &["diff", "main..topic"]), @r"
    $ claimbook diff main..topic
    --- stderr
    error: git knows no revision `main..topic`
      help: name a branch, a tag or a commit; two of them are two arguments, not `a..b`
    --- exit 2
    ");
    let option = run(&world, &["diff", "--", "--output=claims/post.yaml"]);
    assert_eq!(option.code, 2, "{option}");
    assert_eq!(world.read("claims/post.yaml"), POST_LEDGER);
}
