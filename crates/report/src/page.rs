//! One claim in full, with its sentence in context.

use crate::mark::marked;
use crate::one_line;
use crate::style::{Role, Style};
use crate::wording::{outlet, period, published, qualified_id, speaker};
use crate::wrap::hanging;
use claimbook_model::{ArticleMeta, Claim, Figure, SaidBy};

/// What stands around the claim's sentence in its article.
#[derive(Debug, Clone, Copy, Default)]
pub struct ClaimContext<'a> {
    /// Text before the sentence.
    pub before: &'a str,
    /// Text after the sentence.
    pub after: &'a str,
}

/// Width of the column of field names.
const NAMES: usize = 14;

/// A page about `claim`.
#[must_use]
pub fn claim_page(
    article: &ArticleMeta,
    claim: &Claim,
    context: ClaimContext<'_>,
    style: &Style,
) -> String {
    let effective = claim.effective();
    let mut out = style.paint(Role::Heading, &qualified_id(article, claim)) + "\n";
    if let Some(title) = &article.title {
        out.push_str(&hanging("", &one_line(title), style.width));
    }
    let mut about = vec![outlet(article), published(article)];
    about.extend(
        [&article.place, &article.url, &article.path]
            .into_iter()
            .flatten()
            .map(|t| one_line(t)),
    );
    out.push_str(&hanging("", &about.join(" · "), style.width));
    out.push('\n');
    out.push_str(&sentence(claim, context, style));
    out.push('\n');
    let mut fields = Fields { out, style };
    if let Some(figure) = &effective.figure {
        figure_fields(&mut fields, figure);
    }
    if let Some(said_by) = &effective.said_by {
        speaker_fields(&mut fields, said_by);
    }
    review_fields(&mut fields, claim);
    fields.out
}

/// Lines of a name and a text.
struct Fields<'s> {
    out: String,
    style: &'s Style,
}

impl Fields<'_> {
    fn put(&mut self, name: &str, text: &str) {
        let first = format!("  {name:<NAMES$}");
        let block = hanging(&first, &one_line(text), self.style.width);
        self.out
            .push_str(&block.replacen(name, &self.style.paint(Role::Faint, name), 1));
    }

    fn maybe(&mut self, name: &str, text: Option<impl AsRef<str>>) {
        if let Some(text) = text {
            self.put(name, text.as_ref());
        }
    }
}

/// The sentence between what stands around it, its figure or its words marked.
fn sentence(claim: &Claim, context: ClaimContext<'_>, style: &Style) -> String {
    let mut out = String::new();
    let around = |text: &str| -> String {
        hanging("  ", &one_line(text), style.width)
            .lines()
            .map(|line| style.paint(Role::Faint, line) + "\n")
            .collect()
    };
    out.push_str(&around(context.before));
    out.push_str(&hanging("  ", &marked(claim), style.width));
    out.push_str(&around(context.after));
    out
}

fn figure_fields(fields: &mut Fields<'_>, figure: &Figure) {
    fields.put("figure", &figure.in_words());
    fields.put("measure", &figure.measure);
    let direction = figure
        .direction
        .map(|d| format!(", {d}"))
        .unwrap_or_default();
    fields.put("kind", &format!("{}{direction}", figure.kind));
    fields.maybe("place", figure.place.as_ref());
    for (name, list) in [("between", &figure.between), ("about", &figure.about)] {
        if !list.is_empty() {
            fields.put(name, &list.join(", "));
        }
    }
    fields.maybe("part of", figure.part_of.as_ref());
    fields.maybe("modality", figure.modality.map(|m| m.as_str()));
    if figure.period.is_some() || figure.baseline.is_some() {
        fields.put("period", &period(figure));
    }
    fields.maybe("converts", figure.conversion_of.as_ref());
}

fn speaker_fields(fields: &mut Fields<'_>, said_by: &SaidBy) {
    fields.put("said by", &speaker(Some(said_by)));
    let mut how = vec![said_by.style.to_string()];
    how.extend(said_by.stance.map(|s| s.to_string()));
    how.extend(said_by.cue.as_ref().map(|cue| format!("cue \"{cue}\"")));
    how.extend(
        said_by
            .as_written
            .as_ref()
            .map(|written| format!("written \"{written}\"")),
    );
    fields.put("how", &how.join(", "));
    fields.maybe("said on", said_by.said_on.map(|d| d.to_string()));
    fields.maybe("venue", said_by.venue.as_ref());
    fields.maybe("via", said_by.via.as_ref());
}

fn review_fields(fields: &mut Fields<'_>, claim: &Claim) {
    let review = &claim.review;
    fields.put("reading", review.reading.as_str());
    fields.put("verdict", review.verdict.as_str());
    fields.maybe("judged", review.saw.as_ref());
    let by = [review.by.clone(), review.date.map(|d| d.to_string())];
    let by: Vec<String> = by.into_iter().flatten().collect();
    if !by.is_empty() {
        fields.put("by", &by.join(", "));
    }
    fields.maybe("note", review.note.as_ref());
    for evidence in &review.evidence {
        fields.put("evidence", &evidence.url);
    }
    if !claim.fix.is_empty() {
        let machine = claim.figure.as_ref().map(Figure::in_words);
        fields.maybe("tool had read", machine);
        fields.maybe("because", claim.fix.why.as_ref());
    }
    for edit in &claim.changes {
        fields.put("edited", &format!("{} was {}", edit.field, edit.was));
    }
    if claim.gone {
        fields.put("gone", "the article no longer says this");
    }
}
