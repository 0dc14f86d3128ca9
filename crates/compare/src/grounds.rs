//! What brings two claims of a row together: for figures every weight with the words
//! that earned it, for words said the speaker and the words they share.

use crate::book::Book;
use crate::lexicon;
use crate::row::{Grounds, Weight};
use crate::same::{DISPUTED_RUN, LONG_RUN, RUN, TELLING};
use crate::say::count;
use crate::score::{LINK, doubts, same_names, score};
use crate::speaker::Same;
use crate::utterance::Utterance;
use crate::wording::shared_run;
use claimbook_model::fold;

/// The weights of the figures of keys `x` and `y`.
pub(crate) fn of_figures(book: &Book<'_>, x: usize, y: usize) -> Grounds {
    Grounds::Weights {
        weights: weights(book, x, y),
        total: score(book, x, y).total(),
        needed: LINK,
    }
}

/// What tells that two quotations render one utterance, or what is missing.
pub(crate) fn of_words(a: &Utterance, b: &Utterance) -> Grounds {
    let (speakers, needed) = match a.speaker.same(&b.speaker) {
        Same::Yes => (
            "one speaker",
            format!("of one speaker {RUN} in a row are enough, if {TELLING} carry content"),
        ),
        Same::Unknown => (
            "the speaker is not known on both sides",
            format!("without a known speaker {LONG_RUN} in a row are enough"),
        ),
        Same::No => (
            "two speakers",
            format!("of two speakers {DISPUTED_RUN} in a row are enough"),
        ),
    };
    let run = shared_run(&a.words, &b.words);
    let shown: Vec<&str> = run
        .iter()
        .map(|w| w.shown.as_str())
        .filter(|w| !w.is_empty())
        .collect();
    Grounds::Words(vec![
        speakers.to_owned(),
        match shown.len() {
            0 => "no words in common".to_owned(),
            _ => format!(
                "{} in a row: \"{}\"",
                count(run.len(), "word"),
                shown.join(" ")
            ),
        },
        needed,
    ])
}

fn weights(book: &Book<'_>, x: usize, y: usize) -> Vec<Weight> {
    let score = score(book, x, y);
    let (first, second) = (&book.keys[x].1, &book.keys[y].1);
    let story = |article: u32| &book.stories[article as usize];
    let measure = first.core.shared(&second.core);
    let measure = measure
        .chain(first.measure.shared(&second.all))
        .chain(second.measure.shared(&first.all));
    let words = Spoken::of(book, x, y);
    let weight = |name, weight, words| Weight {
        name,
        weight,
        words,
    };
    let mut measure = words.of_terms(measure);
    let votes = first.tally.is_some() && second.tally.is_some();
    measure.extend(votes.then(|| "a vote for and against".to_owned()));
    let mut names = words.of_terms(first.names.shared(&second.names));
    names.extend(same_names(first, second).map(|name| name.0.to_owned()));
    let equal = (score.value > 0.0).then_some(if first.value == second.value {
        "equal"
    } else {
        "they meet"
    });
    let doubts = doubts(book, first, second).map(|doubt| doubt.0.to_owned());
    let stories = story(first.article).shared(story(second.article));
    vec![
        weight("measure", score.measure, measure),
        weight(
            "sentence",
            score.clause,
            words.of_terms(first.clause.shared(&second.clause)),
        ),
        weight("names", score.names, names),
        weight("story", score.story, words.of_terms(stories)),
        weight(
            "value",
            score.value,
            equal.map(str::to_owned).into_iter().collect(),
        ),
        weight("doubts", score.against, doubts.collect()),
    ]
}

/// The words of two claims behind their terms.
struct Spoken<'b> {
    book: &'b Book<'b>,
    /// By claim: the terms with the words that stand for them.
    said: [Vec<(String, String)>; 2],
}

impl<'b> Spoken<'b> {
    fn of(book: &'b Book<'_>, x: usize, y: usize) -> Self {
        let said = [x, y].map(|key| {
            let entry = book.entry_of(key);
            let measure = entry.figure().map(|f| f.measure.as_str());
            let texts = measure
                .into_iter()
                .chain([entry.claim.quote.exact.as_str()]);
            texts
                .chain(entry.story())
                .flat_map(lexicon::spoken)
                .collect()
        });
        Self { book, said }
    }

    /// Shared terms as words, most telling first: "deaths", or "killed = died".
    fn of_terms(&self, shared: impl Iterator<Item = (u32, f32)>) -> Vec<String> {
        let rarity = |term: u32| self.book.rarity.get(term as usize).copied().unwrap_or(0.0);
        let mut terms: Vec<u32> = shared.map(|t| t.0).collect();
        terms.sort_by(|a, b| rarity(*b).total_cmp(&rarity(*a)).then(a.cmp(b)));
        terms.dedup();
        terms.iter().map(|term| self.of_term(*term)).collect()
    }

    fn of_term(&self, term: u32) -> String {
        let name = self.book.interner.name(term);
        let word = |said: &'_ [(String, String)]| {
            let found = said.iter().find(|(known, _)| known == name);
            found.map(|(_, word)| word.clone())
        };
        let [one, other] = [&self.said[0], &self.said[1]].map(|said| word(said));
        match (one, other) {
            (Some(one), Some(other)) if fold(&one) != fold(&other) => format!("{one} = {other}"),
            (Some(word), _) | (None, Some(word)) => word,
            (None, None) => name.trim_start_matches('=').to_owned(),
        }
    }
}
