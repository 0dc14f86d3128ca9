//! The terminal while a review is on it: its keys one by one, its whole screen; given
//! back as it was, however the review ends.

use super::key::Key;
use crate::error::Failure;
use claimbook_report::{Screen, Size};
use crossterm::QueueableCommand;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::Print;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// How long a signal may wait until it is heeded.
const TICK: Duration = Duration::from_millis(200);

/// Whether keys come from a terminal, and from one that can draw. Whether the screen goes
/// to one is for the caller to know.
pub(super) fn is_possible() -> bool {
    let draws = cfg!(windows) || std::env::var_os("TERM").is_some_and(|term| term != "dumb");
    draws && io::stdin().is_terminal()
}

/// The size of a terminal that does not tell it.
const USUAL: Size = Size {
    width: 80,
    height: 24,
};

/// What happened at the terminal.
pub(super) enum Input {
    /// A key was pressed.
    Key(Key),
    /// It has another size.
    Resized,
    /// Somebody interrupted the program from elsewhere, as Ctrl-C does here.
    Interrupt,
    /// Somebody asked the program to end, or the terminal is gone.
    Stop,
}

/// The terminal, taken over. Dropping it gives the terminal back.
pub(super) struct Terminal {
    /// Somebody asked the program to end (SIGTERM), or the terminal is gone (SIGHUP).
    stop: Arc<AtomicBool>,
    /// Somebody interrupted it from elsewhere (SIGINT); here Ctrl-C is a key.
    interrupted: Arc<AtomicBool>,
    /// What its size was when something was last drawn.
    size: Size,
    /// Whether it is given back for good.
    over: Arc<AtomicBool>,
    events: Events,
}

/// What comes from the terminal, one by one as asked for. It is read in a thread of its
/// own, because crossterm goes on reading without end from a terminal that is gone.
struct Events {
    ask: Sender<()>,
    answers: Receiver<io::Result<Option<Event>>>,
}

impl Events {
    fn new() -> Self {
        let (ask, asked) = channel();
        let (answer, answers) = channel();
        std::thread::spawn(move || {
            while asked.recv().is_ok() {
                let next = event::poll(TICK).and_then(|is_there| match is_there {
                    true => event::read().map(Some),
                    false => Ok(None),
                });
                if answer.send(next).is_err() {
                    return;
                }
            }
        });
        Self { ask, answers }
    }

    /// Waits for a moment for the next one; `None` too if `stop` came meanwhile.
    fn next(&self, stop: &AtomicBool) -> io::Result<Option<Event>> {
        let ended = || io::Error::other("its reader has ended");
        self.ask.send(()).map_err(|_| ended())?;
        loop {
            match self.answers.recv_timeout(TICK) {
                Ok(answer) => return answer,
                Err(RecvTimeoutError::Timeout) if stop.load(Ordering::Relaxed) => return Ok(None),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(ended()),
            }
        }
    }
}

impl Terminal {
    /// Takes the terminal over.
    pub(super) fn take() -> Result<Self, Failure> {
        // Made first, so that a failure half-way gives back what was taken.
        let terminal = Self {
            stop: Arc::default(),
            interrupted: Arc::default(),
            size: Self::size(),
            over: Arc::default(),
            events: Events::new(),
        };
        heed_signals(&terminal)
            .and_then(|()| enter())
            .map_err(|e| failed(&e))?;
        Ok(terminal)
    }

    /// Waits for the next key.
    pub(super) fn input(&mut self) -> Result<Input, Failure> {
        loop {
            let asked = |flag: &AtomicBool| flag.load(Ordering::Relaxed);
            if asked(&self.stop) {
                return Ok(Input::Stop);
            }
            if asked(&self.interrupted) {
                return Ok(Input::Interrupt);
            }
            // The terminal does not always tell, and not before it is first asked for keys.
            if Self::size() != self.size {
                return Ok(Input::Resized);
            }
            match self.events.next(&self.stop).map_err(|e| failed(&e))? {
                Some(Event::Resize(..)) => return Ok(Input::Resized),
                Some(Event::Paste(text)) => return Ok(Input::Key(Key::Paste(text))),
                Some(Event::Key(event)) => match key(event) {
                    Some(Key::Ctrl('z')) => {
                        self.suspend()?;
                        return Ok(Input::Resized);
                    }
                    Some(key) => return Ok(Input::Key(key)),
                    None => {}
                },
                _ => {}
            }
        }
    }

    /// Its columns and rows.
    fn size() -> Size {
        terminal_size::terminal_size().map_or(USUAL, |(width, height)| Size {
            width: usize::from(width.0).max(1),
            height: usize::from(height.0).max(1),
        })
    }

    /// Shows what `screen` makes of its size in the place of what is there.
    pub(super) fn draw(&mut self, screen: impl FnOnce(Size) -> Screen) -> Result<(), Failure> {
        self.size = Self::size();
        frame(&screen(self.size), self.size)
            .and_then(|bytes| send(&bytes))
            .map_err(|e| Failure::output(&e))
    }

    /// Stops the program until its shell lets it go on, as ctrl-z does elsewhere.
    fn suspend(&mut self) -> Result<(), Failure> {
        self.lend(stop_here)?.map_err(|e| failed(&e))
    }

    /// Gives the terminal to `work` for a while.
    pub(super) fn lend<T>(&mut self, work: impl FnOnce() -> T) -> Result<T, Failure> {
        leave().map_err(|e| failed(&e))?;
        let done = work();
        // Ctrl-C in an editor or a pager was meant for that.
        self.interrupted.store(false, Ordering::Relaxed);
        enter().map_err(|e| failed(&e))?;
        Ok(done)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        // If the terminal is gone there is nothing to give back.
        drop(leave());
    }
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    let mut bytes = Vec::new();
    bytes
        .queue(EnterAlternateScreen)?
        .queue(EnableBracketedPaste)?
        .queue(Hide)?;
    send(&bytes)
}

/// Gives the terminal back; the second time it does nothing new.
fn leave() -> io::Result<()> {
    let mut bytes = Vec::new();
    bytes
        .queue(EndSynchronizedUpdate)?
        .queue(DisableBracketedPaste)?
        .queue(LeaveAlternateScreen)?
        .queue(Show)?;
    let sent = send(&bytes);
    disable_raw_mode().and(sent)
}

/// What draws `screen`: every row over what stands there, so that nothing flickers.
fn frame(screen: &Screen, size: Size) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    bytes.queue(BeginSynchronizedUpdate)?.queue(Hide)?;
    for (row, line) in (0u16..).zip(&screen.lines) {
        // Cleared first: after a full row the cursor still stands on its last column.
        bytes
            .queue(MoveTo(0, row))?
            .queue(Clear(ClearType::CurrentLine))?
            .queue(Print(line))?;
    }
    if let Ok(below) = u16::try_from(screen.lines.len())
        && usize::from(below) < size.height
    {
        bytes
            .queue(MoveTo(0, below))?
            .queue(Clear(ClearType::FromCursorDown))?;
    }
    if let Some((column, row)) = screen.cursor {
        bytes.queue(MoveTo(cell(column), cell(row)))?.queue(Show)?;
    }
    bytes.queue(EndSynchronizedUpdate)?;
    Ok(bytes)
}

fn cell(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// Writes to the terminal, beside the buffer of the data, which is empty meanwhile.
fn send(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()
}

fn failed(error: &io::Error) -> Failure {
    Failure::new(
        format!("the terminal cannot be used: {error}"),
        "without one, `claimbook review | cat` prints the commands to use instead",
    )
}

/// Ends the program by signals only where the terminal is whole again, also when the
/// terminal is gone, even where hanging up is ignored: nobody can answer any more.
#[cfg(unix)]
fn heed_signals(terminal: &Terminal) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::flag::register;
    register(SIGTERM, Arc::clone(&terminal.stop))?;
    register(SIGHUP, Arc::clone(&terminal.stop))?;
    register(SIGINT, Arc::clone(&terminal.interrupted))?;
    // Not every program of a terminal is told that it is gone.
    let (over, stop) = (Arc::clone(&terminal.over), Arc::clone(&terminal.stop));
    std::thread::spawn(move || {
        while !over.load(Ordering::Relaxed) {
            if !io::stdin().is_terminal() {
                return stop.store(true, Ordering::Relaxed);
            }
            std::thread::sleep(TICK);
        }
    });
    Ok(())
}

#[cfg(unix)]
fn stop_here() -> io::Result<()> {
    signal_hook::low_level::raise(signal_hook::consts::SIGTSTP)
}

#[cfg(not(unix))]
fn stop_here() -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn heed_signals(_terminal: &Terminal) -> io::Result<()> {
    Ok(())
}

/// A key of the terminal as one of ours; `None` for those that mean nothing here.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let mut held = event.modifiers;
    // AltGr, with which some keyboards write signs, comes as both; so does a control key
    // right after escape, but that is told as a letter.
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    if held.contains(alt_gr) && !matches!(event.code, KeyCode::Char('a'..='z')) {
        held.remove(alt_gr);
    }
    Some(match event.code {
        // As terminals send them that know no other code.
        KeyCode::Char('h') if held.contains(KeyModifiers::CONTROL) => Key::Backspace,
        KeyCode::Char('j') if held.contains(KeyModifiers::CONTROL) => Key::Enter,
        KeyCode::Char(c) if held.contains(KeyModifiers::CONTROL) => Key::Ctrl(c),
        KeyCode::Char(_) if held.contains(KeyModifiers::ALT) => return None,
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Tab => Key::Char(' '),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Key, KeyCode, KeyEvent, KeyModifiers, key};

    #[test]
    fn signs_written_with_alt_gr_are_signs() {
        const CONTROL: KeyModifiers = KeyModifiers::CONTROL;
        const ALT: KeyModifiers = KeyModifiers::ALT;
        let table = [
            ('@', CONTROL | ALT, Some(Key::Char('@'))),
            ('c', CONTROL | ALT, Some(Key::Ctrl('c'))),
            ('c', CONTROL, Some(Key::Ctrl('c'))),
            ('h', CONTROL, Some(Key::Backspace)),
            ('s', ALT, None),
        ];
        for (c, held, expected) in table {
            let event = KeyEvent::new(KeyCode::Char(c), held);
            assert_eq!(key(event), expected, "{c} with {held:?}");
        }
    }
}
