//! Over which time a count of events runs: from a beginning until now, or within a
//! window ("last month", "in the past three days").
//!
//! A count since the beginning and a count within a window answer different
//! questions even when measure, place and people are the same.

use crate::lexicon::tokens;
use crate::when::days;
use claimbook_model::{Figure, Kind};

/// Longer windows ("this year") are as good as a beginning.
const WINDOW_DAYS: i64 = 120;

/// Words for a total of all that happened.
const SO_FAR: [&str; 4] = ["so far", "to date", "in all", "until now"];

/// Spans of time that a window is made of.
const SPANS: [&str; 10] = [
    "day", "days", "hours", "month", "months", "night", "quarter", "week", "weekend", "weeks",
];

/// What makes a window of a span: "last month", "the past three days".
const RECENT: [&str; 6] = ["each", "last", "past", "per", "previous", "this"];

/// Months make windows of about 30 days: "in March".
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The time over which a count runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// From a beginning on.
    Total,
    /// Within a window.
    Window,
    /// At one time: so many are there now.
    State,
    /// Not told.
    Unknown,
}

impl Scope {
    /// The scope of a figure: by the words of its own clause, of the sentence,
    /// else by its period.
    pub(crate) fn of(figure: &Figure, sentence: &str, own: &str) -> Self {
        if since_a_beginning(own) || says_so_far(own) {
            return Self::Total;
        }
        if names_window(own) {
            return Self::Window;
        }
        if says_now(own) {
            return Self::State;
        }
        if since_a_beginning(sentence) || figure.kind == Kind::Cumulative {
            return Self::Total;
        }
        match figure.period.and_then(days) {
            Some(days) if (2..=WINDOW_DAYS).contains(&days) => Self::Window,
            _ => Self::Unknown,
        }
    }

    /// Whether two counts may run over the same kind of time; of `events`, what is
    /// there now is all that happened.
    pub(crate) fn fits(self, other: Self, events: bool) -> bool {
        let pair = [self, other];
        let both = |a, b| pair == [a, b] || pair == [b, a];
        let window = events && both(Self::Total, Self::Window);
        !window && (events || !both(Self::Total, Self::State))
    }
}

/// Words for what is there at one time.
const NOW: [&str; 4] = ["currently", "now", "presently", "today"];

fn says_now(own: &str) -> bool {
    let mut words = tokens(own).into_iter();
    words.any(|t| NOW.contains(&t.text.to_lowercase().as_str()))
}

fn says_so_far(own: &str) -> bool {
    let own = own.to_lowercase();
    SO_FAR.iter().any(|words| own.contains(words))
}

/// "since" with a beginning; in "the highest since 1983" it only compares.
fn since_a_beginning(sentence: &str) -> bool {
    let words = tokens(sentence);
    let Some(at) = words
        .iter()
        .position(|t| t.text.eq_ignore_ascii_case("since"))
    else {
        return false;
    };
    let compares = |word: &str| {
        (word.len() > 4 && word.ends_with("est")) || ["first", "most", "time"].contains(&word)
    };
    let before = &words[at.saturating_sub(6)..at];
    !before.iter().any(|t| compares(&t.text.to_lowercase()))
}

/// "last month", "in the last 3 days", "in March".
fn names_window(own: &str) -> bool {
    let words = tokens(own);
    let recent = words.windows(2).enumerate().any(|(at, pair)| {
        let mut after = words[at + 1..].iter().take(3);
        RECENT.contains(&pair[0].text.to_lowercase().as_str())
            && after.any(|t| SPANS.contains(&t.text.to_lowercase().as_str()))
    });
    recent
        || words
            .windows(2)
            .any(|pair| pair[0].text == "in" && MONTHS.contains(&pair[1].text))
}

#[cfg(test)]
mod tests {
    use super::Scope;
    use crate::support::figure;

    #[test]
    fn words_tell_totals_from_windows() {
        let table = [
            ("Since the vote 800 people have died", Scope::Total),
            (
                "The country has shed 5.2 million jobs since the crisis began",
                Scope::Total,
            ),
            (
                "Firms cut 20,000 jobs, the lowest loss since 2008",
                Scope::Unknown,
            ),
            ("Firms cut 20,000 jobs in March", Scope::Window),
            ("Over 80 died in the last 3 days", Scope::Window),
            ("So far 12 have been found", Scope::Total),
            ("12 have been found so far", Scope::Total),
            ("At least 250 people have died", Scope::Unknown),
            ("13 million people are now out of work", Scope::State),
        ];
        for (sentence, expected) in table {
            let scope = Scope::of(&figure("12 person"), sentence, sentence);
            assert_eq!(scope, expected, "{sentence}");
        }
    }
}
