//! A review on a terminal: keys to the state, what the state asks for to the world, and
//! the state to the screen.

use super::pages::{self, Around};
use super::programs;
use super::save::{find, read, save};
use super::screen::{Input, Terminal};
use super::state::{Edit, Effect, State};
use crate::app::App;
use crate::beside::Rows;
use crate::error::{Failure, Problem};
use crate::ledgers::LedgerFile;
use crate::project::Project;
use crate::source::{Source, around};
use claimbook_model::{Claim, squeeze};
use claimbook_report::{ClaimContext, Screen, Size, elsewhere_in_short};
use std::collections::BTreeMap;

/// What is told in the place of other articles' figures.
const NOT_COMPARED: &str = "too many claims to compare here; `claimbook compare --article ID` does";

/// A review and what it works on.
pub(super) struct Session<'p> {
    project: &'p Project,
    files: &'p [LedgerFile],
    rows: Rows<'p>,
    /// Texts of articles, by the number of their ledger file, once they were needed.
    texts: BTreeMap<usize, Option<String>>,
    state: State,
    /// The claim that was brought up to date last.
    fresh: Option<usize>,
}

/// How a review ends.
enum End {
    /// The person has ended it.
    Quit,
    /// The person has broken it off.
    Interrupted,
    /// It was asked to end from elsewhere, or the terminal is gone.
    Stopped,
}

impl<'p> Session<'p> {
    /// A review that begins at `state`; its items number the `files`.
    pub(super) fn new(
        project: &'p Project,
        files: &'p [LedgerFile],
        rows: Rows<'p>,
        state: State,
    ) -> Self {
        Self {
            project,
            files,
            rows,
            texts: BTreeMap::new(),
            state,
            fresh: None,
        }
    }

    /// How far it has come.
    pub(super) const fn state(&self) -> &State {
        &self.state
    }

    /// Goes on until the person ends it, or the terminal fails or is gone. Only an
    /// interrupt leaves the shown claim unsaved.
    pub(super) fn run(&mut self, app: &mut App) -> Result<(), Failure> {
        app.out.flush()?;
        let mut terminal = Terminal::take()?;
        let ended = self.go_on(&mut terminal, app);
        if matches!(ended, Ok(End::Stopped) | Err(_))
            && let Some(Effect::Save(edits)) = self.state.quit()
        {
            self.save(&edits);
        }
        match ended? {
            End::Quit => Ok(()),
            End::Stopped | End::Interrupted => Err(interrupted(&self.state)),
        }
    }

    fn go_on(&mut self, terminal: &mut Terminal, app: &App) -> Result<End, Failure> {
        loop {
            self.refresh();
            terminal.draw(|size| self.screen(size, app))?;
            let mut effect = match terminal.input()? {
                Input::Stop => return Ok(End::Stopped),
                Input::Interrupt => Some(Effect::Interrupt),
                Input::Resized => None,
                Input::Key(key) => self.state.press(&key),
            };
            while let Some(asked) = effect.take() {
                effect = match asked {
                    Effect::Quit => return Ok(End::Quit),
                    Effect::Interrupt => return Ok(End::Interrupted),
                    Effect::Save(edits) => self.save(&edits),
                    Effect::Editor(text) => {
                        let written = terminal.lend(|| programs::edit(&text))?;
                        let written = written.map(|text| self.state.written(&text));
                        self.complain(written)
                    }
                    Effect::Source => {
                        let article = &self.files[self.state.item().file].ledger.article;
                        let opened = terminal.lend(|| programs::open(self.project, article))?;
                        self.complain(opened)
                    }
                };
            }
        }
    }

    /// Writes `edits`, which are of one file; what the state asks for then.
    fn save(&mut self, edits: &[Edit]) -> Option<Effect> {
        let outcome = edits.first().map_or(Ok(Vec::new()), |edit| {
            let file = self.state.items()[edit.item].file;
            save(self.project, &self.files[file].path, edits)
        });
        self.state.saved(outcome.map_err(|failure| said(&failure)))
    }

    /// Tells that a program that was to help did not.
    fn complain(&mut self, helped: std::io::Result<()>) -> Option<Effect> {
        if let Err(error) = helped {
            self.state.tell_bad(error.to_string());
        }
        None
    }

    /// Brings a claim that has come up to what the ledger says now: others may have
    /// decided on it.
    fn refresh(&mut self) {
        let at = self.state.at();
        if self.fresh.replace(at) == Some(at) {
            return;
        }
        let item = self.state.item();
        let claim = match read(&self.files[item.file].path) {
            Ok(file) => find(&file, &item.saved.id).cloned(),
            Err(failure) => return self.state.tell_bad(said(&failure)),
        };
        match claim {
            Some(claim) if claim != item.saved => self.state.refresh(claim),
            Some(_) => {}
            None => self
                .state
                .tell_bad("the ledger does not have this claim any more, or has it twice"),
        }
    }

    fn screen(&mut self, mut size: Size, app: &App) -> Screen {
        size.width = app
            .terminal
            .asked_width
            .map_or(size.width, |w| w.min(size.width));
        let item = self.state.item();
        let file = &self.files[item.file];
        let article = &file.ledger.article;
        let text = self.texts.entry(item.file).or_insert_with(|| {
            let source = Source::of(self.project, article);
            source.map(|source| squeeze(&source.article.text))
        });
        let others = self.rows.beside(article, &item.saved);
        let mut elsewhere: Vec<String> = others.iter().map(elsewhere_in_short).collect();
        if self.rows.too_many() {
            elsewhere.push(NOT_COMPARED.to_owned());
        }
        let around = Around {
            article,
            context: context(text.as_deref(), &item.draft),
            elsewhere: &elsewhere,
        };
        pages::screen(&self.state, &around, size, &app.terminal.style)
    }
}

/// What stands around the claim's sentence: in the article, else as the ledger has it.
fn context<'t>(text: Option<&'t str>, claim: &'t Claim) -> ClaimContext<'t> {
    let found = text.and_then(|text| around(text, claim));
    let (before, after) = found.unwrap_or((&claim.quote.prefix, &claim.quote.suffix));
    ClaimContext { before, after }
}

/// The end of an interrupted review.
fn interrupted(state: &State) -> Failure {
    let mut message = "interrupted".to_owned();
    if state.item().is_unsaved() {
        message.push_str(": what was decided on the last claim is not saved");
    }
    Failure::plain(message)
}

/// A failure in the words of the screen.
fn said(failure: &Failure) -> String {
    match failure {
        Failure::ClosedPipe => "the terminal is gone".to_owned(),
        Failure::Problem(Problem { message, help }) => match help {
            Some(help) => format!("{message}; {help}"),
            None => message.clone(),
        },
    }
}
