//! The bracket of a dateline: "(Reuters)", "/TASS/",
//! "(UrduPoint News / Sputnik - 17th February, 2022)".

use crate::agency::{self, Signer};
use crate::dates;
use chrono::NaiveDate;

/// Longest bracket, in bytes.
const MAX_LEN: usize = 100;

/// Words that end the name of an outlet nobody has listed.
const OUTLET_WORDS: [&str; 32] = [
    "agency",
    "bureau",
    "chronicle",
    "daily",
    "foundation",
    "gazette",
    "guardian",
    "herald",
    "journal",
    "magazine",
    "mail",
    "media",
    "monitor",
    "network",
    "news",
    "newspaper",
    "newspapers",
    "newswire",
    "observer",
    "online",
    "post",
    "press",
    "radio",
    "report",
    "review",
    "service",
    "standard",
    "star",
    "telegraph",
    "times",
    "tribune",
    "wire",
];

/// What a bracket says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Signature {
    /// The first outlet it names.
    pub(crate) publisher: Option<String>,
    /// The first agency it names.
    pub(crate) agency: Option<String>,
    /// The day it gives.
    pub(crate) published: Option<NaiveDate>,
    /// Whether one of the names is on the list.
    pub(crate) known: bool,
    /// Whether some name is neither listed nor reads as an outlet's.
    strange: bool,
    /// Bytes it takes, brackets included.
    pub(crate) len: usize,
}

impl Signature {
    /// Whether it can only be a signature: it names a listed agency or outlet, or
    /// gives a day with its year.
    pub(crate) fn is_certain(&self) -> bool {
        self.known || self.published.is_some()
    }

    /// Whether it is likely one: each name reads as an agency's or outlet's.
    pub(crate) fn is_likely(&self) -> bool {
        !self.strange
    }
}

/// The signature that `text` begins with.
pub(crate) fn read(text: &str) -> Option<Signature> {
    let close = match text.as_bytes().first()? {
        b'(' => ')',
        b'/' => '/',
        _ => return None,
    };
    let inside = &text[1..];
    let end = inside.find([close, '(', '\n'])?;
    if end > MAX_LEN || !inside[end..].starts_with(close) {
        return None;
    }
    let mut signature = Signature {
        len: end + 2,
        ..Signature::default()
    };
    for piece in inside[..end].split('/') {
        signature.add(piece.trim())?;
    }
    Some(signature)
}

impl Signature {
    /// Takes in one piece between slashes: names and days, with dashes or commas
    /// between; `None` when it is neither.
    fn add(&mut self, piece: &str) -> Option<()> {
        if agency::known(piece).is_none()
            && dates::prefix(piece).is_none()
            && let Some((head, tail)) = split(piece)
        {
            self.add(head.trim_end())?;
            return self.add(tail.trim_start());
        }
        match dates::prefix(piece) {
            Some((day, len)) if dates::is_time(&piece[len..]) => {
                self.published = self.published.or(day.date());
                Some(())
            }
            Some(_) => None,
            None => self.name(piece),
        }
    }

    /// Takes in a name.
    fn name(&mut self, name: &str) -> Option<()> {
        match agency::known(name) {
            Some(Signer::Agency(agency)) => {
                self.known = true;
                self.agency.get_or_insert_with(|| agency.to_owned());
            }
            Some(Signer::Outlet(outlet)) => {
                self.known = true;
                self.publisher.get_or_insert_with(|| outlet.to_owned());
            }
            None if is_name(name) => {
                self.strange |= !is_outlet_name(name);
                self.publisher.get_or_insert_with(|| name.to_owned());
            }
            None => return None,
        }
        Some(())
    }
}

/// The two sides of the first dash or comma with a blank after it.
fn split(piece: &str) -> Option<(&str, &str)> {
    [" - ", "- ", " – ", " — ", ", "]
        .iter()
        .find_map(|mark| piece.split_once(mark))
}

/// Whether `text` reads as a name: up to five words with capital initials.
fn is_name(text: &str) -> bool {
    let mut words = text.split(' ');
    let initial = |w: &str| w.starts_with(char::is_uppercase) || matches!(w, "of" | "the" | "and");
    let marks = |c: char| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '&' | '-' | ' ');
    text.starts_with(char::is_uppercase)
        && text.chars().all(marks)
        && words.all(initial)
        && text.split(' ').count() <= 5
}

/// Whether a name of several words ends as outlets' names do ("Deep Valley News").
fn is_outlet_name(name: &str) -> bool {
    let last = name.rsplit_once(' ').map(|(_, last)| last);
    last.is_some_and(|last| OUTLET_WORDS.iter().any(|w| w.eq_ignore_ascii_case(last)))
}

#[cfg(test)]
mod tests {
    use super::{OUTLET_WORDS, read};

    /// Publisher, agency and day of a bracket, as one line.
    fn line(text: &str) -> String {
        let s = read(text).unwrap();
        let text = |o: Option<String>| o.unwrap_or_else(|| "-".to_owned());
        let day = s.published.map(|d| d.to_string());
        format!("{} | {} | {}", text(s.publisher), text(s.agency), text(day))
    }

    #[test]
    fn the_words_are_sorted() {
        assert!(OUTLET_WORDS.windows(2).all(|w| w[0] < w[1]));
    }

    #[test]
    fn brackets_name_outlet_agency_and_day() {
        let table = [
            ("(Reuters) - ", "- | Reuters | -"),
            ("/TASS/. ", "- | TASS | -"),
            (
                "(UrduPoint News / Sputnik - 17th February, 2022) ",
                "UrduPoint News | Sputnik | 2022-02-17",
            ),
            (
                "(APP - UrduPoint / Pakistan Point News - 12th Jan, 2021 )",
                "UrduPoint | APP | 2021-01-12",
            ),
            ("(AFP/APP)", "- | AFP | -"),
            ("(MENAFN- AFP)", "- | MENAFN | -"),
            ("(Xinhua, Oct. 3)", "- | Xinhua | -"),
            ("(12 January 2021)", "- | - | 2021-01-12"),
            ("(BUSINESS WIRE)", "- | Business Wire | -"),
            ("(Deep Valley News)", "Deep Valley News | - | -"),
        ];
        for (text, expected) in table {
            assert_eq!(line(text), expected, "{text}");
        }
    }

    #[test]
    fn only_known_names_and_days_are_certain() {
        assert!(read("(AP)").unwrap().is_certain());
        assert!(!read("(Deep Valley News)").unwrap().is_certain());
        assert!(read("(Deep Valley News)").unwrap().is_likely());
        for text in ["(Labour)", "(AAPL)", "(Liberal Democrat)"] {
            let signature = read(text).unwrap();
            assert!(!signature.is_certain() && !signature.is_likely(), "{text}");
        }
    }

    #[test]
    fn other_brackets_are_none() {
        let table = [
            "",
            "AP",
            "(",
            "(AP",
            "()",
            "(the president's home)",
            "(NYSE: IBM)",
            "(R-Ill.)x(",
            "(AP (Reuters))",
            "(see Reuters)",
            "(up 12%)",
            "/",
            "//",
        ];
        for text in table {
            let certain = read(text).is_some_and(|s| s.is_certain() || s.is_likely());
            assert!(!certain, "{text}");
        }
    }
}
