//! Why each attribution is as it is: the rule, the words behind cue and source, the
//! speaker with name and role, and, where the speaker stays open, why. And how far a thing
//! was said at all.

use claimbook_extract::Extractor;
use claimbook_model::annotation::{Attribution, Because};
use claimbook_model::{Article, Modality, Span, Stance};

fn annotated(text: &str) -> Vec<Attribution> {
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    Extractor::new().annotate(&article).attributions
}

const REPORT: &str = "\
Energy Minister Ann Okafor said on Tuesday that the dam would hold. She may announce the \
cost of the repairs on Friday.

\"The concrete is sound,\" Okafor said, adding that \"nobody told us of a leak.\"

Her brother Ben Okafor disagreed, and Paul Okafor, who owns the mill, left early. Okafor said \
that the village was afraid.

\"They never asked us,\" said one of the farmers, who did not say whether she would leave.

As the engineers noted, the dam was never tested. It was a risk that they say was known. The \
Herald repeated its claim that the owner had lied.";

fn reasons(because: &[Because]) -> String {
    let one = |b: &Because| format!("\n        {}: {}", b.what, b.span.of(REPORT));
    because.iter().map(one).collect()
}

fn page(a: &Attribution) -> String {
    let words = |spans: &[Span]| {
        let parts: Vec<&str> = spans.iter().map(|s| s.of(REPORT)).collect();
        parts.join(" ... ")
    };
    let modality = a.modality.map_or(String::new(), |m| format!(", {m}"));
    let head = format!(
        "{}\n    {} by {}{modality}{}",
        words(&a.content),
        words(&a.cue),
        a.rule,
        reasons(&a.because)
    );
    let speaker = a.source.as_ref().map_or(String::new(), |s| {
        format!(
            "\n    {} is {} ({}) by {}, {}{}",
            words(&s.spans),
            s.name.as_deref().unwrap_or("open"),
            s.role.as_deref().unwrap_or("no role"),
            s.rule,
            s.confidence,
            reasons(&s.because)
        )
    });
    head + &speaker
}

#[test]
fn every_attribution_tells_what_it_rests_on() {
    let pages: Vec<String> = annotated(REPORT).iter().map(page).collect();
    insta::assert_snapshot!(pages.join("\n\n"));
}

/// Sentences with one attribution each: how far it was said, and the stance.
const SAID: [(&str, Option<Modality>, Stance); 15] = [
    ("Okafor said that the dam held.", None, Stance::Asserts),
    (
        "Okafor did not say whether the dam held.",
        Some(Modality::Negated),
        Stance::Declines,
    ),
    (
        "Okafor refused to say whether the dam held.",
        Some(Modality::Negated),
        Stance::Declines,
    ),
    (
        "Okafor declined to comment on the dam.",
        Some(Modality::Negated),
        Stance::Declines,
    ),
    (
        "Okafor never claimed that the dam held.",
        Some(Modality::Negated),
        Stance::Declines,
    ),
    (
        "Okafor did not deny that the dam leaked.",
        None,
        Stance::Confirms,
    ),
    (
        "Okafor may announce that the dam held.",
        Some(Modality::Possible),
        Stance::Asserts,
    ),
    (
        "Okafor would say that the dam held.",
        Some(Modality::Possible),
        Stance::Asserts,
    ),
    (
        "Okafor could argue that the dam held.",
        Some(Modality::Possible),
        Stance::Asserts,
    ),
    (
        "Okafor will announce on Friday that the dam held.",
        Some(Modality::Forecast),
        Stance::Asserts,
    ),
    (
        "Okafor is expected to announce that the dam held.",
        Some(Modality::Planned),
        Stance::Asserts,
    ),
    (
        "Okafor plans to announce that the dam held.",
        Some(Modality::Planned),
        Stance::Asserts,
    ),
    ("I would say that the dam held.", None, Stance::Asserts),
    ("We must warn that the dam leaks.", None, Stance::Warns),
    ("Okafor has said that the dam held.", None, Stance::Asserts),
];

#[test]
fn what_may_or_will_be_said_or_was_not_is_told_apart() {
    for (text, modality, stance) in SAID {
        let found = annotated(text);
        let seen: Vec<_> = found.iter().map(|a| (a.modality, a.stance)).collect();
        assert_eq!(seen, [(modality, stance)], "{text}");
    }
}

#[test]
fn a_figure_that_was_not_said_is_never_put_as_fact() {
    let table = [
        ("The bank said that prices rose by 5% in 2021.", None),
        (
            "The bank did not say that prices rose by 5% in 2021.",
            Some(Modality::Negated),
        ),
        (
            "The bank refused to say that prices rose by 5% in 2021.",
            Some(Modality::Negated),
        ),
        (
            "The bank may report that prices rose by 5% in 2021.",
            Some(Modality::Forecast),
        ),
        (
            "The bank is expected to say that prices rose by 5% in 2021.",
            Some(Modality::Forecast),
        ),
        (
            "The bank denied that prices rose by 5% in 2021.",
            Some(Modality::Negated),
        ),
    ];
    for (text, modality) in table {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        let claims = Extractor::new().annotate(&article).claims;
        let figures: Vec<_> = claims
            .iter()
            .filter_map(|c| c.claim.figure.as_ref())
            .collect();
        let seen: Vec<_> = figures.iter().map(|f| f.modality).collect();
        assert_eq!(seen, [modality], "{text}");
    }
}
