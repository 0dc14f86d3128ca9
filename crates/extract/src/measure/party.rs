//! Countries of the article, and the parties of a mutual measure.

use super::Scene;
use crate::doc::Doc;
use crate::gazetteer::{Place, PlaceKind, place_at, place_of_demonym};

/// A country named in the article.
#[derive(Debug, Clone)]
struct Named {
    token: usize,
    name: String,
}

/// The countries of an article, each time one is named.
#[derive(Debug, Default)]
pub(crate) struct Countries {
    named: Vec<Named>,
}

impl Countries {
    /// Reads the article once.
    pub(crate) fn of(doc: &Doc<'_>) -> Self {
        let mut named = Vec::new();
        for sentence in &doc.sentences {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let (place, next) = match place_at(doc, at, sentence.tokens.end) {
                    Some((place, tokens)) => (Some(place), tokens.end),
                    None => (place_of_demonym(doc, at), at + 1),
                };
                named.extend(place.filter(is_country).map(|p| Named {
                    token: at,
                    name: p.name.clone(),
                }));
                named.extend(hyphenated(doc, at));
                at = next;
            }
        }
        Self { named }
    }

    /// The country named last before `token`.
    pub(crate) fn last_before(&self, token: usize) -> Option<&str> {
        let at = self.named.partition_point(|n| n.token < token);
        at.checked_sub(1).map(|i| self.named[i].name.as_str())
    }

    /// The two countries named most often, in the order of their names; `None` when the
    /// article does not single out two.
    pub(crate) fn leading_pair(&self) -> Option<Vec<String>> {
        let mut counts: Vec<(String, usize)> = Vec::new();
        for named in &self.named {
            match counts.iter_mut().find(|(name, _)| *name == named.name) {
                Some((_, count)) => *count += 1,
                None => counts.push((named.name.clone(), 1)),
            }
        }
        counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let clear = counts.len() == 2 || counts.len() > 2 && counts[1].1 > counts[2].1;
        if !clear {
            return None;
        }
        let mut pair = vec![counts[0].0.clone(), counts[1].0.clone()];
        pair.sort();
        Some(pair)
    }
}

fn is_country(place: &&'static Place) -> bool {
    place.kind == PlaceKind::Country
}

/// Both countries of "Russian-Venezuelan", which is one token.
fn hyphenated(doc: &Doc<'_>, token: usize) -> Vec<Named> {
    let text = doc.text_of(token);
    if !doc.has_shape(token, crate::token::Shape::HAS_HYPHEN) {
        return Vec::new();
    }
    let countries = text
        .split('-')
        .filter_map(crate::gazetteer::country_of_demonym);
    countries
        .map(|name| Named {
            token,
            name: name.to_owned(),
        })
        .collect()
}

/// The parties of a mutual measure: "trade between A and B", "bilateral trade",
/// "agreements between the two countries".
pub(crate) fn between(scene: &Scene<'_>, countries: &Countries) -> Vec<String> {
    named_between(scene)
        .or_else(|| {
            if is_mutual(scene) {
                countries.leading_pair()
            } else {
                None
            }
        })
        .unwrap_or_default()
}

fn named_between(scene: &Scene<'_>) -> Option<Vec<String>> {
    let doc = scene.doc;
    let between = scene.clause_tokens().find(|t| doc.lower(*t) == "between")?;
    let mut parties = Vec::new();
    let mut at = between + 1;
    while at < scene.end && at < between + 8 {
        match place_at(doc, at, scene.end) {
            Some((place, tokens)) => {
                parties.push(place.name.clone());
                at = tokens.end;
            }
            None if matches!(doc.lower(at), "and" | "the") || doc.is_mark(at, b',') => at += 1,
            None => break,
        }
    }
    parties.sort();
    parties.dedup();
    (parties.len() >= 2).then_some(parties)
}

/// "bilateral", "mutual", "between the (two) countries", "with each other".
fn is_mutual(scene: &Scene<'_>) -> bool {
    let doc = scene.doc;
    scene.clause_tokens().any(|t| match doc.lower(t) {
        "bilateral" | "mutual" | "two-way" => true,
        "between" => (t + 1..t + 5).any(|i| {
            matches!(
                doc.lemma(i),
                "country" | "side" | "nation" | "state" | "neighbour" | "neighbor"
            )
        }),
        _ => false,
    })
}
