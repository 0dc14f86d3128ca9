//! How the tool reads the sentence.

use super::ReviewScreen;
use super::line::Line;
use super::parts::wrapped;
use crate::one_line;
use crate::style::Role;
use crate::wording::{NOTHING, period, speaker};
use claimbook_model::{Figure, Kind, SaidBy};

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
pub(super) fn grouped(words: &str) -> String {
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
