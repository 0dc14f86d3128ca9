//! The rules of amounts, with what they find and leave.

use claimbook_model::Rule;

/// Every rule of this layer.
pub(crate) const RULES: &[Rule] = &[Rule {
    id: "unit-money",
    layer: "quantity",
    doc: "Money: signs and codes before a number, currency words after it.",
    examples: &["The bridge cost [$12 million].", "She paid [40 euros]."],
    counter_examples: &["The euro fell."],
}];
