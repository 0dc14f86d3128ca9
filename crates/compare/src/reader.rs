//! Texts of claims to bags of numbered terms, with the short forms of names that
//! the ledger knows.

use crate::acronym::{short_forms, spelled_out};
use crate::bag::Bag;
use crate::clause::{Around, Near};
use crate::intern::Interner;
use crate::lexicon::{self, Term, country, pair_classes};
use crate::when::last_word;
use claimbook_model::{ArticleMeta, Figure, fold};
use rustc_hash::FxHashSet;

/// What the unit's own noun weighs in a measure: the unit is compared by itself.
const UNIT_NOUN: f32 = 0.3;

/// What a party of a mutual measure weighs in it.
const PARTY: f32 = 0.5;

/// What a name weighs more than a common word.
const NAME: f32 = 1.5;

/// Places larger than countries.
const CONTINENTS: [&str; 9] = [
    "africa",
    "asia",
    "central america",
    "europe",
    "latin america",
    "middle east",
    "north america",
    "oceania",
    "south america",
];

/// Reads the texts of one comparison.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    interner: Interner,
    short: FxHashSet<String>,
    /// The article whose headline was read last, and the countries in it.
    title: (Option<u32>, Vec<u32>),
}

/// What a measure or a sentence says.
#[derive(Debug, Default)]
pub(crate) struct Said {
    /// All terms.
    pub(crate) all: Bag,
    /// Those of the figure's own clause.
    pub(crate) own: Bag,
    /// The names.
    pub(crate) names: Bag,
    /// Sets of classes that exclude each other, with the class that is named; of a
    /// sentence only those of the own clause.
    pub(crate) contrasts: Vec<(&'static str, &'static str)>,
    /// The countries.
    pub(crate) countries: Vec<u32>,
}

impl Said {
    fn take(&mut self, term: &Term, id: u32) {
        self.contrasts.extend(lexicon::contrasts(&term.text));
        self.countries
            .extend(term.text.starts_with('=').then_some(id));
    }

    fn take_around(&mut self, near: &Near, id: u32) {
        if near.own {
            self.take(&near.term, id);
        } else if near.term.text.starts_with('=') {
            self.countries.push(id);
        }
    }

    fn in_order(mut self) -> Self {
        self.contrasts.sort_unstable();
        self.contrasts.dedup();
        self.countries.sort_unstable();
        self.countries.dedup();
        self
    }
}

/// A place that is no country.
#[derive(Debug, Clone)]
pub(crate) struct Spot {
    /// The numbers of its words.
    words: Vec<u32>,
    /// Whether it is larger than countries.
    pub(crate) continent: bool,
}

impl Spot {
    /// Whether one name is the other or a part of it ("Darfur", "western Darfur").
    pub(crate) fn may_be(&self, other: &Self) -> bool {
        let within = |a: &Self, b: &Self| a.words.iter().all(|w| b.words.contains(w));
        within(self, other) || within(other, self)
    }
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

    /// What a figure's measure says.
    pub(crate) fn measure(&mut self, figure: &Figure) -> Said {
        let unit = unit_noun(figure);
        let terms = self.terms(&figure.measure);
        let mut said = Said::default();
        let mut found: Vec<(u32, f32)> = Vec::with_capacity(terms.len());
        for term in &terms {
            let is_unit = unit.as_ref() == Some(&term.text);
            let weight = if is_unit { UNIT_NOUN } else { weight(term) };
            let id = self.id(&term.text);
            said.take(term, id);
            found.push((id, weight));
        }
        for class in pair_classes(&figure.measure) {
            said.contrasts.extend(lexicon::contrasts(class));
            found.push((self.id(class), 1.0));
        }
        for party in self.parties(figure) {
            found.push((party, PARTY));
        }
        said.all = Bag::new(found);
        said.in_order()
    }

    /// What a figure's sentence says, without the unit's noun.
    pub(crate) fn clause(&mut self, figure: &Figure, around: &Around<'_>) -> Said {
        let unit = unit_noun(figure);
        let mut said = Said::default();
        let mut all = Vec::with_capacity(around.terms.len());
        let (mut own, mut names) = (Vec::new(), Vec::new());
        for near in &around.terms {
            let id = self.id(&near.term.text);
            said.take_around(near, id);
            if unit.as_ref() == Some(&near.term.text) {
                continue;
            }
            let term = (id, near.weight * weight(&near.term));
            all.push(term);
            own.extend(near.own.then_some(term));
            names.extend(near.term.name.then_some((id, near.weight)));
        }
        for term in spelled_out(around.own, &self.short) {
            let id = self.id(&term.text);
            all.push((id, NAME));
            own.push((id, NAME));
        }
        for class in pair_classes(around.own) {
            let id = self.id(class);
            said.contrasts.extend(lexicon::contrasts(class));
            all.push((id, 1.0));
            own.push((id, 1.0));
        }
        (said.own, said.all, said.names) = (Bag::new(own), Bag::new(all), Bag::new(names));
        said.in_order()
    }

    /// The country of a figure's place.
    pub(crate) fn country(&mut self, figure: &Figure) -> Option<u32> {
        let country = country(figure.place.as_ref()?)?;
        Some(self.id(&format!("={}", country.name)))
    }

    /// The countries that the headline of an article names.
    pub(crate) fn countries_of_title(&mut self, article: u32, meta: &ArticleMeta) -> &[u32] {
        if self.title.0 != Some(article) {
            let terms = lexicon::terms(meta.title.as_deref().unwrap_or(""));
            let named = terms.iter().filter(|t| t.text.starts_with('='));
            self.title = (
                Some(article),
                named.map(|t| self.interner.id(&t.text)).collect(),
            );
        }
        &self.title.1
    }

    /// The words of a place that is no country.
    pub(crate) fn spot(&mut self, figure: &Figure) -> Option<Spot> {
        let place = figure.place.as_ref().filter(|p| country(p).is_none())?;
        let name = fold(place);
        let name = name.strip_prefix("the ").unwrap_or(&name);
        Some(Spot {
            words: self.ids(name.split(' ').map(str::to_owned).collect()),
            continent: CONTINENTS.contains(&name),
        })
    }

    /// The parties of a mutual measure.
    pub(crate) fn parties(&mut self, figure: &Figure) -> Vec<u32> {
        let name = |name: &String| match country(name) {
            Some(country) => format!("={}", country.name),
            None => fold(name),
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
