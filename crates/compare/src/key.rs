//! A claim's figure reduced to what decides whether it answers the same question
//! as another: everything but the value, computed once per claim.

use crate::bag::Bag;
use crate::clause::Around;
use crate::family::Family;
use crate::interval::Interval;
use crate::lexicon;
use crate::reader::{Reader, Spot};
use crate::scope::Scope;
use crate::series::Place;
use crate::stem::stem;
use crate::tally::Tally;
use crate::when::{Times, When};
use chrono::NaiveDate;
use claimbook_model::find_words;
use claimbook_model::{ArticleMeta, Claim, Dimension, Figure, Kind, Modality, Number, Period};

/// What is known of a figure besides its value.
#[derive(Debug, Clone)]
pub(crate) struct Key {
    /// Number of the article.
    pub(crate) article: u32,
    /// How it stands to the rows that people keep.
    pub(crate) place: Place,
    /// Number of the sentence, over all articles.
    pub(crate) sentence: u32,
    /// What it counts or measures in.
    pub(crate) family: Family,
    /// The number of the family: equal ones fit each other.
    pub(crate) kin: u32,
    /// The term of the counted noun.
    pub(crate) noun: Option<u32>,
    /// Level, change, running total ...
    pub(crate) kind: Kind,
    /// Whether it is a change that went up or down, or one in percent.
    pub(crate) moves: bool,
    /// Fact, plan, forecast, possibility, denial.
    pub(crate) modality: Modality,
    /// The terms of the measure.
    pub(crate) measure: Bag,
    /// The terms of the measure and of the figure's own clause.
    pub(crate) core: Bag,
    /// The terms of the sentence, by nearness.
    pub(crate) clause: Bag,
    /// The names among them.
    pub(crate) names: Bag,
    /// The terms of measure and sentence together.
    pub(crate) all: Bag,
    /// Classes that exclude their like: killed, injured; exports, imports.
    pub(crate) contrasts: Vec<(&'static str, &'static str)>,
    /// Whether it counts events, which a window of time may cut off.
    pub(crate) events: bool,
    /// Over which time such a count runs.
    pub(crate) scope: Scope,
    /// Whether it is a running total, which cannot fall.
    pub(crate) running: bool,
    /// Whether it adds to something said before ("another", "a second").
    pub(crate) further: bool,
    /// Whether it speaks of an amount that is known already ("the $84,000").
    pub(crate) definite: bool,
    /// Countries that the figure is tied to.
    pub(crate) countries: Vec<u32>,
    /// Countries of the sentence and of the headline.
    pub(crate) around: Vec<u32>,
    /// A place that is no country.
    pub(crate) spot: Option<Spot>,
    /// The parties of a mutual measure.
    pub(crate) parties: Vec<u32>,
    /// The terms of the whole that it is a part of.
    pub(crate) whole: Option<Bag>,
    /// When it holds.
    pub(crate) when: When,
    /// The vote that it gives the result of.
    pub(crate) tally: Option<Tally>,
    /// A term of its own for the series it belongs to.
    pub(crate) shelf: Option<u32>,
    /// When its article appeared.
    pub(crate) published: Option<NaiveDate>,
    /// A term of its own for an amount of several digits: equal ones are looked at.
    pub(crate) amount: Option<u32>,
    /// The amount.
    pub(crate) value: Number,
    /// What the amount allows, in the common unit of its dimension.
    pub(crate) interval: Interval,
}

impl Key {
    /// Reads a figure with its sentence and article.
    pub(crate) fn read(
        claim: &Claim,
        figure: &Figure,
        meta: &ArticleMeta,
        article: u32,
        reader: &mut Reader,
    ) -> Self {
        let sentence = claim.quote.exact.as_str();
        let around = Around::of(sentence, &figure.text);
        let scope = Scope::of(figure, sentence, around.own);
        let when = When::of(figure, meta, scope);
        let family = Family::of(figure);
        let measure = reader.measure(figure);
        let clause = reader.clause(figure, &around);
        let contrasts = if measure.contrasts.is_empty() {
            clause.contrasts
        } else {
            measure.contrasts
        };
        let has = |classes: &[&str]| contrasts.iter().any(|c| classes.contains(&c.1));
        let level = matches!(figure.kind, Kind::Level | Kind::Cumulative);
        Self {
            article,
            place: Place::default(),
            sentence: reader.id(&format!("{article}\n{sentence}")),
            noun: match &family {
                Family::Things(noun) => Some(reader.id(noun)),
                _ => None,
            },
            kin: reader.id(&format!("{family:?}")),
            family,
            kind: figure.kind,
            moves: figure.kind == Kind::Change
                && (figure.dimension() == Dimension::Ratio
                    || (figure.direction.is_some() && !has(&["gain", "lose"]))),
            modality: modality(figure, sentence, meta),
            core: measure.all.with(&clause.own),
            all: measure.all.with(&clause.all),
            events: level && has(&EVENTS),
            scope,
            running: scope != Scope::Window
                && (figure.kind == Kind::Cumulative || (level && has(&LASTING))),
            contrasts,
            further: is_further(around.own),
            definite: is_definite(sentence, &figure.text),
            countries: reader
                .country(figure)
                .map_or(measure.countries, |country| vec![country]),
            around: {
                let title = reader.countries_of_title(article, meta);
                clause.countries.iter().chain(title).copied().collect()
            },
            spot: reader.spot(figure),
            parties: reader.parties(figure),
            whole: figure.part_of.as_ref().map(|w| reader.bag(w)),
            when,
            tally: Tally::of(figure, sentence),
            shelf: None,
            published: meta.published,
            amount: (figure.value.significant_digits() > 1)
                .then(|| reader.id(&format!("#{}", figure.value))),
            value: figure.value,
            interval: Interval::in_common_unit(figure),
            measure: measure.all,
            clause: clause.all,
            names: clause.names,
        }
    }
}

impl Key {
    /// How the time of another figure stands to the time of this one.
    pub(crate) fn times(&self, other: &Self) -> Times {
        let times = self.when.to(other.when, self.kind);
        let stated = |key: &Self| matches!(key.when, When::Stated(_));
        let once = self.is_sum() && !(stated(self) && stated(other));
        if (once || self.is_length()) && self.same_news(other) {
            return match times {
                Times::Later(_) => Times::Open,
                times => times,
            };
        }
        times
    }

    /// Whether it is an amount of money that was paid, fined or spent once.
    fn is_sum(&self) -> bool {
        let money = matches!(self.family, Family::Measured(Dimension::Currency, _));
        money && self.kind == Kind::Level
    }

    /// Whether it is a length of time: a date beside it is part of it.
    fn is_length(&self) -> bool {
        matches!(self.family, Family::Measured(Dimension::Duration, _))
    }

    /// Whether both articles appeared within a week: they speak of one event.
    fn same_news(&self, other: &Self) -> bool {
        match (self.published, other.published) {
            (Some(a), Some(b)) => (a - b).num_days().abs() <= NEWS_DAYS,
            _ => false,
        }
    }
}

/// Articles on one event appear within so many days.
const NEWS_DAYS: i64 = 7;

/// Words that make a possibility a forecast.
const FORESEE: [&str; 6] = [
    "expect",
    "forecast",
    "foresee",
    "predict",
    "project",
    "anticipate",
];

/// How firmly a figure is put; what may be is a forecast where the sentence
/// foresees it or it lies in the future.
fn modality(figure: &Figure, sentence: &str, meta: &ArticleMeta) -> Modality {
    let modality = figure.modality.unwrap_or(Modality::Actual);
    let first = figure.period.and_then(Period::first_day);
    let future = first > meta.published && meta.published.is_some();
    let foreseen = || {
        let lower = sentence.to_lowercase();
        let words = lexicon::tokens(&lower);
        words
            .iter()
            .any(|t| FORESEE.iter().any(|f| stem(f) == stem(t.text)))
    };
    if modality == Modality::Possible && (future || foreseen()) {
        return Modality::Forecast;
    }
    modality
}

/// What happened to people for good: their count is a running total even where
/// the article gives it as a level.
const LASTING: [&str; 3] = ["infect", "injure", "kill"];

/// Classes of events.
const EVENTS: [&str; 8] = [
    "arrest", "gain", "infect", "injure", "kill", "lose", "missing", "recover",
];

/// Words by which a clause speaks of one more of its kind.
const FURTHER: [&str; 6] = [
    "additional",
    "another",
    "extra",
    "further",
    "second",
    "third",
];

fn is_further(own: &str) -> bool {
    let mut words = lexicon::tokens(own).into_iter();
    words.any(|t| FURTHER.contains(&t.text.to_lowercase().as_str()))
}

/// Whether the definite article stands before the figure.
fn is_definite(sentence: &str, figure: &str) -> bool {
    let before = find_words(sentence, figure).and_then(|at| sentence.get(..at.start));
    let last = before.unwrap_or("").trim_end().rsplit(' ').next();
    last.is_some_and(|word| word.eq_ignore_ascii_case("the"))
}
