//! Decisions as people type them.

use super::{Stamp, assignment, correctable, decide, set};
use crate::fields::FIX;
use crate::sample::{claim, figure_claim, full_ledger};
use crate::{Document, emit, parse};
use claimbook_model::{Claim, Direction, Figure, Number, Reading, Review, Verdict};

fn stamp() -> Stamp<'static> {
    Stamp {
        by: Some("ann"),
        date: "2022-02-21".parse().ok(),
    }
}

fn decided(claim: &Claim, text: &str) -> Result<Claim, String> {
    let mut claim = claim.clone();
    let assignments: Vec<_> = text.split(" ; ").map(|a| assignment(a).unwrap()).collect();
    decide(&mut claim, &assignments, stamp())
        .map(|()| claim)
        .map_err(|error| format!("{error}; {}", error.hint))
}

fn open() -> Claim {
    figure_claim("It rose 5%.", "5%")
}

#[test]
fn a_decision_notes_what_it_saw_and_who_made_it_when() {
    let review = decided(
        &open(),
        "verdict=disputed ; note=a\nb=c ; evidence=u ; evidence=v",
    )
    .unwrap()
    .review;
    assert_eq!(
        (review.verdict, review.reading),
        (Verdict::Disputed, Reading::Open)
    );
    assert_eq!(review.saw.as_deref(), Some("5 percent · sales · undated"));
    assert_eq!(
        (review.by.as_deref(), review.date),
        (Some("ann"), stamp().date)
    );
    assert_eq!(review.note.as_deref(), Some("a\nb=c"));
    assert_eq!(review.evidence.len(), 2);
}

#[test]
fn a_fix_makes_the_reading_fixed_and_is_what_was_seen() {
    let claim = decided(&open(), "fix.value=6 ; fix.bound=about ; by=bob").unwrap();
    assert_eq!(
        (claim.fix.value, claim.review.reading),
        (Some(Number::from(6)), Reading::Fixed)
    );
    assert_eq!(
        claim.review.saw.as_deref(),
        Some("about 6 percent · sales · undated")
    );
    assert_eq!(claim.review.by.as_deref(), Some("bob"));
    let back = decided(&claim, "fix.value= ; fix.bound= ; reading=ok").unwrap();
    assert!(back.fix.is_empty());
    assert_eq!(
        back.review.saw.as_deref(),
        Some("5 percent · sales · undated")
    );
    let undone = decided(&claim, "fix.value= ; fix.bound=").unwrap();
    assert_eq!(undone.review, Review::default());
}

#[test]
fn an_earlier_verdict_becomes_stale_rather_than_anothers() {
    let judged = decided(&open(), "verdict=supported").unwrap();
    let fixed = decided(&judged, "fix.value=6 ; reading=fixed").unwrap();
    assert_eq!(
        fixed.review.saw.as_deref(),
        Some("5 percent · sales · undated")
    );
    assert!(crate::is_stale(&fixed));
    assert!(!crate::is_stale(
        &decided(&fixed, "verdict=supported").unwrap()
    ));
}

#[test]
fn another_measure_period_or_direction_makes_a_verdict_stale() {
    let judged = decided(&open(), "verdict=supported").unwrap();
    let changes: [fn(&mut Figure); 4] = [
        |figure| figure.measure = "exports".to_owned(),
        |figure| figure.direction = Some(Direction::Down),
        |figure| figure.period = "2021".parse().ok(),
        |figure| figure.baseline = "2020".parse().ok(),
    ];
    for change in changes {
        let mut read_anew = judged.clone();
        change(read_anew.figure.as_mut().unwrap());
        assert!(crate::is_stale(&read_anew), "{read_anew:?}");
        // A line of the amount alone speaks of the amount alone.
        read_anew.review.saw = Some("5 percent".to_owned());
        assert!(!crate::is_stale(&read_anew), "{read_anew:?}");
        read_anew.figure.as_mut().unwrap().value = Number::from(6);
        assert!(crate::is_stale(&read_anew), "{read_anew:?}");
    }
}

#[test]
fn opening_again_and_empty_values_take_decisions_back() {
    let judged = decided(&open(), "verdict=supported ; reading=ok ; note=a").unwrap();
    let noted = |note: Option<&str>| Review {
        note: note.map(str::to_owned),
        ..Review::default()
    };
    for (text, left) in [
        ("verdict=open ; reading=open", noted(Some("a"))),
        ("verdict= ; reading=", noted(Some("a"))),
        ("verdict= ; reading= ; note=", noted(None)),
    ] {
        assert_eq!(decided(&judged, text).unwrap().review, left, "{text}");
    }
    let read = decided(&judged, "verdict=").unwrap().review;
    assert_eq!((read.verdict, read.reading), (Verdict::Open, Reading::Ok));
    let held = decided(&judged, "reading=").unwrap().review;
    let expected = (Verdict::Supported, Reading::Open);
    assert_eq!((held.verdict, held.reading), expected);
    assert_eq!(decided(&judged, "note=").unwrap().review.note, None);
}

#[test]
fn nobody_signs_what_another_decided() {
    let by_ann = |text: &str| decided(&open(), text).unwrap();
    let nameless = |claim: &Claim, text: &str| {
        let (mut claim, changes) = (claim.clone(), text.split(" ; "));
        let changes: Vec<_> = changes.map(|a| assignment(a).unwrap()).collect();
        decide(&mut claim, &changes, Stamp::default()).unwrap();
        claim.review.by
    };
    let cases = [
        ("verdict=false", "verdict=supported", None),
        ("verdict=false", "verdict=false", Some("ann")),
        ("reading=ok", "reading=wrong", None),
        ("reading=ok", "verdict=supported", None),
        ("fix.value=6", "fix.value=7", None),
        ("verdict=false", "note=a", Some("ann")),
        // The verdict is the older decision, and still the one that was signed.
        ("verdict=false", "reading=ok", Some("ann")),
        ("verdict=false", "verdict=disputed ; by=bob", Some("bob")),
    ];
    for (first, then, by) in cases {
        let signed = nameless(&by_ann(first), then);
        assert_eq!(signed.as_deref(), by, "{first}, {then}");
    }
}

#[test]
fn errors_name_what_is_allowed() {
    let errors = [
        "verdict=dispute",
        "verdict=yes",
        "verdct=open",
        "fix.valu=1",
        "colour=red",
        "fix.value=7,200",
        "fix.period=soon",
        "fix.bound=almost",
        "fix.said_on=today",
        "reading=ok ; reading=wrong",
        "fix.unit= ",
        "fix.role=minister",
    ]
    .map(|text| decided(&open(), text).unwrap_err());
    insta::assert_snapshot!(errors.join("\n"));
    insta::assert_snapshot!(assignment("verdict").unwrap_err().hint);
}

#[test]
fn what_the_claim_does_not_have_cannot_be_corrected() {
    let words = claim("He said that all was well.");
    for field in ["value=5", "unit=percent", "measure=sales", "period=2021"] {
        let error = decided(&words, &format!("fix.{field}")).unwrap_err();
        assert!(
            error.contains("`figure`, which the claim does not have"),
            "{error}"
        );
    }
    let taken_back = decided(&words, "fix.value=").unwrap();
    assert_eq!(
        taken_back, words,
        "taking back what is not there is no mistake"
    );
}

#[test]
fn set_changes_the_lines_of_one_review() {
    let text = emit(&full_ledger()).replace("  - id: \"c-0hq", "  # mine\n  - id: \"c-0hq");
    let document = Document::read(&text, "x.yaml").unwrap();
    let after = set(&document, "c-0hq5tz00", &[("verdict", "false")], stamp()).unwrap();
    let kept = after
        .lines()
        .filter(|l| text.lines().any(|t| t == *l))
        .count();
    assert_eq!(
        (after.lines().count(), kept),
        (text.lines().count() + 3, text.lines().count() - 1 + 2)
    );
    assert_eq!(
        parse(&after, "x").unwrap().claims[1].review.verdict,
        Verdict::False
    );
    let error = set(&document, "c-0hq5tz01", &[], stamp()).unwrap_err();
    assert_eq!(
        (error.to_string().as_str(), error.hint.as_str()),
        (
            "no claim of x.yaml has the id c-0hq5tz01",
            "did you mean c-0hq5tz00?"
        )
    );
}

#[test]
fn what_can_be_corrected_follows_from_what_the_claim_has() {
    let mut claim = full_ledger().claims.remove(0);
    claim.fix = claimbook_model::Fix::default();
    decide(&mut claim, &[("fix.value", "3")], Stamp::default()).unwrap();
    let names =
        |claim: &Claim| -> Vec<&str> { correctable(claim).iter().map(|f| f.name).collect() };
    assert_eq!(names(&claim).len(), FIX.len());
    let fields = correctable(&claim);
    let value = fields.iter().find(|f| f.name == "value").unwrap();
    let machine = claim.figure.as_ref().unwrap().value.to_string();
    assert_eq!(
        (value.machine.as_str(), value.value.as_str()),
        (machine.as_str(), "3")
    );
    for field in fields.iter().filter(|f| !f.value.is_empty()) {
        let key = format!("fix.{}", field.name);
        decide(&mut claim, &[(&key, &field.value)], Stamp::default()).unwrap();
    }
    (claim.figure, claim.said_by) = (None, None);
    assert_eq!(names(&claim), ["why"]);
}
