//! `.gitattributes`: what git is to do with ledger files.

use crate::error::Failure;
use std::io::ErrorKind;
use std::path::Path;

/// The file that git reads.
pub(crate) const FILE: &str = ".gitattributes";

/// Adds `line` to the file in `folder`, below what is there. Whether it was missing.
pub(crate) fn add(folder: &Path, line: &str) -> Result<bool, Failure> {
    let path = folder.join(FILE);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Failure::file("read", &path, &error)),
    };
    if text.lines().any(|there| there.trim() == line) {
        return Ok(false);
    }
    let gap = if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    std::fs::write(&path, format!("{text}{gap}{line}\n"))
        .map_err(|e| Failure::file("write", &path, &e))?;
    Ok(true)
}
