//! When a figure holds, and what a change is measured against.

use super::Scene;
use super::complements::in_amount;
use crate::class::Class;
use crate::layers::Date;
use crate::token::Kind as TokenKind;
use claimbook_model::annotation::Because;
use claimbook_model::{Kind, Moment, Period};

/// Period and baseline with their words.
#[derive(Debug, Clone, Default)]
pub(crate) struct When {
    pub(crate) period: Option<Period>,
    pub(crate) baseline: Option<Period>,
    pub(crate) because: Vec<Because>,
}

/// Finds both for an amount of the given kind.
pub(crate) fn find(scene: &Scene<'_>, kind: Kind) -> When {
    let mut when = When::default();
    let (baselines, periods): (Vec<&Date>, Vec<&Date>) = candidates(scene)
        .into_iter()
        .partition(|d| is_baseline(scene, d));
    if let Some(date) = nearest(scene, &periods) {
        when.period = since(scene, date).or(date.value);
        when.because.push(Because {
            what: "period",
            span: date.span,
        });
    }
    if kind == Kind::Change {
        if let Some(date) = nearest(scene, &baselines) {
            when.baseline = date.value;
            when.because.push(Because {
                what: "baseline",
                span: date.span,
            });
        } else {
            when.baseline = year_on_year(scene, when.period);
        }
    }
    if kind == Kind::Cumulative {
        when.period = running_total(scene, when.period);
    }
    when
}

/// "since the war began in May": the day on which a time began that goes on.
fn since(scene: &Scene<'_>, date: &Date) -> Option<Period> {
    let doc = scene.doc;
    let from = date.tokens.start.saturating_sub(SINCE).max(scene.first);
    let mut words = (from..date.tokens.start).rev();
    let open = |t: &usize| !doc.is_mark(*t, b',') && !in_amount(scene, *t);
    let begins = words
        .by_ref()
        .take_while(open)
        .any(|t| doc.lower(t) == "since");
    match date.value {
        Some(Period::At(moment)) if begins => Some(Period::Since(moment)),
        _ => None,
    }
}

/// How many words may stand between "since" and its date.
const SINCE: usize = 10;

/// The dates of the clause, else of the sentence, that do not say when somebody spoke.
fn candidates<'s>(scene: &Scene<'s>) -> Vec<&'s Date> {
    let usable =
        |d: &&Date| d.value.is_some() && !tells_when_said(scene, d) && !is_record(scene, d);
    let within = |range: std::ops::Range<usize>| -> Vec<&'s Date> {
        let from = scene
            .dates
            .partition_point(|d| d.tokens.start < range.start);
        scene.dates[from..]
            .iter()
            .take_while(|d| d.tokens.start < range.end)
            .filter(usable)
            .collect()
    };
    let clause = within(scene.clause_tokens());
    if clause.is_empty() {
        within(scene.sentence())
    } else {
        clause
    }
}

/// "said on Wednesday": the date of the utterance, not of the figure.
fn tells_when_said(scene: &Scene<'_>, date: &Date) -> bool {
    let doc = scene.doc;
    let Some(before) = date.tokens.start.checked_sub(1) else {
        return false;
    };
    let verb = if doc.lower(before) == "on" || doc.lower(before) == "in" {
        before.checked_sub(1)
    } else {
        Some(before)
    };
    verb.is_some_and(|v| {
        let speaking = matches!(
            doc.lemma(v),
            "say"
                | "tell"
                | "announce"
                | "report"
                | "state"
                | "declare"
                | "add"
                | "write"
                | "reporters"
        );
        speaking && doc.can_be(v, Class::VERB) || doc.lower(v) == "reporters"
    })
}

/// "the lowest since 1990": how far back the record reaches.
fn is_record(scene: &Scene<'_>, date: &Date) -> bool {
    let doc = scene.doc;
    let start = date.tokens.start;
    let since = start > scene.first && doc.lower(start - 1) == "since";
    let from = start.saturating_sub(RECORD).max(scene.first);
    since
        && (from..start - 1).any(|t| {
            let word = doc.text_of(t);
            let superlative = word.len() > 4 && word.ends_with("est");
            superlative || matches!(word, "worst" | "best" | "first" | "most" | "least")
        })
}

/// How many words may stand between a superlative and its "since".
const RECORD: usize = 6;

/// Whether a date says what something is compared with.
fn is_baseline(scene: &Scene<'_>, date: &Date) -> bool {
    let doc = scene.doc;
    let start = date.tokens.start;
    if is_of_older(scene, date) {
        return false;
    }
    let before = |n: usize| {
        let token = start.checked_sub(n).filter(|t| !in_amount(scene, *t));
        token.map_or("", |t| doc.lower(t))
    };
    let earlier = matches!(
        doc.lower(date.tokens.end.saturating_sub(1)),
        "earlier" | "before"
    );
    let compared = matches!(before(1), "than" | "against" | "versus" | "from" | "over")
        && before(2) != "up"
        || matches!(
            (before(2), before(1)),
            ("compared" | "comparison", "with" | "to")
        );
    let same_period =
        (1..7).any(|n| matches!(before(n), "compared" | "versus" | "against" | "than"));
    earlier || compared || same_period || belongs_to_older(scene, date)
}

/// "from 350 million a year earlier", "compared with 9% in 2015": the date right behind an
/// amount that another is compared with is its own.
fn is_of_older(scene: &Scene<'_>, date: &Date) -> bool {
    let (start, end) = (scene.amount.tokens.start, scene.amount.tokens.end);
    let link = |t: usize| matches!(scene.doc.lower(t), "in" | "on" | "at" | "the");
    let behind = date.tokens.start >= end && (end..date.tokens.start).all(link);
    behind && start > scene.first && is_compared_with(scene, start)
}

/// Whether the word before the amount that begins at `start` says that another is compared
/// with it.
fn is_compared_with(scene: &Scene<'_>, start: usize) -> bool {
    let word = start.checked_sub(1).map_or("", |t| scene.doc.lower(t));
    matches!(word, "from" | "than" | "against" | "versus" | "with")
}

/// "won 43%, up from 38% in 2018": the date of the amount that this one is compared with.
fn belongs_to_older(scene: &Scene<'_>, date: &Date) -> bool {
    let (end, start) = (scene.amount.tokens.end, date.tokens.start);
    let mut between = scene.amounts_in(end..start).iter();
    between.any(|a| a.tokens.end <= start && is_compared_with(scene, a.tokens.start))
}

/// The date nearest to the amount, those after it first when equally near.
fn nearest<'d>(scene: &Scene<'_>, dates: &[&'d Date]) -> Option<&'d Date> {
    let amount = &scene.amount.tokens;
    let distance = |d: &Date| {
        if d.tokens.start >= amount.end {
            (d.tokens.start - amount.end) * 2 + marks_between(scene, amount.end, d.tokens.start)
        } else {
            (amount.start - d.tokens.end.min(amount.start)) * 2
                + 1
                + marks_between(scene, d.tokens.end, amount.start)
        }
    };
    dates
        .iter()
        .min_by_key(|d| (distance(d), d.tokens.start))
        .copied()
}

/// Each comma or other amount between makes a date seem farther.
fn marks_between(scene: &Scene<'_>, from: usize, to: usize) -> usize {
    let commas = (from..to)
        .filter(|t| scene.doc.is_kind(*t, TokenKind::Punct))
        .count();
    let others = scene
        .amounts_in(from..to)
        .iter()
        .filter(|a| a.tokens.end <= to)
        .count();
    commas * 6 + others * 12
}

/// "year-on-year", "annually": against the year before the period.
fn year_on_year(scene: &Scene<'_>, period: Option<Period>) -> Option<Period> {
    let doc = scene.doc;
    let yearly = scene.clause_tokens().any(|t| {
        matches!(
            doc.text_of(t),
            "year-on-year" | "year-over-year" | "Year-on-year"
        )
    });
    match period {
        Some(Period::At(moment)) if yearly => {
            Some(Period::At(Moment::year(moment.calendar_year() - 1)))
        }
        _ => None,
    }
}

/// A running total reaches up to its date, or to publication.
fn running_total(scene: &Scene<'_>, period: Option<Period>) -> Option<Period> {
    match period {
        Some(Period::At(moment)) => Some(Period::Until(moment)),
        Some(Period::Since(from)) => match scene.doc.published {
            Some(day) if from.first_day() <= day => Some(Period::Between(from, Moment::day(day))),
            _ => period,
        },
        Some(other) => Some(other),
        None => scene.doc.published.map(|d| Period::Until(Moment::day(d))),
    }
}
