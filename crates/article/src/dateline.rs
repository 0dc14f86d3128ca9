//! The dateline of a wire report: place, day and agency before the first word.
//!
//! Forms, each with its reason to be sure:
//!
//! | form | example | what makes it certain |
//! |---|---|---|
//! | signed | `KYIV, Ukraine (AP) — `, `MOSCOW, January 12. /TASS/. ` | a listed agency or outlet, or a full date, in the bracket |
//! | likely | `SPRINGFIELD (Deep Valley News) - ` | an outlet's kind of name, capitals before, a dash after |
//! | dated | `NEW YORK, Jan. 5 — ` | capitals, a day, a dash |
//! | bare | `NEW YORK — ` | capitals that are no label or acronym, a dash, a capital after |
//!
//! What is none of these stays prose: "MOSCOW has said", "WASHINGTON (the
//! president's home) is".

use crate::place::{self, Case, Name};
use crate::signature::{self, Signature};
use crate::{dates, dates::Day};
use chrono::NaiveDate;

/// Longest dateline, in bytes.
const MAX_LEN: usize = 200;

/// Most regions after a place ("SPRINGFIELD, Ill., United States").
const MAX_REGIONS: usize = 2;

/// Dashes that end a dateline.
const DASHES: [char; 5] = ['-', '–', '—', '―', '‒'];

/// A dateline and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Dateline {
    /// Bytes up to where prose begins.
    pub(crate) len: usize,
    /// The place in prose writing, with its region: "Kyiv, Ukraine".
    pub(crate) place: Option<String>,
    /// The outlet that signs.
    pub(crate) publisher: Option<String>,
    /// The agency that signs.
    pub(crate) agency: Option<String>,
    /// The day, if its year is given.
    pub(crate) published: Option<NaiveDate>,
}

/// The dateline that `line` begins with.
pub(crate) fn read(line: &str) -> Option<Dateline> {
    let head = clip(line);
    let initial = head.chars().next()?;
    if !initial.is_uppercase() && initial != '(' && initial != '/' {
        return None;
    }
    let parts = Parts::of(head);
    parts.holds(head).then(|| parts.dateline())
}

/// The beginning of `line`, at most [`MAX_LEN`] bytes.
fn clip(line: &str) -> &str {
    let mut end = line.len().min(MAX_LEN);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    &line[..end]
}

/// Whether `c` is a blank within a line.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// What stands between the head and the prose.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Ending {
    /// A dash with a blank on one side at least.
    Dash,
    /// A colon, or another mark.
    Mark,
    /// Blanks or nothing.
    #[default]
    None,
}

/// What stands at the beginning of a line, in order.
#[derive(Default)]
struct Parts<'t> {
    name: Option<Name<'t>>,
    regions: Vec<Name<'t>>,
    day: Option<Day>,
    signature: Option<Signature>,
    end: Ending,
    /// Bytes taken so far; in the end, where prose would begin.
    len: usize,
}

impl<'t> Parts<'t> {
    /// Takes `head` apart.
    fn of(head: &'t str) -> Self {
        let mut parts = Self::default();
        parts.take_day(head);
        if parts.day.is_none() {
            parts.take_place(head);
            parts.take_day(&head[parts.len..]);
        }
        if let Some((signature, len)) = signature_after(&head[parts.len..]) {
            parts.signature = Some(signature);
            parts.len += len;
        }
        let (end, len) = ending(&head[parts.len..]);
        parts.end = end;
        parts.len += len;
        parts
    }

    /// Takes the day that `rest` begins with, after a comma or a stop.
    fn take_day(&mut self, rest: &str) {
        let next = rest.trim_start_matches(|c| is_blank(c) || matches!(c, ',' | '.'));
        if let Some((day, len)) = dates::prefix(next) {
            self.day = Some(day);
            self.len += rest.len() - next.len() + len;
        }
    }

    /// Takes the place and its regions: "KYIV, Ukraine", `New Delhi [India]`.
    fn take_place(&mut self, head: &'t str) {
        self.name = place::read(head);
        let Some(name) = self.name else {
            return;
        };
        self.len = name.text.len();
        while self.regions.len() < MAX_REGIONS
            && let Some((region, len)) = region(&head[self.len..])
        {
            self.len += len;
            if !dates::is_weekday(region.text) {
                self.regions.push(region);
            }
        }
    }

    /// Whether the parts make one of the forms of a dateline.
    fn holds(&self, head: &str) -> bool {
        let prose = &head[self.len..];
        let upper = self.name.is_some_and(|n| n.case == Case::Upper);
        let dash = self.end == Ending::Dash;
        match &self.signature {
            Some(s) if s.is_certain() => self.is_signed(s, upper, prose),
            Some(s) => upper && dash && s.is_likely() && begins_sentence(prose),
            None if self.day.is_some() => upper && dash && begins_sentence(prose),
            None => upper && dash && self.may_be_bare() && begins_sentence(prose),
        }
    }

    /// Whether a certain signature makes a dateline here: names in plain writing
    /// need a day or a mark, since "John Smith (AP)" is a credit.
    fn is_signed(&self, signature: &Signature, upper: bool, prose: &str) -> bool {
        let marked = self.end != Ending::None;
        let led = marked || begins_sentence(prose) || prose.is_empty();
        match self.name {
            Some(_) if upper => led,
            Some(_) => signature.known && led && (marked || self.day.is_some()),
            None => signature.known && marked && !prose.is_empty(),
        }
    }

    /// Whether place and dash alone make a dateline.
    fn may_be_bare(&self) -> bool {
        let region = |r: &Name<'_>| {
            r.case == Case::Title
                || r.text.contains('.')
                || (r.words <= 2 && r.is_long() && r.may_stand_alone())
        };
        let named = |n: Name<'_>| n.may_stand_alone() && (n.is_long() || !self.regions.is_empty());
        self.name.is_some_and(named) && self.regions.iter().all(region)
    }

    /// The dateline of these parts.
    fn dateline(self) -> Dateline {
        let signature = self.signature.unwrap_or_default();
        let place = self.name.map(|name| {
            let mut place = name.prose();
            for region in self.regions {
                place.push_str(", ");
                let short = region.text.chars().count() <= 3;
                let prose = region.prose();
                place.push_str(if short { region.text } else { &prose });
            }
            place
        });
        Dateline {
            len: self.len,
            place,
            publisher: signature.publisher,
            agency: signature.agency,
            published: signature.published.or(self.day.and_then(Day::date)),
        }
    }
}

/// The region after a place, ", Ukraine" or ` [India]`, and the bytes it takes.
fn region(rest: &str) -> Option<(Name<'_>, usize)> {
    let (inside, close) = match rest.strip_prefix(", ") {
        Some(inside) => (inside, ""),
        None => (rest.strip_prefix(" [")?, "]"),
    };
    let region = place::read(inside).filter(|_| dates::prefix(inside).is_none())?;
    let len = region.text.len();
    let closed = inside[len..].starts_with(close);
    closed.then_some((region, rest.len() - inside.len() + len + close.len()))
}

/// The signature after blanks, commas, stops or dashes, and the bytes up to its end.
fn signature_after(rest: &str) -> Option<(Signature, usize)> {
    let next = rest.trim_start_matches(|c| is_blank(c) || matches!(c, ',' | '.' | '-' | '–' | '—'));
    let signature = signature::read(next)?;
    let len = rest.len() - next.len() + signature.len;
    Some((signature, len))
}

/// What separates the head from prose, and the bytes it takes.
fn ending(rest: &str) -> (Ending, usize) {
    let marks = rest.trim_start_matches(is_blank);
    let prose = marks.trim_start_matches(|c| DASHES.contains(&c) || matches!(c, '.' | ':' | ','));
    let taken = &marks[..marks.len() - prose.len()];
    let after = prose.trim_start_matches(is_blank);
    let len = rest.len() - after.len();
    let spaced = marks.len() < rest.len() || after.len() < prose.len();
    let end = match taken.chars().last() {
        None => Ending::None,
        Some(c) if !DASHES.contains(&c) => Ending::Mark,
        // A single hyphen needs blanks on both sides, else it joins two words.
        Some('-') if taken == "-" && (marks.len() == rest.len() || after.len() == prose.len()) => {
            Ending::Mark
        }
        Some(_) if spaced => Ending::Dash,
        Some(_) => Ending::Mark,
    };
    (end, len)
}

/// Whether prose begins here: a capital, a number, an opening mark.
fn begins_sentence(prose: &str) -> bool {
    prose.chars().next().is_some_and(|c| {
        c.is_uppercase()
            || c.is_numeric()
            || matches!(c, '"' | '“' | '‘' | '\'' | '«' | '$' | '€' | '£')
    })
}

#[cfg(test)]
#[path = "tests/dateline.rs"]
mod tests;
