//! The sample of this repository: its ledger is golden output and living example.

use crate::common::{World, sample};
use serde_yaml::Value;

/// A copy of the sample: its articles, and its ledger if asked for.
pub(crate) fn copy(with_ledger: bool) -> World {
    let world = World::new().file(
        "claimbook.yaml",
        std::fs::read(sample("claimbook.yaml")).unwrap(),
    );
    let folders: &[&str] = if with_ledger {
        &["articles", "claims"]
    } else {
        &["articles"]
    };
    for folder in folders {
        for name in names(folder) {
            world.write(
                &format!("{folder}/{name}"),
                std::fs::read(sample(folder).join(&name)).unwrap(),
            );
        }
    }
    world
}

/// The files of a folder of the sample, sorted.
fn names(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(sample(folder)).unwrap();
    let mut names: Vec<String> = entries
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// What the tool wrote of a ledger: everything but what people add.
fn machine_part(yaml: &str) -> Value {
    let mut ledger: Value = serde_yaml::from_str(yaml).unwrap();
    for claim in ledger["claims"].as_sequence_mut().unwrap() {
        let claim = claim.as_mapping_mut().unwrap();
        for human in ["review", "fix", "waive"] {
            claim.remove(human);
        }
    }
    ledger
}

#[test]
fn extracting_the_sample_again_changes_no_byte() {
    let world = copy(true);
    let ran = world.run(&["extract", "articles"]);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(names("claims").len(), 10);
    for name in names("claims") {
        let before = std::fs::read_to_string(sample("claims").join(&name)).unwrap();
        assert!(
            world.read(&format!("claims/{name}")) == before,
            "claims/{name} has changed: run `just bless`"
        );
    }
}

#[test]
fn extracting_the_sample_from_nothing_gives_the_same_ids_and_machine_fields() {
    let world = copy(false);
    assert_eq!(world.run(&["extract", "articles"]).code, 0);
    for name in names("claims") {
        let kept = std::fs::read_to_string(sample("claims").join(&name)).unwrap();
        let fresh = world.read(&format!("claims/{name}"));
        assert_eq!(machine_part(&fresh), machine_part(&kept), "claims/{name}");
    }
}

#[test]
fn the_sample_is_reviewed_a_little_and_passes_its_check() {
    let world = copy(true);
    let ran = world.run(&["check"]);
    assert_eq!(ran.code, 0, "{ran}");
    let all: String = names("claims")
        .iter()
        .map(|n| world.read(&format!("claims/{n}")))
        .collect();
    for part in ["evidence:", "fix:", "saw:", "\n  # "] {
        assert!(all.contains(part), "no {part:?} in the sample's ledger");
    }
}

#[test]
fn every_sample_article_with_what_was_found_below_its_words() {
    let world = copy(false);
    for name in names("articles") {
        let ran = world.run(&[
            "annotate",
            "--format",
            "text",
            "--width",
            "100",
            &format!("articles/{name}"),
        ]);
        assert_eq!(ran.code, 0, "{ran}");
        insta::assert_snapshot!(format!("sample_{}", name.replace('.', "_")), ran.stdout);
    }
}
