//! `link`: two claims on one row, whatever the comparison makes of them.

use crate::app::{App, Exit};
use crate::error::Failure;
use crate::project::Project;
use crate::series::{self, Decided};
use crate::shell::quoted;
use clap::Args;

/// Put two claims on one row of the comparison, for good
///
/// Both become members of a series in series.yaml: of the one that is named; else of
/// the one that either is a member of; else of a new one, called like the measure of
/// the first. `claimbook unlink` takes it back.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    claimbook link trade-2022-02-17#c-sz5v2s5q c-7k2m9q4d\n  \
    claimbook link c-sz5v2s5q c-7k2m9q4d --series 'bilateral trade'")]
pub(crate) struct LinkArgs {
    #[command(flatten)]
    pub(super) pair: PairArgs,
}

/// Two claims and the row that they are about.
#[derive(Debug, Args)]
pub(super) struct PairArgs {
    /// A claim: ARTICLE#c-..., or c-... where that is enough
    #[arg(value_name = "ID")]
    one: String,
    /// Another claim
    #[arg(value_name = "ID")]
    other: String,
    /// The series, by its name or a synonym
    #[arg(long, value_name = "NAME")]
    pub(super) series: Option<String>,
}

pub(crate) fn run(args: &LinkArgs, app: &mut App) -> Result<Exit, Failure> {
    let project = Project::required()?;
    let [one, other] = args.pair.claims(&project, app)?;
    let name = args.pair.series.as_deref();
    let pair = [one.name.as_str(), other.name.as_str()];
    let decided = series::decide(&project, app, |series| {
        claimbook_ledger::series::link(series, pair, name, &one.measure)
    })?;
    let told = format!("{} and {} stand on one row", one.name, other.name);
    tell(&decided, &told, app)
}

impl PairArgs {
    /// The two claims.
    pub(super) fn claims(
        &self,
        project: &Project,
        app: &mut App,
    ) -> Result<[series::NamedClaim; 2], Failure> {
        let ids = [self.one.clone(), self.other.clone()];
        let claims = series::claims(&ids, project, app)?;
        claims.try_into().map_err(|claims: Vec<_>| {
            Failure::plain(format!("{} claims where two are needed", claims.len()))
        })
    }
}

/// Says what a decision about two claims did.
pub(super) fn tell(decided: &Decided, told: &str, app: &mut App) -> Result<Exit, Failure> {
    match (&decided.name, decided.changed) {
        (Some(name), true) => {
            app.note(&format!("series \"{name}\": {told}"))?;
            app.next(&format!("claimbook compare --series {}", quoted(name)))?;
        }
        (Some(name), false) => {
            app.note(&format!(
                "series \"{name}\": {told} already, nothing changed"
            ))?;
        }
        (None, _) => app.note("they are members of two series already, nothing changed")?,
    }
    Ok(Exit::Fine)
}
