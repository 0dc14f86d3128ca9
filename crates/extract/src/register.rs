//! The people of an article: full names, the offices seen beside them, gender
//! evidence, and where each is mentioned.

use crate::class::Class;
use crate::doc::Doc;
use crate::mention::{NameRun, family, gender_of};
use crate::phrase::Phrases;
use crate::quotation::Quotations;
use crate::tag::Tag;
use crate::token::Kind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// One person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Person {
    /// The fullest form of the name.
    pub(crate) name: Range<usize>,
    /// Office or description, as seen beside the name.
    pub(crate) role: Option<Range<usize>>,
    /// Male, female or unknown.
    pub(crate) gender: Class,
    /// First token of each mention, in order.
    pub(crate) mentions: Vec<usize>,
}

/// The people of an article.
#[derive(Debug, Default)]
pub(crate) struct Register<'t> {
    /// By first mention.
    pub(crate) people: Vec<Person>,
    by_family: FxHashMap<&'t str, Vec<usize>>,
    /// The first person with each first name.
    by_given: FxHashMap<&'t str, usize>,
    /// Person by first token of a mention, for mentions in text order.
    mentions: Vec<(usize, usize)>,
}

/// Longest description that is taken as a role, in tokens.
const ROLE: usize = 14;

impl<'t> Register<'t> {
    /// Reads the article's names: full forms first, then single names that fit them.
    pub(crate) fn of(doc: &Doc<'t>, phrases: &Phrases, runs: &[NameRun]) -> Self {
        let mut register = Self::default();
        for run in runs
            .iter()
            .filter(|r| r.name.len() > 1 && is_person(doc, r))
        {
            register.add_full(doc, phrases, run);
        }
        for run in runs.iter().filter(|r| r.name.len() == 1) {
            register.add_single(doc, phrases, run);
        }
        register.mentions.sort_unstable();
        for (at, person) in &register.mentions {
            register.people[*person].mentions.push(*at);
        }
        register
    }

    /// The people with this family name, in text order.
    pub(crate) fn with_family(&self, name: &str) -> &[usize] {
        self.by_family.get(name).map_or(&[], Vec::as_slice)
    }

    /// Mentions (first token, person) that begin inside a range.
    pub(crate) fn mentions_in(&self, range: Range<usize>) -> &[(usize, usize)] {
        let from = self.mentions.partition_point(|m| m.0 < range.start);
        let to = self.mentions.partition_point(|m| m.0 < range.end);
        &self.mentions[from..to.max(from)]
    }

    fn add_full(&mut self, doc: &Doc<'t>, phrases: &Phrases, run: &NameRun) {
        let family = family(doc, &run.name);
        let same = self
            .with_family(family)
            .iter()
            .copied()
            .find(|p| same_given(doc, &self.people[*p].name, &run.name));
        let index = same.unwrap_or_else(|| {
            let next = self.people.len();
            self.by_family.entry(family).or_default().push(next);
            let given = doc.text_of(run.name.start);
            self.by_given.entry(given).or_insert(next);
            self.people.push(Person {
                name: run.name.clone(),
                role: None,
                gender: given_gender(doc, &run.name),
                mentions: Vec::new(),
            });
            self.people.len() - 1
        });
        if run.name.len() > self.people[index].name.len() {
            self.people[index].name = run.name.clone();
        }
        self.learn(doc, phrases, run, index);
    }

    fn add_single(&mut self, doc: &Doc<'t>, phrases: &Phrases, run: &NameRun) {
        let word = doc.text_of(run.name.start);
        let known = self.with_family(word);
        let fitting = known.iter().copied().rfind(|p| {
            let person = &self.people[*p];
            let clash = person.gender != Class::NONE
                && run.gender != Class::NONE
                && person.gender != run.gender;
            !clash && (person.name.start < run.name.start || known.len() == 1)
        });
        let by_given = || self.by_given.get(word).copied();
        let described = run.gender != Class::NONE || !run.before.is_empty();
        let index = match fitting.or_else(by_given) {
            Some(index) => index,
            None if described => {
                self.by_family
                    .entry(word)
                    .or_default()
                    .push(self.people.len());
                self.people.push(Person {
                    name: run.name.clone(),
                    role: None,
                    gender: run.gender,
                    mentions: Vec::new(),
                });
                self.people.len() - 1
            }
            None => return,
        };
        self.learn(doc, phrases, run, index);
    }

    /// Takes role and gender from what stands around a mention.
    fn learn(&mut self, doc: &Doc<'t>, phrases: &Phrases, run: &NameRun, index: usize) {
        self.mentions.push((run.name.start, index));
        let person = &mut self.people[index];
        if person.gender == Class::NONE {
            person.gender = run.gender;
        }
        if person.role.is_none() {
            person.role = role_before(doc, run)
                .or_else(|| apposition(doc, phrases, run))
                .or_else(|| role_in_front(doc, phrases, run));
        }
        if let Some(role) = &person.role
            && person.gender == Class::NONE
        {
            let all = role
                .clone()
                .fold(Class::NONE, |g, i| g.with(doc.entry(i).class));
            person.gender = gender_of(all);
        }
    }
}

/// A run of two words or more that is a person and no organisation.
fn is_person(doc: &Doc<'_>, run: &NameRun) -> bool {
    let given = doc.can_be(run.name.start, Class::GIVEN_NAME);
    let start = run.name.start;
    let article = start > 0 && doc.tag(start - 1) == Tag::Determiner;
    let named = given || run.gender != Class::NONE || !run.before.is_empty();
    named || !article && !ends_in_a_common_word(doc, run)
}

/// "Norvik Shipping": the last word is a noun of the language.
fn ends_in_a_common_word(doc: &Doc<'_>, run: &NameRun) -> bool {
    doc.entry(run.name.end - 1)
        .class
        .any(Class::NOUN.with(Class::ADJECTIVE))
}

/// Whether two full names can be of one person: equal first names, or an initial
/// ("J. Lee") that fits.
fn same_given(doc: &Doc<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    let (a, b) = (doc.text_of(a.start), doc.text_of(b.start));
    let initial = |x: &str, y: &str| x.len() <= 2 && y.starts_with(x.trim_end_matches('.'));
    a == b || initial(a, b) || initial(b, a)
}

fn given_gender(doc: &Doc<'_>, name: &Range<usize>) -> Class {
    gender_of(doc.entry(name.start).as_name)
}

/// "Russian Deputy Prime Minister Yury Borisov", without "the" or a possessor.
fn role_before(doc: &Doc<'_>, run: &NameRun) -> Option<Range<usize>> {
    let mut role = run.before.clone();
    while !role.is_empty()
        && doc.can_be(role.end - 1, Class::TITLE)
        && !doc.can_be(role.end - 1, Class::ROLE)
    {
        role.end -= 1;
    }
    (!role.is_empty()).then_some(role)
}

/// "Yury Borisov, the deputy prime minister,".
fn apposition(doc: &Doc<'_>, phrases: &Phrases, run: &NameRun) -> Option<Range<usize>> {
    let comma = run.name.end;
    if !doc.is_mark(comma, b',') {
        return None;
    }
    let mut start = comma + 1;
    if doc.is_kind(start, Kind::Number) && doc.is_mark(start + 1, b',') {
        start += 2;
    }
    let phrase = phrases.noun_at(start).filter(|n| n.tokens.start == start)?;
    let names_person = doc.can_be(phrase.head, Class::ROLE.with(Class::PEOPLE))
        && !doc.can_be(phrase.head, Class::GIVEN_NAME);
    names_person.then(|| description(doc, phrases, phrase.tokens.clone()))
}

/// "the vice-president for economic issues, Tareck El Aissami".
fn role_in_front(doc: &Doc<'_>, phrases: &Phrases, run: &NameRun) -> Option<Range<usize>> {
    let comma = run.name.start.checked_sub(1)?;
    if !doc.is_mark(comma, b',') {
        return None;
    }
    let mut phrase = phrases.noun_at(comma.checked_sub(1)?)?;
    let mut steps = 0;
    while !doc.can_be(phrase.head, Class::ROLE) && steps < 3 {
        let link = phrase.tokens.start.checked_sub(1)?;
        if doc.tag(link) != Tag::Preposition {
            return None;
        }
        phrase = phrases.noun_at(link.checked_sub(1)?)?;
        steps += 1;
    }
    let role =
        doc.can_be(phrase.head, Class::ROLE) && doc.tag(phrase.tokens.start) == Tag::Determiner;
    role.then(|| without_article(doc, phrase.tokens.start..comma))
}

/// A role phrase with what is tied to it, without its article.
pub(crate) fn description(doc: &Doc<'_>, phrases: &Phrases, phrase: Range<usize>) -> Range<usize> {
    let mut end = phrase.end;
    while end < phrase.start + ROLE && doc.tag(end) == Tag::Preposition {
        match phrases
            .noun_at(end + 1)
            .filter(|n| n.tokens.start == end + 1)
        {
            Some(next) => end = next.tokens.end,
            None => break,
        }
    }
    without_article(doc, phrase.start..end)
}

fn without_article(doc: &Doc<'_>, mut range: Range<usize>) -> Range<usize> {
    let article = ["the", "a", "an"].iter().any(|w| doc.is(range.start, w));
    if article && range.len() > 1 {
        range.start += 1;
    }
    range
}

/// The person mentions outside quotation marks in a range.
pub(crate) fn plain_mentions<'r>(
    register: &'r Register<'_>,
    quotations: &'r Quotations,
    range: Range<usize>,
) -> impl DoubleEndedIterator<Item = (usize, usize)> + 'r {
    register
        .mentions_in(range)
        .iter()
        .copied()
        .filter(|(at, _)| !quotations.holds(*at))
}
