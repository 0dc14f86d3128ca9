//! A decision carried over to a claim that others may have changed meanwhile.

use claimbook_model::Claim;
use serde_yaml::{Mapping, Value};

/// `now` with what `new` decides otherwise than `old` did, field by field of `review` and
/// `fix`; all other fields are those of `now`. `None` if one of these fields has become
/// a third thing: nothing is chosen between two people's decisions.
#[must_use]
pub fn carry_over(old: &Claim, new: &Claim, now: &Claim) -> Option<Claim> {
    let review = joined(&old.review, &new.review, &now.review)?;
    let fix = joined(&old.fix, &new.fix, &now.fix)?;
    Some(Claim {
        review: serde_yaml::from_value(review).ok()?,
        fix: serde_yaml::from_value(fix).ok()?,
        ..now.clone()
    })
}

/// The fields of `now` with those that `old` and `new` differ in taken from `new`.
fn joined<T: serde::Serialize>(old: &T, new: &T, now: &T) -> Option<Value> {
    let fields = |data: &T| match crate::emit::value(data) {
        Value::Mapping(fields) => Some(fields),
        _ => None,
    };
    let (old, new, mut out) = (fields(old)?, fields(new)?, fields(now)?);
    for key in keys(&old, &new) {
        let (was, wanted, is) = (old.get(&key), new.get(&key), out.get(&key));
        if was == wanted || wanted == is {
            continue;
        }
        if was != is {
            return None;
        }
        match wanted.cloned() {
            Some(value) => drop(out.insert(key, value)),
            None => drop(out.remove(&key)),
        }
    }
    Some(Value::Mapping(out))
}

/// The keys of both, each once.
fn keys(one: &Mapping, other: &Mapping) -> Vec<Value> {
    let more = other.keys().filter(|key| !one.contains_key(*key));
    one.keys().chain(more).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::carry_over;
    use crate::sample::full_ledger;
    use crate::{Stamp, decide};
    use claimbook_model::Claim;

    fn decided(claim: &Claim, changes: &[(&str, &str)], by: &str) -> Claim {
        let mut claim = claim.clone();
        let by = Some(by);
        decide(&mut claim, changes, Stamp { by, date: None }).unwrap();
        claim
    }

    #[test]
    fn what_others_did_stays_and_two_answers_to_one_question_are_refused() {
        let mut open = full_ledger().claims.remove(0);
        (open.review, open.fix) = Default::default();
        let ours = decided(&open, &[("verdict", "false")], "ann");
        let cases: [(&[(&str, &str)], bool); 5] = [
            (&[], true),
            (&[("note", "the table")], true),
            (&[("evidence", "https://example.org")], true),
            (&[("verdict", "supported")], false),
            (&[("reading", "ok")], false), // `by` would be one of two people's
        ];
        for (theirs, fits) in cases {
            let now = decided(&open, theirs, "bob");
            let joined = carry_over(&open, &ours, &now);
            assert_eq!(joined.is_some(), fits, "{theirs:?}");
            if let Some(joined) = joined {
                assert_eq!(joined.review.verdict, ours.review.verdict);
                assert_eq!(joined.review.saw, ours.review.saw);
                assert_eq!(joined.review.note, now.review.note);
                assert_eq!(joined.review.evidence, now.review.evidence);
            }
        }
    }

    #[test]
    fn what_the_tool_reads_is_as_it_is_now_and_a_decision_can_be_taken_back() {
        let mut open = full_ledger().claims.remove(0);
        (open.review, open.fix) = Default::default();
        let ours = decided(&open, &[("verdict", "false"), ("fix.value", "3")], "ann");
        let mut now = open.clone();
        now.quote.exact.push_str(" Edited.");
        let joined = carry_over(&open, &ours, &now).unwrap();
        assert_eq!((&joined.quote, &joined.fix), (&now.quote, &ours.fix));
        assert_eq!(
            joined.review.saw, ours.review.saw,
            "what was seen, not what is there"
        );
        assert_eq!(carry_over(&ours, &open, &joined), Some(now));
    }
}
