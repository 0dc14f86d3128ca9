//! What stands around a claim: its neighbours in the article, claims of other articles
//! that answer the same question, and what became of it over time.

use crate::changes::{ChangeLine, change};
use crate::style::{Role, Style};
use crate::wording::{outlet, published, qualified_id, shortened, value};
use crate::wrap::hanging;
use crate::{ListedClaim, one_line};
use claimbook_compare::Relation;
use claimbook_model::Claim;

/// A claim of another article on the same row.
#[derive(Debug, Clone, Copy)]
pub struct Elsewhere<'a> {
    /// The other claim.
    pub listed: ListedClaim<'a>,
    /// How the two relate, and the reason in words; `None` where a third one joins them.
    pub relation: Option<(Relation, &'a str)>,
}

/// A state of the claim's record that differs from the one before.
#[derive(Debug, Clone)]
pub struct HistoryEntry {
    /// When, who and the commit's short name, one after the other; or that it is not
    /// committed yet.
    pub heading: String,
    /// What changed; never empty.
    pub lines: Vec<ChangeLine>,
}

/// Words shown of a claim without a figure.
const OPENING: usize = 10;

/// The claims before and after, if there are any.
#[must_use]
pub fn neighbours(before: Option<&Claim>, after: Option<&Claim>, style: &Style) -> String {
    let sides = [("before", before), ("after", after)];
    let mut out = String::new();
    for (name, claim) in sides {
        let Some(claim) = claim else { continue };
        if out.is_empty() {
            out.push_str(&format!(
                "\n  {}\n",
                style.paint(Role::Heading, "in the same article")
            ));
        }
        let first = format!("    {name:<8}{}  ", one_line(&claim.id));
        out.push_str(&hanging(&first, &about(claim), style.width));
    }
    out
}

/// "almost 50%, bilateral trade"; of words said the first.
fn about(claim: &Claim) -> String {
    match &claim.effective().figure {
        Some(figure) => format!("{}, {}", value(claim), one_line(&figure.measure)),
        None => shortened(&value(claim), OPENING),
    }
}

/// What other articles say on the same row, if anything.
#[must_use]
pub fn elsewhere(others: &[Elsewhere<'_>], style: &Style) -> String {
    if others.is_empty() {
        return String::new();
    }
    let mut out = format!("\n  {}\n", style.paint(Role::Heading, "in other articles"));
    for other in others {
        let ListedClaim { article, claim } = other.listed;
        let parts = [
            about(claim),
            outlet(article),
            published(article),
            qualified_id(article, claim),
        ];
        let (sign, word, role) = label(other.relation.map(|(relation, _)| relation));
        let first = format!("    {sign} {word:<10}");
        let block = hanging(&first, &parts.join(" · "), style.width);
        out.push_str(&block.replacen(word, &style.paint(role, word), 1));
        if let Some((_, why)) = other.relation {
            let under = " ".repeat(first.chars().count());
            out.push_str(&hanging(&under, &one_line(why), style.width));
        }
    }
    out
}

/// Sign, word and colour of a relation.
const fn label(relation: Option<Relation>) -> (&'static str, &'static str, Role) {
    match relation {
        Some(Relation::Agree) => ("✓", "agrees", Role::Good),
        Some(Relation::Conflict) => ("✗", "conflicts", Role::Bad),
        Some(Relation::Update) => ("↗", "update", Role::Moved),
        Some(Relation::NotComparable) | None => ("·", "same row", Role::Faint),
    }
}

/// What became of the claim, newest first, if anything is known.
#[must_use]
pub fn history(entries: &[HistoryEntry], style: &Style) -> String {
    if entries.is_empty() {
        return String::new();
    }
    let mut out = format!("\n  {}\n", style.paint(Role::Heading, "history"));
    for entry in entries {
        out.push_str(&hanging("    ", &one_line(&entry.heading), style.width));
        for line in &entry.lines {
            out.push_str(&change(line, 6, style));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Elsewhere, HistoryEntry, elsewhere, history, neighbours};
    use crate::changes::{ChangeKind, ChangeLine};
    use crate::{ListedClaim, Style, samples};
    use claimbook_compare::Relation;

    #[test]
    fn every_section_around_a_claim() {
        let (articles, claims) = samples::claims();
        let style = Style::default();
        let other = |relation| Elsewhere {
            listed: ListedClaim {
                article: &articles[1],
                claim: &claims[1],
            },
            relation,
        };
        let others = [
            other(Some((Relation::Conflict, "12% and 50% do not meet"))),
            other(Some((Relation::Agree, "both say\u{1b} so"))),
            other(None),
        ];
        let review = ChangeLine {
            kind: ChangeKind::Review,
            field: Some("verdict".to_owned()),
            was: Some("open".to_owned()),
            now: Some("disputed".to_owned()),
        };
        let entry = HistoryEntry {
            heading: "2022-02-21 · Ann · 1a2b3c4".to_owned(),
            lines: vec![review],
        };
        let text = neighbours(Some(&claims[0]), Some(&claims[3]), &style)
            + &elsewhere(&others, &style)
            + &history(&[entry], &style);
        insta::assert_snapshot!(text);
    }

    #[test]
    fn nothing_known_is_nothing_said() {
        let style = Style::default();
        assert_eq!(neighbours(None, None, &style), "");
        assert_eq!(elsewhere(&[], &style), "");
        assert_eq!(history(&[], &style), "");
    }
}
