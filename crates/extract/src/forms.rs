//! Regular English inflection: verb forms, plurals and singulars.

/// The inflected forms of a verb.
pub(crate) struct VerbForms {
    pub(crate) third: String,
    pub(crate) past: String,
    pub(crate) participle: String,
    pub(crate) ing: String,
}

impl VerbForms {
    /// Forms of `lemma`; `given` holds third, past, participle and -ing form
    /// where they are not regular, else empty text.
    pub(crate) fn new(lemma: &str, given: [&str; 4]) -> Self {
        let or = |given: &str, regular: String| {
            if given.is_empty() {
                regular
            } else {
                given.to_owned()
            }
        };
        let past = or(given[1], regular_past(lemma));
        Self {
            third: or(given[0], plural(lemma)),
            participle: or(given[2], past.clone()),
            past,
            ing: or(given[3], regular_ing(lemma)),
        }
    }
}

fn ends_in_consonant_y(word: &str) -> bool {
    let mut back = word.bytes().rev();
    back.next() == Some(b'y') && back.next().is_some_and(|b| !is_vowel(b))
}

fn is_vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn regular_past(lemma: &str) -> String {
    if lemma.ends_with('e') {
        return format!("{lemma}d");
    }
    if ends_in_consonant_y(lemma) {
        return format!("{}ied", &lemma[..lemma.len() - 1]);
    }
    format!("{lemma}ed")
}

fn regular_ing(lemma: &str) -> String {
    if let Some(stem) = lemma.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    match lemma.strip_suffix('e') {
        Some(stem)
            if !lemma.ends_with("ee") && !lemma.ends_with("oe") && !lemma.ends_with("ye") =>
        {
            format!("{stem}ing")
        }
        _ => format!("{lemma}ing"),
    }
}

/// The regular plural of a noun, also the third person of a verb.
pub(crate) fn plural(word: &str) -> String {
    let sibilant = ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|e| word.ends_with(e));
    if ends_in_consonant_y(word) {
        return format!("{}ies", &word[..word.len() - 1]);
    }
    if sibilant {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

/// The singular of a noun: `known` answers for irregular plurals and for
/// nouns that only look like plurals; otherwise by rule.
pub(crate) fn singular(word: &str, known: impl Fn(&str) -> Option<String>) -> String {
    if let Some(found) = known(word) {
        return found;
    }
    let not_plural = ["ss", "us", "is", "ics", "ews"];
    if !word.ends_with('s') || word.len() < 4 || not_plural.iter().any(|e| word.ends_with(e)) {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies") {
        return if stem.len() > 1 {
            format!("{stem}y")
        } else {
            format!("{stem}ie")
        };
    }
    for ending in ["sses", "shes", "ches", "xes", "zzes"] {
        if word.ends_with(ending) {
            return word[..word.len() - 2].to_owned();
        }
    }
    word[..word.len() - 1].to_owned()
}

#[cfg(test)]
mod tests {
    use super::{VerbForms, plural, singular};

    #[test]
    fn regular_verbs() {
        let forms = |lemma: &str| {
            let f = VerbForms::new(lemma, [""; 4]);
            [f.third, f.past, f.participle, f.ing].join(" ")
        };
        assert_eq!(forms("deny"), "denies denied denied denying");
        assert_eq!(
            forms("announce"),
            "announces announced announced announcing"
        );
        assert_eq!(forms("agree"), "agrees agreed agreed agreeing");
        assert_eq!(forms("stress"), "stresses stressed stressed stressing");
        assert_eq!(forms("play"), "plays played played playing");
        assert_eq!(forms("lie"), "lies lied lied lying");
    }

    #[test]
    fn singulars() {
        let none = |_: &str| None;
        for (many, one) in [
            ("doses", "dose"),
            ("countries", "country"),
            ("boxes", "box"),
            ("businesses", "business"),
            ("gas", "gas"),
            ("crisis", "crisis"),
            ("politics", "politics"),
            ("matches", "match"),
            ("ties", "tie"),
        ] {
            assert_eq!(singular(many, none), one);
        }
        assert_eq!(plural("party"), "parties");
    }
}
