//! The workflow in `docs/ci.md` and the hooks for pre-commit do what they are for.

use crate::book::{BEACON_LEDGER, book};
use crate::common::{World, sample};
use crate::repository::{begin, commit, git, has_git, with_git};
use serde_yaml::Value;
use std::process::Command;

/// A pull request that changes a figure below a verdict.
fn pull_request() -> World {
    let world = book();
    world.run(&["fmt"]);
    begin(&world);
    git(&world, &["update-ref", "refs/remotes/origin/main", "HEAD"]);
    let sound = world.read("claims/beacon.yaml");
    world.write(
        "claims/beacon.yaml",
        sound.replace("value: 12", "value: 13"),
    );
    commit(&world, "change");
    world
}

/// Runs a step of the workflow; its exit code and what it printed.
fn step(world: &World, command: &str) -> (i32, String) {
    let mut sh = Command::new("sh");
    sh.args(["-c", command])
        .current_dir(world.root())
        .env_clear();
    sh.env("NO_COLOR", "1").env("BASE", "main");
    sh.env("GITHUB_STEP_SUMMARY", world.path("summary.md"));
    let output = with_git(&mut sh).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    (output.status.code().unwrap(), printed)
}

/// The YAML blocks of the page.
fn blocks() -> Vec<Value> {
    let page = std::fs::read_to_string(sample("docs/ci.md")).unwrap();
    let page = page.replace("\r\n", "\n");
    let blocks = page.split("```yaml\n").skip(1);
    blocks
        .map(|block| serde_yaml::from_str(block.split("```").next().unwrap()).unwrap())
        .collect()
}

/// What a workflow runs of the program.
fn commands(workflow: &Value) -> Vec<String> {
    let steps = workflow["jobs"]["claims"]["steps"].as_sequence().unwrap();
    let runs = steps.iter().filter_map(|step| step["run"].as_str());
    runs.filter(|command| command.starts_with("claimbook "))
        .map(str::to_owned)
        .collect()
}

fn hooks() -> Vec<Value> {
    let text = std::fs::read_to_string(sample(".pre-commit-hooks.yaml")).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

#[test]
fn the_workflow_finds_a_stale_verdict_and_tells_what_changed() {
    if !has_git() {
        return;
    }
    let world = pull_request();
    let commands = commands(&blocks()[0]);
    let ran: Vec<(i32, String)> = commands.iter().map(|c| step(&world, c)).collect();
    let codes: Vec<i32> = ran.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, [1, 0, 0], "{ran:?}");
    assert!(ran[0].1.contains("title=stale-verdict"), "{ran:?}");
    let summary = world.read("summary.md");
    assert!(
        summary.contains("| 12 percent | 13 percent (+1, +8.3%) |"),
        "{summary}"
    );
}

#[test]
fn the_workflow_for_code_scanning_uploads_what_it_wrote() {
    let workflow = &blocks()[1];
    let world = book();
    world.write(
        "claims/beacon.yaml",
        BEACON_LEDGER.replace("value: 12", "value: 13"),
    );
    let commands = commands(workflow);
    let codes: Vec<i32> = commands.iter().map(|c| step(&world, c).0).collect();
    assert_eq!(codes, [0], "{commands:?}");
    let steps = workflow["jobs"]["claims"]["steps"].as_sequence().unwrap();
    let upload = steps.last().unwrap();
    let log = world.read(upload["with"]["sarif_file"].as_str().unwrap());
    assert!(log.contains("\"ruleId\": \"stale-verdict\""), "{log}");
}

#[test]
fn the_hooks_are_commands_and_the_page_names_them_all() {
    let used = blocks()[2]["repos"][0]["hooks"].clone();
    let used = used.as_sequence().unwrap();
    for hook in hooks() {
        let world = book();
        let mut args: Vec<&str> = hook["entry"].as_str().unwrap().split(' ').skip(1).collect();
        if hook["pass_filenames"].as_bool().unwrap_or(true) {
            args.push("claims/beacon.yaml");
        }
        assert_eq!(world.run(&args).code, 0, "{hook:?}");
        world.write(
            "claims/beacon.yaml",
            BEACON_LEDGER.replace("reading:", "raeding:"),
        );
        assert_ne!(world.run(&args).code, 0, "{hook:?}");
        assert!(used.iter().any(|u| u["id"] == hook["id"]), "{hook:?}");
    }
}
