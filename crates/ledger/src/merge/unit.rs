//! Three states of one thing made one: of an article's entry, a claim, a list of claims.

use super::Conflict;
use crate::Ledger;
use crate::emit::value;
use claimbook_model::{Claim, Review};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_yaml::{Mapping, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What two sides made of a thing that both may have changed.
enum Three<T> {
    /// They agree, or only one of them changed it.
    One(T),
    /// They changed it differently.
    Both,
}

fn three<T: PartialEq + Clone>(base: &T, ours: &T, theirs: &T) -> Three<T> {
    if ours == theirs || base == theirs {
        Three::One(ours.clone())
    } else if base == ours {
        Three::One(theirs.clone())
    } else {
        Three::Both
    }
}

/// The merged ledger, which says what `ours` says where the two conflict. `commented`
/// are the ids of the claims whose comments would go with them.
pub(super) fn ledgers(
    base: &Ledger,
    ours: &Ledger,
    theirs: &Ledger,
    commented: &BTreeSet<&str>,
    conflicts: &mut Vec<Conflict>,
) -> Ledger {
    let article = mapping(
        &fields(&value(&base.article)),
        &ours.article,
        &theirs.article,
        None,
        conflicts,
    );
    let [base, mine, yours] = [base, ours, theirs].map(by_id);
    let mut claims: Vec<Claim> = Vec::new();
    for claim in &ours.claims {
        let id = claim.id.as_str();
        claims.extend(match (base.get(id), yours.get(id)) {
            (was, Some(other)) => Some(both(was.copied(), claim, other, conflicts)),
            (None, None) => Some(claim.clone()),
            (Some(was), None) => removed(was, claim, commented.contains(id)),
        });
    }
    let mut there: BTreeSet<String> = claims.iter().map(|c| c.id.clone()).collect();
    let mut above = None;
    for claim in &theirs.claims {
        let id = claim.id.as_str();
        let added = match base.get(id) {
            _ if mine.contains_key(id) => None,
            None => Some(claim.clone()),
            Some(was) => removed(was, claim, commented.contains(id)),
        };
        if let Some(added) = added {
            let place = above.and_then(|id: &str| claims.iter().position(|c| c.id == id));
            claims.insert(place.map_or(0, |at| at + 1), added);
            there.insert(id.to_owned());
        }
        if there.contains(id) {
            above = Some(id);
        }
    }
    Ledger { article, claims }
}

fn by_id(ledger: &Ledger) -> BTreeMap<&str, &Claim> {
    ledger.claims.iter().map(|c| (c.id.as_str(), c)).collect()
}

/// A claim that one side removed: it goes if the other left it as it `was`, else it
/// stays as one that the article no longer makes.
fn removed(was: &Claim, kept: &Claim, commented: bool) -> Option<Claim> {
    (was != kept || commented).then(|| Claim {
        gone: true,
        ..kept.clone()
    })
}

/// A claim that both sides have.
fn both(was: Option<&Claim>, ours: &Claim, theirs: &Claim, conflicts: &mut Vec<Conflict>) -> Claim {
    // Two sides that added one claim start from what nobody has reviewed.
    let unreviewed = || BTreeMap::from([("review".to_owned(), value(&Review::default()))]);
    let base = was.map_or_else(unreviewed, |claim| fields(&value(claim)));
    mapping(&base, ours, theirs, Some(&ours.id), conflicts)
}

/// Merges the fields of a struct, each as a whole but for `fix`, `waive` and `changes`.
fn mapping<T: Serialize + DeserializeOwned + Clone>(
    base: &BTreeMap<String, Value>,
    ours: &T,
    theirs: &T,
    claim: Option<&str>,
    conflicts: &mut Vec<Conflict>,
) -> T {
    let [mine, yours] = [ours, theirs].map(|side| fields(&value(side)));
    let mut merged = Mapping::new();
    let keys: BTreeSet<&String> = base.keys().chain(mine.keys()).chain(yours.keys()).collect();
    for key in keys {
        let [was, m, y] = [base, &mine, &yours].map(|side| side.get(key).cloned());
        let one = match three(&was, &m, &y) {
            Three::One(one) => Some(one),
            Three::Both if claim.is_some() => inside(key, &[was, m.clone(), y]),
            Three::Both => None,
        };
        let chosen = one.unwrap_or_else(|| {
            conflicts.push(Conflict {
                claim: claim.map(str::to_owned),
                field: key.clone(),
            });
            m
        });
        if let Some(chosen) = chosen {
            merged.insert(Value::from(key.as_str()), chosen);
        }
    }
    serde_yaml::from_value(Value::Mapping(merged))
        .expect("each field comes from a side, and what a struct needs is on both")
}

fn fields(value: &Value) -> BTreeMap<String, Value> {
    let entries = value.as_mapping().into_iter().flatten();
    entries
        .map(|(k, v)| (k.as_str().unwrap_or_default().to_owned(), v.clone()))
        .collect()
}

/// The three states of a key of a claim.
type States = [Option<Value>; 3];

/// Merges inside a key that both sides changed: corrections field by field, lists
/// item by item. `None` if that leaves a conflict, or the key is one whole.
fn inside(key: &str, states: &States) -> Option<Option<Value>> {
    match key {
        "fix" => corrections(states),
        "waive" | "changes" => Some(items(states)),
        _ => None,
    }
}

/// Corrections of both sides; `None` if they correct one field differently.
fn corrections(states: &States) -> Option<Option<Value>> {
    let sides = states
        .each_ref()
        .map(|s| s.as_ref().map(fields).unwrap_or_default());
    let keys: BTreeSet<&String> = sides.iter().flat_map(BTreeMap::keys).collect();
    let mut merged = Mapping::new();
    for key in keys {
        let [base, ours, theirs] = sides.each_ref().map(|side| side.get(key));
        let Three::One(one) = three(&base, &ours, &theirs) else {
            return None;
        };
        if let Some(value) = one {
            merged.insert(Value::from(key.as_str()), value.clone());
        }
    }
    Some((!merged.is_empty()).then_some(Value::Mapping(merged)))
}

/// Our items without those that they dropped, and theirs that are new.
fn items(states: &States) -> Option<Value> {
    let list = |state: &Option<Value>| match state {
        Some(Value::Sequence(items)) => items.clone(),
        _ => Vec::new(),
    };
    let [base, ours, theirs] = states.each_ref().map(list);
    let dropped = |item: &&Value| base.contains(item) && !theirs.contains(item);
    let mut merged: Vec<Value> = ours.iter().filter(|item| !dropped(item)).cloned().collect();
    let new = |item: &&Value| !ours.contains(item) && !base.contains(item);
    merged.extend(theirs.iter().filter(new).cloned());
    (!merged.is_empty()).then_some(Value::Sequence(merged))
}
