//! What a person can press, told apart from how a terminal says it; and what each key
//! means while a claim is shown.

use claimbook_model::{Reading, Verdict};

/// A key, or text that was pasted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    /// A character; blanks and capitals too.
    Char(char),
    /// A character with the control key.
    Ctrl(char),
    /// Text from the clipboard, in one piece.
    Paste(String),
    /// The enter key.
    Enter,
    /// The escape key.
    Esc,
    /// Deletes before the cursor.
    Backspace,
    /// Deletes after the cursor.
    Delete,
    /// The arrow to the left.
    Left,
    /// The arrow to the right.
    Right,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// To the beginning of the line.
    Home,
    /// To the end of the line.
    End,
}

/// A decision of one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    /// Did the tool read it right?
    Reading(Reading),
    /// Does it hold?
    Verdict(Verdict),
}

/// Keys that decide, with their labels; a capital decides for the rest of the file.
const DECISIONS: [(char, &str, Decision); 7] = [
    ('o', "right", Decision::Reading(Reading::Ok)),
    ('w', "wrong", Decision::Reading(Reading::Wrong)),
    ('s', "supported", Decision::Verdict(Verdict::Supported)),
    ('d', "disputed", Decision::Verdict(Verdict::Disputed)),
    ('f', "false", Decision::Verdict(Verdict::False)),
    ('t', "outdated", Decision::Verdict(Verdict::Outdated)),
    (
        'c',
        "not checkable",
        Decision::Verdict(Verdict::NotCheckable),
    ),
];

/// What a key does besides deciding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    /// Correct a field.
    Edit,
    /// Write a note.
    Note,
    /// Add a URL.
    Evidence,
    /// Open the article.
    Source,
    /// Keep this claim's decisions and go on.
    Next,
    /// Keep them and go back.
    Back,
    /// Take the last decision back.
    Undo,
    /// Keep them and end.
    Quit,
    /// Explain the keys.
    Help,
}

/// Keys that act, with their labels.
const ACTIONS: [(char, &str, Action); 8] = [
    ('e', "edit", Action::Edit),
    ('n', "note", Action::Note),
    ('v', "evidence", Action::Evidence),
    ('a', "article", Action::Source),
    ('b', "back", Action::Back),
    ('u', "undo", Action::Undo),
    ('q', "save and quit", Action::Quit),
    ('?', "help", Action::Help),
];

/// What a key means while a claim is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It decides, on this claim or on the rest of the file too.
    Decide(Decision, Reach),
    /// It does something else.
    Act(Action),
}

/// How far a decision goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// This claim.
    One,
    /// This claim and the open ones after it in its file.
    RestOfFile,
}

/// The meaning of `key`, if it has one.
pub(super) fn meaning(key: &Key) -> Option<Meaning> {
    let act = |action| Some(Meaning::Act(action));
    match key {
        Key::Enter | Key::Right | Key::Down | Key::Char('j') => act(Action::Next),
        Key::Left | Key::Up | Key::Char('k') => act(Action::Back),
        Key::Char(typed) => {
            let deciding = DECISIONS
                .iter()
                .find(|(letter, ..)| *letter == typed.to_ascii_lowercase());
            let acting = ACTIONS.iter().find(|(letter, ..)| letter == typed);
            match (deciding, acting) {
                (Some((.., decision)), _) if typed.is_ascii_uppercase() => {
                    Some(Meaning::Decide(*decision, Reach::RestOfFile))
                }
                (Some((.., decision)), _) => Some(Meaning::Decide(*decision, Reach::One)),
                (None, Some((.., action))) => act(*action),
                (None, None) => None,
            }
        }
        _ => None,
    }
}

/// The keys in three groups as they stand at the foot of the screen: titles, and pairs
/// of a key and its label.
pub(super) fn groups() -> [(&'static str, Vec<(String, &'static str)>); 3] {
    let deciding = |readings: bool| {
        let kind = move |decision| matches!(decision, Decision::Reading(_)) == readings;
        DECISIONS
            .iter()
            .filter(move |(.., decision)| kind(*decision))
            .map(|(letter, label, _)| (letter.to_string(), *label))
    };
    let acting = |range: std::ops::Range<usize>| {
        ACTIONS[range]
            .iter()
            .map(|(letter, label, _)| (letter.to_string(), *label))
    };
    let next = std::iter::once(("enter".to_owned(), "next"));
    [
        ("reading", deciding(true).chain(acting(0..4)).collect()),
        ("verdict", deciding(false).collect()),
        ("", next.chain(acting(4..8)).collect()),
    ]
}

#[cfg(test)]
mod tests {
    use super::{ACTIONS, Action, DECISIONS, Decision, Key, Meaning, Reach, meaning};
    use claimbook_model::Verdict;
    use std::collections::BTreeSet;

    #[test]
    fn every_key_means_one_thing() {
        let letters = DECISIONS.iter().map(|(letter, ..)| *letter);
        let letters: Vec<char> = letters.chain(ACTIONS.iter().map(|(l, ..)| *l)).collect();
        let once: BTreeSet<char> = letters.iter().copied().collect();
        assert_eq!(once.len(), letters.len());
        assert!(!once.contains(&'j') && !once.contains(&'k'));
        let verdict = Decision::Verdict(Verdict::Disputed);
        let table = [
            (Key::Char('d'), Some(Meaning::Decide(verdict, Reach::One))),
            (
                Key::Char('D'),
                Some(Meaning::Decide(verdict, Reach::RestOfFile)),
            ),
            (Key::Char('u'), Some(Meaning::Act(Action::Undo))),
            (Key::Char('U'), None),
            (Key::Enter, Some(Meaning::Act(Action::Next))),
            (Key::Char(' '), None),
            (Key::Ctrl('d'), None),
            (Key::Paste("d".to_owned()), None),
        ];
        for (key, expected) in table {
            assert_eq!(meaning(&key), expected, "{key:?}");
        }
    }
}
