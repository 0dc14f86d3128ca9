//! What a comparison gives: rows, their members, and how these relate.

use claimbook_model::{ArticleMeta, Claim, Unit};

/// One claim that takes part in a comparison.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// The article that makes it.
    pub article: &'a ArticleMeta,
    /// The claim, with its corrections not yet applied.
    pub claim: &'a Claim,
    /// Where the figure stands in the article's text, in code points, if known.
    pub at: Option<(usize, usize)>,
    /// Where the words said stand, in code points, from the first to the last.
    pub words_at: Option<(usize, usize)>,
}

/// How two claims of one row relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Their values meet.
    Agree,
    /// Their values exclude each other.
    Conflict,
    /// The later one replaces the earlier one.
    Update,
    /// They look alike but answer different questions.
    NotComparable,
}

/// What a row says as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowVerdict {
    /// At least one pair excludes each other, none is replaced.
    Conflict,
    /// Both conflicts and updates.
    Mixed,
    /// Values moved on over time.
    Update,
    /// All values meet.
    Agree,
    /// The row has claims of one article only.
    Single,
}

/// Whether a row compares figures or words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKind {
    /// Figures.
    Quantity,
    /// Words said.
    Quote,
}

/// How close the renderings of one utterance are, from close to far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fidelity {
    /// The same words.
    Verbatim,
    /// One is a part of the other.
    Shortened,
    /// Words inside the quotation differ.
    Altered,
    /// One of them is indirect speech.
    Paraphrase,
}

/// A claim in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// Index into the items that were compared.
    pub item: usize,
    /// Number of its origin: members that reprint one agency's text share one.
    pub origin: usize,
}

/// One weight of a sum.
#[derive(Debug, Clone, PartialEq)]
pub struct Weight {
    /// What it weighs: `measure`, `sentence`, `names`, `story`, `value`, `doubts`.
    pub name: &'static str,
    /// What it adds; negative where it speaks against.
    pub weight: f32,
    /// What earned it: the words that both share, most telling first, as the
    /// articles write them; of names and doubts also the reasons.
    pub words: Vec<String>,
}

/// What brings two claims together.
#[derive(Debug, Clone, PartialEq)]
pub enum Grounds {
    /// Of figures.
    Weights {
        /// What speaks for and against one question.
        weights: Vec<Weight>,
        /// Their sum.
        total: f32,
        /// The sum that links two figures; those that others bring together
        /// need less.
        needed: f32,
    },
    /// Of words said: the speakers, the words that both share, what tells.
    Words(Vec<String>),
}

/// A relation between two members and the reason for it in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Index into the row's members.
    pub a: usize,
    /// Index into the row's members.
    pub b: usize,
    /// How they relate.
    pub relation: Relation,
    /// Why, in a sentence.
    pub why: String,
    /// What brings them together, where [`explain`](crate::Options::explain) asks.
    pub grounds: Option<Grounds>,
}

/// A stretch of a word diff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiffWord {
    /// Words that both have.
    Same(String),
    /// Words that only the first has.
    Removed(String),
    /// Words that only the second has.
    Added(String),
}

/// The word diff of two renderings of an utterance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordDiff {
    /// Index into the row's members.
    pub a: usize,
    /// Index into the row's members.
    pub b: usize,
    /// The stretches in order.
    pub words: Vec<DiffWord>,
}

/// Claims of several articles that answer the same question.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Stable name, made from the ids of its claims.
    pub id: String,
    /// Figures or words.
    pub kind: RowKind,
    /// What is counted or measured; for words, the speaker.
    pub measure: String,
    /// What narrows the measure, in order of reading: parties or place, kind,
    /// direction, period ("Venezuela", "running total").
    pub qualifiers: Vec<String>,
    /// The unit; none for words.
    pub unit: Option<Unit>,
    /// What the row says as a whole.
    pub verdict: RowVerdict,
    /// For words: the loosest rendering among its pairs.
    pub fidelity: Option<Fidelity>,
    /// The series that people keep this row under.
    pub series: Option<String>,
    /// Its claims, by reference time, then article and place in it.
    pub members: Vec<Member>,
    /// Relations between members, worst first.
    pub relations: Vec<Link>,
    /// For altered words: the diffs.
    pub diffs: Vec<WordDiff>,
    /// What the row says, in sentences for a reader.
    pub summary: Vec<String>,
}

/// Two claims that look alike and were kept apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// Index into the items.
    pub a: usize,
    /// Index into the items.
    pub b: usize,
    /// Why they are not compared, in words.
    pub why: String,
}

/// The outcome of comparing claims.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// Rows, conflicts first.
    pub rows: Vec<Row>,
    /// Look-alikes that were kept apart, with the reason.
    pub apart: Vec<Apart>,
    /// How many claims stand in no row of several articles.
    pub alone: usize,
}
