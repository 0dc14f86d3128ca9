//! `compare`: rows from articles and from the ledger.

use crate::book::{POST, book};
use crate::common::{World, sample};
use serde_json::Value;

fn groups(json: &str) -> Vec<Value> {
    let whole: Value = serde_json::from_str(json).unwrap();
    whole["groups"].as_array().unwrap().clone()
}

#[test]
fn a_conflict_from_the_ledger() {
    insta::assert_snapshot!(book().run(&["compare"]), @r"
    $ claimbook compare
    ✗ CONFLICT  trade between the ports · change, up · 2021
      Value       Period  Said by      Outlet        Published   Claim
      12%         2021    the harbour  Paris Beacon  2022-01-21  beacon#c-beac0n01
                          master                                 disputed
      almost 50%  2021    Ann Lee      Port Post     2022-02-17  post#c-p0st0001
                                       (Sea Wire)
      12% and almost 50% (42.5 to 50%) do not meet, both for 2021.
    --- stderr
    2 articles, 3 claims: 1 row (1 conflict); 1 claim stands alone
    next: claimbook show ID
    --- exit 0
    ");
}

/// Copies the sample articles into a claimbook of their own and extracts them.
fn sample_book() -> World {
    let world = World::new().file("claimbook.yaml", "");
    for entry in std::fs::read_dir(sample("articles")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        world.write(&format!("articles/{name}"), std::fs::read(&path).unwrap());
    }
    let ran = world.run(&["extract", "articles"]);
    assert_eq!(ran.code, 0, "{ran}");
    world
}

#[test]
fn the_ledger_and_its_articles_give_the_same_rows() {
    let world = sample_book();
    let rows = |args: &[&str]| {
        groups(
            &world
                .run(&[&["compare", "--all", "--format", "json"], args].concat())
                .stdout,
        )
    };
    let (from_articles, from_ledger) = (rows(&["articles"]), rows(&[]));
    assert!(from_articles.len() > 10 && from_articles.len() == from_ledger.len());
    for (one, other) in from_articles.iter().zip(&from_ledger) {
        assert_eq!(one, other);
    }
}

#[test]
fn places_are_code_points_of_the_text() {
    let world = book();
    let body = POST.split_once("---\nIt").unwrap().1;
    let text: Vec<char> = "It".chars().chain(body.chars()).collect();
    let groups = groups(
        &world
            .run(&["compare", "articles", "--format", "json"])
            .stdout,
    );
    let members = groups.iter().flat_map(|g| g["members"].as_array().unwrap());
    let member = members
        .into_iter()
        .find(|m| m["article"] == "post")
        .unwrap();
    let at = |key: &str| usize::try_from(member[key].as_u64().unwrap()).unwrap();
    let words: String = text[at("start")..at("end")].iter().collect();
    assert_eq!(words, "almost 50%");
}

#[test]
fn every_format() {
    let world = book();
    insta::assert_snapshot!(
        "markdown",
        world.run(&["compare", "--format", "markdown"]).stdout
    );
    insta::assert_snapshot!("csv", world.run(&["compare", "--format", "csv"]).stdout);
    insta::assert_snapshot!("json", world.run(&["compare", "--format", "json"]).stdout);
    let lines = world.run(&["compare", "--format", "jsonl"]).json_lines();
    assert_eq!(
        lines,
        groups(&world.run(&["compare", "--format", "json"]).stdout)
    );
}

#[test]
fn filters_keep_whole_rows() {
    let world = book();
    for (filter, rows) in [
        (["--speaker", "ann lee"], 1),
        (["--verdict", "disputed"], 1),
        (["--measure", "rain"], 0),
    ] {
        let ran = world.run(&[&["compare", "--format", "json"], &filter[..]].concat());
        assert_eq!(groups(&ran.stdout).len(), rows, "{filter:?}");
    }
}

/// A figure of one agency as three outlets print it, and another one.
fn reprints() -> World {
    let article = |publisher: &str, day: &str, sentence: &str| {
        format!(
            "---\npublisher: {publisher}\nagency: Sea Wire\npublished: 2022-03-{day}\n---\n{sentence}\n"
        )
    };
    let dead = "The ferry accident off Veles killed 41 people, the coast guard said.";
    World::new()
        .file("articles/a.txt", article("Port Post", "01", dead))
        .file("articles/b.txt", article("Harbour News", "02", dead))
        .file("articles/c.txt", article("Sea Wire", "01", dead))
        .file(
            "articles/d.txt",
            article(
                "Veles Daily",
                "09",
                "Fifty-two people were killed in the ferry accident off Veles.",
            ),
        )
}

#[test]
fn reprints_of_one_agency_stand_on_one_line() {
    let world = reprints();
    insta::assert_snapshot!(world.run(&["compare", "articles"]), @r"
    $ claimbook compare articles
    ↗ UPDATE    people killed
      Value             Period  Said by    Outlet           Published   Claim
      41 people         –       the coast  Port Post (Sea   2022-03-01  a#c-as75k7s4
                                guard      Wire), Sea       2022-03-02  c#c-9gyyj9sc
                                           Wire, Harbour                b#c-8k0z623c
                                           News (Sea Wire)
      Fifty-two people  –       –          Veles Daily      2022-03-09  d#c-ap66ggxw
                                           (Sea Wire)
      +11 in 8 days.
      4 outlets, 2 origins.
    --- stderr
    4 articles, 4 claims: 1 row (1 update); 0 claims stand alone
    next: claimbook init, to keep these claims and review them
    --- exit 0
    ");
    insta::assert_snapshot!(world.run(&["compare", "articles", "--width", "40", "--quiet"]), @r"
    $ claimbook compare articles --width 40 --quiet
    ↗ UPDATE    people killed
      - 41 people · the coast guard · Port
        Post (Sea Wire), Sea Wire, Harbour
        News (Sea Wire) · 2022-03-01,
        2022-03-02 · c-as75k7s4, c-9gyyj9sc,
        c-8k0z623c
      - Fifty-two people · Veles Daily (Sea
        Wire) · 2022-03-09 · c-ap66ggxw
      +11 in 8 days.
      4 outlets, 2 origins.
    --- exit 0
    ");
    insta::assert_snapshot!(world.run(&["compare", "articles", "--format", "markdown", "--quiet"]), @r"
    $ claimbook compare articles --format markdown --quiet
    ### Update: people killed

    | Value | Period | Said by | Outlet | Published | Claim |
    | --- | --- | --- | --- | --- | --- |
    | 41 people | – | the coast guard | Port Post (Sea Wire), Sea Wire, Harbour News (Sea Wire) | 2022-03-01, 2022-03-02 | a#c-as75k7s4, c#c-9gyyj9sc, b#c-8k0z623c |
    | Fifty-two people | – | – | Veles Daily (Sea Wire) | 2022-03-09 | d#c-ap66ggxw |

    +11 in 8 days.

    4 outlets, 2 origins.

    --- exit 0
    ");
    let row = &groups(
        &world
            .run(&["compare", "articles", "--format", "json"])
            .stdout,
    )[0];
    assert_eq!((&row["outlets"], &row["origins"]), (&4.into(), &2.into()));
}

#[test]
fn an_article_brings_the_rows_it_stands_on() {
    let world = sample_book();
    let rows = |args: &[&str]| {
        groups(
            &world
                .run(&[&["compare", "--format", "json"], args].concat())
                .stdout,
        )
    };
    let article = "doses-2021-02-13";
    let on = |row: &Value| {
        let members = row["members"].as_array().unwrap();
        members.iter().any(|member| member["article"] == article)
    };
    let expected: Vec<Value> = rows(&[]).into_iter().filter(on).collect();
    assert!(!expected.is_empty());
    assert_eq!(rows(&["--article", article]), expected);
}

#[test]
fn a_claim_that_was_read_wrong_stays_out() {
    let world = book();
    world.run(&["set", "c-beac0n01", "reading=wrong"]);
    assert!(groups(&world.run(&["compare", "--format", "json"]).stdout).is_empty());
}

#[test]
fn nothing_to_compare_is_fine() {
    let world = World::new().file("claimbook.yaml", "");
    insta::assert_snapshot!(world.run(&["compare"]), @r"
    $ claimbook compare
    --- stderr
    0 articles, 0 claims: 0 rows; 0 claims stand alone
    next: claimbook extract articles
    --- exit 0
    ");
}

#[test]
fn tables_hold_the_width_that_is_asked_for() {
    for width in ["40", "60", "80", "132"] {
        let ran = book().run(&["compare", "--width", width]);
        let widest = ran.stdout.lines().map(|line| line.chars().count()).max();
        assert!(widest <= width.parse().ok(), "{ran}");
    }
}

#[test]
fn why_two_figures_are_on_one_row() {
    insta::assert_snapshot!(book().run(&["compare", "--why", "beacon#c-beac0n01", "almost 50%"]), @r"
    $ claimbook compare --why beacon#c-beac0n01 almost 50%
    beacon#c-beac0n01 · 12% · Paris Beacon · 2022-01-21
      Trade between the ports grew by 12% in 2021, the harbour master said.
    post#c-p0st0001 · almost 50% · Port Post (Sea Wire) · 2022-02-17
      Trade between the ports rose by almost 50% in 2021, Ann Lee said.

    the figures: on one row
      they conflict: 12% and almost 50% (42.5 to 50%) do not meet, both for 2021
        +2.50 the measures share: trade, ports
        +1.26 the sentences share: trade, ports
        -0.30 doubts: values of one time that differ
        +3.46 in all; 2.20 links two figures
    --- exit 0
    ");
    let told = book().run(&[
        "compare", "articles", "--why", "12%", "50%", "--format", "json",
    ]);
    let told: Value = serde_json::from_str(&told.stdout).unwrap();
    assert_eq!(told["why"][0]["standing"], "together");
}

#[test]
fn why_two_figures_are_kept_apart() {
    let world = sample_book();
    let why = ["compare", "--why", "10 million people", "7.2 million doses"];
    insta::assert_snapshot!(world.run(&why), @r"
    $ claimbook compare --why 10 million people 7.2 million doses
    contract-2020-12-29#c-q3y4835t · 10 million people · Reuters · 2020-12-29
      The country will acquire enough of the vaccine to inoculate 10 million people
      in a first phase, Delcy Rodriguez said.
    trade-2022-02-17#c-dh078pfv · 7.2 million doses · UrduPoint News (Sputnik) ·
    2022-02-17
      Russia will go on helping the country through the pandemic, according to the
      deputy prime minister, who specified that 7.2 million doses of the Sputnik V
      vaccine had been delivered to Venezuela so far.

    the figures: not on one row
      units differ: person and dose
        +0.34 the measures share: vaccine
        +0.31 the sentences share: country, vaccine
        +0.20 the articles are about: Sputnik, Russian = Russia, Venezuela
        -0.30 doubts: only one is put as a fact, the units are not the same
        +0.55 in all; 2.20 links two figures
    --- exit 0
    ");
}

#[test]
fn why_refuses_what_names_no_claim_or_several() {
    let world = sample_book();
    insta::assert_snapshot!(world.run(&["compare", "--why", "253", "12%"]), @r"
    $ claimbook compare --why 253 12%
    --- stderr
    error: `253` fits 2 claims
      help: say which: election-2020-12-10-freenews#c-rx729zth, election-2020-12-10-sputnik#c-0hnj70f9
    --- exit 2
    ");
    insta::assert_snapshot!(world.run(&["compare", "--why", "12%", "12%"]), @r"
    $ claimbook compare --why 12% 12%
    --- stderr
    error: `12%` and `12%` are one claim
      help: name two claims
    --- exit 2
    ");
    insta::assert_snapshot!(world.run(&["compare", "--why", "c-nothing", "12%"]), @r"
    $ claimbook compare --why c-nothing 12%
    --- stderr
    error: no claim is called `c-nothing`
      help: give a claim's id, ARTICLE#c-..., or the words of a figure, such as 'almost 50%'
    --- exit 2
    ");
}

#[test]
fn explain_tells_every_link() {
    insta::assert_snapshot!(book().run(&["compare", "--explain"]), @r"
    $ claimbook compare --explain
    ✗ CONFLICT  trade between the ports · change, up · 2021
      Value       Period  Said by      Outlet        Published   Claim
      12%         2021    the harbour  Paris Beacon  2022-01-21  beacon#c-beac0n01
                          master                                 disputed
      almost 50%  2021    Ann Lee      Port Post     2022-02-17  post#c-p0st0001
                                       (Sea Wire)
      12% and almost 50% (42.5 to 50%) do not meet, both for 2021.
      why beacon#c-beac0n01 and post#c-p0st0001 stand together:
        +2.50 the measures share: trade, ports
        +1.26 the sentences share: trade, ports
        -0.30 doubts: values of one time that differ
        +3.46 in all; 2.20 links two figures
    --- stderr
    2 articles, 3 claims: 1 row (1 conflict); 1 claim stands alone
    next: claimbook show ID
    --- exit 0
    ");
    let ran = book().run(&["compare", "--explain", "--format", "csv"]);
    assert_eq!(ran.code, 2, "{ran}");
}
