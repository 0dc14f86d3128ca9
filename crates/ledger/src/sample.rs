//! Claims for tests: one plain statement, one figure, one with every field.

use crate::Ledger;
use claimbook_model::{
    ArticleEdit, ArticleMeta, Bound, Claim, Dimension, Direction, Evidence, Figure, Fix, Kind,
    Modality, Number, Quote, Reading, Review, SaidBy, Stance, Style, Unit, Verdict, Waiver,
};

/// A statement without a figure or a speaker.
pub(crate) fn claim(sentence: &str) -> Claim {
    Claim {
        id: String::new(),
        quote: Quote {
            exact: sentence.to_owned(),
            prefix: String::new(),
            suffix: String::new(),
        },
        figure: None,
        said_by: None,
        fix: Fix::default(),
        review: Review::default(),
        waive: Vec::new(),
        changes: Vec::new(),
        gone: false,
    }
}

/// A claim with the figure `text`, whose value is made of the digits in it.
pub(crate) fn figure_claim(sentence: &str, text: &str) -> Claim {
    let digits: String = text
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    let mut claim = claim(sentence);
    claim.figure = Some(figure(text, digits.parse().unwrap()));
    claim
}

/// A level in percent.
fn figure(text: &str, value: Number) -> Figure {
    Figure {
        text: text.to_owned(),
        value,
        value_max: None,
        from: None,
        bound: Bound::Equal,
        unit: Some(Unit::new("percent")),
        dimension: None,
        kind: Kind::Level,
        direction: None,
        measure: "sales".to_owned(),
        place: None,
        between: Vec::new(),
        about: Vec::new(),
        part_of: None,
        modality: None,
        period: None,
        baseline: None,
        conversion_of: None,
    }
}

/// A claim in which every field is filled.
pub(crate) fn full_claim() -> Claim {
    let some = |text: &str| Some(text.to_owned());
    let number = |text: &str| text.parse::<Number>().ok();
    let period = |text: &str| text.parse().ok();
    let day = |text: &str| text.parse().ok();
    Claim {
        id: "c-f4x81d00".to_owned(),
        quote: Quote {
            exact: "The 7.2 million doses went to Caracas, he said.".to_owned(),
            prefix: "the visit. ".to_owned(),
            suffix: " More will come".to_owned(),
        },
        figure: Some(Figure {
            value_max: number("7300000.5"),
            from: number("100000"),
            bound: Bound::JustOver,
            unit: Some(Unit::new("vaccine dose")),
            dimension: Some(Dimension::Count),
            kind: Kind::Cumulative,
            direction: Some(Direction::Up),
            measure: "vaccine doses delivered".to_owned(),
            place: some("Venezuela"),
            between: vec!["Russia".to_owned(), "Venezuela".to_owned()],
            about: vec!["Sputnik V".to_owned()],
            part_of: some("10 million doses"),
            modality: Some(Modality::Planned),
            period: period("../2022-02-17"),
            baseline: period("2020"),
            conversion_of: some("7,200,000"),
            ..figure("7.2 million doses", Number::from(7_200_000))
        }),
        said_by: Some(SaidBy {
            name: some("Yury Borisov"),
            as_written: some("he"),
            role: some("Russian Deputy Prime Minister"),
            cue: some("said"),
            style: Style::Mixed,
            stance: Some(Stance::Promises),
            words: some("7.2 million doses"),
            said_on: day("2022-02-16"),
            venue: some("told Sputnik"),
            via: some("his office"),
        }),
        fix: full_fix(),
        review: Review {
            reading: Reading::Fixed,
            verdict: Verdict::Disputed,
            saw: some("7200000 vaccine dose"),
            by: some("ann"),
            date: day("2022-02-21"),
            note: some("two\nlines"),
            evidence: vec![Evidence {
                url: "https://example.org/deliveries".to_owned(),
                archived: some("https://archive.example.org/1"),
                quote: some("2 million doses"),
                value: number("1234567890123456.5"),
                retrieved: day("2022-02-20"),
            }],
        },
        waive: vec![Waiver {
            rule: "stale-verdict".to_owned(),
            reason: "settled by phone".to_owned(),
        }],
        changes: vec![ArticleEdit {
            field: "figure.text".to_owned(),
            was: "7.1 million doses".to_owned(),
        }],
        gone: true,
    }
}

fn full_fix() -> Fix {
    let some = |text: &str| Some(text.to_owned());
    Fix {
        value: Some(Number::from(2_000_000)),
        value_max: Some(Number::from(2_100_000)),
        from: Some(Number::from(0)),
        bound: Some(Bound::About),
        unit: Some(Unit::new("dose")),
        kind: Some(Kind::Target),
        direction: Some(Direction::Same),
        measure: some("doses received"),
        place: some("Caracas"),
        part_of: some("5 million doses"),
        modality: Some(Modality::Actual),
        period: "2022".parse().ok(),
        baseline: "2021".parse().ok(),
        name: some("Yuri Borisov"),
        role: some("Deputy Prime Minister"),
        stance: Some(Stance::Asserts),
        said_on: "2022-02-17".parse().ok(),
        why: some("the ministry counts fewer"),
    }
}

/// A ledger in which every field is filled, with a second, plain claim.
pub(crate) fn full_ledger() -> Ledger {
    let some = |text: &str| Some(text.to_owned());
    let article = ArticleMeta {
        id: "trade-2022-02-17".to_owned(),
        title: some("Trade: up by \"almost 50%\""),
        publisher: some("UrduPoint News"),
        agency: some("Sputnik"),
        author: some("A. Writer"),
        published: "2022-02-17".parse().ok(),
        place: some("Caracas"),
        url: some("https://example.org/a?b=1#c"),
        path: some("articles/trade-2022-02-17.txt"),
        text_sha256: some("9f0c6d0b9a5e"),
        extra: [("note".to_owned(), "from the wire".to_owned())].into(),
    };
    let mut second = figure_claim("Sales rose 5%.", "5%");
    second.id = "c-0hq5tz00".to_owned();
    Ledger {
        article,
        claims: vec![full_claim(), second],
    }
}
