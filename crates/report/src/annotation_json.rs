//! Annotations as JSON lines, written straight from the borrowed layers: an
//! archive of millions of articles goes through here.

use crate::json;
use claimbook_model::annotation::{
    Annotations, Attribution, Because, DateMention, LeftAlone, Quantity, Source,
};
use claimbook_model::{
    Bound, Claim, Dimension, Direction, Form, Kind, Modality, Number, Offsets, Period, Span,
    Stance, Style,
};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::io::{self, Write};

/// One article's line.
#[derive(Debug, Clone, Copy)]
pub struct AnnotationRecord<'a> {
    /// The article's id.
    pub id: &'a str,
    /// The file it was read from.
    pub path: Option<&'a str>,
    /// The text that the spans count in.
    pub text: &'a str,
    /// Whether the line carries the text, because its reader does not have it.
    pub with_text: bool,
    /// What was found.
    pub annotations: &'a Annotations,
    /// The claims with their ids.
    pub claims: &'a [Claim],
    /// Whether each finding also says why (`because`).
    pub explain: bool,
}

/// Writes `record` as one line of JSON, offsets in code points.
///
/// # Errors
/// What the writer refuses.
pub fn write_annotations<W: Write>(w: W, record: &AnnotationRecord<'_>) -> io::Result<()> {
    let place = Place {
        text: record.text,
        offsets: &Offsets::new(record.text),
        explain: record.explain,
    };
    let found = record.annotations;
    let line = Line {
        id: record.id,
        path: record.path,
        text: record.with_text.then_some(record.text),
        quantities: Layer(&found.quantities, |q| quantity(q, place)),
        attributions: Layer(&found.attributions, |a| attribution(a, place)),
        dates: Layer(&found.dates, |d| date(d, place)),
        claims: record.claims,
        left_alone: record
            .explain
            .then(|| Layer(&found.left_alone, |l| left(l, place))),
    };
    json::write_line(w, &line)
}

/// What turns spans into offsets and words.
#[derive(Clone, Copy)]
struct Place<'a> {
    text: &'a str,
    offsets: &'a Offsets<'a>,
    explain: bool,
}

/// A layer written item by item, without a list in between.
struct Layer<'a, T, F>(&'a [T], F);

impl<'a, T, U: Serialize, F: Fn(&'a T) -> U> Serialize for Layer<'a, T, F> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(self.0.iter().map(&self.1))
    }
}

#[derive(Serialize)]
struct Line<'a, Q, A, D, L> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    quantities: Q,
    attributions: A,
    dates: D,
    claims: &'a [Claim],
    #[serde(skip_serializing_if = "Option::is_none")]
    left_alone: Option<L>,
}

#[derive(Serialize)]
struct LeftOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    rule: &'static str,
    because: Option<Vec<BecauseOut<'a>>>,
}

#[derive(Serialize)]
struct QuantityOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    value: Number,
    value_max: Option<Number>,
    unit: Option<&'a str>,
    unit_text: Option<&'a str>,
    dimension: Dimension,
    form: Form,
    bound: &'static str,
    bound_word: Bound,
    change: Option<Direction>,
    kind: Kind,
    concept: &'a str,
    measure: &'a str,
    place: Option<&'a str>,
    period: Option<Period>,
    baseline: Option<Period>,
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<Vec<BecauseOut<'a>>>,
}

#[derive(Serialize)]
struct AttributionOut<'a> {
    source: Option<SourceOut<'a>>,
    cue: Option<Piece<'a>>,
    content: Piece<'a>,
    style: Style,
    stance: Stance,
    #[serde(skip_serializing_if = "Option::is_none")]
    modality: Option<Modality>,
    nested: bool,
    said_on: Option<Period>,
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<Vec<BecauseOut<'a>>>,
}

#[derive(Serialize)]
struct SourceOut<'a> {
    spans: Vec<(usize, usize)>,
    text: Cow<'a, str>,
    name: Option<&'a str>,
    role: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<Vec<BecauseOut<'a>>>,
}

#[derive(Serialize)]
struct Piece<'a> {
    spans: Vec<(usize, usize)>,
    text: Cow<'a, str>,
}

#[derive(Serialize)]
struct DateOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    value: Period,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
}

#[derive(Serialize)]
struct BecauseOut<'a> {
    what: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
}

fn quantity<'a>(q: &'a Quantity, at: Place<'a>) -> QuantityOut<'a> {
    let (start, end) = at.offsets.to_chars(q.span);
    QuantityOut {
        start,
        end,
        text: q.span.of(at.text),
        value: q.value,
        value_max: q.value_max,
        unit: q.unit.as_ref().map(|u| u.code()),
        unit_text: q.unit_span.map(|s| s.of(at.text)),
        dimension: q.dimension,
        form: q.form,
        bound: q.bound.symbol(),
        bound_word: q.bound,
        change: q.change,
        kind: q.kind,
        concept: &q.concept,
        measure: &q.measure,
        place: q.place.as_deref(),
        period: q.period,
        baseline: q.baseline,
        rule: q.rule,
        because: because(&q.because, at),
    }
}

fn attribution<'a>(a: &'a Attribution, at: Place<'a>) -> AttributionOut<'a> {
    AttributionOut {
        source: a.source.as_ref().map(|s| source(s, at)),
        cue: (!a.cue.is_empty()).then(|| piece(&a.cue, at)),
        content: piece(&a.content, at),
        style: a.style,
        stance: a.stance,
        modality: a.modality,
        nested: a.nested,
        said_on: a
            .said_on
            .map(|d| Period::At(claimbook_model::Moment::day(d))),
        rule: a.rule,
        because: because(&a.because, at),
    }
}

fn source<'a>(s: &'a Source, at: Place<'a>) -> SourceOut<'a> {
    let Piece { spans, text } = piece(&s.spans, at);
    SourceOut {
        spans,
        text,
        name: s.name.as_deref(),
        role: s.role.as_deref(),
        rule: at.explain.then_some(s.rule),
        confidence: at.explain.then_some(s.confidence),
        because: because(&s.because, at),
    }
}

/// Spans in code points and their words, joined by a blank where there are several.
fn piece<'a>(spans: &[Span], at: Place<'a>) -> Piece<'a> {
    let text = match spans {
        [one] => Cow::Borrowed(one.of(at.text)),
        _ => Cow::Owned(
            spans
                .iter()
                .map(|s| s.of(at.text))
                .collect::<Vec<_>>()
                .join(" "),
        ),
    };
    Piece {
        spans: spans.iter().map(|s| at.offsets.to_chars(*s)).collect(),
        text,
    }
}

fn date<'a>(d: &DateMention, at: Place<'a>) -> DateOut<'a> {
    let (start, end) = at.offsets.to_chars(d.span);
    DateOut {
        start,
        end,
        text: d.span.of(at.text),
        value: d.value,
        rule: at.explain.then_some(d.rule),
    }
}

fn left<'a>(l: &LeftAlone, at: Place<'a>) -> LeftOut<'a> {
    let (start, end) = at.offsets.to_chars(l.span);
    LeftOut {
        start,
        end,
        text: l.span.of(at.text),
        rule: l.rule,
        because: because(&l.because, at),
    }
}

fn because<'a>(list: &[Because], at: Place<'a>) -> Option<Vec<BecauseOut<'a>>> {
    let one = |b: &Because| {
        let (start, end) = at.offsets.to_chars(b.span);
        BecauseOut {
            what: b.what,
            start,
            end,
            text: b.span.of(at.text),
        }
    };
    at.explain.then(|| list.iter().map(one).collect())
}
