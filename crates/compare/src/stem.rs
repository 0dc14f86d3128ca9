//! Words cut down to what their forms share: "deliveries" and "delivery",
//! "rising" and "rose". The results are keys for comparing, never shown.

use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::LazyLock;

const IRREGULAR: &str = include_str!("../data/irregular.csv");

static BASE_OF: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = IRREGULAR.lines().skip(1);
    rows.filter_map(|line| line.split_once(',')).collect()
});

/// The stem of a lower-case word.
pub(crate) fn stem(word: &str) -> Cow<'_, str> {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let word = word.trim_matches('\'');
    if let Some(base) = BASE_OF.get(word) {
        return Cow::Borrowed(without_e(base));
    }
    if word.len() < 4 || !word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let singular = without_plural(word);
    match inflected(&singular) {
        Some(root) => Cow::Owned(root),
        None => match singular {
            Cow::Borrowed(word) => Cow::Borrowed(without_e(word)),
            Cow::Owned(word) => Cow::Owned(without_e(&word).to_owned()),
        },
    }
}

fn without_plural(word: &str) -> Cow<'_, str> {
    if let Some(root) = word.strip_suffix("ies") {
        return if root.len() > 1 {
            Cow::Owned(format!("{root}y"))
        } else {
            Cow::Borrowed(word)
        };
    }
    for end in ["sses", "shes", "ches", "xes", "zzes"] {
        if word.ends_with(end) {
            return Cow::Borrowed(&word[..word.len() - 2]);
        }
    }
    let kept = ["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    match word.strip_suffix('s') {
        Some(root) if !kept => Cow::Borrowed(root),
        _ => Cow::Borrowed(word),
    }
}

/// The root of a form in -ed, -ied or -ing.
fn inflected(word: &str) -> Option<String> {
    if let Some(root) = word.strip_suffix("ied") {
        return (root.len() > 1).then(|| format!("{root}y"));
    }
    if word.ends_with("eed") {
        return Some(word[..word.len() - 1].to_owned());
    }
    let root = word
        .strip_suffix("ed")
        .or_else(|| word.strip_suffix("ing"))?;
    let vowel = |c: char| "aeiouy".contains(c);
    if root.len() < 3 || !root.contains(vowel) {
        return None;
    }
    let mut last = root.chars().rev();
    let (a, b) = (last.next()?, last.next()?);
    let doubled = a == b && !vowel(a) && !"lsz".contains(a);
    let root = if doubled {
        &root[..root.len() - 1]
    } else {
        root
    };
    Some(without_e(root).to_owned())
}

fn without_e(word: &str) -> &str {
    match word.strip_suffix('e') {
        Some(root) if root.len() >= 3 && !root.ends_with('e') => root,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::{IRREGULAR, stem};

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let families = [
            &["deliver", "delivers", "delivered", "delivering"][..],
            &["rise", "rose", "risen", "rising", "rises"],
            &["agency", "agencies"],
            &["dose", "doses", "dosed"],
            &["stop", "stopped", "stopping"],
            &["carry", "carried", "carries", "carrying"],
            &["loss", "losses"],
            &["ministry", "ministry's", "ministries"],
            &["agree", "agreed", "agrees"],
        ];
        for family in families {
            for form in family {
                assert_eq!(stem(form), stem(family[0]), "{form}");
            }
        }
    }

    #[test]
    fn different_words_keep_different_stems() {
        for (a, b) in [
            ("virus", "viru"),
            ("ship", "shipment"),
            ("red", "r"),
            ("king", "k"),
        ] {
            assert_ne!(stem(a), stem(b));
        }
    }

    #[test]
    fn the_table_is_sorted_and_unique() {
        let rows: Vec<&str> = IRREGULAR.lines().skip(1).collect();
        assert!(rows.windows(2).all(|w| w[0] < w[1]));
        assert!(rows.iter().all(|r| r.split(',').count() == 2));
    }
}
