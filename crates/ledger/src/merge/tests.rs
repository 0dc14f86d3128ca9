//! Merges: nothing lost, nothing chosen.

use super::{Conflict, Merged, merge};
use crate::emit::value;
use crate::sample::{claim, figure_claim, full_ledger};
use crate::{Document, Ledger, emit, mint, parse};
use claimbook_model::{Claim, Evidence, Number, Review, Verdict, Waiver};
use proptest::prelude::*;
use proptest::sample::{Index, select};

const LABELS: (&str, &str) = ("ours", "theirs");

fn merged(base: &str, ours: &str, theirs: &str) -> Merged {
    let read = |text| Document::read(text, "x").unwrap();
    let documents: [Document<'_>; 3] = [base, ours, theirs].map(read);
    let [base, ours, theirs] = &documents;
    merge(Some(base), ours, theirs, LABELS).unwrap()
}

fn base() -> Ledger {
    let mut ledger = Ledger {
        article: full_ledger().article,
        claims: Vec::new(),
    };
    ledger.claims = vec![
        figure_claim("It rose 5%.", "5%"),
        claim("He came."),
        figure_claim("It fell 3%.", "3%"),
    ];
    mint("a", &mut ledger.claims);
    ledger
}

fn changed(change: impl FnOnce(&mut Ledger)) -> String {
    let mut ledger = base();
    change(&mut ledger);
    emit(&ledger)
}

fn judge(claim: &mut Claim, verdict: Verdict, by: &str) {
    claim.review.verdict = verdict;
    claim.review.saw = Some(claim.as_judged());
    claim.review.by = Some(by.to_owned());
}

/// One side of all conflicts in `text`.
fn resolved(text: &str, ours: bool) -> String {
    let (mut out, mut inside) = (String::new(), None);
    for line in text.split_inclusive('\n') {
        match line.trim_end() {
            "<<<<<<< ours" => inside = Some(true),
            "=======" if inside == Some(true) => inside = Some(false),
            ">>>>>>> theirs" => inside = None,
            _ if inside.is_none_or(|side| side == ours) => out.push_str(line),
            _ => {}
        }
    }
    out
}

#[test]
fn reviews_of_neighbours_and_a_new_reading_go_together() {
    let ours = changed(|l| judge(&mut l.claims[0], Verdict::Supported, "ann"));
    let theirs = changed(|l| {
        judge(&mut l.claims[1], Verdict::False, "bob");
        l.claims[0].figure.as_mut().unwrap().value = Number::from(6);
        let mut new = claim("She came.");
        new.id = "c-new".to_owned();
        l.claims.insert(2, new);
    });
    let merged = merged(&emit(&base()), &ours, &theirs);
    assert_eq!(merged.conflicts, []);
    let ledger = parse(&merged.text, "x").unwrap();
    assert!(crate::is_stale(&ledger.claims[0]));
    assert_eq!(ledger.claims[1].review.by.as_deref(), Some("bob"));
    assert_eq!(ledger.claims[2].id, "c-new");
}

#[test]
fn two_verdicts_on_one_claim_stand_side_by_side() {
    let ours = changed(|l| judge(&mut l.claims[0], Verdict::Supported, "ann"));
    let theirs = changed(|l| judge(&mut l.claims[0], Verdict::False, "bob"));
    let merged = merged(&emit(&base()), &ours, &theirs);
    let conflict = Conflict {
        claim: Some(base().claims[0].id.clone()),
        field: "review".to_owned(),
    };
    assert_eq!(merged.conflicts, [conflict]);
    assert_eq!(resolved(&merged.text, true), ours);
    assert_eq!(resolved(&merged.text, false), theirs);
    let finding = &parse(&merged.text, "x").unwrap_err()[0];
    assert_eq!(finding.rule, "conflict-marker");
    insta::assert_snapshot!(
        merged
            .text
            .lines()
            .skip_while(|l| !l.contains("<<<"))
            .take(13)
            .collect::<Vec<_>>()
            .join("\n")
    );
}

#[test]
fn comments_of_both_sides_stay() {
    let text = emit(&base());
    let id = &base().claims[1].id;
    let ours = text.replace("claimbook: 1", "# ours\nclaimbook: 1");
    let theirs = text.replace(
        &format!("  - id: \"{id}\""),
        &format!("  # theirs\n  - id: \"{id}\" # beside"),
    );
    let both = merged(&text, &ours, &theirs);
    let there = format!("  # theirs\n  - id: \"{id}\"  # beside\n");
    assert!(both.text.contains("# ours\n"), "{}", both.text);
    assert!(both.text.contains(&there), "{}", both.text);
    assert_eq!(merged(&text, &theirs, &theirs).text, theirs);
    assert_eq!(
        merged(&theirs, &theirs, &text).text,
        theirs,
        "a comment is not deleted by a merge"
    );
}

#[test]
fn a_comment_whose_place_is_taken_goes_above_it() {
    let text = emit(&base());
    let id = &base().claims[1].id;
    let line = format!("  - id: \"{id}\"");
    let with = |comment: &str| text.replace(&line, &format!("{line}  # {comment}"));
    let both = merged(&text, &with("ours"), &with("theirs")).text;
    let there = format!("  # theirs\n{line}  # ours\n");
    assert!(both.contains(&there), "{both}");
    let crlf = |text: String| text.replace('\n', "\r\n");
    let both = merged(&text, &crlf(text.clone()), &with("theirs")).text;
    assert!(both.contains(&format!("{line}  # theirs\r\n")), "{both}");
}

#[test]
fn a_claim_that_one_removed_and_the_other_judged_stays_as_gone() {
    let without = changed(|l| drop(l.claims.remove(0)));
    let judged = changed(|l| judge(&mut l.claims[0], Verdict::Supported, "ann"));
    for (ours, theirs) in [(&without, &judged), (&judged, &without)] {
        let merged = merged(&emit(&base()), ours, theirs);
        let ledger = parse(&merged.text, "x").unwrap();
        assert!(ledger.claims[0].gone && ledger.claims[0].review.verdict == Verdict::Supported);
    }
    let both = merged(&emit(&base()), &without, &emit(&base()));
    assert_eq!(both.text, without);
    let commented = emit(&base()).replacen("  - id", "  # ask\n  - id", 1);
    let kept = merged(&emit(&base()), &without, &commented);
    assert!(kept.text.contains("  # ask\n  - id") && kept.text.contains("gone: true"));
}

#[test]
fn files_that_both_sides_added_are_merged_from_nothing() {
    let ours = changed(|l| judge(&mut l.claims[0], Verdict::Supported, "ann"));
    let theirs = changed(|l| judge(&mut l.claims[1], Verdict::False, "bob"));
    let read = |text| Document::read(text, "x").unwrap();
    let merged = merge(None, &read(&ours), &read(&theirs), LABELS).unwrap();
    assert_eq!(merged.conflicts, []);
    let ledger = parse(&merged.text, "x").unwrap();
    assert_eq!(
        (
            ledger.claims[0].review.verdict,
            ledger.claims[1].review.verdict
        ),
        (Verdict::Supported, Verdict::False)
    );
}

#[test]
fn a_key_that_shares_its_line_with_the_dash_takes_its_claim_along() {
    let by_hand = |ledger: &Ledger| {
        let text = emit(ledger);
        let review = text.find("    review:\n").unwrap();
        let end = review + text[review..].find("\n\n").unwrap() + 1;
        let block = text[review..end].replacen("    ", "  - ", 1);
        let rest = text[..review].to_owned() + &text[end..];
        rest.replacen("  - id", &format!("{block}    id"), 1)
    };
    let side = |verdict, value| {
        let mut ledger = base();
        judge(&mut ledger.claims[0], verdict, "ann");
        ledger.claims[0].figure.as_mut().unwrap().value = Number::from(value);
        by_hand(&ledger)
    };
    let (ours, theirs) = (side(Verdict::Supported, 6), side(Verdict::False, 7));
    let merged = merged(&by_hand(&base()), &ours, &theirs);
    assert_eq!(merged.conflicts.len(), 2);
    assert_eq!(resolved(&merged.text, true), ours);
    assert_eq!(
        parse(&resolved(&merged.text, false), "x"),
        parse(&theirs, "x")
    );
}

#[test]
fn what_stands_in_brackets_conflicts_as_a_whole() {
    let file = |title: &str, verdict: &str| {
        format!(
            "claimbook: 1\narticle: {{id: a, title: {title}}}\nclaims:\n- {{id: c-1, quote: {{exact: d}}, review: {{reading: ok, verdict: {verdict}}}}}\n"
        )
    };
    let (ours, theirs) = (file("b", "supported"), file("c", "false"));
    let merged = merged(&file("a", "open"), &ours, &theirs);
    assert_eq!(merged.conflicts.len(), 2);
    assert_eq!(resolved(&merged.text, true), ours);
    assert_eq!(
        parse(&resolved(&merged.text, false), "x"),
        parse(&theirs, "x")
    );
}

/// Something that a person or a new extraction does to a file.
#[derive(Debug, Clone)]
enum Act {
    Judge(Index, Verdict, u8),
    Note(Index, String),
    Evidence(Index, u8),
    FixValue(Index, i64),
    FixPlace(Index, u8),
    Waive(Index, u8),
    Figure(Index, i64),
    Remove(Index),
    Add(u8, u8),
    Title(u8),
}

fn act() -> impl Strategy<Value = Act> {
    let at = any::<Index>;
    prop_oneof![
        3 => (at(), select(Verdict::ALL), 0u8..3).prop_map(|(i, v, b)| Act::Judge(i, v, b)),
        1 => (at(), "[a-z\n]{0,3}").prop_map(|(i, n)| Act::Note(i, n)),
        1 => (at(), 0u8..3).prop_map(|(i, n)| Act::Evidence(i, n)),
        1 => (at(), 0i64..3).prop_map(|(i, n)| Act::FixValue(i, n)),
        1 => (at(), 0u8..3).prop_map(|(i, n)| Act::FixPlace(i, n)),
        1 => (at(), 0u8..3).prop_map(|(i, n)| Act::Waive(i, n)),
        1 => (at(), 0i64..3).prop_map(|(i, n)| Act::Figure(i, n)),
        1 => at().prop_map(Act::Remove),
        1 => (0u8..4, 0u8..3).prop_map(|(i, n)| Act::Add(i, n)),
        1 => (0u8..3).prop_map(Act::Title),
    ]
}

impl Act {
    fn on(&self, ledger: &mut Ledger) {
        let Ledger { article, claims } = ledger;
        match self {
            Self::Title(n) => article.title = Some(n.to_string()),
            Self::Add(at, n) => {
                let mut new = [claim(&format!("New {n}."))];
                mint("a", &mut new);
                let [new] = new;
                if claims.iter().all(|c| c.id != new.id) {
                    claims.insert(usize::from(*at).min(claims.len()), new);
                }
            }
            Self::Remove(at) if !claims.is_empty() => drop(claims.remove(at.index(claims.len()))),
            Self::Judge(at, ..)
            | Self::Note(at, _)
            | Self::Evidence(at, _)
            | Self::FixValue(at, _)
            | Self::FixPlace(at, _)
            | Self::Waive(at, _)
            | Self::Figure(at, _)
                if !claims.is_empty() =>
            {
                let at = at.index(claims.len());
                self.on_claim(&mut claims[at]);
            }
            _ => {}
        }
    }

    fn on_claim(&self, claim: &mut Claim) {
        match self {
            Self::Judge(_, verdict, by) => judge(claim, *verdict, &by.to_string()),
            Self::Note(_, note) => claim.review.note = Some(note.clone()),
            Self::Evidence(_, n) => claim.review.evidence.push(Evidence {
                url: n.to_string(),
                archived: None,
                quote: None,
                value: None,
                retrieved: None,
            }),
            Self::FixValue(_, n) => claim.fix.value = Some(Number::from(*n)),
            Self::FixPlace(_, n) => claim.fix.place = Some(n.to_string()),
            Self::Waive(_, n) => claim.waive.push(Waiver {
                rule: "x".to_owned(),
                reason: n.to_string(),
            }),
            Self::Figure(_, n) => {
                if let Some(figure) = &mut claim.figure {
                    figure.value = Number::from(*n);
                }
            }
            _ => {}
        }
    }
}

fn side() -> impl Strategy<Value = Ledger> {
    proptest::collection::vec(act(), 0..4).prop_map(|acts| {
        let mut ledger = base();
        acts.iter().for_each(|act| act.on(&mut ledger));
        ledger
    })
}

/// Checks one key of a claim: where one side alone changed it, its value stands.
fn field_is_kept(
    key: &str,
    states: [Option<&Claim>; 3],
    after: &Claim,
) -> Result<(), TestCaseError> {
    let get = |claim: Option<&Claim>| claim.and_then(|c| value(c).get(key).cloned());
    let [was, ours, theirs] = states.map(get);
    let now = get(Some(after));
    if ours == theirs || was == theirs {
        prop_assert_eq!(now, ours, "{}", key);
    } else if was == ours {
        prop_assert_eq!(now, theirs, "{}", key);
    }
    Ok(())
}

fn nothing_is_lost(base: &Ledger, ours: &Ledger, theirs: &Ledger) -> Result<(), TestCaseError> {
    let merged = merged(&emit(base), &emit(ours), &emit(theirs));
    let [mine, yours] =
        [true, false].map(|side| parse(&resolved(&merged.text, side), "x").unwrap());
    for claim in ours.claims.iter().chain(&theirs.claims) {
        let [was, o, t] = [base, ours, theirs].map(|l| l.claim(&claim.id));
        let Some(after) = mine.claim(&claim.id) else {
            let untouched = was.is_some() && (o == was || t == was);
            prop_assert!(untouched, "{} is lost", claim.id);
            continue;
        };
        let (Some(o), Some(t)) = (o, t) else { continue };
        let start = was.map_or_else(Review::default, |c| c.review.clone());
        let keys = ["quote", "figure", "said_by", "review"];
        for key in keys.into_iter().filter(|_| was.is_some()) {
            field_is_kept(key, [was, Some(o), Some(t)], after)?;
        }
        let both_decided = o.review != start && t.review != start && o.review != t.review;
        let told = merged
            .conflicts
            .iter()
            .any(|c| c.claim.as_ref() == Some(&claim.id) && c.field == "review");
        prop_assert_eq!(both_decided, told);
        if both_decided {
            prop_assert_eq!(&after.review, &o.review);
            prop_assert_eq!(&yours.claim(&claim.id).unwrap().review, &t.review);
        }
        for waiver in o.waive.iter().chain(&t.waive) {
            prop_assert!(after.waive.contains(waiver));
        }
    }
    Ok(())
}

proptest! {
        #[test]
    fn no_field_is_lost_and_no_verdict_is_chosen(ours in side(), theirs in side()) {
        nothing_is_lost(&base(), &ours, &theirs)?;
        nothing_is_lost(&base(), &theirs, &ours)?;
    }
}
