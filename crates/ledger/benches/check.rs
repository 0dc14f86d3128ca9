//! How long `check` takes, measured against a bare parse of the same files.
//!
//! `cargo bench -p claimbook-ledger` reads and checks 5,000 ledger files of 20 claims
//! each on one thread, articles not read, and prints the time beside that of
//! serde_yaml parsing the files into `Value`, and the ratio of the two. Making the
//! files is not timed; as in `claimbook check`, one file is in memory at a time, and
//! of each is kept what tells it from others. The peak memory of all that is printed
//! where the system tells it (Linux).

#![allow(clippy::print_stdout, reason = "a bench prints what it measured")]

use claimbook_ledger::{
    ArticleText, Document, Head, Ledger, check, doubles, emit, mint, parse, settle,
};
use std::time::{Duration, Instant};

/// Files, and claims in each.
const FILES: usize = 5_000;
const CLAIMS: usize = 20;

/// One claim as people find it in ledgers, reviewed.
const CLAIM: &str = r#"claimbook: 1
article:
  id: "trade"
  title: "Trade between the two countries grows"
  publisher: "The North Gazette"
  published: "2022-02-17"
  path: "articles/trade.txt"
  text_sha256: "0000000000000000000000000000000000000000000000000000000000000000"
claims:
  - id: "c-00000000"
    quote:
      exact: "Trade between the two countries grew by almost 50% last year, the deputy minister told reporters on Wednesday."
      prefix: "after the talks. "
      suffix: " More is planned"
    figure:
      text: "almost 50%"
      value: 50
      bound: "nearly"
      unit: "percent"
      kind: "change"
      direction: "up"
      measure: "trade"
      between: ["Russia", "Venezuela"]
      period: "2021"
      baseline: "2020"
    said_by:
      as_written: "the deputy minister"
      role: "deputy minister"
      cue: "told"
      style: "indirect"
    review:
      reading: "ok"
      verdict: "supported"
      saw: "nearly 50 percent"
      by: "ann"
      date: "2022-02-21"
"#;

/// The file with this number.
fn file(number: usize) -> String {
    let Ledger {
        mut article,
        claims,
    } = parse(CLAIM, "claim").expect("the sample claim is a ledger");
    article.id = format!("trade-{number}");
    article.path = Some(format!("articles/trade-{number}.txt"));
    let mut claims: Vec<_> = claims.into_iter().cycle().take(CLAIMS).collect();
    mint(&article.id, &mut claims);
    emit(&Ledger { article, claims })
}

fn timed<T>(total: &mut Duration, run: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = run();
    *total += start.elapsed();
    result
}

fn main() {
    let (mut parsing, mut checking) = (Duration::ZERO, Duration::ZERO);
    let (mut bytes, mut findings, mut heads) = (0, 0, Vec::new());
    for number in 0..FILES {
        let text = file(number);
        bytes += text.len();
        let value = timed(&mut parsing, || {
            serde_yaml::from_str::<serde_yaml::Value>(&text)
        });
        assert!(
            value.is_ok_and(|value| value.is_mapping()),
            "the bare parse reads the file"
        );
        let name = format!("claims/trade-{number}.yaml");
        findings += timed(&mut checking, || {
            let document = Document::read(&text, &name).expect("the file is a ledger");
            heads.push(Head::of(&document));
            settle(&document, check(&document, ArticleText::NotRead), false).len()
        });
    }
    findings += timed(&mut checking, || doubles(&heads).len());
    assert_eq!(findings, 0, "the files are sound");
    let claims = FILES * CLAIMS;
    let ratio = checking.as_secs_f64() / parsing.as_secs_f64();
    println!("{claims} claims in {FILES} files, {} MB", bytes / 1_000_000);
    println!("serde_yaml to Value  {parsing:>8.2?}");
    println!("check                {checking:>8.2?}");
    println!("ratio                {ratio:>8.2}");
    if let Some(peak) = peak_memory() {
        println!("peak memory          {peak}");
    }
}

/// The most memory that this process had at one time, as the system words it.
fn peak_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    Some(line.trim().to_owned())
}
