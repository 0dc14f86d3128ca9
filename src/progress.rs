//! A bar on standard error while many articles are read.

use crate::app::App;
use indicatif::{ProgressBar, ProgressStyle};
use std::time::Duration;

/// Fewer articles are done before a bar would be seen.
const MANY: usize = 50;

/// A bar over `len` articles, drawn only when a person watches standard error.
pub(crate) fn bar(len: usize, app: &App) -> ProgressBar {
    if !app.terminal.stderr || app.is_quiet() || len < MANY {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(len as u64);
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {pos}/{len} articles, {eta} left") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
