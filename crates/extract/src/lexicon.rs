//! The word tables of `data/`, read once: what each known word can be.
//!
//! A word is looked up once, when its token is made; from then on its
//! [`WordId`] stands for it, and the tables of later stages are keyed by it.

use crate::class::Class;
use crate::folded::Folded;
use crate::forms;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A known word; `WordId::UNKNOWN` for all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct WordId(pub(crate) u32);

impl WordId {
    /// Not in any table.
    pub(crate) const UNKNOWN: Self = Self(0);
}

/// What the tables say of a word.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entry {
    /// The word, folded to lower case with a straight apostrophe.
    pub(crate) text: Box<str>,
    /// Its verb lemma, or its singular.
    pub(crate) lemma: WordId,
    /// What it can be.
    pub(crate) class: Class,
    /// What it can be only when capitalised (names: "Will", "Mark", "Nice").
    pub(crate) as_name: Class,
}

/// Longest word that is looked up; longer ones are unknown.
const LONGEST_WORD: usize = 64;

/// When an abbreviation's stop is not the end of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Before a name ("Mr. Lee"): never.
    BeforeName,
    /// Before a number ("No. 5").
    BeforeNumber,
    /// It may end one ("Acme Inc.").
    Any,
}

/// All word tables.
#[derive(Debug)]
pub(crate) struct Lexicon {
    ids: Folded<WordId>,
    entries: Vec<Entry>,
    abbreviations: FxHashMap<&'static str, Abbreviation>,
    participles: FxHashMap<WordId, WordId>,
    /// Singulars whose plural the rule does not make ("spokesmen").
    irregular_plurals: FxHashMap<WordId, WordId>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

/// The compiled-in lexicon.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// The rows of a table of `data/`, header left out.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = csv::StringRecord> {
    csv::Reader::from_reader(table.as_bytes())
        .into_records()
        .map(|r| r.expect("tables are checked by a test"))
}

impl Lexicon {
    fn build() -> Self {
        let mut lexicon = Self {
            ids: Folded::default(),
            entries: vec![Entry::default()],
            abbreviations: FxHashMap::default(),
            participles: FxHashMap::default(),
            irregular_plurals: FxHashMap::default(),
        };
        lexicon.read_closed_classes();
        lexicon.read_verbs();
        lexicon.read_nouns();
        lexicon.read_modifiers();
        lexicon.read_names();
        lexicon.read_dates_and_numbers();
        lexicon.read_abbreviations();
        crate::quantity::words(|word| {
            lexicon.intern(word);
        });
        lexicon
    }

    /// The id of a word in whatever case.
    pub(crate) fn id(&self, word: &str) -> WordId {
        self.ids.get(word).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The id of a word of a text, where an abbreviation has its stop.
    pub(crate) fn id_as_written(&self, word: &str) -> WordId {
        let word = word.trim_end_matches('.');
        if word.len() > LONGEST_WORD {
            WordId::UNKNOWN
        } else {
            self.id(word)
        }
    }

    /// What is known of a word.
    pub(crate) fn entry(&self, id: WordId) -> &Entry {
        &self.entries[id.0 as usize]
    }

    /// The past participle of a verb ("taken" for "take").
    pub(crate) fn participle(&self, lemma: WordId) -> Option<&str> {
        self.participles
            .get(&lemma)
            .map(|id| &*self.entry(*id).text)
    }

    /// What kind of abbreviation a word with a stop after it is, by its form without
    /// that stop ("Mr", "p.m").
    pub(crate) fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        self.abbreviations.get(word).copied()
    }

    /// Adds a word if it is new.
    pub(crate) fn intern(&mut self, folded: &str) -> WordId {
        let fresh = WordId(u32::try_from(self.entries.len()).expect("fewer words than 2^32"));
        let id = *self.ids.get_or_insert(folded, fresh);
        if id == fresh {
            self.entries.push(Entry {
                text: folded.into(),
                lemma: id,
                class: Class::NONE,
                as_name: Class::NONE,
            });
        }
        id
    }

    fn add(&mut self, word: &str, class: Class) -> WordId {
        let id = self.intern(&word.to_lowercase());
        let entry = &mut self.entries[id.0 as usize];
        entry.class = entry.class.with(class);
        id
    }

    fn add_name(&mut self, word: &str, class: Class) {
        let id = self.intern(&word.to_lowercase());
        let entry = &mut self.entries[id.0 as usize];
        entry.as_name = entry.as_name.with(class);
    }

    fn add_form(&mut self, form: &str, lemma: WordId, class: Class) -> WordId {
        let id = self.add(form, class);
        let fresh = self.entries[id.0 as usize].lemma == id;
        if fresh {
            self.entries[id.0 as usize].lemma = lemma;
        }
        id
    }

    fn read_closed_classes(&mut self) {
        for row in rows(include_str!("../data/function_words.csv")) {
            if let Some(class) = closed_class(&row[1]) {
                self.add(&row[0], class);
            }
        }
        for (word, class) in [
            ("he", Class::MALE),
            ("him", Class::MALE),
            ("his", Class::MALE),
            ("himself", Class::MALE),
        ] {
            self.add(word, class);
        }
        for word in ["'s", "'"] {
            self.add(word, Class::POSSESSIVE);
        }
        for word in ["she", "her", "hers", "herself"] {
            self.add(word, Class::FEMALE);
        }
    }

    fn read_verbs(&mut self) {
        for row in rows(include_str!("../data/verbs.csv")) {
            let lemma = self.add(&row[0], Class::VERB_BASE);
            let (noun, adjective) = (row[5].contains('n'), row[5].contains('a'));
            let both = if noun {
                Class::VERB_OR_NOUN.with(Class::NOUN)
            } else {
                Class::NONE
            };
            let extra = if adjective {
                Class::ADJECTIVE
            } else {
                Class::NONE
            };
            self.add(&row[0], both.with(extra));
            let forms = forms::VerbForms::new(&row[0], [&row[1], &row[2], &row[3], &row[4]]);
            let third = if noun {
                both.with(Class::PLURAL)
            } else {
                Class::NONE
            };
            self.add_form(&forms.third, lemma, Class::VERB_THIRD.with(third));
            self.add_form(&forms.past, lemma, Class::VERB_PAST);
            let participle = self.add_form(&forms.participle, lemma, Class::VERB_PARTICIPLE);
            self.participles.entry(lemma).or_insert(participle);
            self.add_form(&forms.ing, lemma, Class::VERB_ING);
        }
    }

    fn read_nouns(&mut self) {
        for row in rows(include_str!("../data/plurals.csv")) {
            let singular = self.add(&row[1], Class::NOUN);
            let class = if row[0] == row[1] {
                Class::NOUN
            } else {
                Class::NOUN.with(Class::PLURAL)
            };
            let plural = self.add_form(&row[0], singular, class);
            if plural != singular {
                self.irregular_plurals.insert(singular, plural);
            }
        }
        for row in rows(include_str!("../data/nouns.csv")) {
            let kind = noun_kind(&row[1]);
            self.add_noun(&row[0], kind);
        }
        for row in rows(include_str!("../data/roles.csv")) {
            let gender = gender(&row[1]);
            if !row[0].contains(' ') {
                self.add_noun(&row[0], Class::ROLE.with(gender));
            }
        }
        for row in rows(include_str!("../data/organisations.csv")) {
            let class = match &row[1] {
                "head" => Class::ORG_HEAD,
                "media" => Class::MEDIA.with(Class::ORG_NAME),
                _ => Class::ORG_NAME,
            };
            if row[0].contains(' ') {
                continue;
            }
            if &row[1] == "head" {
                self.add_noun(&row[0], class);
            } else {
                self.add_name(&row[0], class);
            }
        }
    }

    /// A noun in the singular with its plural; words that are plural already stay.
    fn add_noun(&mut self, word: &str, kind: Class) {
        let singular = forms::singular(word, |w| self.lemma_of_plural(w));
        let base = self.add(
            &singular,
            Class::NOUN.with(if singular == word { kind } else { Class::NONE }),
        );
        if singular != word {
            self.add_form(word, base, Class::NOUN.with(Class::PLURAL).with(kind));
            return;
        }
        let plural = match self.irregular_plurals.get(&base) {
            Some(plural) => self.entry(*plural).text.to_string(),
            None => forms::plural(word),
        };
        self.add_form(&plural, base, Class::NOUN.with(Class::PLURAL).with(kind));
    }

    fn lemma_of_plural(&self, word: &str) -> Option<String> {
        let id = self.id(word);
        let entry = self.entry(id);
        (id != WordId::UNKNOWN && entry.class.any(Class::NOUN) && !entry.class.any(Class::VERB))
            .then(|| self.entry(entry.lemma).text.to_string())
    }

    fn read_modifiers(&mut self) {
        for row in rows(include_str!("../data/adjectives.csv")) {
            let also = match &row[1] {
                "n" => Class::ADJ_OR_NOUN.with(Class::NOUN),
                "v" => Class::VERB_BASE,
                "adv" => Class::ADVERB,
                _ => Class::NONE,
            };
            self.add(&row[0], Class::ADJECTIVE.with(also));
        }
        for row in rows(include_str!("../data/adverbs.csv")) {
            self.add(&row[0], Class::ADVERB);
        }
    }

    fn read_names(&mut self) {
        for row in rows(include_str!("../data/titles.csv")) {
            self.add_name(&row[0], Class::TITLE.with(gender(&row[1])));
        }
        for row in rows(include_str!("../data/given_names.csv")) {
            self.add_name(&row[0], Class::GIVEN_NAME.with(gender(&row[1])));
        }
        for row in rows(include_str!("../data/surnames.csv")) {
            self.add_name(&row[0], Class::SURNAME);
        }
        for row in rows(include_str!("../data/places.csv")) {
            let seat = matches!(&row[1], "country" | "capital");
            let class = Class::PLACE.with(if seat {
                Class::GOVERNMENT_SEAT
            } else {
                Class::NONE
            });
            if !row[0].contains(' ') {
                self.add_name(&row[0], class);
            }
            for demonym in row[3]
                .split('|')
                .filter(|d| !d.is_empty() && !d.contains(' '))
            {
                self.add_name(demonym, Class::DEMONYM);
                self.add_name(
                    &forms::plural(demonym),
                    Class::DEMONYM.with(Class::PLURAL).with(Class::PEOPLE),
                );
            }
        }
    }

    fn read_abbreviations(&mut self) {
        const TABLE: &str = include_str!("../data/abbreviations.csv");
        for line in TABLE.lines().skip(1) {
            let kind = |next: &str| match next {
                "name" => Abbreviation::BeforeName,
                "number" => Abbreviation::BeforeNumber,
                _ => Abbreviation::Any,
            };
            if let Some((word, next)) = line.split_once(',') {
                self.abbreviations.insert(word, kind(next));
            }
        }
    }

    fn read_dates_and_numbers(&mut self) {
        for row in rows(include_str!("../data/calendar.csv")) {
            let class = match &row[1] {
                "month" => Class::MONTH,
                "weekday" => Class::WEEKDAY,
                _ => {
                    self.add(&row[0], Class::OPENS_DATE);
                    continue;
                }
            };
            self.add_name(&row[0], class);
            if row[0].len() > 4 && !matches!(&row[0], "March" | "August") {
                self.add(&row[0].to_lowercase(), class);
            }
        }
        for row in rows(include_str!("../data/number_words.csv")) {
            let class = match &row[1] {
                "scale" => Class::SCALE.with(Class::NUMBER_WORD),
                "ordinal" => Class::ORDINAL,
                _ => Class::NUMBER_WORD,
            };
            self.add(&row[0], class);
        }
    }
}

fn gender(cell: &str) -> Class {
    match cell {
        "m" => Class::MALE,
        "f" => Class::FEMALE,
        _ => Class::NONE,
    }
}

fn noun_kind(cell: &str) -> Class {
    match cell {
        "people" => Class::PEOPLE,
        "group" => Class::GROUP_NOUN,
        "time" => Class::TIME_NOUN,
        "measure" => Class::MEASURE_NOUN,
        "speech" => Class::SPEECH_NOUN,
        "document" | "evidence" => Class::DOCUMENT_NOUN,
        _ => Class::NONE,
    }
}

fn closed_class(cell: &str) -> Option<Class> {
    Some(match cell {
        "det" => Class::DET,
        "poss" => Class::POSS,
        "quant" => Class::QUANT,
        "pron_subj" => Class::PRON_SUBJ,
        "pron_obj" => Class::PRON_OBJ,
        "pron_poss" | "pron_refl" | "pron_indef" | "pron_dem" => Class::PRON_OTHER,
        "wh" => Class::WH,
        "prep" => Class::PREP,
        "conj" => Class::CONJ,
        "sub" => Class::SUB,
        "aux_be" => Class::BE,
        "aux_have" => Class::HAVE,
        "aux_do" => Class::DO,
        "modal" => Class::MODAL,
        "neg" => Class::NEG,
        "to" => Class::TO,
        "part" => Class::PARTICLE,
        "intj" => Class::INTERJECTION,
        "expl" => Class::EXPLETIVE,
        _ => return None,
    })
}
