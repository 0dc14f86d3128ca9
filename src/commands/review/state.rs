//! The review as a pure machine: a key changes the state, and may ask the world for
//! something. It knows no terminal and no files.

mod asking;
mod item;
mod leaving;
mod saved;
#[cfg(test)]
mod tests;

use super::key::{Action, Decision, Key, Meaning, Reach, meaning};
use super::line::Line;
use crate::decisions::Reviewer;
use claimbook_ledger::{Correctable, SetError, correctable};
use claimbook_model::{Claim, Reading, Verdict};
use item::Change;
pub(super) use item::Item;
pub(super) use leaving::{Edit, Saved};
use leaving::{Go, Waiting};
use std::collections::BTreeSet;

/// What the foot of the screen is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mode {
    /// Deciding.
    Browse,
    /// Reading what the keys do.
    Help,
    /// Choosing the field to correct.
    Fields,
    /// Typing.
    Ask(Ask),
}

/// A question that is answered in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ask {
    /// What is asked for.
    pub(super) what: What,
    /// The answer so far.
    pub(super) line: Line,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// The note.
    Note,
    /// A URL.
    Evidence,
    /// The right value of a field.
    Field(Correctable),
}

/// Something to tell, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Notice {
    /// Whether something went wrong.
    pub(super) bad: bool,
    /// What.
    pub(super) text: String,
}

/// What the machine asks of the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Effect {
    /// Write these, then tell with [`State::saved`].
    Save(Vec<Edit>),
    /// Let the person write a note in an editor, then tell with [`State::written`].
    Editor(String),
    /// Open the article.
    Source,
    /// End.
    Quit,
    /// End without saving the shown claim.
    Interrupt,
}

/// A step that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// A decision that is not saved: the item's changes before it.
    Decided { item: usize, before: Vec<Change> },
    /// Items that were left, with what was saved.
    Left(Vec<Edit>),
}

/// The whole review.
#[derive(Debug)]
pub(super) struct State {
    items: Vec<Item>,
    at: usize,
    /// What the foot of the screen is for.
    pub(super) mode: Mode,
    /// What the last key has led to.
    pub(super) notice: Option<Notice>,
    history: Vec<Step>,
    waiting: Option<Waiting>,
    /// Whether the end was reached and told.
    ended: bool,
    reviewer: Reviewer,
}

impl State {
    /// A review of `items`, of which there is at least one.
    pub(super) fn new(items: Vec<Item>, reviewer: Reviewer) -> Self {
        Self {
            items,
            at: 0,
            mode: Mode::Browse,
            notice: None,
            history: Vec::new(),
            waiting: None,
            ended: false,
            reviewer,
        }
    }

    /// The number of the claim that is shown, from 0.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// All claims under review.
    pub(super) fn items(&self) -> &[Item] {
        &self.items
    }

    /// The claim that is shown.
    pub(super) fn item(&self) -> &Item {
        &self.items[self.at]
    }

    /// How many claims were decided on and saved.
    pub(super) fn reviewed(&self) -> usize {
        let left = self.history.iter().filter_map(|step| match step {
            Step::Left(edits) => Some(edits),
            Step::Decided { .. } => None,
        });
        let items: BTreeSet<usize> = left.flatten().map(|edit| edit.item).collect();
        items.len()
    }

    /// Takes in how the shown claim stands in the ledger now. Decisions that are not
    /// saved yet are made anew on it.
    pub(super) fn refresh(&mut self, claim: Claim) {
        let item = &mut self.items[self.at];
        item.saved = claim;
        let changes = std::mem::take(&mut item.changes);
        item.draft = item.saved.clone();
        if let Err(error) = item.put(changes, &self.reviewer) {
            self.tell_bad(error.message);
        }
    }

    /// What a key does.
    pub(super) fn press(&mut self, key: &Key) -> Option<Effect> {
        if self.waiting.is_some() {
            return None;
        }
        self.notice = None;
        if *key == Key::Ctrl('c') {
            return Some(Effect::Interrupt);
        }
        match std::mem::replace(&mut self.mode, Mode::Browse) {
            Mode::Browse => self.browse(key),
            Mode::Help => None,
            Mode::Fields => self.choose_field(key),
            Mode::Ask(ask) => self.answer(ask, key),
        }
    }

    fn browse(&mut self, key: &Key) -> Option<Effect> {
        let Some(meaning) = meaning(key) else {
            self.tell(match key {
                Key::Paste(_) => "pasted text decides nothing: press [n] or [v] first",
                _ => "this key does nothing here; [?] explains the others",
            });
            return None;
        };
        match meaning {
            Meaning::Decide(decision, Reach::One) => {
                self.decide(decision);
                None
            }
            Meaning::Decide(decision, Reach::RestOfFile) => self.decide_rest(decision),
            Meaning::Act(action) => self.act(action),
        }
    }

    fn act(&mut self, action: Action) -> Option<Effect> {
        match action {
            Action::Edit => self.mode = Mode::Fields,
            Action::Note => {
                let note = self.item().draft.review.note.clone();
                self.ask(What::Note, &note.unwrap_or_default());
            }
            Action::Evidence => self.ask(What::Evidence, ""),
            Action::Help => self.mode = Mode::Help,
            Action::Source => return Some(Effect::Source),
            Action::Undo => return self.undo(),
            Action::Next => return self.leave(Go::Next),
            Action::Back => return self.leave(Go::Back),
            Action::Quit => return self.leave(Go::Quit),
        }
        None
    }

    /// Decides on the claim that is shown. Whether that was possible.
    fn decide(&mut self, decision: Decision) -> bool {
        if decision == Decision::Reading(Reading::Ok) && !self.item().draft.fix.is_empty() {
            self.tell("a field is corrected, so the reading is \"fixed\"; [e] takes it back");
            return false;
        }
        let (key, value) = assignment(decision);
        self.change(key, value)
    }

    /// Puts one more change on the claim that is shown. Whether that was possible.
    fn change(&mut self, key: &str, value: &str) -> bool {
        let item = &mut self.items[self.at];
        let before = item.changes.clone();
        let changes = item.changes_with(key, value);
        match item.put(changes, &self.reviewer) {
            Ok(()) => {
                let item = self.at;
                self.history.push(Step::Decided { item, before });
                self.ended = false;
                true
            }
            Err(SetError { message, hint }) => {
                self.tell_bad(match hint.as_str() {
                    "" => message,
                    hint => format!("{message}; {hint}"),
                });
                false
            }
        }
    }

    fn tell(&mut self, text: impl Into<String>) {
        let text = text.into();
        self.notice = Some(Notice { bad: false, text });
    }

    /// Tells that something went wrong.
    pub(super) fn tell_bad(&mut self, text: impl Into<String>) {
        let text = text.into();
        self.notice = Some(Notice { bad: true, text });
    }

    /// Tells something that is no answer to a key.
    pub(super) fn greet(&mut self, text: impl Into<String>) {
        self.tell(text);
    }

    /// The fields of the shown claim that can be corrected, each with its key.
    pub(super) fn fields(&self) -> Vec<(char, Correctable)> {
        ('a'..='z').zip(correctable(&self.item().draft)).collect()
    }
}

/// A decision as `set` takes it.
fn assignment(decision: Decision) -> (&'static str, &'static str) {
    match decision {
        Decision::Reading(reading) => ("reading", reading.as_str()),
        Decision::Verdict(verdict) => ("verdict", verdict.as_str()),
    }
}

/// Whether nobody has answered the question of `decision` on `claim`.
fn is_unanswered(claim: &Claim, decision: Decision) -> bool {
    match decision {
        Decision::Reading(_) => claim.review.reading == Reading::Open,
        Decision::Verdict(_) => claim.review.verdict == Verdict::Open,
    }
}
