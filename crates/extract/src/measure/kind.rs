//! What sort of figure it is, which way it went, and how firmly it is put.

use super::Scene;
use super::concept::{Concept, compares};
use super::happening;
use super::modality;
use crate::class::Class;
use crate::tag::Tag;
use crate::time::is_offset;
use claimbook_model::annotation::Because;
use claimbook_model::{Dimension, Direction, Form, Kind, Modality};

/// Kind, direction and modality, with the words that showed them.
#[derive(Debug, Clone)]
pub(crate) struct Sort {
    pub(crate) kind: Kind,
    pub(crate) direction: Option<Direction>,
    pub(crate) modality: Option<Modality>,
    pub(crate) because: Vec<Because>,
}

/// Nouns of change and their direction.
const CHANGE_NOUNS: [(&str, Direction); 24] = [
    ("climb", Direction::Up),
    ("cut", Direction::Down),
    ("decline", Direction::Down),
    ("decrease", Direction::Down),
    ("dip", Direction::Down),
    ("drop", Direction::Down),
    ("expansion", Direction::Up),
    ("fall", Direction::Down),
    ("gain", Direction::Up),
    ("growth", Direction::Up),
    ("hike", Direction::Up),
    ("improvement", Direction::Up),
    ("increase", Direction::Up),
    ("jump", Direction::Up),
    ("loss", Direction::Down),
    ("plunge", Direction::Down),
    ("rebound", Direction::Up),
    ("reduction", Direction::Down),
    ("rise", Direction::Up),
    ("shrinkage", Direction::Down),
    ("slump", Direction::Down),
    ("surge", Direction::Up),
    ("uptick", Direction::Up),
    ("contraction", Direction::Down),
];

/// Words that make a figure an aim or an agreement.
const TARGET_WORDS: [&str; 14] = [
    "target",
    "goal",
    "aim",
    "quota",
    "contract",
    "pledge",
    "cap",
    "limit",
    "ceiling",
    "threshold",
    "objective",
    "deadline",
    "commitment",
    "reserve",
];

/// "closed 12 points higher", "7% more than a year ago": the word of direction behind the amount.
pub(super) fn moved_behind(scene: &Scene<'_>) -> Option<(usize, Direction)> {
    let after = scene.amount.tokens.end;
    let direction = match scene.doc.lower(after) {
        "higher" => Direction::Up,
        "lower" => Direction::Down,
        "more" if compares(scene) => Direction::Up,
        "less" | "fewer" if compares(scene) => Direction::Down,
        _ => return None,
    };
    (after < scene.end).then_some((after, direction))
}

/// Nouns that measure a part against its whole.
const SHARE_NOUNS: [&str; 4] = ["percentage", "proportion", "share", "turnout"];

/// Finds the kind of an amount.
pub(crate) fn find(scene: &Scene<'_>, concept: &Concept) -> Sort {
    let modality = modality::of_clause(scene);
    let noun = change_noun(scene, concept).or_else(|| moved_behind(scene));
    let verb_change = scene
        .amount
        .change
        .filter(|_| !scene.amount.change_to_level);
    let direction = scene.amount.change.or(noun.map(|(_, d)| d));
    let (kind, word) = if scene.amount.form == Form::FromTo {
        (Kind::Level, None)
    } else if verb_change.is_some() {
        (Kind::Change, scene.amount.change_word)
    } else if let Some((token, _)) = noun {
        (Kind::Change, Some(token))
    } else {
        by_words(scene, concept, modality.map(|(m, _)| m))
    };
    let mut because = Vec::new();
    because.extend(word.map(|t| Because {
        what: "kind",
        span: scene.doc.tokens[t].span,
    }));
    because.extend(modality.map(|(_, t)| Because {
        what: "modality",
        span: scene.doc.tokens[t].span,
    }));
    Sort {
        kind,
        direction,
        modality: modality.map(|(m, _)| m),
        because,
    }
}

fn by_words(
    scene: &Scene<'_>,
    concept: &Concept,
    modality: Option<Modality>,
) -> (Kind, Option<usize>) {
    if let Some(token) = target_word(scene) {
        return (Kind::Target, Some(token));
    }
    if modality == Some(Modality::Planned) {
        return (Kind::Target, None);
    }
    if modality == Some(Modality::Forecast) || is_outlook(scene, modality) {
        return (Kind::Forecast, None);
    }
    if scene.amount.dimension == Dimension::Rate || is_rate(scene) {
        return (Kind::Rate, None);
    }
    if let Some(token) = running_total_word(scene) {
        return (Kind::Cumulative, Some(token));
    }
    if let Some(token) = share_word(scene, concept) {
        return (Kind::Share, Some(token));
    }
    (Kind::Level, None)
}

/// "91% of the seats"; "turnout was 30.5%".
fn share_word(scene: &Scene<'_>, concept: &Concept) -> Option<usize> {
    let doc = scene.doc;
    let end = scene.amount.tokens.end;
    if scene.amount.dimension != Dimension::Ratio {
        return None;
    }
    let noun = |t: &usize| doc.tag(*t) == Tag::Noun && SHARE_NOUNS.contains(&doc.lower(*t));
    let of = (doc.lower(end) == "of").then_some(end);
    of.or_else(|| concept.main()?.find(noun))
}

/// "could reach 10.5%": possible, and not of the past ("may have reached").
fn is_outlook(scene: &Scene<'_>, modality: Option<Modality>) -> bool {
    let perfect = scene
        .clause
        .is_some_and(|c| c.verb.clone().any(|t| scene.doc.can_be(t, Class::HAVE)));
    modality == Some(Modality::Possible) && scene.after_verb() && !perfect
}

/// "a 3% drop", "growth of 12%", "a rise of $5"; a loss of money is a result.
fn change_noun(scene: &Scene<'_>, concept: &Concept) -> Option<(usize, Direction)> {
    let doc = scene.doc;
    if scene.amount.dimension == Dimension::Count {
        return None;
    }
    let part = concept.main()?;
    let adjacent =
        part.start >= scene.amount.tokens.end || part.end + 1 >= scene.amount.tokens.start;
    part.filter(|_| adjacent).find_map(|t| {
        let result = scene.amount.dimension == Dimension::Currency
            && matches!(doc.lemma(t), "loss" | "gain");
        let noun = doc.tag(t) == Tag::Noun && !result;
        CHANGE_NOUNS
            .iter()
            .find(|(n, _)| noun && *n == doc.lemma(t))
            .map(|(_, d)| (t, *d))
    })
}

/// "1,200 a day" whose unit did not take the period in, "each day", "daily".
fn is_rate(scene: &Scene<'_>) -> bool {
    let doc = scene.doc;
    let end = scene.amount.tokens.end;
    let each = matches!(doc.lower(end), "a" | "an" | "per" | "each" | "every")
        && doc.can_be(end + 1, Class::TIME_NOUN)
        && !is_offset(doc.lower(end + 2));
    each || matches!(
        doc.lower(end),
        "daily" | "annually" | "monthly" | "weekly" | "hourly"
    )
}

/// "so far", "in total", "a total of", "since" with a perfect verb, "first" deliveries.
fn running_total_word(scene: &Scene<'_>) -> Option<usize> {
    let doc = scene.doc;
    let scalar = matches!(
        scene.amount.dimension,
        Dimension::Count
            | Dimension::Currency
            | Dimension::Weight
            | Dimension::Volume
            | Dimension::Other
    );
    if !scalar {
        return None;
    }
    let tokens = around(scene);
    let perfect = scene
        .clause
        .is_some_and(|c| c.verb.clone().any(|t| doc.can_be(t, Class::HAVE)) && c.verb.len() > 1);
    let mut tokens = tokens.into_iter();
    let word = tokens.find(|t| match doc.lower(*t) {
        "so" => doc.lower(t + 1) == "far",
        "to" => doc.lower(t + 1) == "date",
        "total" | "altogether" => {
            let named = scene.amount.dimension != Dimension::Other;
            named
                && (doc.lower(t.saturating_sub(1)) != "in" || perfect)
                && !leads_to_other(scene, *t)
        }
        "overall" | "cumulative" | "toll" => true,
        "since" => perfect,
        "dead" => doc.can_be(t.saturating_sub(1), Class::BE),
        "first" => first_delivery(scene, *t),
        _ => false,
    });
    word.or_else(|| victims_so_far(scene))
}

/// "37 deaths, bringing the total to 98,310": the total is that of another amount.
fn leads_to_other(scene: &Scene<'_>, total: usize) -> bool {
    let after = scene.amounts.partition_point(|a| a.tokens.start < total);
    let next = scene
        .amounts
        .get(after)
        .filter(|a| a.tokens.start < scene.end);
    let behind = total >= scene.amount.tokens.end;
    behind && next.is_some_and(|a| (total..a.tokens.start).any(|t| scene.doc.lower(t) == "to"))
}

/// Verbs whose victims are counted up.
const VICTIMS: [&str; 8] = [
    "arrest", "die", "displace", "infect", "injure", "kill", "perish", "wound",
];

/// "200 people have been killed": without a date, those of the whole event so far.
fn victims_so_far(scene: &Scene<'_>) -> Option<usize> {
    let doc = scene.doc;
    let clause = scene.clause?;
    let tokens = scene.clause_tokens();
    let from = scene
        .dates
        .partition_point(|d| d.tokens.start < tokens.start);
    let dated = scene
        .dates
        .get(from)
        .is_some_and(|d| d.tokens.start < tokens.end);
    let main = happening::main_verb(scene, clause);
    let have = (clause.verb.start..main).find(|t| doc.can_be(*t, Class::HAVE))?;
    let after = scene.amount.tokens.end;
    let after = after + usize::from(doc.lower(after) == "being");
    let victims = [main, after]
        .iter()
        .any(|t| VICTIMS.contains(&doc.lemma(*t)));
    (victims && !dated).then_some(have)
}

/// The clause, and the clauses with "since" that frame it ("Since the war began, ...").
fn around(scene: &Scene<'_>) -> impl Iterator<Item = usize> {
    let doc = scene.doc;
    let tokens = scene.clause_tokens();
    let opens = Some(scene.first).filter(|t| doc.lower(*t) == "since" && *t < tokens.start);
    let closes = Some(tokens.end).filter(|t| doc.lower(*t) == "since" && *t < scene.end);
    opens.into_iter().chain(tokens).chain(closes)
}

/// "the first 100,000 doses arrived": the running total of that day.
fn first_delivery(scene: &Scene<'_>, token: usize) -> bool {
    let doc = scene.doc;
    let begins = scene.amount.tokens.start;
    token < begins
        && begins - token <= 2
        && matches!(
            scene.verb(),
            "arrive" | "receive" | "deliver" | "land" | "get" | "reach" | "take" | "come"
        )
        || token < begins
            && begins - token <= 4
            && matches!(
                doc.lemma(token + 1),
                "batch" | "shipment" | "consignment" | "delivery"
            )
}

/// "a contract with Russia for 10 million doses": the word of aim before the amount with
/// neither verb nor comma between.
fn target_word(scene: &Scene<'_>) -> Option<usize> {
    let doc = scene.doc;
    let start = scene.amount.tokens.start;
    let range = scene.first.max(start.saturating_sub(10))..start;
    let aims = |t: &usize| {
        let noun = doc.tag(*t) == Tag::Noun && TARGET_WORDS.contains(&doc.lemma(*t));
        noun || doc.lemma(*t) == "deal" && doc.lower(t + 1) == "for"
    };
    let open = |t: usize| (t + 1..start).all(|i| !doc.tag(i).is_finite() && !doc.is_mark(i, b','));
    range.rev().find(aims).filter(|t| open(*t))
}
