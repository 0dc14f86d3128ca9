//! What became of what was to be saved.

use super::item::Change;
use super::leaving::{Edit, Go, Saved, Then, Waiting};
use super::{Effect, State, Step};
use crate::app::count;
use crate::decisions::told;
use claimbook_ledger::carry_over;
use claimbook_model::Claim;

/// What is told of a claim that has vanished.
const MISSING: &str = "not saved: the ledger does not have this claim any more, or has it twice";

impl State {
    /// Takes in what became of what was to be saved: an answer for each edit, or why
    /// nothing could be written.
    pub(crate) fn saved(&mut self, outcome: Result<Vec<Saved>, String>) -> Option<Effect> {
        let Waiting { edits, then } = self.waiting.take()?;
        let answers = match outcome {
            Ok(answers) => answers,
            Err(why) => {
                if then == Then::Undone {
                    let back = edits.iter().map(Edit::turned);
                    self.history.push(Step::Left(back.collect()));
                }
                self.tell_bad(why);
                return None;
            }
        };
        self.forget_steps();
        match self.take_in_all(&edits, answers, then) {
            None => self.proceed(then, &edits),
            Some((item, trouble)) => {
                self.at = item;
                self.tell_bad(trouble);
                None
            }
        }
    }

    /// Takes in each answer. The first item that was not saved, and why.
    fn take_in_all(
        &mut self,
        edits: &[Edit],
        answers: Vec<Saved>,
        then: Then,
    ) -> Option<(usize, String)> {
        let mut trouble = None;
        let mut written = Vec::new();
        for (edit, answer) in edits.iter().zip(answers) {
            match answer {
                Saved::Done(now) => written.push(self.take_in(edit, *now)),
                Saved::Changed(now) => {
                    let text = self.meanwhile(edit, &now, then);
                    self.others_decided(edit, *now);
                    trouble.get_or_insert((edit.item, text));
                }
                Saved::Missing => {
                    let changes = self.items[edit.item].changes.clone();
                    let mut text = MISSING.to_owned();
                    if !changes.is_empty() {
                        text.push_str("; what you decided is kept here, [u] drops it");
                    }
                    self.keep_open(edit.item, changes);
                    trouble.get_or_insert((edit.item, text));
                }
            }
        }
        if !written.is_empty() && then != Then::Undone {
            // Below the decisions that stay open, which are undone first.
            let open = self.history.partition_point(|s| matches!(s, Step::Left(_)));
            self.history.insert(open, Step::Left(written));
        }
        trouble
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

    /// What was written is what the ledger says. The edit as it came to be.
    fn take_in(&mut self, edit: &Edit, now: Claim) -> Edit {
        let item = &mut self.items[edit.item];
        item.changes.clear();
        item.draft = now.clone();
        item.saved = now.clone();
        // The way back is to take out what this edit put in, not what others did.
        let old = carry_over(&edit.new, &edit.old, &now);
        Edit {
            item: edit.item,
            old: old.unwrap_or_else(|| edit.old.clone()),
            new: now,
        }
    }

    /// Others decided meanwhile: what is shown is theirs, with the person's own on it.
    fn others_decided(&mut self, edit: &Edit, now: Claim) {
        let item = &mut self.items[edit.item];
        item.saved = now.clone();
        item.draft = now;
        let changes = std::mem::take(&mut item.changes);
        self.keep_open(edit.item, changes);
    }

    /// Puts `changes` on the item as what is not saved yet. They are one step to undo: the
    /// steps that they came from are forgotten.
    fn keep_open(&mut self, item: usize, changes: Vec<Change>) {
        if !changes.is_empty() && self.items[item].put(changes, &self.reviewer).is_ok() {
            let before = Vec::new();
            self.history.push(Step::Decided { item, before });
        }
    }

    /// What others did, and what became of the person's own decision.
    fn meanwhile(&self, edit: &Edit, now: &Claim, then: Then) -> String {
        let (id, what) = (&now.id, told(&edit.old, now));
        // Of the rest of a file only the claim on the screen holds words of the person.
        let is_shown = edit.item == self.at;
        match then {
            Then::Undone => format!("{id} was changed meanwhile ({what}); it stays as it is"),
            Then::Past if !is_shown => {
                format!("{id} was changed meanwhile ({what}) and left as it is")
            }
            Then::Past | Then::Go(_) => format!(
                "not saved: it was changed meanwhile ({what}); [enter] saves yours over it, [u] drops yours"
            ),
        }
    }
}
