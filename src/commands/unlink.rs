//! `unlink`: two claims never on one row.

use super::link::{PairArgs, tell};
use crate::app::{App, Exit};
use crate::error::Failure;
use crate::project::Project;
use crate::series;
use clap::Args;

/// Keep two claims off one row of the comparison, for good
///
/// The second becomes a non-member of the series that the first is a member of, or the
/// other way round. Where neither is a member of one, the first gets a series of its
/// own, called like its measure. `claimbook link` takes it back.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimbook unlink trade-2022-02-17#c-sz5v2s5q c-7k2m9q4d")]
pub(crate) struct UnlinkArgs {
    #[command(flatten)]
    pair: PairArgs,
}

pub(crate) fn run(args: &UnlinkArgs, app: &mut App) -> Result<Exit, Failure> {
    let project = Project::required()?;
    let [one, other] = args.pair.claims(&project, app)?;
    let name = args.pair.series.as_deref();
    let pair = [one.name.as_str(), other.name.as_str()];
    let decided = series::decide(&project, app, |series| {
        claimbook_ledger::series::unlink(series, pair, name, &one.measure)
    })?;
    let told = format!("{} and {} never share a row", one.name, other.name);
    tell(&decided, &told, app)
}
