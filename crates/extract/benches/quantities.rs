//! Quantities alone against a bare scan of the same text for numbers with units, the least
//! that any finder must do. Both run in turn in one process, so that their ratio holds
//! where the speed of a shared machine does not.
//!
//! `cargo bench -p claimbook-extract --bench quantities -- [FILE]`: FILE is plain text with
//! an article on each line, else the sample articles are read.

use claimbook_extract::stages;
use claimbook_model::Article;
use regex::Regex;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

/// What the bare scan looks for: digits and a common unit.
const SCAN: &str = r"[0-9][0-9,.]*\s*(%|percent|per cent|million|billion|trillion|dollars|people|years|days|points|km|kg|tons)";

/// Times that each is run; the shortest counts.
const RUNS: usize = 7;

/// Bytes of text that are read at least, the sample as often as it takes.
const ENOUGH: usize = 2_000_000;

fn main() -> std::io::Result<()> {
    let articles = articles();
    let bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    let scan = Regex::new(SCAN).expect("the pattern is a constant");
    let lines = || articles.iter().flat_map(|a| a.text.lines());
    let scanned = || lines().map(|line| scan.find_iter(line).count()).sum();
    let found = || articles.iter().map(stages::amounts).sum();
    let (mut least, mut own) = (Duration::MAX, Duration::MAX);
    let mut counts = (0, 0);
    for _ in 0..RUNS {
        counts = (timed(&mut least, scanned), timed(&mut own, found));
    }
    let speed = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
    let mut out = std::io::stdout().lock();
    writeln!(out, "{bytes} bytes in {} articles", articles.len())?;
    for (name, time, count) in [("scan", least, counts.0), ("quantities", own, counts.1)] {
        let (speed, found) = (speed(time), format!("{count} found"));
        writeln!(out, "{name:12}{speed:8.1} MB/s {found:>16}")?;
    }
    writeln!(out, "ratio       {:8.1}", speed(least) / speed(own))
}

/// Runs `work` once and keeps its time if it is the shortest so far.
fn timed(best: &mut Duration, work: impl Fn() -> usize) -> usize {
    let start = Instant::now();
    let found = black_box(work());
    *best = start.elapsed().min(*best);
    found
}

fn articles() -> Vec<Article> {
    let file = std::env::args().skip(1).find(|a| Path::new(a).is_file());
    let texts: Vec<String> = match file {
        Some(file) => read(&file).lines().map(str::to_owned).collect(),
        None => sample(),
    };
    let bytes: usize = texts.iter().map(String::len).sum();
    let times = ENOUGH.div_ceil(bytes.max(1)).max(1);
    let article = |text: &String| Article {
        text: text.clone(),
        ..Article::default()
    };
    let all = std::iter::repeat_n(&texts, times).flatten();
    all.map(article).collect()
}

fn sample() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../articles");
    let entries = std::fs::read_dir(folder).expect("the sample articles are there");
    let mut paths: Vec<_> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    let texts = paths.iter().filter(|p| p.is_file());
    texts.map(|p| read(&p.to_string_lossy())).collect()
}

fn read(path: &str) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"))
}
