//! Answers in words: notes, evidence, corrections.

use super::{Ask, Effect, Key, Line, Mode, State, What};
use claimbook_ledger::Correctable;
use claimbook_model::squeeze;

/// What is told of an empty field where there is no correction to take back.
const EMPTY: &str = "an empty field takes a correction back; where there should be nothing, \
    call it wrong and say so in the note";

impl State {
    pub(super) fn ask(&mut self, what: What, start: &str) {
        self.mode = Mode::Ask(Ask {
            what,
            line: Line::new(start),
        });
    }

    /// The letter of a field leads to the question for its right value.
    pub(super) fn choose_field(&mut self, key: &Key) -> Option<Effect> {
        let Key::Char(letter) = key else {
            return None;
        };
        let fields = self.fields();
        match fields.into_iter().find(|(own, _)| own == letter) {
            Some((_, field)) => {
                let now = field.value.clone();
                self.ask(What::Field(field), &now);
            }
            None => {
                self.tell(format!("no field has the letter {letter}"));
                self.mode = Mode::Fields;
            }
        }
        None
    }

    pub(super) fn answer(&mut self, mut ask: Ask, key: &Key) -> Option<Effect> {
        match key {
            Key::Esc => {}
            Key::Enter => self.accept(ask),
            Key::Ctrl('e') if ask.what == What::Note => {
                let text = ask.line.text();
                self.mode = Mode::Ask(ask);
                return Some(Effect::Editor(text));
            }
            key => {
                ask.line.press(key);
                self.mode = Mode::Ask(ask);
            }
        }
        None
    }

    /// Takes in a note that was written in an editor.
    pub(crate) fn written(&mut self, text: &str) {
        self.mode = Mode::Browse;
        self.accept(Ask {
            what: What::Note,
            line: Line::new(text),
        });
    }

    /// Takes the answer, or asks again if it cannot be taken.
    fn accept(&mut self, ask: Ask) {
        let text = ask.line.text();
        let taken = match &ask.what {
            What::Note => self.accept_note(text.trim_end()),
            What::Evidence => match squeeze(&text) {
                url if url.is_empty() => true,
                url => self.change("evidence", &url),
            },
            What::Field(field) => self.accept_field(field, &squeeze(&text)),
        };
        if !taken {
            self.mode = Mode::Ask(ask);
        }
    }

    fn accept_field(&mut self, field: &Correctable, text: &str) -> bool {
        if text == field.value {
            return true;
        }
        if text.is_empty() && field.value == field.machine {
            self.tell_bad(EMPTY);
            return false;
        }
        // The tool's own value needs no correction.
        let fix = if text == field.machine { "" } else { text };
        self.change(&format!("fix.{}", field.name), fix)
    }

    fn accept_note(&mut self, text: &str) -> bool {
        let now = self.item().draft.review.note.as_deref();
        text == now.unwrap_or_default() || self.change("note", text)
    }
}
