//! What this stage tells about itself.

use claimbook_model::Rule;

/// The rules that find what an amount is about; in the examples the brackets hold the
/// phrase that names the measure.
pub(crate) const RULES: &[Rule] = &[
    Rule {
        id: "measure-added-to",
        layer: "measure",
        doc: "What an amount is added to.",
        examples: &["Duties added $500 to [the price of a small car]."],
        counter_examples: &["The firm added 500 workers."],
    },
    Rule {
        id: "measure-before-preposition",
        layer: "measure",
        doc: "The noun before the preposition that leads to the amount.",
        examples: &["It showed [a car] with 938 horsepower."],
        counter_examples: &["It fell on Friday by 5%."],
    },
    Rule {
        id: "measure-described-noun",
        layer: "measure",
        doc: "The noun that the amount describes.",
        examples: &["They pay a $3,500 [mortgage]."],
        counter_examples: &["They pay $3,500."],
    },
    Rule {
        id: "measure-object",
        layer: "measure",
        doc: "The object between verb and amount.",
        examples: &["The upgrade lifts [the driving range] about 35 miles."],
        counter_examples: &["The upgrade costs $35."],
    },
    Rule {
        id: "measure-of-after",
        layer: "measure",
        doc: "The whole that the amount is a part of.",
        examples: &["The group makes 60% of [its revenue] from advertising."],
        counter_examples: &["The group makes 60% more."],
    },
    Rule {
        id: "measure-of-before",
        layer: "measure",
        doc: "The noun whose size the amount gives, before \"of\".",
        examples: &["It reported [sales] of 5,835 tons."],
        counter_examples: &["It reported 5,835 tons."],
    },
    Rule {
        id: "measure-subject",
        layer: "measure",
        doc: "The subject of the clause, with its complements.",
        examples: &["[The set] will cost $200.", "[The price of oil] rose 3%."],
        counter_examples: &["It will cost $200."],
    },
];
