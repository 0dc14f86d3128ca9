//! How the time of a comparison grows with the number of claims. Popular measures
//! stand in a third of all articles, so that their blocks grow with the ledger.
//!
//! `cargo bench -p claimbook-compare` for 10^3 to 10^5 claims; `CLAIMS=1000000` in
//! the environment adds that many.

use claimbook_compare::{Item, Options, compare};
use claimbook_model::{
    ArticleMeta, Bound, Claim, Figure, Fix, Kind, Number, Quote, Review, SaidBy, Style, Unit,
};
use divan::{Bencher, counter::ItemsCount};

fn main() {
    divan::main();
}

fn sizes() -> Vec<usize> {
    let more = std::env::var("CLAIMS").ok().and_then(|n| n.parse().ok());
    [1_000, 10_000, 100_000].into_iter().chain(more).collect()
}

#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn rows(bencher: Bencher<'_, '_>, claims: usize) {
    let ledger = ledger(claims);
    let items: Vec<Item<'_>> = ledger
        .iter()
        .flat_map(|(article, claims)| claims.iter().map(move |claim| (article, claim)))
        .map(|(article, claim)| Item {
            article,
            claim,
            at: None,
            words_at: None,
        })
        .collect();
    bencher
        .counter(ItemsCount::new(claims))
        .bench_local(|| compare(&items, &Options::default()));
}

/// Claims of an article.
const PER_ARTICLE: usize = 10;

/// Articles of a story.
const PER_STORY: usize = 6;

/// Words to make measures and names of; a story takes its own few.
const SYLLABLES: [&str; 16] = [
    "ba", "ko", "ri", "ten", "mal", "su", "dor", "vel", "nim", "pra", "gol", "fe", "lar", "tis",
    "ond", "ul",
];

/// A made-up word with a number; a million differ, so that stories keep to themselves.
fn word(mut number: usize) -> String {
    let mut out = String::new();
    for _ in 0..5 {
        out.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
    }
    out
}

fn ledger(claims: usize) -> Vec<(ArticleMeta, Vec<Claim>)> {
    let articles = claims / PER_ARTICLE;
    (0..articles).map(article).collect()
}

fn article(number: usize) -> (ArticleMeta, Vec<Claim>) {
    let story = number / PER_STORY;
    let day = chrono::NaiveDate::from_ymd_opt(2020, 1, 1)
        .and_then(|d| d.checked_add_days(chrono::Days::new(number as u64 % 900)));
    let meta = ArticleMeta {
        id: format!("article-{number}"),
        title: Some(format!("{} in {}", word(story * 7), word(story * 7 + 1))),
        publisher: Some(format!("Outlet {}", number % 40)),
        published: day,
        ..ArticleMeta::default()
    };
    let claims = (0..PER_ARTICLE)
        .map(|at| claim(number, story, at))
        .collect();
    (meta, claims)
}

/// The first claims of every third article speak of measures that are known
/// everywhere; the others of what only their story knows.
fn claim(article: usize, story: usize, at: usize) -> Claim {
    let popular = at < 3 && article.is_multiple_of(3);
    let measure = if popular {
        ["inflation rate", "people killed", "vaccine doses delivered"][at].to_owned()
    } else {
        format!("{} {}", word(story * 11 + at), word(at * 5))
    };
    let place = word(story * 7 + 1);
    let value = (article * 37 + at * 11) as i64 % 900 + 20;
    let figure = Figure {
        text: value.to_string(),
        value: Number::from(value),
        value_max: None,
        from: None,
        bound: Bound::Equal,
        unit: Some(Unit::new(if at == 0 { "percent" } else { "item" })),
        dimension: None,
        kind: Kind::Level,
        direction: None,
        measure: measure.clone(),
        place: Some(place.clone()),
        between: Vec::new(),
        about: Vec::new(),
        part_of: None,
        modality: None,
        period: None,
        baseline: None,
        conversion_of: None,
    };
    Claim {
        id: format!("c-{article}-{at}"),
        quote: Quote {
            exact: format!(
                "The {measure} in {place} came to {value} then, {} said.",
                word(story * 7 + 2)
            ),
            prefix: String::new(),
            suffix: String::new(),
        },
        figure: Some(figure),
        said_by: Some(speaker(story)),
        fix: Fix::default(),
        review: Review::default(),
        waive: Vec::new(),
        changes: Vec::new(),
        gone: false,
    }
}

fn speaker(story: usize) -> SaidBy {
    SaidBy {
        name: Some(word(story * 7 + 2)),
        as_written: None,
        role: None,
        cue: Some("said".to_owned()),
        style: Style::Indirect,
        stance: None,
        words: None,
        said_on: None,
        venue: None,
        via: None,
    }
}
