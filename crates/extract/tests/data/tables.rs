//! The tables of `data/`: what each may hold, and how a test reads them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// One table: its columns, which of them are closed, and whether a first
/// column may stand on several rows.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) header: &'static str,
    /// Column and the values it may hold.
    pub(crate) closed: &'static [(usize, &'static [&'static str])],
    /// A verb with two sets of forms, or a word of several classes, has several rows.
    pub(crate) repeats: bool,
}

const GENDER: &[&str] = &["", "m", "f"];

/// Every word table held here.
pub(crate) const TABLES: [Table; 13] = [
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

/// The table as it stands in its file.
pub(crate) fn text(table: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/{table}.csv"));
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The rows of a table, header left out.
pub(crate) fn rows(table: &str) -> Vec<Vec<String>> {
    let body = text(table);
    let lines = body.lines().skip(1);
    lines
        .map(|l| l.split(',').map(str::to_owned).collect())
        .collect()
}

/// The words of a table.
pub(crate) fn first_column(table: &str) -> BTreeSet<String> {
    rows(table).into_iter().map(|r| r[0].clone()).collect()
}

/// First column to second column.
pub(crate) fn pairs(table: &str) -> BTreeMap<String, String> {
    let pair = |r: Vec<String>| (r[0].clone(), r[1].clone());
    rows(table).into_iter().map(pair).collect()
}
