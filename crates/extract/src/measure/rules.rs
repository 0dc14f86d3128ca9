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
        id: "measure-before-predicate",
        layer: "measure",
        doc: "The noun phrase right before \"up\", \"down\" or the like without a verb.",
        examples: &["Shippers gained, with [Maersk] up 3%."],
        counter_examples: &["Maersk was up 3%."],
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
        examples: &[
            "They pay a $3,500 [mortgage].",
            "Critics compared the best $200 [smartphones].",
            "They dated a 90,000-year-old [skull found in a cave].",
        ],
        counter_examples: &["They pay $3,500."],
    },
    Rule {
        id: "measure-for-after",
        layer: "measure",
        doc: "What a sum or share is for.",
        examples: &[
            "They paid $300 for [the flights].",
            "They paid a total of $300 (£240) for [the flights].",
        ],
        counter_examples: &["It rose 3% for the week."],
    },
    Rule {
        id: "measure-nearest-noun",
        layer: "measure",
        doc: "Without anything better, the noun phrase before the amount.",
        examples: &["In the race for [the seat], $5 million."],
        counter_examples: &["He has $5 million."],
    },
    Rule {
        id: "measure-object",
        layer: "measure",
        doc: "The object between verb and amount.",
        examples: &[
            "The upgrade lifts [the driving range] about 35 miles.",
            "The ruling made [the phone] 40 euros cheaper.",
        ],
        counter_examples: &[
            "The upgrade costs $35.",
            "The plant will feed the grid in 15 years.",
            "Homes stay an average of 70 days.",
        ],
    },
    Rule {
        id: "measure-of-after",
        layer: "measure",
        doc: "The whole that the amount is a part of.",
        examples: &[
            "The group makes 60% of [its revenue] from advertising.",
            "The town bought $90 worth of [paint].",
        ],
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
        id: "measure-respectively",
        layer: "measure",
        doc: "The phrase at the amount's own place in a list, before \"respectively\".",
        examples: &[
            "Screens measure 5 and 6 inches for [the small phone] and the tablet, respectively.",
        ],
        counter_examples: &["Screens measure 5 and 6 inches for the phones."],
    },
    Rule {
        id: "measure-subject",
        layer: "measure",
        doc: "The subject of the clause, with its complements.",
        examples: &[
            "[The set] will cost $200.",
            "[The price of oil] rose 3%.",
            "[Energy], the weakest sector, fell 1%.",
            "The plant will feed the grid in 15 years, and [the dam] is 90 metres high.",
        ],
        counter_examples: &["It will cost $200."],
    },
];

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::Extractor;
    use claimbook_model::Article;
    use std::collections::BTreeSet;

    /// The words that the rule gives as its evidence in the text.
    fn named_by(rule: &str, text: &str) -> BTreeSet<String> {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        let found = Extractor::new().annotate(&article);
        let because = found.quantities.iter().flat_map(|q| &q.because);
        because
            .filter(|b| b.what == rule)
            .map(|b| b.span.of(text).to_owned())
            .collect()
    }

    #[test]
    fn each_rule_names_the_bracketed_words_of_its_examples() {
        for rule in RULES {
            for example in rule.examples {
                let (before, rest) = example.split_once('[').expect("an opening bracket");
                let (words, after) = rest.split_once(']').expect("a closing bracket");
                let text = format!("{before}{words}{after}");
                let named = named_by(rule.id, &text);
                assert!(named.contains(words), "{}: {text} gives {named:?}", rule.id);
            }
        }
    }

    #[test]
    fn no_rule_speaks_in_its_counter_examples() {
        for rule in RULES {
            for text in rule.counter_examples {
                let named = named_by(rule.id, text);
                assert!(named.is_empty(), "{}: {text} gives {named:?}", rule.id);
            }
        }
    }
}
