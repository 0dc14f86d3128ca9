//! What brings two claims together, in lines for a reader and as JSON.

use crate::one_line;
use crate::style::{Role, Style};
use crate::wording::qualified_id;
use crate::wrap::hanging;
use claimbook_compare::{Grounds, Item, Link, Row, Weight};
use serde::Serialize;

/// Weights that would be shown as nothing are left out.
const SHOWN: f32 = 0.005;

/// The links of a row with what brings each pair together; empty where nobody asked.
pub(super) fn links(row: &Row, items: &[Item<'_>], style: &Style) -> String {
    let mut out = String::new();
    for link in &row.relations {
        let Some((name, grounds)) = named(link, row, items) else {
            continue;
        };
        let heading = hanging("  ", &format!("why {name} stand together:"), style.width);
        out.push_str(&style.paint(Role::Faint, heading.trim_end()));
        out.push('\n');
        out.push_str(&indented(grounds, style));
    }
    out
}

/// Grounds below a sentence, each weight before what earned it.
pub(super) fn indented(grounds: &Grounds, style: &Style) -> String {
    let line =
        |(weight, text): (String, String)| hanging(&format!("    {weight}"), &text, style.width);
    lines(grounds).into_iter().map(line).collect()
}

/// The same as a Markdown list.
pub(super) fn links_markdown(row: &Row, items: &[Item<'_>]) -> String {
    let mut out = String::new();
    for link in &row.relations {
        let Some((name, grounds)) = named(link, row, items) else {
            continue;
        };
        let name = crate::markdown::escaped(&format!("why {name} stand together:"));
        out.push_str(&format!("\n- {name}\n"));
        for (weight, text) in lines(grounds) {
            let text = crate::markdown::escaped(&text);
            out.push_str(&format!("  - {weight}{text}\n"));
        }
    }
    out
}

/// "a#c-1 and b#c-2" of a link, and its grounds.
fn named<'r>(link: &'r Link, row: &Row, items: &[Item<'_>]) -> Option<(String, &'r Grounds)> {
    let name = |member: usize| {
        let item = items.get(row.members.get(member)?.item)?;
        Some(qualified_id(item.article, item.claim))
    };
    let name = format!("{} and {}", name(link.a)?, name(link.b)?);
    Some((name, link.grounds.as_ref()?))
}

/// Grounds in words: every weight and what earned it, and the sum; or sentences
/// without weights.
fn lines(grounds: &Grounds) -> Vec<(String, String)> {
    match grounds {
        Grounds::Words(told) => {
            let lines = told.iter().map(|line| (String::new(), one_line(line)));
            lines.collect()
        }
        Grounds::Weights {
            weights,
            total,
            needed,
        } => {
            let told = weights.iter().filter(|w| w.weight.abs() >= SHOWN);
            let mut lines: Vec<_> = told.map(weight).collect();
            let sum = format!("in all; {needed:.2} links two figures");
            lines.push((format!("{total:+.2} "), sum));
            lines
        }
    }
}

/// "+2.03 " and "the measures share: doses, arrived = delivered".
fn weight(weight: &Weight) -> (String, String) {
    let name = match weight.name {
        "measure" => "the measures share",
        "sentence" => "the sentences share",
        "names" => "names and places",
        "story" => "the articles are about",
        "value" => "the values",
        _ => "doubts",
    };
    let text = format!("{name}: {}", weight.words.join(", "));
    let text = one_line(text.trim_end_matches(": "));
    (format!("{:+.2} ", weight.weight), text)
}

/// Grounds for programs.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum GroundsData<'a> {
    Weights {
        weights: Vec<WeightData<'a>>,
        total: f32,
        needed: f32,
    },
    Words {
        words: &'a [String],
    },
}

#[derive(Serialize)]
pub(super) struct WeightData<'a> {
    name: &'a str,
    weight: f32,
    words: &'a [String],
}

/// Grounds for programs, weights to two decimals.
pub(super) fn data(grounds: &Grounds) -> GroundsData<'_> {
    let short = |weight: f32| (weight * 100.0).round() / 100.0;
    match grounds {
        Grounds::Words(words) => GroundsData::Words { words },
        Grounds::Weights {
            weights,
            total,
            needed,
        } => GroundsData::Weights {
            weights: weights
                .iter()
                .map(|w| WeightData {
                    name: w.name,
                    weight: short(w.weight),
                    words: &w.words,
                })
                .collect(),
            total: short(*total),
            needed: short(*needed),
        },
    }
}
