//! The rules of amounts, with what they find and leave.
//!
//! In the examples of `unit-` and `join-` rules the brackets hold the amount with its hedge, in
//! those of `bound-` and `change-` rules the word that says so, in those of `leave-` rules
//! what is left alone.

use claimbook_model::Rule;

/// A rule of this layer.
const fn rule(
    id: &'static str,
    doc: &'static str,
    examples: &'static [&'static str],
    counter_examples: &'static [&'static str],
) -> Rule {
    Rule {
        id,
        layer: "quantity",
        doc,
        examples,
        counter_examples,
    }
}

/// Every rule of this layer.
pub(crate) const RULES: &[Rule] = &[
    rule(
        "bound-after",
        "A hedge after the amount.",
        &[
            "It holds 50 [or more].",
            "They paid 300 euros [at most].",
            "He is 60-[odd] years old.",
        ],
        &["It holds 50 more.", "She bought 5 apples or 6 pears."],
    ),
    rule(
        "bound-before",
        "A hedge before the amount; \"over three years\" alone is a span of time.",
        &[
            "[Almost] 40% agreed.",
            "It drew [as many as] 500 fans.",
            "It costs [up to] $30.",
        ],
        &["It drew 500 fans.", "It grew over three years."],
    ),
    rule(
        "change-predicate",
        "The direction of an amount by up, down, higher or lower beside it.",
        &[
            "Shares were [down] 2%.",
            "Sales, [up] 4 percent, beat forecasts.",
        ],
        &[
            "They made up 4 percent of sales.",
            "The lift goes up to 40 metres.",
        ],
    ),
    rule(
        "change-verb",
        "The direction of an amount by the verb that governs it; a noun of change does not.",
        &[
            "Rents [rose] 6%.",
            "Costs [fell] by a further 3 million euros.",
            "The bank [cut] its rate to 4%.",
        ],
        &[
            "Rents saw a 6% rise.",
            "The charity raised 3 million euros.",
        ],
    ),
    rule(
        "conversion-bracket",
        "An amount in brackets after one of the same dimension converts it and shares its hedge.",
        &[
            "The pass is 12 km ([7 miles]) long.",
            "It made 90 million euros ([$98 million]).",
        ],
        &["The pass is 12 km (90 minutes) long."],
    ),
    rule(
        "join-from-to",
        "An old and a new level, in text order.",
        &["Rents rose [from 800 to 950 euros]."],
        &[
            "Rents rose to 950 euros.",
            "Prices range from 800 to 950 euros.",
        ],
    ),
    rule(
        "join-list",
        "A bare number in a list takes the unit of the next one.",
        &["It costs [8] or 9 euros.", "They hold [40] of 90 seats."],
        &["It costs 9 euros."],
    ),
    rule(
        "join-range",
        "Two ends of a range; a scale or unit that stands once holds for both.",
        &[
            "Growth of [2-3%] is likely.",
            "It takes [between 5 and 6 hours].",
            "They want [$10 to $15 billion].",
        ],
        &["They won 3-1.", "It grew 5% to $15."],
    ),
    rule(
        "join-sum",
        "A larger and a smaller unit of one amount.",
        &[
            "He is [6 feet 2 inches] tall.",
            "It costs [3 dollars 50 cents].",
        ],
        &["It weighs 6 kilograms and costs 50 cents."],
    ),
    rule(
        "join-tally",
        "Votes for and against are one amount, the votes for.",
        &[
            "The council passed the plan [51-49].",
            "It was adopted by a vote of [30 to 12].",
            "The judges issued a [5-4] ruling.",
        ],
        &["They won 51-49.", "It takes 30 to 45 minutes."],
    ),
    rule(
        "join-uncertain",
        "A number with how near it is: the first is the amount.",
        &["The bolt is [5 ± 0.2 mm] long."],
        &["The bolt is 5 mm long."],
    ),
    rule(
        "leave-bare",
        "Small bare numbers in running text: more often names and pronouns than amounts.",
        &["He thought of [seven] and left."],
        &["The answer was 7.", "61 is the number to beat."],
    ),
    rule(
        "leave-clock",
        "Times of day.",
        &["It left at [10:45].", "Doors open at [6pm]."],
        &["It takes 45 minutes."],
    ),
    rule(
        "leave-date",
        "Years, days and what the dates of the text hold.",
        &[
            "It opened in [1998].",
            "They met on [7 March].",
            "It ran from [1950 to 1962].",
        ],
        &["About 1,998 people came.", "The ship has 1950 cabins."],
    ),
    rule(
        "leave-designation",
        "Numbers that are part of a name.",
        &[
            "The [iPhone 11] sold well.",
            "Under [Article 5] they must act.",
            "The Group of [Seven] met.",
        ],
        &["In Ohio 300 people came.", "They sold 11 phones."],
    ),
    rule(
        "leave-pair",
        "\"The two\", named before, and \"one\" for a person or thing.",
        &["The [two] leaders met.", "No [one] came."],
        &["Two leaders met.", "They lost one ship."],
    ),
    rule(
        "leave-phone",
        "Numbers to dial, and ids that begin with a zero.",
        &[
            "Call [0845 555 0134] today.",
            "Call +44 [20 7946 0958] today.",
            "The form is called [007].",
        ],
        &["It weighs 0.5 kilograms.", "They sold 8 505 505 phones."],
    ),
    rule(
        "leave-score",
        "Scores and numbers chained by hyphens.",
        &["They won [3-1]."],
        &["They hired 3-4 cooks."],
    ),
    rule(
        "leave-title",
        "Numbers with their units inside the title of a work.",
        &[
            "They watched [Million Dollar] Baby until late that evening.",
            "She liked The [40-Year-Old] Virgin best among those films.",
        ],
        &[
            "He made a million dollars.",
            "Million dollar homes sold well.",
        ],
    ),
    rule(
        "unit-age",
        "Ages: old, aged, of age, or a bare number between commas after a name.",
        &[
            "Ann Lee, [34], sings.",
            "A [90-year-old] won.",
            "A man aged [71] fell.",
            "Anna Lee [44] has spent a year at sea.",
        ],
        &["It took 34 years."],
    ),
    rule(
        "unit-compound",
        "A unit per another, also with a, an, a slash or hyphens.",
        &[
            "It pumps [900 barrels per day].",
            "They pay [$30 an hour].",
            "It sells a [12-cent-a-share] payout.",
            "They fought 31 fires, compared with [12 per week] in spring.",
        ],
        &["It pumped 900 barrels."],
    ),
    rule(
        "unit-counted",
        "The counted noun with its modifiers, in the singular, also across \"of\".",
        &[
            "They signed [20 cooperation agreements].",
            "They got [7.2 million of the vaccine doses].",
        ],
        &["They signed in 20 minutes."],
    ),
    rule(
        "unit-counted-compound",
        "What a thing has, hyphenated before it.",
        &[
            "They read a [48-page] report.",
            "It sent a [7,000-strong] force.",
            "A [20-member] panel met.",
        ],
        &["It has a 10-story lead.", "It runs on a six-speed gearbox."],
    ),
    rule(
        "unit-fraction",
        "A part of a whole.",
        &[
            "[Two-thirds] of voters agreed.",
            "[One in five] drivers speeds.",
        ],
        &["They drove half a mile."],
    ),
    rule(
        "unit-money",
        "Money: signs and codes before a number, currency words after it.",
        &[
            "The bridge cost [$12 million].",
            "She paid [40 euros].",
            "The yacht costs [USD10m].",
            "He owes [12 Canadian dollars].",
        ],
        &["The euro fell.", "He lifted 40 pounds."],
    ),
    rule(
        "unit-people",
        "People counted by what happened to them, without a noun.",
        &[
            "The quake left [40 dead].",
            "The blast killed [13] and injured some others.",
            "[Some 3,000] were displaced by floods.",
            "The death toll rose to [56].",
            "The number of injured rose to [88].",
        ],
        &["They counted 40 dead fish.", "The firm killed 13 projects."],
    ),
    rule(
        "unit-physical",
        "Units of measure, prefixes by rule; a letter needs evidence beside it.",
        &[
            "The wall is [5 metres] high.",
            "It is [-12°C] outside.",
            "It covers [300 sq km].",
            "It draws [5 W] at rest.",
        ],
        &["The 5G network works.", "He is a 5 star chef."],
    ),
    rule(
        "unit-points",
        "Points of an index or a score.",
        &["The index lost [30 points]."],
        &["He made his point."],
    ),
    rule(
        "unit-ratio",
        "Percent in its spellings, percentage and basis points, times.",
        &[
            "Turnout was [54 per cent].",
            "It rose [25 basis points].",
            "It is [six times] as large.",
        ],
        &["A percentage was lost."],
    ),
];

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::Extractor;
    use claimbook_model::annotation::Quantity;
    use claimbook_model::{Article, Rule, Span};

    fn quantities(text: &str) -> Vec<Quantity> {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        Extractor::new().annotate(&article).quantities
    }

    fn says(q: &Quantity, what: &str) -> Vec<Span> {
        let reasons = q.because.iter().filter(|b| b.what == what);
        reasons.map(|b| b.span).collect()
    }

    /// What the rule found in a sentence.
    fn found(rule: &Rule, text: &str) -> Vec<Span> {
        let all = quantities(text);
        let kind = rule.id.split('-').next().unwrap();
        let of = |q: &Quantity| match kind {
            "bound" | "change" => says(q, rule.id),
            "conversion" if q.conversion_of.is_some() => vec![q.span],
            "leave" => vec![q.span],
            _ if q.rule == rule.id => vec![q.span],
            _ => Vec::new(),
        };
        all.iter().flat_map(of).collect()
    }

    /// Whether the rule tells why a number of the bracket is no amount.
    fn is_left(rule: &Rule, text: &str, bracket: Span) -> bool {
        let article = Article {
            text: text.to_owned(),
            ..Article::default()
        };
        let left = Extractor::new().left_alone(&article);
        let here = || left.iter().filter(|l| l.span.overlaps(bracket));
        here().next().is_none() || here().any(|l| l.rule == rule.id)
    }

    #[test]
    fn examples_and_counter_examples_hold() {
        let mut wrong = Vec::new();
        for rule in RULES {
            let leaves = rule.id.starts_with("leave");
            for example in rule.examples {
                let start = example.find('[').unwrap();
                let end = example.find(']').unwrap() - 1;
                let text = example.replace(['[', ']'], "");
                let spans = found(rule, &text);
                let fits = if leaves {
                    let bracket = Span::new(start, end);
                    spans.iter().all(|s| !s.overlaps(bracket)) && is_left(rule, &text, bracket)
                } else {
                    spans.contains(&Span::new(start, end))
                };
                if !fits {
                    let words: Vec<_> = spans.iter().map(|s| s.of(&text)).collect();
                    let rules: Vec<_> = quantities(&text)
                        .iter()
                        .map(|q| (q.span.of(&text).to_owned(), q.rule))
                        .collect();
                    wrong.push(format!("{}: {example}: {words:?} {rules:?}", rule.id));
                }
            }
            for counter in rule.counter_examples {
                if found(rule, counter).is_empty() == leaves {
                    wrong.push(format!("{}: counter {counter}", rule.id));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn rules_are_sorted_and_complete() {
        assert!(RULES.windows(2).all(|r| r[0].id < r[1].id));
        for rule in RULES {
            assert!(
                !rule.examples.is_empty() && !rule.counter_examples.is_empty(),
                "{}",
                rule.id
            );
        }
    }
}
