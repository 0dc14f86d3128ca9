//! References made from the code, and the pages in `docs/` that show them.

use crate::common::{World, sample};

/// Commands in the order of the help.
fn commands() -> Vec<String> {
    let help = World::new().run(&["--help"]).stdout;
    let list = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty());
    let names = list.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

/// Compares a page in `docs/` with `text`, or writes it where `BLESS` is set.
pub(crate) fn hold(page: &str, text: &str) {
    let path = sample("docs").join(page);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let held = std::fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert!(
        held == text,
        "docs/{page} is not what the program says; run the tests once with BLESS=1 and look at the difference"
    );
}

#[test]
fn the_page_of_commands_is_current() {
    let world = World::new();
    let mut page =
        String::from("# Commands\n\nWhat `claimbook help` and `claimbook help COMMAND` print.\n");
    let mut section = |title: &str, args: &[&str]| {
        let ran = world.run(args);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{args:?}");
        let lines: Vec<&str> = ran.stdout.lines().map(str::trim_end).collect();
        page.push_str(&format!(
            "\n## {title}\n\n```text\n{}\n```\n",
            lines.join("\n").trim_end()
        ));
    };
    section("claimbook", &["--help"]);
    for name in commands() {
        section(&name, &[&name, "--help"]);
    }
    hold("cli.md", &page);
}

#[test]
fn every_command_has_an_example() {
    for name in commands() {
        let help = World::new().run(&[&name, "--help"]).stdout;
        assert!(help.contains("\nExample"), "{name}: {help}");
        assert!(
            help.contains(&format!("claimbook {name}")),
            "{name}: {help}"
        );
    }
}

#[test]
fn the_page_of_rules_is_current() {
    let ran = World::new().run(&["rules", "--format", "markdown"]);
    assert_eq!(ran.code, 0, "{ran}");
    hold("rules.md", &ran.stdout);
}

#[test]
fn one_rule_is_explained_and_an_unknown_one_refused() {
    let world = World::new();
    let all: serde_json::Value =
        serde_json::from_str(&world.run(&["rules", "--format", "json"]).stdout).unwrap();
    let first = all[0]["id"].as_str().unwrap();
    let page = world.run(&["rules", first]);
    assert!(page.stdout.starts_with(first), "{page}");
    insta::assert_snapshot!(world.run(&["rules", "stale-verdict"]).stdout, @r#"
    stale-verdict (check, error)
    A decision on something else than the claim says now

    found in
            verdict: "disputed"
            saw: "4 percent"

    says
      the verdict "disputed" was given for "4 percent", the claim now reads "5
      percent"
      help: look again with `claimbook review north/sales#c-xw0mmgha`
    "#);
    insta::assert_snapshot!(world.run(&["rules", "no-such-rule"]), @r"
    $ claimbook rules no-such-rule
    --- stderr
    error: no rule is called `no-such-rule`
      help: `claimbook rules` lists them all
    --- exit 2
    ");
}

#[test]
fn completions_and_manual_pages_name_every_command() {
    let world = World::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = world.run(&["completions", shell]);
        assert!(
            commands()
                .iter()
                .all(|name| ran.stdout.contains(name.as_str())),
            "{shell}"
        );
    }
    assert!(world.run(&["man"]).stdout.contains(".TH claimbook"));
    for name in commands() {
        let ran = world.run(&["man", &name]);
        assert!(ran.stdout.contains(".SH SYNOPSIS"), "{ran}");
    }
    insta::assert_snapshot!(world.run(&["man", "nothing"]), @r"
    $ claimbook man nothing
    --- stderr
    error: no command is called `nothing`
      help: `claimbook help` lists them all
    --- exit 2
    ");
}
