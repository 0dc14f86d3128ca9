//! Why two names are taken for one person, in words.

use crate::book::Entry;
use crate::say;
use crate::speaker::{Same, Speaker, same_spelling};
use claimbook_model::{SaidBy, fold};

/// So many sentences about spellings are told of a row.
const TOLD: usize = 2;

/// In larger rows only so many members are looked at.
const LOOKED_AT: usize = 24;

/// A sentence for each pair of different names, in different articles, that are taken
/// for one person.
pub(crate) fn told(entries: &[&Entry<'_>]) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let entries = entries.get(..LOOKED_AT).unwrap_or(entries);
    for (at, one) in entries.iter().enumerate() {
        for other in entries[at + 1..]
            .iter()
            .filter(|o| o.article != one.article)
        {
            let pair = one.claim.said_by.as_ref().zip(other.claim.said_by.as_ref());
            let sentence = pair.and_then(|(a, b)| evidence(a, b));
            told.extend(sentence.filter(|sentence| !told.contains(sentence)));
        }
    }
    told.truncate(TOLD);
    told
}

/// Why two speakers are taken for one person; `None` where their names are written
/// alike, or they are not.
fn evidence(a: &SaidBy, b: &SaidBy) -> Option<String> {
    let (x, y) = (a.name.as_deref()?, b.name.as_deref()?);
    if fold(x) == fold(y) {
        return None;
    }
    let (one, other) = (Speaker::of(a), Speaker::of(b));
    if one.words() == other.words() || one.same(&other) != Same::Yes {
        return None;
    }
    let mut grounds = grounds(one.words(), other.words())?;
    grounds.extend(office(a, b).map(|office| format!("one office, {office}")));
    let (x, y) = if x <= y { (x, y) } else { (y, x) };
    let grounds = say::list(&grounds);
    Some(format!("{x} and {y} are taken for one person: {grounds}."))
}

/// What the words of two names have in common.
fn grounds(a: &[String], b: &[String]) -> Option<Vec<String>> {
    let (last, other) = (a.last()?, b.last()?);
    let surname = if last == other {
        "one surname"
    } else {
        "two spellings of one surname"
    };
    let given = match (a, b) {
        ([first, .., _], [second, .., _]) if first == second => "one given name",
        ([first, .., _], [second, .., _]) if first.len() == 1 || second.len() == 1 => {
            "a given name and its initial"
        }
        ([first, .., _], [second, .., _]) if same_spelling(first, second) => {
            "two spellings of one given name"
        }
        ([_, .., _], [_, .., _]) => "given names that differ in vowels alone",
        _ => return Some(vec![format!("{surname}, which one article gives alone")]),
    };
    Some([surname, given].map(str::to_owned).into())
}

/// The office that both hold, in the shorter wording.
fn office(a: &SaidBy, b: &SaidBy) -> Option<String> {
    let (x, y) = (a.role.as_deref()?, b.role.as_deref()?);
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    let (folded, around) = (fold(short), fold(long));
    let words: Vec<&str> = around.split(' ').collect();
    let within = folded.split(' ').all(|word| words.contains(&word));
    within.then(|| short.to_owned())
}

#[cfg(test)]
mod tests {
    use super::evidence;
    use crate::support::said_by;
    use claimbook_model::SaidBy;

    fn speaker(name: &str, role: &str) -> SaidBy {
        said_by(Some(name), None, Some(role).filter(|role| !role.is_empty()))
    }

    #[test]
    fn one_person_is_told_by_what_the_names_share() {
        let office = "Russian Deputy Prime Minister";
        let table = [
            (
                ("Yury Borisov", office),
                ("Yuri Borisov", "Deputy Prime Minister"),
                "Yuri Borisov and Yury Borisov are taken for one person: one surname, two spellings of one given name and one office, Deputy Prime Minister.",
            ),
            (
                ("Yury Borisov", ""),
                ("Yury Borissov", office),
                "Yury Borisov and Yury Borissov are taken for one person: two spellings of one surname and one given name.",
            ),
            (
                ("J. Boehner", ""),
                ("John Boehner", ""),
                "J. Boehner and John Boehner are taken for one person: one surname and a given name and its initial.",
            ),
            (
                ("Mohammed Saleh", "judge"),
                ("Muhammad Saleh", "minister"),
                "Mohammed Saleh and Muhammad Saleh are taken for one person: one surname and given names that differ in vowels alone.",
            ),
            (
                ("Borisov", ""),
                ("Yury Borisov", ""),
                "Borisov and Yury Borisov are taken for one person: one surname, which one article gives alone.",
            ),
        ];
        for ((a, x), (b, y), told) in table {
            let (a, b) = (speaker(a, x), speaker(b, y));
            assert_eq!(evidence(&a, &b).as_deref(), Some(told));
            assert_eq!(evidence(&b, &a).as_deref(), Some(told));
        }
        let same = [
            ("Yury Borisov", "Yury Borisov"),
            ("Mr. Borisov", "Borisov"),
            ("Jesse Jackson", "Sandra Jackson"),
        ];
        for (a, b) in same {
            assert_eq!(
                evidence(&speaker(a, ""), &speaker(b, "")),
                None,
                "{a} / {b}"
            );
        }
    }
}
