//! Whether a text is English at all, by its script and its small words.
//!
//! Claimbook's rules are English. A text in another language would be read
//! without a word and give nothing, or nonsense; this notices it. Only the
//! beginning is looked at, and short texts are left alone.

use crate::error::Warning;
use std::sync::LazyLock;

/// Frequent words that English shares with no neighbour.
const STOP_WORDS: &str = include_str!("../data/stop_words.csv");

/// How much of a text is looked at, in bytes: about 170 words.
const SAMPLE: usize = 1024;

/// Fewer words than this say nothing about the language.
const MIN_WORDS: usize = 40;

/// Fewer letters than this say nothing about the script.
const MIN_LETTERS: usize = 40;

/// English news has 20 to 35 of these words in a hundred, lists of names and
/// figures about 8, other languages 0 to 3.
const MIN_PERCENT: usize = 5;

/// From this share on, [`MIN_WORDS`] words are enough to be sure.
const SURE_PERCENT: usize = 15;

/// The words, packed and sorted.
static WORDS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut words: Vec<u64> = STOP_WORDS
        .lines()
        .skip(1)
        .filter_map(|w| packed(w.as_bytes()))
        .collect();
    words.sort_unstable();
    words
});

/// A warning when `text` is plainly not English.
pub(crate) fn warn(text: &str) -> Option<Warning> {
    let sample = sample(text);
    let what = match script(sample) {
        Script::Other => "the text is not in Latin script",
        Script::Latin if !has_english_words(sample) => "the text does not look English",
        Script::Latin | Script::Unclear => return None,
    };
    let hint = "Claimbook reads English: what it finds here is not to be trusted";
    Some(Warning::new(what, hint))
}

/// The beginning of `text`, up to [`SAMPLE`] bytes.
fn sample(text: &str) -> &str {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The script of most letters.
enum Script {
    Latin,
    Other,
    Unclear,
}

/// Counts letters; more than half outside the Latin blocks is another script.
fn script(sample: &str) -> Script {
    if sample.is_ascii() {
        return Script::Latin;
    }
    let (mut latin, mut other) = (0usize, 0usize);
    for c in sample.chars() {
        match c {
            '\0'..='\u{7f}' => latin += usize::from(c.is_ascii_alphabetic()),
            '\u{80}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
                latin += usize::from(c.is_alphabetic());
            }
            _ => other += usize::from(c.is_alphabetic()),
        }
    }
    match (latin + other >= MIN_LETTERS, other > latin) {
        (true, true) => Script::Other,
        (true, false) => Script::Latin,
        (false, _) => Script::Unclear,
    }
}

/// Whether enough of the words are English stop words, or too few are there to say.
fn has_english_words(sample: &str) -> bool {
    let (mut words, mut hits) = (0usize, 0usize);
    let is_mark = |b: &u8| b.is_ascii() && !b.is_ascii_alphabetic();
    for word in sample.as_bytes().split(is_mark).filter(|w| !w.is_empty()) {
        words += 1;
        hits += usize::from(is_stop_word(word));
        if words >= MIN_WORDS && hits * 100 >= words * SURE_PERCENT {
            return true;
        }
    }
    words < MIN_WORDS || hits * 100 >= words * MIN_PERCENT
}

/// Whether `word` is on the list, whatever its case.
fn is_stop_word(word: &[u8]) -> bool {
    packed(word).is_some_and(|packed| WORDS.binary_search(&packed).is_ok())
}

/// Up to eight letters as one number, in lower case; `None` for longer words.
fn packed(word: &[u8]) -> Option<u64> {
    let mut bytes = [0u8; 8];
    bytes.get_mut(..word.len())?.copy_from_slice(word);
    bytes.make_ascii_lowercase();
    Some(u64::from_be_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::{STOP_WORDS, WORDS, warn};

    #[test]
    fn the_words_are_sorted_unique_and_short() {
        let words: Vec<&str> = STOP_WORDS.lines().skip(1).collect();
        assert!(words.windows(2).all(|w| w[0] < w[1]));
        assert_eq!(
            words.len(),
            WORDS.len(),
            "none is longer than eight letters"
        );
    }

    /// The first words of the warning for a text of many such sentences.
    fn warning(sentence: &str) -> Option<String> {
        warn(&format!("{sentence} ").repeat(8)).map(|w| w.message)
    }

    #[test]
    fn english_is_left_alone() {
        let table = [
            "The ministry said on Monday that exports rose 12% from a year earlier.",
            "Results: Arsenal 2, Chelsea 1; Leeds 0, Everton 0. The goals were by Smith and Jones.",
            "“We’re not there yet,” she said, “but it’s coming.”",
        ];
        for text in table {
            assert_eq!(warning(text), None, "{text}");
        }
        assert_eq!(warn(""), None);
        assert_eq!(warn("Das ist ein kurzer Satz."), None);
    }

    #[test]
    fn other_languages_are_noticed() {
        let latin = [
            "Das Ministerium sagte am Montag, die Ausfuhren seien um zwölf Prozent gestiegen.",
            "Le ministère a déclaré lundi que les exportations avaient augmenté de 12 %.",
            "El ministerio dijo el lunes que las exportaciones habían crecido un 12 por ciento.",
            "Het ministerie zei maandag dat de uitvoer met twaalf procent is gestegen.",
            "Ministeriet oplyste mandag, at eksporten er steget med tolv procent for et år siden.",
            "Bakanlık pazartesi günü ihracatın yüzde on iki arttığını açıkladı.",
        ];
        for text in latin {
            let expected = Some("the text does not look English".to_owned());
            assert_eq!(warning(text), expected, "{text}");
        }
        for text in [
            "Министерство сообщило в понедельник о росте экспорта на двенадцать процентов.",
            "商务部周一表示，出口同比增长百分之十二。",
        ] {
            let expected = Some("the text is not in Latin script".to_owned());
            assert_eq!(warning(text), expected, "{text}");
        }
    }
}
