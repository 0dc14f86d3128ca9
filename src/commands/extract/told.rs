//! What `extract` tells: a line for each article that changed, and below it the
//! claims that a person should look at.

use super::worked::Worked;
use crate::app::App;
use crate::error::Failure;
use claimbook_ledger::{Event, Outcome};
use claimbook_report::{Role, Style, one_line};

/// Counts over the whole run.
#[derive(Default)]
pub(super) struct Told {
    articles: usize,
    same: usize,
    new: usize,
    stale: usize,
}

impl Told {
    /// What became of one article's claims; nothing when all is as it was.
    pub(super) fn article(&mut self, worked: &Worked, style: &Style) -> String {
        let outcomes = &worked.fold.outcomes;
        let count = |test: fn(&Event) -> bool| outcomes.iter().filter(|o| test(&o.event)).count();
        self.articles += 1;
        self.new += count(|e| *e == Event::New);
        self.stale += outcomes.iter().filter(|o| o.stale).count();
        if worked.is_unchanged() {
            self.same += 1;
            return String::new();
        }
        let counts = [
            (count(|e| matches!(e, Event::FigureEdited { .. })), "edited"),
            (count(|e| matches!(e, Event::Reworded { .. })), "reworded"),
            (count(|e| *e == Event::Gone), "gone"),
            (count(|e| *e == Event::Removed), "removed"),
            (count(|e| *e == Event::Returned), "returned"),
            (count(|e| *e == Event::New), "new"),
            (count(|e| *e == Event::Refreshed), "read anew"),
            (count(|e| *e == Event::Unchanged), "unchanged"),
        ];
        let counts: Vec<String> = counts
            .iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, word)| format!("{n} {word}"))
            .collect();
        let counts = if counts.is_empty() {
            "no claims".to_owned()
        } else {
            counts.join(", ")
        };
        let mut out = format!(
            "{}: {counts}\n",
            style.paint(Role::Heading, &one_line(&worked.name))
        );
        for outcome in outcomes {
            if let Some(line) = line(outcome) {
                out.push_str(&format!("  {line}\n"));
            }
        }
        out
    }

    /// The end of the run, and what to do next.
    pub(super) fn end(&self, dry_run: bool, app: &mut App) -> Result<(), Failure> {
        if self.articles == 0 {
            return Ok(());
        }
        let (articles, same) = (self.articles, self.same);
        let plural = if articles == 1 { "article" } else { "articles" };
        app.note(&format!(
            "{articles} {plural} read, {same} of them unchanged"
        ))?;
        if dry_run {
            app.note("nothing was written (--dry-run)")
        } else if self.stale > 0 {
            app.next("claimbook review --stale")
        } else if self.new > 0 {
            app.next("claimbook review")
        } else {
            app.next("claimbook compare")
        }
    }
}

/// What a person should know of one claim: what an outlet changed, took back or
/// brought back.
fn line(outcome: &Outcome) -> Option<String> {
    let what = match &outcome.event {
        Event::FigureEdited { was, now } => {
            format!("edited: {} -> {}", one_line(was), one_line(now))
        }
        Event::Reworded { was } => format!("reworded, was: {}", one_line(was)),
        Event::Gone => "gone from the article".to_owned(),
        Event::Returned => "back in the article".to_owned(),
        Event::Unchanged | Event::Refreshed | Event::New | Event::Removed if outcome.stale => {
            "read anew".to_owned()
        }
        Event::Unchanged | Event::Refreshed | Event::New | Event::Removed => return None,
    };
    let review = match (outcome.reviewed, outcome.stale) {
        (_, true) => " (its review is stale)",
        (true, false) => " (reviewed)",
        (false, false) => "",
    };
    Some(format!("{} {what}{review}", outcome.claim))
}
