//! Sources as written to the people and organisations they mean: names, surnames,
//! offices and descriptions, pronouns. When unsure the name stays open, and the rule
//! says why.

mod describe;
mod organisation;
mod pronoun;

use crate::attribution::Found;
use crate::class::Class;
use crate::doc::Doc;
use crate::mention::NameRun;
use crate::phrase::{NounPhrase, Phrases};
use crate::quotation::Quotations;
use crate::register::{Register, description};
use crate::tag::Tag;
use claimbook_model::Rule;
use claimbook_model::annotation::{Because, Source};
use organisation::Organisations;
use rustc_hash::FxHashMap;
use std::ops::Range;

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $text:literal, [$($example:literal),*], [$($counter:literal),*];)+) => {
        $($(#[$doc])* pub(crate) const $name: Rule = Rule {
            id: $id,
            layer: "resolve",
            doc: $text,
            examples: &[$($example),*],
            counter_examples: &[$($counter),*],
        };)+
        /// Rules of this room; the found words are the sources that they resolve or leave.
        pub(crate) const RULES: [&Rule; 14] = [$(&$name),+];
    };
}

rules! {
    /// A full name.
    NAME = "resolve-name", "A source that gives a person's full name.",
        ["[Ann Okafor] said that the dam would hold."], ["The dam would hold, she said."];
    /// A surname.
    SURNAME = "resolve-surname", "A surname or first name of a person named in full elsewhere in the article.",
        ["Ann Okafor inspected the dam. [Okafor] said that it would hold."], ["The ministry said that the dam would hold."];
    /// A surname alone.
    SURNAME_ALONE = "resolve-surname-alone", "A surname that the article never gives in full: the surname is the name.",
        ["[Mr. Okafor] said that the dam would hold."], ["Ann Okafor said that the dam would hold."];
    /// Two people.
    SHARED = "resolve-shared-surname", "A surname of two people of the article, with nothing to choose by: left open.",
        ["Ann Okafor met Ben Okafor there. [Okafor] said that they would stay."], ["Ann Okafor said that the dam would hold."];
    /// An organisation.
    ORGANISATION = "resolve-organisation", "An organisation, country or document by its name.",
        ["[The Kenyan energy ministry] said that the dam would hold."], ["Okafor said that the dam would hold."];
    /// An organisation by its head noun.
    ORGANISATION_AGAIN = "resolve-organisation-again", "An organisation by its head noun or short form, named in full before.",
        ["The Kenyan energy ministry closed the dam. [The ministry] said that it would hold."], ["Okafor said that the dam would hold."];
    /// An acronym.
    ACRONYM = "resolve-acronym", "An acronym given in brackets after a name, or made of the first letters of one.",
        ["The World Dam Board (WDB) met. [The WDB] said that it would hold.",
         "The World Dam Board met in Lima. [The WDB] said that it would hold."],
        ["The EIB met the board. The EIB said that it would hold."];
    /// An office.
    ROLE = "resolve-role", "A description that fits the office of one person of the article.",
        ["Energy Minister Ann Okafor inspected the dam. [The minister] said that it would hold."], ["Okafor said that the dam would hold."];
    /// Named later.
    LATER = "resolve-named-later", "An office whose holder is named as the next speaker.",
        ["[The head of the dam authority] said that it would hold.\n\n\"It is safe,\" Ann Okafor said."], ["Okafor said that the dam would hold."];
    /// The last speaker.
    LAST = "resolve-last-speaker", "A description with \"the\" for the person who spoke last.",
        ["\"It is safe,\" Ann Okafor said. [The engineer] added that it would hold."], ["Okafor said that the dam would hold."];
    /// A pronoun.
    PRONOUN = "resolve-pronoun", "A pronoun for the speaker or subject before it, by number and gender.",
        ["Ann Okafor inspected the dam. [She] said that it would hold."], ["Okafor said that the dam would hold."];
    /// A pronoun that stays open.
    PRONOUN_OPEN = "resolve-pronoun-open", "A pronoun without one clear person before it: left open.",
        ["[We] said that the dam would hold."], ["Okafor said that the dam would hold."];
    /// Somebody unnamed.
    UNNAMED = "resolve-unnamed", "An unnamed person or group: the description is the role, the name stays open.",
        ["[Two officials familiar with the talks] said that the dam would hold."], ["Okafor said that the dam would hold."];
    /// A relative.
    RELATIVE = "resolve-relative", "A relative pronoun for the name before it.",
        ["Ann Okafor, [who] said that the dam would hold, left."], ["Okafor said that the dam would hold."];
}

/// Whom a source means.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Meaning {
    person: Option<usize>,
    name: Option<String>,
    role: Option<String>,
    /// More than one, or an organisation.
    group: bool,
    confidence: u8,
    rule: &'static str,
    because: Vec<Because>,
}

/// Who spoke last.
#[derive(Debug, Clone)]
struct Spoken {
    meaning: Meaning,
    at: usize,
}

struct Resolver<'a, 't> {
    doc: &'a Doc<'t>,
    phrases: &'a Phrases,
    quotations: &'a Quotations,
    register: Register<'t>,
    runs: &'a [NameRun],
    /// Organisations named so far.
    organisations: Organisations<'t>,
    /// How many noun phrases were read for organisations.
    read: usize,
    last: Option<Spoken>,
    /// Persons that a description is known to mean, by its first token.
    later: FxHashMap<usize, usize>,
}

/// The sources of `found`, resolved; `nested` tells which lie inside others.
pub(crate) fn sources(
    doc: &Doc<'_>,
    phrases: &Phrases,
    quotations: &Quotations,
    found: &[Found],
    nested: &[bool],
) -> Vec<Option<Source>> {
    let runs = crate::mention::names(doc, phrases);
    let mut resolver = Resolver {
        doc,
        phrases,
        quotations,
        register: Register::of(doc, phrases, &runs),
        runs: &runs,
        organisations: Organisations::default(),
        read: 0,
        last: None,
        later: FxHashMap::default(),
    };
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|n| (found[*n].cue.start, *n));
    resolver.link_later(found, &order);
    let mut out = vec![None; found.len()];
    for n in order {
        let Some(span) = &found[n].source else {
            continue;
        };
        resolver.read_organisations(span.start);
        let meaning = resolver.meaning(span.clone());
        if !nested[n] {
            resolver.last = Some(Spoken {
                meaning: meaning.clone(),
                at: span.start.max(found[n].cue.start),
            });
        }
        out[n] = Some(Source {
            spans: vec![doc.span_of(span.clone())],
            name: meaning.name,
            role: meaning.role,
            confidence: meaning.confidence,
            rule: meaning.rule,
            because: meaning.because,
        });
    }
    out
}

impl Resolver<'_, '_> {
    /// Whom the words of a source mean.
    fn meaning(&mut self, span: Range<usize>) -> Meaning {
        let first = span.start;
        if self.doc.tag(first) == Tag::Wh {
            return self.relative(first);
        }
        let pronoun = self.doc.tag(first) == Tag::Pronoun || self.doc.can_be(first, Class::POSS);
        if pronoun && span.len() == 1 {
            return pronoun::meaning(self, first);
        }
        let Some(phrase) = self.phrases.noun_at(first) else {
            return self.unnamed(span);
        };
        let (span, phrase) = self.possessor(span, phrase.clone());
        if let Some(meaning) = self.joined(&span, &phrase) {
            return meaning;
        }
        if let Some(run) = self.named(&span, &phrase) {
            return self.by_name(&run);
        }
        describe::meaning(self, span, &phrase)
    }

    /// The owner's phrase of a possessive source ("Ann Okafor's"), else the source as it is.
    fn possessor(&self, span: Range<usize>, phrase: NounPhrase) -> (Range<usize>, NounPhrase) {
        let last = span.end - 1;
        let owned = self.doc.tag(last) == Tag::Possessive && phrase.tokens.contains(&last);
        if !owned || last == span.start {
            return (span, phrase);
        }
        let owner = NounPhrase {
            tokens: phrase.tokens.start..last,
            head: last - 1,
        };
        (span.start..last, owner)
    }

    /// "Ann Okafor, who said": the name right before the relative pronoun.
    fn relative(&mut self, at: usize) -> Meaning {
        let before = at - usize::from(at > 0 && self.doc.is_mark(at - 1, b','));
        let phrase = before.checked_sub(1).and_then(|i| self.phrases.noun_at(i));
        let Some(phrase) = phrase.cloned() else {
            return self.open(RELATIVE.id, "nobody named before", at..at + 1);
        };
        let mut meaning = match self.named(&phrase.tokens, &phrase) {
            Some(run) => self.by_name(&run),
            None => describe::meaning(self, phrase.tokens.clone(), &phrase),
        };
        meaning.rule = RELATIVE.id;
        meaning
    }

    /// The name that is the head of the source, or stands in apposition to it.
    fn named(&self, span: &Range<usize>, phrase: &NounPhrase) -> Option<NameRun> {
        let ending = |last: usize| {
            let at = self.runs.partition_point(|r| r.name.end <= last);
            self.runs
                .get(at)
                .filter(|r| r.name.contains(&last))
                .cloned()
        };
        let head = ending(phrase.head).filter(|r| self.is_known(r));
        let head = head.or_else(|| self.holder(span, phrase));
        head.or_else(|| {
            let comma = (phrase.tokens.end..span.end).find(|i| self.doc.is_mark(*i, b','))?;
            let next = self.phrases.noun_at(comma + 1)?;
            let apposed = next.tokens.start == comma + 1 && next.tokens.end <= span.end;
            ending(next.head).filter(|r| apposed && self.is_known(r))
        })
    }

    /// "Secretary of State Ann Okafor": the name whose office begins with the phrase.
    fn holder(&self, span: &Range<usize>, phrase: &NounPhrase) -> Option<NameRun> {
        let from = self
            .runs
            .partition_point(|r| r.name.start < phrase.tokens.end);
        let run = self.runs.get(from)?;
        let held = !run.before.is_empty() && phrase.tokens.contains(&run.before.start);
        (held && run.name.end <= span.end).then(|| run.clone())
    }

    /// Whether the run is a mention of a person, or looks like one.
    fn is_known(&self, run: &NameRun) -> bool {
        let mention = self
            .register
            .mentions_in(run.name.start..run.name.start + 1);
        !mention.is_empty()
            || run.name.len() == 1
                && self.looks_like_surname(run)
                && !self
                    .organisations
                    .begins_with(self.doc.text_of(run.name.start))
    }

    /// A single unknown name word without article.
    fn looks_like_surname(&self, run: &NameRun) -> bool {
        let start = run.name.start;
        let alone = start == 0 || self.doc.tag(start - 1) != Tag::Determiner;
        alone
            && self
                .phrases
                .noun_at(start)
                .is_some_and(|n| n.tokens == run.name)
    }

    fn by_name(&self, run: &NameRun) -> Meaning {
        let mention = self
            .register
            .mentions_in(run.name.start..run.name.start + 1);
        let Some((_, person)) = mention.first().copied() else {
            return self.surname_alone(run);
        };
        let word = crate::mention::family(self.doc, &run.name);
        let sharing = self.register.with_family(word);
        if run.name.len() == 1 && sharing.len() > 1 {
            return self.choose(run, sharing);
        }
        let rule = if run.name.len() > 1 {
            NAME.id
        } else {
            SURNAME.id
        };
        let full = self.register.people[person].name.len() > 1;
        let mut meaning = self.person(person, if run.name.len() > 1 { 97 } else { 92 }, rule);
        if !full {
            meaning.rule = SURNAME_ALONE.id;
            meaning.confidence = 70;
        }
        meaning
    }

    /// A surname that several people share: the last speaker or latest full form, if
    /// gender does not forbid it and the others are far.
    fn choose(&self, run: &NameRun, sharing: &[usize]) -> Meaning {
        let fits = |p: &&usize| {
            let gender = self.register.people[**p].gender;
            run.gender == Class::NONE || gender == Class::NONE || gender == run.gender
        };
        let fitting: Vec<usize> = sharing.iter().filter(fits).copied().collect();
        if let [only] = fitting.as_slice() {
            return self.person(*only, 88, SURNAME.id);
        }
        let sentence = self.doc.sentence_of(run.name.start);
        let near = self.doc.sentences[sentence.saturating_sub(4)].tokens.start;
        let recent: Vec<usize> = fitting
            .iter()
            .copied()
            .filter(|p| self.full_form_in(*p, near..run.name.start))
            .collect();
        match recent.as_slice() {
            [only] => self.person(*only, 70, SURNAME.id),
            _ => match self.last.as_ref().and_then(|l| l.meaning.person) {
                Some(last) if fitting.contains(&last) && recent.is_empty() => {
                    self.person(last, 60, SURNAME.id)
                }
                _ => self.shared(&fitting),
            },
        }
    }

    /// A surname that stays open, with those whom it may mean.
    fn shared(&self, fitting: &[usize]) -> Meaning {
        let could_be = |p: &usize| self.shown("may mean", self.register.people[*p].name.clone());
        Meaning {
            because: fitting.iter().map(could_be).collect(),
            rule: SHARED.id,
            ..Meaning::default()
        }
    }

    /// A source that stays open, and why.
    fn open(&self, rule: &'static str, why: &'static str, words: Range<usize>) -> Meaning {
        Meaning {
            because: vec![self.shown(why, words)],
            rule,
            ..Meaning::default()
        }
    }

    fn shown(&self, what: &'static str, words: Range<usize>) -> Because {
        Because {
            what,
            span: self.doc.span_of(words),
        }
    }

    /// Whether the person is named in full inside a range.
    fn full_form_in(&self, person: usize, range: Range<usize>) -> bool {
        self.register
            .mentions_in(range)
            .iter()
            .any(|(at, p)| *p == person && self.run_at(*at).is_some_and(|r| r.name.len() > 1))
    }

    fn run_at(&self, start: usize) -> Option<&NameRun> {
        let at = self.runs.partition_point(|r| r.name.start < start);
        self.runs.get(at).filter(|r| r.name.start == start)
    }

    fn surname_alone(&self, run: &NameRun) -> Meaning {
        Meaning {
            name: Some(self.words(run.name.clone())),
            confidence: 60,
            rule: SURNAME_ALONE.id,
            because: vec![self.shown("never named in full", run.name.clone())],
            ..Meaning::default()
        }
    }

    /// A person of the register as the meaning of a source.
    fn person(&self, person: usize, confidence: u8, rule: &'static str) -> Meaning {
        let known = &self.register.people[person];
        let mut because = vec![self.shown("full name", known.name.clone())];
        let role = known.role.clone();
        because.extend(role.map(|role| self.shown("role", role)));
        Meaning {
            person: Some(person),
            name: Some(self.words(known.name.clone())),
            role: known.role.clone().map(|r| self.words(r)),
            group: false,
            confidence,
            rule,
            because,
        }
    }

    /// "Ann Okafor and Ben Mwangi": both names.
    fn joined(&self, span: &Range<usize>, phrase: &NounPhrase) -> Option<Meaning> {
        let link = phrase.tokens.end;
        let next = self.phrases.noun_at(link + 1)?;
        let joins = link < span.end && self.doc.is(link, "and") && next.tokens.end <= span.end;
        if !joins || next.tokens.start != link + 1 {
            return None;
        }
        let one = |p: &NounPhrase| {
            let run = self.named(&p.tokens, p)?;
            self.by_name(&run).name
        };
        let place = |p: &NounPhrase| {
            let name = self.doc.tag(p.head) == Tag::Name;
            name.then(|| self.words(p.tokens.clone()))
        };
        let (a, b) = (
            one(phrase).or_else(|| place(phrase))?,
            one(next).or_else(|| place(next))?,
        );
        Some(Meaning {
            name: Some(format!("{a} and {b}")),
            group: true,
            confidence: 80,
            rule: NAME.id,
            ..Meaning::default()
        })
    }

    fn unnamed(&self, span: Range<usize>) -> Meaning {
        let comma = span.clone().find(|i| self.doc.is_mark(*i, b','));
        let phrase = span.start..comma.unwrap_or(span.end);
        let role = description(self.doc, self.phrases, phrase.clone());
        let role = role.start..role.end.min(phrase.end).max(role.start + 1);
        Meaning {
            because: vec![self.shown("nobody of this description is named", role.clone())],
            role: Some(self.words(role)),
            group: true,
            confidence: 30,
            rule: UNNAMED.id,
            ..Meaning::default()
        }
    }

    /// The words of a range, blanks and line ends folded.
    fn words(&self, range: Range<usize>) -> String {
        let text = self.doc.text_of_range(range);
        let mut out = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
        out
    }
}
