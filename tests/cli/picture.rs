//! The comparison of the sample articles, as the README and `.ci/run` show it.

use crate::common::{World, sample};
use crate::references::hold;
use anstyle::AnsiColor;
use anstyle_svg::{Term, WIN10_CONSOLE};
use std::process::Output;

/// Compares the sample articles from the repository's folder, as a newcomer does.
fn compare(options: &[&str]) -> Output {
    let args = [options, &["compare", "articles"]].concat();
    let mut command = World::new().command(&args);
    let output = command.current_dir(sample("")).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    output
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_comparison_of_the_sample_is_current() {
    hold("sample-comparison.txt", &text(compare(&[]).stdout));
}

#[test]
fn the_picture_of_the_readme_is_current() {
    let Output { stdout, stderr, .. } = compare(&["--color", "always", "--width", "100"]);
    let screen = format!(
        "$ claimbook compare articles\n{}\n{}",
        text(stdout),
        text(stderr)
    );
    hold_picture("compare.svg", &screen);
}

/// Compares a picture in `docs/` with that of a terminal's text and colours.
fn hold_picture(page: &str, screen: &str) {
    let terminal = Term::new()
        .palette(WIN10_CONSOLE)
        .fg_color(AnsiColor::BrightWhite.into());
    let svg = terminal.render_svg(screen);
    hold(page, &format!("{}\n", svg.trim_end()));
}

/// A claim of the sample that another article contradicts, with a decision just made.
#[cfg(unix)]
#[test]
fn the_picture_of_a_review_is_current() {
    let world = crate::sample::copy(true);
    let claim = "doses-2021-02-13";
    let mut seat = crate::terminal::Seat::new(&world, &["review", claim], &[]);
    seat.see("[q] save")
        .send("o")
        .see("reading: right")
        .send("t");
    seat.see("verdict: outdated");
    hold_picture("review.svg", &seat.coloured());
    seat.send("\u{3}");
    seat.end();
}
