//! One article: read, annotated, and folded into its ledger file in memory.

use crate::args::MetaArgs;
use crate::articles::named_claims;
use crate::error::{Failure, Problem};
use crate::input::Input;
use crate::ledgers;
use crate::project::{Project, with_slashes};
use claimbook_article::{Read, Warning, id_is_safe, safe_id};
use claimbook_extract::Extractor;
use claimbook_ledger::{FoldIn, fold_in};
use claimbook_model::ArticleMeta;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// What turns inputs into ledger files.
pub(super) struct Worker<'p> {
    project: &'p Project,
    meta: MetaArgs,
    extractor: Extractor,
}

/// One article's new ledger file, not written yet.
pub(super) struct Worked {
    /// What messages call the input.
    pub(super) name: String,
    /// What was odd about the input.
    pub(super) warnings: Vec<Warning>,
    /// What became of its claims.
    pub(super) fold: FoldIn,
    /// The ledger file.
    path: PathBuf,
    /// What the ledger file said before.
    before: Option<String>,
    /// Why the ledger file must not be written.
    elsewhere: Option<Problem>,
    /// Where the text of standard input is kept, and its bytes.
    kept: Option<(PathBuf, Vec<u8>)>,
}

impl<'p> Worker<'p> {
    /// `meta` is what the command line says of the articles.
    pub(super) fn new(project: &'p Project, meta: MetaArgs) -> Self {
        Self {
            project,
            meta,
            extractor: Extractor::new(),
        }
    }

    /// Reads `input` and folds its claims into its ledger file. What neither the
    /// article nor the command line says of it is taken from that file, so that
    /// an outlet that was named once stays.
    pub(super) fn work(&self, input: &Input) -> Result<Worked, Vec<Failure>> {
        let one = |failure| vec![failure];
        let bytes = input.bytes().map_err(one)?;
        let settings = self.project.defaults();
        let read = |known: &ArticleMeta| input.read_bytes(&bytes, None, &self.meta.over(known));
        let first = read(&settings).map_err(one)?;
        if input.path.is_none() && first.article.text.trim().is_empty() {
            let message = "<stdin>: there is no text on standard input";
            return Err(one(Failure::new(message, "put the article in it")));
        }
        let id = first.article.meta.id.clone();
        let path = self.ledger_path(input, &id).map_err(one)?;
        let old = if path.exists() {
            Some(ledgers::read(&path)?)
        } else {
            None
        };
        let Read { article, warnings } = match &old {
            Some(old) => read(&known(&old.ledger.article, &settings)).map_err(one)?,
            None => first,
        };
        let found = self.extractor.annotate(&article);
        let claims = named_claims(&id, found.claims);
        let kept = input.path.is_none().then(|| {
            (
                self.project.articles().join(format!("{id}.txt")),
                bytes.clone(),
            )
        });
        let file = kept.as_ref().map(|(path, _)| path).or(input.path.as_ref());
        let mut meta = article.meta;
        meta.path = file.map(|path| self.project.relative(path));
        meta.text_sha256 = Some(format!("{:x}", Sha256::digest(article.text.as_bytes())));
        let before = old.as_ref().map(|old| (old.text.as_str(), &old.ledger));
        let elsewhere =
            before.and_then(|(_, ledger)| self.elsewhere(input, &meta, &ledger.article, &path));
        let fold = fold_in(before, meta, claims)
            .map_err(|refused| one(Failure::refused(&path, &refused)))?;
        Ok(Worked {
            name: input.name(),
            warnings,
            fold,
            elsewhere,
            path,
            before: old.map(|old| old.text),
            kept,
        })
    }

    /// The ledger file of the article, if its id can name one.
    fn ledger_path(&self, input: &Input, id: &str) -> Result<PathBuf, Failure> {
        if id_is_safe(id) {
            return Ok(self.project.ledger_path(id));
        }
        let message = format!("{}: its id `{id}` cannot name a ledger file", input.name());
        Err(Failure::new(
            message,
            format!("call it `{}`, for example", safe_id(id)),
        ))
    }

    /// Why the ledger file cannot be used: it belongs to another article, which is
    /// still there.
    fn elsewhere(
        &self,
        input: &Input,
        new: &ArticleMeta,
        old: &ArticleMeta,
        ledger: &Path,
    ) -> Option<Problem> {
        let path = old
            .path
            .as_ref()
            .filter(|path| new.path != old.path && self.project.root().join(path).exists())?;
        let ledger = with_slashes(ledger);
        Some(Problem {
            message: format!(
                "{}: its id `{}` belongs to {path} ({ledger})",
                input.name(),
                new.id
            ),
            help: Some("give it another `id:` in its front matter, or another name".to_owned()),
        })
    }
}

/// The metadata of a ledger file where it says something, else the settings.
fn known(old: &ArticleMeta, settings: &ArticleMeta) -> ArticleMeta {
    let old = old.clone();
    ArticleMeta {
        publisher: old.publisher.or_else(|| settings.publisher.clone()),
        agency: old.agency.or_else(|| settings.agency.clone()),
        ..old
    }
}

impl Worked {
    /// The article's id.
    pub(super) fn id(&self) -> &str {
        &self.fold.ledger.article.id
    }

    /// Whether the ledger file stays as it is.
    pub(super) fn is_unchanged(&self) -> bool {
        self.before.as_deref() == Some(self.fold.yaml.as_str())
    }

    /// Whether the ledger file is this article's own.
    pub(super) fn may_be_written(&self) -> Result<(), Failure> {
        self.elsewhere
            .clone()
            .map_or(Ok(()), |problem| Err(Failure::Problem(problem)))
    }

    /// Writes the text if it came from standard input, and the ledger file, which is
    /// not touched if it would stay the same.
    pub(super) fn write(&self) -> Result<(), Failure> {
        self.may_be_written()?;
        if let Some((path, bytes)) = &self.kept {
            keep(path, bytes)?;
        }
        claimbook_ledger::write(&self.path, &self.fold.yaml)
            .map(|_| ())
            .map_err(|e| Failure::write(&e))
    }
}

/// Keeps the text of standard input, unless another text stands there.
fn keep(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    match std::fs::read(path) {
        Ok(there) if there == bytes => return Ok(()),
        Ok(_) => {
            let message = format!("{}: another text stands there already", path.display());
            return Err(Failure::new(
                message,
                "give the new one another `id:` in its front matter",
            ));
        }
        Err(_) => {}
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|e| Failure::file("make", folder, &e))?;
    }
    std::fs::write(path, bytes).map_err(|e| Failure::file("write", path, &e))
}
