//! "Did you mean ...?"

/// The candidate nearest to `word`, if one is near enough to be meant: at most one
/// edit for every three letters, the first of equals.
pub(crate) fn nearest<'c>(
    word: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let allowed = word.chars().count().div_ceil(3).min(3);
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|c| (strsim::damerau_levenshtein(&word, c), c))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_words_are_meant_and_far_ones_are_not() {
        let words = ["supported", "disputed", "false", "open"];
        for (typed, meant) in [
            ("suported", Some("supported")),
            ("Disputed", Some("disputed")),
            ("fasle", Some("false")),
            ("oepn", Some("open")),
            ("yes", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, words), meant, "{typed}");
        }
    }
}
