//! A claim's figure reduced to what decides whether it answers the same question
//! as another: everything but the value, computed once per claim.

use crate::bag::Bag;
use crate::clause::{around, own_words};
use crate::family::Family;
use crate::intern::Interner;
use crate::interval::Interval;
use crate::lexicon::{self, country, pair_classes, terms};
use crate::when::{When, last_word};
use claimbook_model::{ArticleMeta, Claim, Figure, Kind, Modality, Number};

/// What the unit's own noun weighs in a measure: the unit is compared by itself.
const UNIT_NOUN: f32 = 0.3;

/// What a name weighs more than a common word.
const NAME: f32 = 1.5;

/// What happened to people for good: their count is a running total even where
/// the article gives it as a level.
const LASTING: [&str; 3] = ["infect", "injure", "kill"];

/// What is known of a figure besides its value.
#[derive(Debug, Clone)]
pub(crate) struct Key {
    /// Number of the article.
    pub(crate) article: u32,
    /// Number of the sentence, over all articles.
    pub(crate) sentence: u32,
    /// What it counts or measures in.
    pub(crate) family: Family,
    /// Level, change, running total ...
    pub(crate) kind: Kind,
    /// Fact, plan, forecast, possibility, denial.
    pub(crate) modality: Modality,
    /// The terms of the measure.
    pub(crate) measure: Bag,
    /// The terms of the sentence, by nearness.
    pub(crate) clause: Bag,
    /// The terms of measure and sentence together.
    pub(crate) all: Bag,
    /// Classes that exclude their like: killed, injured; exports, imports.
    pub(crate) contrasts: Vec<(&'static str, &'static str)>,
    /// Whether it is a running total, which cannot fall.
    pub(crate) running: bool,
    /// Countries that the figure is tied to.
    pub(crate) countries: Vec<u32>,
    /// A place that is no country.
    pub(crate) spot: Option<String>,
    /// The parties of a mutual measure.
    pub(crate) parties: Vec<u32>,
    /// The terms of the whole that it is a part of.
    pub(crate) whole: Option<Bag>,
    /// When it holds.
    pub(crate) when: When,
    /// A term of its own for an amount of several digits: equal ones are looked at.
    pub(crate) amount: Option<u32>,
    /// The amount.
    pub(crate) value: Number,
    /// What the amount allows, in its own unit.
    pub(crate) interval: Interval,
}

impl Key {
    /// Reads a figure with its sentence and article.
    pub(crate) fn read(
        claim: &Claim,
        figure: &Figure,
        meta: &ArticleMeta,
        article: u32,
        interner: &mut Interner,
    ) -> Self {
        let sentence = interner.id(&format!("{article}\n{}", claim.quote.exact));
        let measure = measure_terms(figure, interner);
        let clause = clause_terms(claim, figure, interner);
        let contrasts = contrasts(claim, figure);
        let all = Bag::new(measure.iter().chain(clause.iter()).collect());
        Self {
            article,
            sentence,
            family: Family::of(figure),
            kind: figure.kind,
            modality: figure.modality.unwrap_or(Modality::Actual),
            running: figure.kind == Kind::Cumulative
                || (figure.kind == Kind::Level && contrasts.iter().any(|c| LASTING.contains(&c.1))),
            contrasts,
            countries: countries(figure, interner),
            spot: figure.place.clone().filter(|p| country(p).is_none()),
            parties: parties(figure, interner),
            whole: figure.part_of.as_ref().map(|w| bag(w, 1.0, interner)),
            when: When::of(figure, meta),
            amount: (figure.value.significant_digits() > 1)
                .then(|| interner.id(&format!("#{}", figure.value))),
            value: figure.value,
            interval: Interval::of(figure),
            measure,
            clause,
            all,
        }
    }
}

fn bag(text: &str, weight: f32, interner: &mut Interner) -> Bag {
    let found = terms(text);
    Bag::new(
        found
            .iter()
            .map(|t| (interner.id(&t.text), weight))
            .collect(),
    )
}

/// Measure, parties and place as terms.
fn measure_terms(figure: &Figure, interner: &mut Interner) -> Bag {
    let unit_noun = figure
        .unit
        .as_ref()
        .map(|u| lexicon::noun(last_word(u.code())));
    let mut found = Vec::new();
    for term in terms(&figure.measure) {
        let weight = match (&unit_noun, term.name) {
            (Some(noun), _) if *noun == term.text => UNIT_NOUN,
            (_, true) => NAME,
            _ => 1.0,
        };
        found.push((interner.id(&term.text), weight));
    }
    for class in pair_classes(&figure.measure) {
        found.push((interner.id(class), 1.0));
    }
    Bag::new(found)
}

/// The sentence around the figure, without the unit's noun.
fn clause_terms(claim: &Claim, figure: &Figure, interner: &mut Interner) -> Bag {
    let sentence = claim.quote.exact.as_str();
    let unit_noun = figure
        .unit
        .as_ref()
        .map(|u| lexicon::noun(last_word(u.code())));
    let near = around(sentence, &figure.text);
    let mut found: Vec<(u32, f32)> = near
        .iter()
        .filter(|n| unit_noun.as_ref() != Some(&n.term.text))
        .map(|n| {
            let name = if n.term.name { NAME } else { 1.0 };
            (interner.id(&n.term.text), n.weight * name)
        })
        .collect();
    for class in pair_classes(own_words(sentence, &figure.text)) {
        found.push((interner.id(class), 1.0));
    }
    Bag::new(found)
}

/// The excluding classes that the measure names; if it names none, those that
/// the figure's own clause names.
fn contrasts(claim: &Claim, figure: &Figure) -> Vec<(&'static str, &'static str)> {
    let named = |text: &str| {
        let words = terms(text).into_iter().map(|t| t.text);
        let pairs = pair_classes(text).into_iter().map(str::to_owned);
        let mut found: Vec<_> = words
            .chain(pairs)
            .filter_map(|class| lexicon::contrast(&class))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    let mut found = named(&figure.measure);
    if found.is_empty() {
        found = named(own_words(&claim.quote.exact, &figure.text));
    }
    found
}

/// The countries of the place, else of the measure.
fn countries(figure: &Figure, interner: &mut Interner) -> Vec<u32> {
    let of_place = figure.place.iter().filter_map(|p| country(p));
    let mut found: Vec<u32> = of_place
        .map(|c| interner.id(&format!("={}", c.name)))
        .collect();
    if found.is_empty() {
        let named = terms(&figure.measure);
        let named = named.iter().filter(|t| t.text.starts_with('='));
        found = named.map(|t| interner.id(&t.text)).collect();
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn parties(figure: &Figure, interner: &mut Interner) -> Vec<u32> {
    let name = |name: &String| match country(name) {
        Some(country) => format!("={}", country.name),
        None => claimbook_model::fold(name),
    };
    let mut found: Vec<u32> = figure
        .between
        .iter()
        .map(|p| interner.id(&name(p)))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
