//! References between tables lead somewhere, and no table contradicts another.

use crate::tables::{first_column, pairs, rows};
use std::collections::BTreeMap;

#[test]
fn a_nationality_belongs_to_one_place() {
    let mut owner: BTreeMap<String, String> = BTreeMap::new();
    for place in rows("places") {
        for demonym in place[3].split('|').filter(|d| !d.is_empty()) {
            let before = owner.insert(demonym.to_owned(), place[0].clone());
            assert_eq!(before, None, "{demonym} is also of {}", place[0]);
        }
    }
}

#[test]
fn places_lie_in_places_of_the_table() {
    let places = rows("places");
    let by_name: BTreeMap<&str, &Vec<String>> = places.iter().map(|r| (r[0].as_str(), r)).collect();
    for place in &places {
        let [name, kind, inside] = [&place[0], &place[1], &place[2]];
        if inside.is_empty() {
            let top = matches!(kind.as_str(), "country" | "region" | "union");
            assert!(top, "{name} lies nowhere");
            continue;
        }
        let wanted = if kind == "union" { "union" } else { "country" };
        let holder = by_name
            .get(inside.as_str())
            .map(|r| (r[1].as_str(), r[2].as_str()));
        assert_eq!(holder, Some((wanted, "")), "{name} lies in {inside}");
    }
}

#[test]
fn roles_that_end_in_man_or_woman_have_that_gender() {
    // In some air forces a woman is an airman too.
    let either = ["airman"];
    for (role, gender) in pairs("roles") {
        let (woman, man) = (role.ends_with("woman"), role.ends_with("man"));
        if woman {
            assert_eq!(gender, "f", "{role}");
        } else if man && !either.contains(&role.as_str()) {
            assert_eq!(gender, "m", "{role}");
        }
    }
}

#[test]
fn titles_and_roles_agree_on_gender() {
    let roles = pairs("roles");
    for (title, gender) in pairs("titles") {
        if let Some(of_role) = roles.get(&title.to_lowercase()) {
            assert_eq!(of_role, &gender, "gender of {title}");
        }
    }
}

#[test]
fn closed_classes_stay_closed() {
    let closed = [
        "det",
        "poss",
        "pron_subj",
        "pron_obj",
        "pron_poss",
        "pron_refl",
        "pron_dem",
        "wh",
        "conj",
        "aux_be",
        "to",
    ];
    let mut words = rows("function_words");
    words.retain(|r| closed.contains(&r[1].as_str()));
    for open in ["nouns", "adjectives", "roles", "plurals", "organisations"] {
        let table = first_column(open);
        for word in &words {
            assert!(!table.contains(&word[0]), "{word:?} is in {open}");
        }
    }
    let verbs = first_column("verbs");
    for word in ["the", "and", "of", "will", "would", "can't", "should"] {
        assert!(!verbs.contains(word), "{word} is no verb");
    }
}

#[test]
fn adjectives_that_are_verbs_stand_in_both_tables() {
    let verbs = rows("verbs");
    let adjectives = pairs("adjectives");
    for verb in verbs.iter().filter(|r| r[5].contains('a')) {
        let known = adjectives.contains_key(&verb[0]);
        assert!(known, "verb {} is no adjective", verb[0]);
    }
    let lemmas = first_column("verbs");
    for (word, also) in &adjectives {
        let known = also != "v" || lemmas.contains(word);
        assert!(known, "adjective {word} is no verb");
    }
}

#[test]
fn a_noun_has_one_home() {
    let nouns = first_column("nouns");
    let heads = rows("organisations");
    for head in heads.iter().filter(|r| r[1] == "head") {
        assert!(!nouns.contains(&head[0]), "{} heads organisations", head[0]);
    }
    let places = first_column("places");
    for name in heads.iter().filter(|r| r[1] != "head") {
        assert!(!places.contains(&name[0]), "{} is a place", name[0]);
    }
}

#[test]
fn abbreviations_stand_without_their_stop() {
    let abbreviations = pairs("abbreviations");
    for word in abbreviations.keys() {
        assert!(!word.ends_with('.'), "{word}");
    }
    for (word, next) in [
        ("Mr", "name"),
        ("Sen", "name"),
        ("Gen", "name"),
        ("St", "name"),
        ("No", "number"),
        ("Jan", "number"),
        ("U.S", "any"),
        ("Inc", "any"),
        ("p.m", "any"),
    ] {
        assert_eq!(
            abbreviations.get(word).map(String::as_str),
            Some(next),
            "{word}"
        );
    }
}
