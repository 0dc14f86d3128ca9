//! Throughput of quotations and attributions, on ordinary reports and on texts made to be
//! slow: one long sentence of cues, marks that never close, names without end.

mod support;

use claimbook_extract::stages;
use divan::Bencher;
use support::run;

fn main() {
    divan::main();
}

/// A report in which somebody speaks in nearly every sentence.
const REPORT: &str = "Energy Minister Ann Okafor said on Tuesday that the dam would hold. \
\u{201c}We tested it twice,\u{201d} she told reporters in the capital, adding that \u{201c}nobody \
has seen a leak.\u{201d} According to a report by the World Dam Board (WDB), three dams in the \
region are older. The engineers, who had warned of floods, declined to comment. \u{201c}He told me \
that it was safe,\u{201d} said Ben Mwangi, a farmer whose fields lie below it. As the WDB noted, \
the wall was built in 1961.\n\n";

/// Texts of 256 kB, by what is hard about them.
const KINDS: [&str; 8] = [
    "report", "cues", "accord", "names", "unclosed", "single", "nested", "nouns",
];

fn piece(kind: &str) -> &'static str {
    match kind {
        "cues" => "he said she said ",
        "accord" => "according to the mayor, ",
        "names" => "Ann Okafor, who said Ben Mwangi, ",
        "unclosed" => "\u{201c}It was late, he said. ",
        "single" => "\u{2018}It was late,\u{2019} he said. ",
        "nested" => "\u{201c}He said, \u{2018}She told me that it was,\u{2019} and left,\u{201d} ",
        "nouns" => "his claim that her promise to ",
        _ => REPORT,
    }
}

#[divan::bench(args = KINDS, sample_count = 10)]
fn quotations(bencher: Bencher<'_, '_>, kind: &str) {
    run(bencher, piece(kind), stages::quotations);
}

#[divan::bench(args = KINDS, sample_count = 10)]
fn attributions(bencher: Bencher<'_, '_>, kind: &str) {
    run(bencher, piece(kind), stages::attributions);
}
