//! The word tables of quantities: units, currencies, hedges and verbs of change,
//! keyed by word id.
//!
//! Every word of these tables is made known to the lexicon when it is built
//! ([`words`]), so that a token's id finds its row without a look at the text.

use crate::forms;
use crate::lexicon::{Lexicon, WordId, lexicon, rows};
use claimbook_model::{Bound, Dimension, Direction, Unit};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const UNITS: &str = include_str!("../../data/unit_words.csv");
const CURRENCIES: &str = include_str!("../../data/currencies.csv");
const HEDGES: &str = include_str!("../../data/approximators.csv");
const CHANGES: &str = include_str!("../../data/change_verbs.csv");

/// Prefixes with their symbols, by the sets that the unit table names: `si` takes all,
/// `big` from kilo up, `small` from milli down, `bin` those of bits and bytes.
const PREFIXES: [(&str, &str); 15] = [
    ("atto", "small"),
    ("centi", "small"),
    ("deci", "small"),
    ("exa", "big"),
    ("femto", "small"),
    ("giga", "big"),
    ("hecto", "si"),
    ("kilo", "big"),
    ("mega", "big"),
    ("micro", "small"),
    ("milli", "small"),
    ("nano", "small"),
    ("peta", "big"),
    ("pico", "small"),
    ("tera", "big"),
];

/// How much a unit's word needs around it to be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trust {
    /// A word or an unmistakable symbol.
    Sure,
    /// A symbol that stands only in this very spelling ("Nm").
    Exact,
    /// A letter or two that may be something else ("m", "in").
    Letter,
}

/// One way to write a unit.
#[derive(Debug)]
pub(crate) struct UnitWord {
    /// The words after the first.
    pub(crate) rest: Box<[WordId]>,
    /// The surface as the table has it.
    pub(crate) surface: Box<str>,
    /// The unit.
    pub(crate) unit: Unit,
    /// Its dimension.
    pub(crate) dimension: Dimension,
    /// What it needs.
    pub(crate) trust: Trust,
}

/// What a word can do for an amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MoneyRole {
    /// A code: `USD`.
    Code,
    /// Capital letters before a number: `RM`.
    Prefix,
    /// A noun that names one currency: yuan.
    Word,
    /// A noun whose country may be named before it: dollar.
    Noun,
    /// The country before such a noun: Canadian.
    Country,
    /// A hundredth or so of a currency: cent.
    Minor,
}

/// One word or phrase of money.
#[derive(Debug)]
pub(crate) struct MoneyWord {
    /// The words after the first.
    pub(crate) rest: Box<[WordId]>,
    /// The surface as the table has it.
    pub(crate) surface: Box<str>,
    /// Its code, "" for a noun that needs a country.
    pub(crate) code: &'static str,
    /// What it can do.
    pub(crate) role: MoneyRole,
}

/// A hedge, its words in text order.
#[derive(Debug)]
pub(crate) struct Hedge {
    /// All words.
    pub(crate) words: Box<[WordId]>,
    /// What it says of the amount.
    pub(crate) bound: Bound,
}

/// How a verb takes the amount of its change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// "rose 5%", "rose by 5", "rose to 5".
    Any,
    /// "gained 5%", "lost 5 points": percent, points and money only.
    Market,
    /// "cut the rate by 5%": behind its object, with by or to.
    Object,
}

/// All tables.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    units: FxHashMap<WordId, Vec<UnitWord>>,
    money: FxHashMap<WordId, Vec<MoneyWord>>,
    signs: FxHashMap<&'static str, &'static str>,
    /// By their last word.
    before: FxHashMap<WordId, Vec<Hedge>>,
    /// By their first word.
    after: FxHashMap<WordId, Vec<Hedge>>,
    changes: FxHashMap<WordId, (Direction, Use)>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables::build(lexicon()));

/// The compiled-in tables.
pub(crate) fn tables() -> &'static Tables {
    &TABLES
}

/// The rows of the unit table with their prefixed and plural forms: surface, code, trust.
fn unit_rows() -> impl Iterator<Item = (String, String, Trust)> {
    rows(UNITS).flat_map(|row| {
        let (surface, code, set) = (row[0].to_owned(), row[1].to_owned(), row[2].to_owned());
        let trust = match &row[3] {
            "letter" => Trust::Letter,
            "exact" => Trust::Exact,
            _ => Trust::Sure,
        };
        let inflects = &row[3] == "word";
        let mut out = vec![(surface.clone(), code.clone(), trust)];
        if inflects {
            out.push((forms::plural(&surface), code.clone(), trust));
        }
        for (prefix, of) in PREFIXES {
            let fits = match &*set {
                "" => false,
                "si" => true,
                "bin" => of == "big",
                "kilo" => prefix == "kilo",
                set => of == set,
            };
            if fits {
                let (surface, code) = (format!("{prefix}{surface}"), format!("{prefix}{code}"));
                out.push((forms::plural(&surface), code.clone(), Trust::Sure));
                out.push((surface, code, Trust::Sure));
            }
        }
        out
    })
}

/// The rows of the currency table with their plurals: surface, code, role.
fn money_rows() -> impl Iterator<Item = (String, &'static str, MoneyRole)> {
    CURRENCIES.lines().skip(1).flat_map(|line| {
        let mut cells = line.split(',');
        let (surface, code, kind) = (
            cells.next().unwrap_or(""),
            cells.next().unwrap_or(""),
            cells.next().unwrap_or(""),
        );
        let role = match kind {
            "code" => MoneyRole::Code,
            "prefix" => MoneyRole::Prefix,
            "word" => MoneyRole::Word,
            "noun" => MoneyRole::Noun,
            "country" => MoneyRole::Country,
            "minor" => MoneyRole::Minor,
            _ => return Vec::new(),
        };
        let mut out = vec![(surface.to_owned(), code, role)];
        let inflects = matches!(role, MoneyRole::Word | MoneyRole::Noun | MoneyRole::Minor);
        if inflects && surface.len() > 2 {
            out.push((forms::plural(surface), code, role));
        }
        out
    })
}

/// The forms of a verb of change.
fn change_forms(row: &csv::StringRecord) -> [String; 5] {
    let f = forms::VerbForms::new(&row[0], ["", &row[1], &row[2], &row[3]]);
    [row[0].to_owned(), f.third, f.past, f.participle, f.ing]
}

/// Calls `add` for every word of the tables, in lower case.
pub(crate) fn words(mut add: impl FnMut(&str)) {
    let mut each = |phrase: &str| {
        phrase.split(' ').for_each(|word| add(&word.to_lowercase()));
    };
    unit_rows().for_each(|(surface, _, _)| each(&surface));
    money_rows().for_each(|(surface, _, _)| each(&surface));
    rows(HEDGES).for_each(|row| each(&row[0]));
    rows(CHANGES).for_each(|row| change_forms(&row).iter().for_each(|form| each(form)));
}

/// The ids of a phrase's words.
fn ids(lexicon: &Lexicon, phrase: &str) -> Vec<WordId> {
    phrase
        .split(' ')
        .map(|word| lexicon.id(&word.to_lowercase()))
        .collect()
}

impl Tables {
    fn build(lexicon: &Lexicon) -> Self {
        let mut tables = Self::default();
        tables.read_units(lexicon);
        tables.read_money(lexicon);
        tables.read_hedges(lexicon);
        tables.read_changes(lexicon);
        tables
    }

    fn read_units(&mut self, lexicon: &Lexicon) {
        for (surface, code, trust) in unit_rows() {
            let ids = ids(lexicon, &surface);
            let unit = Unit::new(&code);
            let list = self.units.entry(ids[0]).or_default();
            list.push(UnitWord {
                rest: ids[1..].into(),
                surface: surface.into(),
                dimension: unit.dimension(),
                unit,
                trust,
            });
            list.sort_by_key(|u| {
                let order = u8::from(u.trust != Trust::Exact);
                (std::cmp::Reverse(u.rest.len()), order)
            });
        }
    }

    fn read_money(&mut self, lexicon: &Lexicon) {
        for (surface, code, role) in money_rows() {
            let ids = ids(lexicon, &surface);
            let list = self.money.entry(ids[0]).or_default();
            list.push(MoneyWord {
                rest: ids[1..].into(),
                surface: surface.into(),
                code,
                role,
            });
            list.sort_by_key(|m| std::cmp::Reverse(m.rest.len()));
        }
        for line in CURRENCIES.lines().skip(1) {
            if let Some((surface, code)) = line
                .strip_suffix(",sign")
                .and_then(|rest| rest.split_once(','))
            {
                self.signs.insert(surface, code);
            }
        }
    }

    fn read_hedges(&mut self, lexicon: &Lexicon) {
        for row in rows(HEDGES) {
            let words = ids(lexicon, &row[0]);
            let bound = row[1].parse().expect("a test holds the table's words");
            let after = &row[2] == "after";
            let (map, key) = if after {
                (&mut self.after, words[0])
            } else {
                (&mut self.before, words[words.len() - 1])
            };
            let list = map.entry(key).or_default();
            list.push(Hedge {
                words: words.into(),
                bound,
            });
            list.sort_by_key(|h| std::cmp::Reverse(h.words.len()));
        }
    }

    fn read_changes(&mut self, lexicon: &Lexicon) {
        for row in rows(CHANGES) {
            let direction = row[4].parse().expect("a test holds the table's words");
            let use_ = match &row[5] {
                "market" => Use::Market,
                "object" => Use::Object,
                _ => Use::Any,
            };
            for form in change_forms(&row) {
                self.changes.insert(lexicon.id(&form), (direction, use_));
            }
        }
    }

    /// Units whose first word this is, longest first.
    pub(crate) fn units(&self, first: WordId) -> &[UnitWord] {
        self.units.get(&first).map_or(&[], Vec::as_slice)
    }

    /// Money words whose first word this is, longest first.
    pub(crate) fn money(&self, first: WordId) -> &[MoneyWord] {
        self.money.get(&first).map_or(&[], Vec::as_slice)
    }

    /// The currency of a sign as written ("US$").
    pub(crate) fn sign(&self, written: &str) -> Option<&'static str> {
        self.signs.get(written).copied()
    }

    /// Hedges before an amount whose last word this is, longest first.
    pub(crate) fn hedges_before(&self, last: WordId) -> &[Hedge] {
        self.before.get(&last).map_or(&[], Vec::as_slice)
    }

    /// Hedges after an amount whose first word this is, longest first.
    pub(crate) fn hedges_after(&self, first: WordId) -> &[Hedge] {
        self.after.get(&first).map_or(&[], Vec::as_slice)
    }

    /// Which way a verb form moves.
    pub(crate) fn change(&self, form: WordId) -> Option<(Direction, Use)> {
        self.changes.get(&form).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::{CHANGES, CURRENCIES, HEDGES, UNITS};
    use claimbook_model::{Bound, Direction, Unit};

    fn cells(table: &'static str) -> Vec<Vec<&'static str>> {
        table
            .lines()
            .skip(1)
            .map(|l| l.split(',').collect())
            .collect()
    }

    #[test]
    fn tables_are_sorted_and_unique() {
        for table in [UNITS, CURRENCIES, HEDGES, CHANGES] {
            let rows = cells(table);
            for pair in rows.windows(2) {
                assert!(pair[0] < pair[1], "{pair:?}");
            }
        }
    }

    #[test]
    fn every_code_is_a_unit_of_the_model() {
        for row in cells(UNITS) {
            let known = row[1].contains("_per_") || Unit::new(row[1]).is_known();
            assert!(known, "{row:?}");
        }
        for row in cells(CURRENCIES) {
            assert!(row[1].is_empty() || Unit::new(row[1]).is_known(), "{row:?}");
        }
    }

    #[test]
    fn closed_words_are_what_the_model_knows() {
        for row in cells(HEDGES) {
            assert!(row[1].parse::<Bound>().is_ok(), "{row:?}");
            assert!(matches!(row[2], "before" | "after"), "{row:?}");
        }
        for row in cells(CHANGES) {
            assert!(row[4].parse::<Direction>().is_ok(), "{row:?}");
            assert!(matches!(row[5], "any" | "market" | "object"), "{row:?}");
        }
    }
}
