//! Screens as people see them, in terminals of several sizes.

use super::{Foot, ReviewScreen, Screen, Size, review_page, review_screen};
use crate::ClaimContext;
use crate::samples::{article, claim, figure};
use crate::style::Style;
use crate::wrap::cells;
use claimbook_model::{ArticleMeta, Claim, Evidence, Reading, Verdict};

/// The keys, fewer than there are.
fn keys() -> Vec<(&'static str, Vec<(String, &'static str)>)> {
    let group =
        |keys: &[(&str, &'static str)]| keys.iter().map(|(k, l)| ((*k).to_owned(), *l)).collect();
    vec![
        (
            "reading",
            group(&[("o", "right"), ("w", "wrong"), ("e", "edit")]),
        ),
        (
            "verdict",
            group(&[
                ("s", "supported"),
                ("d", "disputed"),
                ("c", "not checkable"),
            ]),
        ),
        (
            "",
            group(&[("enter", "next"), ("b", "back"), ("q", "save and quit")]),
        ),
    ]
}

fn post() -> ArticleMeta {
    let mut article = article("ports-2022", Some("Port Post"), Some("Sea Wire"));
    article.title = Some("The ports are busy".to_owned());
    article
}

fn growth() -> Claim {
    let mut claim = figure("c-1", "almost 50%", 50, "percent");
    claim.review.verdict = Verdict::Disputed;
    claim.review.reading = Reading::Ok;
    claim.review.by = Some("ann".to_owned());
    claim.review.saw = Some("12 percent".to_owned());
    claim.review.note = Some("the minutes\nsay 11%".to_owned());
    claim.review.evidence = vec![Evidence {
        url: "https://example.org/minutes".to_owned(),
        archived: None,
        quote: None,
        value: None,
        retrieved: None,
    }];
    claim
}

const AROUND: ClaimContext<'_> = ClaimContext {
    before: "It rained for most of the week and the cranes stood still until Thursday. Then the harbour master spoke to the press.",
    after: "The company did not comment. Its shares fell a little in the afternoon, traders said, and rose again before the close.",
};

/// A screen as text, with `|` at the end of each row, and `_` where the cursor stands.
fn drawn(screen: &Screen) -> String {
    let mut out = String::new();
    for (row, line) in screen.lines.iter().enumerate() {
        out.push_str(line);
        out.push_str("|\n");
        if let Some((column, _)) = screen.cursor.filter(|(_, at)| *at == row) {
            out.push_str(&format!("{:column$}_\n", ""));
        }
    }
    out
}

fn shown<'a>(article: &'a ArticleMeta, claim: &'a Claim, foot: Foot<'a>) -> ReviewScreen<'a> {
    ReviewScreen {
        number: 3,
        of: 27,
        article,
        claim,
        unsaved: false,
        stale: false,
        context: AROUND,
        elsewhere: &[],
        notice: None,
        foot,
    }
}

fn size(width: usize, height: usize) -> Size {
    Size { width, height }
}

#[test]
fn an_open_claim_at_80_by_24() {
    let (article, claim, keys) = (post(), figure("c-1", "almost 50%", 50, "percent"), keys());
    let elsewhere = [
        "12% (Paris Beacon, 2022-01-21; conflict)".to_owned(),
        "48% (Reuters, 2022-02-17; agrees)".to_owned(),
    ];
    let screen = ReviewScreen {
        elsewhere: &elsewhere,
        ..shown(&article, &claim, Foot::Keys(&keys))
    };
    insta::assert_snapshot!(drawn(&review_screen(
        &screen,
        size(80, 24),
        &Style::default()
    )));
}

#[test]
fn a_judged_claim_gone_stale_with_a_message() {
    let (article, claim, keys) = (post(), growth(), keys());
    let screen = ReviewScreen {
        stale: true,
        unsaved: true,
        notice: Some(("not saved: it was changed meanwhile", true)),
        ..shown(&article, &claim, Foot::Keys(&keys))
    };
    insta::assert_snapshot!(drawn(&review_screen(
        &screen,
        size(80, 24),
        &Style::default()
    )));
}

#[test]
fn a_question_with_a_long_answer_and_fields_to_choose_from() {
    let (article, claim) = (post(), growth());
    let long = "because ".repeat(12);
    let ask = Foot::Ask(
        "note",
        (&long, "and so\non"),
        "[enter] keeps it, [esc] leaves it",
    );
    let fields = [
        ('a', "value", "50".to_owned()),
        ('b', "bound", "nearly".to_owned()),
        (
            'c',
            "measure",
            "trade of all the ports of the country, by sea and by rail".to_owned(),
        ),
    ];
    let choose = Foot::Choose(&fields, "the letter of the field, or [esc]");
    let style = Style::default();
    let at = |foot, size| drawn(&review_screen(&shown(&article, &claim, foot), size, &style));
    let both = format!("{}\n{}", at(ask, size(80, 24)), at(choose, size(80, 24)));
    insta::assert_snapshot!(both);
}

#[test]
fn in_little_room_what_matters_least_goes_first() {
    let (article, claim, keys) = (post(), growth(), keys());
    let style = Style::default();
    let sizes = [size(60, 18), size(40, 12), size(30, 6)];
    let screens = sizes.map(|size| {
        drawn(&review_screen(
            &shown(&article, &claim, Foot::Keys(&keys)),
            size,
            &style,
        ))
    });
    insta::assert_snapshot!(screens.join("\n"));
}

#[test]
fn a_long_sentence_is_shown_around_its_figure() {
    let words = |n: usize, from: usize| {
        (from..from + n)
            .map(|n| format!("word{n}"))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let mut claim = figure("c-1", "almost 50%", 50, "percent");
    claim.quote.exact = format!(
        "{} rose by almost 50% while {}.",
        words(200, 0),
        words(200, 200)
    );
    let (article, keys) = (post(), keys());
    let screen = review_screen(
        &shown(&article, &claim, Foot::Keys(&keys)),
        size(80, 24),
        &Style::default(),
    );
    insta::assert_snapshot!(drawn(&screen));
}

#[test]
fn every_size_is_kept_to_and_nothing_steers_the_terminal() {
    let (article, claim, keys) = (post(), growth(), keys());
    let mut hostile = claim.clone();
    hostile.quote.exact =
        "百万 \u{1b}[2J ▌ x ▐ https://example.org/a/very/long/path/without/any/blank/in/it"
            .to_owned();
    hostile.review.note = Some("\u{9b}31m".to_owned());
    let long = claim_with_words();
    for claim in [&claim, &hostile, &long] {
        for (width, height) in [
            (1, 1),
            (2, 30),
            (10, 3),
            (20, 5),
            (79, 24),
            (80, 24),
            (200, 60),
        ] {
            let at = size(width, height);
            let feet = [
                Foot::Keys(&keys),
                Foot::Ask("note", ("some text", "more"), "help"),
                Foot::Choose(&[('a', "value", String::new())], ""),
            ];
            for foot in feet {
                let plain = review_screen(&shown(&article, claim, foot), at, &Style::default());
                assert!(plain.lines.len() <= height, "{at:?}");
                for line in &plain.lines {
                    assert!(
                        cells(line) <= width && !line.contains(char::is_control),
                        "{at:?} {line:?}"
                    );
                }
                assert!(
                    plain
                        .cursor
                        .is_none_or(|(column, row)| column < width && row < height),
                    "{at:?} {:?}",
                    plain.cursor
                );
            }
        }
    }
}

fn claim_with_words() -> Claim {
    claim("c-2", "\"We are open for business,\" she added.", None)
}

#[test]
fn a_page_is_wrapped_and_cut() {
    let page = |height| {
        review_page(
            "Keys",
            &["one two three four".to_owned()],
            size(10, height),
            &Style::default(),
        )
    };
    assert_eq!(
        page(9).lines,
        ["Keys", "", "  one two", "  three", "  four"]
    );
    assert_eq!(page(2).lines.len(), 2);
}
