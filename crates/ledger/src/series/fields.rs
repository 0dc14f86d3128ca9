//! The fields of the file of series.

use crate::fields::{Field, Shape, may, must};
use Shape::{Claims, Format, Maps, Text, Texts};

/// The whole file.
pub(crate) static FILE: &[Field] = &[
    must("claimbook", Format, "The number of the file format, 1."),
    must(
        "series",
        Maps(SERIES),
        "The rows that people keep by hand; an empty list if there are none.",
    ),
];

/// An item of `series`
static SERIES: &[Field] = &[
    must(
        "name",
        Text,
        "What the row is called; no other series has this name or synonym.",
    ),
    may(
        "synonyms",
        Texts,
        "Other wordings of its measure: figures so called look for their place on this row.",
    ),
    may(
        "members",
        Claims,
        "Claims that stand on the row, whatever speaks against it, as ARTICLE#c-...",
    ),
    may(
        "non_members",
        Claims,
        "Claims that never stand on it, however alike they look, as ARTICLE#c-...",
    ),
];
