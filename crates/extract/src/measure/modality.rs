//! How firmly a figure is put: planned, forecast, possible, denied.

use super::Scene;
use crate::class::Class;
use crate::tag::Tag;
use claimbook_model::Modality;

/// Verbs by which things change hands: what will be delivered is an aim, not a forecast.
const TRANSFERS: [&str; 18] = [
    "acquire", "arrive", "buy", "come", "deliver", "donate", "get", "give", "import", "provide",
    "purchase", "receive", "sell", "send", "ship", "spend", "supply", "invest",
];

/// "will deliver"; "will come to $5 million" sums up.
fn is_transfer(scene: &Scene<'_>, verb: usize) -> bool {
    let doc = scene.doc;
    let sums_up = doc.lemma(verb) == "come" && doc.lower(verb + 1) == "to";
    TRANSFERS.contains(&doc.lemma(verb)) && !sums_up
}

/// The modality of the governing verb and the word that shows it.
pub(super) fn of_clause(scene: &Scene<'_>) -> Option<(Modality, usize)> {
    let doc = scene.doc;
    let clause = scene.clause?;
    let is_subject = clause
        .subject
        .as_ref()
        .is_some_and(|s| s.start <= scene.amount.tokens.start);
    if !scene.after_verb() && !is_subject {
        return None;
    }
    for token in clause.verb.clone() {
        let found = match doc.lower(token) {
            "will" | "shall" | "'ll" | "would" if is_transfer(scene, clause.main) => {
                Some(Modality::Planned)
            }
            "will" | "shall" | "'ll" | "would" => Some(Modality::Forecast),
            "may" | "might" | "could" => Some(Modality::Possible),
            "not" | "n't" | "never" if scene.after_verb() => Some(Modality::Negated),
            _ => None,
        };
        if let Some(modality) = found {
            return Some((modality, token));
        }
    }
    to_be_done(scene).or_else(|| by_verb(scene, clause.main))
}

/// "are to be supplied".
fn to_be_done(scene: &Scene<'_>) -> Option<(Modality, usize)> {
    let doc = scene.doc;
    let clause = scene.clause?;
    let to = clause.verb.end;
    let is_to = doc.can_be(clause.main, Class::BE) && doc.tag(to) == Tag::To && !scene.after_verb();
    is_to.then_some((Modality::Planned, to))
}

/// "is expected to reach", "plans to buy".
fn by_verb(scene: &Scene<'_>, main: usize) -> Option<(Modality, usize)> {
    let doc = scene.doc;
    let to_follows = (main + 1..(main + 4).min(scene.end)).any(|t| doc.tag(t) == Tag::To);
    match doc.lemma(main) {
        "expect" | "forecast" | "project" | "predict" | "anticipate" => {
            Some((Modality::Forecast, main))
        }
        "plan" | "aim" | "intend" | "hope" | "pledge" | "promise" | "vow" | "agree" | "want"
        | "seek"
            if to_follows =>
        {
            Some((Modality::Planned, main))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::Extractor;
    use claimbook_model::{Article, Kind};

    #[test]
    fn figures_have_their_kind() {
        let table = [
            ("Turnout was 30.5%.", Kind::Share),
            ("They hold 91% of the seats.", Kind::Share),
            ("The bank's share of the market is 7%.", Kind::Share),
            ("The bank's shares yield 7%.", Kind::Level),
            ("Turnout fell by 5%.", Kind::Change),
            ("The key rate is 4.75%.", Kind::Level),
            ("So far 300 doses have arrived.", Kind::Cumulative),
            ("The city has a contract for 300 doses.", Kind::Target),
        ];
        let extractor = Extractor::new();
        for (text, kind) in table {
            let article = Article {
                text: text.to_owned(),
                ..Article::default()
            };
            let found = extractor.annotate(&article);
            let kinds: Vec<Kind> = found.quantities.iter().map(|q| q.kind).collect();
            assert_eq!(kinds, [kind], "{text}");
        }
    }
}
