//! Leaving a claim: what is to be saved, where to go then, and the way back.

use super::{Effect, Mode, State, Step, assignment, is_unanswered};
use crate::commands::review::key::Decision;
use claimbook_model::Claim;

/// A claim to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    /// The number of the item.
    pub(crate) item: usize,
    /// The claim as the person saw it.
    pub(crate) old: Claim,
    /// The claim with their decisions.
    pub(crate) new: Claim,
}

impl Edit {
    /// The way back from it.
    pub(super) fn turned(&self) -> Self {
        Self {
            item: self.item,
            old: self.new.clone(),
            new: self.old.clone(),
        }
    }
}

/// What became of an [`Edit`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Saved {
    /// It is in the ledger, where the claim now reads so.
    Done(Box<Claim>),
    /// Others decided on the same meanwhile: the claim as it is now; nothing was written.
    Changed(Box<Claim>),
    /// The ledger has no such claim any more.
    Missing,
}

/// Where to go from a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Go {
    Next,
    Back,
    Quit,
}

/// Why something is being saved, and so what to do when that is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Waiting {
    pub(super) edits: Vec<Edit>,
    pub(super) then: Then,
}

/// What to do when something is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    /// Leave the claim.
    Go(Go),
    /// Past the last of the items.
    Past,
    /// To the first of the items, whose decisions were taken back.
    Undone,
}

impl State {
    /// Saves what was decided on the shown claim, then goes.
    pub(super) fn leave(&mut self, go: Go) -> Option<Effect> {
        let item = self.item();
        if !item.is_unsaved() {
            self.forget_steps();
            return self.go(go);
        }
        let edit = Edit {
            item: self.at,
            old: item.saved.clone(),
            new: item.draft.clone(),
        };
        self.save(vec![edit], Then::Go(go))
    }

    /// Saves what was decided on the shown claim, whatever is on the screen, then ends.
    pub(crate) fn quit(&mut self) -> Option<Effect> {
        self.leave(Go::Quit)
    }

    /// Decides on the shown claim and on those after it in its file whose question is open.
    pub(super) fn decide_rest(&mut self, decision: Decision) -> Option<Effect> {
        if !self.decide(decision) {
            return None;
        }
        let (key, value) = assignment(decision);
        let (at, file) = (self.at, self.item().file);
        let mut edits = Vec::new();
        for (number, item) in self.items.iter().enumerate().skip(at) {
            if item.file != file || (number > at && !is_unanswered(&item.saved, decision)) {
                continue;
            }
            let mut item = item.clone();
            let changes = item.changes_with(key, value);
            if number > at && item.put(changes, &self.reviewer).is_err() {
                continue;
            }
            edits.push(Edit {
                item: number,
                old: item.saved,
                new: item.draft,
            });
        }
        self.save(edits, Then::Past)
    }

    /// Takes the last step back: a decision that is not saved, or what the last claim was
    /// left with.
    pub(super) fn undo(&mut self) -> Option<Effect> {
        match self.history.pop() {
            None => {
                self.tell("there is nothing to undo");
                None
            }
            Some(Step::Decided { item, before }) => {
                self.at = item;
                if let Err(error) = self.items[item].put(before, &self.reviewer) {
                    self.tell_bad(error.message);
                }
                None
            }
            Some(Step::Left(edits)) => {
                self.save(edits.iter().map(Edit::turned).collect(), Then::Undone)
            }
        }
    }

    fn save(&mut self, edits: Vec<Edit>, then: Then) -> Option<Effect> {
        let effect = Effect::Save(edits.clone());
        self.waiting = Some(Waiting { edits, then });
        Some(effect)
    }

    /// A step inside a claim is no longer one once the claim is left.
    pub(super) fn forget_steps(&mut self) {
        self.history.retain(|step| matches!(step, Step::Left(_)));
    }

    pub(super) fn go(&mut self, go: Go) -> Option<Effect> {
        self.mode = Mode::Browse;
        match go {
            Go::Quit => return Some(Effect::Quit),
            Go::Next if self.at + 1 < self.items.len() => self.at += 1,
            Go::Next if self.ended => return Some(Effect::Quit),
            Go::Next => {
                self.ended = true;
                self.tell("that was the last one: [enter] ends, [b] goes back, [u] undoes");
            }
            Go::Back if self.at == 0 => self.tell("this is the first one"),
            Go::Back => {
                self.at -= 1;
                self.ended = false;
            }
        }
        None
    }
}
