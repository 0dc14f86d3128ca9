//! `extract`: ledger files that are written once and kept.

use crate::common::World;
use std::collections::BTreeMap;

const ARTICLE: &str = "---\npublisher: \"Paris Beacon\"\npublished: \"2022-01-21\"\n---\n\
    \"We are open for 500 visitors a day,\" Ann Lee said. Trade was brisk.\n";

fn book() -> World {
    let world = World::new()
        .file("claimbook.yaml", "")
        .file("articles/open.txt", ARTICLE);
    let ran = world.run(&["extract", "articles"]);
    assert_eq!(ran.code, 0, "{ran}");
    world
}

/// Every file and its bytes.
fn snapshot(world: &World) -> BTreeMap<String, Vec<u8>> {
    let read = |file: String| (std::fs::read(world.path(&file)).unwrap(), file);
    world
        .files()
        .into_iter()
        .map(read)
        .map(|(bytes, file)| (file, bytes))
        .collect()
}

#[test]
fn a_second_run_changes_no_byte() {
    let world = book();
    let before = snapshot(&world);
    let ran = world.run(&["extract", "articles"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{ran}");
    assert_eq!(snapshot(&world), before);
    assert!(before.contains_key("claims/open.yaml"));
}

/// What the file system notes of every write below `claims` and `.claimbook`: the folders
/// are among them, as a file made beside another changes these.
#[cfg(unix)]
fn stamps(world: &World) -> BTreeMap<String, (u64, i64, i64)> {
    use std::os::unix::fs::MetadataExt as _;
    let stamp = |path: String| {
        let found = std::fs::metadata(world.path(&path)).unwrap();
        (path, (found.ino(), found.ctime(), found.ctime_nsec()))
    };
    let folders = ["claims", "claims/north", ".claimbook"].map(str::to_owned);
    let files = world.files().into_iter().chain(folders);
    files.map(stamp).collect()
}

#[cfg(unix)]
#[test]
fn two_hundred_unchanged_articles_write_nothing() {
    let world = World::new().file("claimbook.yaml", "");
    for number in 0..200 {
        let text = ARTICLE.replace("500", &(500 + number).to_string());
        world.write(&format!("articles/north/{number}.txt"), text);
    }
    assert_eq!(world.run(&["extract", "articles"]).code, 0);
    let before = stamps(&world);
    assert!(before.len() > 400, "{}", before.len());
    let ran = world.run(&["extract", "articles"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{ran}");
    assert!(ran.stderr.contains("200 of them unchanged"), "{ran}");
    assert_eq!(stamps(&world), before);
}

#[test]
fn a_dry_run_writes_nothing_and_says_the_same() {
    let world = World::new()
        .file("claimbook.yaml", "")
        .file("articles/open.txt", ARTICLE);
    let dry = world.run(&["extract", "--dry-run", "articles"]);
    assert_eq!(world.files(), ["articles/open.txt", "claimbook.yaml"]);
    let real = world.run(&["extract", "articles"]);
    assert_eq!(dry.stdout, real.stdout);
    insta::assert_snapshot!(dry, @r"
    $ claimbook extract --dry-run articles
    articles/open.txt: 1 new
    --- stderr
    1 article read, 0 of them unchanged
    nothing was written (--dry-run)
    --- exit 0
    ");
}

#[test]
fn comments_and_reviews_stay_and_an_edited_quotation_is_told() {
    let world = book();
    let ledger = world.read("claims/open.yaml");
    let reviewed = ledger.replacen("reading: \"open\"", "reading: \"ok\" # checked by phone", 1);
    let reviewed = reviewed.replacen(
        "verdict: \"open\"",
        "verdict: \"supported\"\n      saw: \"We are open for 500 visitors a day,\"",
        1,
    );
    world.write("claims/open.yaml", &reviewed);
    assert_eq!(world.run(&["extract", "articles"]).stdout, "");
    assert_eq!(world.read("claims/open.yaml"), reviewed);
    world.write("articles/open.txt", ARTICLE.replace("500", "600"));
    let ran = world.run(&["extract", "articles"]);
    let after = world.read("claims/open.yaml");
    assert!(
        after.contains("# checked by phone")
            && after.contains("saw: \"We are open for 500 visitors a day,\""),
        "{after}"
    );
    assert!(ran.stdout.contains("stale"), "{ran}");
}

#[test]
fn an_article_without_claims_gets_a_ledger_file() {
    let world = World::new()
        .file("claimbook.yaml", "")
        .file("articles/a.txt", "It rained.\n");
    world.run(&["extract", "articles"]);
    assert!(
        world.read("claims/a.yaml").contains("claims: []"),
        "{}",
        world.read("claims/a.yaml")
    );
}

#[test]
fn a_broken_ledger_file_is_named_and_left_alone() {
    let world = book().file("articles/other.txt", ARTICLE);
    let broken = world
        .read("claims/open.yaml")
        .replace("claims:\n", "<<<<<<< HEAD\nclaims:\n");
    world.write("claims/open.yaml", &broken);
    let ran = world.run(&["extract", "articles"]);
    assert_eq!(ran.code, 2, "{ran}");
    assert_eq!(world.read("claims/open.yaml"), broken);
    assert!(
        world.path("claims/other.yaml").exists(),
        "the other article is processed"
    );
    assert!(ran.stderr.contains("claims/open.yaml:"), "{ran}");
}

#[test]
fn two_articles_with_one_id_are_not_written() {
    let own = "---\nid: \"open\"\n---\nText.\n";
    let world = book().file("articles/second.md", own);
    let before = snapshot(&world);
    let ran = world.run(&["extract", "articles"]);
    assert_eq!(snapshot(&world), before);
    insta::assert_snapshot!(ran, @r"
    $ claimbook extract articles
    --- stderr
    error: articles/open.txt, articles/second.md: they share the id `open`; none of them is used
      help: give one of them another `id:` in its front matter, or another name
    --- exit 2
    ");
}

#[test]
fn an_id_cannot_lead_out_of_the_project() {
    let world = World::new().file("book/claimbook.yaml", "").file(
        "book/articles/a.md",
        "---\nid: \"../../escape\"\n---\nText.\n",
    );
    let mut command = world.command(&["extract", "articles"]);
    let output = command.current_dir(world.path("book")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!world.files().iter().any(|file| file.contains("escape")));
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stderr), @r#"
    error: articles/a.md:2:5: `id` cannot name a file: "../../escape"
      help: write "escape"
    "#);
}

#[test]
fn an_id_that_belongs_to_another_article_is_refused() {
    let world = book().file("elsewhere/open.txt", "Other text.\n");
    let before = snapshot(&world);
    let ran = world.run(&["extract", "elsewhere/open.txt"]);
    assert_eq!(snapshot(&world), before);
    insta::assert_snapshot!(ran, @r"
    $ claimbook extract elsewhere/open.txt
    --- stderr
    error: elsewhere/open.txt: its id `open` belongs to articles/open.txt (claims/open.yaml)
      help: give it another `id:` in its front matter, or another name
    --- exit 2
    ");
}

#[test]
fn standard_input_is_kept_as_an_article() {
    let world = World::new().file("claimbook.yaml", "");
    let args = [
        "extract",
        "--publisher",
        "Paris Beacon",
        "--published",
        "2022-01-21",
        "-",
    ];
    let ran = world.run_with(&args, "\"We are open,\" Ann Lee said.\n");
    assert_eq!(ran.code, 0, "{ran}");
    let files = world.files();
    let article = files
        .iter()
        .find(|file| file.starts_with("articles/stdin-"))
        .unwrap();
    let ledger = files
        .iter()
        .find(|file| file.starts_with("claims/stdin-"))
        .unwrap();
    let before = snapshot(&world);
    assert!(
        world.read(ledger).contains("publisher: \"Paris Beacon\""),
        "{}",
        world.read(ledger)
    );
    let again = world.run(&["extract", "articles"]);
    assert_eq!(
        again.stdout, "",
        "what was said once on the command line stays"
    );
    assert_eq!(snapshot(&world), before, "{article}");
}

#[test]
fn it_works_from_below_and_folders_make_ids() {
    let world = World::new()
        .file("claimbook.yaml", "")
        .file("articles/north/open.txt", ARTICLE);
    let mut command = world.command(&["extract", "open.txt", "--quiet"]);
    let output = command
        .current_dir(world.path("articles/north"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let ledger = world.read("claims/north/open.yaml");
    assert!(
        ledger.contains("id: \"north/open\"")
            && ledger.contains("path: \"articles/north/open.txt\""),
        "{ledger}"
    );
    assert!(
        ledger.starts_with("# yaml-language-server: $schema=../../.claimbook/ledger-1.schema.json"),
        "{ledger}"
    );
}

#[test]
fn without_a_project_it_says_how_to_start_one() {
    let ran = World::new()
        .file("a.txt", "Text.")
        .run(&["extract", "a.txt"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("claimbook init"), "{ran}");
}
