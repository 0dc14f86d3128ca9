//! Why two claims are on one row or are not: a page for reading, JSON for programs.

use super::grounds::{GroundsData, data, indented};
use super::{kind_word, relation_word};
use crate::style::{Role, Style};
use crate::wording::{in_a_sentence, outlet, published, qualified_id, shortened, value};
use crate::wrap::hanging;
use crate::{json, one_line};
use claimbook_compare::{Grounds, Item, Relation, RowKind, Standing, Why};
use serde::Serialize;
use std::io;

/// Words shown of a claim without a figure; its sentence follows anyway.
const OPENING: usize = 8;

/// The two claims, and for their figures and their words what became of them, with
/// the grounds. `pair` gives the claims as indexes into `items`.
#[must_use]
pub fn why_page(whys: &[Why], pair: (usize, usize), items: &[Item<'_>], style: &Style) -> String {
    let both = [items.get(pair.0), items.get(pair.1)];
    let mut out: String = both
        .iter()
        .flatten()
        .map(|item| side(item, style))
        .collect();
    for why in whys {
        out.push('\n');
        out.push_str(&told(why, items, style));
    }
    out
}

/// A claim with its sentence.
fn side(item: &Item<'_>, style: &Style) -> String {
    let id = qualified_id(item.article, item.claim);
    let parts = [
        shortened(&value(item.claim), OPENING),
        outlet(item.article),
        published(item.article),
    ];
    let head = hanging("", &format!("{id} · {}", parts.join(" · ")), style.width);
    let sentence = one_line(&item.claim.quote.exact);
    style.paint(Role::Heading, head.trim_end()) + "\n" + &hanging("  ", &sentence, style.width)
}

/// What became of the figures or the words, and why.
fn told(why: &Why, items: &[Item<'_>], style: &Style) -> String {
    let what = match why.kind {
        RowKind::Quantity => "the figures",
        RowKind::Quote => "the words",
    };
    let together = why.standing == Standing::Together;
    let head = format!(
        "{what}: {}",
        if together {
            "on one row"
        } else {
            "not on one row"
        }
    );
    let role = if together { Role::Good } else { Role::Doubtful };
    let mut out = style.paint(role, &head) + "\n";
    for sentence in sentences(why, items) {
        out.push_str(&hanging("  ", &sentence, style.width));
    }
    out + &indented(&why.grounds, style)
}

fn sentences(why: &Why, items: &[Item<'_>]) -> Vec<String> {
    let relation = why.relation.as_ref().map(|(relation, told)| {
        let word = match relation {
            Relation::Agree => "they agree",
            Relation::Conflict => "they conflict",
            Relation::Update => "one updates the other",
            Relation::NotComparable => "they cannot be compared",
        };
        one_line(&format!("{word}: {told}"))
    });
    standing(why, items).into_iter().chain(relation).collect()
}

/// What keeps two claims off one row; a near miss is called one.
fn standing(why: &Why, items: &[Item<'_>]) -> Option<String> {
    let enough = match &why.grounds {
        Grounds::Weights { total, needed, .. } => Some(total - needed),
        Grounds::Words(_) => None,
    };
    Some(match &why.standing {
        Standing::Together => return None,
        Standing::Vetoed(reason) => {
            let near = enough.is_some_and(|over| over >= 0.0);
            let tail = if near {
                "; a near miss, alike enough otherwise"
            } else {
                ""
            };
            one_line(&format!("{reason}{tail}"))
        }
        Standing::OneArticle => {
            "one article makes both: only a claim of another article could bring them together"
                .to_owned()
        }
        Standing::Weak => match enough {
            Some(over) => format!("they share too little: {:.2} more would link them", -over),
            None => "they share too little".to_owned(),
        },
        Standing::Unmet => {
            "alike enough, but among so many claims nothing telling brought them together"
                .to_owned()
        }
        Standing::Parted { a, b, why } => {
            let name = |at: &usize| items.get(*at).map_or_else(String::new, in_a_sentence);
            one_line(&format!(
                "alike enough, but their rows do not fit: {} beside {}: {why}",
                name(a),
                name(b)
            ))
        }
    })
}

/// The same for programs: `{"a", "b", "why": [...]}`.
///
/// # Errors
/// None in practice: everything in an explanation can be written as JSON.
pub fn why_json(whys: &[Why], pair: (usize, usize), items: &[Item<'_>]) -> io::Result<String> {
    let id = |at: usize| {
        items
            .get(at)
            .map(|item| qualified_id(item.article, item.claim))
    };
    json::pretty(&Page {
        a: id(pair.0),
        b: id(pair.1),
        why: whys.iter().map(|why| part(why, items)).collect(),
    })
}

#[derive(Serialize)]
struct Page<'a> {
    a: Option<String>,
    b: Option<String>,
    why: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    kind: &'static str,
    standing: &'static str,
    reason: Option<String>,
    relation: Option<&'static str>,
    told: Option<&'a str>,
    grounds: GroundsData<'a>,
}

fn part<'a>(why: &'a Why, items: &[Item<'_>]) -> Part<'a> {
    Part {
        kind: kind_word(why.kind),
        standing: match why.standing {
            Standing::Together => "together",
            Standing::Vetoed(_) => "vetoed",
            Standing::OneArticle => "one_article",
            Standing::Weak => "weak",
            Standing::Parted { .. } => "parted",
            Standing::Unmet => "unmet",
        },
        reason: standing(why, items),
        relation: why.relation.as_ref().map(|told| relation_word(told.0)),
        told: why.relation.as_ref().map(|told| told.1.as_str()),
        grounds: data(&why.grounds),
    }
}
