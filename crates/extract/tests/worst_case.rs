//! Texts made to be slow cost no more than their length, and no article can be written that
//! stops a run: each of these pieces, repeated without end, once met a scan within a scan.

use claimbook_extract::Extractor;
use claimbook_model::Article;
use std::time::{Duration, Instant};

/// What is repeated. Each fills one line; names say nothing, blanks matter.
const PIECES: [&str; 44] = [
    "7",
    "12 ",
    "111,",
    "1-1-",
    "1,1,",
    "5/",
    "½",
    "5°",
    "$5 ",
    "5% ",
    "5' ",
    "USD5m ",
    "5 to ",
    "5 and ",
    "-5 ",
    "thousand ",
    "twenty-",
    "a half ",
    "one ",
    "\"",
    "\" ",
    "\u{201c}",
    "\u{201c}\u{201d}",
    "'",
    "a'",
    "`",
    "(",
    "( ",
    ",",
    ".",
    "-",
    "a-",
    "a",
    "é",
    "said ",
    "he said ",
    "he said that ",
    "\"a\" said ",
    "Lee said, ",
    "Mr. Smith ",
    "Ann Lee, ",
    "killed 5 people and ",
    "5% said Lee, ",
    "January 5 ",
];

/// The text may grow so many times ...
const GROWTH: usize = 4;

/// ... and the time so many times: in proportion would be 4, with the square 16.
const MOST: u32 = 10;

/// A first measurement that is out of bounds is repeated so often: other work on the machine
/// slows some runs, a scan within a scan slows all.
const TRIES: usize = 15;

fn time(piece: &str, bytes: usize) -> Duration {
    let article = Article {
        text: piece.repeat(bytes / piece.len()),
        ..Article::default()
    };
    let start = Instant::now();
    let found = Extractor::new().annotate(&article);
    let time = start.elapsed();
    drop(found);
    time
}

/// Whether the shorter of some runs of both sizes are in proportion.
fn in_proportion(piece: &str, bytes: usize) -> bool {
    let (mut short, mut long) = (Duration::MAX, Duration::MAX);
    (0..TRIES).any(|_| {
        short = short.min(time(piece, bytes));
        long = long.min(time(piece, bytes * GROWTH));
        long <= short * MOST
    })
}

#[test]
fn four_times_the_text_costs_far_from_sixteen_times_the_work() {
    time("Warm up: 5% ", 1000);
    let slow: Vec<&str> = PIECES
        .into_iter()
        .filter(|p| !in_proportion(p, 8_000))
        .collect();
    assert!(slow.is_empty(), "out of proportion: {slow:?}");
}

/// A long quotation full of figures: each makes a claim, and none repeats the whole.
#[test]
fn figures_in_one_long_quotation_do_not_repeat_it() {
    let article = |figures: usize| Article {
        text: format!("Lee said: \"{}\"", "We lost $5 million. ".repeat(figures)),
        ..Article::default()
    };
    let size = |figures: usize| {
        let found = Extractor::new().annotate(&article(figures));
        assert!(found.claims.len() >= figures);
        let words = found.claims.iter().filter_map(|c| c.claim.said_by.as_ref());
        words
            .filter_map(|s| s.words.as_ref())
            .map(String::len)
            .sum::<usize>()
    };
    assert!(size(1600) <= 3 * size(800));
}
