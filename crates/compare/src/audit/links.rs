//! The words that tie one figure to the next.

/// Words that make a change an aside to its levels: ", an increase of", "(up".
const ASIDE: &[&str] = &[
    "a",
    "an",
    "by",
    "climb",
    "cut",
    "decline",
    "decrease",
    "dip",
    "down",
    "drop",
    "fall",
    "gain",
    "growth",
    "increase",
    "jump",
    "of",
    "or",
    "plunge",
    "reduction",
    "rise",
    "slump",
    "surge",
    "up",
];

/// Words that lead from a new level to the old one.
const OLD_LEVEL: &[&str] = &[
    "against",
    "compared to",
    "compared with",
    "down from",
    "from",
    "up from",
    "versus",
];

/// Words that lead from a level to its change.
const CHANGE: &[&str] = &[
    "a drop of",
    "a fall of",
    "a rise of",
    "an increase of",
    "down",
    "up",
];

/// Words that lead from a change to the level that it came to, where they lead to no
/// other amount.
const NEW_LEVEL: &[&str] = &[
    "at",
    "to",
    "to close at",
    "to end at",
    "to finish at",
    "to settle at",
    "to trade at",
];

/// Words that lead from a sum to its parts.
const PARTS: &[&str] = &[
    ":",
    "-",
    "(",
    "comprising",
    "consisting of",
    "composed of",
    "made up of",
    "namely",
];

/// Changes that are not those of the amounts beside them.
const OTHER_MEASURE: &[&str] = &[
    "adjusted",
    "annual rate",
    "annualised",
    "annualized",
    "average of",
    "comparable",
    "constant",
    "currencies",
    "like-for-like",
    "organic",
    "real terms",
    "same-store",
    "seasonally",
];

/// The words without commas and brackets at their ends.
fn bare(words: &str) -> &str {
    words.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | ';'))
}

/// Whether nothing but a comma stands between a change and its levels.
pub(super) fn touch(words: &str) -> bool {
    bare(words).is_empty() && !words.contains(['(', ')', ';'])
}

/// Whether the words make the change behind them an aside to the levels before.
pub(super) fn is_aside(words: &str) -> bool {
    let opened = words.trim_start().starts_with([',', '(', '-']);
    let words = words.trim_start_matches([',', '(', '-', ' ']);
    opened && words.split_whitespace().all(|word| ASIDE.contains(&word))
}

/// Whether the words lead from a change to the level that it came to.
pub(super) fn leads_to_new(words: &str) -> bool {
    bare(words) == "to"
}

/// Whether the words lead from a change that is given as amount and percentage to the
/// level that it came to.
pub(super) fn leads_to_close(words: &str) -> bool {
    NEW_LEVEL.contains(&bare(words))
}

/// Whether a percentage behind the words gives the change before in percent: "or", "(".
pub(super) fn leads_to_other_form(words: &str) -> bool {
    matches!(words.trim(), "or" | ", or" | "(" | ", -")
}

/// Whether the words lead from a new level, or its change, to the old level.
pub(super) fn leads_to_old(words: &str) -> bool {
    OLD_LEVEL.contains(&bare(words))
}

/// Whether the words lead from a level to its change.
pub(super) fn leads_to_change(words: &str) -> bool {
    CHANGE.contains(&bare(words))
}

/// Whether the words lead from a sum to the first of its parts.
pub(super) fn leads_to_parts(words: &str) -> bool {
    let words = words.trim();
    let inner = words.trim_start_matches([',', ' ']);
    PARTS.contains(&inner) || inner.ends_with(':')
}

/// Whether the words lead from a part to the next.
pub(super) fn leads_to_next_part(words: &str) -> bool {
    let joins = |word: &str| word == "and" || word.ends_with([',', ';']);
    let ends = |c: char| matches!(c, ':' | '(' | ')' | '.');
    let count = words.split_whitespace().count();
    count <= 8
        && !words.contains(|c: char| c.is_ascii_digit() || ends(c))
        && (words.starts_with([',', ';']) || words.split_whitespace().any(joins))
}

/// Whether a percentage behind the words tells the share of the part before: "(", ", or".
pub(super) fn leads_to_share(words: &str) -> bool {
    let words = format!(" {}", words.trim());
    let head = words
        .strip_suffix('(')
        .or_else(|| words.strip_suffix(" or"));
    let Some(head) = head.map(|head| head.trim_end_matches([',', ' '])) else {
        return false;
    };
    head.split_whitespace().count() <= 5
        && !head.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | ';' | ':' | '('))
}

/// Whether a part of a whole behind the words tells what the percentage before is of.
pub(super) fn leads_to_part(words: &str) -> bool {
    matches!(words.trim(), "(" | ":" | "or" | ", or" | "-")
}

/// Whether the words end what was said of the figure before: "20% on the week" is more
/// than "20%".
pub(super) fn closes(words: &str) -> bool {
    let words = words.trim_start();
    words.is_empty() || words.starts_with([',', '.', ';', ':', ')', '"'])
}

/// Whether a sentence speaks of changes that are not those of its amounts.
pub(super) fn has_other_measure(sentence: &str) -> bool {
    OTHER_MEASURE.iter().any(|words| sentence.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_tie_and_words_that_do_not() {
        type Test = fn(&str) -> bool;
        let table: [(Test, &[&str], &[&str]); 11] = [
            (touch, &["", " ", ", "], &[" in the north ", " (", "; "]),
            (
                is_aside,
                &[", an increase of ", " (", ", up ", ", or "],
                &[" of ", ", with ", " in May, up "],
            ),
            (leads_to_new, &[" to "], &[" to about ", " of "]),
            (
                closes,
                &["", ".", ", he said", ") of"],
                &[" of votes", " on the week"],
            ),
            (
                leads_to_close,
                &[", to ", " at "],
                &[" in May to ", " and "],
            ),
            (
                leads_to_other_form,
                &[", or ", " ("],
                &[" and ", " or more than "],
            ),
            (
                leads_to_old,
                &[" from ", ", up from ", " compared with "],
                &[" and ", " for "],
            ),
            (
                leads_to_change,
                &[", up ", " (down ", ", an increase of "],
                &[", with "],
            ),
            (
                leads_to_parts,
                &[": ", " - ", " (", ", made up of ", " in the two towns: "],
                &[", including ", " and "],
            ),
            (
                leads_to_next_part,
                &[" and ", ", ", " on roads and ", " in Rome, "],
                &[" of ", " (", " in 2019 and "],
            ),
            (
                leads_to_share,
                &[" (", ", or ", " in the assembly (", " or "],
                &[" for ", " (turnout ", ", 3 days later, or "],
            ),
        ];
        for (at, (test, tie, do_not)) in table.iter().enumerate() {
            for words in *tie {
                assert!(test(words), "row {at}: {words:?} ties");
            }
            for words in *do_not {
                assert!(!test(words), "row {at}: {words:?} does not");
            }
        }
    }
}
