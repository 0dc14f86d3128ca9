//! Which units can stand in one row.

use crate::lexicon;
use crate::when::last_word;
use claimbook_model::{Dimension, Figure, Unit};
use rust_decimal::Decimal;

/// Months in calendar units, which have no exact length in seconds.
const CALENDAR: [(&str, i64); 5] = [
    ("century", 1200),
    ("decade", 120),
    ("millennium", 12_000),
    ("month", 1),
    ("year", 12),
];

/// `value` of one unit in another, where an exact factor joins them.
pub(crate) fn convert(value: Decimal, from: &Unit, to: &Unit) -> Option<Decimal> {
    let months = |unit: &Unit| {
        let row = CALENDAR.iter().find(|row| row.0 == unit.code())?;
        Some(Decimal::from(row.1))
    };
    let calendar = || value.checked_mul(months(from)?)?.checked_div(months(to)?);
    from.convert(value, to).or_else(calendar)
}

/// The unit that amounts of a dimension are compared in.
const COMMON: [(Dimension, &str); 10] = [
    (Dimension::Area, "square_metre"),
    (Dimension::Energy, "joule"),
    (Dimension::Information, "byte"),
    (Dimension::Length, "metre"),
    (Dimension::Power, "watt"),
    (Dimension::Ratio, "percent"),
    (Dimension::Speed, "kilometre_per_hour"),
    (Dimension::Temperature, "celsius"),
    (Dimension::Volume, "litre"),
    (Dimension::Weight, "kilogram"),
];

/// The unit to compare amounts of `unit` in: the common one of its dimension where
/// an exact factor leads there, else itself.
pub(crate) fn common_unit(dimension: Dimension, unit: &Unit) -> Unit {
    let spans = [Dimension::Duration, Dimension::Age].contains(&dimension);
    let listed = COMMON
        .iter()
        .find(|row| row.0 == dimension)
        .map(|row| row.1);
    let candidates = listed
        .into_iter()
        .chain(spans.then_some("month"))
        .chain(spans.then_some("second"));
    let mut units = candidates.map(Unit::new);
    let found = units.find(|to| convert(Decimal::ONE, unit, to).is_some());
    found.unwrap_or_else(|| unit.clone())
}

/// What a figure counts or measures in, as far as rows are concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Family {
    /// A unit of measurement or a currency.
    Measured(Dimension, Unit),
    /// People, by group (`any` for people as such).
    People(&'static str),
    /// Counted things, by their noun with synonyms folded.
    Things(String),
    /// A bare number.
    Bare,
}

impl Family {
    /// The family of a figure. Counts of events are counts of what they befall:
    /// "job cuts" are jobs, "deaths" are people.
    pub(crate) fn of(figure: &Figure) -> Self {
        let Some(unit) = &figure.unit else {
            return Self::Bare;
        };
        if figure.dimension() != Dimension::Count {
            return Self::Measured(figure.dimension(), unit.clone());
        }
        let noun = last_word(unit.code());
        if let Some(group) = lexicon::people(noun) {
            return Self::People(group);
        }
        let class = lexicon::noun(noun);
        let before = unit.code().strip_suffix(noun).map_or("", str::trim_end);
        if lexicon::contrasts(&class).next().is_some() && !before.is_empty() {
            return Self::Things(lexicon::noun(last_word(before)));
        }
        Self::Things(class)
    }

    /// Whether figures of the two families can answer one question.
    pub(crate) fn fits(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Measured(a, x), Self::Measured(b, y)) => {
                a == b && convert(Decimal::ONE, x, y).is_some()
            }
            (Self::Bare, Self::Measured(..)) | (Self::Measured(..), Self::Bare) => false,
            (Self::Bare, _) | (_, Self::Bare) => true,
            (Self::People(a), Self::People(b)) => a == b || [*a, *b].contains(&"any"),
            (a, b) => a == b,
        }
    }

    /// The coarse class by which candidates are looked up: families that fit
    /// each other share it.
    pub(crate) fn class(&self) -> u8 {
        match self {
            Self::Measured(dimension, _) => 1 + *dimension as u8,
            Self::People(_) | Self::Things(_) | Self::Bare => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Family;
    use crate::support::figure;

    #[test]
    fn families_that_may_share_a_row() {
        let fits = |a: &str, b: &str| Family::of(&figure(a)).fits(&Family::of(&figure(b)));
        let table = [
            ("5 mile", "8 kilometre", true),
            ("5 percent", "0.05 fraction", true),
            ("5 percent", "5 percentage_point", false),
            ("5 USD", "5 EUR", false),
            ("2 decade", "18 year", true),
            ("2 year", "18 day", false),
            ("5 person", "5 soldier", true),
            ("5 child", "5 soldier", false),
            ("5 car", "5 motor_vehicle", false),
            ("5 car", "5 vehicle", true),
            ("5 dose", "5 person", false),
            ("5 job cut", "5 job", true),
            ("5 death", "5 person", true),
            ("5", "5 dose", true),
            ("5", "5 USD", false),
        ];
        for (a, b, expected) in table {
            assert_eq!((fits(a, b), fits(b, a)), (expected, expected), "{a} / {b}");
        }
    }
}
