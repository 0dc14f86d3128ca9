//! The parts of a screen between the article's line and the keys.

use super::ReviewScreen;
use super::line::Line;
use crate::one_line;
use crate::style::Role;
use crate::wording::{NOTHING, article_line, period, speaker};
use claimbook_model::{Claim, Figure, Kind, Reading, SaidBy, Verdict};

/// Blanks before what is said of a claim.
const INDENT: usize = 2;
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

/// How the tool reads the sentence, corrections applied.
pub(super) fn reading(shown: &ReviewScreen<'_>, width: usize) -> Vec<Line> {
    let claim = shown.claim.effective();
    let mut lines = Vec::new();
    if let Some(figure) = &claim.figure {
        lines.extend(wrapped(&question(figure), width));
        let amount = grouped(&one_line(&figure.in_words()));
        lines.extend(
            wrapped(&amount, width)
                .into_iter()
                .map(|line| line.painted(Role::Figure)),
        );
    }
    if let Some(said_by) = &claim.said_by {
        lines.extend(wrapped(&said(said_by), width));
    }
    lines
}

/// What is measured and what narrows it.
fn question(figure: &Figure) -> String {
    let mut parts = vec![one_line(&figure.measure)];
    if !figure.between.is_empty() {
        parts.push(one_line(&figure.between.join(" and ")));
    }
    parts.extend(figure.place.iter().map(|place| one_line(place)));
    parts.extend(
        figure
            .part_of
            .iter()
            .map(|whole| format!("of {}", one_line(whole))),
    );
    let direction = figure.direction.map(|d| format!(", {d}"));
    let kind = match figure.kind {
        Kind::Cumulative => "running total",
        kind => kind.as_str(),
    };
    parts.push(format!("{kind}{}", direction.unwrap_or_default()));
    parts.extend(figure.modality.map(|modality| modality.to_string()));
    let period = period(figure);
    if period != NOTHING {
        parts.push(period);
    }
    parts.join(" · ")
}

/// "said by Yury Borisov, Russian Deputy Prime Minister · indirect, denies".
fn said(said_by: &SaidBy) -> String {
    let mut how = said_by.style.to_string();
    if let Some(stance) = said_by.stance {
        how = format!("{how}, {stance}");
    }
    let on = said_by.said_on.map(|day| format!(" on {day}"));
    format!(
        "said by {} · {how}{}",
        speaker(Some(said_by)),
        on.unwrap_or_default()
    )
}

/// Digits in threes where there are five or more in front of the point, as in 7,200,000.
fn grouped(words: &str) -> String {
    let group = |word: &str| {
        let whole = word.split('.').next().unwrap_or(word);
        let digits = whole.strip_prefix('-').unwrap_or(whole);
        if digits.len() < 5 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return word.to_owned();
        }
        let sign = whole.len() - digits.len();
        let mut out = String::new();
        for (at, c) in word.chars().enumerate() {
            let left = whole.len().saturating_sub(at);
            if at > sign && at < whole.len() && left.is_multiple_of(3) {
                out.push(',');
            }
            out.push(c);
        }
        out
    };
    let words: Vec<String> = words.split(' ').map(group).collect();
    words.join(" ")
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
    if let (true, Some(saw)) = (shown.stale, &review.saw) {
        let text = format!(
            "stale: judged as \"{}\", now reads \"{}\"",
            one_line(saw),
            one_line(&claim.as_judged())
        );
        lines.extend(
            wrapped(&text, width)
                .into_iter()
                .map(|l| l.painted(Role::Bad)),
        );
    }
    for edit in &claim.changes {
        let text = format!(
            "edited by the outlet: {} was {}",
            one_line(&edit.field),
            one_line(&edit.was)
        );
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

fn wrapped(text: &str, width: usize) -> Vec<Line> {
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

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn long_numbers_are_grouped_and_years_are_not() {
        for (plain, shown) in [
            ("7200000 vaccine dose", "7,200,000 vaccine dose"),
            ("nearly 49.12345 percent", "nearly 49.12345 percent"),
            ("-123456.50 USD", "-123,456.50 USD"),
            ("from 2020 to 12345", "from 2020 to 12,345"),
            ("100000000", "100,000,000"),
        ] {
            assert_eq!(grouped(plain), shown);
        }
    }
}
