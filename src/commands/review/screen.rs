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
    /// Somebody asked the program to end.
    Stop,
}

/// The terminal, taken over. Dropping it gives the terminal back.
pub(super) struct Terminal {
    /// Somebody asked the program to end (SIGTERM).
    stop: Arc<AtomicBool>,
    /// Somebody interrupted it from elsewhere (SIGINT); here Ctrl-C is a key.
    interrupted: Arc<AtomicBool>,
    /// What its size was when something was last drawn.
    size: Size,
    /// Whether it is given back for good.
    over: Arc<AtomicBool>,
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
            if asked(&self.stop) || asked(&self.interrupted) {
                return Ok(Input::Stop);
            }
            // The terminal does not always tell, and not before it is first asked for keys.
            if Self::size() != self.size {
                return Ok(Input::Resized);
            }
            if !event::poll(TICK).map_err(|e| failed(&e))? {
                continue;
            }
            match event::read().map_err(|e| failed(&e))? {
                Event::Resize(..) => return Ok(Input::Resized),
                Event::Paste(text) => return Ok(Input::Key(Key::Paste(text))),
                Event::Key(event) => match key(event) {
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

/// Ends the program by signals only where the terminal is whole again, but at once when
/// the terminal is gone, even where hanging up is ignored: nobody can answer any more.
#[cfg(unix)]
fn heed_signals(terminal: &Terminal) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::flag::{register, register_conditional_shutdown};
    /// As a shell tells of a program that was hung up on.
    const HUNG_UP: i32 = 128 + SIGHUP;
    register(SIGTERM, Arc::clone(&terminal.stop))?;
    register(SIGINT, Arc::clone(&terminal.interrupted))?;
    register_conditional_shutdown(SIGHUP, HUNG_UP, Arc::new(AtomicBool::new(true)))?;
    // Not every program of a terminal is told that it is gone, and crossterm goes on
    // reading from it without end.
    let over = Arc::clone(&terminal.over);
    std::thread::spawn(move || {
        while !over.load(Ordering::Relaxed) {
            if !io::stdin().is_terminal() && signal_hook::low_level::raise(SIGHUP).is_err() {
                return;
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
    let held = event.modifiers;
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
