//! Whether two quotations render one utterance.
//!
//! The speaker must be the same. Between quotations a run of words, a dense stretch
//! of them, or many content words tell; where one side is indirect speech, or its
//! speaker is not named, only a run does; between two speakers only a long one.

use crate::speaker::Same;
use crate::utterance::Utterance;
use crate::wording::{Alignment, align, content_shared, shared_run};

/// Words in a row that tell one utterance of a known speaker.
pub(crate) const RUN: usize = 5;

/// So many of them must carry content.
pub(crate) const TELLING: usize = 2;

/// Words in a row that tell one utterance where a speaker is not known.
pub(crate) const LONG_RUN: usize = 7;

/// A whole quotation inside another one tells from so many words on.
const WHOLE: usize = 4;

/// A stretch of so high a score tells one utterance of a known speaker.
const STRETCH: f32 = 4.8;

/// Words in a row that two speakers do not find by chance: the articles differ on
/// who said them.
pub(crate) const DISPUTED_RUN: usize = 12;

/// Content words that tell one utterance when they are half of what both hold.
const CONTENT: usize = 5;

/// Whether `a` and `b` render one utterance.
pub(crate) fn is_same(a: &Utterance, b: &Utterance) -> bool {
    if !(a.quoted || b.quoted) {
        return false;
    }
    let Alignment {
        longest,
        telling,
        stretch,
        ..
    } = align(&a.words, &b.words);
    let run = longest >= RUN && telling >= TELLING;
    let shorter = a.words.len().min(b.words.len());
    let whole = longest == shorter && shorter >= WHOLE;
    match a.speaker.same(&b.speaker) {
        Same::No => longest >= DISPUTED_RUN && a.quoted && b.quoted,
        Same::Unknown if whole => {
            shorter >= RUN || shared_run(&a.around, &b.around).len() >= LONG_RUN
        }
        Same::Unknown => longest >= LONG_RUN,
        Same::Yes if run || whole => true,
        Same::Yes if !(a.quoted && b.quoted) => false,
        Same::Yes => {
            let (content, both) = content_shared(&a.words, &b.words);
            let dense = stretch.score >= STRETCH && stretch.content >= TELLING;
            dense || (content >= CONTENT && content * 4 >= both)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_same;
    use crate::speaker::Speaker;
    use crate::utterance::Utterance;
    use crate::words::words;

    fn said(name: Option<&str>, text: &str) -> Utterance {
        Utterance {
            entry: 0,
            article: 0,
            speaker: Speaker::named(name),
            quoted: !text.starts_with("that "),
            words: words(text),
            around: Vec::new(),
        }
    }

    #[test]
    fn one_utterance_is_known_by_speaker_and_words() {
        let (ada, bob) = (Some("Ada Ruiz"), Some("Bob Stein"));
        let table = [
            (
                ada,
                "no one is above the law",
                ada,
                "This shows that no one is above the law.",
                true,
            ),
            (
                ada,
                "no one is above the law",
                bob,
                "This shows that no one is above the law.",
                false,
            ),
            (
                ada,
                "no one is above the law",
                None,
                "no one is above the law",
                true,
            ),
            (ada, "above the law", None, "far above the law", false),
            (
                ada,
                "We have a real challenge",
                ada,
                "We have got a big challenge here",
                false,
            ),
            (
                ada,
                "We took power from the rich and gave it to the poor",
                ada,
                "We grabbed power from the rich elites and gave it to the poor",
                true,
            ),
            (
                ada,
                "that the plan would harm the honesty of our vote",
                ada,
                "This plan would harm the honesty of the vote",
                true,
            ),
            (
                ada,
                "that she had a chance of winning",
                ada,
                "There is a chance of winning it",
                false,
            ),
            (
                ada,
                "that the plan would harm the honesty of our vote",
                ada,
                "that the plan would harm the honesty of our vote",
                false,
            ),
        ];
        for (x, a, y, b, expected) in table {
            assert_eq!(is_same(&said(x, a), &said(y, b)), expected, "{a} / {b}");
        }
    }

    #[test]
    fn a_short_piece_of_one_statement_is_known_without_a_speaker() {
        let piece = |name: Option<&str>, statement: &str| Utterance {
            around: words(statement),
            ..said(name, "go out of hand")
        };
        let statement = "to step back from office if things \"go out of hand\" there";
        let other = "to sell the farm if prices \"go out of hand\"";
        let named = piece(Some("Ada Ruiz"), statement);
        assert!(is_same(&named, &piece(None, statement)));
        assert!(!is_same(&named, &piece(None, other)));
    }
}
