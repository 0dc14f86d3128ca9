//! `git-setup` and what it arranges for: git shows and merges ledger files by claim.

use crate::book::{POST_LEDGER, book};
use crate::common::World;
use crate::repository::{begin, commit, git, git_fails, has_git, run};

const LINE: &str = "claims/**/*.yaml text eol=lf diff=claimbook merge=claimbook\n";

/// The small claimbook under git, set up.
fn set_up() -> World {
    let world = book();
    begin(&world);
    run(&world, &["git-setup"]);
    commit(&world, "set git up");
    world
}

/// Two branches from one start: `theirs` holds one state of a file, the branch that
/// is checked out another.
fn branches(world: &World, path: &str, ours: &str, theirs: &str) {
    git(world, &["switch", "-q", "-c", "theirs"]);
    world.write(path, theirs);
    commit(world, "theirs");
    git(world, &["switch", "-q", "main"]);
    world.write(path, ours);
    commit(world, "ours");
}

fn decided(id: &str, verdict: &str) -> String {
    let (before, claim) = POST_LEDGER.split_once(&format!("- id: \"{id}\"")).unwrap();
    let after = claim.replacen("verdict: \"open\"", &format!("verdict: \"{verdict}\""), 1);
    format!("{before}- id: \"{id}\"{after}")
}

#[test]
fn what_is_there_stays_and_what_is_done_is_said() {
    if !has_git() {
        return;
    }
    let world = book().file(".gitattributes", "*.png binary");
    begin(&world);
    insta::assert_snapshot!(run(&world, &["git-setup"]), @r"
    $ claimbook git-setup
    --- stderr
    .gitattributes: added `claims/**/*.yaml text eol=lf diff=claimbook merge=claimbook`
    in the configuration of this repository alone:
      git config --local diff.claimbook.textconv 'claimbook textconv'
      git config --local merge.claimbook.name 'ledger files by claim and field'
      git config --local merge.claimbook.driver 'claimbook merge-driver %O %A %B %P'
    next: git add .gitattributes
    --- exit 0
    ");
    let attributes = format!("*.png binary\n{LINE}");
    assert_eq!(world.read(".gitattributes"), attributes);
    let again = run(&world, &["git-setup", "--quiet"]);
    assert_eq!((again.code, again.stderr.as_str()), (0, ""));
    assert_eq!(world.read(".gitattributes"), attributes);
    let driver = git(&world, &["config", "--local", "merge.claimbook.driver"]);
    assert_eq!(driver, "claimbook merge-driver %O %A %B %P\n");
    let used = git(&world, &["check-attr", "merge", "claims/north/x.yaml"]);
    assert_eq!(used, "claims/north/x.yaml: merge: claimbook\n");
}

#[test]
fn outside_a_repository_nothing_is_written() {
    if !has_git() {
        return;
    }
    let world = book();
    assert_eq!(run(&world, &["git-setup"]).code, 2);
    assert!(!world.path(".gitattributes").exists());
}

#[test]
fn git_shows_ledgers_in_a_short_form() {
    if !has_git() {
        return;
    }
    let world = set_up();
    insta::assert_snapshot!(run(&world, &["textconv", "claims/beacon.yaml"]), @r"
    $ claimbook textconv claims/beacon.yaml
    article: id beacon, title Trade picks up, publisher Paris Beacon, published 2022-01-21, path articles/beacon.md

    c-beac0n01: 12 percent
      quote: Trade between the ports grew by 12% in 2021, the harbour master said.
      figure: text 12%, value 12, bound equal, unit percent, kind change, direction up, measure trade between the ports, period 2021
      said_by: as_written the harbour master, cue said, style indirect
      review: reading ok, verdict disputed, saw 12 percent, by ann, date 2022-02-21, note minutes
    --- exit 0
    ");
    world.write("claims/post.yaml", decided("c-p0st0001", "disputed"));
    let shown = git(&world, &["diff", "-U0"]);
    assert!(
        shown.contains("\n+  review: reading open, verdict disputed\n"),
        "{shown}"
    );
    world.write("claims/post.yaml", "claims: [\u{1b}[31m\n");
    assert!(git(&world, &["diff", "-U0"]).contains("\n+claims: [\\u{1b}[31m\n"));
}

#[test]
fn decisions_on_neighbouring_claims_are_joined() {
    if !has_git() {
        return;
    }
    let world = set_up();
    let (ours, theirs) = (
        decided("c-p0st0001", "supported"),
        decided("c-p0st0002", "false"),
    );
    branches(&world, "claims/post.yaml", &ours, &theirs);
    git(&world, &["merge", "-q", "-m", "both", "theirs"]);
    let merged = world.read("claims/post.yaml");
    assert!(
        merged.contains("\"supported\"") && merged.contains("\"false\""),
        "{merged}"
    );
}

#[test]
fn two_verdicts_on_one_claim_are_left_to_people() {
    if !has_git() {
        return;
    }
    let world = set_up();
    let ours = decided("c-p0st0001", "supported").replace("Ports = busy", "Busy ports");
    let theirs = decided("c-p0st0001", "disputed");
    branches(&world, "claims/post.yaml", &ours, &theirs);
    let said = git_fails(&world, &["merge", "-q", "-m", "both", "theirs"]);
    assert!(
        said.contains("warning: claims/post.yaml: both sides changed c-p0st0001: review\n"),
        "{said}"
    );
    let merged = world.read("claims/post.yaml");
    let at = merged.find("<<<<<<<").unwrap();
    let end = merged.find(">>>>>>>").unwrap();
    insta::assert_snapshot!(&merged[at..end + 14], @r#"
    <<<<<<< ours
        review:
          reading: "open"
          verdict: "supported"
    =======
        review:
          reading: "open"
          verdict: "disputed"
    >>>>>>> theirs
    "#);
    assert_eq!(run(&world, &["check"]).code, 1);
}

#[test]
fn a_file_added_on_both_sides_and_one_that_is_no_ledger() {
    if !has_git() {
        return;
    }
    let world = set_up();
    let new = POST_LEDGER.replace("\"post\"", "\"new\"");
    branches(
        &world,
        "claims/new.yaml",
        &new,
        &new.replace("Port Post", "The Post"),
    );
    git_fails(&world, &["merge", "-q", "-m", "both", "theirs"]);
    assert!(world.read("claims/new.yaml").contains("<<<<<<< ours\n"));
    git(&world, &["merge", "--abort"]);
    git(&world, &["branch", "-q", "-D", "theirs"]);
    branches(&world, "claims/beacon.yaml", "a: 1\nb: 2\n", "a: 1\nb: 3\n");
    let said = git_fails(&world, &["merge", "-q", "-m", "both", "theirs"]);
    assert!(
        said.contains("its lines are merged as git merges any text"),
        "{said}"
    );
    assert!(
        world
            .read("claims/beacon.yaml")
            .contains(">>>>>>> theirs\n")
    );
}
