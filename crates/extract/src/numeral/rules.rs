//! The rules of numbers, with what they find and leave.

use claimbook_model::Rule;

const LAYER: &str = "numeral";

/// Every rule of this layer.
pub(crate) const RULES: &[Rule] = &[
    Rule {
        id: "numeral-digits",
        layer: LAYER,
        doc: "Digits with separators and decimals, groups of three set apart by blanks, and powers.",
        examples: &[
            "The plant employs [3,450] workers.",
            "It cost [12 500] euros.",
            "Inflation was [4,2]%.",
            "Turnover fell to [0.75] percent.",
        ],
        counter_examples: &["The server at 192.168.1.2 was down."],
    },
    Rule {
        id: "numeral-fold",
        layer: LAYER,
        doc: "Words for so many times.",
        examples: &["Output grew [threefold]."],
        counter_examples: &["The plan is manifold."],
    },
    Rule {
        id: "numeral-fraction",
        layer: LAYER,
        doc: "Parts of one in digits, signs and words, alone or of a scale word.",
        examples: &[
            "[Two-thirds] of the pupils passed.",
            "Add [3/4] cup of sugar.",
            "They sold [half a million] copies.",
            "It weighs [one twenty-fifth] of a gram.",
            "The share is [two twenty-firsts].",
        ],
        counter_examples: &[
            "They met in the second half.",
            "A third man was held.",
            "It marks one hundred and fifth place.",
        ],
    },
    Rule {
        id: "numeral-ratio",
        layer: LAYER,
        doc: "A share put as two numbers.",
        examples: &[
            "[One in four] homes has no heating.",
            "[2 out of 5] drivers speed.",
            "The chance is [one in a million].",
        ],
        counter_examples: &["One in the car was hurt."],
    },
    Rule {
        id: "numeral-scaled",
        layer: LAYER,
        doc: "Digits with a scale word or letter.",
        examples: &[
            "The city has [2.4 million] residents.",
            "The fund holds $[35m].",
            "It sold [25k] tickets.",
        ],
        counter_examples: &["Fans filled the arena."],
    },
    Rule {
        id: "numeral-vague",
        layer: LAYER,
        doc: "Plural scale words without a count: from one to ten times the word.",
        examples: &[
            "[Dozens] of homes burned.",
            "[Tens of thousands] of people marched.",
        ],
        counter_examples: &["Several people came."],
    },
    Rule {
        id: "numeral-words",
        layer: LAYER,
        doc: "Numbers in words, with halves.",
        examples: &[
            "[Twenty-three] miners were saved.",
            "It weighs [two and a half] tonnes.",
            "They ordered [a dozen] ships.",
            "The fund holds [two million, three hundred and six] shares.",
            "They packed [four hundred and two dozen] eggs.",
            "He sold it for [a] penny.",
        ],
        counter_examples: &["The twentieth century ended."],
    },
];

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::doc::Doc;
    use crate::numeral;
    use claimbook_model::{Article, Span};

    /// The numbers that a rule reads in a text.
    fn found(id: &str, text: &str) -> Vec<Span> {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        let numerals = numeral::find(&Doc::new(&article));
        let of_rule = numerals.iter().filter(|n| n.rule == id);
        of_rule.map(|n| n.span).collect()
    }

    #[test]
    fn examples_and_counter_examples_hold() {
        for rule in RULES {
            for example in rule.examples {
                let start = example.find('[').unwrap();
                let end = example.find(']').unwrap() - 1;
                let text = example.replace(['[', ']'], "");
                let spans = found(rule.id, &text);
                assert!(
                    spans.contains(&Span::new(start, end)),
                    "{}: {example}: {spans:?}",
                    rule.id
                );
            }
            for counter in rule.counter_examples {
                assert_eq!(found(rule.id, counter), [], "{}: {counter}", rule.id);
            }
        }
    }
}
