//! What the fields of a figure say, each in a table of sentences.

use crate::Extractor;
use claimbook_model::annotation::Quantity;
use claimbook_model::{Article, Kind, Modality};

/// The quantities of a sentence published on 3 March 2021.
fn quantities(text: &str) -> Vec<Quantity> {
    let mut article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    article.meta.published = chrono::NaiveDate::from_ymd_opt(2021, 3, 3);
    Extractor::new().annotate(&article).quantities
}

/// The first of them.
fn first(text: &str) -> Quantity {
    let mut found = quantities(text).into_iter();
    found.next().expect("a quantity in the text")
}

/// Holds each sentence of a table to what it says.
fn hold<T: PartialEq + std::fmt::Debug>(table: &[(&str, T)], field: impl Fn(Quantity) -> T) {
    for (text, wanted) in table {
        assert_eq!(&field(first(text)), wanted, "{text}");
    }
}

#[test]
fn a_figure_is_named_by_what_a_reader_would_call_the_row() {
    let table = [
        ("The flood had killed about 300.", "people killed"),
        ("Police said 40 people were arrested.", "people arrested"),
        (
            "More than 600 miners are believed to have died.",
            "miners died",
        ),
        (
            "The mayor spent $5 million on roads.",
            "money spent on roads",
        ),
        ("He used $9,000 in party funds.", "party funds used"),
        ("The rate reached its highest level, 9%.", "rate"),
        ("The Greens won 12 of the 90 seats.", "seats won"),
        ("Ten treaties are in force.", "treaties in force"),
        ("The storm left 40 dead.", "people dead"),
        ("The number of injured rose to 88.", "people injured"),
        ("Of those on board, 30 died.", "people died"),
        ("The deficit widened to 5.6% of GDP.", "deficit"),
        ("Customs seized 3 tonnes of ivory.", "ivory seized"),
        ("The tram carries 40,000 riders a day.", "riders carried"),
        ("The index closed 12 points higher.", "index"),
        ("Exports fell by a third to $12bn.", "exports"),
        ("Police rounded up 40 people.", "people rounded up"),
        ("He was jailed for 12 years.", "jailed"),
        ("It struck 40 km off the coast.", "coast"),
    ];
    for (text, wanted) in table {
        assert_eq!(first(text).measure, wanted, "{text}");
    }
}

#[test]
fn an_amount_that_says_the_same_otherwise_is_named_alike() {
    let table = [
        ("It will cut 200 jobs, or 8% of its staff.", "jobs cut"),
        ("They won 253 of 277 seats, or 91.34%.", "seats won"),
        ("She bought a three-year lease worth $4m.", "lease"),
        (
            "It sold 90 ships in May, 7% more than in 2020.",
            "ships sold",
        ),
        ("Homes rose 4% month on month to £90,000.", "homes"),
        (
            "Shares in a firm, which employs 30 people, sank 4%.",
            "shares in a firm",
        ),
    ];
    for (text, wanted) in table {
        assert_eq!(quantities(text).pop().unwrap().measure, wanted, "{text}");
    }
}

#[test]
fn the_older_of_two_figures_has_its_own_date() {
    let table = [
        ("It was 12% in 2020, compared with 9% in 2015.", "2015"),
        ("Sales rose to $9m in May, from $7m in April.", "2020-04"),
    ];
    for (text, wanted) in table {
        let period = quantities(text).pop().unwrap().period;
        assert_eq!(
            period.map(|p| p.to_string()).as_deref(),
            Some(wanted),
            "{text}"
        );
    }
}

#[test]
fn the_date_of_an_older_figure_and_of_a_record_are_not_its_own() {
    let table = [
        ("It won 43% of the vote, up from 38% in 2018.", None),
        ("Turnout was 61%, the lowest since 1990.", None),
        ("Turnout was 61% in 2018.", Some("2018")),
    ];
    for (text, wanted) in table {
        let period = first(text).period.map(|p| p.to_string());
        assert_eq!(period.as_deref(), wanted, "{text}");
    }
}

#[test]
fn kinds_are_told_apart() {
    let table = [
        ("Exports rose by 4%.", Kind::Change),
        ("Exports rose to $4 billion.", Kind::Level),
        ("Exports were $4 billion a year earlier.", Kind::Level),
        ("The index closed 12 points lower.", Kind::Change),
        ("It shot down 23 drones.", Kind::Level),
        ("It had 37 deaths, bringing the total to 900.", Kind::Level),
        ("The firm reported a 3% drop in sales.", Kind::Change),
        ("The firm reported a loss of $3 million.", Kind::Level),
        ("The bakers make 300 loaves a day.", Kind::Rate),
        ("The state has bought 500 buses so far.", Kind::Cumulative),
        (
            "Since the war began, the town has lost 90 homes.",
            Kind::Cumulative,
        ),
        ("Fifty people have been killed.", Kind::Cumulative),
        ("Fifty people were killed on Monday.", Kind::Level),
        ("Farms use 60% of the water.", Kind::Share),
        ("It signed a contract for 20 ships.", Kind::Target),
        ("Growth will reach 5% in May.", Kind::Forecast),
        ("Growth could reach 5% in May.", Kind::Forecast),
    ];
    hold(&table, |q| q.kind);
}

#[test]
fn modality_is_that_of_the_governing_verb() {
    let table = [
        ("Prices rose 4%.", None),
        ("Prices will rise 4%.", Some(Modality::Forecast)),
        ("Prices may rise 4%.", Some(Modality::Possible)),
        ("Prices did not rise 4%.", Some(Modality::Negated)),
        (
            "The company plans to hire 40 people.",
            Some(Modality::Planned),
        ),
        ("The firm will buy 40 ships.", Some(Modality::Planned)),
    ];
    hold(&table, |q| q.modality);
}

#[test]
fn places_are_named_in_the_clause_or_stand_for_its_subject() {
    let table = [
        ("In Peru, 90 people died.", Some("Peru")),
        ("Venezuela has recorded 500 cases.", Some("Venezuela")),
        ("Spanish exports rose 4%.", Some("Spain")),
        ("Latin American exports rose 4%.", None),
        ("The firm sold 40 ships.", None),
    ];
    for (text, wanted) in table {
        assert_eq!(first(text).place.as_deref(), wanted, "{text}");
    }
}

#[test]
fn periods_and_baselines_leave_the_day_of_speech_out() {
    let table = [
        ("Sales rose 4% in 2020.", (Some("2020"), None)),
        (
            "Sales rose 4% in 2020 compared with 2019.",
            (Some("2020"), Some("2019")),
        ),
        ("Sales rose 4%, he said on Monday.", (None, None)),
        (
            "It lost more than $4 million in 2019.",
            (Some("2019"), None),
        ),
        (
            "It has sold 90 ships since May 2020.",
            (Some("2020-05/2021-03-03"), None),
        ),
        (
            "It has sold 90 ships so far.",
            (Some("../2021-03-03"), None),
        ),
    ];
    let text = |p: Option<claimbook_model::Period>| p.map(|p| p.to_string());
    for (sentence, (period, baseline)) in table {
        let found = first(sentence);
        assert_eq!(text(found.period).as_deref(), period, "{sentence}");
        assert_eq!(text(found.baseline).as_deref(), baseline, "{sentence}");
    }
}

#[test]
fn parts_and_parties_are_kept() {
    let seats = first("The Greens won 12 of the 90 seats.");
    assert_eq!(seats.part_of.as_deref(), Some("90 seats"));
    let trade = first("Trade between Peru and Chile rose 4%.");
    assert_eq!(trade.between, ["Chile", "Peru"]);
    let drop = first("The firm reported a 3% drop in sales.");
    assert_eq!(drop.direction, Some(claimbook_model::Direction::Down));
    assert_eq!(drop.change, None);
}
