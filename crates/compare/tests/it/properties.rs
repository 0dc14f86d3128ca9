//! What holds for any claims: the order they come in does not matter, nothing
//! panics, every claim stands on one row of figures, no article contradicts itself.

use crate::support;
use claimbook_compare::{Comparison, Item, Options, Relation, RowKind, compare};
use claimbook_model::{ArticleMeta, Bound, Claim, Kind, Modality, Number};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

const TEMPLATE: &str = r#"
- article: {id: "a"}
  claims:
    - id: "c-template"
      quote: {exact: ""}
      figure: {text: "", value: 0, bound: "equal", kind: "level", measure: ""}
      said_by: {style: "direct"}
"#;

type Drawn = (ArticleMeta, Claim);

fn value() -> impl Strategy<Value = Number> {
    let small = (1i64..2000).prop_map(Number::from);
    let any = (any::<i128>(), 0u32..28).prop_map(|(mantissa, scale)| {
        let mantissa = mantissa % 79_228_162_514_264_337_593_543_950_335;
        Number::from(Decimal::from_i128_with_scale(mantissa, scale))
    });
    prop_oneof![4 => small, 1 => any]
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let words = select(vec![
        "people killed",
        "people injured in the blast",
        "bilateral trade",
        "exports to Russia",
        "unemployment rate",
        "doses of vaccine delivered",
        "",
        "’“”— 百 ünï",
    ]);
    let unit = select(vec![
        "",
        "person",
        "soldier",
        "percent",
        "percentage_point",
        "USD",
        "mile",
        "kilometre",
        "dose",
    ]);
    let place = select(vec!["", "Kenya", "Nairobi", "the US", "Molo"]);
    let period = select(vec![
        "",
        "2021",
        "2021-10",
        "../2022-02-17",
        "2022-02-17/..",
        "2020/2021",
    ]);
    let day = select(vec!["", "2021-10-05", "2021-10-06", "2022-02-17"]);
    let shape = (
        value(),
        select(Bound::ALL),
        select(Kind::ALL),
        select(Modality::ALL),
        0usize..6,
    );
    (words, unit, place, period, day, shape).prop_map(
        |(measure, unit, place, period, day, (value, bound, kind, modality, article))| {
            let ledger = support::ledgers(TEMPLATE).remove(0);
            let mut claim = ledger
                .claims
                .into_iter()
                .next()
                .expect("the template has one claim with a figure");
            let mut meta = ledger.article;
            meta.id = format!("article-{article}");
            meta.published = day.parse().ok();
            claim.quote.exact =
                format!("The {measure} in {place} came to {value} {unit}, they say today.");
            let figure = claim
                .figure
                .as_mut()
                .expect("the template has one claim with a figure");
            figure.text = format!("{value} {unit}");
            figure.value = value;
            figure.bound = bound;
            figure.kind = kind;
            figure.modality = Some(modality);
            figure.measure = measure.to_owned();
            figure.unit = (!unit.is_empty()).then(|| claimbook_model::Unit::new(unit));
            figure.place = (!place.is_empty()).then(|| place.to_owned());
            figure.period = period.parse().ok();
            (meta, claim)
        },
    )
}

fn items<'a>(drawn: &'a [Drawn], order: &[usize]) -> Vec<Item<'a>> {
    let item = |at: &usize| Item {
        article: &drawn[*at].0,
        claim: &drawn[*at].1,
        at: Some((*at, *at + 1)),
        words_at: None,
    };
    order.iter().map(item).collect()
}

/// A comparison with every item under the number that it has in `order`.
fn renumbered(mut comparison: Comparison, order: &[usize]) -> Comparison {
    for row in &mut comparison.rows {
        for member in &mut row.members {
            member.item = order[member.item];
        }
    }
    for apart in &mut comparison.apart {
        apart.a = order[apart.a];
        apart.b = order[apart.b];
    }
    comparison
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_claims_does_not_matter(
        (drawn, order) in proptest::collection::vec(drawn(), 0..24).prop_flat_map(|drawn| {
            let order: Vec<usize> = (0..drawn.len()).collect();
            (Just(drawn), Just(order).prop_shuffle())
        })
    ) {
        let straight: Vec<usize> = (0..drawn.len()).collect();
        let options = Options {
            all: true,
            ..Options::default()
        };
        let one = compare(&items(&drawn, &straight), &options);
        let other = compare(&items(&drawn, &order), &options);
        prop_assert_eq!(one, renumbered(other, &order));
    }

    #[test]
    fn rows_hold_every_figure_once_and_no_article_against_itself(drawn in proptest::collection::vec(drawn(), 0..24)) {
        let order: Vec<usize> = (0..drawn.len()).collect();
        let options = Options {
            all: true,
            ..Options::default()
        };
        let comparison = compare(&items(&drawn, &order), &options);
        let mut times = vec![0; drawn.len()];
        for row in comparison.rows.iter().filter(|r| r.kind == RowKind::Quantity) {
            for member in &row.members {
                times[member.item] += 1;
            }
            for link in &row.relations {
                let id = |at: usize| &drawn[row.members[at].item].0.id;
                prop_assert!(link.relation != Relation::Conflict || id(link.a) != id(link.b));
            }
        }
        prop_assert!(times.iter().all(|n| *n <= 1));
    }
}
