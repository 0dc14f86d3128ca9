//! Holds the word tables of `data/` to their form: a known header, rows sorted
//! by their bytes and unique, only allowed values in closed columns, no stray
//! blanks, references that lead somewhere, and no two tables that contradict
//! each other. The words come from knowledge of English news.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// One table: its columns, which of them are closed, and whether a first
/// column may stand on several rows.
struct Table {
    name: &'static str,
    header: &'static str,
    /// Column and the values it may hold.
    closed: &'static [(usize, &'static [&'static str])],
    /// A verb with two sets of forms, or a word of several classes, has several rows.
    repeats: bool,
}

const GENDER: &[&str] = &["", "m", "f"];

const TABLES: [Table; 13] = [
    Table {
        name: "abbreviations",
        header: "abbreviation,next",
        closed: &[(1, &["name", "number", "any"])],
        repeats: false,
    },
    Table {
        name: "adjectives",
        header: "word,also",
        closed: &[(1, &["", "n", "v", "adv"])],
        repeats: false,
    },
    Table {
        name: "adverbs",
        header: "word,kind",
        closed: &[(
            1,
            &["time", "degree", "focus", "sentence", "manner", "place"],
        )],
        repeats: false,
    },
    Table {
        name: "function_words",
        header: "word,class",
        closed: &[(
            1,
            &[
                "det",
                "poss",
                "quant",
                "pron_subj",
                "pron_obj",
                "pron_poss",
                "pron_refl",
                "pron_indef",
                "pron_dem",
                "wh",
                "prep",
                "conj",
                "sub",
                "aux_be",
                "aux_have",
                "aux_do",
                "modal",
                "neg",
                "to",
                "part",
                "intj",
                "expl",
            ],
        )],
        repeats: true,
    },
    Table {
        name: "given_names",
        header: "name,gender",
        closed: &[(1, &["m", "f", "u"])],
        repeats: false,
    },
    Table {
        name: "nouns",
        header: "word,kind",
        closed: &[(
            1,
            &[
                "people", "group", "time", "measure", "speech", "document", "event", "thing",
                "activity", "mass", "concept",
            ],
        )],
        repeats: false,
    },
    Table {
        name: "organisations",
        header: "word,kind",
        closed: &[(1, &["head", "name", "media"])],
        repeats: false,
    },
    Table {
        name: "places",
        header: "name,kind,in,demonym",
        closed: &[(
            1,
            &["country", "capital", "city", "state", "region", "union"],
        )],
        repeats: false,
    },
    Table {
        name: "plurals",
        header: "plural,singular",
        closed: &[],
        repeats: false,
    },
    Table {
        name: "roles",
        header: "role,gender,kind",
        closed: &[
            (1, GENDER),
            (
                2,
                &[
                    "office",
                    "occupation",
                    "party",
                    "sport",
                    "military",
                    "religious",
                    "royal",
                    "kin",
                ],
            ),
        ],
        repeats: false,
    },
    Table {
        name: "surnames",
        header: "name",
        closed: &[],
        repeats: false,
    },
    Table {
        name: "titles",
        header: "title,gender,kind",
        closed: &[
            (1, GENDER),
            (2, &["civil", "office", "military", "religious", "royal"]),
        ],
        repeats: false,
    },
    Table {
        name: "verbs",
        header: "lemma,third,past,participle,ing,also",
        closed: &[(5, &["", "n", "a", "na"])],
        repeats: true,
    },
];

fn text(table: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/{table}.csv"));
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The rows of a table, header left out.
fn rows(table: &str) -> Vec<Vec<String>> {
    let body = text(table);
    let lines = body.lines().skip(1);
    lines
        .map(|l| l.split(',').map(str::to_owned).collect())
        .collect()
}

fn first_column(table: &str) -> BTreeSet<String> {
    rows(table).into_iter().map(|r| r[0].clone()).collect()
}

/// First column to second column.
fn pairs(table: &str) -> BTreeMap<String, String> {
    let pair = |r: Vec<String>| (r[0].clone(), r[1].clone());
    rows(table).into_iter().map(pair).collect()
}

#[test]
fn tables_are_plain_sorted_and_unique() {
    for table in &TABLES {
        let body = text(table.name);
        let name = table.name;
        assert!(body.ends_with('\n'), "{name}: ends in a line end");
        assert_eq!(body.lines().next(), Some(table.header), "{name}: header");
        let lines: Vec<&str> = body.lines().skip(1).collect();
        for pair in lines.windows(2) {
            let keys = pair.iter().map(|l| l.split(',').collect::<Vec<_>>());
            let keys: Vec<_> = keys.collect();
            assert!(keys[0] < keys[1], "{name}: order of {pair:?}");
            let same_word = keys[0][0] == keys[1][0];
            assert!(table.repeats || !same_word, "{name}: {pair:?} share a word");
        }
    }
}

#[test]
fn cells_are_clean_and_closed_columns_hold_known_values() {
    for table in &TABLES {
        let name = table.name;
        let columns = table.header.split(',').count();
        for row in rows(name) {
            assert_eq!(row.len(), columns, "{name}: columns of {row:?}");
            assert!(!row[0].is_empty(), "{name}: {row:?} has no word");
            for cell in &row {
                let clean = cell.trim() == cell
                    && !cell.contains("  ")
                    && !cell.contains(['"', '\u{2019}', '\u{FEFF}'])
                    && !cell.chars().any(char::is_control);
                assert!(clean, "{name}: {cell:?} in {row:?}");
            }
            for (column, allowed) in table.closed {
                let value = row[*column].as_str();
                assert!(allowed.contains(&value), "{name}: {value:?} in {row:?}");
            }
        }
    }
}

#[test]
fn words_are_lower_case_and_names_are_not() {
    for name in ["adjectives", "adverbs", "function_words", "roles", "verbs"] {
        for word in first_column(name) {
            let lower = word == word.to_lowercase() || word == "i";
            assert!(lower, "{name}: {word}");
        }
    }
    for name in ["given_names", "places", "surnames", "titles"] {
        for word in first_column(name) {
            let starts = word.chars().next().is_some_and(char::is_uppercase);
            assert!(starts, "{name}: {word}");
        }
    }
}

#[test]
fn irregular_verbs_have_their_forms() {
    let known = [
        "say,said,said,saying",
        "tell,told,told,telling",
        "rise,rose,risen,rising",
        "fall,fell,fallen,falling",
        "grow,grew,grown,growing",
        "shrink,shrank,shrunk,shrinking",
        "lose,lost,lost,losing",
        "win,won,won,winning",
        "buy,bought,bought,buying",
        "sell,sold,sold,selling",
        "spend,spent,spent,spending",
        "pay,paid,paid,paying",
        "cut,cut,cut,cutting",
        "hit,hit,hit,hitting",
        "lead,led,led,leading",
        "lie,lay,lain,lying",
        "lie,lied,lied,lying",
        "lay,laid,laid,laying",
        "think,thought,thought,thinking",
        "seek,sought,sought,seeking",
        "write,wrote,written,writing",
        "speak,spoke,spoken,speaking",
        "overthrow,overthrew,overthrown,overthrowing",
        "withdraw,withdrew,withdrawn,withdrawing",
        "undergo,underwent,undergone,undergoing",
        "oversee,oversaw,overseen,overseeing",
        "admit,admitted,admitted,admitting",
        "transfer,transferred,transferred,transferring",
        "travel,traveled,traveled,traveling",
        "travel,travelled,travelled,travelling",
        "panic,panicked,panicked,panicking",
        "die,died,died,dying",
        "agree,agreed,agreed,agreeing",
        "prove,proved,proved,",
        "prove,proved,proven,proving",
    ];
    let verbs = rows("verbs");
    for forms in known {
        let forms: Vec<&str> = forms.split(',').collect();
        let fits = |r: &&Vec<String>| {
            let given = [&r[0], &r[2], &r[3], &r[4]];
            let by_rule = |g: &str, f: &str| g.is_empty() && regular(&r[0]).contains(&f.to_owned());
            given
                .iter()
                .zip(&forms)
                .all(|(g, f)| g == f || by_rule(g, f) || f.is_empty())
        };
        assert!(verbs.iter().any(|r| fits(&r)), "{forms:?}");
    }
}

/// The regular past and -ing form: what an empty cell stands for.
fn regular(lemma: &str) -> [String; 2] {
    let stem = lemma.strip_suffix('e').unwrap_or(lemma);
    [format!("{stem}ed"), format!("{stem}ing")]
}

#[test]
fn verbs_that_double_their_consonant_are_written_out() {
    let vowel = |c: char| "aeiou".contains(c);
    for row in rows("verbs") {
        let letters: Vec<char> = row[0].chars().collect();
        let [start @ .., a, b, c] = letters.as_slice() else {
            continue;
        };
        let one_syllable = !start.iter().any(|l| vowel(*l)) && !vowel(*a);
        let short = vowel(*b) && !vowel(*c) && !"wxyh".contains(*c);
        if one_syllable && short {
            assert!(!row[2].is_empty(), "past of {}", row[0]);
        }
    }
}

#[test]
fn plurals_lead_to_a_singular() {
    let plurals = pairs("plurals");
    for (plural, singular) in &plurals {
        let last = plurals.get(singular).unwrap_or(singular);
        assert_eq!(
            last, singular,
            "{plural} leads to {singular}, which leads on"
        );
    }
    for (plural, singular) in [
        ("people", "person"),
        ("men", "man"),
        ("children", "child"),
        ("crises", "crisis"),
        ("lives", "life"),
        ("news", "news"),
        ("gas", "gas"),
        ("series", "series"),
        ("spokeswomen", "spokeswoman"),
        ("viruses", "virus"),
    ] {
        assert_eq!(plurals.get(plural).map(String::as_str), Some(singular));
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
    let function_words = rows("function_words");
    for row in function_words
        .iter()
        .filter(|r| closed.contains(&r[1].as_str()))
    {
        for open in ["nouns", "adjectives", "roles", "plurals", "organisations"] {
            assert!(
                !first_column(open).contains(&row[0]),
                "{row:?} is in {open}"
            );
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
