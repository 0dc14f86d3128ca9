//! Speakers over whole articles: the names that a careful reader would write down,
//! in `resolution/articles.yaml`, with floors for right and wrong names.

use claimbook_extract::Extractor;
use claimbook_model::annotation::Attribution;
use claimbook_model::{Article, Span};
use serde::Deserialize;

#[derive(Deserialize)]
struct Written {
    topic: String,
    text: String,
    said: Vec<Said>,
}

#[derive(Deserialize)]
struct Said {
    by: String,
    cue: String,
    name: Option<String>,
}

fn text_of(spans: &[Span], text: &str) -> String {
    let parts: Vec<&str> = spans.iter().map(|s| s.of(text)).collect();
    parts.join(" ")
}

/// The first attribution from `from` on with this source and cue.
fn find<'a>(
    found: &'a [Attribution],
    text: &str,
    said: &Said,
    from: usize,
) -> Option<(usize, &'a Attribution)> {
    found.iter().enumerate().skip(from).find(|(_, a)| {
        let source = a.source.as_ref().map(|s| text_of(&s.spans, text));
        let cue = text_of(&a.cue, text);
        source.is_some_and(|s| s.trim_end_matches(',') == said.by.trim_end_matches(','))
            && cue.trim_end_matches(':') == said.cue
    })
}

#[test]
fn speakers_are_named_as_a_careful_reader_would() {
    let articles: Vec<Written> =
        serde_yaml::from_str(include_str!("resolution/articles.yaml")).expect("the gold reads");
    let extractor = Extractor::new();
    let (mut all, mut right, mut wrong) = (0, 0, 0);
    let mut notes = Vec::new();
    for article in &articles {
        let input = Article {
            text: article.text.clone(),
            ..Article::default()
        };
        let mut found = extractor.annotate(&input).attributions;
        found.sort_by_key(|a| a.cue.first().map_or(0, |c| c.start));
        let mut from = 0;
        for said in &article.said {
            all += 1;
            let Some((at, hit)) = find(&found, &article.text, said, from) else {
                notes.push(format!(
                    "{}: {} {} not found",
                    article.topic, said.by, said.cue
                ));
                continue;
            };
            from = at + 1;
            let source = hit.source.as_ref().expect("matched by its source");
            if source.name == said.name {
                right += 1;
            } else {
                wrong += usize::from(source.name.is_some());
                notes.push(format!(
                    "{}: {} {}: {:?} by {}, should be {:?}",
                    article.topic, said.by, said.cue, source.name, source.rule, said.name
                ));
            }
        }
    }
    let notes = notes.join("\n");
    assert!(all >= 95, "only {all} attributions");
    assert!(right * 100 >= all * 90, "{right} of {all} right\n{notes}");
    assert!(wrong * 100 <= all * 4, "{wrong} of {all} wrong\n{notes}");
}
