//! Why two claims share a row or do not, as figures and as words said.

use crate::book::Book;
use crate::cluster::{fit, groups, hold_together};
use crate::grounds;
use crate::links::Links;
use crate::options::Options;
use crate::quote;
use crate::relate::relate;
use crate::row::{Grounds, Item, Relation, RowKind};
use crate::rows;
use crate::score::{LINK, score};
use crate::series::Kept;
use crate::utterance::utterances;
use crate::veto::veto;
use crate::wording::shared_run;

/// What became of a pair of claims.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// They share a row.
    Together,
    /// A reason that no likeness outweighs.
    Vetoed(String),
    /// One article makes both, and no claim of another brings them together.
    OneArticle,
    /// What they share does not suffice.
    Weak,
    /// Alike enough, but on the row of one stands a claim that does not fit a claim
    /// on the row of the other.
    Parted {
        /// Index into the items: on the row of the first.
        a: usize,
        /// Index into the items: on the row of the second.
        b: usize,
        /// Why these two do not fit.
        why: String,
    },
    /// Alike enough, but among so many claims that nothing telling brought them
    /// together.
    Unmet,
}

/// Why two claims share a row or do not.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// Whether it speaks of their figures or of words said.
    pub kind: RowKind,
    /// What became of them.
    pub standing: Standing,
    /// How they relate and why, where they share a row.
    pub relation: Option<(Relation, String)>,
    /// What speaks for one row, also where a veto overrules it.
    pub grounds: Grounds,
}

/// Explains two claims, given by their indexes into `items`: their figures if both
/// have one; the words said if both give some and share a row by them, or have no
/// figures. Claims that stay out of comparisons leave nothing to explain.
#[must_use]
pub fn why(items: &[Item<'_>], options: &Options, a: usize, b: usize) -> Vec<Why> {
    let book = Book::read(items, &options.series);
    let figures = figures(&book, options, (a, b));
    let words = words(&book, (a, b));
    let words = words.filter(|why| figures.is_none() || why.standing == Standing::Together);
    figures.into_iter().chain(words).collect()
}

fn figures(book: &Book<'_>, options: &Options, (a, b): (usize, usize)) -> Option<Why> {
    let key = |item: usize| (0..book.keys.len()).find(|key| book.entry_of(*key).item == item);
    let (x, y) = (key(a)?, key(b)?);
    let only: Vec<bool> = (0..=a.max(b)).map(|item| item == a || item == b).collect();
    let groups = groups(book, &Links::find(book, Some(&only)));
    let group = |key: usize| groups.iter().find(|group| group.contains(&key));
    let (one, other) = (group(x)?, group(y)?);
    let kept = Kept::new(book, &options.series);
    let told = relate(book, x, y).map(|told| (told.relation, told.why));
    let standing = match (standing(book, (x, y), one, other), &told) {
        (Standing::Together, Some((Relation::NotComparable, why)))
            if rows::rows(book, one, &kept, options.explain).len() > 1 =>
        {
            Standing::Vetoed(why.clone())
        }
        (standing, _) => standing,
    };
    Some(Why {
        kind: RowKind::Quantity,
        relation: told.filter(|_| standing == Standing::Together),
        standing,
        grounds: grounds::of_figures(book, x, y),
    })
}

/// Of several pieces of words in one claim, those that share most are told.
fn words(book: &Book<'_>, (a, b): (usize, usize)) -> Option<Why> {
    let said = utterances(book, true);
    let of = |item: usize| {
        said.iter()
            .filter(move |u| book.entries[u.entry].item == item)
    };
    let pairs = of(a).flat_map(|x| of(b).map(move |y| (x, y)));
    let (x, y) = pairs.max_by_key(|(x, y)| shared_run(&x.words, &y.words).len())?;
    let rows = quote::rows(book, &Options::default());
    let link = rows.iter().find_map(|row| {
        let member = |item: usize| row.members.iter().position(|m| m.item == item);
        let (x, y) = (member(a)?, member(b)?);
        let mut links = row.relations.iter();
        links.find(|link| [(x, y), (y, x)].contains(&(link.a, link.b)))
    });
    let standing = match link {
        Some(_) => Standing::Together,
        None if x.article == y.article => Standing::OneArticle,
        None => Standing::Weak,
    };
    Some(Why {
        kind: RowKind::Quote,
        standing,
        relation: link.map(|link| (link.relation, link.why.clone())),
        grounds: grounds::of_words(x, y),
    })
}

fn standing(book: &Book<'_>, (a, b): (usize, usize), one: &[usize], other: &[usize]) -> Standing {
    if one.contains(&b) {
        return Standing::Together;
    }
    if let Some(veto) = veto(book, a, b) {
        return Standing::Vetoed(veto.reason(book, a, b));
    }
    if book.keys[a].1.article == book.keys[b].1.article {
        return Standing::OneArticle;
    }
    if score(book, a, b).total() < LINK {
        return Standing::Weak;
    }
    if hold_together(book, one, other) {
        return Standing::Unmet;
    }
    let all = one.iter().flat_map(|x| other.iter().map(move |y| (*x, *y)));
    let fitness = |(x, y): &(usize, usize)| fit(book, *x, *y).unwrap_or(0.0);
    let least = all.min_by(|p, q| fitness(p).total_cmp(&fitness(q)).then(p.cmp(q)));
    let (x, y) = least.unwrap_or((a, b));
    Standing::Parted {
        a: book.entry_of(x).item,
        b: book.entry_of(y).item,
        why: match veto(book, x, y) {
            Some(veto) => veto.reason(book, x, y),
            None => "they share too little for one row".to_owned(),
        },
    }
}
