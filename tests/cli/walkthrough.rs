//! The walk-through in `docs/`, run as it is written, with real git and a shell.

use crate::common::{World, sample};
use crate::references::hold;
use crate::repository::{has_git, with_git};
use std::process::Command;

/// Runs a command of the page in `world`; what it prints on both streams.
fn shell(world: &World, command: &str) -> String {
    let mut sh = Command::new("sh");
    sh.args(["-c", &format!("exec 2>&1\n{command}")]);
    sh.current_dir(world.root()).env_clear();
    sh.env("NO_COLOR", "1").env("LC_ALL", "C.UTF-8");
    sh.env("SOURCE_DATE_EPOCH", "1645401600");
    let output = with_git(&mut sh).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The page with the output of every command as it is today. In a `console` block `$ `
/// begins a command and `> ` goes on with it; the other lines are output.
fn played(page: &str, world: &World) -> String {
    let mut out = String::new();
    let mut lines = page.lines().peekable();
    let mut inside = false;
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            inside = line == "```console";
        }
        match line.strip_prefix("$ ").filter(|_| inside) {
            Some(first) => {
                out.push_str(&format!("{line}\n"));
                let mut command = first.to_owned();
                while let Some(more) = lines.next_if(|l| l.starts_with('>')) {
                    out.push_str(&format!("{more}\n"));
                    command.push('\n');
                    command.push_str(more.strip_prefix("> ").unwrap_or_default());
                }
                out.push_str(&shell(world, &command));
                let is_output = |l: &&str| !l.starts_with("$ ") && !l.starts_with("```");
                while lines.next_if(is_output).is_some() {}
            }
            None => out.push_str(&format!("{line}\n")),
        }
    }
    out
}

#[test]
fn the_walk_through_does_what_it_says() {
    if !has_git() {
        return;
    }
    let page = std::fs::read_to_string(sample("docs/walkthrough.md")).unwrap();
    assert!(
        page.matches("\n$ claimbook ").count() > 5,
        "the page has lost its commands"
    );
    hold("walkthrough.md", &played(&page, &World::new()));
}
