//! A map by folded words. Every word of a text is looked up here, so it is made for short
//! words, which nearly all are.

use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::BuildHasher;

/// Longest word, in bytes, that is kept by value.
const SHORT: usize = 16;

/// Rows of a [`Memo`]: a power of two, more than an article has common words.
const REMEMBERED: usize = 512;

/// A short word as one number, its bytes with zeros behind them: compared without following
/// a pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
struct Short(u128);

impl Short {
    /// The word in lower case, if it is short and plain ASCII.
    fn fold(word: &str) -> Option<Self> {
        if word.len() > SHORT || !word.is_ascii() {
            return None;
        }
        let mut bytes = [0u8; SHORT];
        for (folded, byte) in bytes.iter_mut().zip(word.bytes()) {
            *folded = byte.to_ascii_lowercase();
        }
        Some(Self(u128::from_le_bytes(bytes)))
    }
}

/// A word in lower case, with a straight apostrophe.
fn fold(word: &str) -> String {
    word.replace('\u{2019}', "'").to_lowercase()
}

/// Values by word; case and the kind of apostrophe do not count.
#[derive(Debug)]
pub(crate) struct Folded<T> {
    short: FxHashMap<Short, T>,
    long: FxHashMap<Box<str>, T>,
}

impl<T> Default for Folded<T> {
    fn default() -> Self {
        Self {
            short: FxHashMap::default(),
            long: FxHashMap::default(),
        }
    }
}

/// The short words of one text that were looked up last. Most words of an article come
/// again, and this stays near where a large map does not.
#[derive(Debug)]
pub(crate) struct Memo<T> {
    rows: Vec<(Short, T)>,
}

impl<T: Copy> Memo<T> {
    /// A memo in which only the empty word is known, by the value `none`.
    pub(crate) fn new(none: T) -> Self {
        Self {
            rows: vec![(Short::default(), none); REMEMBERED],
        }
    }

    /// The value of a word, by `find` when it is not remembered.
    pub(crate) fn get(&mut self, word: &str, find: impl FnOnce(&str) -> T) -> T {
        let Some(short) = Short::fold(word) else {
            return find(word);
        };
        let place = FxBuildHasher.hash_one(short) as usize % REMEMBERED;
        let row = &mut self.rows[place];
        if row.0 != short {
            *row = (short, find(word));
        }
        row.1
    }
}

impl<T> Folded<T> {
    /// The value of a word.
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        if let Some(short) = Short::fold(word) {
            return self.short.get(&short);
        }
        let folded = fold(word);
        match Short::fold(&folded) {
            Some(short) => self.short.get(&short),
            None => self.long.get(&*folded),
        }
    }

    /// The value of a word, `fresh` if it has none yet.
    pub(crate) fn get_or_insert(&mut self, word: &str, fresh: T) -> &mut T {
        let folded = fold(word);
        match Short::fold(&folded) {
            Some(short) => self.short.entry(short).or_insert(fresh),
            None => self.long.entry(folded.into()).or_insert(fresh),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Folded, Memo};

    #[test]
    fn a_memo_looks_up_a_word_once_in_a_row_and_never_errs() {
        let mut memo = Memo::new(0);
        let mut asked = 0;
        for word in ["of", "Of", "OF", "of"] {
            let length = memo.get(word, |w| {
                asked += 1;
                w.len()
            });
            assert_eq!(length, 2);
        }
        assert_eq!((asked, memo.get("", str::len)), (1, 0));
        for n in (0..5000).chain(0..5000) {
            let word = n.to_string();
            assert_eq!(memo.get(&word, |w| w.parse().unwrap()), n);
        }
    }

    #[test]
    fn words_of_any_length_and_script_are_found_in_any_case() {
        let words = [
            "",
            "a",
            "eight-by",
            "sixteen-letters-",
            "seventeen-letters",
            "émigré",
            "o'clock",
            "internationalisation-of-all-things",
        ];
        let mut map = Folded::default();
        for (n, word) in words.iter().enumerate() {
            assert_eq!(map.get(word), None, "{word}");
            assert_eq!(*map.get_or_insert(word, n), n, "{word}");
        }
        for (n, word) in words.iter().enumerate() {
            assert_eq!(map.get(&word.to_uppercase()), Some(&n), "{word}");
            assert_eq!(*map.get_or_insert(word, 99), n, "{word}");
        }
        assert_eq!(map.get("O\u{2019}Clock"), Some(&6));
        assert_eq!(map.get("eight-b"), None);
    }
}
