//! A real pseudo-terminal, with a reader that keeps what a person would see.

use crate::common::World;
use anstyle::{Ansi256Color, Style};
use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};
use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::num::NonZeroU16;
use std::process::{Child, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use vt100::Color;

/// Nothing takes longer, even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs the program and tells its exit code, and whether the terminal is as it was. With
/// `DEAF` set, hanging up is ignored, so that the program is not told of it.
const SHELL: &str = r#"test -z "$DEAF" || trap '' HUP
before=$(stty -g)
sh -c 'echo $$ > pid; exec "$0" "$@"' "$@"
code=$?
test "$before" = "$(stty -g)" && echo "exit $code, terminal as before""#;

/// The program on a terminal of its own.
pub(crate) struct Seat {
    pty: Arc<Pty>,
    child: Child,
    reader: JoinHandle<()>,
    closing: Arc<AtomicBool>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    /// All bytes that it wrote.
    pub(crate) bytes: Vec<u8>,
}

fn cells(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

impl Seat {
    /// Starts `claimbook` with `args` in `world`, at 80 columns and 24 rows.
    pub(crate) fn new(world: &World, args: &[&str], variables: &[(&str, &str)]) -> Self {
        let (pty, pts) = open().unwrap();
        pty.resize(Size::new(24, 80)).unwrap();
        let command = Command::new("sh")
            .args(["-c", SHELL, "sh", env!("CARGO_BIN_EXE_claimbook")])
            .args(args)
            .current_dir(world.root())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("TERM", "xterm-256color")
            .env("LANG", "C.UTF-8")
            .env("SOURCE_DATE_EPOCH", "1645401600")
            .env("CLAIMBOOK_REVIEWER", "ann")
            .envs(variables.iter().copied());
        let child = command.spawn(pts).unwrap();
        let pty = Arc::new(pty);
        let (sender, output) = channel();
        let closing = Arc::new(AtomicBool::new(false));
        let (read_from, asked) = (Arc::clone(&pty), Arc::clone(&closing));
        let reader = std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while !asked.load(Ordering::SeqCst) {
                match (&*read_from).read(&mut buffer) {
                    Ok(n) if n > 0 => drop(sender.send(buffer[..n].to_vec())),
                    _ => break, // the other side is closed
                }
            }
        });
        Self {
            pty,
            child,
            reader,
            closing,
            output,
            parser: vt100::Parser::new(cells(24), cells(80), 0),
            bytes: Vec::new(),
        }
    }

    /// Types `keys` as a terminal sends them.
    pub(crate) fn send(&mut self, keys: &str) -> &mut Self {
        (&*self.pty).write_all(keys.as_bytes()).unwrap();
        self
    }

    /// Waits until `text` is on the screen.
    pub(crate) fn see(&mut self, text: &str) -> &mut Self {
        self.until(text, |screen| screen.contains(text))
    }

    /// Waits until the screen is as it should be.
    pub(crate) fn until(&mut self, what: &str, test: impl Fn(&str) -> bool) -> &mut Self {
        assert!(self.wait(PATIENCE, test), "{what:?} at\n{}", self.screen());
        self
    }

    /// Whether the screen is as it should be before `patience` ends.
    fn wait(&mut self, patience: Duration, test: impl Fn(&str) -> bool) -> bool {
        let start = Instant::now();
        while !test(&self.screen()) {
            let left = patience.saturating_sub(start.elapsed());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                return false;
            };
            self.parser.process(&bytes);
            self.bytes.extend(bytes);
        }
        true
    }

    /// Waits until keys are heard after a change of size. One that comes in the same
    /// moment as the change is heard with the next one only: crossterm, told of both,
    /// answers one.
    pub(crate) fn settle(&mut self) -> &mut Self {
        let nothing = |screen: &str| screen.contains("this key does nothing");
        let heard = (0..100).any(|_| {
            self.send("z");
            self.wait(Duration::from_millis(500), nothing)
        });
        assert!(heard, "no key is heard at\n{}", self.screen());
        self
    }

    /// The screen as it is.
    pub(crate) fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// The screen with its colours as escape sequences, row by row.
    pub(crate) fn coloured(&self) -> String {
        let screen = self.parser.screen();
        let (rows, columns) = screen.size();
        let mut out = String::new();
        for row in 0..rows.get() {
            let cells = (0..columns.get()).filter_map(|column| screen.cell(row, column));
            for cell in cells.filter(|cell| !cell.is_wide_continuation()) {
                let mut style = Style::new();
                if let Color::Idx(n) = cell.fgcolor() {
                    style = style.fg_color(Some(Ansi256Color(n).into()));
                }
                style = if cell.bold() { style.bold() } else { style };
                style = if cell.dim() { style.dimmed() } else { style };
                let text = if cell.has_contents() {
                    cell.contents()
                } else {
                    " "
                };
                write!(out, "{style}{text}{style:#}").unwrap();
            }
            out.push('\n');
        }
        let rows = out.lines().map(str::trim_end);
        rows.collect::<Vec<_>>().join("\n")
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        let screen = self.parser.screen_mut();
        screen.set_size(cells(height), cells(width));
        self.pty.resize(Size::new(height, width)).unwrap();
        self
    }

    /// Waits for the program's end and gives back what stands on the screen then, below
    /// what was there before. The terminal must be as it was.
    pub(crate) fn end(mut self) -> String {
        self.see("terminal as before");
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "the shell's screen is back");
        assert!(!screen.hide_cursor(), "the cursor is seen");
        assert!(!screen.bracketed_paste(), "pasting is as usual");
        self.child.wait().unwrap();
        let lines = self.screen();
        lines.trim().to_owned()
    }

    /// Takes the terminal away and waits for the program's end.
    pub(crate) fn hang_up(mut self, world: &World) {
        // A key makes it write, which wakes the reader; then nobody holds the terminal.
        self.closing.store(true, Ordering::SeqCst);
        self.send("?");
        self.reader.join().unwrap();
        drop(self.pty);
        let start = Instant::now();
        let waits = |what: &mut dyn FnMut() -> bool| {
            while what() {
                assert!(start.elapsed() < PATIENCE, "it goes on without a terminal");
                std::thread::sleep(Duration::from_millis(20));
            }
        };
        waits(&mut || self.child.try_wait().unwrap().is_none());
        // The shell may end before the program.
        let alive = format!("kill -0 {}", world.read("pid").trim());
        let mut shell = std::process::Command::new("sh");
        let alive = shell.args(["-c", &alive]).stderr(Stdio::null());
        waits(&mut || alive.status().unwrap().success());
    }
}
