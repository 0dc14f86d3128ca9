//! The file of series of a claimbook, and the claims that decisions about rows name.

use crate::app::App;
use crate::error::Failure;
use crate::ledgers;
use crate::project::Project;
use claimbook_ledger::decode;
use claimbook_ledger::series::{Series, SeriesChange, SeriesDocument, SeriesError, emit};
use claimbook_report::qualified_id;
use std::io::ErrorKind;
use std::path::PathBuf;

/// The file of series, as it was read.
pub(crate) struct SeriesFile {
    /// Where it stands.
    path: PathBuf,
    /// Its text; `None` if there is no such file.
    text: Option<String>,
    /// What it says.
    pub(crate) series: Vec<Series>,
}

impl SeriesFile {
    /// Reads the file of `project`; one that is not there has no series.
    pub(crate) fn open(project: &Project) -> Result<Self, Failure> {
        let path = project.series_path();
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Ok(Self {
                    path,
                    text: None,
                    series: Vec::new(),
                });
            }
            Err(error) => return Err(Failure::file("read", &path, &error)),
        };
        let name = path.display().to_string();
        let text = decode(&bytes, &name).map_err(|found| Failure::first(&found))?;
        let document = SeriesDocument::read(text, &name).map_err(|found| Failure::first(&found))?;
        let series = document.series().to_vec();
        Ok(Self {
            path,
            text: Some(text.to_owned()),
            series,
        })
    }

    /// Has the file say `new`.
    fn write(&self, new: &[Series]) -> Result<(), Failure> {
        let name = self.path.display().to_string();
        let text = match &self.text {
            None => emit(new),
            Some(text) => SeriesDocument::read(text, &name)
                .map_err(|found| Failure::first(&found))?
                .rewrite(new)
                .map_err(|refused| Failure::refused(&self.path, &refused))?,
        };
        claimbook_ledger::write(&self.path, &text).map_err(|e| Failure::write(&e))?;
        Ok(())
    }
}

/// The series of `project` as the comparison takes them.
pub(crate) fn rows_by_hand(project: &Project) -> Result<Vec<claimbook_compare::Series>, Failure> {
    let kept = SeriesFile::open(project)?.series;
    Ok(kept.into_iter().map(row_by_hand).collect())
}

/// A series as the comparison takes it.
pub(crate) fn row_by_hand(series: Series) -> claimbook_compare::Series {
    claimbook_compare::Series {
        name: series.name,
        wordings: series.synonyms,
        members: series.members,
        non_members: series.non_members,
    }
}

/// What a decision did to the file of series.
pub(crate) struct Decided {
    /// The series that it is about; none where nothing had to be decided.
    pub(crate) name: Option<String>,
    /// Whether the file says something else now.
    pub(crate) changed: bool,
}

/// Makes the decision that `decide` comes to on the series of today. No other process
/// writes between the reading of the file and its writing.
pub(crate) fn decide(
    project: &Project,
    app: &mut App,
    decide: impl FnOnce(&[Series]) -> Result<SeriesChange, SeriesError>,
) -> Result<Decided, Failure> {
    let _lock = project.lock(app)?;
    let file = SeriesFile::open(project)?;
    let SeriesChange { series, name } = decide(&file.series).map_err(refusal)?;
    let changed = series != file.series;
    if changed {
        project.refresh_schema()?;
        file.write(&series)?;
    }
    Ok(Decided { name, changed })
}

/// A decision that cannot be recorded, or a series that is not there.
pub(crate) fn refusal(error: SeriesError) -> Failure {
    Failure::new(error.message, error.hint)
}

/// A claim that a decision names.
pub(crate) struct NamedClaim {
    /// Its name in the whole claimbook, `ARTICLE#c-...`.
    pub(crate) name: String,
    /// What it measures, as people corrected it.
    pub(crate) measure: String,
}

/// The claims that `ids` name; each must have a figure.
pub(crate) fn claims(
    ids: &[String],
    project: &Project,
    app: &mut App,
) -> Result<Vec<NamedClaim>, Failure> {
    let whole = if ids.iter().all(|id| id.contains('#')) {
        Vec::new()
    } else {
        ledgers::load(project, app)?
    };
    let mut claims = Vec::with_capacity(ids.len());
    for id in ids {
        let of_article;
        let files = if whole.is_empty() {
            of_article = ledgers::load_for(id, project, app)?;
            &of_article
        } else {
            &whole
        };
        let (file, claim) = ledgers::find(files, id)?;
        let name = qualified_id(&file.ledger.article, claim);
        let Some(figure) = claim.effective().figure else {
            let help = "a series is a row of figures; words said are compared by themselves";
            return Err(Failure::new(format!("{name} has no figure"), help));
        };
        let measure = figure.measure;
        claims.push(NamedClaim { name, measure });
    }
    Ok(claims)
}
