//! An attribution in the making, and what its finders read.

use crate::cue::Cue;
use crate::doc::Doc;
use crate::phrase::Phrases;
use crate::quotation::Quotations;
use crate::token::Kind;
use claimbook_model::{Modality, Stance, Style};
use std::ops::Range;

/// The layers that the finders read.
pub(crate) struct Layers<'a, 't> {
    pub(crate) doc: &'a Doc<'t>,
    pub(crate) phrases: &'a Phrases,
    pub(crate) quotations: &'a Quotations,
    pub(crate) cues: &'a [Cue],
}

impl Layers<'_, '_> {
    /// The cue whose group begins at the token.
    pub(crate) fn cue_at(&self, token: usize) -> Option<&Cue> {
        let at = self.cues.partition_point(|c| c.tokens.start < token);
        self.cues.get(at).filter(|c| c.tokens.start == token)
    }

    /// Whether the token is a double quotation mark that opens a quotation.
    pub(crate) fn opens_quotation(&self, token: usize) -> bool {
        self.quotations
            .at(token)
            .is_some_and(|q| q.tokens.start == token)
    }

    /// Number of the quotation that ends right before the token.
    pub(crate) fn quotation_before(&self, token: usize) -> Option<usize> {
        let at = self.quotations.index_at(token.checked_sub(1)?)?;
        (self.quotations.list[at].tokens.end == token).then_some(at)
    }

    /// The last token of the sentence that belongs to its words: the final stop and
    /// closing marks are left out, unless they close a quotation.
    pub(crate) fn words_end(&self, sentence: &Range<usize>) -> usize {
        let mut end = sentence.end;
        while end > sentence.start
            && self.doc.is_kind(end - 1, Kind::Stop)
            && !self.doc.is_mark(end - 1, b'?')
            && !self.quotations.holds(end - 1)
        {
            end -= 1;
        }
        end
    }
}

/// An attribution with its parts as token ranges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// The source's words; `None` where the text names nobody.
    pub(crate) source: Option<Range<usize>>,
    /// The cue; empty for an implied one.
    pub(crate) cue: Range<usize>,
    /// What was said, in text order.
    pub(crate) content: Vec<Range<usize>>,
    /// The attitude.
    pub(crate) stance: Stance,
    /// Whether it was said at all, as the cue has it.
    pub(crate) modality: Option<Modality>,
    /// Direct, indirect or mixed, where the marks are those inside a quotation.
    pub(crate) style: Option<Style>,
    /// Words around the cue that are no content: day, place, recipient.
    pub(crate) circumstances: Range<usize>,
    /// The rule that made it.
    pub(crate) rule: &'static str,
    /// The words that it rests on, with what they show.
    pub(crate) because: Vec<(&'static str, Range<usize>)>,
}

impl Found {
    /// An attribution by a verb of saying, with the words that make it one.
    pub(crate) fn by_cue(
        cue: &Cue,
        source: Option<Range<usize>>,
        content: Vec<Range<usize>>,
        circumstances: Range<usize>,
        rule: &'static str,
    ) -> Self {
        let mut because = vec![("verb of saying", cue.head..cue.head + 1)];
        if let Some((_, token)) = cue.modality {
            because.push(("not said outright", token..token + 1));
        }
        Self {
            source,
            cue: cue.tokens.clone(),
            content,
            stance: cue.stance,
            modality: cue.modality.map(|(modality, _)| modality),
            style: None,
            circumstances,
            rule,
            because,
        }
    }

    /// Whether the token is part of the content.
    pub(crate) fn holds(&self, token: usize) -> bool {
        self.content.iter().any(|c| c.contains(&token))
    }

    /// Drops empty pieces of content; whether something was said by somebody or nobody
    /// with words in each part.
    pub(crate) fn is_whole(&mut self) -> bool {
        self.content.retain(|c| !c.is_empty());
        !self.content.is_empty() && self.source.as_ref().is_none_or(|s| !s.is_empty())
    }

    /// Number of content tokens.
    pub(crate) fn len(&self) -> usize {
        self.content.iter().map(Range::len).sum()
    }
}
