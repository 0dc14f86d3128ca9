//! The parts of a screen between the article's line and the keys.

use super::ReviewScreen;
use super::line::Line;
use super::reading::grouped;
use crate::one_line;
use crate::style::Role;
use crate::wording::article_line;
use claimbook_model::{Claim, Reading, Verdict};

/// Blanks before what is said of a claim.
pub(super) const INDENT: usize = 2;
/// Rows that a note may take.
const NOTE: usize = 2;
/// Rows for the figures of other articles.
const ELSEWHERE: usize = 3;
/// Rows for what the last key has led to.
const NOTICE: usize = 3;

/// "[3/27]  trade-2022-02-17 · UrduPoint (Sputnik) · 2022-02-17".
pub(super) fn heading(shown: &ReviewScreen<'_>) -> Line {
    let place = format!("[{}/{}]  ", shown.number, shown.of);
    Line::of(Role::Heading, place).and(Some(Role::Heading), article_line(shown.article))
}

/// The headline.
pub(super) fn title(shown: &ReviewScreen<'_>) -> Vec<Line> {
    let title = shown.article.title.iter();
    title
        .map(|title| Line::of(Role::Faint, one_line(title)))
        .collect()
}

/// The figures of other articles in the claim's row.
pub(super) fn elsewhere(shown: &ReviewScreen<'_>, width: usize) -> Vec<Line> {
    if shown.elsewhere.is_empty() {
        return Vec::new();
    }
    // An entry stands on one row where it can.
    let entries: Vec<String> = shown
        .elsewhere
        .iter()
        .map(|e| e.replace(' ', "\u{a0}"))
        .collect();
    let wide = entries
        .iter()
        .any(|e| crate::wrap::cells(e) + "elsewhere: ".len() + INDENT > width);
    let text = if wide {
        shown.elsewhere.join("; ")
    } else {
        entries.join("; ")
    };
    cut(wrapped(&format!("elsewhere: {text}"), width), ELSEWHERE)
}

/// What people decided, and what came in between.
pub(super) fn decided(shown: &ReviewScreen<'_>, width: usize) -> Vec<Line> {
    let claim = shown.claim;
    let review = &claim.review;
    let blanks = " ".repeat(INDENT);
    let mut line = Line::plain(format!("{blanks}reading: "))
        .and(reading_role(review.reading), reading_word(review.reading))
        .and(None, "   verdict: ")
        .and(
            verdict_role(review.verdict),
            review.verdict.as_str().replace('_', " "),
        );
    let who = review.by.as_ref().map(|by| one_line(by));
    let who: Vec<String> = who
        .into_iter()
        .chain(review.date.map(|d| d.to_string()))
        .collect();
    if !who.is_empty() {
        line = line.and(Some(Role::Faint), format!("   ({})", who.join(", ")));
    }
    if shown.unsaved {
        line = line.and(Some(Role::Faint), "   not saved yet");
    }
    let mut lines = vec![line];
    let differs = review.saw.as_ref().and_then(|saw| claim.differs_from(saw));
    if let (true, Some((was, is))) = (shown.stale, differs) {
        let (was, is) = (one_line(&was), one_line(&is));
        let text = format!("stale: judged as \"{was}\", now reads \"{is}\"");
        lines.extend(
            wrapped(&text, width)
                .into_iter()
                .map(|l| l.painted(Role::Bad)),
        );
    }
    let edits = claim.changes.iter();
    let edits = edits.map(|e| format!("{} was {}", one_line(&e.field), one_line(&e.was)));
    let edits: Vec<String> = edits.collect();
    if !edits.is_empty() {
        let text = format!("edited by the outlet: {}", edits.join(", "));
        lines.extend(cut(wrapped(&text, width), NOTE));
    }
    if claim.gone {
        lines.extend(wrapped("gone: the article no longer says this", width));
    }
    lines
}

fn reading_word(reading: Reading) -> &'static str {
    match reading {
        Reading::Ok => "right",
        other => other.as_str(),
    }
}

fn reading_role(reading: Reading) -> Option<Role> {
    match reading {
        Reading::Open => None,
        Reading::Ok | Reading::Fixed => Some(Role::Good),
        Reading::Wrong => Some(Role::Bad),
    }
}

fn verdict_role(verdict: Verdict) -> Option<Role> {
    match verdict {
        Verdict::Open => None,
        Verdict::Supported => Some(Role::Good),
        Verdict::Disputed => Some(Role::Doubtful),
        Verdict::False => Some(Role::Bad),
        Verdict::Outdated => Some(Role::Moved),
        Verdict::NotCheckable => Some(Role::Heading),
    }
}

/// Corrections, note and evidence.
pub(super) fn reasons(shown: &ReviewScreen<'_>, width: usize) -> Vec<Line> {
    let claim: &Claim = shown.claim;
    let mut lines = Vec::new();
    if !claim.fix.is_empty() {
        let machine = claim
            .figure
            .as_ref()
            .map(|figure| grouped(&figure.in_words()));
        let read = machine.map_or_else(|| "otherwise".to_owned(), |words| one_line(&words));
        let why = claim
            .fix
            .why
            .as_ref()
            .map(|why| format!(" ({})", one_line(why)));
        let text = format!(
            "corrected; the tool had read {read}{}",
            why.unwrap_or_default()
        );
        lines.extend(cut(wrapped(&text, width), NOTE));
    }
    if let Some(note) = claim.review.note.as_ref().filter(|note| !note.is_empty()) {
        lines.extend(cut(
            wrapped(&format!("note: {}", one_line(note)), width),
            NOTE,
        ));
    }
    for evidence in &claim.review.evidence {
        lines.extend(wrapped(
            &format!("evidence: {}", one_line(&evidence.url)),
            width,
        ));
    }
    lines
}

/// What the last key has led to; a blank row if nothing.
pub(super) fn notice(shown: &ReviewScreen<'_>, width: usize) -> Vec<Line> {
    let Some((text, bad)) = shown.notice else {
        return vec![Line::default()];
    };
    let (sign, role) = if bad {
        ("! ", Role::Bad)
    } else {
        ("> ", Role::Doubtful)
    };
    let lines = Line::wrapped(&format!("{sign}{}", one_line(text)), width, 0);
    cut(lines, NOTICE)
        .into_iter()
        .map(|line| line.painted(role))
        .collect()
}

/// `text` in rows after the indent.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<Line> {
    Line::wrapped(text, width, INDENT)
}

/// The first `most` rows, with dots if there are more.
fn cut(mut lines: Vec<Line>, most: usize) -> Vec<Line> {
    if lines.len() > most {
        lines.truncate(most);
        lines = lines.split_last().map_or(Vec::new(), |(last, first)| {
            let mut lines = first.to_vec();
            lines.push(last.clone().and(None, " …"));
            lines
        });
    }
    lines
}
