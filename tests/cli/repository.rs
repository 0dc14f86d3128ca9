//! A folder under git, the same on every machine.

use crate::common::{Ran, World};
use std::path::Path;
use std::process::{Command, Output, Stdio};

#[allow(
    clippy::print_stderr,
    reason = "whoever runs the tests should know what was left out"
)]
/// Whether git is here; says so where it is not, and the test has nothing to do.
pub(crate) fn has_git() -> bool {
    let found = Command::new("git").arg("--version").output().is_ok();
    if !found {
        eprintln!("skipped: this test needs the `git` command, which is not found");
    }
    found
}

/// Gives `command` git and the program on its path, and nothing of the user's settings.
pub(crate) fn with_git(command: &mut Command) -> &mut Command {
    let here = Path::new(env!("CARGO_BIN_EXE_claimbook")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(here.to_owned()).chain(std::env::split_paths(&path));
    command.env("PATH", std::env::join_paths(folders).unwrap());
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CEILING_DIRECTORIES", std::env::temp_dir())
        .env("GIT_AUTHOR_NAME", "Ann")
        .env("GIT_AUTHOR_EMAIL", "ann@example.org")
        .env("GIT_AUTHOR_DATE", "2022-02-21T12:00:00Z")
        .env("GIT_COMMITTER_NAME", "Ann")
        .env("GIT_COMMITTER_EMAIL", "ann@example.org")
        .env("GIT_COMMITTER_DATE", "2022-02-21T12:00:00Z")
        .stdin(Stdio::null())
}

/// Runs git in `world` and gives what it printed; it must not fail.
pub(crate) fn git(world: &World, args: &[&str]) -> String {
    let output = git_output(world, args);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {args:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// Runs git in `world` and gives what it complained of; it must fail.
pub(crate) fn git_fails(world: &World, args: &[&str]) -> String {
    let output = git_output(world, args);
    assert!(!output.status.success(), "git {args:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn git_output(world: &World, args: &[&str]) -> Output {
    let mut command = Command::new("git");
    command.args(args).current_dir(world.root()).env_clear();
    with_git(&mut command).output().unwrap()
}

/// Puts everything in `world` under git, on the branch `main`.
pub(crate) fn begin(world: &World) {
    git(world, &["init", "-q", "-b", "main"]);
    commit(world, "begin");
}

/// Commits everything.
pub(crate) fn commit(world: &World, message: &str) {
    git(world, &["add", "-A"]);
    git(world, &["commit", "-q", "-m", message]);
}

/// Runs the program where it finds git.
pub(crate) fn run(world: &World, args: &[&str]) -> Ran {
    let mut command = world.command(args);
    command.env("SOURCE_DATE_EPOCH", "1645401600");
    world.finish(with_git(&mut command), args)
}
