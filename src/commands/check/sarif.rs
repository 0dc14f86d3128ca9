//! Findings as a SARIF 2.1.0 log, as code scanning and editors read it.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>. Places are
//! relative to the repository, so that they mean the same on every machine;
//! fingerprints hold no line, so that a finding stays the same while lines move.

use crate::project::{Project, below};
use claimbook_ledger::{Check, Finding, Known, catalogue};
use claimbook_report::visible;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// Where the schema of the format stands.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// A log of one run; `top` is the folder that places are relative to.
pub(super) fn log<'f>(
    findings: impl Iterator<Item = &'f Finding>,
    project: &Project,
    top: &Path,
) -> Value {
    let mut seen: BTreeMap<Known, usize> = BTreeMap::new();
    let results = findings.map(|finding| {
        let path = Path::new(&finding.file);
        let known = Known::of(finding, &project.relative(path));
        let nth = seen.entry(known.clone()).or_default();
        *nth += 1;
        result(finding, &below(top, path), &known.fingerprint(*nth - 1))
    });
    let results: Vec<Value> = results.collect();
    let rules: Vec<Value> = catalogue().map(rule).collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": env!("CARGO_PKG_NAME"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

/// What is known of a check, whether it found something or not.
fn rule(check: &Check) -> Value {
    let (sample, says, advice) = (visible(check.sample), check.says, check.advice);
    let text = format!("For example, in\n\n{sample}\n\nit says: {says}\nhelp: {advice}");
    let markdown = format!(
        "For example, in\n\n```yaml\n{sample}\n```\n\nit says:\n\n```text\n{says}\nhelp: {advice}\n```"
    );
    json!({
        "id": check.name,
        "shortDescription": {"text": format!("{}.", check.doc)},
        "help": {"text": text, "markdown": markdown},
        "defaultConfiguration": {"level": check.level.as_str()},
    })
}

fn result(finding: &Finding, file: &str, fingerprint: &str) -> Value {
    let message = match &finding.hint {
        Some(hint) => format!("{}\nhelp: {hint}", finding.message),
        None => finding.message.clone(),
    };
    json!({
        "ruleId": finding.rule,
        "ruleIndex": catalogue().position(|check| check.name == finding.rule),
        "level": finding.level.as_str(),
        "message": {"text": message},
        "locations": [{"physicalLocation": {
            "artifactLocation": artifact(file),
            "region": {
                "startLine": finding.line,
                "startColumn": finding.column,
                "endColumn": finding.column + finding.width,
            },
        }}],
        "partialFingerprints": {"claimbook/v1": fingerprint},
    })
}

/// A file in the repository by its name there, another one by its whole name.
fn artifact(file: &str) -> Value {
    if Path::new(file).is_absolute() {
        json!({"uri": format!("file://{}", uri(file))})
    } else {
        json!({"uri": uri(file), "uriBaseId": "%SRCROOT%"})
    }
}

/// A path as a URI reference (RFC 3986): what may not stand there as `%` and hex digits.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("claims/a-1.yaml"), "claims/a-1.yaml");
        assert_eq!(uri("a b/é:%#?.yaml"), "a%20b/%C3%A9%3A%25%23%3F.yaml");
    }
}
