//! A comparison as JSON: `{"groups": [...], "apart": [...]}`.

use super::grounds::{self, GroundsData};
use super::{fidelity_word, kind_word, relation_word, verdict_word};
use crate::json;
use claimbook_compare::{Apart, Comparison, DiffWord, Item, Member, Row, RowKind};
use claimbook_model::{Number, Period, fold};
use serde::Serialize;
use std::collections::BTreeSet;
use std::io;

/// The whole comparison as one indented JSON object.
///
/// # Errors
/// None in practice: everything in a comparison can be written as JSON.
pub fn comparison_json(comparison: &Comparison, items: &[Item<'_>]) -> io::Result<String> {
    json::pretty(&Whole {
        groups: comparison
            .rows
            .iter()
            .map(|row| group(row, items))
            .collect(),
        apart: comparison
            .apart
            .iter()
            .filter_map(|pair| apart(pair, items))
            .collect(),
    })
}

/// One group a line.
///
/// # Errors
/// None in practice, as with [`comparison_json`].
pub fn comparison_jsonl(comparison: &Comparison, items: &[Item<'_>]) -> io::Result<String> {
    let mut out = Vec::new();
    for row in &comparison.rows {
        json::write_line(&mut out, &group(row, items))?;
    }
    String::from_utf8(out).map_err(io::Error::other)
}

#[derive(Serialize)]
struct Whole<'a> {
    groups: Vec<Group<'a>>,
    apart: Vec<Pair<'a>>,
}

#[derive(Serialize)]
struct Group<'a> {
    id: &'a str,
    kind: &'static str,
    measure: &'a str,
    qualifiers: &'a [String],
    unit: Option<&'a str>,
    verdict: &'static str,
    series: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fidelity: Option<&'static str>,
    /// How many outlets print it, and how many origins stand behind them.
    outlets: usize,
    origins: usize,
    members: Vec<Side>,
    relations: Vec<Link<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    diffs: Vec<Diff<'a>>,
    summary: &'a [String],
}

/// One claim of a group. Its strings are copies because corrections are applied.
#[derive(Serialize)]
struct Side {
    article: String,
    claim: String,
    start: Option<usize>,
    end: Option<usize>,
    text: String,
    value: Option<Number>,
    value_max: Option<Number>,
    bound: Option<&'static str>,
    unit: Option<String>,
    source: Option<Speaker>,
    period: Option<Period>,
    baseline: Option<Period>,
    publisher: Option<String>,
    agency: Option<String>,
    published: Option<String>,
    origin: usize,
    verdict: &'static str,
}

#[derive(Serialize)]
struct Speaker {
    name: String,
    role: Option<String>,
}

#[derive(Serialize)]
struct Link<'a> {
    a: usize,
    b: usize,
    relation: &'static str,
    why: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    grounds: Option<GroundsData<'a>>,
}

#[derive(Serialize)]
struct Diff<'a> {
    a: usize,
    b: usize,
    words: Vec<Stretch<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Stretch<'a> {
    Same(&'a str),
    Removed(&'a str),
    Added(&'a str),
}

#[derive(Serialize)]
struct Named<'a> {
    article: &'a str,
    claim: &'a str,
}

#[derive(Serialize)]
struct Pair<'a> {
    a: Named<'a>,
    b: Named<'a>,
    why: &'a str,
}

fn group<'a>(row: &'a Row, items: &[Item<'_>]) -> Group<'a> {
    let links = row.relations.iter().map(|link| Link {
        a: link.a,
        b: link.b,
        relation: relation_word(link.relation),
        why: &link.why,
        grounds: link.grounds.as_ref().map(grounds::data),
    });
    let diffs = row.diffs.iter().map(|diff| Diff {
        a: diff.a,
        b: diff.b,
        words: diff.words.iter().map(stretch).collect(),
    });
    Group {
        id: &row.id,
        kind: kind_word(row.kind),
        measure: &row.measure,
        qualifiers: &row.qualifiers,
        unit: row.unit.as_ref().map(|u| u.code()),
        verdict: verdict_word(row.verdict),
        series: row.series.as_deref(),
        fidelity: row.fidelity.map(fidelity_word),
        outlets: distinct(
            row.members
                .iter()
                .filter_map(|m| items.get(m.item))
                .map(outlet),
        ),
        origins: distinct(row.members.iter().map(|m| m.origin)),
        members: row
            .members
            .iter()
            .filter_map(|m| side(row.kind, m, items))
            .collect(),
        relations: links.collect(),
        diffs: diffs.collect(),
        summary: &row.summary,
    }
}

fn distinct<T: Ord>(all: impl Iterator<Item = T>) -> usize {
    all.collect::<BTreeSet<T>>().len()
}

/// What an outlet is called in any case; an article without one stands for itself.
fn outlet(item: &Item<'_>) -> String {
    let article = item.article;
    fold(article.publisher.as_ref().unwrap_or(&article.id))
}

fn side(kind: RowKind, member: &Member, items: &[Item<'_>]) -> Option<Side> {
    let item = items.get(member.item)?;
    let claim = item.claim.effective();
    let article = item.article;
    let figure = claim.figure.as_ref().filter(|_| kind == RowKind::Quantity);
    let at = if figure.is_some() {
        item.at
    } else {
        item.words_at
    };
    Some(Side {
        article: article.id.clone(),
        claim: claim.id.clone(),
        start: at.map(|(start, _)| start),
        end: at.map(|(_, end)| end),
        text: figure.map_or_else(|| claim.words_said().to_owned(), |f| f.text.clone()),
        value: figure.map(|f| f.value),
        value_max: figure.and_then(|f| f.value_max),
        bound: figure.map(|f| f.bound.symbol()),
        unit: figure
            .and_then(|f| f.unit.as_ref())
            .map(|u| u.code().to_owned()),
        source: claim.said_by.as_ref().map(|s| Speaker {
            name: s.label().to_owned(),
            role: s.role.clone(),
        }),
        period: figure.and_then(|f| f.period),
        baseline: figure.and_then(|f| f.baseline),
        publisher: article.publisher.clone(),
        agency: article.agency.clone(),
        published: article.published.map(|d| d.to_string()),
        origin: member.origin,
        verdict: claim.review.verdict.as_str(),
    })
}

fn stretch(word: &DiffWord) -> Stretch<'_> {
    match word {
        DiffWord::Same(text) => Stretch::Same(text),
        DiffWord::Removed(text) => Stretch::Removed(text),
        DiffWord::Added(text) => Stretch::Added(text),
    }
}

fn apart<'a>(pair: &'a Apart, items: &[Item<'a>]) -> Option<Pair<'a>> {
    let named = |n: usize| {
        items.get(n).map(|item| Named {
            article: &item.article.id,
            claim: &item.claim.id,
        })
    };
    Some(Pair {
        a: named(pair.a)?,
        b: named(pair.b)?,
        why: &pair.why,
    })
}
