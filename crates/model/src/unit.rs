//! Units, their dimensions and exact factors.

use crate::words::words;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

words! {
    /// What sort of thing a unit measures.
    Dimension, "dimension", {
        /// Percent, times, fractions.
        Ratio = "ratio",
        /// Money, by ISO 4217 code, and minor units.
        Currency = "currency",
        /// Counted things.
        Count = "count",
        /// How old.
        Age = "age",
        /// How long in time.
        Duration = "duration",
        /// How hot.
        Temperature = "temperature",
        /// How far.
        Length = "length",
        /// Surface.
        Area = "area",
        /// Volume.
        Volume = "volume",
        /// Weight or mass.
        Weight = "weight",
        /// Speed.
        Speed = "speed",
        /// Bits and bytes.
        Information = "information",
        /// Angle.
        Angle = "angle",
        /// Energy.
        Energy = "energy",
        /// Power.
        Power = "power",
        /// Pressure.
        Pressure = "pressure",
        /// Frequency.
        Frequency = "frequency",
        /// Something per something.
        Rate = "rate",
        /// Index and score points.
        Points = "points",
        /// Anything else.
        Other = "other",
    }
}

/// `code,dimension,factor,offset`: a value times `factor` plus `offset` is the
/// value in the dimension's base unit. Factors are exact by definition (SI
/// brochure; the international yard and pound of 1959); money has none.
const TABLE: &str = include_str!("../data/units.csv");

/// A row of the table.
struct Known {
    code: &'static str,
    dimension: Dimension,
    factor: Option<Decimal>,
    offset: Decimal,
}

static KNOWN: LazyLock<HashMap<&'static str, Known>> = LazyLock::new(|| {
    let rows = TABLE.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        let code = cells.next()?;
        let dimension = cells.next()?.parse().ok()?;
        let factor = cells.next().and_then(|c| c.parse().ok());
        let offset = cells
            .next()
            .and_then(|c| c.parse().ok())
            .unwrap_or(Decimal::ZERO);
        Some((
            code,
            Known {
                code,
                dimension,
                factor,
                offset,
            },
        ))
    });
    rows.collect()
});

/// Prefixes and the power of ten that each stands for (SI brochure, table 7).
const PREFIXES: [(&str, i32); 20] = [
    ("atto", -18),
    ("centi", -2),
    ("deca", 1),
    ("deci", -1),
    ("exa", 18),
    ("femto", -15),
    ("giga", 9),
    ("hecto", 2),
    ("kilo", 3),
    ("mega", 6),
    ("micro", -6),
    ("milli", -3),
    ("nano", -9),
    ("peta", 15),
    ("pico", -12),
    ("tera", 12),
    ("yocto", -24),
    ("yotta", 24),
    ("zepto", -21),
    ("zetta", 21),
];

/// What a unit measures and its factor to the base unit.
struct Measure {
    dimension: Dimension,
    factor: Option<Decimal>,
    offset: Decimal,
}

/// The table's row for `code`, else what rules make of it: a prefixed unit
/// ("petajoule"), or a square or cubic length.
fn measure(code: &str) -> Option<Measure> {
    if let Some(known) = KNOWN.get(code) {
        return Some(Measure {
            dimension: known.dimension,
            factor: known.factor,
            offset: known.offset,
        });
    }
    let powers = [
        ("square_", 2, Dimension::Area),
        ("cubic_", 3, Dimension::Volume),
    ];
    for (word, power, dimension) in powers {
        if let Some(side) = code.strip_prefix(word).and_then(measure) {
            let factor = side
                .factor
                .and_then(|f| (1..power).try_fold(f, |product: Decimal, _| product.checked_mul(f)));
            return (side.dimension == Dimension::Length).then_some(Measure {
                dimension,
                factor,
                offset: Decimal::ZERO,
            });
        }
    }
    let (prefix, power) = PREFIXES.iter().find(|(p, _)| code.starts_with(p))?;
    let base = KNOWN.get(&code[prefix.len()..])?;
    let takes_prefix = base.offset.is_zero()
        && !matches!(
            base.dimension,
            Dimension::Currency | Dimension::Ratio | Dimension::Count | Dimension::Points
        );
    takes_prefix.then_some(Measure {
        dimension: base.dimension,
        factor: base.factor.and_then(|f| scaled(f, *power)),
        offset: Decimal::ZERO,
    })
}

/// `value` times ten to the `power`, if 28 digits hold it exactly.
fn scaled(value: Decimal, power: i32) -> Option<Decimal> {
    let ten = Decimal::TEN;
    (0..power.unsigned_abs()).try_fold(value, |v, _| {
        let next = if power > 0 {
            v.checked_mul(ten)?
        } else {
            v.checked_div(ten)?
        };
        (!next.is_zero()).then_some(next)
    })
}

/// The unit of an amount, by its code: `percent`, `USD`, `kilometre`,
/// `barrel_per_day`, or the counted noun in the singular ("vaccine dose").
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit(Cow<'static, str>);

impl Unit {
    /// The unit with this code, known or counted.
    #[must_use]
    pub fn new(code: &str) -> Self {
        match KNOWN.get(code) {
            Some(known) => Self(Cow::Borrowed(known.code)),
            None => Self(Cow::Owned(code.to_owned())),
        }
    }

    /// A unit whose code is fixed in the program or its tables.
    #[must_use]
    pub const fn fixed(code: &'static str) -> Self {
        Self(Cow::Borrowed(code))
    }

    /// The code as written in ledgers and JSON.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }

    /// Whether the unit is in the table or a prefixed, square or cubic form of one that
    /// is (otherwise it is a counted noun or a compound).
    #[must_use]
    pub fn is_known(&self) -> bool {
        measure(self.code()).is_some()
    }

    /// The dimension: from the table or its rules, speed or `rate` for a compound "x_per_y",
    /// else `count`.
    #[must_use]
    pub fn dimension(&self) -> Dimension {
        if let Some(known) = measure(self.code()) {
            return known.dimension;
        }
        let dimension = |code: &str| measure(code).map(|m| m.dimension);
        match self.code().split_once("_per_") {
            Some((above, below))
                if dimension(above) == Some(Dimension::Length)
                    && dimension(below) == Some(Dimension::Duration) =>
            {
                Dimension::Speed
            }
            Some(_) => Dimension::Rate,
            None => Dimension::Count,
        }
    }

    /// `value` of this unit in `to`; `None` where no exact factor joins the two.
    #[must_use]
    pub fn convert(&self, value: Decimal, to: &Self) -> Option<Decimal> {
        if self == to {
            return Some(value);
        }
        let (from, to) = (measure(self.code())?, measure(to.code())?);
        if from.dimension != to.dimension {
            return None;
        }
        let base = value.checked_mul(from.factor?)?.checked_add(from.offset)?;
        base.checked_sub(to.offset)?
            .checked_div(to.factor?)
            .map(|d| d.normalize())
    }
}

impl std::fmt::Display for Unit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

impl serde::Serialize for Unit {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for Unit {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let code = <Cow<'de, str>>::deserialize(d)?;
        if code.trim().is_empty() {
            Err(serde::de::Error::custom("a unit cannot be empty"))
        } else {
            Ok(Self::new(&code))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Dimension, TABLE, Unit};
    use rust_decimal::Decimal;

    #[test]
    fn the_table_is_sorted_unique_and_readable() {
        let rows: Vec<Vec<&str>> = TABLE
            .lines()
            .skip(1)
            .map(|l| l.split(',').collect())
            .collect();
        for row in &rows {
            assert_eq!(row.len(), 4, "{row:?}");
            assert!(row[1].parse::<Dimension>().is_ok(), "{row:?}");
            for cell in &row[2..] {
                assert!(
                    cell.is_empty() || cell.parse::<Decimal>().is_ok(),
                    "{row:?}"
                );
            }
        }
        assert!(
            rows.windows(2).all(|w| w[0][0] < w[1][0]),
            "sorted by code, each once"
        );
    }

    #[test]
    fn conversions_are_exact() {
        let convert = |v: &str, from: &str, to: &str| {
            let value = v.parse::<Decimal>().unwrap();
            Unit::new(from)
                .convert(value, &Unit::new(to))
                .map(|d| d.to_string())
        };
        assert_eq!(
            convert("6", "mile", "kilometre").as_deref(),
            Some("9.656064")
        );
        assert_eq!(
            convert("50", "fahrenheit", "celsius").as_deref(),
            Some("10")
        );
        assert_eq!(convert("1", "USD", "EUR"), None);
        assert_eq!(convert("1", "mile", "hour"), None);
    }

    #[test]
    fn prefixes_squares_and_speeds_go_by_rule() {
        let dimension = |code: &str| Unit::new(code).dimension();
        assert_eq!(dimension("petajoule"), Dimension::Energy);
        assert_eq!(dimension("square_decametre"), Dimension::Area);
        assert_eq!(dimension("metre_per_millisecond"), Dimension::Speed);
        assert_eq!(dimension("microphone"), Dimension::Count);
        assert_eq!(dimension("USD_per_barrel"), Dimension::Rate);
        let ten = Decimal::TEN;
        let metres = Unit::new("decametre").convert(ten, &Unit::new("metre"));
        assert_eq!(metres, Some(Decimal::ONE_HUNDRED));
    }

    #[test]
    fn unknown_units_are_counted_nouns() {
        assert_eq!(Unit::new("vaccine dose").dimension(), Dimension::Count);
        assert_eq!(Unit::new("barrel_per_day").dimension(), Dimension::Rate);
        assert_eq!(
            Unit::new("kilometre_per_hour").dimension(),
            Dimension::Speed
        );
    }
}
