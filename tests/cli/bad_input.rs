//! Inputs that cannot be used: named, with what to do; the others are processed.

use crate::common::World;

const GOOD: &str = "Sales rose 5% in 2021, the ministry said.\n";

#[test]
fn every_bad_file_is_named_and_the_good_one_is_read() {
    let world = World::new()
        .file("in/empty.txt", "")
        .file("in/blank.md", "---\ntitle: \"Only a title\"\n---\n\n")
        .file("in/latin.txt", b"Sales at the caf\xe9 rose 5%.\n")
        .file("in/picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
        .file(
            "in/front.txt",
            "---\ntitle: \"broken\nno: end\n---\nText.\n",
        )
        .file("in/good.txt", GOOD);
    let ran = world.run(&["annotate", "in", "missing.txt"]);
    assert_eq!(ran.code, 2, "{ran}");
    let answered: Vec<_> = ran.json_lines().iter().map(|r| r["id"].clone()).collect();
    assert_eq!(answered, ["good"], "{ran}");
    insta::assert_snapshot!(ran.stderr);
}

#[test]
fn a_folder_without_articles_is_named() {
    let world = World::new().file("in/notes.doc", "x");
    insta::assert_snapshot!(world.run(&["compare", "in", "--quiet"]), @r"
    $ claimbook compare in --quiet
    --- stderr
    error: in: no articles in this folder
      help: articles are files that end in .txt, .md, .html or .htm
    --- exit 2
    ");
}

#[test]
fn two_articles_with_one_id_are_both_named() {
    let world = World::new()
        .file("a/x.txt", GOOD)
        .file("b/x.txt", GOOD)
        .file("b/y.txt", GOOD);
    insta::assert_snapshot!(world.run(&["compare", "a", "b", "--quiet"]).stderr, @r"
    error: a/x.txt, b/x.txt: they share the id `x`; none of them is used
      help: give one of them another `id:` in its front matter, or another name
    ");
}

#[test]
fn one_file_named_twice_is_one_article() {
    let world = World::new().file("a/x.txt", GOOD);
    let ran = world.run(&["annotate", "a", "a/x.txt", "./a/../a/x.txt"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 1), "{ran}");
}

#[cfg(unix)]
#[test]
fn links_are_followed_but_not_in_circles_and_pipes_are_passed_over() {
    let world = World::new().file("in/x.txt", GOOD).file("else/y.txt", GOOD);
    std::os::unix::fs::symlink(world.path("in"), world.path("in/again")).unwrap();
    std::os::unix::fs::symlink(world.path("else/y.txt"), world.path("in/y.txt")).unwrap();
    std::os::unix::fs::symlink(world.path("nowhere"), world.path("in/z.txt")).unwrap();
    let pipe = std::process::Command::new("mkfifo")
        .arg(world.path("in/pipe.txt"))
        .status();
    let ran = world.run(&["annotate", "in"]);
    let answered: Vec<_> = ran.json_lines().iter().map(|r| r["id"].clone()).collect();
    assert_eq!(answered, ["x", "y"], "{ran}");
    assert!(
        ran.stderr.contains("again") && ran.stderr.contains("z.txt"),
        "{ran}"
    );
    if pipe.is_ok_and(|status| status.success()) {
        assert!(ran.stderr.contains("pipe.txt: passed over"), "{ran}");
    }
}

#[test]
fn ignore_files_hide_nothing() {
    let world = World::new()
        .file("in/.gitignore", "*.txt\n")
        .file("in/x.txt", GOOD);
    let ran = world.run(&["annotate", "in"]);
    assert_eq!(ran.stdout.lines().count(), 1, "{ran}");
}

#[test]
fn commands_on_the_ledger_need_a_project() {
    for command in ["list", "compare"] {
        let ran = World::new().run(&[command]);
        assert_eq!(ran.code, 2);
        insta::allow_duplicates! {
            insta::assert_snapshot!(ran.stderr, @r"
            error: no claimbook.yaml in this folder or any above it
              help: start a claimbook with `claimbook init`
            ");
        }
    }
}

#[test]
fn wrong_settings_are_named_with_their_place() {
    let world = World::new().file(
        "claimbook.yaml",
        "articles: \"articles\"\nclaim: \"claims\"\n",
    );
    insta::assert_snapshot!(world.run(&["list"]).stderr, @r"
    error: claimbook.yaml:2:1: unknown field `claim`, expected one of `articles`, `claims`, `publisher`, `agency`
      help: the settings are articles, claims, publisher and agency, all optional
    ");
}

#[test]
fn an_empty_standard_input_leaves_nothing_behind() {
    let world = World::new().file("claimbook.yaml", "");
    insta::assert_snapshot!(world.run_with(&["extract", "-"], "\n"), @r"
    $ claimbook extract -
    --- stderr
    error: <stdin>: there is no text on standard input
      help: put the article in it
    --- exit 2
    ");
    let files = world.files();
    let texts = files.iter().filter(|file| file.starts_with("articles/"));
    assert_eq!(texts.count(), 0, "{files:?}");
}

#[test]
fn json_lines_are_not_taken_for_one_article() {
    let world = World::new()
        .file("claimbook.yaml", "")
        .file("many.jsonl", "{\"id\":\"a\",\"text\":\"Sales rose 5%.\"}\n");
    insta::assert_snapshot!(world.run(&["extract", "many.jsonl"]), @r"
    $ claimbook extract many.jsonl
    --- stderr
    error: many.jsonl: JSON lines, not one article
      help: read them with `claimbook annotate --input-format jsonl`
    --- exit 2
    ");
    for command in ["annotate", "compare"] {
        assert_eq!(world.run(&[command, "many.jsonl"]).code, 2);
    }
}
