//! Programs that a review starts: the editor for a note, a browser or a pager for the
//! article.

use crate::project::{Project, absolute};
use claimbook_model::ArticleMeta;
use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;
use std::{fs, io};

/// Lets the person write `text` anew in their editor; what they wrote. If that fails, the
/// error says where it is kept.
pub(super) fn edit(text: &str) -> io::Result<String> {
    let usual = if cfg!(windows) { "notepad" } else { "vi" };
    let editor = variable(&["VISUAL", "EDITOR"]).unwrap_or_else(|| usual.into());
    let mut file = tempfile::Builder::new()
        .prefix("claimbook-note-")
        .suffix(".txt")
        .tempfile()?;
    file.write_all(text.as_bytes())?;
    // Closed, so that any editor may write to it or put another in its place.
    let path = file.into_temp_path();
    let written = run(&editor, path.as_os_str()).and_then(|()| fs::read_to_string(&path));
    match written {
        // Some editors end lines as their system does.
        Ok(text) => Ok(text.replace("\r\n", "\n")),
        Err(error) => {
            let kept = path.keep().map_err(io::Error::other)?;
            let kept = kept.display();
            Err(io::Error::other(format!(
                "{error}; what was written is kept in {kept}"
            )))
        }
    }
}

/// Shows the article: its page where there is an address and a browser, else its file.
pub(super) fn open(project: &Project, article: &ArticleMeta) -> io::Result<()> {
    let on_the_web = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
    if let (Some(url), Some(browser)) = (article.url.as_ref().filter(on_the_web), browser()) {
        return run(&browser, OsStr::new(url));
    }
    let path: Option<PathBuf> = article.path.as_ref().map(|path| project.root().join(path));
    let path = path.filter(|path| path.is_file()).ok_or_else(|| {
        io::Error::other(match &article.url {
            Some(url) => format!("its file is not there; its address is {url}"),
            None => "its file is not there, and no address is known".to_owned(),
        })
    })?;
    let usual = if cfg!(windows) { "more" } else { "less" };
    let pager = variable(&["PAGER"]).unwrap_or_else(|| usual.into());
    run(&pager, absolute(&path).as_os_str())
}

/// The browser, if this terminal has a screen beside it.
fn browser() -> Option<OsString> {
    variable(&["BROWSER"]).or_else(|| {
        if cfg!(target_os = "macos") {
            Some("open".into())
        } else if cfg!(windows) {
            Some("explorer".into())
        } else {
            variable(&["WAYLAND_DISPLAY", "DISPLAY"]).map(|_| "xdg-open".into())
        }
    })
}

/// The value of the first of these variables that is set to something.
fn variable(names: &[&str]) -> Option<OsString> {
    let mut values = names.iter().filter_map(std::env::var_os);
    values.find(|value| !value.is_empty())
}

/// Runs a program, which may come with options of its own, and waits for it.
fn run(program: &OsStr, argument: &OsStr) -> io::Result<()> {
    let mut command = if cfg!(windows) {
        Command::new(program)
    } else {
        let mut line = program.to_owned();
        line.push(" \"$@\"");
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(line).arg("sh");
        shell
    };
    let name = program.to_string_lossy();
    let status = command
        .arg(argument)
        .status()
        .map_err(|e| io::Error::other(format!("cannot start {name}: {e}")))?;
    if status.success() {
        Ok(())
    } else {
        Err(io::Error::other(format!("{name} ended with {status}")))
    }
}
