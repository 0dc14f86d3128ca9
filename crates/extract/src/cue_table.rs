//! The words of saying: `data/cues.csv`, keyed by verb lemma.

use crate::lexicon::{WordId, lexicon, rows};
use claimbook_model::Stance;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What kind of attribution a cue makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CueClass {
    /// Something was said or written.
    Speech,
    /// A document or finding shows it.
    Evidence,
    /// Somebody holds it to be so.
    Belief,
}

/// Which complements a cue may have, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Frames(u8);

impl Frames {
    /// A clause with or without "that".
    pub(crate) const CLAUSE: Self = Self(1);
    /// A clause with "that" only.
    pub(crate) const THAT: Self = Self(2);
    /// "to" and a verb.
    pub(crate) const INFINITIVE: Self = Self(4);
    /// A noun phrase that is what was said ("announced the plan").
    pub(crate) const NOUN: Self = Self(8);
    /// A quotation, also with the speaker after the cue.
    pub(crate) const QUOTE: Self = Self(16);
    /// The person spoken to comes first ("told reporters that").
    pub(crate) const RECIPIENT: Self = Self(32);
    /// The person spoken to must come first ("told reporters").
    pub(crate) const ADDRESSED: Self = Self(128);
    /// A question with "if" or a question word.
    pub(crate) const QUESTION: Self = Self(64);

    /// Whether a frame is in the set.
    pub(crate) const fn has(self, frame: Self) -> bool {
        self.0 & frame.0 != 0
    }

    fn read(letters: &str) -> Self {
        letters.bytes().fold(Self::default(), |set, b| {
            let frame = match b {
                b'c' => Self(Self::CLAUSE.0 | Self::THAT.0),
                b'h' => Self::THAT,
                b't' => Self::INFINITIVE,
                b'n' => Self::NOUN,
                b'q' => Self::QUOTE,
                b'r' => Self::RECIPIENT,
                b'R' => Self(Self::RECIPIENT.0 | Self::ADDRESSED.0),
                b'w' => Self::QUESTION,
                _ => Self::default(),
            };
            Self(set.0 | frame.0)
        })
    }
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CueEntry {
    /// The particle that must follow ("point out"); unknown for none.
    pub(crate) particle: WordId,
    /// What kind of attribution it makes.
    pub(crate) class: CueClass,
    /// The speaker's attitude.
    pub(crate) stance: Stance,
    /// What may follow.
    pub(crate) frames: Frames,
    /// Prepositions that lead to what was said ("warned of").
    pub(crate) prepositions: Vec<WordId>,
}

static TABLE: LazyLock<FxHashMap<WordId, Vec<CueEntry>>> = LazyLock::new(build);

fn build() -> FxHashMap<WordId, Vec<CueEntry>> {
    let mut table: FxHashMap<WordId, Vec<CueEntry>> = FxHashMap::default();
    for row in rows(include_str!("../data/cues.csv")) {
        let id = lexicon().id(&row[0]);
        if id != WordId::UNKNOWN {
            table.entry(id).or_default().push(entry(&row));
        }
    }
    table
}

fn entry(row: &csv::StringRecord) -> CueEntry {
    let class = match &row[2] {
        "evidence" => CueClass::Evidence,
        "belief" => CueClass::Belief,
        _ => CueClass::Speech,
    };
    let words = lexicon();
    CueEntry {
        particle: words.id(&row[1]),
        class,
        stance: row[3].parse().unwrap_or(Stance::Asserts),
        frames: Frames::read(&row[4]),
        prepositions: row[5]
            .split('|')
            .map(|w| words.id(w))
            .filter(|id| *id != WordId::UNKNOWN)
            .collect(),
    }
}

/// The row for a verb, chosen by the word that follows its group; a row with a
/// particle goes before one without.
pub(crate) fn cue_entry(lemma: WordId, next: WordId) -> Option<&'static CueEntry> {
    let entries = TABLE.get(&lemma)?;
    let with = entries
        .iter()
        .find(|e| e.particle != WordId::UNKNOWN && e.particle == next);
    with.or_else(|| entries.iter().find(|e| e.particle == WordId::UNKNOWN))
}

#[cfg(test)]
mod tests {
    use super::{CueClass, cue_entry};
    use crate::class::Class;
    use crate::lexicon::{lexicon, rows};
    use claimbook_model::Stance;

    #[test]
    fn the_table_is_sorted_and_every_row_can_match() {
        let mut last = String::new();
        for row in rows(include_str!("../data/cues.csv")) {
            let key = format!("{} {}", &row[0], &row[1]);
            assert!(last < key, "{key} stands after {last}");
            last = key;
            let verb = lexicon().entry(lexicon().id(&row[0]));
            assert!(
                verb.class.any(Class::VERB_BASE),
                "{} is no verb of data/verbs.csv",
                &row[0]
            );
            assert!(row[3].parse::<Stance>().is_ok(), "stance of {}", &row[0]);
            assert!(["speech", "evidence", "belief"].contains(&&row[2]));
            assert!(row[4].bytes().all(|b| b"chtnqrRwp".contains(&b)));
            assert_eq!(row[4].contains('p'), !row[5].is_empty(), "{}", &row[0]);
        }
    }

    #[test]
    fn particles_choose_the_row() {
        let words = lexicon();
        let go = cue_entry(words.id("go"), words.id("on"));
        assert_eq!(go.map(|e| e.class), Some(CueClass::Speech));
        assert_eq!(cue_entry(words.id("go"), words.id("to")), None);
    }
}
