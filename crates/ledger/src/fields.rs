//! The format, field by field: names, forms, who writes them, what they mean.
//!
//! One table for the schema, for the words of error messages, and for the order
//! of keys. A test holds it to the types of the model.

#[cfg(test)]
mod tests;

use claimbook_model::{
    Bound, Dimension, Direction, Kind, Modality, Reading, Stance, Style, Verdict,
};

/// The form of a value.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shape {
    /// The format's number.
    Format,
    /// Text.
    Text,
    /// Text in the form of a claim's id.
    Id,
    /// A plain decimal number, or one as text.
    Number,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A date or span of time, as EDTF.
    Period,
    /// `true` or `false`.
    Flag,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// A list of texts.
    Texts,
    /// A list of names of claims, `ARTICLE#c-...`.
    Claims,
    /// Free keys with texts.
    Table,
    /// A mapping with these keys.
    Map(&'static [Field]),
    /// A list of mappings with these keys.
    Maps(&'static [Field]),
}

/// One key of a mapping.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    /// The key.
    pub(crate) name: &'static str,
    /// The form of its value.
    pub(crate) shape: Shape,
    /// Whether the mapping cannot be without it.
    pub(crate) required: bool,
    /// What it means.
    pub(crate) doc: &'static str,
}

/// A key that must be there.
pub(crate) const fn must(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field {
        name,
        shape,
        required: true,
        doc,
    }
}

/// A key that is left out when it has nothing to say.
pub(crate) const fn may(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field {
        name,
        shape,
        required: false,
        doc,
    }
}

use Shape::{Date, Flag, Format, Id, Map, Maps, Number, Period, Table, Text, Texts, Word};

/// The whole file.
pub(crate) static FILE: &[Field] = &[
    must("claimbook", Format, "The number of the file format, 1."),
    must(
        "article",
        Map(ARTICLE),
        "What is known of the article. Written by extract.",
    ),
    must(
        "claims",
        Maps(CLAIM),
        "The article's claims in text order; an empty list says that it was read and makes none.",
    ),
];

/// `article`
pub(crate) static ARTICLE: &[Field] = &[
    must(
        "id",
        Text,
        "Its name in the claimbook, also the name of its ledger file.",
    ),
    may("title", Text, "Headline."),
    may("publisher", Text, "The outlet that published it."),
    may(
        "agency",
        Text,
        "The agency that the outlet took it from; reprints of one agency count as one origin.",
    ),
    may("author", Text, "Byline."),
    may(
        "published",
        Date,
        "Day of publication, YYYY-MM-DD; \"last year\" and \"on Wednesday\" are read against it.",
    ),
    may("place", Text, "Where it was written."),
    may("url", Text, "Where it stands on the web."),
    may(
        "path",
        Text,
        "The file it was read from, below the project's root.",
    ),
    may("text_sha256", Text, "SHA-256 of its text, in hex."),
    may("extra", Table, "Other keys of its front matter, as text."),
];

/// An item of `claims`
pub(crate) static CLAIM: &[Field] = &[
    must(
        "id",
        Id,
        "c- and 8 characters, minted once and kept from then on; unique in its file.",
    ),
    must(
        "quote",
        Map(QUOTE),
        "The sentence that makes the claim. Written by extract.",
    ),
    may(
        "figure",
        Map(FIGURE),
        "The amount and what it measures. Written by extract; correct it in fix.",
    ),
    may(
        "said_by",
        Map(SAID_BY),
        "The speaker; left out when the outlet speaks itself. Written by extract; correct it in fix.",
    ),
    may(
        "fix",
        Map(FIX),
        "Corrections of fields of figure and said_by. Written by people.",
    ),
    may(
        "review",
        Map(REVIEW),
        "What people decided. Written by people.",
    ),
    may(
        "waive",
        Maps(WAIVER),
        "Findings of check that are accepted for this claim. Written by people.",
    ),
    may(
        "changes",
        Maps(CHANGE),
        "What the outlet changed after the claim was first read. Written by extract.",
    ),
    may(
        "gone",
        Flag,
        "true when the article no longer makes the claim but somebody has worked on it. Written by extract.",
    ),
];

/// `quote`
pub(crate) static QUOTE: &[Field] = &[
    must(
        "exact",
        Text,
        "The sentence, word for word, white space squeezed.",
    ),
    may("prefix", Text, "Up to 32 characters before it."),
    may("suffix", Text, "Up to 32 characters after it."),
];

/// `figure`
pub(crate) static FIGURE: &[Field] = &[
    must(
        "text",
        Text,
        "The words of the article, hedge and unit included.",
    ),
    must(
        "value",
        Number,
        "The amount in plain digits; as text when it has more than 15 significant digits.",
    ),
    may(
        "value_max",
        Number,
        "The other end of a range, in text order.",
    ),
    may(
        "from",
        Number,
        "The old level, where the text gives old and new.",
    ),
    must("bound", Word(Bound::WORDS), "How the writer hedged."),
    may(
        "unit",
        Text,
        "percent, an ISO 4217 code, a name such as kilometre, or the counted noun.",
    ),
    may(
        "dimension",
        Word(Dimension::WORDS),
        "What the unit measures, where the unit does not say it.",
    ),
    must(
        "kind",
        Word(Kind::WORDS),
        "What sort of figure it is; only figures of one kind are compared.",
    ),
    may(
        "direction",
        Word(Direction::WORDS),
        "Which way, for a change.",
    ),
    must("measure", Text, "What is counted or measured."),
    may("place", Text, "Where it holds."),
    may("between", Texts, "The parties of a mutual measure."),
    may(
        "about",
        Texts,
        "Names in the clause that the figure is about.",
    ),
    may("part_of", Text, "The whole that it is a part of."),
    may(
        "modality",
        Word(Modality::WORDS),
        "How firmly it is put; left out for plain facts.",
    ),
    may("period", Period, "When it holds, as EDTF."),
    may(
        "baseline",
        Period,
        "What a change is measured against, as EDTF.",
    ),
    may(
        "conversion_of",
        Text,
        "The text of the figure that this one converts.",
    ),
];

/// `said_by`
pub(crate) static SAID_BY: &[Field] = &[
    may("name", Text, "The resolved name."),
    may("as_written", Text, "The speaker as written at this place."),
    may("role", Text, "Office or description in this article."),
    may("cue", Text, "The word or words of saying."),
    must(
        "style",
        Word(Style::WORDS),
        "Whether the words stand in quotation marks: all, none, or partly.",
    ),
    may(
        "stance",
        Word(Stance::WORDS),
        "The speaker's attitude; left out for plain assertion.",
    ),
    may(
        "words",
        Text,
        "The words said, where they are not the one quoted piece of the sentence.",
    ),
    may("said_on", Date, "The day of the utterance, YYYY-MM-DD."),
    may("venue", Text, "Where or to whom it was said."),
    may(
        "via",
        Text,
        "Who passed it on, when the words come at second hand.",
    ),
];

/// `fix`
pub(crate) static FIX: &[Field] = &[
    may("value", Number, "Corrects figure.value."),
    may("value_max", Number, "Corrects figure.value_max."),
    may("from", Number, "Corrects figure.from."),
    may("bound", Word(Bound::WORDS), "Corrects figure.bound."),
    may("unit", Text, "Corrects figure.unit."),
    may("kind", Word(Kind::WORDS), "Corrects figure.kind."),
    may(
        "direction",
        Word(Direction::WORDS),
        "Corrects figure.direction.",
    ),
    may("measure", Text, "Corrects figure.measure."),
    may("place", Text, "Corrects figure.place."),
    may("part_of", Text, "Corrects figure.part_of."),
    may(
        "modality",
        Word(Modality::WORDS),
        "Corrects figure.modality.",
    ),
    may("period", Period, "Corrects figure.period."),
    may("baseline", Period, "Corrects figure.baseline."),
    may("name", Text, "Corrects said_by.name."),
    may("role", Text, "Corrects said_by.role."),
    may("stance", Word(Stance::WORDS), "Corrects said_by.stance."),
    may("said_on", Date, "Corrects said_by.said_on."),
    may("why", Text, "What was wrong."),
];

/// `review`
pub(crate) static REVIEW: &[Field] = &[
    must(
        "reading",
        Word(Reading::WORDS),
        "Did the tool read the sentence right?",
    ),
    must("verdict", Word(Verdict::WORDS), "Does the claim hold?"),
    may(
        "saw",
        Text,
        "The figure or words that were judged, in one line; a verdict on anything else is stale.",
    ),
    may("by", Text, "Who judged."),
    may("date", Date, "When, YYYY-MM-DD."),
    may("note", Text, "Why, in the reviewer's words."),
    may("evidence", Maps(EVIDENCE), "What the verdict rests on."),
];

/// An item of `evidence`
pub(crate) static EVIDENCE: &[Field] = &[
    must("url", Text, "Where it stands."),
    may("archived", Text, "An archived copy."),
    may("quote", Text, "The words there."),
    may("value", Number, "The value there."),
    may("retrieved", Date, "When it was looked at, YYYY-MM-DD."),
];

/// An item of `waive`
pub(crate) static WAIVER: &[Field] = &[
    must("rule", Text, "The name of the finding."),
    must("reason", Text, "Why it is accepted."),
];

/// An item of `changes`
pub(crate) static CHANGE: &[Field] = &[
    must("field", Text, "The field that changed."),
    must("was", Text, "What it was."),
];
