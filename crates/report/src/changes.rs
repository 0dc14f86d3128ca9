//! What changed in claims from one state of a ledger to another.

use crate::style::{Role, Style};
use crate::wording::{NOTHING, article_line, count, qualified_id, shortened, speaker, words_said};
use crate::wrap::{cells, hanging};
use crate::{markdown, one_line};
use claimbook_model::{ArticleMeta, Claim};

/// What changed in the claims of one article.
#[derive(Debug, Clone)]
pub struct ArticleChanges<'a> {
    /// The article as it is now, or as it was if its file is gone.
    pub article: &'a ArticleMeta,
    /// What changed, in the order of the text.
    pub claims: Vec<ClaimChanges<'a>>,
}

/// What changed in one claim.
#[derive(Debug, Clone)]
pub struct ClaimChanges<'a> {
    /// The claim as it is now, or as it was if it is gone; `None` for the article's entry.
    pub claim: Option<&'a Claim>,
    /// The changes; never empty.
    pub lines: Vec<ChangeLine>,
}

/// One change in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLine {
    /// What it is.
    pub kind: ChangeKind,
    /// Its name where the kind alone does not say it: the field.
    pub field: Option<String>,
    /// What it was, if there was something.
    pub was: Option<String>,
    /// What it is, if there is something.
    pub now: Option<String>,
}

/// What can change, in the order of a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// A claim is new.
    Added,
    /// A claim is no longer in the ledger.
    Removed,
    /// The article no longer makes the claim.
    Gone,
    /// The article makes the claim again.
    Returned,
    /// A figure is another.
    Figure,
    /// The sentence has other words.
    Reworded,
    /// People decided.
    Review,
    /// A verdict was given for what the claim no longer says.
    Stale,
    /// Any other field.
    Field,
}

/// Each kind with its label and how one and several of it are told in a summary.
const KINDS: [(ChangeKind, &str, &str, &str); 9] = [
    (ChangeKind::Added, "added", "claim added", "claims added"),
    (
        ChangeKind::Removed,
        "removed",
        "claim removed",
        "claims removed",
    ),
    (ChangeKind::Gone, "gone", "claim gone", "claims gone"),
    (
        ChangeKind::Returned,
        "returned",
        "claim returned",
        "claims returned",
    ),
    (
        ChangeKind::Figure,
        "figure",
        "figure changed",
        "figures changed",
    ),
    (
        ChangeKind::Reworded,
        "reworded",
        "claim reworded",
        "claims reworded",
    ),
    (
        ChangeKind::Review,
        "review",
        "review changed",
        "reviews changed",
    ),
    (
        ChangeKind::Stale,
        "stale verdict",
        "verdict gone stale",
        "verdicts gone stale",
    ),
    (ChangeKind::Field, "field", "other change", "other changes"),
];

/// Words that name a claim without a figure.
const OPENING: usize = 8;
/// Cells of the longest label of a usual change.
const LABEL: usize = 13;

/// "2 articles: 1 figure changed, 2 reviews changed, 1 verdict gone stale"; a claim
/// counts once for each kind of change.
#[must_use]
pub fn changes_summary(articles: &[ArticleChanges<'_>]) -> String {
    if articles.is_empty() {
        return "no claim changed".to_owned();
    }
    let kinds = KINDS.iter().filter_map(|(kind, _, one, many)| {
        let claims = articles.iter().flat_map(|article| &article.claims);
        let n = claims
            .filter(|claim| claim.lines.iter().any(|line| line.kind == *kind))
            .count();
        (n > 0).then(|| format!("{n} {}", if n == 1 { one } else { many }))
    });
    let kinds: Vec<String> = kinds.collect();
    format!("{}: {}", count(articles.len(), "article"), kinds.join(", "))
}

/// For each article its name, its changed claims, and below each what changed.
#[must_use]
pub fn changes_table(articles: &[ArticleChanges<'_>], style: &Style) -> String {
    let mut out = String::new();
    for article in articles {
        if !out.is_empty() {
            out.push('\n');
        }
        heading(&mut out, "", &article_line(article.article), style);
        for claim in &article.claims {
            let name = match claim.claim {
                Some(claim) => format!("{} · {}", one_line(&claim.id), about(claim)),
                None => "the article's entry".to_owned(),
            };
            heading(&mut out, "  ", &name, style);
            for line in &claim.lines {
                out.push_str(&change(line, 4, style));
            }
        }
    }
    out
}

fn heading(out: &mut String, indent: &str, text: &str, style: &Style) {
    for line in hanging(indent, text, style.width).lines() {
        out.push_str(&style.paint(Role::Heading, line));
        out.push('\n');
    }
}

/// One change, behind `indent` blanks: "was -> now" on one line where it fits, else one
/// below the other.
pub(crate) fn change(line: &ChangeLine, indent: usize, style: &Style) -> String {
    let label = label(line);
    let gap = " ".repeat(LABEL.saturating_sub(cells(&label)) + 2);
    let role = match line.kind {
        ChangeKind::Stale | ChangeKind::Removed | ChangeKind::Gone => Role::Bad,
        ChangeKind::Figure | ChangeKind::Reworded => Role::Doubtful,
        ChangeKind::Added | ChangeKind::Returned => Role::Good,
        ChangeKind::Review | ChangeKind::Field => Role::Moved,
    };
    let start = format!("{:indent$}{label}{gap}", "");
    let [was, now] = [&line.was, &line.now].map(|side| side.as_deref().map(one_line));
    let text = match (was, now) {
        (Some(was), Some(now)) => {
            let both = format!("{was} -> {now}");
            if cells(&start) + cells(&both) <= style.width {
                hanging(&start, &both, style.width)
            } else {
                let below = " ".repeat(cells(&start)) + "-> ";
                hanging(&start, &was, style.width) + &hanging(&below, &now, style.width)
            }
        }
        (Some(was), None) => hanging(&start, &was, style.width),
        (None, Some(now)) => hanging(&start, &format!("-> {now}"), style.width),
        (None, None) => format!("{}\n", start.trim_end()),
    };
    text.replacen(&label, &style.paint(role, &label), 1)
}

fn label(line: &ChangeLine) -> String {
    match &line.field {
        Some(field) => one_line(field),
        None => KINDS
            .iter()
            .find(|(kind, ..)| *kind == line.kind)
            .map_or_else(String::new, |(_, label, ..)| (*label).to_owned()),
    }
}

/// What a claim is about: its measure, else its speaker and first words.
fn about(claim: &Claim) -> String {
    match &claim.effective().figure {
        Some(figure) => one_line(&figure.measure),
        None => format!(
            "{}: {}",
            speaker(claim.said_by.as_ref()),
            shortened(&words_said(claim), OPENING)
        ),
    }
}

/// A summary and, if something changed, one table of all changes, for a comment on a
/// pull request.
#[must_use]
pub fn changes_markdown(articles: &[ArticleChanges<'_>]) -> String {
    let summary = changes_summary(articles);
    if articles.is_empty() {
        return format!("{summary}\n");
    }
    let claims = articles
        .iter()
        .flat_map(|article| article.claims.iter().map(move |claim| (article, claim)));
    let rows = claims.flat_map(|(article, changes)| {
        changes.lines.iter().map(|line| {
            let (id, about) = match changes.claim {
                Some(claim) => (qualified_id(article.article, claim), about(claim)),
                None => (one_line(&article.article.id), NOTHING.to_owned()),
            };
            let cell = |side: &Option<String>| side.clone().unwrap_or_else(|| NOTHING.to_owned());
            [id, about, label(line), cell(&line.was), cell(&line.now)]
        })
    });
    let table = markdown::table(["Claim", "About", "Change", "Was", "Now"], rows);
    format!("{summary}\n\n{table}")
}

#[cfg(test)]
mod tests {
    use super::{
        ArticleChanges, ChangeKind, ChangeLine, ClaimChanges, changes_markdown, changes_summary,
        changes_table,
    };
    use crate::{Style, samples};

    fn line(kind: ChangeKind, field: Option<&str>, was: &str, now: &str) -> ChangeLine {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        ChangeLine {
            kind,
            field: field.map(str::to_owned),
            was: some(was),
            now: some(now),
        }
    }

    #[test]
    fn every_form_of_changes() {
        let (articles, claims) = samples::claims();
        let of_trade = vec![
            ClaimChanges {
                claim: None,
                lines: vec![line(
                    ChangeKind::Field,
                    Some("article.title"),
                    "",
                    "Trade | up",
                )],
            },
            ClaimChanges {
                claim: Some(&claims[0]),
                lines: vec![
                    line(
                        ChangeKind::Figure,
                        None,
                        "nearly 50 percent",
                        "49 percent (-1, -2%)",
                    ),
                    line(
                        ChangeKind::Reworded,
                        None,
                        "Trade between both countries grew by almost 50% last year, he said.",
                        "Trade between both countries grew by 49% last year, he said on Friday.",
                    ),
                    line(ChangeKind::Review, Some("verdict"), "open", "disputed"),
                    line(ChangeKind::Review, Some("by"), "", "ann"),
                ],
            },
        ];
        let of_beacon = vec![
            ClaimChanges {
                claim: Some(&claims[2]),
                lines: vec![line(ChangeKind::Removed, None, "words\u{1b}[31m", "")],
            },
            ClaimChanges {
                claim: Some(&claims[3]),
                lines: vec![line(ChangeKind::Added, None, "", "more words")],
            },
        ];
        let all = [(&articles[0], of_trade), (&articles[1], of_beacon)]
            .map(|(article, claims)| ArticleChanges { article, claims });
        insta::assert_snapshot!("changes_table", changes_table(&all, &Style::default()));
        insta::assert_snapshot!("changes_markdown", changes_markdown(&all));
    }

    #[test]
    fn no_change_is_said() {
        assert_eq!(changes_summary(&[]), "no claim changed");
        assert_eq!(changes_table(&[], &Style::default()), "");
        assert_eq!(changes_markdown(&[]), "no claim changed\n");
    }
}
