//! A figure: an amount and what it measures.

use crate::words::words;
use crate::{Dimension, Number, Period, Unit};
use serde::{Deserialize, Serialize};

words! {
    /// How the writer hedged an amount.
    Bound, "bound", {
        /// The amount as it stands.
        Equal = "equal",
        /// "about", "some", "around": near it, either side.
        About = "about",
        /// "almost", "nearly", "just under": near it, from below.
        Nearly = "nearly",
        /// "just over": near it, from above.
        JustOver = "just_over",
        /// "less than", "under", "below".
        LessThan = "less_than",
        /// "up to", "at most", "as many as".
        AtMost = "at_most",
        /// "more than", "over", "above".
        MoreThan = "more_than",
        /// "at least", "a minimum of".
        AtLeast = "at_least",
    }
}

impl Bound {
    /// The sign used in `annotate` output: `= ~ < > <= >=`.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::About | Self::Nearly => "~",
            Self::LessThan => "<",
            Self::AtMost => "<=",
            Self::JustOver | Self::MoreThan => ">",
            Self::AtLeast => ">=",
        }
    }
}

words! {
    /// Which way something went.
    Direction, "direction", {
        /// It rose.
        Up = "up",
        /// It fell.
        Down = "down",
        /// It stayed.
        Same = "same",
    }
}

words! {
    /// What sort of figure it is; only figures of one kind may be compared.
    Kind, "kind", {
        /// A state at a time: 20 agreements, a rate of 5%.
        Level = "level",
        /// A difference between two times: up by 50%.
        Change = "change",
        /// A running total: 7.2 million doses so far.
        Cumulative = "cumulative",
        /// An amount per something: 1,200 a day.
        Rate = "rate",
        /// A part of a whole: 13% of the population.
        Share = "share",
        /// Something aimed at or agreed: a contract for 10 million doses.
        Target = "target",
        /// Something expected.
        Forecast = "forecast",
    }
}

words! {
    /// How firmly a claim is put.
    Modality, "modality", {
        /// Stated as fact.
        Actual = "actual",
        /// Announced, promised or intended.
        Planned = "planned",
        /// Expected or predicted.
        Forecast = "forecast",
        /// Possible ("may", "could", "if").
        Possible = "possible",
        /// Denied or negated.
        Negated = "negated",
    }
}

words! {
    /// The shape of an amount in the text.
    Form, "form", {
        /// One number.
        Point = "point",
        /// Two numbers that bound it, in text order.
        Range = "range",
        /// An old and a new level, in text order.
        FromTo = "from_to",
    }
}

/// A quantity and what it measures, as one claim states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The words of the article, hedge and unit included ("almost 50%").
    pub text: String,
    /// The amount; the lower-standing end of a range comes first as in the text.
    pub value: Number,
    /// The other end of a range, in text order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_max: Option<Number>,
    /// The old level of a from-to change whose new level is `value`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Number>,
    /// How the writer hedged.
    pub bound: Bound,
    /// The unit: `percent`, `USD`, `kilometre`, or the counted noun ("vaccine dose").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The dimension, where the unit alone does not give it (an age in years).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimension: Option<Dimension>,
    /// Level, change, running total ...
    pub kind: Kind,
    /// Which way, for a change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// What is counted or measured ("bilateral trade", "people killed"). For people
    /// counted, the measure names what happened to them.
    pub measure: String,
    /// Where it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The two or more parties of a mutual measure (trade between A and B).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub between: Vec<String>,
    /// Names in the clause that the figure is about, in text order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<String>,
    /// The whole that it is a part of ("277 seats" for 253 of 277 seats).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// How firmly it is put; left out for plain facts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modality: Option<Modality>,
    /// When it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// What a change is measured against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Period>,
    /// The text of the figure that this one converts ("10 km" for "(6 miles)").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversion_of: Option<String>,
}

impl Figure {
    /// The dimension: as stated, else the unit's, else `other`.
    #[must_use]
    pub fn dimension(&self) -> Dimension {
        self.dimension
            .or_else(|| self.unit.as_ref().map(Unit::dimension))
            .unwrap_or(Dimension::Other)
    }

    /// What is measured and which way it went: "bilateral trade, up".
    #[must_use]
    pub fn of_what(&self) -> String {
        match self.direction {
            Some(direction) => format!("{}, {direction}", self.measure),
            None => self.measure.clone(),
        }
    }

    /// When it holds, as EDTF text: "2021 over 2020", or "undated".
    #[must_use]
    pub fn when(&self) -> String {
        match (self.period, self.baseline) {
            (Some(period), Some(baseline)) => format!("{period} over {baseline}"),
            (Some(period), None) => period.to_string(),
            (None, Some(baseline)) => format!("undated over {baseline}"),
            (None, None) => "undated".to_owned(),
        }
    }

    /// The amount in the fixed form used for reviews: "nearly 50 percent",
    /// "10 to 15 USD", "from 10 to 9.7 percent".
    #[must_use]
    pub fn in_words(&self) -> String {
        let mut out = String::new();
        if self.bound != Bound::Equal {
            out.push_str(&self.bound.as_str().replace('_', " "));
            out.push(' ');
        }
        if let Some(from) = self.from {
            out.push_str(&format!("from {from} to "));
        }
        out.push_str(&self.value.to_string());
        if let Some(max) = self.value_max {
            out.push_str(&format!(" to {max}"));
        }
        if let Some(unit) = &self.unit {
            out.push(' ');
            out.push_str(unit.code());
        }
        out
    }
}
