//! From the bytes of a ledger file to what it says.

use crate::catalogue::{LIMIT, NOT_UTF8, SYNTAX};
use crate::fields::{FILE, Field};
use crate::ledger::OnDisk;
use crate::tree::{Misread, Tree};
use crate::walk::walk;
use crate::{Finding, Ledger, Place, conflict, tree};
use claimbook_model::Span;
use sha2::{Digest, Sha256};

/// A ledger file may have so many bytes (a claim takes about a thousand).
pub const MAX_BYTES: usize = 64 << 20;

/// A ledger file may hold so many claims.
pub const MAX_CLAIMS: usize = 50_000;

/// The text of a ledger file.
///
/// # Errors
/// Where the first byte stands that is not UTF-8.
pub fn decode<'b>(bytes: &'b [u8], file: &str) -> Result<&'b str, Vec<Finding>> {
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let good = bytes.get(..at).unwrap_or_default();
        let good = std::str::from_utf8(good).unwrap_or_default();
        let place = tree::place(good, Span::new(at, at));
        let byte = bytes.get(at).copied().unwrap_or_default();
        let message = format!("byte {at} (0x{byte:02X}) is not UTF-8 text");
        let finding = Finding::new(&NOT_UTF8, file, place, message);
        vec![finding.hint("save the file as UTF-8, or take the last good version from git")]
    })
}

/// Reads a ledger file.
///
/// # Errors
/// What is wrong with the file, each finding with its place; `file` is the name
/// that they give it.
pub fn parse(text: &str, file: &str) -> Result<Ledger, Vec<Finding>> {
    read(text, file).map(|(_, ledger)| ledger)
}

/// SHA-256 of an article's text, in hex, as in `text_sha256`.
#[must_use]
pub fn text_sha256(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The tree of a ledger file and what the file says.
pub(crate) fn read<'t>(text: &'t str, file: &str) -> Result<(Tree<'t>, Ledger), Vec<Finding>> {
    let (tree, ledger) = read_as(text, file, FILE, typed)?;
    over(ledger.claims.len(), MAX_CLAIMS, "claims", file)?;
    Ok((tree, ledger))
}

/// The tree of a file with these fields, and what `typed` makes of its text.
pub(crate) fn read_as<'t, T>(
    text: &'t str,
    file: &str,
    fields: &'static [Field],
    typed: impl Fn(&str) -> Result<T, serde_yaml::Error>,
) -> Result<(Tree<'t>, T), Vec<Finding>> {
    over(text.len(), MAX_BYTES, "bytes", file)?;
    let conflicts = conflict::find(text, file);
    if !conflicts.is_empty() {
        return Err(conflicts);
    }
    let tree = Tree::read(text).map_err(|misread| vec![refusal(text, file, misread)])?;
    let findings = walk(&tree, file, fields);
    if !findings.is_empty() {
        return Err(findings);
    }
    let says = typed(text).map_err(|error| vec![unreadable(file, &error)])?;
    Ok((tree, says))
}

/// What serde_yaml makes of a file, without a look at anything else.
pub(crate) fn typed(text: &str) -> Result<Ledger, serde_yaml::Error> {
    let on_disk: OnDisk = serde_yaml::from_str(text)?;
    Ok(Ledger {
        article: on_disk.article,
        claims: on_disk.claims,
    })
}

/// Refuses a file with more of something than it may have.
fn over(count: usize, limit: usize, of: &str, file: &str) -> Result<(), Vec<Finding>> {
    if count <= limit {
        return Ok(());
    }
    let message = format!("the file has {count} {of}, more than {limit}");
    let finding = Finding::new(&LIMIT, file, Place::START, message);
    Err(vec![finding.hint(
        "split the article; archives are what `claimbook annotate` is for",
    )])
}

fn refusal(text: &str, file: &str, misread: Misread) -> Finding {
    let place = tree::place(text, misread.span);
    Finding::new(misread.check, file, place, misread.message).hint(misread.hint)
}

/// What serde_yaml found and the tree did not.
fn unreadable(file: &str, error: &serde_yaml::Error) -> Finding {
    let place = error.location().map_or(Place::START, |at| Place {
        line: at.line(),
        column: at.column(),
        width: 1,
    });
    Finding::new(&SYNTAX, file, place, error.to_string())
        .hint("put the value in double quotation marks, or take the line from git")
}

#[cfg(test)]
mod tests {
    use super::{MAX_BYTES, MAX_CLAIMS, over, parse};
    use crate::{Ledger, emit};

    #[test]
    fn a_file_may_have_so_much_and_no_more() {
        for limit in [MAX_BYTES, MAX_CLAIMS] {
            assert!(over(limit, limit, "things", "x").is_ok());
            assert_eq!(
                over(limit + 1, limit, "things", "x").unwrap_err()[0].rule,
                "limit"
            );
        }
        let long = emit(&Ledger::default()) + &"#".repeat(MAX_BYTES);
        assert_eq!(parse(&long, "x").unwrap_err()[0].rule, "limit");
        let claim = "- {id: c-1, quote: {exact: a}}\n";
        let many = format!(
            "claimbook: 1\narticle: {{id: a}}\nclaims:\n{}",
            claim.repeat(MAX_CLAIMS + 1)
        );
        assert_eq!(parse(&many, "x").unwrap_err()[0].rule, "limit");
    }
}
