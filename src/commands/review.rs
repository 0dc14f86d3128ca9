//! `review`: one claim a screen, one key a decision.

mod key;
mod line;
mod pages;
mod printed;
mod programs;
mod queue;
mod save;
mod screen;
mod session;
mod state;

use crate::app::{App, Exit, count};
use crate::beside::Rows;
use crate::decisions::{REVIEWER, Reviewer};
use crate::error::Failure;
use crate::filter::Filter;
use crate::ledgers::{self, LedgerFile};
use crate::project::Project;
use crate::shell::quoted;
use clap::Args;
use queue::{Place, Wanted, is_open, queue};
use session::Session;
use state::{Item, State};

/// Decide on claims one by one: one claim a screen, one key a decision
///
/// Shows the claims that nobody has decided on, and those that have changed since; with
/// a filter such as `--verdict open` those that fit it. What is decided is saved when the
/// claim is left, as `claimbook set` does; `u` takes it back, `?` explains the keys.
/// Without a terminal the commands to use instead are printed.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    claimbook review\n  \
    claimbook review trade-2022-02-17\n  \
    claimbook review --stale\n  \
    claimbook review --measure 'vaccine doses' > decisions.sh")]
pub(crate) struct ReviewArgs {
    /// Claims (ARTICLE#c-...), articles or their files; all by default
    #[arg(value_name = "ID|FILE")]
    names: Vec<String>,
    /// Claims that are decided on too
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    filter: Filter,
}

impl ReviewArgs {
    fn wanted(&self) -> Wanted<'_> {
        Wanted {
            names: &self.names,
            all: self.all,
            filter: &self.filter,
        }
    }
}

pub(crate) fn run(args: &ReviewArgs, app: &mut App) -> Result<Exit, Failure> {
    let project = Project::required()?;
    let files = ledgers::load(&project, app)?;
    let places = queue(&args.wanted(), &files, &project)?;
    if places.is_empty() {
        nothing(args, &files, &project, app)?;
    } else if app.terminal.stdout && screen::is_possible() {
        decide(&project, &files, &places, app)?;
    } else {
        print(&files, &places, app)?;
    }
    Ok(Exit::Fine)
}

/// Says why there is nothing to show.
fn nothing(
    args: &ReviewArgs,
    files: &[LedgerFile],
    project: &Project,
    app: &mut App,
) -> Result<(), Failure> {
    let all: usize = files.iter().map(|file| file.ledger.claims.len()).sum();
    if all == 0 {
        app.note("the ledger holds no claims yet")?;
        return app.next("claimbook extract articles");
    }
    let chosen = Wanted {
        all: true,
        ..args.wanted()
    };
    let chosen = queue(&chosen, files, project)?.len();
    if args.filter.is_empty() && chosen > 0 {
        let (claims, are) = (
            count(chosen, "claim"),
            if chosen == 1 { "is" } else { "are" },
        );
        app.note(&format!(
            "nothing to decide on; {claims} of these {are} decided on already"
        ))?;
        let names = args.names.iter().map(|name| format!("{} ", quoted(name)));
        return app.next(&format!(
            "claimbook review {}--all",
            names.collect::<String>()
        ));
    }
    app.note(&format!("none of the {} fits", count(all, "claim")))
}

/// Prints the commands to use instead of a terminal.
fn print(files: &[LedgerFile], places: &[Place], app: &mut App) -> Result<(), Failure> {
    for (n, (file, at)) in places.iter().enumerate() {
        let file = &files[*file];
        let claim = &file.ledger.claims[*at];
        app.out
            .text(&printed::command(n + 1, places.len(), file, claim))?;
    }
    app.note(&format!(
        "{} to decide on: put words for the dots; on a terminal `claimbook review` asks for each",
        count(places.len(), "claim")
    ))
}

/// Asks for each on the terminal.
fn decide(
    project: &Project,
    files: &[LedgerFile],
    places: &[Place],
    app: &mut App,
) -> Result<(), Failure> {
    let items = places.iter().map(|(file, at)| {
        let claim = &files[*file].ledger.claims[*at];
        Item::new(*file, claim.clone())
    });
    let reviewer = Reviewer::find()?;
    let nameless = reviewer.by.is_none();
    let mut state = State::new(items.collect(), reviewer);
    if nameless {
        state.greet(format!(
            "decisions are saved without a name: set {REVIEWER} to yours"
        ));
    }
    let rows = Rows::of(files.iter().map(|file| &file.ledger), project)?;
    let mut session = Session::new(project, files, rows, state);
    let ended = session.run(app);
    // What was saved is told even when the end was a failure.
    told(session.state(), app)?;
    ended
}

/// "3 claims reviewed, 24 open", and what to do next.
fn told(state: &State, app: &mut App) -> Result<(), Failure> {
    let open = |item: &&Item| is_open(&item.saved);
    let open = state.items().iter().filter(open).count();
    let reviewed = count(state.reviewed(), "claim");
    app.note(&format!("{reviewed} reviewed, {open} of these still open"))?;
    if open > 0 {
        let typed = std::env::args_os().skip(1);
        let words: Vec<String> = typed.map(|word| quoted(&word.to_string_lossy())).collect();
        app.next(&format!("claimbook {}", words.join(" ")))
    } else {
        app.next("claimbook check")
    }
}
