//! `init`: the first files of a claimbook.

use crate::app::{App, Exit};
use crate::attributes;
use crate::error::Failure;
use crate::project::{Project, SETTINGS};
use crate::shell::quoted;
use clap::Args;
use std::path::{Path, PathBuf};

/// Start a claimbook in a folder
///
/// Makes claimbook.yaml, articles/, claims/, the schema of ledger files for editors,
/// and the lines in .gitattributes that keep line ends the same everywhere. What is
/// there already stays as it is.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimbook init venezuela && cd venezuela")]
pub(crate) struct InitArgs {
    /// The folder; made if it is not there
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
}

/// The settings of a new claimbook.
const NEW_SETTINGS: &str = "\
# A claimbook. These are its settings; every line may be left out.
articles: \"articles\"
claims: \"claims\"
# For articles that do not say it themselves:
# publisher: \"The outlet\"
# agency: \"The agency\"
";

/// Ledger files are written with line feeds; git must not change that.
const LINE_ENDS: &str = "claims/**/*.yaml text eol=lf";

pub(crate) fn run(args: &InitArgs, app: &mut App) -> Result<Exit, Failure> {
    // Named by what stands in it, "here" needs no name.
    let here = args.folder == Path::new(".");
    let folder = if here { Path::new("") } else { &args.folder };
    make(folder)?;
    let settings = folder.join(SETTINGS);
    if settings.exists() {
        app.note(&format!(
            "{}: there already, left as it is",
            settings.display()
        ))?;
    } else {
        write(&settings, NEW_SETTINGS)?;
        app.note(&format!("{}: made", settings.display()))?;
    }
    let project = Project::open(folder.to_owned())?;
    make(&project.articles())?;
    make(&project.claims())?;
    project.refresh_schema()?;
    attributes::add(folder, LINE_ENDS)?;
    let (articles, claims) = (project.articles(), project.claims());
    app.note(&format!(
        "articles go to {}, their claims to {}",
        articles.display(),
        claims.display()
    ))?;
    app.next(&format!(
        "claimbook extract {}",
        quoted(&articles.display().to_string())
    ))?;
    Ok(Exit::Fine)
}

fn make(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|e| Failure::file("make", folder, &e))
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text).map_err(|e| Failure::file("write", path, &e))
}
