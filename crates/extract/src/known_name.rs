//! Organisations whose names are several words ("Amnesty International"), by their first
//! word: `data/organisations.csv`.

use crate::doc::Doc;
use crate::folded::Folded;
use crate::lexicon::rows;
use crate::token::Shape;
use std::ops::Range;
use std::sync::LazyLock;

#[derive(Default)]
struct Names {
    all: Folded<()>,
    /// By first word, most words of a name that begins with it.
    longest: Folded<usize>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names::default();
    for row in rows(include_str!("../data/organisations.csv")) {
        let words = row[0].split(' ').count();
        if words < 2 {
            continue;
        }
        names.all.get_or_insert(&row[0], ());
        let first = row[0].split(' ').next().unwrap_or_default();
        let longest = names.longest.get_or_insert(first, 1);
        *longest = words.max(*longest);
    }
    names
});

/// The longest known name of several words that begins at `at`, before `end`.
pub(crate) fn organisation_at(doc: &Doc<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    if !doc.has_shape(at, Shape::CAPITAL) {
        return None;
    }
    let longest = *NAMES.longest.get(doc.text_of(at))?;
    (2..=longest)
        .rev()
        .map(|n| at..at + n)
        .filter(|name| name.end <= end)
        .find(|name| NAMES.all.get(doc.text_of_range(name.clone())).is_some())
}

#[cfg(test)]
mod tests {
    use super::organisation_at;
    use crate::doc::Doc;
    use claimbook_model::Article;

    #[test]
    fn names_of_several_words_are_found_whole() {
        let table = [
            (
                "Amnesty International said no.",
                Some("Amnesty International"),
            ),
            ("Amnesty said no.", None),
            ("Air France flew on.", Some("Air France")),
            ("Ann Okafor said no.", None),
        ];
        for (text, expected) in table {
            let article = Article {
                text: text.to_owned(),
                ..Article::default()
            };
            let doc = Doc::new(&article);
            let found = organisation_at(&doc, 0, doc.tokens.len());
            assert_eq!(found.map(|r| doc.text_of_range(r)), expected, "{text}");
        }
    }
}
