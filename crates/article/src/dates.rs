//! Calendar days as articles write them: ISO, "17th February, 2022",
//! "Feb. 17, 2022", "Jan 5".
//!
//! Days of numbers and slashes ("02/03/2022") are not read: the two sides of
//! the Atlantic disagree on them.

use chrono::NaiveDate;

/// A day, whose year may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    year: Option<i32>,
    month: u32,
    day: u32,
}

impl Day {
    /// The calendar date; `None` without a year.
    pub(crate) fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month, self.day)
    }

    /// Whether the calendar has such a day (29 February counts without a year).
    fn exists(self) -> bool {
        NaiveDate::from_ymd_opt(self.year.unwrap_or(2000), self.month, self.day).is_some()
    }
}

/// Month names, January first; a prefix of three letters or more stands for them.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Weekday names, with the same prefixes.
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Words that may follow a date as part of its time of day.
const TIME_WORDS: [&str; 14] = [
    "am", "pm", "a.m.", "p.m.", "at", "bst", "cet", "edt", "est", "et", "gmt", "ist", "msk", "utc",
];

/// A date with its year that is the whole of `text`; a time of day may follow.
pub(crate) fn whole(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let (day, len) = prefix(text)?;
    is_time(&text[len..]).then(|| day.date()).flatten()
}

/// Whether `rest`, which follows a date, is nothing or a time of day.
pub(crate) fn is_time(rest: &str) -> bool {
    let rest = rest.strip_prefix(['T', 't']).unwrap_or(rest);
    rest.split([' ', ',', '|', '\u{a0}']).all(|word| {
        let clock = word.trim_end_matches(['Z', 'z']);
        clock
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b'+' | b'-'))
            || TIME_WORDS.iter().any(|w| w.eq_ignore_ascii_case(word))
    })
}

/// The day that `text` begins with, and how many bytes it takes.
pub(crate) fn prefix(text: &str) -> Option<(Day, usize)> {
    let rest = skip_weekday(text);
    let (day, rest) = iso(rest)
        .or_else(|| day_first(rest))
        .or_else(|| month_first(rest))?;
    day.exists().then_some((day, text.len() - rest.len()))
}

/// Whether `word` is a day of the week.
pub(crate) fn is_weekday(word: &str) -> bool {
    name(word, &WEEKDAYS).is_some_and(|(_, rest)| rest.is_empty())
}

/// What follows "Thursday," or "Thu ", if that is what `text` begins with.
fn skip_weekday(text: &str) -> &str {
    match name(text, &WEEKDAYS) {
        Some((_, rest)) => {
            let rest = rest.strip_prefix(',').unwrap_or(rest);
            rest.strip_prefix(' ').unwrap_or(text)
        }
        None => text,
    }
}

/// `2022-02-17`.
fn iso(text: &str) -> Option<(Day, &str)> {
    let (year, rest) = digits(text, 4, 4)?;
    let (month, rest) = digits(rest.strip_prefix('-')?, 2, 2)?;
    let (day, rest) = digits(rest.strip_prefix('-')?, 2, 2)?;
    let year = Some(i32::try_from(year).ok()?);
    Some((Day { year, month, day }, ends_number(rest)?))
}

/// `17th February, 2022`, `17 Feb 2022`, `5 Jan`.
fn day_first(text: &str) -> Option<(Day, &str)> {
    let (day, rest) = digits(text, 1, 2)?;
    let rest = skip_ordinal(rest).trim_start_matches([' ', '\u{a0}']);
    let rest = rest.strip_prefix("of ").unwrap_or(rest);
    let (month, rest) = name(rest, &MONTHS)?;
    let (year, rest) = year(rest);
    Some((Day { year, month, day }, rest))
}

/// `February 17, 2022`, `Feb. 17`, `Jan 5th`.
fn month_first(text: &str) -> Option<(Day, &str)> {
    let (month, rest) = name(text, &MONTHS)?;
    let (day, rest) = digits(rest.trim_start_matches([' ', '\u{a0}']), 1, 2)?;
    let (year, rest) = year(ends_number(skip_ordinal(rest))?);
    Some((Day { year, month, day }, rest))
}

/// The year after ", " or " ", if there is one; `text` itself if not.
fn year(text: &str) -> (Option<i32>, &str) {
    let rest = text.strip_prefix(',').unwrap_or(text);
    let found = rest
        .strip_prefix([' ', '\u{a0}'])
        .and_then(|rest| digits(rest, 4, 4))
        .and_then(|(year, rest)| Some((i32::try_from(year).ok()?, ends_number(rest)?)));
    match found {
        Some((year, rest)) if year >= 1000 => (Some(year), rest),
        _ => (None, text),
    }
}

/// `rest`, provided that no digit or letter goes on directly from the number
/// before it ("T" of an ISO time of day excepted).
fn ends_number(rest: &str) -> Option<&str> {
    let next = rest.chars().next();
    match next {
        Some(c) if c.is_alphanumeric() && c != 'T' => None,
        _ => Some(rest),
    }
}

/// What follows "st", "nd", "rd" or "th".
fn skip_ordinal(text: &str) -> &str {
    ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| text.strip_prefix(end))
        .unwrap_or(text)
}

/// A number of `least` to `most` digits.
fn digits(text: &str, least: usize, most: usize) -> Option<(u32, &str)> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let fits = (least..=most).contains(&len);
    fits.then(|| Some((text[..len].parse().ok()?, &text[len..])))
        .flatten()
}

/// Which of `names` the text begins with (from 1), whole or cut to three
/// letters or more, with a full stop if it is cut.
fn name<'t>(text: &'t str, names: &[&str]) -> Option<(u32, &'t str)> {
    let len = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = &text[..len];
    if !(3..=9).contains(&len) || !word.as_bytes()[0].is_ascii_uppercase() {
        return None;
    }
    let hit = |name: &&str| {
        name.get(..len)
            .is_some_and(|n| n.eq_ignore_ascii_case(word))
    };
    let at = names.iter().position(hit)?;
    let rest = &text[len..];
    let rest = match rest.strip_prefix('.') {
        Some(after) if len < names[at].len() => after,
        _ => rest,
    };
    Some((u32::try_from(at).ok()? + 1, rest))
}

#[cfg(test)]
mod tests {
    use super::{prefix, whole};

    #[test]
    fn whole_dates_are_read() {
        let table = [
            ("2022-02-17", "2022-02-17"),
            (" 2022-02-17T23:59:01Z ", "2022-02-17"),
            ("2022-02-17T08:00:00.000+05:30", "2022-02-17"),
            ("2022-02-17 08:00 GMT", "2022-02-17"),
            ("17th February, 2022", "2022-02-17"),
            ("1st Sept. 2021", "2021-09-01"),
            ("22nd of March 2021", "2021-03-22"),
            ("17 Feb 2022", "2022-02-17"),
            ("February 17, 2022", "2022-02-17"),
            ("Feb. 17, 2022", "2022-02-17"),
            ("MAY 3, 2021", "2021-05-03"),
            ("Thursday, February 17, 2022", "2022-02-17"),
            ("Thu 17th February 2022 | 03:20 AM", "2022-02-17"),
        ];
        for (text, iso) in table {
            let read = whole(text).map(|d| d.to_string());
            assert_eq!(read.as_deref(), Some(iso), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_or_unclear_is_not_read() {
        let table = [
            "",
            "2022",
            "2022-2-7",
            "2022-02-30",
            "02/03/2022",
            "17.02.2022",
            "Jan 5",
            "31 April 2021",
            "17 Feb 22",
            "17 Febtober 2022",
            "2022-02-17 in Caracas",
            "20220-02-17",
            "2022-02-171",
            "Marchers 5, 2021",
            "may 3, 2021",
        ];
        for text in table {
            assert_eq!(whole(text), None, "{text}");
        }
    }

    #[test]
    fn a_prefix_says_where_it_ends() {
        let table = [
            ("Jan 5 (AFP) -", "Jan 5"),
            ("January 12. /TASS/.", "January 12"),
            ("Oct. 3 (Xinhua)", "Oct. 3"),
            ("Tuesday, Jan. 5, 2021 --", "Tuesday, Jan. 5, 2021"),
            ("12 January 2021) –", "12 January 2021"),
            ("March 4, 20 people", "March 4"),
        ];
        for (text, head) in table {
            let read = prefix(text).map(|(_, len)| &text[..len]);
            assert_eq!(read, Some(head), "{text}");
        }
    }
}
