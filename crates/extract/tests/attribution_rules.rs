//! Every rule of attribution and resolution finds what its examples bracket, and
//! nothing in its counter-examples.

use claimbook_extract::{Extractor, rules};
use claimbook_model::annotation::Attribution;
use claimbook_model::{Article, Rule, Span};

/// The sentence without its brackets, and the spans that they held.
fn unbracketed(example: &str) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    let mut open = 0;
    for c in example.chars() {
        match c {
            '[' => open = text.len(),
            ']' => spans.push(Span::new(open, text.len())),
            _ => text.push(c),
        }
    }
    (text, spans)
}

fn annotated(text: &str) -> Vec<Attribution> {
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    Extractor::new().annotate(&article).attributions
}

/// Rules of a layer, each with what of an attribution its examples bracket.
fn check(layer: &str, by: fn(&Attribution) -> (&str, Vec<Span>)) {
    let mut faults = Vec::new();
    let of_layer = |r: &&&Rule| r.layer == layer;
    for rule in rules().iter().filter(of_layer) {
        for example in rule.examples {
            let (text, spans) = unbracketed(example);
            let found = annotated(&text);
            let hit = found.iter().any(|a| by(a) == (rule.id, spans.clone()));
            if !hit {
                let seen: Vec<_> = found.iter().map(|a| (a.rule, by(a), &a.content)).collect();
                faults.push(format!("{}: {example}\n    found {seen:?}", rule.id));
            }
        }
        for example in rule.counter_examples {
            if annotated(example).iter().any(|a| by(a).0 == rule.id) {
                faults.push(format!("{}: found in {example}", rule.id));
            }
        }
        assert!(!rule.examples.is_empty(), "{} has no example", rule.id);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn rules_of_attribution_find_the_bracketed_content() {
    check("attribution", |a| (a.rule, a.content.clone()));
}

#[test]
fn rules_of_resolution_answer_for_the_bracketed_source() {
    check("resolve", |a| {
        a.source
            .as_ref()
            .map_or(("", Vec::new()), |s| (s.rule, s.spans.clone()))
    });
}
