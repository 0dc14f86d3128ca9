//! One article to be read: where it stands and what it is called.

use crate::app::App;
use crate::error::Failure;
use crate::project::{Project, absolute, with_slashes};
use crate::walk::{self, Found};
use claimbook_article::{Format, Read, id_from_path};
use claimbook_model::ArticleMeta;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::{IsTerminal, Read as _};
use std::path::{Path, PathBuf};

/// The path that stands for standard input.
pub(crate) const STDIN: &str = "-";

/// An article file, or standard input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Input {
    /// The file; `None` for standard input.
    pub(crate) path: Option<PathBuf>,
    /// The id that its path gives it; empty for standard input.
    id: String,
}

impl Input {
    /// What messages call it.
    pub(crate) fn name(&self) -> String {
        self.path
            .as_deref()
            .map_or_else(|| "<stdin>".to_owned(), |path| path.display().to_string())
    }

    /// Reads it, as `format` or as its ending says. `defaults` fill what the
    /// document does not say. A text from standard input that has no id is called
    /// by its hash.
    pub(crate) fn read(
        &self,
        format: Option<Format>,
        defaults: &ArticleMeta,
    ) -> Result<Read, Failure> {
        self.read_bytes(&self.bytes()?, format, defaults)
    }

    /// The same from bytes that were read before.
    pub(crate) fn read_bytes(
        &self,
        bytes: &[u8],
        format: Option<Format>,
        defaults: &ArticleMeta,
    ) -> Result<Read, Failure> {
        let format = format.map_or_else(|| self.format(), Ok)?;
        let defaults = ArticleMeta {
            id: self.id.clone(),
            ..defaults.clone()
        };
        let mut read = claimbook_article::read(bytes, format, &defaults)
            .map_err(|e| Failure::article(&self.name(), &e))?;
        let article = &mut read.article;
        if article.text.trim().is_empty() && self.path.is_some() {
            let message = format!("{}:1:1: there is no text in this file", self.name());
            return Err(Failure::new(
                message,
                "leave the file out, or put the article in it",
            ));
        }
        if article.meta.id.is_empty() {
            let hash = format!("{:x}", Sha256::digest(article.text.as_bytes()));
            article.meta.id = format!("stdin-{}", &hash[..8]);
        }
        Ok(read)
    }

    /// Its bytes. Standard input can be read once.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, Failure> {
        match &self.path {
            Some(path) => std::fs::read(path).map_err(|e| Failure::file("read", path, &e)),
            None => {
                let mut bytes = Vec::new();
                let read = std::io::stdin().lock().read_to_end(&mut bytes);
                read.map_err(|e| Failure::file("read", Path::new("<stdin>"), &e))?;
                Ok(bytes)
            }
        }
    }

    /// By its ending; text where that says nothing. JSON lines hold many articles in
    /// one file, which only `annotate` takes.
    fn format(&self) -> Result<Format, Failure> {
        let path = self.path.as_deref().and_then(Path::to_str).unwrap_or("");
        if path.ends_with(".jsonl") || path.ends_with(".ndjson") {
            return Err(Failure::new(
                format!("{path}: JSON lines, not one article"),
                "read them with `claimbook annotate --input-format jsonl`",
            ));
        }
        Ok(Format::of_path(path).unwrap_or(Format::Text))
    }
}

/// The articles behind `paths`, each file once. What cannot be found is reported.
pub(crate) fn collect(
    paths: &[PathBuf],
    project: Option<&Project>,
    app: &mut App,
) -> Result<Vec<Input>, Failure> {
    let home = project.map(|project| absolute(&project.articles()));
    let mut seen = BTreeSet::new();
    let mut inputs = Vec::new();
    for path in paths {
        if path.as_os_str() == STDIN {
            if seen.insert(PathBuf::from(STDIN)) {
                if std::io::stdin().is_terminal() {
                    app.note("reading from the terminal; end with Ctrl-D on a line of its own")?;
                }
                inputs.push(Input {
                    path: None,
                    id: String::new(),
                });
            }
            continue;
        }
        for found in walk::articles(path, app)? {
            if seen.insert(absolute(&found.path)) {
                let id = id_of(&found, home.as_deref());
                inputs.push(Input {
                    path: Some(found.path),
                    id,
                });
            }
        }
    }
    Ok(inputs)
}

/// The path below the claimbook's articles, else below the folder that was named,
/// else the file's name; without its ending, safe as the name of a ledger file.
fn id_of(found: &Found, home: Option<&Path>) -> String {
    let whole = absolute(&found.path);
    let at_home = home.and_then(|home| whole.strip_prefix(home).ok());
    let below = at_home.or_else(|| found.path.strip_prefix(found.folder.as_deref()?).ok());
    let name = below.or_else(|| found.path.file_name().map(Path::new));
    id_from_path(&with_slashes(name.unwrap_or(&found.path)))
}

#[cfg(test)]
mod tests {
    use super::id_of;
    use crate::walk::Found;
    use std::path::{Path, PathBuf};

    #[test]
    fn ids_come_from_paths() {
        let found = |path: &str, folder: Option<&str>| Found {
            path: path.into(),
            folder: folder.map(PathBuf::from),
        };
        let home = Some(Path::new("/book/articles"));
        assert_eq!(
            id_of(&found("/book/articles/north/x.txt", None), home),
            "north/x"
        );
        assert_eq!(
            id_of(&found("/texts/north/x.txt", Some("/texts")), home),
            "north/x"
        );
        assert_eq!(id_of(&found("/texts/north/x.txt", None), home), "x");
        assert_eq!(
            id_of(&found("/texts/north/x.txt", Some("/texts/north")), None),
            "x"
        );
    }
}
