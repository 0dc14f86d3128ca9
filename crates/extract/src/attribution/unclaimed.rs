//! Quotations that no cue of their own sentence claims: they go on with a speaker,
//! or follow a colon, a name or a sentence about the speaker.

use crate::attribution::found::{Found, Layers};
use crate::attribution::loose;
use crate::attribution::verbal::CARRIED;
use crate::quotation::Quotation;
use crate::token::Kind;

/// How many attributions after the owner are looked at for one that carries it on.
const NEAR: usize = 8;

/// Fewest words of a quotation that is no title or nickname between two pieces of speech.
const TITLE: usize = 6;

/// Gives the unclaimed quotations to the attributions that they go on with.
pub(crate) fn join(l: &Layers<'_, '_>, found: &mut Vec<Found>) {
    let mut owner = owners(l, found);
    for (q, slot) in l.quotations.list.iter().zip(&mut owner) {
        if let Some(f) = slot.is_none().then(|| loose::read(l, q)).flatten() {
            *slot = Some(found.len());
            found.push(f);
        }
    }
    for i in 0..l.quotations.list.len() {
        if owner[i].is_none() {
            owner[i] = forward(l, &owner, i).map(|f| carried(l, found, f, i));
            if let Some(f) = owner[i] {
                found[f].content.push(l.quotations.list[i].tokens.clone());
            }
        }
    }
    for i in (0..l.quotations.list.len().saturating_sub(1)).rev() {
        if owner[i].is_none() && l.quotations.list[i + 1].continues {
            owner[i] = owner[i + 1];
            if let Some(f) = owner[i] {
                found[f]
                    .content
                    .insert(0, l.quotations.list[i].tokens.clone());
            }
        }
    }
}

/// The attribution that a quotation goes on with, when a participle after the owner's
/// own quotation carried the speaker on ("she said, adding that ...").
fn carried(l: &Layers<'_, '_>, found: &[Found], owner: usize, i: usize) -> usize {
    let before = l.quotations.list[i - 1].tokens.end..l.quotations.list[i].tokens.start;
    let later = |f: &Found| f.rule == CARRIED.id && before.contains(&f.cue.start);
    let near = owner..found.len().min(owner + NEAR);
    near.rev().find(|n| later(&found[*n])).unwrap_or(owner)
}

/// Which attribution holds each quotation.
fn owners(l: &Layers<'_, '_>, found: &[Found]) -> Vec<Option<usize>> {
    let mut owner = vec![None; l.quotations.list.len()];
    for (n, f) in found.iter().enumerate() {
        for part in &f.content {
            let from = l
                .quotations
                .list
                .partition_point(|q| q.tokens.end <= part.start);
            for (q, slot) in l.quotations.list[from..].iter().zip(&mut owner[from..]) {
                if q.tokens.start >= part.end {
                    break;
                }
                slot.get_or_insert(n);
            }
        }
    }
    owner
}

/// The attribution that the quotation goes on with: it continues the quotation of
/// the paragraph before, or is a sentence of its own after another quotation of this
/// paragraph.
fn forward(l: &Layers<'_, '_>, owner: &[Option<usize>], i: usize) -> Option<usize> {
    let q = &l.quotations.list[i];
    if q.continues {
        return owner[i.checked_sub(1)?];
    }
    let title = |b: &usize| owner[*b].is_none() && l.quotations.list[*b].words < TITLE;
    let before = (0..i).rev().take(3).find(|b| !title(b))?;
    let last = &l.quotations.list[before];
    let same = paragraph(l, last) == paragraph(l, q) || follows_on(l, last, q);
    (same && stands_alone(l, q) && q.words >= 2)
        .then(|| owner[before])
        .flatten()
}

/// A paragraph that is all quotation, after one that ends with the speaker's words or
/// with the sentence of their cue.
fn follows_on(l: &Layers<'_, '_>, last: &Quotation, q: &Quotation) -> bool {
    let (before, own) = (paragraph(l, last), paragraph(l, q));
    let Some(tokens) = l.doc.paragraphs.get(own) else {
        return false;
    };
    let whole = tokens.clone().all(|i| l.quotations.holds(i));
    let ends = l.doc.paragraphs.get(before).is_some_and(|p| {
        l.doc.sentence_of(p.end - 1) <= l.doc.sentence_of(last.tokens.end - 1) + 1
    });
    before + 1 == own && whole && ends
}

fn paragraph(l: &Layers<'_, '_>, q: &Quotation) -> usize {
    l.doc.sentences[l.doc.sentence_of(q.tokens.start)].paragraph
}

/// Whether the quotation begins and ends with a sentence.
fn stands_alone(l: &Layers<'_, '_>, q: &Quotation) -> bool {
    let first = &l.doc.sentences[l.doc.sentence_of(q.tokens.start)];
    let last = &l.doc.sentences[l.doc.sentence_of(q.tokens.end - 1)];
    first.tokens.start == q.tokens.start
        && (last.tokens.end == q.tokens.end || l.doc.is_kind(q.tokens.end, Kind::Stop))
}
