//! Number words and their values, keyed by word id.

use crate::lexicon::{WordId, lexicon, rows};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a number word does in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// zero to nineteen
    Unit,
    /// twenty to ninety
    Tens,
    /// hundred
    Hundred,
    /// thousand and up
    Scale,
    /// dozen
    Dozen,
    /// third, hundredth
    Ordinal,
    /// thirds, hundredths
    Fraction,
    /// threefold
    Fold,
}

/// A number word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NumberWord {
    /// What it does.
    pub(crate) part: Part,
    /// Its value.
    pub(crate) value: Decimal,
    /// "hundreds", "dozens": vague without a number before it.
    pub(crate) plural: bool,
}

static WORDS: LazyLock<FxHashMap<WordId, NumberWord>> = LazyLock::new(|| {
    let lexicon = lexicon();
    rows(include_str!("../../data/number_words.csv"))
        .filter_map(|row| {
            let value: Decimal = row[2].parse().ok()?;
            let part = match &row[1] {
                "cardinal" => Part::Unit,
                "tens" => Part::Tens,
                "scale" if value == Decimal::ONE_HUNDRED => Part::Hundred,
                "scale" => Part::Scale,
                "dozen" => Part::Dozen,
                "ordinal" => Part::Ordinal,
                "fold" => Part::Fold,
                _ => Part::Fraction,
            };
            let plural =
                row[0].ends_with('s') && matches!(part, Part::Hundred | Part::Scale | Part::Dozen);
            let word = NumberWord {
                part,
                value,
                plural,
            };
            Some((lexicon.id(&row[0]), word))
        })
        .collect()
});

/// The number word with this id.
pub(crate) fn number_word(id: WordId) -> Option<NumberWord> {
    WORDS.get(&id).copied()
}
