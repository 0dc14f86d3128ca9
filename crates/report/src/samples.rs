//! Hand-made articles, claims and rows for the tests of this crate.

use claimbook_compare::{
    Apart, Comparison, DiffWord, Fidelity, Item, Link, Member, Relation, Row, RowKind, RowVerdict,
    WordDiff,
};
use claimbook_model::{
    ArticleMeta, Bound, Claim, Figure, Fix, Kind, Number, Quote, Review, SaidBy, Style, Unit,
    Verdict,
};

pub(crate) fn article(id: &str, publisher: Option<&str>, agency: Option<&str>) -> ArticleMeta {
    ArticleMeta {
        id: id.to_owned(),
        publisher: publisher.map(str::to_owned),
        agency: agency.map(str::to_owned),
        published: "2022-02-17".parse().ok(),
        ..ArticleMeta::default()
    }
}

/// A claim of a figure; `text` is also a part of the sentence.
pub(crate) fn figure(id: &str, text: &str, value: i64, unit: &str) -> Claim {
    let figure = Figure {
        text: text.to_owned(),
        value: Number::from(value),
        value_max: None,
        from: None,
        bound: Bound::Nearly,
        unit: Some(Unit::new(unit)),
        dimension: None,
        kind: Kind::Change,
        direction: None,
        measure: "bilateral trade".to_owned(),
        place: None,
        between: vec!["Russia".to_owned(), "Venezuela".to_owned()],
        about: Vec::new(),
        part_of: None,
        modality: None,
        period: "2021".parse().ok(),
        baseline: "2020".parse().ok(),
        conversion_of: None,
    };
    claim(
        id,
        &format!("Trade grew by {text} last year, he said."),
        Some(figure),
    )
}

pub(crate) fn claim(id: &str, sentence: &str, figure: Option<Figure>) -> Claim {
    Claim {
        id: id.to_owned(),
        quote: Quote {
            exact: sentence.to_owned(),
            prefix: String::new(),
            suffix: String::new(),
        },
        figure,
        said_by: None,
        fix: Fix::default(),
        review: Review::default(),
        waive: Vec::new(),
        changes: Vec::new(),
        gone: false,
    }
}

pub(crate) fn borisov(style: Style) -> SaidBy {
    SaidBy {
        name: Some("Yury Borisov".to_owned()),
        as_written: Some("Borisov".to_owned()),
        role: Some("Russian Deputy Prime Minister".to_owned()),
        cue: Some("said".to_owned()),
        style,
        stance: None,
        words: None,
        said_on: None,
        venue: None,
        via: None,
    }
}

/// Two articles and their claims, one of them hostile in its names.
pub(crate) fn claims() -> (Vec<ArticleMeta>, Vec<Claim>) {
    let articles = vec![
        article("trade-2022-02-17", Some("UrduPoint News"), Some("Sputnik")),
        article("beacon", None, None),
    ];
    let mut reviewed = figure("c-aaaaaaaa", "almost 50%", 50, "percent");
    reviewed.said_by = Some(borisov(Style::Direct));
    reviewed.review.verdict = Verdict::Disputed;
    let mut hostile = figure("c-bbbbbbbb", "12% |\u{1b}[31m", 12, "percent");
    if let Some(figure) = &mut hostile.figure {
        figure.measure = "=trade | total".to_owned();
        figure.period = None;
        figure.baseline = None;
    }
    let words = "\"We highly appreciate the allied nature of our work,\" Borisov said.";
    let mut quote = claim("c-cccccccc", words, None);
    quote.said_by = Some(borisov(Style::Direct));
    let mut other = claim(
        "c-dddddddd",
        "\"We highly value the allied nature of our work,\" Borisov said.",
        None,
    );
    other.said_by = Some(borisov(Style::Direct));
    (articles, vec![reviewed, hostile, quote, other])
}

/// The claims of [`claims`] as items; the second and the last stand in the second article.
pub(crate) fn items<'a>(articles: &'a [ArticleMeta], claims: &'a [Claim]) -> Vec<Item<'a>> {
    let place = [0, 1, 0, 1];
    let pairs = claims.iter().zip(place);
    pairs
        .map(|(claim, place)| Item {
            article: &articles[place],
            claim,
            at: Some((4, 14)),
            words_at: None,
        })
        .collect()
}

/// A conflict, a drift and a pair kept apart over [`items`].
pub(crate) fn comparison() -> Comparison {
    let row = |kind, verdict, members: [usize; 2]| Row {
        id: "r-1".to_owned(),
        kind,
        measure: "bilateral trade".to_owned(),
        qualifiers: Vec::new(),
        unit: None,
        verdict,
        fidelity: None,
        series: None,
        members: members.map(|item| Member { item, origin: item }).to_vec(),
        relations: Vec::new(),
        diffs: Vec::new(),
        summary: Vec::new(),
    };
    let conflict = Row {
        qualifiers: vec!["Russia and Venezuela".to_owned(), "change, up".to_owned()],
        unit: Some(Unit::new("percent")),
        relations: vec![Link {
            a: 0,
            b: 1,
            relation: Relation::Conflict,
            why: "12% and almost 50% do not meet".to_owned(),
            grounds: None,
        }],
        summary: vec![
            "12% and almost 50% (42.5 to 50%) do not meet. One article gives no period: the same year on both sides would make it a plain conflict.".to_owned(),
        ],
        ..row(RowKind::Quantity, RowVerdict::Conflict, [0, 1])
    };
    let same = |t: &str| DiffWord::Same(t.to_owned());
    let drift = Row {
        measure: "Yury Borisov".to_owned(),
        fidelity: Some(Fidelity::Altered),
        diffs: vec![WordDiff {
            a: 0,
            b: 1,
            words: vec![
                same("We highly"),
                DiffWord::Removed("appreciate".to_owned()),
                DiffWord::Added("value".to_owned()),
                same(
                    "the allied nature of our work, which we have built together over many years,",
                ),
            ],
        }],
        ..row(RowKind::Quote, RowVerdict::Conflict, [2, 3])
    };
    Comparison {
        rows: vec![conflict, drift],
        apart: vec![Apart {
            a: 0,
            b: 1,
            why: "units differ".to_owned(),
        }],
        alone: 3,
    }
}
