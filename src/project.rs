//! A claimbook on disk: the folder that `claimbook.yaml` stands in.

use crate::app::App;
use crate::error::Failure;
use claimbook_ledger::{FORMAT, Lock};
use claimbook_model::ArticleMeta;
use claimbook_report::json;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The file that makes a folder a claimbook.
pub(crate) const SETTINGS: &str = "claimbook.yaml";

/// What `claimbook.yaml` may say; every line may be left out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Settings {
    /// The folder of articles, below the claimbook.
    articles: PathBuf,
    /// The folder of ledger files, below the claimbook.
    claims: PathBuf,
    /// For articles that do not name their outlet.
    publisher: Option<String>,
    /// For articles that do not name their agency.
    agency: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            articles: PathBuf::from("articles"),
            claims: PathBuf::from("claims"),
            publisher: None,
            agency: None,
        }
    }
}

/// A claimbook and its settings.
#[derive(Debug)]
pub(crate) struct Project {
    root: PathBuf,
    settings: Settings,
}

impl Project {
    /// The claimbook around the working directory, if there is one.
    pub(crate) fn find() -> Result<Option<Self>, Failure> {
        let here =
            std::env::current_dir().map_err(|e| Failure::file("read", Path::new("."), &e))?;
        let root = here
            .ancestors()
            .find(|folder| folder.join(SETTINGS).is_file());
        root.map(|root| Self::open(shortest(&here, root)))
            .transpose()
    }

    /// The claimbook around the working directory.
    pub(crate) fn required() -> Result<Self, Failure> {
        Self::find()?.ok_or_else(|| {
            Failure::new(
                format!("no {SETTINGS} in this folder or any above it"),
                "start a claimbook with `claimbook init`",
            )
        })
    }

    /// The claimbook in the folder `root`.
    pub(crate) fn open(root: PathBuf) -> Result<Self, Failure> {
        let path = root.join(SETTINGS);
        let text = std::fs::read_to_string(&path).map_err(|e| Failure::file("read", &path, &e))?;
        let settings = settings(&text).map_err(|e| wrong_settings(&path, &e))?;
        Ok(Self { root, settings })
    }

    /// Its folder, relative to the working directory.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where articles are kept.
    pub(crate) fn articles(&self) -> PathBuf {
        self.root.join(&self.settings.articles)
    }

    /// Where ledger files are kept.
    pub(crate) fn claims(&self) -> PathBuf {
        self.root.join(&self.settings.claims)
    }

    /// The ledger file of an article; `id` must be safe as a path.
    pub(crate) fn ledger_path(&self, id: &str) -> PathBuf {
        self.claims().join(format!("{id}.yaml"))
    }

    /// The id of the article whose ledger file stands at `path`; `None` if that is not
    /// among the ledger files.
    pub(crate) fn article_id(&self, path: &Path) -> Option<String> {
        let (folder, whole) = (absolute(&self.claims()), absolute(path));
        let below = whole.strip_prefix(&folder).ok()?;
        Some(with_slashes(&below.with_extension("")))
    }

    /// Where the rows that people keep by hand stand; the file need not be there.
    pub(crate) fn series_path(&self) -> PathBuf {
        self.root.join("series.yaml")
    }

    /// Waits until no other process writes here. Whoever changes ledger files holds
    /// this from before reading them until after writing.
    pub(crate) fn lock(&self, app: &mut App) -> Result<Lock, Failure> {
        let path = self.root.join(SETTINGS);
        let mut told = Ok(());
        let waiting = || told = app.note("another claimbook is writing here; waiting for it");
        let lock =
            claimbook_ledger::lock(&path, waiting).map_err(|e| Failure::file("lock", &path, &e))?;
        told.map(|()| lock)
    }

    /// The same, for whoever cannot wait: it fails where another process goes on writing.
    pub(crate) fn lock_soon(&self) -> Result<Lock, Failure> {
        let path = self.root.join(SETTINGS);
        let lock =
            claimbook_ledger::lock_soon(&path).map_err(|e| Failure::file("lock", &path, &e))?;
        lock.ok_or_else(|| {
            Failure::new(
                "another claimbook is writing here",
                "nothing is lost: try again in a moment",
            )
        })
    }

    /// Writes the schemas that editors read, where they are not current.
    pub(crate) fn refresh_schema(&self) -> Result<(), Failure> {
        let schemas = [
            ("ledger", claimbook_ledger::schema()),
            ("series", claimbook_ledger::series_schema()),
        ];
        for (name, schema) in schemas {
            let text = json::pretty(&schema).map_err(|e| Failure::output(&e))?;
            let file = format!("{name}-{FORMAT}.schema.json");
            let path = self.root.join(".claimbook").join(file);
            claimbook_ledger::write(&path, &text).map_err(|e| Failure::write(&e))?;
        }
        Ok(())
    }

    /// What it says for articles that do not say it themselves.
    pub(crate) fn defaults(&self) -> ArticleMeta {
        ArticleMeta {
            publisher: self.settings.publisher.clone(),
            agency: self.settings.agency.clone(),
            ..ArticleMeta::default()
        }
    }

    /// `path` as an article's `path` is written: below the claimbook, with `/`.
    pub(crate) fn relative(&self, path: &Path) -> String {
        below(&self.root, path)
    }
}

/// `path` as it stands below `folder`, with `/`; one that stands elsewhere as it is.
pub(crate) fn below(folder: &Path, path: &Path) -> String {
    let (folder, whole) = (absolute(folder), absolute(path));
    with_slashes(whole.strip_prefix(&folder).unwrap_or(path))
}

/// `path` with `/` between its parts on every system.
pub(crate) fn with_slashes(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        text.into_owned()
    } else {
        text.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

/// The real path where there is one.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    };
    path.canonicalize()
        .or_else(|_| std::path::absolute(path))
        .unwrap_or_else(|_| path.to_owned())
}

/// The way from `here` up to `root`: empty, `..`, `../..` and so on.
fn shortest(here: &Path, root: &Path) -> PathBuf {
    let steps = here
        .strip_prefix(root)
        .map_or(0, |below| below.components().count());
    std::iter::repeat_n("..", steps).collect()
}

/// An empty file is one that says nothing.
fn settings(text: &str) -> Result<Settings, serde_yaml::Error> {
    serde_yaml::from_str::<Option<Settings>>(text).map(Option::unwrap_or_default)
}

fn wrong_settings(path: &Path, error: &serde_yaml::Error) -> Failure {
    Failure::yaml(
        path,
        error,
        "the settings are articles, claims, publisher and agency, all optional",
    )
}

#[cfg(test)]
mod tests {
    use super::{settings, shortest};
    use std::path::{Path, PathBuf};

    #[test]
    fn settings_may_be_left_out_and_must_be_spelled_right() {
        assert_eq!(
            settings("# nothing\n").unwrap().claims,
            PathBuf::from("claims")
        );
        let some = settings("articles: \"texts\"\npublisher: \"Beacon\"\n").unwrap();
        assert_eq!(
            (some.articles, some.publisher.as_deref()),
            (PathBuf::from("texts"), Some("Beacon"))
        );
        let error = settings("articels: \"texts\"\n").unwrap_err();
        assert_eq!(error.location().map(|at| at.line()), Some(1));
    }

    #[test]
    fn the_way_up_is_short() {
        assert_eq!(
            shortest(Path::new("/a/b"), Path::new("/a/b")),
            PathBuf::new()
        );
        assert_eq!(
            shortest(Path::new("/a/b/c"), Path::new("/a")),
            PathBuf::from("../..")
        );
    }
}
