//! Texts of claims to bags of numbered terms, with the short forms of names that
//! the ledger knows.

use crate::acronym::{short_forms, spelled_out};
use crate::bag::Bag;
use crate::clause::Around;
use crate::intern::Interner;
use crate::lexicon::{self, Term, country, pair_classes};
use crate::when::last_word;
use claimbook_model::{ArticleMeta, Figure};
use rustc_hash::FxHashSet;

/// What the unit's own noun weighs in a measure: the unit is compared by itself.
const UNIT_NOUN: f32 = 0.3;

/// What a party of a mutual measure weighs in it.
const PARTY: f32 = 0.5;

/// What a name weighs more than a common word.
const NAME: f32 = 1.5;

/// Reads the texts of one comparison.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    interner: Interner,
    short: FxHashSet<String>,
}

impl Reader {
    /// Learns the short forms in a text.
    pub(crate) fn learn(&mut self, text: &str) {
        self.short.extend(short_forms(text));
    }

    /// The number of a term.
    pub(crate) fn id(&mut self, term: &str) -> u32 {
        self.interner.id(term)
    }

    /// All terms that were met.
    pub(crate) fn into_interner(self) -> Interner {
        self.interner
    }

    /// The terms of a text, with those of names that have a short form.
    fn terms(&self, text: &str) -> Vec<Term> {
        let mut terms = lexicon::terms(text);
        terms.extend(spelled_out(text, &self.short));
        terms
    }

    /// The terms of a text, all of one weight.
    pub(crate) fn bag(&mut self, text: &str) -> Bag {
        let terms = self.terms(text);
        Bag::new(terms.iter().map(|t| (self.id(&t.text), 1.0)).collect())
    }

    /// The terms of a figure's measure.
    pub(crate) fn measure(&mut self, figure: &Figure) -> Bag {
        let unit = unit_noun(figure);
        let terms = self.terms(&figure.measure);
        let pairs = pair_classes(&figure.measure);
        let mut found: Vec<(u32, f32)> = Vec::with_capacity(terms.len());
        for term in &terms {
            let is_unit = unit.as_ref() == Some(&term.text);
            let weight = if is_unit { UNIT_NOUN } else { weight(term) };
            found.push((self.id(&term.text), weight));
        }
        found.extend(pairs.iter().map(|class| (self.id(class), 1.0)));
        for party in self.parties(figure) {
            found.push((party, PARTY));
        }
        Bag::new(found)
    }

    /// The terms of a figure's own clause, of its whole sentence and of the names
    /// in it, without the unit's noun.
    pub(crate) fn clause(&mut self, figure: &Figure, around: &Around<'_>) -> (Bag, Bag, Bag) {
        let unit = unit_noun(figure);
        let mut all = Vec::with_capacity(around.terms.len());
        let (mut own, mut named) = (Vec::new(), Vec::new());
        for near in &around.terms {
            if unit.as_ref() == Some(&near.term.text) {
                continue;
            }
            let term = (self.id(&near.term.text), near.weight * weight(&near.term));
            all.push(term);
            own.extend(near.own.then_some(term));
            named.extend(near.term.name.then_some((term.0, near.weight)));
        }
        let names = spelled_out(around.own, &self.short);
        let more = names.iter().map(|t| (t.text.as_str(), NAME));
        for (text, weight) in more.chain(pair_classes(around.own).into_iter().map(|c| (c, 1.0))) {
            let term = (self.interner.id(text), weight);
            all.push(term);
            own.push(term);
        }
        (Bag::new(own), Bag::new(all), Bag::new(named))
    }

    /// The countries of a figure's place, else of its measure.
    pub(crate) fn countries(&mut self, figure: &Figure) -> Vec<u32> {
        let of_place = figure.place.iter().filter_map(|p| country(p));
        let found: Vec<String> = of_place.map(|c| format!("={}", c.name)).collect();
        if found.is_empty() {
            return self.countries_in(&figure.measure);
        }
        self.ids(found)
    }

    /// The countries that the sentence and the headline name.
    pub(crate) fn countries_around(&mut self, sentence: &str, meta: &ArticleMeta) -> Vec<u32> {
        let title = meta.title.as_deref().unwrap_or("");
        self.countries_in(&format!("{sentence}; {title}"))
    }

    fn countries_in(&mut self, text: &str) -> Vec<u32> {
        let terms = lexicon::terms(text).into_iter().map(|t| t.text);
        let found = terms.filter(|t| t.starts_with('=')).collect();
        self.ids(found)
    }

    /// The parties of a mutual measure.
    pub(crate) fn parties(&mut self, figure: &Figure) -> Vec<u32> {
        let name = |name: &String| match country(name) {
            Some(country) => format!("={}", country.name),
            None => claimbook_model::fold(name),
        };
        self.ids(figure.between.iter().map(name).collect())
    }

    fn ids(&mut self, names: Vec<String>) -> Vec<u32> {
        let mut ids: Vec<u32> = names.iter().map(|name| self.id(name)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}

fn weight(term: &Term) -> f32 {
    if term.name { NAME } else { 1.0 }
}

fn unit_noun(figure: &Figure) -> Option<String> {
    let unit = figure.unit.as_ref()?;
    Some(lexicon::noun(last_word(unit.code())))
}
