//! Speech told inside a quotation is kept, marked as nested in the words of the one who
//! is quoted; his own "I said" is his, and a thing named is no statement.

use claimbook_extract::Extractor;
use claimbook_model::annotation::Attribution;
use claimbook_model::{Article, Span, Style};

fn words(spans: &[Span], text: &str) -> String {
    let parts: Vec<&str> = spans.iter().map(|s| s.of(text)).collect();
    parts.join(" ")
}

/// Who is told to have said what, in which style, in a text with one speaker.
fn told(text: &str) -> Vec<(String, String, Style)> {
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    let found = Extractor::new().annotate(&article).attributions;
    let inner = |a: &Attribution| {
        let source = a.source.as_ref()?;
        let outer = found.get(a.outer?)?;
        assert!(a.nested && outer.content.iter().any(|c| c.contains(a.cue[0])));
        let speaker = words(&source.spans, text);
        Some((speaker, words(&a.content, text), a.style))
    };
    found.iter().filter_map(inner).collect()
}

#[test]
fn speech_inside_a_quotation_is_nested() {
    let table = [
        (
            "\"He told me that the dam was safe,\" Ann Okafor said.",
            vec![("He", "that the dam was safe", Style::Indirect)],
        ),
        (
            "“The minister said, ‘We will pay,’ and left,” Okafor said.",
            vec![("The minister", "‘We will pay,’", Style::Direct)],
        ),
        (
            "‘We were late, and “never again” was our motto,’ Okafor said. ‘According to the mayor, it rained.’",
            vec![("the mayor", "it rained", Style::Indirect)],
        ),
        (
            "\"The bank says prices rose by 5% last year,\" Okafor said.",
            vec![("The bank", "prices rose by 5% last year", Style::Indirect)],
        ),
        ("\"I said that it was late,\" Okafor recalled.", vec![]),
        ("\"You could say that it was late,\" Okafor said.", vec![]),
        (
            "\"The leaders guarantee a rise in output,\" Okafor said.",
            vec![],
        ),
    ];
    for (text, expected) in table {
        let found = told(text);
        let found: Vec<_> = found
            .iter()
            .map(|(who, what, style)| (who.as_str(), what.as_str(), *style))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_pronoun_inside_a_quotation_is_not_guessed() {
    let text = "Paul Reyes was there. \"He told me that the dam was safe,\" Ann Okafor said.";
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    let found = Extractor::new().annotate(&article).attributions;
    let names: Vec<_> = found
        .iter()
        .filter_map(|a| a.source.as_ref())
        .map(|s| s.name.as_deref())
        .collect();
    assert_eq!(names, [Some("Ann Okafor"), None]);
}
