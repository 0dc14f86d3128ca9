//! The catalogue by example: a sample for each check, and what is said about it.

use super::{ArticleText, Head, check, doubles, misplaced, settle, value_differs};
use crate::sample::{claim, figure_claim, full_ledger};
use crate::series::{self, KnownClaims, SeriesDocument};
use crate::{Baseline, Document, Finding, Ledger, catalogue, decode, emit, mint, text_sha256};
use claimbook_model::{ArticleEdit, ArticleMeta, Bound, Fix, Number, Reading, Verdict, Waiver};

const ARTICLE: &str = "Sales in the north\n\nSales rose 5% in May.\nThe minister said that all was well in the north.\n";

/// A sound ledger of [`ARTICLE`] with a reviewed claim.
fn sound() -> Ledger {
    let mut claims = vec![
        figure_claim("Sales rose 5% in May.", "5%"),
        claim("The minister said that all was well in the north."),
    ];
    mint("north/sales", &mut claims);
    claims[0].review.verdict = Verdict::Disputed;
    claims[0].review.saw = Some("5 percent".to_owned());
    claims[0].review.by = Some("ann".to_owned());
    claims[0].review.date = "2022-02-21".parse().ok();
    let article = ArticleMeta {
        id: "north/sales".to_owned(),
        path: Some("articles/north/sales.txt".to_owned()),
        text_sha256: Some(text_sha256(ARTICLE)),
        ..ArticleMeta::default()
    };
    Ledger { article, claims }
}

/// The file that samples stand in.
const FILE: &str = "claims/north/sales.yaml";

/// Everything found in a file with this text, against [`ARTICLE`].
fn found(text: &str) -> Vec<Finding> {
    match Document::read(text, FILE) {
        Err(findings) => findings,
        Ok(document) => {
            let article = ArticleText::Read {
                text: ARTICLE,
                first_line: 5,
            };
            settle(&document, check(&document, article), true)
        }
    }
}

fn changed(change: impl FnOnce(&mut Ledger)) -> Vec<Finding> {
    found(&text_with(change))
}

/// The sound file with a change.
fn text_with(change: impl FnOnce(&mut Ledger)) -> String {
    let mut ledger = sound();
    change(&mut ledger);
    emit(&ledger)
}

/// A file, or what its bytes look like, and what is found in it.
type Sample = (String, Vec<Finding>);

fn changing(change: impl FnOnce(&mut Ledger)) -> Sample {
    let text = text_with(change);
    let findings = found(&text);
    (text, findings)
}

fn swapped(from: &str, to: &str) -> Sample {
    let text = emit(&sound());
    assert!(text.contains(from), "{from}");
    let text = text.replacen(from, to, 1);
    let findings = found(&text);
    (text, findings)
}

/// The sound file, and what `look` finds about it.
fn looked_at(look: impl FnOnce(&Document<'_>) -> Vec<Finding>) -> Sample {
    let text = emit(&sound());
    let findings = look(&Document::read(&text, FILE).unwrap());
    (text, findings)
}

/// A file that breaks the rule `name`: first those that cannot be read for it.
fn sample(name: &str) -> Sample {
    match name {
        "conflict-marker" => swapped(
            "      verdict: \"disputed\"\n",
            "<<<<<<< HEAD\n      verdict: \"disputed\"\n=======\n      verdict: \"supported\"\n>>>>>>> bob\n",
        ),
        "control-character" => swapped("Sales rose", "Sales\u{2028}rose"),
        "duplicate-key" => swapped(
            "      by: \"ann\"\n",
            "      by: \"ann\"\n      by: \"bob\"\n",
        ),
        "limit" => swapped("\"5%\"", "[[[[[[[[[[[[]]]]]]]]]]]]"),
        "missing-key" => swapped("      verdict: \"disputed\"\n", ""),
        "newer-format" => swapped("claimbook: 1", "claimbook: 2"),
        "not-utf8" => {
            let text = emit(&sound()).replace("ann", "Ren\u{e9}");
            let latin1: Vec<u8> = text.chars().map(|c| u8::try_from(c).unwrap()).collect();
            let findings = decode(&latin1, FILE).unwrap_err();
            (String::from_utf8_lossy(&latin1).into_owned(), findings)
        }
        "syntax" => swapped("\"5%\"", "\"5%\" or so"),
        "tab" => swapped("      by:", "\t  by:"),
        "unknown-key" => swapped("verdict:", "verdit:"),
        "unknown-word" => swapped("\"disputed\"", "\"dispute\""),
        "wrong-value" => swapped("value: 5", "value: 7,200,000"),
        "yaml-feature" => swapped("\"5%\"", "&five \"5%\""),
        readable => sample_of_readable(readable),
    }
}

/// A file that can be read and breaks the rule `name`.
fn sample_of_readable(name: &str) -> Sample {
    match name {
        "article-edited" => changing(|l| l.article.text_sha256 = Some("00".to_owned())),
        "article-missing" => looked_at(|document| check(document, ArticleText::Missing)),
        "duplicate-article" => {
            let text = emit(&sound());
            let head = |file| Head::of(&Document::read(&text, file).unwrap());
            let findings = doubles(&[head(FILE), head("claims/sales.yaml")]);
            (text, findings)
        }
        "duplicate-id" => changing(|l| l.claims[1].id = l.claims[0].id.clone()),
        "figure-not-in-quote" => {
            changing(|l| l.claims[0].figure.as_mut().unwrap().text = "6%".to_owned())
        }
        "fix-of-edited-figure" => changing(|l| {
            l.claims[0].fix.value = Some(Number::from(7));
            l.claims[0].review.saw = Some("7 percent".to_owned());
            l.claims[0].changes.push(ArticleEdit {
                field: "figure.value".to_owned(),
                was: "4".to_owned(),
            });
        }),
        "fixed-without-fix" => changing(|l| l.claims[0].review.reading = Reading::Fixed),
        "idle-fix" => changing(|l| {
            l.claims[0].fix = Fix {
                value: Some(Number::from(5)),
                ..Fix::default()
            };
            l.claims[1].fix = Fix {
                bound: Some(Bound::About),
                ..Fix::default()
            };
        }),
        "misplaced-article" => {
            let text = text_with(|l| l.article.id = "../../x".to_owned());
            let document = Document::read(&text, FILE).unwrap();
            let findings = misplaced(&document, "north/sales").into_iter().collect();
            (text, findings)
        }
        "quote-not-found" => changing(|l| {
            l.claims[1].quote.exact =
                "The minister said that all was not well in the north.".to_owned();
            l.claims[0].quote.exact = "Sales ROSE 5% in May.".to_owned();
        }),
        "review-without-saw" => changing(|l| l.claims[0].review.saw = None),
        series if series.starts_with("series-") => sample_of_series(series),
        "stale-verdict" => changing(|l| {
            l.claims[0].review.saw = Some("4 percent".to_owned());
            l.claims[1].review.reading = Reading::Ok;
            l.claims[1].review.saw = Some("All was ill.".to_owned());
        }),
        "unused-baseline" => {
            let known = "{\"file\":\"claims/a.yaml\",\"rule\":\"stale-verdict\",\"claim\":\"c-xw0mmgha\",\"message\":\"so\"}";
            let baseline = Baseline::parse(known, "baseline.jsonl").unwrap();
            (format!("{known}\n"), baseline.unused(|_| true))
        }
        "unused-waiver" => changing(|l| {
            let waiver = |rule: &str| Waiver {
                rule: rule.to_owned(),
                reason: "so".to_owned(),
            };
            l.claims[0].waive = ["stale-verdict", "stale-verdikt", "syntax"]
                .map(waiver)
                .into();
        }),
        "value-differs" => looked_at(|document| {
            let finding = value_differs(document, 0, "about 5 percent");
            finding.into_iter().collect()
        }),
        other => panic!("no sample breaks {other}"),
    }
}

/// A file of series that breaks the rule `name`.
fn sample_of_series(name: &str) -> Sample {
    let ledger = sound();
    let mut with_words = sound();
    with_words.article.id = "north/words".to_owned();
    with_words.claims[0].figure = None;
    let mut known = KnownClaims::default();
    known.add(&ledger);
    known.add(&with_words);
    let id = &ledger.claims[0].id;
    let claim = format!("north/sales#{id}");
    let list = match name {
        "series-claim-twice" => format!(
            "- name: \"sales\"\n  members: [\"{claim}\"]\n- name: \"trade\"\n  members:\n  - \"{claim}\"\n"
        ),
        "series-contradiction" => {
            format!("- name: \"sales\"\n  members: [\"{claim}\"]\n  non_members: [\"{claim}\"]\n")
        }
        "series-name-twice" => {
            "- name: \"sales\"\n  synonyms: [\"turnover\"]\n- name: \"Turnover\"\n".to_owned()
        }
        "series-unknown-claim" => format!(
            "- name: \"sales\"\n  members:\n  - \"north/sale#{id}\"\n  non_members: [\"north/sales#c-none0000\"]\n"
        ),
        "series-without-figure" => {
            format!("- name: \"sales\"\n  members: [\"north/words#{id}\"]\n")
        }
        other => panic!("no series breaks {other}"),
    };
    let text = format!("claimbook: 1\nseries:\n{list}");
    let document = SeriesDocument::read(&text, "series.yaml").unwrap();
    let findings = series::check(&document, &known);
    (text, findings)
}

/// A finding as people see it.
fn shown(finding: &Finding) -> String {
    let Finding {
        rule,
        level,
        file,
        line,
        column,
        width,
        message,
        ..
    } = finding;
    let mut out = format!(
        "{}[{rule}]: {message}\n  --> {file}:{line}:{column} {}",
        level.as_str(),
        "^".repeat(*width)
    );
    for (sign, part) in [
        (" ", &finding.label),
        ("\n  = help: ", &finding.hint),
        ("\n  = claim: ", &finding.claim),
    ] {
        out.push_str(
            &part
                .as_ref()
                .map(|p| format!("{sign}{p}"))
                .unwrap_or_default(),
        );
    }
    out + "\n"
}

#[test]
fn every_check_finds_its_sample_and_says_so() {
    let mut all = String::new();
    for check in catalogue() {
        let (_, findings) = sample(check.name);
        assert!(
            findings.iter().all(|f| f.rule == check.name),
            "{findings:#?}"
        );
        assert!(!findings.is_empty(), "{}", check.name);
        all.extend(findings.iter().map(shown));
        all.push('\n');
    }
    insta::assert_snapshot!(all);
}

#[test]
fn the_catalogue_shows_a_sample_of_each_check_and_what_it_says() {
    for check in catalogue() {
        let (text, findings) = sample(check.name);
        let shown = format!("{}\n", check.sample);
        let before = text.split_once(&shown).map(|(before, _)| before);
        let before = before.unwrap_or_else(|| panic!("{}:\n{text}", check.name));
        let first = before.matches('\n').count() + 1;
        let lines = first..first + shown.matches('\n').count();
        let finding = &findings[0];
        assert!(lines.contains(&finding.line), "{lines:?}: {finding:?}");
        assert_eq!(check.says, finding.message, "{}", check.name);
        assert_eq!(
            Some(check.advice),
            finding.hint.as_deref(),
            "{}",
            check.name
        );
    }
}

#[test]
fn an_article_in_the_file_of_its_id_is_in_its_place() {
    let text = emit(&sound());
    let document = Document::read(&text, FILE).unwrap();
    assert_eq!(misplaced(&document, "north/sales"), None);
    assert!(misplaced(&document, "sales").is_some());
}

#[test]
fn a_sound_ledger_has_no_findings() {
    assert_eq!(found(&emit(&sound())), []);
    assert_eq!(
        found(&emit(&sound()).replace('\n', "\r\n").replace('"', "'")),
        []
    );
}

#[test]
fn all_mistakes_of_a_file_are_found_in_one_run() {
    let text = emit(&sound())
        .replace("verdict", "verdit")
        .replace("value: 5", "value: \"five\"")
        .replace("kind:", "kin:");
    let rules: Vec<&str> = found(&text).iter().map(|f| f.rule).collect();
    assert_eq!(
        rules,
        ["wrong-value", "unknown-key", "unknown-key", "unknown-key"]
    );
}

#[test]
fn a_waiver_silences_its_finding_in_its_claim_only() {
    let findings = changed(|l| {
        for claim in &mut l.claims {
            claim.review.reading = Reading::Ok;
            claim.review.saw = None;
        }
        l.claims[0].waive = vec![Waiver {
            rule: "review-without-saw".to_owned(),
            reason: "known".to_owned(),
        }];
    });
    let found: Vec<_> = findings
        .iter()
        .map(|f| (f.rule, f.claim.clone().unwrap()))
        .collect();
    assert_eq!(
        found,
        [("review-without-saw", sound().claims[1].id.clone())]
    );
}

#[test]
fn waivers_of_checks_that_were_not_made_are_not_unused() {
    let mut ledger = sound();
    ledger.claims[0].waive = vec![Waiver {
        rule: "quote-not-found".to_owned(),
        reason: "so".to_owned(),
    }];
    let text = emit(&ledger);
    let document = Document::read(&text, "x").unwrap();
    let findings = check(&document, ArticleText::NotRead);
    assert!(settle(&document, findings.clone(), false).is_empty());
    assert_eq!(settle(&document, findings, true).len(), 1);
}

#[test]
fn gone_claims_need_not_stand_in_the_article() {
    assert_eq!(
        changed(|l| {
            l.claims[1].quote.exact = "He left.".to_owned();
            l.claims[1].gone = true;
        }),
        []
    );
}

#[test]
fn the_fullest_ledger_can_be_checked() {
    let text = emit(&full_ledger());
    let document = Document::read(&text, "x").unwrap();
    let rules: Vec<&str> = check(&document, ArticleText::NotRead)
        .iter()
        .map(|f| f.rule)
        .collect();
    assert_eq!(rules, ["stale-verdict"]);
}
