//! Throughput of the first stages, on ordinary prose and on texts made to be slow.

mod support;

use claimbook_extract::{Extractor, stages};
use divan::Bencher;
use support::run;

fn main() {
    divan::main();
}

/// Prose with a figure in every other sentence or so, as news has it.
const PROSE: &str = "The ministry said on Tuesday that exports had risen by almost 12% in the \
second quarter, to $3.4 billion. Officials in the capital met envoys of the neighbouring states \
and spoke of roads, ports and the price of grain. \u{201c}We expect a better year,\u{201d} the \
minister told reporters after the talks. Farmers, who had feared a poor harvest, were calmer. \
About 4,500 of them had marched through the old town in March, and police held three people \
for some hours. Nobody was hurt, and the market opened as usual the next morning.\n\n";

/// Texts of 256 kB, by what is hard about them.
const KINDS: [&str; 8] = [
    "prose", "digits", "numbers", "ranges", "quotes", "curly", "brackets", "feet",
];

fn piece(kind: &str) -> &'static str {
    match kind {
        "digits" => "7",
        "numbers" => "12 ",
        "ranges" => "5 to ",
        "quotes" => "\"",
        "curly" => "\u{201c}",
        "brackets" => "(",
        "feet" => "5' ",
        _ => PROSE,
    }
}

#[divan::bench(args = KINDS, sample_count = 10)]
fn tokens(bencher: Bencher<'_, '_>, kind: &str) {
    run(bencher, piece(kind), stages::tokens);
}

#[divan::bench(args = KINDS, sample_count = 10)]
fn numbers(bencher: Bencher<'_, '_>, kind: &str) {
    run(bencher, piece(kind), stages::numbers);
}

#[divan::bench(args = KINDS, sample_count = 10)]
fn amounts(bencher: Bencher<'_, '_>, kind: &str) {
    run(bencher, piece(kind), stages::amounts);
}

#[divan::bench(args = ["prose"], sample_count = 10)]
fn all_layers(bencher: Bencher<'_, '_>, kind: &str) {
    let extractor = Extractor::new();
    run(bencher, piece(kind), |a| extractor.annotate(a).claims.len());
}
