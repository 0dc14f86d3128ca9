//! `list`: claims of the ledger, and the filters that other commands share.

use crate::book::book;
use crate::common::World;

fn ids(world: &World, filter: &[&str]) -> Vec<String> {
    let ran = world.run(&[&["list", "--format", "jsonl"], filter].concat());
    assert_eq!(ran.code, 0, "{ran}");
    let id = |claim: &serde_json::Value| claim["id"].as_str().unwrap().to_owned();
    ran.json_lines().iter().map(id).collect()
}

#[test]
fn a_table_for_each_article() {
    insta::assert_snapshot!(book().run(&["list"]), @r"
    $ claimbook list
    beacon · Paris Beacon · 2022-01-21
      Claim       Value or words  Measure        Said by      Period  Review
      c-beac0n01  12%             trade between  the harbour  2021    ok, disputed
                                  the ports      master

    post · Port Post (Sea Wire) · 2022-02-17
      Claim       Value or words  Measure        Said by      Period  Review
      c-p0st0001  almost 50%      trade between  Ann Lee      2021    open
                                  the ports
      c-p0st0002  We are open     –              Ann Lee      –       open
                  for business,
    --- stderr
    3 of 3 claims, 2 articles
    --- exit 0
    ");
}

#[test]
fn json_is_the_ledger_with_the_article() {
    let ran = book().run(&["list", "--format", "json"]);
    let claims: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(claims.as_array().unwrap().len(), 3);
    assert_eq!(claims[0]["article"]["id"], "beacon");
    assert_eq!(claims[0]["review"]["note"], "minutes");
    assert_eq!(claims[1]["figure"]["value"], 50);
}

#[test]
fn filters_narrow_and_join() {
    let world = book();
    let table: [(&[&str], &[&str]); 10] = [
        (&["--measure", "TRADE"], &["c-beac0n01", "c-p0st0001"]),
        (&["--speaker", "ann"], &["c-p0st0001", "c-p0st0002"]),
        (&["--speaker", "ann", "--measure", "trade"], &["c-p0st0001"]),
        (&["--verdict", "disputed"], &["c-beac0n01"]),
        (
            &["--reading", "open", "--outlet", "sea wire"],
            &["c-p0st0001", "c-p0st0002"],
        ),
        (&["--since", "2022-02-01"], &["c-p0st0001", "c-p0st0002"]),
        (&["--until", "2022-02-01"], &["c-beac0n01"]),
        (&["--period", "2021-05"], &["c-beac0n01", "c-p0st0001"]),
        (&["--article", "busy"], &["c-p0st0001", "c-p0st0002"]),
        (&["--unit", "USD"], &[]),
    ];
    for (filter, expected) in table {
        assert_eq!(ids(&world, filter), expected, "{filter:?}");
    }
}

#[test]
fn filters_by_what_people_decided_and_what_became_of_it() {
    let world = book();
    let beacon = world.read("claims/beacon.yaml");
    world.write(
        "claims/beacon.yaml",
        beacon.replace("saw: \"12 percent\"", "saw: \"11 percent\""),
    );
    world.write(
        "claims/post.yaml",
        format!("{}    gone: true\n", world.read("claims/post.yaml")),
    );
    let table: [(&[&str], &[&str]); 8] = [
        (&["--stale"], &["c-beac0n01"]),
        (&["--gone"], &["c-p0st0002"]),
        (&["--stale", "--gone"], &[]),
        (&["--stale", "--verdict", "open"], &[]),
        (&["--verdict", "false,disputed"], &["c-beac0n01"]),
        (
            &["--verdict", "false", "--verdict", "disputed"],
            &["c-beac0n01"],
        ),
        (
            &["--reading", "ok,open", "--source", "ann"],
            &["c-p0st0001", "c-p0st0002"],
        ),
        (&["--source", "harbour"], &["c-beac0n01"]),
    ];
    for (filter, expected) in table {
        assert_eq!(ids(&world, filter), expected, "{filter:?}");
    }
    insta::assert_snapshot!(world.run(&["list", "--stale"]), @r"
    $ claimbook list --stale
    beacon · Paris Beacon · 2022-01-21
      Claim       Value or words  Measure    Said by  Period  Review
      c-beac0n01  12%             trade      the      2021    ok, disputed, stale
                                  between    harbour
                                  the ports  master
    --- stderr
    1 of 3 claims, 2 articles
    --- exit 0
    ");
    let ran = world.run(&["list", "--verdict", "false,maybe"]);
    assert_eq!(ran.code, 2, "{ran}");
    assert!(ran.stderr.contains("supported, disputed"), "{ran}");
}

#[test]
fn a_filter_that_fits_nothing_is_no_failure() {
    insta::assert_snapshot!(book().run(&["list", "--unit", "USD"]), @r"
    $ claimbook list --unit USD
    --- stderr
    none of the 3 claims fits these filters
    --- exit 0
    ");
}

#[test]
fn a_broken_ledger_file_does_not_hide_the_others() {
    let world = book();
    world.write("claims/beacon.yaml", "claimbook: 1\nclaims: [\n");
    let ran = world.run(&["list", "--format", "csv"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (2, 3), "{ran}");
    assert!(ran.stderr.contains("claims/beacon.yaml:"), "{ran}");
}
