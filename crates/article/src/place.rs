//! The place that opens a dateline: "CARACAS", "NEW YORK", "KYIV, Ukraine".

use std::sync::LazyLock;

/// `word,where`: words in capitals that open lines and are no places. `any`: no
/// place has such a word; `alone`: the word by itself is none.
const NOT_PLACES: &str = include_str!("../data/not_places.csv");

/// The table: word and whether it rules out a place of several words too.
static RULED_OUT: LazyLock<Vec<(&str, bool)>> = LazyLock::new(|| {
    let rows = NOT_PLACES.lines().skip(1);
    rows.filter_map(|line| line.split_once(','))
        .map(|(word, place)| (word, place == "any"))
        .collect()
});

/// Small words inside place names.
const PARTICLES: [&str; 22] = [
    "al", "am", "an", "and", "au", "d'", "da", "das", "de", "del", "der", "di", "do", "dos", "du",
    "el", "en", "la", "le", "of", "sur", "upon",
];

/// Most words in a place name ("ABOARD THE USS RONALD REAGAN" has five).
const MAX_WORDS: usize = 5;

/// How a place is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// In capitals.
    Upper,
    /// With capital initials.
    Title,
}

/// A name that may be a dateline's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Name<'t> {
    /// The words.
    pub(crate) text: &'t str,
    /// How they are written.
    pub(crate) case: Case,
    /// How many there are.
    pub(crate) words: usize,
}

/// The longest run of words, one blank apart, that reads as one name at the
/// beginning of `text`.
pub(crate) fn read(text: &str) -> Option<Name<'_>> {
    let first = word(text);
    let case = case_of(first)?;
    let mut end = first.len();
    let mut words = 1;
    while words < MAX_WORDS && !ends_sentence(&text[..end]) {
        let Some(next) = text[end..].strip_prefix([' ', '\u{a0}']) else {
            break;
        };
        let found = word(next);
        let fits = match case {
            Case::Upper => case_of(found) == Some(Case::Upper),
            Case::Title => case_of(found) == Some(Case::Title) || is_particle(found),
        };
        if !fits {
            break;
        }
        end = text.len() - next.len() + found.len();
        words += 1;
    }
    let text = &text[..end];
    Some(Name { text, case, words })
}

impl Name<'_> {
    /// Whether the name is longer than most acronyms.
    pub(crate) fn is_long(self) -> bool {
        self.text.chars().filter(|c| c.is_alphabetic()).count() > 3
    }

    /// Whether the name, in capitals and without any signature beside it, may be
    /// a place: no label such as "EXCLUSIVE", no headline, no known acronym.
    pub(crate) fn may_stand_alone(self) -> bool {
        let words = || self.text.split([' ', '\u{a0}', '/']);
        let possessive = |w: &str| w.ends_with("'S") || w.ends_with("’S");
        let saint = self.text.starts_with("ST. ") || self.text.starts_with("SAINT ");
        words().all(|w| saint || !possessive(w))
            && words().all(|w| {
                let lower = w.to_lowercase();
                let row = RULED_OUT.binary_search_by(|(word, _)| (*word).cmp(&lower));
                row.map_or(true, |at| !RULED_OUT[at].1 && self.words > 1)
            })
    }

    /// The name as prose writes it: "NEW YORK" is "New York".
    pub(crate) fn prose(self) -> String {
        match self.case {
            Case::Title => self.text.replace('\u{a0}', " "),
            Case::Upper if ends_sentence(self.text) => title_case(self.text.trim_end_matches('.')),
            Case::Upper => title_case(self.text),
        }
    }
}

/// The word at the beginning of `text`: letters, and marks that join them.
fn word(text: &str) -> &str {
    let joins = |c: char| matches!(c, '.' | '\'' | '’' | '-' | '/' | '‘' | '`');
    let end = text
        .find(|c: char| !c.is_alphabetic() && !joins(c))
        .unwrap_or(text.len());
    // "NEW YORK--(BUSINESS WIRE)" and "BOSTON -Standing": dashes are no joints.
    let end = text[..end].find("--").unwrap_or(end);
    text[..end].trim_end_matches(['-', '/'])
}

/// How one word is written; `None` for lower case and for what is no word.
fn case_of(word: &str) -> Option<Case> {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let initial = word.chars().next()?;
    if !initial.is_uppercase() || !letters.next()?.is_uppercase() {
        return None;
    }
    let rest = ["Mc", "Mac", "De", "La", "Le"]
        .iter()
        .find_map(|p| word.strip_prefix(p))
        .filter(|rest| rest.chars().take(2).all(char::is_uppercase) && rest.len() > 2)
        .unwrap_or(word);
    if rest.chars().any(char::is_lowercase) {
        return Some(Case::Title);
    }
    Some(Case::Upper)
}

/// Whether a word is a small word of names ("de", "of").
fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// Whether the last word of `text` ends in a full stop that is no abbreviation's
/// ("MOSCOW." but not "ST." or "N.H.").
fn ends_sentence(text: &str) -> bool {
    let last = text.rsplit([' ', '\u{a0}']).next().unwrap_or(text);
    last.strip_suffix('.')
        .is_some_and(|bare| bare.chars().count() > 3 && !bare.contains('.'))
}

/// Capitals to prose: initials stay, abbreviations with inner stops stay, small
/// words inside the name go down.
fn title_case(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    let mut inner = false;
    while !rest.is_empty() {
        let end = rest.find([' ', '\u{a0}', '-', '/']).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        title_word(word, inner, &mut out);
        let mut chars = after.chars();
        if let Some(joint) = chars.next() {
            out.push(if joint == '\u{a0}' { ' ' } else { joint });
            inner = joint != '/';
        }
        rest = chars.as_str();
    }
    out
}

/// One word of [`title_case`]; `inner` when another word stands before it.
fn title_word(word: &str, inner: bool, out: &mut String) {
    let lower = word.to_lowercase();
    let is_abbreviation = word.trim_end_matches('.').contains('.');
    if is_abbreviation || word.chars().any(char::is_lowercase) {
        let known = ["Mc", "Mac", "De", "La", "Le"];
        let prefix = known.iter().find(|p| word.starts_with(**p));
        let Some(prefix) = prefix.filter(|_| !is_abbreviation) else {
            return out.push_str(word);
        };
        out.push_str(prefix);
        return capital(&word[prefix.len()..], out);
    }
    if inner && is_particle(&lower) {
        return out.push_str(&lower);
    }
    match word.split_once(['\'', '’']) {
        // N'DJAMENA and O'FALLON, but SANA'A and ST. JOHN'S.
        Some((one, rest)) if one.chars().count() == 1 && rest.chars().count() > 1 => {
            let one = if inner {
                one.to_lowercase()
            } else {
                one.to_owned()
            };
            out.push_str(&one);
            out.push('\'');
            capital(rest, out);
        }
        _ => capital(word, out),
    }
}

/// First letter kept, the others in lower case.
fn capital(word: &str, out: &mut String) {
    let mut chars = word.chars();
    out.extend(chars.next());
    out.push_str(&chars.as_str().to_lowercase());
}

#[cfg(test)]
mod tests {
    use super::{NOT_PLACES, RULED_OUT, read};

    #[test]
    fn the_table_is_sorted_and_unique() {
        assert_eq!(RULED_OUT.len(), NOT_PLACES.lines().count() - 1);
        assert!(RULED_OUT.windows(2).all(|w| w[0].0 < w[1].0));
        let words = NOT_PLACES.lines().skip(1);
        assert!(
            words
                .into_iter()
                .all(|l| l.ends_with(",any") || l.ends_with(",alone"))
        );
    }

    #[test]
    fn capitals_become_prose() {
        let table = [
            ("CARACAS", "Caracas"),
            ("NEW YORK", "New York"),
            ("ST. PETERSBURG", "St. Petersburg"),
            ("ST. JOHN'S", "St. John's"),
            ("RIO DE JANEIRO", "Rio de Janeiro"),
            ("THE HAGUE", "The Hague"),
            ("PORT-AU-PRINCE", "Port-au-Prince"),
            ("SÃO PAULO", "São Paulo"),
            ("N'DJAMENA", "N'Djamena"),
            ("SANA'A", "Sana'a"),
            ("COEUR D'ALENE", "Coeur d'Alene"),
            ("WASHINGTON D.C.", "Washington D.C."),
            ("LONDON/PARIS", "London/Paris"),
            ("McLEAN", "McLean"),
            ("New Delhi", "New Delhi"),
            ("Rio de Janeiro", "Rio de Janeiro"),
        ];
        for (written, prose) in table {
            let name = read(written).unwrap();
            assert_eq!((name.text, name.prose().as_str()), (written, prose));
        }
    }

    #[test]
    fn a_name_ends_where_its_writing_changes() {
        let table = [
            ("MOSCOW has said", "MOSCOW"),
            ("MOSCOW The commission", "MOSCOW"),
            ("NEW YORK (AP)", "NEW YORK"),
            ("NEW YORK--(BUSINESS WIRE)", "NEW YORK"),
            ("MOSCOW. Jan 12", "MOSCOW."),
            ("Calif. - Rallying", "Calif."),
            ("BOSTON —Standing", "BOSTON"),
            ("New Delhi, Jan 5", "New Delhi"),
        ];
        for (text, name) in table {
            assert_eq!(read(text).unwrap().text, name);
        }
        for text in ["", "the", "7.2 million", "“MOSCOW", "(AP)", "- MOSCOW"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn labels_and_acronyms_are_no_places() {
        for text in ["MIAMI", "DES MOINES", "NEWPORT NEWS", "ST. JOHN'S", "ROME"] {
            assert!(read(text).unwrap().may_stand_alone(), "{text}");
        }
        for text in [
            "EXCLUSIVE",
            "NEWS",
            "NASA",
            "STAT OF THE WEEK UPDATE",
            "MONDAY'S",
        ] {
            assert!(!read(text).unwrap().may_stand_alone(), "{text}");
        }
    }
}
