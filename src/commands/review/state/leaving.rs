//! Leaving a claim: what is saved, what became of that, and the way back.

use super::{Effect, Mode, State, Step, assignment, is_unanswered};
use crate::app::count;
use crate::commands::review::key::Decision;
use crate::decisions::told;
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
    edits: Vec<Edit>,
    then: Then,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
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
                let back = edits.into_iter().map(|Edit { item, old, new }| Edit {
                    item,
                    old: new,
                    new: old,
                });
                self.save(back.collect(), Then::Undone)
            }
        }
    }

    fn save(&mut self, edits: Vec<Edit>, then: Then) -> Option<Effect> {
        let effect = Effect::Save(edits.clone());
        self.waiting = Some(Waiting { edits, then });
        Some(effect)
    }

    /// Takes in what became of what was to be saved: an answer for each edit, or why
    /// nothing could be written.
    pub(crate) fn saved(&mut self, outcome: Result<Vec<Saved>, String>) -> Option<Effect> {
        let Waiting { edits, then } = self.waiting.take()?;
        let answers = match outcome {
            Ok(answers) => answers,
            Err(why) => {
                if then == Then::Undone {
                    self.history
                        .push(Step::Left(edits.iter().map(turned).collect()));
                }
                self.tell_bad(why);
                return None;
            }
        };
        self.forget_steps();
        let mut trouble = None;
        let mut written = Vec::new();
        for (edit, answer) in edits.iter().zip(answers) {
            match answer {
                Saved::Done(now) => written.push(self.take_in(edit, *now)),
                Saved::Changed(now) => {
                    let what = told(&edit.old, &now);
                    self.others_decided(edit, *now, then);
                    trouble.get_or_insert((edit.item, meanwhile(&what, &edit.old, then)));
                }
                Saved::Missing => {
                    self.items[edit.item].draft = self.items[edit.item].saved.clone();
                    self.items[edit.item].changes.clear();
                    let text = "the ledger does not have this claim any more; nothing was saved";
                    trouble.get_or_insert((edit.item, text.to_owned()));
                }
            }
        }
        if !written.is_empty() && then != Then::Undone {
            // Below the decisions that stay open, which are undone first.
            let open = self.history.partition_point(|s| matches!(s, Step::Left(_)));
            self.history.insert(open, Step::Left(written));
        }
        if let Some((item, text)) = trouble {
            self.at = item;
            self.tell_bad(text);
            return None;
        }
        self.proceed(then, &edits)
    }

    fn proceed(&mut self, then: Then, edits: &[Edit]) -> Option<Effect> {
        let numbers = || edits.iter().map(|edit| edit.item);
        match then {
            Then::Go(go) => self.go(go),
            Then::Past => {
                self.at = numbers().max().unwrap_or(self.at);
                let effect = self.go(Go::Next);
                self.tell(format!(
                    "decided and saved: {} of one file; [u] takes it back",
                    count(edits.len(), "claim")
                ));
                effect
            }
            Then::Undone => {
                self.at = numbers().min().unwrap_or(self.at);
                self.ended = false;
                self.tell(format!("taken back: {}", count(edits.len(), "claim")));
                None
            }
        }
    }

    /// What was written is what the ledger says.
    fn take_in(&mut self, edit: &Edit, now: Claim) -> Edit {
        let item = &mut self.items[edit.item];
        item.changes.clear();
        item.draft = now.clone();
        item.saved = now.clone();
        Edit {
            item: edit.item,
            old: edit.old.clone(),
            new: now,
        }
    }

    /// Others decided meanwhile: what is shown is theirs, with the person's own on it.
    fn others_decided(&mut self, edit: &Edit, now: Claim, then: Then) {
        let item = &mut self.items[edit.item];
        item.saved = now.clone();
        item.draft = now;
        let changes = std::mem::take(&mut item.changes);
        if matches!(then, Then::Go(_)) && item.put(changes, &self.reviewer).is_ok() {
            self.history.push(Step::Decided {
                item: edit.item,
                before: Vec::new(),
            });
        }
    }

    /// A step inside a claim is no longer one once the claim is left.
    fn forget_steps(&mut self) {
        self.history.retain(|step| matches!(step, Step::Left(_)));
    }

    fn go(&mut self, go: Go) -> Option<Effect> {
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

/// The way back from an edit, and from the way back.
fn turned(edit: &Edit) -> Edit {
    Edit {
        item: edit.item,
        old: edit.new.clone(),
        new: edit.old.clone(),
    }
}

/// What others did, and what became of the person's own decision.
fn meanwhile(what: &str, old: &Claim, then: Then) -> String {
    let id = &old.id;
    match then {
        Then::Undone => format!("{id} was changed meanwhile ({what}); it stays as it is"),
        Then::Past => format!("{id} was changed meanwhile ({what}) and left as it is"),
        Then::Go(_) => format!(
            "not saved: it was changed meanwhile ({what}); [enter] saves yours over it, [u] drops yours"
        ),
    }
}
