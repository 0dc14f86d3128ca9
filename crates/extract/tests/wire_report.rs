//! A wire report with all that real ones hold: speakers by office, surname, description
//! and pronoun, a quotation over two paragraphs, carried and nested attributions, and a
//! closing mark that slipped into a paragraph of its own.

use chrono::NaiveDate;
use claimbook_extract::Extractor;
use claimbook_model::annotation::Attribution;
use claimbook_model::{Article, ArticleMeta, Span};

const REPORT: &str = "\
Kenya and Uganda plan to build a second pipeline, Ugandan Deputy Energy Minister Peter Okello \
said on Tuesday at a meeting with the Kenyan envoy for regional affairs, Jane Wairimu.

\"It is welcome that transit grew by almost 30% last year,\" Okello said.

The Ugandan official noted that the presidents had confirmed the route. The ministers also \
agreed on a date for the next round, Okello recalled.

\"Kenya is our closest partner on the coast. We value the trust between us.

In these times the work on the line matters more than ever,\" Okello said, adding that \"the \
papers signed must now become pipes.\"

He also commented on the strike in the port, which ended in May despite \"pressure from the owners.

\"

Uganda will go on helping with repairs, Okello said, specifying that 400 pumps have been sent \
so far.";

fn text_of(spans: &[Span]) -> String {
    let parts: Vec<&str> = spans.iter().map(|s| s.of(REPORT)).collect();
    parts.join(" ... ")
}

fn line(a: &Attribution) -> String {
    let source = a.source.as_ref();
    let written = source.map_or(String::new(), |s| text_of(&s.spans));
    let name = source.and_then(|s| s.name.clone()).unwrap_or_default();
    let role = source.and_then(|s| s.role.clone()).unwrap_or_default();
    let day = a.said_on.map_or(String::new(), |d| format!(" on {d}"));
    let place = a
        .venue
        .map_or(String::new(), |v| format!(" ({})", v.of(REPORT)));
    let depth = if a.nested { "nested " } else { "" };
    format!(
        "{written} [{name}; {role}] {}{day}{place}: {depth}{} {}\n    {}",
        text_of(&a.cue),
        a.style,
        a.stance,
        text_of(&a.content).replace('\n', "/"),
    )
}

#[test]
fn every_speaker_of_a_wire_report_is_named() {
    let article = Article {
        meta: ArticleMeta {
            published: NaiveDate::from_ymd_opt(2022, 3, 10),
            ..ArticleMeta::default()
        },
        text: REPORT.to_owned(),
        ..Article::default()
    };
    let found = Extractor::new().annotate(&article).attributions;
    let lines: Vec<String> = found.iter().map(line).collect();
    insta::assert_snapshot!(lines.join("\n"));
}
