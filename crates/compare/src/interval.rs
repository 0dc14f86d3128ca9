//! What a hedged or rounded amount allows: the interval of true values that its
//! writer would have described so.
//!
//! | written | lowest | highest | softened |
//! |---|---|---|---|
//! | 50 | 50 | 50 | yes |
//! | about 50 | 45 | 55 | no |
//! | almost 50 | 42.5 | 50 | yes |
//! | just over 50 | 50 | 55 | yes |
//! | less than 50, up to 50 | 37.5 | 50 | yes |
//! | more than 50, at least 50 | 50 | 67.5 | yes |
//! | 40 to 50 | 40 | 50 | yes |
//!
//! The far end of an open bound ("more than") only serves to find contradictions:
//! nobody writes "more than 50" of 500. Softened ends give way by half a unit of
//! the last digit that carries information, at most 5% of the amount: 7.2 million
//! stands for 7.15 to 7.25 million. Whole counts without a round end (48 pages)
//! and counts below 20 do not give way. A coarser figure may also have been cut
//! instead of rounded: 43 million meets 43.9 million.

use crate::family::{common_unit, convert};
use claimbook_model::{Bound, Dimension, Figure, Number, Unit};
use rust_decimal::Decimal;

/// Lowest and highest value as factors of the amount in thousandths, and whether
/// the ends give way by the rounding of the amount.
const BOUNDS: [(Bound, i64, i64, bool); 8] = [
    (Bound::Equal, 1000, 1000, true),
    (Bound::About, 900, 1100, false),
    (Bound::Nearly, 850, 1000, true),
    (Bound::JustOver, 1000, 1100, true),
    (Bound::LessThan, 750, 1000, true),
    (Bound::AtMost, 750, 1000, true),
    (Bound::MoreThan, 1000, 1350, true),
    (Bound::AtLeast, 1000, 1350, true),
];

/// Counts below this are written out as they are, never rounded.
const SMALL_COUNT: i64 = 20;

/// The values that a figure allows, in the figure's unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interval {
    /// Lowest value by the words.
    pub(crate) low: Decimal,
    /// Highest value by the words.
    pub(crate) high: Decimal,
    /// By how much either end may give way, for rounding.
    soft: Decimal,
    /// How much a cut figure may hide; zero unless the amount is exact and round.
    cut: Decimal,
}

impl Interval {
    /// The interval of a figure's amount.
    pub(crate) fn of(figure: &Figure) -> Self {
        let (_, low, high, softened) = BOUNDS
            .into_iter()
            .find(|row| row.0 == figure.bound)
            .unwrap_or((Bound::Equal, 1000, 1000, true));
        let scaled = |v: Number, by: i64| {
            let factor = Decimal::new(by, 3);
            v.decimal().checked_mul(factor).unwrap_or(v.decimal())
        };
        let second = figure.value_max.unwrap_or(figure.value);
        let (first, second) = if figure.value <= second {
            (figure.value, second)
        } else {
            (second, figure.value)
        };
        let ends = [scaled(first, low), scaled(second, high)];
        let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        let unit = last_unit(figure);
        let soft = if softened {
            unit / Decimal::TWO
        } else {
            Decimal::ZERO
        };
        let exact = figure.bound == Bound::Equal && figure.value_max.is_none();
        let cut = if exact { unit } else { Decimal::ZERO };
        Self {
            low,
            high,
            soft,
            cut,
        }
        .capped(figure.value.decimal())
    }

    /// The ends, given way by rounding; the upper one by cutting too.
    pub(crate) fn widest(self) -> (Decimal, Decimal) {
        let low = self.low.saturating_sub(self.soft);
        (low, self.high.saturating_add(self.soft.max(self.cut)))
    }

    /// The interval of a figure's amount in the common unit of its dimension.
    pub(crate) fn in_common_unit(figure: &Figure) -> Self {
        let own = Self::of(figure);
        let common = |unit: &Unit| own.convert(unit, &common_unit(figure.dimension(), unit));
        figure.unit.as_ref().and_then(common).unwrap_or(own)
    }

    fn capped(self, amount: Decimal) -> Self {
        let cap = (amount.abs()) / Decimal::from(20);
        Self {
            soft: self.soft.min(cap),
            cut: self.cut.min(cap),
            ..self
        }
    }

    /// The same interval in another unit; `None` where no exact factor joins them.
    pub(crate) fn convert(self, from: &Unit, to: &Unit) -> Option<Self> {
        let at = |v: Decimal| convert(v, from, to);
        let (low, high) = (at(self.low)?, at(self.high)?);
        let width = |w: Decimal| Some(at(self.low.checked_add(w)?)?.checked_sub(low)?.abs());
        Some(Self {
            low: low.min(high),
            high: low.max(high),
            soft: width(self.soft)?,
            cut: width(self.cut)?,
        })
    }

    /// The interval of the amount with its sign turned.
    pub(crate) fn negated(self) -> Self {
        Self {
            low: -self.high,
            high: -self.low,
            ..self
        }
    }

    /// Whether one true value could have been described both ways.
    pub(crate) fn meets(self, other: Self) -> bool {
        let gap = self
            .low
            .max(other.low)
            .saturating_sub(self.high.min(other.high));
        gap <= Decimal::ZERO
            || gap < self.soft.saturating_add(other.soft)
            || self.may_be_cut_from(other)
            || other.may_be_cut_from(self)
    }

    /// Whether this coarser figure may be `other` with its last digits dropped.
    fn may_be_cut_from(self, other: Self) -> bool {
        self.cut > other.cut
            && other.low >= self.low
            && other.low.saturating_sub(self.low) < self.cut
    }

    /// Whether every value of this interval lies below every value of `other`.
    pub(crate) fn is_below(self, other: Self) -> bool {
        !self.meets(other) && self.high <= other.low
    }

    /// Whether the words allow more than one value.
    pub(crate) fn is_wide(self) -> bool {
        self.low != self.high
    }
}

/// The worth of the last digit of the amount that carries information.
fn last_unit(figure: &Figure) -> Decimal {
    let amount = figure.value.decimal();
    if let Some(unit) = last_written_decimal(&figure.text, amount) {
        return unit;
    }
    let amount = amount.normalize();
    if amount.scale() > 0 {
        return Decimal::new(1, amount.scale());
    }
    let zeros = trailing_zeros(amount);
    let counted = matches!(
        figure.dimension(),
        Dimension::Count | Dimension::Age | Dimension::Other
    );
    if counted && (zeros == 0 || amount.abs() < Decimal::from(SMALL_COUNT)) {
        return Decimal::ZERO;
    }
    Decimal::from_i128_with_scale(10i128.pow(zeros), 0)
}

fn trailing_zeros(amount: Decimal) -> u32 {
    let mut rest = amount.mantissa().unsigned_abs();
    let mut zeros = 0;
    while rest != 0 && rest.is_multiple_of(10) {
        rest /= 10;
        zeros += 1;
    }
    zeros.min(27)
}

/// The first number of a figure's words, as written in digits.
pub(crate) fn written(text: &str) -> Option<Decimal> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let number = &text[start..];
    let end = number
        .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .unwrap_or(number.len());
    let digits = number[..end].trim_end_matches(['.', ',']).replace(',', "");
    digits.parse().ok()
}

/// The worth of the last decimal as written ("30.0%", "7.20 million").
fn last_written_decimal(text: &str, amount: Decimal) -> Option<Decimal> {
    let written = written(text)?;
    if written.scale() == 0 || written.is_zero() {
        return None;
    }
    let scale = amount.checked_div(written)?.abs();
    Decimal::new(1, written.scale()).checked_mul(scale)
}

#[cfg(test)]
mod tests {
    use super::{BOUNDS, Interval};
    use crate::support::figure;
    use claimbook_model::{Bound, Number, Unit};
    use proptest::prelude::*;

    #[test]
    fn which_amounts_meet() {
        let meet = [
            ("7.2 million dose", "7,240,000 dose"),
            ("more_than 250,000 USD", "250,000 USD"),
            ("about 60,000 USD", "more_than 60,000 USD"),
            ("43,350 USD", "43,000 USD"),
            ("nearly 20 year", "18 year"),
            ("43 million person", "43.9 million person"),
            ("30.5 percent", "31 percent"),
            ("at_least 200,000 person", "200,000 person"),
            ("more_than 300,000 person", "at_most 300,000 person"),
            ("1.4..2.4 million dose", "2 million dose"),
            ("more_than 20 agreement", "20 agreement"),
            ("91.34 percent", "91.3 percent"),
        ];
        let apart = [
            ("12 percent", "nearly 50 percent"),
            ("12 percent", "13 percent"),
            ("48 page", "47 page"),
            ("5,587.75 USD", "5,687.75 USD"),
            ("240,000 person", "200,000 person"),
            ("30.0 percent", "30.4 percent"),
            ("16.1 percent", "30.5 percent"),
            ("100,000 dose", "7.2 million dose"),
            ("more_than 600 person", "at_least 250 person"),
            ("8 percent", "8.9..9.1 percent"),
            ("11 agreement", "12 agreement"),
        ];
        let met = |a: &str, b: &str| {
            let (a, b) = (Interval::of(&figure(a)), Interval::of(&figure(b)));
            assert_eq!(a.meets(b), b.meets(a));
            a.meets(b)
        };
        for (a, b) in meet {
            assert!(met(a, b), "{a} meets {b}");
        }
        for (a, b) in apart {
            assert!(!met(a, b), "{a} does not meet {b}");
        }
    }

    #[test]
    fn units_of_one_dimension_are_converted_exactly() {
        let mile = Interval::of(&figure("6.2 mile"));
        let there = mile
            .convert(&Unit::new("mile"), &Unit::new("kilometre"))
            .unwrap();
        assert!(there.meets(Interval::of(&figure("10 kilometre"))));
        assert!(
            mile.convert(&Unit::new("mile"), &Unit::new("USD"))
                .is_none()
        );
    }

    #[test]
    fn every_bound_has_one_row() {
        for bound in Bound::ALL {
            assert_eq!(BOUNDS.iter().filter(|row| row.0 == *bound).count(), 1);
        }
    }

    proptest! {
        #[test]
        fn an_amount_meets_itself_however_it_is_hedged(mantissa in -9_999_999i64..9_999_999, scale in 0u32..4, i in 0usize..8) {
            let mut plain = figure("1 USD");
            plain.value = Number::from(rust_decimal::Decimal::new(mantissa, scale));
            let mut hedged = plain.clone();
            hedged.bound = BOUNDS[i].0;
            prop_assert!(Interval::of(&plain).meets(Interval::of(&hedged)));
        }
    }
}
