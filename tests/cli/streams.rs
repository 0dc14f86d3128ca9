//! Pipes, devices and colours.

use crate::common::World;
use std::process::Stdio;

const SALES: &str = "Sales rose almost 50% last year, the ministry said.\n";

#[test]
fn nothing_asked_gives_short_help() {
    let ran = World::new().run(&[]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(
        ran.stderr.contains("Usage: claimbook") && ran.stderr.contains("Examples:"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_wrong_argument_is_a_usage_error() {
    let ran = World::new().run(&["compare", "--format", "pdf"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("invalid value 'pdf'"), "{}", ran.stderr);
}

#[test]
fn a_closed_pipe_is_quiet() {
    let world = World::new().file("sales.txt", SALES);
    let mut child = world
        .command(&["annotate", "sales.txt"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_an_error() {
    let world = World::new().file("sales.txt", SALES);
    for args in [
        &["annotate", "sales.txt"][..],
        &["--help"],
        &["rules"],
        &["man"],
        &["completions", "bash"],
    ] {
        let full = std::fs::File::options()
            .write(true)
            .open("/dev/full")
            .unwrap();
        let output = world.command(args).stdout(full).output().unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {stderr}");
        assert!(
            stderr.starts_with("error: cannot write to standard output"),
            "{args:?}: {stderr}"
        );
    }
}

#[test]
fn colour_is_for_terminals_or_when_asked() {
    let world = World::new().file("sales.txt", SALES);
    let plain = world.run(&["annotate", "sales.txt", "--format", "text", "--explain"]);
    assert!(!plain.stdout.contains('\u{1b}'), "{plain}");
    let colour = world.run(&["annotate", "nothing.txt", "--color", "always"]);
    assert!(colour.stderr.contains("\u{1b}["), "{colour}");
}

#[test]
fn quiet_leaves_data_and_errors() {
    let world = World::new().file("a.jsonl", "{\"id\":\"a\",\"text\":\"\"}\n{\n");
    let ran = world.run(&["annotate", "--input-format", "jsonl", "--quiet", "a.jsonl"]);
    assert_eq!(ran.stdout.lines().count(), 2, "{ran}");
    assert!(ran.stderr.starts_with("error: a.jsonl:2:"), "{ran}");
    assert!(!ran.stderr.contains("annotated"), "{ran}");
}

/// A web page of somebody who hopes that it will be shown on a terminal.
const HOSTILE: &str = "---\ntitle: \"t\\e[2J\"\npublisher: \"p\\x9bq\"\n---\n\
    Sales \u{1b}[31mrose\u{7f} 50%\u{9b}2J in 2021, \u{1b}]0;x\u{7} he said.\n\
    \"We \u{1b}[8m won,\" Ann \u{9b}Lee said.\n";

fn assert_plain(world: &World, args: &[&str]) {
    let ran = world.run(args);
    let steers = |c: char| c.is_control() && c != '\n';
    let (out, err) = (&ran.stdout, &ran.stderr);
    assert!(
        !out.contains(steers) && !err.contains(steers),
        "{args:?}: {out:?} {err:?}"
    );
}

#[test]
fn no_control_character_of_an_article_gets_out() {
    let world = World::new()
        .file("claimbook.yaml", "")
        .file("articles/a.txt", HOSTILE)
        .file("articles/b\u{1b}[31m.txt", HOSTILE)
        .file("articles/broken\u{9b}.txt", b"\xff\xfe\xfd");
    assert_plain(&world, &["extract", "articles"]);
    assert!(world.path("claims/a.yaml").exists());
    for format in ["table", "markdown", "csv", "json", "jsonl"] {
        assert_plain(
            &world,
            &["compare", "articles", "--all", "--format", format],
        );
        assert_plain(&world, &["compare", "--all", "--format", format]);
        assert_plain(&world, &["list", "--format", format]);
    }
    for claim in world.run(&["list", "--format", "jsonl"]).json_lines() {
        let id = claim["id"].as_str().unwrap();
        assert_plain(&world, &["show", id]);
        assert_plain(&world, &["set", id, "verdict=false"]);
    }
    world.write("articles/a.txt", HOSTILE.replace("50%", "60%"));
    assert_plain(&world, &["extract", "articles", "--dry-run"]);
    for format in ["text", "json", "github"] {
        assert_plain(&world, &["check", "--format", format]);
    }
    assert_plain(&world, &["annotate", "articles"]);
    assert_plain(
        &world,
        &["annotate", "articles", "--format", "text", "--explain"],
    );
}
