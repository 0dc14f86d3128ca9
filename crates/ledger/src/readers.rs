//! Other readers of YAML see in a ledger what serde_yaml sees.
//!
//! `tests/readers/ledger.yaml` holds every field and every string that is known to
//! trip a reader; what PyYAML, js-yaml and serde_yaml make of it is kept beside it, with
//! the script that asks the first two.

use crate::sample::{claim, full_ledger};
use crate::{Ledger, emit, mint, schema};

/// Strings that some reader takes for something else when they are not quoted, or
/// that break lines or documents.
const HOSTILE: &[&str] = &[
    "",
    " ",
    "NO",
    "no",
    "yes",
    "on",
    "y",
    "n",
    "true",
    "null",
    "~",
    "=",
    "<<",
    ".inf",
    "-.INF",
    ".nan",
    "12:30",
    "12:30:45",
    "190:20:30",
    "2022-02-17",
    "2022-02-17T10:00:00Z",
    "1_000",
    "017",
    "0o17",
    "0x1F",
    "0b1",
    "1e3",
    "7.2e6",
    "+1",
    "-0",
    "1.",
    "- a",
    "? a",
    "a: b",
    "a:",
    "a #b",
    "# a",
    "&a",
    "*a",
    "!a",
    "!!str a",
    "%a",
    "@a",
    "`a`",
    "|",
    ">",
    "[a]",
    "{a: b}",
    "\"",
    "'",
    "\\",
    "\\n",
    "a\nb\n",
    "a\nb",
    "a\n\nb",
    "# a\n- b\nc: d\n  e",
    "--- a\n...",
    " a\nb",
    "a\n\n\nb",
    "\n",
    " a ",
    "a\tb",
    "\r\n",
    "---",
    "...",
    "--- a",
    "\u{0}",
    "\u{7}",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "\u{9f}",
    "\u{a0}",
    "\u{ad}",
    "\u{2028}",
    "\u{2029}",
    "\u{200b}",
    "\u{202e}abc",
    "\u{feff}",
    "\u{ffff}",
    "é",
    "“quoted” – 百万",
    "\u{1F600}",
    "\u{10FFFF}",
    "<<<<<<< a\n=======\n>>>>>>> b",
];

/// A ledger with every field and every hostile string.
fn ledger() -> Ledger {
    let mut ledger = full_ledger();
    let keys = HOSTILE
        .iter()
        .map(|key| ((*key).to_owned(), format!("under {key:?}")));
    ledger.article.extra.extend(keys);
    for text in HOSTILE {
        let mut claim = claim(text);
        claim.review.note = Some((*text).to_owned());
        ledger.claims.push(claim);
    }
    mint("readers", &mut ledger.claims);
    ledger
}

/// The folder of the sample and its readings.
fn folder() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers")
}

#[test]
#[ignore = "writes files; run it when the format changes, then tests/readers/make"]
fn write_the_sample() {
    std::fs::write(folder().join("ledger.yaml"), emit(&ledger())).unwrap();
    let pretty = |value: &serde_json::Value| serde_json::to_string_pretty(value).unwrap() + "\n";
    std::fs::write(folder().join("schema.json"), pretty(&schema())).unwrap();
    let ours: serde_json::Value = serde_yaml::from_str(&emit(&ledger())).unwrap();
    std::fs::write(folder().join("serde_yaml.json"), pretty(&ours)).unwrap();
}

#[test]
fn other_readers_see_the_same() {
    let kept = |name: &str| std::fs::read_to_string(folder().join(name)).unwrap();
    assert_eq!(emit(&ledger()), kept("ledger.yaml"), "run write_the_sample");
    let schema_kept: serde_json::Value = serde_json::from_str(&kept("schema.json")).unwrap();
    assert_eq!(schema(), schema_kept, "run write_the_sample");
    let ours: serde_json::Value = serde_yaml::from_str(&kept("ledger.yaml")).unwrap();
    for reader in ["serde_yaml.json", "pyyaml.json", "js-yaml.json"] {
        let theirs: serde_json::Value = serde_json::from_str(&kept(reader)).unwrap();
        assert_eq!(ours, theirs, "{reader}");
    }
}
