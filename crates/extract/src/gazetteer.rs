//! Places by name and by nationality.

use crate::class::Class;
use crate::doc::Doc;
use crate::folded::Folded;
use crate::lexicon::rows;
use crate::tag::Tag;
use std::ops::Range;
use std::sync::LazyLock;

/// What sort of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    /// A state of the world.
    Country,
    /// Anything else: city, state, region.
    Other,
}

/// A known place.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// Its full name ("United States" for "US").
    pub(crate) name: String,
    /// What sort it is.
    pub(crate) kind: PlaceKind,
}

#[derive(Default)]
struct Gazetteer {
    by_name: Folded<Place>,
    by_demonym: Folded<Place>,
    /// By first word, most words of a name that begins with it.
    longest: Folded<usize>,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut gazetteer = Gazetteer::default();
    for row in rows(include_str!("../data/places.csv")) {
        let short_form = &row[1] == "country" && !row[2].is_empty();
        let name = if short_form {
            row[2].to_owned()
        } else {
            row[0].to_owned()
        };
        let kind = if &row[1] == "country" {
            PlaceKind::Country
        } else {
            PlaceKind::Other
        };
        for demonym in row[3].split('|').filter(|d| !d.is_empty()) {
            let place = Place {
                name: name.clone(),
                kind,
            };
            gazetteer.by_demonym.get_or_insert(demonym, place);
        }
        let first = row[0].split(' ').next().unwrap_or_default();
        let longest = gazetteer.longest.get_or_insert(bare(first), 1);
        *longest = (*longest).max(row[0].split(' ').count());
        gazetteer
            .by_name
            .get_or_insert(&row[0], Place { name, kind });
    }
    gazetteer
});

/// The longest known place name that begins at `at`, and the token after it.
pub(crate) fn place_at(
    doc: &Doc<'_>,
    at: usize,
    end: usize,
) -> Option<(&'static Place, Range<usize>)> {
    if doc.tag(at) != Tag::Name {
        return None;
    }
    let longest = *GAZETTEER.longest.get(bare(doc.text_of(at)))?;
    let last = (at..end.min(at + longest))
        .take_while(|t| {
            matches!(
                doc.tag(*t),
                Tag::Name | Tag::Preposition | Tag::Determiner | Tag::Conjunction
            )
        })
        .count();
    (1..=last).rev().find_map(|n| {
        if n == 1 && !doc.can_be(at, Class::PLACE) {
            return None;
        }
        let place = GAZETTEER.by_name.get(bare(doc.text_of_range(at..at + n)))?;
        Some((place, at..at + n))
    })
}

/// A name without the stop behind it.
fn bare(name: &str) -> &str {
    name.trim_end_matches('.')
}

/// Words that make a nationality that of a region or people ("Latin American").
const REGIONS: [&str; 7] = [
    "african", "central", "latin", "native", "north", "pan", "south",
];

/// The place that a nationality belongs to ("Russian").
pub(crate) fn place_of_demonym(doc: &Doc<'_>, token: usize) -> Option<&'static Place> {
    if !doc.can_be(token, Class::DEMONYM) {
        return None;
    }
    if token > 0 && REGIONS.iter().any(|r| doc.is(token - 1, r)) {
        return None;
    }
    GAZETTEER.by_demonym.get(doc.text_of(token))
}

/// The country of a nationality's name.
pub(crate) fn country_of_demonym(word: &str) -> Option<&'static str> {
    let place = GAZETTEER.by_demonym.get(word)?;
    (place.kind == PlaceKind::Country).then_some(place.name.as_str())
}
