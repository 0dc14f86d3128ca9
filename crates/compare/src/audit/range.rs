//! Arithmetic over what hedged and rounded amounts allow.
//!
//! A closed amount is the interval of [`Interval`], its ends given way by rounding, and
//! by half of its last written digit (but for counts in full); a figure may also have
//! been cut, so that 43 stands for up to 43.9. An open one ("more than 50", "up to 50")
//! is open: it contradicts nothing on its far side. All sums and quotients are exact
//! decimals; what does not fit into 28 digits is not judged.

use crate::interval::{Interval, written};
use claimbook_model::{Bound, Dimension, Figure, Number};
use rust_decimal::Decimal;

/// The values that an amount allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    low: Decimal,
    /// None for an amount that is open upwards.
    high: Option<Decimal>,
}

impl Range {
    /// What a figure's words allow, in its unit.
    pub(super) fn of(figure: &Figure) -> Self {
        let interval = Interval::of(figure);
        let (low, high) = interval.widest();
        let half = half_digit(figure);
        let low = low.min(interval.low.saturating_sub(half));
        let high = high.max(interval.high.saturating_add(half));
        match figure.bound {
            Bound::MoreThan | Bound::AtLeast => Self { low, high: None },
            Bound::LessThan | Bound::AtMost => Self {
                low: Decimal::ZERO.min(low),
                high: Some(high),
            },
            _ => Self {
                low,
                high: Some(high),
            },
        }
    }

    /// What the same words would allow of another amount.
    pub(super) fn of_value(figure: &Figure, value: Number, text: &str) -> Self {
        Self::of(&Figure {
            value,
            value_max: None,
            from: None,
            text: text.to_owned(),
            ..figure.clone()
        })
    }

    /// Whether all of it lies above zero.
    pub(super) fn is_positive(self) -> bool {
        self.low > Decimal::ZERO
    }

    /// Both ends in another unit.
    pub(super) fn map(self, to: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        let high = match self.high {
            Some(high) => Some(to(high)?),
            None => None,
        };
        Some(Self {
            low: to(self.low)?,
            high,
        })
    }

    /// The sum of two amounts.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let high = match (self.high, other.high) {
            (Some(a), Some(b)) => Some(a.checked_add(b)?),
            _ => None,
        };
        let low = self.low.checked_add(other.low)?;
        Some(Self { low, high })
    }

    /// How much more `later` is; both must be closed.
    pub(super) fn difference(self, later: Self) -> Option<Self> {
        Some(Self {
            low: later.low.checked_sub(self.high?)?,
            high: Some(later.high?.checked_sub(self.low)?),
        })
    }

    /// How much more `later` is, in percent; both must be closed and positive.
    pub(super) fn percent_change(self, later: Self) -> Option<Self> {
        let share = later.percent_of(self)?;
        Some(Self {
            low: share.low.checked_sub(Decimal::ONE_HUNDRED)?,
            high: Some(share.high?.checked_sub(Decimal::ONE_HUNDRED)?),
        })
    }

    /// How much it is of `whole`, in percent; both must be closed, the whole positive.
    pub(super) fn percent_of(self, whole: Self) -> Option<Self> {
        let of = |part: Decimal, whole: Decimal| percent(part, whole);
        whole.is_positive().then_some(())?;
        Some(Self {
            low: of(self.low, whole.high?)?,
            high: Some(of(self.high?, whole.low)?),
        })
    }

    /// The same with its sign turned; it must be closed.
    pub(super) fn negated(self) -> Option<Self> {
        Some(Self {
            low: -self.high?,
            high: Some(-self.low),
        })
    }

    /// Whether one value fits both.
    pub(super) fn meets(self, other: Self) -> bool {
        let below = |a: Self, b: Self| a.high.is_some_and(|high| high < b.low);
        !below(self, other) && !below(other, self)
    }

    /// Whether all of it lies above all of `other`.
    pub(super) fn is_above(self, other: Self) -> bool {
        other.high.is_some_and(|high| high < self.low)
    }
}

/// Half of what the last written digit is worth; nothing for counts in full.
fn half_digit(figure: &Figure) -> Decimal {
    let half = || {
        let written = written(&figure.text)?;
        let scale = figure.value.decimal().checked_div(written)?.abs();
        let counted = figure.dimension() == Dimension::Count && scale == Decimal::ONE;
        let digit = Decimal::new(1, written.scale()).checked_mul(scale)?;
        (!counted).then(|| digit / Decimal::TWO)
    };
    half().unwrap_or_default()
}

/// `part` of `whole` in percent.
pub(super) fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// A percentage for reading: two decimals at most.
pub(super) fn rounded(value: Decimal) -> Decimal {
    value.round_dp(2).normalize()
}

#[cfg(test)]
mod tests {
    use super::{Range, percent, rounded};
    use crate::support::figure;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    fn range(text: &str) -> Range {
        Range::of(&figure(text))
    }

    #[test]
    fn rounded_and_hedged_amounts_give_way() {
        let change = |a: &str, b: &str| range(a).percent_change(range(b)).unwrap();
        assert!(change("10 million tonne", "12 million tonne").meets(range("20 percent")));
        assert!(change("10.4 million tonne", "12 million tonne").meets(range("15 percent")));
        assert!(!change("10 million tonne", "12 million tonne").meets(range("40 percent")));
        assert!(
            change("10 million tonne", "15 million tonne").meets(range("more_than 20 percent"))
        );
        let share = range("253 seat").percent_of(range("277 seat")).unwrap();
        assert!(share.meets(range("91.34 percent")) && share.meets(range("nearly 92 percent")));
        assert!(!share.meets(range("91.43 percent")) && !share.meets(range("92 percent")));
    }

    #[test]
    fn what_is_open_cannot_be_divided() {
        let open = range("more_than 10 million tonne");
        assert_eq!(open.percent_change(range("12 million tonne")), None);
        assert_eq!(range("0 seat").percent_change(range("5 seat")), None);
        assert!(
            open.plus(range("1 million tonne"))
                .unwrap()
                .meets(range("90 million tonne"))
        );
    }

    #[test]
    fn percentages_are_exact_to_two_decimals() {
        let of = |a: i64, b: i64| rounded(percent(a.into(), b.into()).unwrap()).to_string();
        assert_eq!(of(253, 277), "91.34");
        assert_eq!(of(1, 2), "50");
        assert_eq!(percent(Decimal::ONE, Decimal::ZERO), None);
    }

    proptest! {
        #[test]
        fn the_true_change_of_two_amounts_always_fits(a in 1i64..1_000_000_000, b in 1i64..1_000_000_000) {
            let (from, to) = (range(&format!("{a} USD")), range(&format!("{b} USD")));
            let change = from.percent_change(to).unwrap();
            let only = |value: Decimal| Range { low: value, high: Some(value) };
            let exact = only(percent(Decimal::from(b - a), a.into()).unwrap());
            prop_assert!(change.meets(exact));
            let difference = from.difference(to).unwrap();
            prop_assert!(difference.meets(only((b - a).into())));
        }
    }
}
