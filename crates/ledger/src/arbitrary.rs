//! Arbitrary ledgers with hostile strings, for property tests.

use crate::sample::{claim, full_claim, full_ledger};
use crate::{Ledger, mint};
use claimbook_model::{
    Bound, Claim, Evidence, Fix, Kind, Number, Reading, Review, Unit, Verdict, Waiver,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// So many cases, or as many as `PROPTEST_CASES` in the environment asks for.
pub(crate) fn cases(usual: u32) -> ProptestConfig {
    let config = ProptestConfig::default();
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => config,
        None => ProptestConfig {
            cases: usual,
            ..config
        },
    }
}

/// Text that breaks careless writers of YAML.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let hostile = select(vec![
        "",
        "NO",
        "yes",
        "~",
        "null",
        "=",
        "<<",
        "12:30",
        "2022-02-17",
        "1_000",
        "017",
        "- a",
        "a: b",
        "a #b",
        "# a",
        "\"",
        "'",
        "\\",
        "\n",
        "a\nb\n",
        " a ",
        "\t",
        "\r\n",
        "\u{0}",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "\u{202e}",
        "é–“百”",
        "<<<<<<< a\n=======\n>>>>>>> b",
        "&a",
        "*a",
        "!a",
        "[a]",
        "{a: b}",
        "%a",
        "@a",
        "`a`",
        "|",
        ">",
        "? a",
        "\u{1F600}",
        "---",
        "...",
    ])
    .prop_map(str::to_owned);
    prop_oneof![3 => hostile, 2 => any::<String>(), 2 => "[a-z ]{1,20}"]
}

/// Text with something in it besides blanks.
fn word() -> impl Strategy<Value = String> {
    text().prop_map(|t| {
        if t.trim().is_empty() {
            "x".to_owned()
        } else {
            t
        }
    })
}

pub(crate) fn number() -> impl Strategy<Value = Number> {
    let digits = prop_oneof![
        any::<i64>().prop_map(|n| n.to_string()),
        (any::<i32>(), 0u32..999_999).prop_map(|(a, b)| format!("{a}.{b}")),
        select(vec![
            "0",
            "0.1",
            "7200000",
            "100000000000000000000",
            "1234567890123456.5",
            "-0.05"
        ])
        .prop_map(str::to_owned),
    ];
    digits.prop_filter_map("fits", |d| d.parse().ok())
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (text(), option::of(text()), option::of(number())).prop_map(|(url, quote, value)| Evidence {
        url,
        quote,
        value,
        archived: None,
        retrieved: None,
    })
}

prop_compose! {
    pub(crate) fn review()(
        reading in select(Reading::ALL), verdict in select(Verdict::ALL), saw in option::of(text()),
        by in option::of(text()), note in option::of(text()), evidence in vec(evidence(), 0..3),
        dated in any::<bool>(),
    ) -> Review {
        let date = if dated { "2022-02-21".parse().ok() } else { None };
        Review { reading, verdict, saw, by, date, note, evidence }
    }
}

prop_compose! {
    fn fix()(
        value in option::of(number()), bound in option::of(select(Bound::ALL)),
        measure in option::of(text()), unit in option::of(word()), why in option::of(text()),
    ) -> Fix {
        Fix { value, bound, measure, unit: unit.map(|u| Unit::new(&u)), why, ..Fix::default() }
    }
}

prop_compose! {
    pub(crate) fn arbitrary_claim()(
        exact in text(), prefix in text(), with_figure in any::<bool>(), with_speaker in any::<bool>(),
        figure_text in text(), value in number(), value_max in option::of(number()), kind in select(Kind::ALL),
        between in vec(text(), 0..3), name in option::of(text()), words in option::of(text()),
        fix in fix(), review in review(), gone in any::<bool>(), waived in option::of(text()),
    ) -> Claim {
        let full = full_claim();
        let mut made = claim(&exact);
        made.quote.prefix = prefix;
        made.figure = full.figure.filter(|_| with_figure).map(|mut f| {
            (f.text, f.value, f.value_max, f.kind, f.between) = (figure_text, value, value_max, kind, between);
            f
        });
        made.said_by = full.said_by.filter(|_| with_speaker).map(|mut s| {
            (s.name, s.words) = (name, words);
            s
        });
        (made.fix, made.review, made.gone) = (fix, review, gone);
        made.waive = waived.map(|reason| Waiver { rule: "x".to_owned(), reason }).into_iter().collect();
        made
    }
}

/// A ledger of up to four claims with ids.
pub(crate) fn ledger() -> impl Strategy<Value = Ledger> {
    let article = (text(), option::of(text()), option::of((text(), text())));
    (article, vec(arbitrary_claim(), 0..4)).prop_map(|((id, title, extra), mut claims)| {
        mint(&id, &mut claims);
        let mut article = full_ledger().article;
        (article.id, article.title) = (id, title);
        article.extra = extra.into_iter().collect();
        Ledger { article, claims }
    })
}
