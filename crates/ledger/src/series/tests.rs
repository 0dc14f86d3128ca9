//! Series by example: decisions, and files that keep what people wrote.

use super::{KnownClaims, Series, SeriesDocument, add, check, emit, find, link, unlink};
use crate::sample::full_ledger;
use crate::schema::tests::faults;
use crate::series_schema;
use crate::tree::Tree;
use proptest::collection::vec;
use proptest::prelude::*;

/// A file as people leave it: comments everywhere, own order, own styles.
const HAND_MADE: &str = r#"# Rows that we follow.
claimbook: 1

series:   # see the wiki

  # Ann keeps this one.
  - members:
      # the deputy minister
      - 'b#c-2'   # in Caracas
      - "d#c-4"
    name: doses delivered   # not received

    synonyms: [doses, # short
      doses brought]
  # end of it

  - name: "trade"
    members: ["a#c-1"]   # only one so far
    non_members:

      - "c#c-3"
      # a year earlier
      - "c#c-5"   # Bob
# the end
"#;

fn hand_made() -> SeriesDocument<'static> {
    SeriesDocument::read(HAND_MADE, "series.yaml").unwrap()
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&t| t.to_owned()).collect()
}

/// The lines of the hand-made file that a change touches, as a diff.
fn diff(new: &[Series]) -> String {
    let text = hand_made().rewrite(new).unwrap();
    let diff = similar::TextDiff::from_lines(HAND_MADE, &text);
    let changes = diff.iter_all_changes();
    let touched = changes.filter(|c| c.tag() != similar::ChangeTag::Equal);
    touched.map(|c| format!("{}{c}", c.tag())).collect()
}

#[test]
fn a_link_touches_one_line_and_keeps_comments() {
    let old = hand_made().series().to_vec();
    let linked = link(&old, ["c#c-9", "b#c-2"], None, "unused").unwrap();
    assert_eq!(linked.name.as_deref(), Some("doses delivered"));
    insta::assert_snapshot!(diff(&linked.series), @r#"
    +      - "c#c-9"
    "#);
    let first = link(&old, ["a#c-0", "b#c-2"], None, "unused").unwrap();
    insta::assert_snapshot!(diff(&first.series), @r#"
    +      - "a#c-0"
    "#);
    let flow = link(&old, ["a#c-1", "c#c-5"], None, "unused").unwrap();
    insta::assert_snapshot!(diff(&flow.series), @r#"
    -    members: ["a#c-1"]   # only one so far
    +    # only one so far
    +    members:
    +      - "a#c-1"
    +      - "c#c-5"
    -      - "c#c-5"   # Bob
    +      # Bob
    "#);
}

#[test]
fn claims_that_are_kept_apart_are_named_where_they_do_not_belong() {
    let old = hand_made().series().to_vec();
    let both = unlink(&old, ["b#c-2", "d#c-4"], None, "unused").unwrap();
    insta::assert_snapshot!(diff(&both.series), @r#"
    +    non_members:
    "#);
    let second = unlink(&old, ["x#c-1", "a#c-1"], None, "unused").unwrap();
    insta::assert_snapshot!(diff(&second.series), @r#"
    +      - "x#c-1"
    "#);
    let neither = unlink(&old, ["x#c-1", "y#c-1"], None, "strikes").unwrap();
    insta::assert_snapshot!(diff(&neither.series), @r#"
    +  - name: "strikes"
    +    members:
    +      - "x#c-1"
    +    non_members:
    +      - "y#c-1"
    +
    "#);
    let apart = unlink(&old, ["a#c-1", "b#c-2"], None, "unused").unwrap();
    assert_eq!((apart.series, apart.name), (old, None));
}

#[test]
fn a_decision_taken_back_leaves_what_was_there() {
    let (a, b) = ("x#c-1", "y#c-1");
    let none: &[Series] = &[];
    let linked = link(none, [a, b], None, "strikes").unwrap().series;
    assert_eq!(link(&linked, [b, a], None, "").unwrap().series, linked);
    let parted = unlink(&linked, [a, b], None, "").unwrap().series;
    assert_eq!(parted[0].members, [a]);
    assert_eq!(parted[0].non_members, [b]);
    assert_eq!(link(&parted, [a, b], None, "").unwrap().series, linked);
}

#[test]
fn what_cannot_be_decided_says_why() {
    let old = hand_made().series().to_vec();
    let errors = [
        link(&old, ["a#c-1", "a#c-1"], None, "x").unwrap_err(),
        link(&old, ["a#c-1", "b#c-2"], None, "x").unwrap_err(),
        link(&old, ["x#c-1", "y#c-2"], None, "Doses").unwrap_err(),
        link(&old, ["x#c-1", "a#c-1"], Some("doses"), "x").unwrap_err(),
        link(&old, ["x#c-1", "y#c-1"], Some(" "), "x").unwrap_err(),
        unlink(&old, ["a#c-1", "y#c-2"], Some("doses"), "x").unwrap_err(),
        unlink(&old, ["a#c-1", "b#c-2"], Some("new"), "x").unwrap_err(),
        unlink(&old, ["x#c-1", "y#c-2"], None, "Doses").unwrap_err(),
        add(&old, "trade", &strings(&["doses brought"]), &[]).unwrap_err(),
        find(&old, "trad").unwrap_err(),
        find(&old, "weather").unwrap_err(),
    ];
    let told = errors.map(|e| format!("{}\n  help: {}\n", e.message, e.hint));
    insta::assert_snapshot!(told.concat());
}

#[test]
fn synonyms_and_members_are_added_once() {
    let old = hand_made().series().to_vec();
    let added = add(
        &old,
        "TRADE",
        &strings(&["bilateral trade", "Trade"]),
        &strings(&["a#c-1", "z#c-1"]),
    )
    .unwrap();
    insta::assert_snapshot!(diff(&added.series), @r#"
    -    members: ["a#c-1"]   # only one so far
    +    synonyms: ["bilateral trade"]
    +    # only one so far
    +    members:
    +      - "a#c-1"
    +      - "z#c-1"
    "#);
    let found = find(&added.series, "Bilateral trade").unwrap();
    assert_eq!(found.name, "trade");
}

#[test]
fn the_canonical_form_is_read_back_and_fits_the_schema() {
    let empty: &[Series] = &[];
    let series = hand_made().series().to_vec();
    for series in [empty, &series] {
        let text = emit(series);
        let document = SeriesDocument::read(&text, "series.yaml").unwrap();
        assert_eq!(document.series(), series);
        let value = serde_yaml::from_str(&text).unwrap();
        assert_eq!(faults(&series_schema(), &value, "file"), [""; 0]);
    }
    insta::assert_snapshot!(emit(&series));
}

#[test]
fn a_first_series_is_written_below_an_empty_list() {
    let text = emit(&[]);
    let document = SeriesDocument::read(&text, "series.yaml").unwrap();
    let series = hand_made().series().to_vec();
    assert_eq!(document.rewrite(&series).unwrap(), emit(&series));
}

#[test]
fn two_series_of_one_name_are_not_edited() {
    let text = HAND_MADE.replace("\"trade\"", "doses delivered");
    let document = SeriesDocument::read(&text, "series.yaml").unwrap();
    let mut new = document.series().to_vec();
    new[0].synonyms.clear();
    let refused = document.rewrite(&new).unwrap_err();
    insta::assert_snapshot!(refused, @"line 17: a second series with the name doses delivered; give it another or delete it");
}

#[test]
fn members_of_unread_files_are_not_called_unknown() {
    let document = hand_made();
    let mut known = KnownClaims::default();
    known.add(&full_ledger());
    assert_eq!(check(&document, &known).len(), 5);
    known.add_unreadable();
    assert_eq!(check(&document, &known), []);
}

/// The canonical text of `series` with comments strewn in.
fn strewn(series: &[Series], places: &[u8]) -> String {
    let mut out = String::new();
    for (index, line) in emit(series).lines().enumerate() {
        let number = places.iter().position(|p| usize::from(*p) == index);
        match number.map(|n| (n, n % 4)) {
            Some((n, 0)) => out.push_str(&format!("{line}  # c{n}\n")),
            Some((n, 1)) => out.push_str(&format!("{line}\n# c{n}\n")),
            Some((n, 2)) => out.push_str(&format!("{line}\n\n      # c{n}\n")),
            Some((n, _)) => out.push_str(&format!("  # c{n}\n{line}\n")),
            None => out.push_str(&format!("{line}\n")),
        }
    }
    out
}

fn claim() -> impl Strategy<Value = String> {
    "[a-e]#c-[1-3]"
}

fn series() -> impl Strategy<Value = Vec<Series>> {
    let lists = (
        vec(claim(), 0..5),
        vec(claim(), 0..3),
        vec("[a-c: #]{1,4}", 0..2),
    );
    let one = lists.prop_map(|(members, non_members, synonyms)| Series {
        name: String::new(),
        synonyms,
        members,
        non_members,
    });
    vec(one, 0..4).prop_map(|mut all| {
        for (number, one) in all.iter_mut().enumerate() {
            one.name = format!("row {number}");
        }
        all
    })
}

proptest! {
    #![proptest_config(crate::arbitrary::cases(150))]
    #[test]
    fn decisions_keep_comments_and_every_other_line(
        old in series(), a in claim(), b in claim(), joins in any::<bool>(),
        places in vec(0u8..40, 0..12),
    ) {
        let text = strewn(&old, &places);
        let document = SeriesDocument::read(&text, "x").unwrap();
        prop_assert_eq!(document.series(), &old);
        let decide = if joins { link } else { unlink };
        let Ok(change) = decide(&old, [&a, &b], None, "measure") else { return Ok(()) };
        let after = document.rewrite(&change.series);
        prop_assert!(after.is_ok(), "{:?}\n{}", after, text);
        let after = after.unwrap();
        let read = SeriesDocument::read(&after, "x").unwrap();
        prop_assert_eq!(read.series(), &change.series);
        let (before, now) = (Tree::read(&text).unwrap(), Tree::read(&after).unwrap());
        prop_assert_eq!(before.comments.len(), now.comments.len());
        let touched = [a.as_str(), b.as_str(), "members:", "series:", "#"];
        for line in text.lines().filter(|line| touched.iter().all(|t| !line.contains(t))) {
            prop_assert!(after.contains(line), "{}", line);
        }
    }
}
