//! Groups of figures to finished rows: order of members, relations, verdict.

use crate::book::Book;
use crate::grounds;
use crate::label;
use crate::origin::origins;
use crate::relate::{Verdict, relate};
use crate::row::{Link, Member, Relation, Row, RowKind, RowVerdict};
use crate::series::Kept;
use crate::summary;
use claimbook_model::fold;

/// In larger rows each member is related only to so many that follow it in time.
const NEIGHBOURS: usize = 24;

/// A relation of a row under the making.
#[derive(Debug, Clone)]
pub(crate) struct Related {
    /// Index of the earlier member.
    pub(crate) a: usize,
    /// Index of the later member.
    pub(crate) b: usize,
    /// How they relate.
    pub(crate) verdict: Verdict,
}

/// The row of a group of keys, or a row for each where nothing in it can be
/// compared.
pub(crate) fn rows(book: &Book<'_>, group: &[usize], kept: &Kept<'_>, explain: bool) -> Vec<Row> {
    match row(book, group, kept, explain) {
        Some(row) => vec![row],
        None => group
            .iter()
            .filter_map(|key| row(book, &[*key], kept, explain))
            .collect(),
    }
}

fn row(book: &Book<'_>, group: &[usize], kept: &Kept<'_>, explain: bool) -> Option<Row> {
    let series = kept.name(book, group).map(str::to_owned);
    let mut keys = group.to_vec();
    keys.sort_by_key(|key| {
        let entry = book.entry_of(*key);
        let day = book.keys[*key]
            .1
            .when
            .day()
            .or(entry.from.article.published);
        (day, entry.from.article.published, *key)
    });
    let related = relations(book, &keys);
    let several = keys
        .iter()
        .any(|k| book.keys[*k].1.article != book.keys[keys[0]].1.article);
    let comparable = related
        .iter()
        .any(|r| r.verdict.relation != Relation::NotComparable);
    if several && !comparable && series.is_none() {
        return None;
    }
    let entries: Vec<_> = keys.iter().map(|key| book.entry_of(*key)).collect();
    let origins = origins(&entries);
    let verdict = verdict(&related, several);
    let label = label::label(book, &keys);
    let link = |related| link(book, &keys, related, explain);
    let member = |(entry, origin): (&&crate::book::Entry<'_>, &usize)| Member {
        item: entry.item,
        origin: *origin,
    };
    Some(Row {
        id: label::row_id(entries.iter().map(|e| (&*e.from.article.id, &*e.claim.id))),
        kind: RowKind::Quantity,
        measure: series.clone().unwrap_or(label.measure),
        qualifiers: label.qualifiers,
        unit: entries.iter().find_map(|e| e.figure()?.unit.clone()),
        verdict,
        fidelity: None,
        series,
        members: entries.iter().zip(&origins).map(member).collect(),
        summary: summary::summary(book, &keys, &related, verdict, &origins),
        relations: related.into_iter().map(link).collect(),
        diffs: Vec::new(),
    })
}

fn link(book: &Book<'_>, keys: &[usize], related: Related, explain: bool) -> Link {
    let Related { a, b, verdict } = related;
    Link {
        a,
        b,
        relation: verdict.relation,
        why: verdict.why,
        grounds: explain.then(|| grounds::of_figures(book, keys[a], keys[b])),
    }
}

/// Relations between members of different articles, worst first.
fn relations(book: &Book<'_>, keys: &[usize]) -> Vec<Related> {
    let mut found = Vec::new();
    for (a, first) in keys.iter().enumerate() {
        for (b, second) in keys.iter().enumerate().skip(a + 1).take(NEIGHBOURS) {
            if book.keys[*first].1.article != book.keys[*second].1.article {
                let verdict = relate(book, *first, *second);
                found.extend(verdict.map(|verdict| Related { a, b, verdict }));
            }
        }
    }
    found.sort_by_key(|r| (rank(r.verdict.relation), r.b - r.a, r.a));
    found
}

fn rank(relation: Relation) -> u8 {
    match relation {
        Relation::Conflict => 0,
        Relation::Update => 1,
        Relation::NotComparable => 2,
        Relation::Agree => 3,
    }
}

fn verdict(related: &[Related], several: bool) -> RowVerdict {
    let has = |relation| related.iter().any(|r| r.verdict.relation == relation);
    match (has(Relation::Conflict), has(Relation::Update)) {
        _ if !several => RowVerdict::Single,
        (true, true) => RowVerdict::Mixed,
        (true, false) => RowVerdict::Conflict,
        (false, true) => RowVerdict::Update,
        (false, false) => RowVerdict::Agree,
    }
}

/// Orders rows for reading: conflicts first, then the larger ones; otherwise they
/// stay as they come.
pub(crate) fn sort(rows: &mut [Row]) {
    rows.sort_by_cached_key(|row| {
        let size = std::cmp::Reverse(row.members.len());
        (row.verdict, row.kind, size, fold(&row.measure))
    });
}
