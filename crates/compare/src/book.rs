//! All claims that take part in a comparison, in one order that does not depend
//! on how they came, with the figures' keys and the rarity of every term.

use crate::bag::Bag;
use crate::intern::Interner;
use crate::key::Key;
use crate::lexicon::tokens;
use crate::options::Series;
use crate::reader::Reader;
use crate::row::Item;
use crate::series::Shelf;
use crate::topic::Topics;
use claimbook_model::{Claim, Figure, Reading};
use std::borrow::Cow;

/// A claim that takes part.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    /// Its index in the caller's items.
    pub(crate) item: usize,
    /// The item.
    pub(crate) from: Item<'a>,
    /// The claim with corrections applied.
    pub(crate) claim: Cow<'a, Claim>,
    /// Number of its article.
    pub(crate) article: u32,
}

impl Entry<'_> {
    /// The figure, unless it only converts another one or gives no number
    /// ("tens of thousands").
    pub(crate) fn figure(&self) -> Option<&Figure> {
        let figure = self.claim.figure.as_ref();
        figure.filter(|f| f.conversion_of.is_none() && !is_vague(f))
    }

    /// What its article is about: the headline, and the names in the claim.
    pub(crate) fn story(&self) -> impl Iterator<Item = &str> {
        let figure = self.claim.figure.iter();
        let names = figure.flat_map(|f| f.about.iter().chain(&f.place).chain(&f.between));
        let speaker = self.claim.said_by.iter().filter_map(|s| s.name.as_ref());
        let title = self.from.article.title.iter();
        title.chain(names).chain(speaker).map(String::as_str)
    }
}

/// Whether the words name an order of magnitude and no number.
fn is_vague(figure: &Figure) -> bool {
    const ORDERS: [&str; 6] = [
        "billions",
        "dozens",
        "hundreds",
        "millions",
        "scores",
        "thousands",
    ];
    let mut words = tokens(&figure.text).into_iter();
    let digits = figure.text.contains(|c: char| c.is_ascii_digit());
    !digits && words.any(|t| ORDERS.contains(&t.text.to_lowercase().as_str()))
}

/// The claims of a comparison.
#[derive(Debug)]
pub(crate) struct Book<'a> {
    /// All that take part, by date, article and place in it.
    pub(crate) entries: Vec<Entry<'a>>,
    /// The keys of those with a figure: index of the entry, key.
    pub(crate) keys: Vec<(usize, Key)>,
    /// Every term.
    pub(crate) interner: Interner,
    /// By term: how much sharing it tells, 1 on average and more for rare ones.
    pub(crate) rarity: Vec<f32>,
    /// By article: the terms of its headline and of the names in its claims.
    pub(crate) stories: Vec<Bag>,
    /// Which articles speak of the same matter.
    pub(crate) topics: Topics,
}

impl<'a> Book<'a> {
    /// Takes in all claims but those that were read wrong or are gone, and the rows
    /// that people keep.
    pub(crate) fn read(items: &[Item<'a>], series: &[Series]) -> Self {
        let mut entries = entries(items);
        number_articles(&mut entries);
        let mut reader = Reader::default();
        for entry in &entries {
            reader.learn(&entry.claim.quote.exact);
        }
        let shelf = Shelf::new(series);
        let mut keys = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            if let Some(figure) = entry.figure() {
                let (claim, article) = (&entry.claim, entry.from.article);
                let mut key = Key::read(claim, figure, article, entry.article, &mut reader);
                key.place = shelf.place(entry);
                key.shelf = key.place.series.map(|s| reader.id(&format!("series {s}")));
                keys.push((at, key));
            }
        }
        let stories = stories(&entries, &mut reader);
        let told = told(&entries, &mut reader);
        let interner = reader.into_interner();
        let terms = interner.len();
        let rarity = rarity(&keys, terms);
        Self {
            entries,
            keys,
            interner,
            rarity,
            stories,
            topics: Topics::new(told, terms),
        }
    }

    /// The entry of a key.
    pub(crate) fn entry_of(&self, key: usize) -> &Entry<'a> {
        &self.entries[self.keys[key].0]
    }
}

fn entries<'a>(items: &[Item<'a>]) -> Vec<Entry<'a>> {
    let mut order: Vec<usize> = (0..items.len())
        .filter(|i| !items[*i].claim.gone && items[*i].claim.review.reading != Reading::Wrong)
        .collect();
    order.sort_by_cached_key(|i| {
        let Item {
            article,
            claim,
            at,
            words_at,
        } = items[*i];
        let place = at.or(words_at).unwrap_or((usize::MAX, 0));
        let text = claim.figure.as_ref().map_or("", |f| f.text.as_str());
        (
            article.published,
            &article.id,
            place,
            &claim.id,
            &claim.quote.exact,
            text,
        )
    });
    let entry = |item: usize| {
        let from = items[item];
        let claim = if from.claim.fix.is_empty() {
            Cow::Borrowed(from.claim)
        } else {
            Cow::Owned(from.claim.effective())
        };
        Entry {
            item,
            from,
            claim,
            article: 0,
        }
    };
    order.into_iter().map(entry).collect()
}

/// Articles are numbered in the order of entries; equal ids are one article.
fn number_articles(entries: &mut [Entry<'_>]) {
    let mut ids = Interner::default();
    for entry in entries {
        entry.article = ids.id(&entry.from.article.id);
    }
}

/// What each article is about: headline, names, places and speakers.
fn stories(entries: &[Entry<'_>], reader: &mut Reader) -> Vec<Bag> {
    let count = entries.iter().map(|e| e.article as usize + 1).max();
    let mut texts: Vec<Vec<&str>> = vec![Vec::new(); count.unwrap_or(0)];
    for entry in entries {
        let story = &mut texts[entry.article as usize];
        let told = usize::from(!story.is_empty() && entry.from.article.title.is_some());
        story.extend(entry.story().skip(told));
    }
    let bag = |texts: Vec<&str>| reader.bag(&texts.join("; "));
    texts.into_iter().map(bag).collect()
}

/// The terms of each article's headline and claims, with the number of sentences that
/// have them.
fn told(entries: &[Entry<'_>], reader: &mut Reader) -> Vec<Vec<(u32, f32)>> {
    let mut articles: Vec<Vec<(u32, f32)>> = Vec::new();
    let mut sentence = "";
    for entry in entries {
        let article = entry.article as usize;
        if article >= articles.len() {
            articles.resize_with(article + 1, Vec::new);
            sentence = "";
            let title = entry.from.article.title.as_deref().unwrap_or("");
            articles[article].extend(reader.bag(title).iter());
        }
        if entry.from.claim.quote.exact != sentence {
            sentence = &entry.from.claim.quote.exact;
            articles[article].extend(reader.bag(sentence).iter());
        }
    }
    for terms in &mut articles {
        terms.sort_by_key(|t| t.0);
        terms.dedup_by(|next, first| {
            let same = next.0 == first.0;
            if same {
                first.1 += next.1;
            }
            same
        });
    }
    articles
}

/// How telling a shared term is: 1 for a term of one sentence alone, near 0 for a
/// term of every sentence. Sentences count, not articles: the words that set
/// apart the claims of a single story occur in most of its articles.
fn rarity(keys: &[(usize, Key)], terms: usize) -> Vec<f32> {
    let mut sentences = 0usize;
    let mut counts = vec![0usize; terms];
    let mut last = vec![u32::MAX; terms];
    let mut sentence = u32::MAX;
    for (_, key) in keys {
        sentences += usize::from(key.sentence != sentence);
        sentence = key.sentence;
        for (term, _) in key.all.iter() {
            if last[term as usize] != sentence {
                last[term as usize] = sentence;
                counts[term as usize] += 1;
            }
        }
    }
    let all = sentences as f32;
    let of = |count: usize| (1.0 + all / count.max(1) as f32).ln() / (1.0 + all).ln();
    counts.into_iter().map(of).collect()
}
