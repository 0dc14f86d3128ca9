//! The lines of a row: what several outlets took over from one origin stands on one.

use super::quote::marked_words;
use crate::wording::{
    NOTHING, outlet, period, published, shortened, speaker, value, verdict, words_said,
};
use claimbook_compare::{Item, Row, RowKind};
use claimbook_model::{ArticleMeta, Claim};

/// Words shown of a rendering that has no difference to show.
const OPENING: usize = 24;

/// How a claim is called.
pub(super) type IdForm = fn(&ArticleMeta, &Claim) -> String;

/// One line of a row, merged from the members of one origin that say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    origin: usize,
    /// The figure as written, or the words said.
    pub(super) text: String,
    /// When the figure holds.
    pub(super) period: String,
    /// Who says it.
    pub(super) speaker: String,
    /// The outlets, each once.
    pub(super) outlets: Vec<String>,
    /// The days of publication, each once.
    pub(super) days: Vec<String>,
    /// The claims, each with the verdict that people gave.
    pub(super) claims: Vec<(String, Option<String>)>,
}

impl Line {
    /// Whether `other` repeats this line from the same origin.
    fn takes_in(&self, other: &Self) -> bool {
        let said = |line: &Self| (line.origin, line.text.clone(), line.period.clone());
        said(self) == said(other) && self.speaker == other.speaker
    }

    fn take_in(&mut self, other: Self) {
        let add = |list: &mut Vec<String>, more: Vec<String>| {
            let new: Vec<String> = more.into_iter().filter(|one| !list.contains(one)).collect();
            list.extend(new);
        };
        add(&mut self.outlets, other.outlets);
        add(&mut self.days, other.days);
        self.claims.extend(other.claims);
    }
}

/// The lines of a row of figures.
pub(super) fn of_figures(row: &Row, items: &[Item<'_>], name: IdForm) -> Vec<Line> {
    lines(row, items, name, |_, item| value(item.claim))
}

/// The lines of a row of words; long ones without a difference are cut where `cut` asks.
pub(super) fn of_words(row: &Row, items: &[Item<'_>], name: IdForm, cut: bool) -> Vec<Line> {
    lines(row, items, name, |n, item| {
        let words = || words_said(item.claim);
        let whole = || {
            if cut {
                shortened(&words(), OPENING)
            } else {
                words()
            }
        };
        marked_words(row, n).unwrap_or_else(whole)
    })
}

fn lines(
    row: &Row,
    items: &[Item<'_>],
    name: IdForm,
    text: impl Fn(usize, &Item<'_>) -> String,
) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (n, member) in row.members.iter().enumerate() {
        let Some(item) = items.get(member.item) else {
            continue;
        };
        let mut line = line(member.origin, text(n, item), item, name);
        if row.kind == RowKind::Quote {
            NOTHING.clone_into(&mut line.period);
        }
        match lines.iter_mut().find(|known| known.takes_in(&line)) {
            Some(known) => known.take_in(line),
            None => lines.push(line),
        }
    }
    lines
}

fn line(origin: usize, text: String, item: &Item<'_>, name: IdForm) -> Line {
    let claim = item.claim.effective();
    let figure = claim.figure.as_ref();
    Line {
        origin,
        text,
        period: figure.map_or_else(|| NOTHING.to_owned(), period),
        speaker: speaker(claim.said_by.as_ref()),
        outlets: vec![outlet(item.article)],
        days: vec![published(item.article)],
        claims: vec![(name(item.article, &claim), verdict(&claim))],
    }
}

/// `ARTICLE#c-...` with the verdict in brackets, for flat texts.
pub(super) fn with_verdict((name, verdict): &(String, Option<String>)) -> String {
    match verdict {
        Some(verdict) => format!("{name} ({verdict})"),
        None => name.clone(),
    }
}
