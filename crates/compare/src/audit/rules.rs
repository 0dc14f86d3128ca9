//! The catalogue of what an audit finds.

use claimbook_model::Rule;

/// A change that is not that of its levels.
pub(super) static CHANGE_OF_LEVELS: Rule = Rule {
    id: "change-of-levels",
    layer: "audit",
    doc: "A stated change that is not the one between the two levels that it joins",
    examples: &[
        "Exports rose 20% from 10 million tonnes in 2020 to 15 million tonnes in 2021.",
        "Sales rose by 50% to $12 million, up from $10 million a year earlier.",
        "Output was 300 tonnes, down 10% from 400 tonnes in May.",
        "The budget grew by 2 million euros, from 20 million euros to 25 million euros.",
        "Its shares dropped $2.50, or 14 percent, to $60.",
        "The queue fell from 7,840 to 6,860, or 20%.",
    ],
    counter_examples: &[
        "Exports rose 20% from 10 million tonnes in 2020 to 12 million tonnes in 2021.",
        "Sales rose by more than 15% to $12 million, up from $10 million a year earlier.",
        "Its shares dropped $2.50, or 4 percent, to $60.",
        "The queue fell from 7,840 to 6,860, or 12.5%.",
        "In real terms sales rose 5% to $12 million from $10 million.",
        "The price rose from $10 to $15, up 5% on the week.",
        "Exports rose 20%, and 15 million tonnes were shipped from 10 ports.",
    ],
};

/// A conversion into another unit that is none.
pub(super) static CONVERSION: Rule = Rule {
    id: "conversion",
    layer: "audit",
    doc: "A conversion into another unit that is not the amount it converts",
    examples: &["The road is 100 km (80 miles) long."],
    counter_examples: &[
        "The road is 100 km (62 miles) long.",
        "The house costs £100,000 ($250,000).",
    ],
};

/// A part larger than its whole.
pub(super) static PART_EXCEEDS_WHOLE: Rule = Rule {
    id: "part-exceeds-whole",
    layer: "audit",
    doc: "A part that is more than the whole that it is a part of",
    examples: &["The alliance won 277 of 253 seats."],
    counter_examples: &["The alliance won 253 of 277 seats."],
};

/// Parts that do not make their sum.
pub(super) static PARTS_OF_SUM: Rule = Rule {
    id: "parts-of-sum",
    layer: "audit",
    doc: "Parts that do not make the sum that the text gives",
    examples: &[
        "Twelve people died: seven men and four women.",
        "The fund spent $500 million: $300 million on roads and $150 million on schools.",
    ],
    counter_examples: &[
        "Eleven people died: seven men and four women.",
        "Twelve people died, including seven men and four women.",
        "The fund spent about $500 million: $300 million on roads and $190 million on schools.",
        "Unemployment was 10%: 12% among men and 8% among women.",
    ],
};

/// Percent where percentage points are meant, or the other way round.
pub(super) static PERCENT_FOR_POINTS: Rule = Rule {
    id: "percent-for-points",
    layer: "audit",
    doc: "Percent where percentage points are meant, or percentage points where percent are",
    examples: &[
        "The unemployment rate fell by 2 percent to 10% from 12%.",
        "The rate rose from 5% to 7%, an increase of 2%.",
    ],
    counter_examples: &[
        "The unemployment rate fell by 2 percentage points to 10% from 12%.",
        "The rate rose from 5% to 7%, an increase of 40%.",
    ],
};

/// A percentage that is not that of its numbers.
pub(super) static SHARE_OF_NUMBERS: Rule = Rule {
    id: "share-of-numbers",
    layer: "audit",
    doc: "A percentage that is not the share which the numbers beside it make",
    examples: &[
        "The alliance took 253 of the 277 seats (85%) in the assembly.",
        "Turnout was 60%: 2 million of 5 million voters cast ballots.",
    ],
    counter_examples: &[
        "The alliance won 253 of 277 seats, or 91.34%.",
        "The alliance won 253 of 277 seats on a turnout of 31%.",
        "The alliance won 253 of 277 seats, or 68% of the vote.",
        "Turnout was 40%: 2 million of 5 million voters cast ballots.",
    ],
};

/// Every rule of an audit, by name.
#[must_use]
pub fn rules() -> Vec<&'static Rule> {
    vec![
        &CHANGE_OF_LEVELS,
        &CONVERSION,
        &PART_EXCEEDS_WHOLE,
        &PARTS_OF_SUM,
        &PERCENT_FOR_POINTS,
        &SHARE_OF_NUMBERS,
    ]
}
