//! `link`, `unlink` and `series`: people overrule the rows.

use crate::book::book;
use crate::common::{Ran, World};
use claimbook_ledger::series::{SeriesDocument, emit};
use serde_json::Value;
use std::process::Stdio;

/// The claims of the row of a series, of other rows, as the ledger is compared.
fn rows(world: &World) -> Vec<(Option<String>, Vec<String>)> {
    let ran = world.run(&["compare", "--all", "--format", "json"]);
    assert_eq!(ran.code, 0, "{ran}");
    let whole: Value = serde_json::from_str(&ran.stdout).unwrap();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let groups = whole["groups"].as_array().unwrap().iter();
    let figures = groups.filter(|group| group["kind"] == "quantity");
    let row = |group: &Value| {
        let members = group["members"].as_array().unwrap().iter();
        (
            text(&group["series"]),
            members.filter_map(|m| text(&m["claim"])).collect(),
        )
    };
    figures.map(row).collect()
}

/// The small claimbook with a third article, on the tons that the ports moved.
fn ports() -> World {
    let world = book();
    world.write(
        "articles/tons.md",
        "---\ntitle: \"Tons\"\npublisher: \"Quay News\"\npublished: \"2022-03-01\"\n---\nThe volume of cargo rose by 48% in 2021, Ann Lee said.\n",
    );
    let ran = world.run(&["extract", "articles/tons.md"]);
    assert_eq!(ran.code, 0, "{ran}");
    world
}

/// The name of the only claim of the third article.
fn tons(world: &World) -> String {
    let ran = world.run(&["list", "--article", "tons", "--format", "json"]);
    let claims: Value = serde_json::from_str(&ran.stdout).unwrap();
    format!("tons#{}", claims[0]["id"].as_str().unwrap())
}

/// What a run said, with the one id that is minted replaced.
fn told(ran: &Ran, claim: &str) -> String {
    ran.to_string().replace(claim, "tons#c-[TONS]")
}

#[test]
fn claims_that_are_linked_stand_on_one_row() {
    let world = ports();
    let claim = tons(&world);
    let id = claim.rsplit_once('#').unwrap().1.to_owned();
    assert!(rows(&world).contains(&(None, vec![id.clone()])));
    let ran = world.run(&["link", "c-p0st0001", &claim, "--series", "port traffic"]);
    insta::assert_snapshot!(told(&ran, &claim), @r#"
    $ claimbook link c-p0st0001 tons#c-[TONS] --series port traffic
    --- stderr
    series "port traffic": post#c-p0st0001 and tons#c-[TONS] stand on one row
    next: claimbook compare --series 'port traffic'
    --- exit 0
    "#);
    insta::assert_snapshot!(world.read("series.yaml").replace(&claim, "tons#c-[TONS]"), @r#"
    # yaml-language-server: $schema=.claimbook/series-1.schema.json
    claimbook: 1

    series:

      - name: "port traffic"
        members:
          - "post#c-p0st0001"
          - "tons#c-[TONS]"
    "#);
    assert_eq!(
        world.read(".claimbook/series-1.schema.json"),
        world.run(&["schema", "series"]).stdout
    );
    let ran = world.run(&["compare", "--series", "Port Traffic", "--width", "100"]);
    insta::assert_snapshot!(told(&ran, &claim).replace(&id, "c-[TONS]  "));
    let again = world.run(&["link", &claim, "c-p0st0001"]);
    assert!(again.stderr.contains("already, nothing changed"), "{again}");
    assert_eq!(world.run(&["check"]).code, 0);
}

#[test]
fn claims_that_are_unlinked_share_no_row() {
    let world = book();
    let one = [(None, vec!["c-beac0n01".to_owned(), "c-p0st0001".to_owned()])];
    assert_eq!(rows(&world), one);
    let ran = world.run(&["unlink", "c-beac0n01", "c-p0st0001"]);
    insta::assert_snapshot!(ran, @r#"
    $ claimbook unlink c-beac0n01 c-p0st0001
    --- stderr
    series "trade between the ports": beacon#c-beac0n01 and post#c-p0st0001 never share a row
    next: claimbook compare --series 'trade between the ports'
    --- exit 0
    "#);
    assert_eq!(rows(&world).len(), 2);
    world.run(&["link", "c-p0st0001", "c-beac0n01"]);
    let name = Some("trade between the ports".to_owned());
    assert_eq!(rows(&world), [(name, one[0].1.clone())]);
}

#[test]
fn articles_given_by_path_know_no_series() {
    let world = book();
    world.run(&["unlink", "c-beac0n01", "c-p0st0001"]);
    let ran = world.run(&["compare", "articles", "--format", "json"]);
    let whole: Value = serde_json::from_str(&ran.stdout).unwrap();
    let groups = whole["groups"].as_array().unwrap();
    assert!(groups.iter().any(|g| g["verdict"] == "conflict"), "{ran}");
    let ran = world.run(&["compare", "articles", "--series", "trade"]);
    assert_eq!(ran.code, 2, "{ran}");
}

#[test]
fn series_are_listed_shown_and_added_to() {
    let world = book();
    insta::assert_snapshot!(world.run(&["series"]), @r"
    $ claimbook series
    --- stderr
    no series yet: the rows are as compare makes them
    next: claimbook link ID ID, to put two claims on one row
    --- exit 0
    ");
    insta::assert_snapshot!(
        world.run(&["series", "add", "trade", "c-beac0n01", "--synonym", "commerce"]), @r#"
    $ claimbook series add trade c-beac0n01 --synonym commerce
    --- stderr
    series "trade": 1 member, 1 synonym
    next: claimbook series show trade
    --- exit 0
    "#);
    world.run(&["unlink", "c-beac0n01", "c-p0st0001"]);
    insta::assert_snapshot!(world.run(&["series"]).stdout, @"trade  (1 member, 1 kept off, 1 synonym)");
    insta::assert_snapshot!(world.run(&["series", "show", "Commerce"]));
    let ran = world.run(&["series", "show", "trade", "--format", "json"]);
    insta::assert_snapshot!(ran.stdout, @r#"
    {
      "name": "trade",
      "synonyms": [
        "commerce"
      ],
      "members": [
        "beacon#c-beac0n01"
      ],
      "non_members": [
        "post#c-p0st0001"
      ]
    }
    "#);
    let all: Value =
        serde_json::from_str(&world.run(&["series", "--format", "json"]).stdout).unwrap();
    assert_eq!(all[0], serde_json::from_str::<Value>(&ran.stdout).unwrap());
}

#[test]
fn what_cannot_be_linked_says_why_and_writes_nothing() {
    let world = book();
    let words = world.run(&["link", "c-beac0n01", "c-p0st0002"]);
    insta::assert_snapshot!(words.stderr, @r"
    error: post#c-p0st0002 has no figure
      help: a series is a row of figures; words said are compared by themselves
    ");
    for args in [
        &["link", "c-beac0n01", "c-none0000"][..],
        &["link", "c-beac0n01", "c-beac0n01"],
        &["series", "show", "trade"],
        &["series", "add", " "],
    ] {
        let ran = world.run(args);
        assert_eq!(ran.code, 2, "{ran}");
    }
    assert!(!world.path("series.yaml").exists());
}

#[test]
fn a_file_that_is_no_series_is_named_with_its_place() {
    let world = book().file("series.yaml", "claimbook: 1\nseries:\n- nane: \"trade\"\n");
    for args in [&["compare"][..], &["link", "c-beac0n01", "c-p0st0001"]] {
        let ran = world.run(args);
        assert_eq!(ran.code, 2, "{ran}");
        insta::allow_duplicates! {
            insta::assert_snapshot!(ran.stderr, @r"
            error: series.yaml:3:3: a series has no key `nane`
              help: did you mean `name`?
            ");
        }
    }
}

#[test]
fn comments_of_a_hand_edited_file_stay() {
    let text = "claimbook: 1\nseries: # ours\n  # settled in May\n- members: # two\n  - \"beacon#c-beac0n01\"   # Ann\n  name: 'trade'\n";
    let world = book().file("series.yaml", text);
    assert_eq!(world.run(&["link", "c-beac0n01", "c-p0st0001"]).code, 0);
    let line = "  - \"beacon#c-beac0n01\"   # Ann\n";
    let both = format!("{line}  - \"post#c-p0st0001\"\n");
    assert_eq!(world.read("series.yaml"), text.replace(line, &both));
}

#[test]
fn decisions_made_at_once_are_all_kept() {
    let world = book();
    let names: Vec<String> = (0..8).map(|n| format!("row {n}")).collect();
    let children: Vec<_> = names
        .iter()
        .map(|name| {
            let mut command =
                world.command(&["series", "add", name, "--synonym", &format!("{name}b")]);
            command.stdin(Stdio::null()).stderr(Stdio::null());
            command.spawn().unwrap()
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let links = ["beacon#c-beac0n01", "post#c-p0st0001"].map(|claim| {
        let mut command = world.command(&["series", "add", "row 3", claim]);
        command.stdin(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
    });
    for mut child in links {
        assert!(child.wait().unwrap().success());
    }
    let text = world.read("series.yaml");
    let document = SeriesDocument::read(&text, "series.yaml").unwrap();
    let found: Vec<&str> = document.series().iter().map(|s| s.name.as_str()).collect();
    assert_eq!(found, names);
    assert_eq!(document.series()[3].members.len(), 2);
    assert_eq!(emit(document.series()), text);
}

#[test]
fn check_finds_members_that_name_no_claim() {
    let text = "claimbook: 1\nseries:\n- name: \"trade\"\n  members:\n  - \"beacon#c-beac0n02\"\n  - \"post#c-p0st0001\"\n";
    let world = book().file("series.yaml", text);
    insta::assert_snapshot!(world.run(&["check"]), @r#"
    $ claimbook check
    error[series-unknown-claim]: `beacon#c-beac0n02` names no claim: its article has none with this id
     --> series.yaml:5:5
      |
    5 |   - "beacon#c-beac0n02"
      |     ^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `c-beac0n01`? `claimbook list --article beacon` shows what it claims; else delete the line

    --- stderr
    1 error in 2 ledger files (3 claims, 1 reviewed)
    --- exit 1
    "#);
    assert_eq!(world.run(&["check", "claims/post.yaml"]).code, 0);
    let alone = world.run(&["check", "series.yaml", "--format", "github"]);
    insta::assert_snapshot!(alone, @r"
    $ claimbook check series.yaml --format github
    ::error file=series.yaml,line=5,col=5,title=series-unknown-claim::`beacon#c-beac0n02` names no claim: its article has none with this id%0Ahelp: did you mean `c-beac0n01`? `claimbook list --article beacon` shows what it claims; else delete the line
    --- stderr
    1 error in 0 ledger files (0 claims, 0 reviewed)
    --- exit 1
    ");
    world.write("claims/beacon.yaml", "claimbook: 1 1\n");
    let ran = world.run(&["check"]);
    assert!(!ran.stdout.contains("series-unknown-claim"), "{ran}");
}

#[test]
fn check_names_a_series_file_that_is_named_and_not_there() {
    let ran = book().run(&["check", "series.yaml"]);
    assert_eq!(ran.code, 2, "{ran}");
    let told = ran.stderr.starts_with("error: series.yaml: cannot read it");
    assert!(told, "{ran}");
    assert_eq!(book().run(&["check"]).code, 0);
}

#[test]
fn next_commands_can_be_copied_into_a_shell() {
    let world = ports();
    let next = |args: &[&str]| {
        let ran = world.run(args);
        let line = ran.stderr.lines().find(|line| line.starts_with("next: "));
        line.unwrap_or_default().to_owned()
    };
    let quoted = "'Ann'\\''s trade'";
    let (link, show) = (["link", "c-beac0n01", "c-p0st0001"], ["series", "show"]);
    assert_eq!(
        next(&[&link[..], &["--series", "Ann's trade"]].concat()),
        format!("next: claimbook compare --series {quoted}")
    );
    assert_eq!(
        next(&[&show[..], &["Ann's trade"]].concat()),
        format!("next: claimbook compare --series {quoted}")
    );
    assert_eq!(
        next(&["series", "add", "Ann's trade", "--synonym", "turnover"]),
        format!("next: claimbook series show {quoted}")
    );
    assert_eq!(
        next(&["init", "two words"]),
        "next: claimbook extract 'two words/articles'"
    );
    assert_eq!(
        next(&["compare", "articles/tons.md"]),
        "next: claimbook extract articles/tons.md"
    );
    world.write("two words.txt", "Exports rose by 5% in 2021.\n");
    assert_eq!(
        next(&["compare", "two words.txt"]),
        "next: claimbook extract 'two words.txt'"
    );
}
