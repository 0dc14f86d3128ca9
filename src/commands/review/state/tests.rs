//! Keys and what they lead to, by tables.

use super::{Edit, Effect, Item, Key, Mode, Reviewer, Saved, State};
use claimbook_ledger::{carry_over, decide, parse};
use claimbook_model::Claim;
use proptest::prelude::*;
use std::collections::VecDeque;

/// Two claims of one article and one of another, all open.
const LEDGER: &str = r#"claimbook: 1
article: {id: "a"}
claims:
  - id: "c-1"
    quote: {exact: "Trade rose by 12% in 2021, Ann Lee said."}
    figure: {text: "12%", value: 12, bound: "equal", unit: "percent", kind: "change", measure: "trade"}
    said_by: {name: "Ann Lee", style: "indirect"}
  - id: "c-2"
    quote: {exact: "Exports fell."}
  - id: "c-3"
    quote: {exact: "Imports rose."}
"#;

/// A review with a ledger behind it, which others may change.
struct Desk {
    state: State,
    ledger: Vec<Claim>,
    /// Effects other than saving, as they were asked for.
    asked: VecDeque<Effect>,
}

impl Desk {
    fn new() -> Self {
        let ledger = parse(LEDGER, "a.yaml").unwrap().claims;
        let files = [0, 0, 1].into_iter();
        let items = files
            .zip(&ledger)
            .map(|(file, claim)| Item::new(file, claim.clone()));
        let reviewer = Reviewer {
            by: Some("ann".to_owned()),
            date: None,
        };
        Self {
            state: State::new(items.collect(), reviewer),
            ledger,
            asked: VecDeque::new(),
        }
    }

    /// Presses keys: letters stand for themselves, `\n` for enter, `\u{1b}` for escape,
    /// `<` for backspace and `^` for ctrl-c.
    fn press(&mut self, keys: &str) -> &mut Self {
        for c in keys.chars() {
            let key = match c {
                '\n' => Key::Enter,
                '\u{1b}' => Key::Esc,
                '<' => Key::Backspace,
                '^' => Key::Ctrl('c'),
                c => Key::Char(c),
            };
            self.press_key(&key);
        }
        self
    }

    fn press_key(&mut self, key: &Key) {
        let mut effect = self.state.press(key);
        while let Some(asked) = effect.take() {
            match asked {
                Effect::Save(edits) => effect = self.save(&edits),
                other => self.asked.push_back(other),
            }
        }
    }

    fn save(&mut self, edits: &[Edit]) -> Option<Effect> {
        let answer = |edit: &Edit| {
            let Some(now) = self.ledger.iter_mut().find(|c| c.id == edit.old.id) else {
                return Saved::Missing;
            };
            match carry_over(&edit.old, &edit.new, now) {
                Some(joined) => {
                    *now = joined.clone();
                    Saved::Done(Box::new(joined))
                }
                None => Saved::Changed(Box::new(now.clone())),
            }
        };
        let answers = edits.iter().map(answer).collect();
        self.state.saved(Ok(answers))
    }

    /// Somebody else decides.
    fn other(&mut self, claim: usize, changes: &[(&str, &str)]) -> &mut Self {
        decide(
            &mut self.ledger[claim],
            changes,
            Reviewer::default().stamp(),
        )
        .unwrap();
        self
    }

    /// "2: ok/open open/false open/open", the shown claim and the ledger's decisions.
    fn told(&self) -> String {
        let decisions = self.ledger.iter().map(|claim| {
            let review = &claim.review;
            let note = review.note.as_ref().map(|n| format!(" {n:?}"));
            format!(
                "{}/{}{}",
                review.reading,
                review.verdict,
                note.unwrap_or_default()
            )
        });
        let decisions: Vec<String> = decisions.collect();
        format!("{}: {}", self.state.at() + 1, decisions.join(", "))
    }

    fn notice(&self) -> &str {
        self.state.notice.as_ref().map_or("", |n| n.text.as_str())
    }
}

#[test]
fn what_is_decided_is_saved_when_the_claim_is_left() {
    let table = [
        ("", "1: open/open, open/open, open/open"),
        ("o", "1: open/open, open/open, open/open"),
        ("o\n", "2: ok/open, open/open, open/open"),
        ("os\nwb", "1: ok/supported, wrong/open, open/open"),
        ("ds\n", "2: open/supported, open/open, open/open"),
        (
            "f\nt\nc\n",
            "3: open/false, open/outdated, open/not_checkable",
        ),
        ("jjk", "2: open/open, open/open, open/open"),
        (
            "nas he said\n\n",
            "2: open/open \"as he said\", open/open, open/open",
        ),
        ("nxy<z\n\nb", "1: open/open \"xz\", open/open, open/open"),
        ("nx\n\nbn<\n\nb", "1: open/open, open/open, open/open"),
        ("nxy\u{1b}\n", "2: open/open, open/open, open/open"),
        ("ea<<13\n\n", "2: fixed/open, open/open, open/open"),
        ("oea<<13\n\n", "2: fixed/open, open/open, open/open"),
        ("ea\n\n", "2: open/open, open/open, open/open"),
        ("z \u{1b}?s\n", "2: open/open, open/open, open/open"),
        ("s^", "1: open/open, open/open, open/open"),
        ("sq", "1: open/supported, open/open, open/open"),
    ];
    for (keys, expected) in table {
        assert_eq!(Desk::new().press(keys).told(), expected, "{keys:?}");
    }
}

#[test]
fn undo_takes_back_step_by_step_across_claims() {
    let table = [
        ("u", "1: open/open, open/open, open/open"),
        ("osu\n", "2: ok/open, open/open, open/open"),
        ("osuu\n", "2: open/open, open/open, open/open"),
        ("o\nu", "1: open/open, open/open, open/open"),
        ("o\ns\nu", "2: ok/open, open/open, open/open"),
        ("o\ns\nuu", "1: open/open, open/open, open/open"),
        ("o\nsu\n", "3: ok/open, open/open, open/open"),
        ("o\nsuu", "1: open/open, open/open, open/open"),
        ("o\nbw\nu", "1: ok/open, open/open, open/open"),
        ("ea<<13\n\nu\n", "2: open/open, open/open, open/open"),
        ("Su", "1: open/open, open/open, open/open"),
    ];
    for (keys, expected) in table {
        assert_eq!(Desk::new().press(keys).told(), expected, "{keys:?}");
    }
    let mut desk = Desk::new();
    assert_eq!(desk.press("u").notice(), "there is nothing to undo");
    assert_eq!(desk.press("o\nu").notice(), "taken back: 1 claim");
    assert_eq!(desk.state.reviewed(), 0);
    assert_eq!(desk.ledger[0].review, claimbook_model::Review::default());
}

#[test]
fn capitals_decide_for_the_open_rest_of_the_file() {
    let mut desk = Desk::new();
    assert_eq!(
        desk.press("S").told(),
        "3: open/supported, open/supported, open/open"
    );
    assert_eq!(desk.state.reviewed(), 2);
    assert_eq!(
        desk.press("O").told(),
        "3: open/supported, open/supported, ok/open"
    );
    let mut desk = Desk::new();
    desk.press("\nd\nbbS");
    assert_eq!(
        desk.told(),
        "2: open/supported, open/disputed, open/open",
        "not what is decided"
    );
    let mut desk = Desk::new();
    assert_eq!(
        desk.press("\nO").told(),
        "3: open/open, ok/open, open/open",
        "not what is above"
    );
}

#[test]
fn the_end_is_told_and_enter_ends() {
    let mut desk = Desk::new();
    desk.press("\n\n\n");
    assert!(
        desk.notice().starts_with("that was the last one"),
        "{}",
        desk.notice()
    );
    assert_eq!(desk.asked.pop_front(), None);
    desk.press("s\n");
    assert_eq!(desk.asked.pop_front(), None, "deciding begins anew");
    desk.press("\n");
    assert_eq!(desk.asked.pop_front(), Some(Effect::Quit));
    assert_eq!(Desk::new().press("b").notice(), "this is the first one");
    assert_eq!(desk.state.reviewed(), 1);
}

#[test]
fn others_lose_nothing() {
    // Another question of the same claim.
    let mut desk = Desk::new();
    desk.press("s").other(0, &[("note", "theirs")]).press("\n");
    assert_eq!(
        desk.told(),
        "2: open/supported \"theirs\", open/open, open/open"
    );
    // Undo takes back what one's own key did, and nothing of theirs.
    desk.press("u");
    assert_eq!(desk.told(), "1: open/open \"theirs\", open/open, open/open");
    // The same question: shown first, then the person's own.
    let mut desk = Desk::new();
    desk.press("s")
        .other(0, &[("verdict", "false")])
        .press("\n");
    assert_eq!(desk.told(), "1: open/false, open/open, open/open");
    assert!(
        desk.notice().contains("verdict open -> false"),
        "{}",
        desk.notice()
    );
    assert!(desk.state.item().is_unsaved());
    assert_eq!(
        desk.press("\n").told(),
        "2: open/supported, open/open, open/open"
    );
    // The same, but their answer is kept.
    let mut desk = Desk::new();
    desk.press("o\nbs")
        .other(0, &[("verdict", "false")])
        .press("\nu\n");
    assert_eq!(desk.told(), "2: ok/false, open/open, open/open");
    // Undo does not take back what others made of it.
    let mut desk = Desk::new();
    desk.press("s\n")
        .other(0, &[("verdict", "false")])
        .press("u");
    assert_eq!(desk.told(), "1: open/false, open/open, open/open");
    assert!(
        desk.notice().contains("it stays as it is"),
        "{}",
        desk.notice()
    );
}

#[test]
fn what_a_person_wrote_is_kept_when_it_cannot_be_saved() {
    // Others decide while a note is written and a capital decides for the rest.
    let mut desk = Desk::new();
    desk.press("nmine\n")
        .other(0, &[("verdict", "false")])
        .press("S");
    assert_eq!(desk.told(), "1: open/false, open/supported, open/open");
    assert!(desk.notice().contains("[enter] saves yours"));
    assert_eq!(
        desk.press("\n").told(),
        "2: open/supported \"mine\", open/supported, open/open"
    );
    // A claim that is not there any more.
    let mut desk = Desk::new();
    desk.press("nmine\n").ledger.remove(0);
    desk.press("\n");
    assert!(desk.notice().contains("does not have this claim"));
    let note = |desk: &Desk| desk.state.item().draft.review.note.clone();
    assert_eq!(note(&desk).as_deref(), Some("mine"));
    desk.press("u");
    assert_eq!((note(&desk), desk.state.item().is_unsaved()), (None, false));
    assert_eq!(desk.press("\n").state.at(), 1);
}

#[test]
fn what_could_not_be_written_is_told_and_stays() {
    let mut desk = Desk::new();
    let effect = desk.press("s").state.press(&Key::Enter);
    assert!(matches!(effect, Some(Effect::Save(_))));
    assert_eq!(
        desk.state.press(&Key::Char('f')),
        None,
        "keys wait for the answer"
    );
    assert_eq!(desk.state.saved(Err("no space left".to_owned())), None);
    assert_eq!((desk.notice(), desk.state.at()), ("no space left", 0));
    assert_eq!(
        desk.press("\n").told(),
        "2: open/supported, open/open, open/open"
    );
    let effect = desk.state.press(&Key::Char('u'));
    assert!(matches!(effect, Some(Effect::Save(_))));
    desk.state.saved(Err("no space left".to_owned()));
    assert_eq!(desk.press("u").told(), "1: open/open, open/open, open/open");
}

#[test]
fn a_wrong_answer_is_asked_again_and_pasted_text_decides_nothing() {
    let mut desk = Desk::new();
    desk.press("ea<<7,2\n");
    assert!(desk.notice().contains("write 72"), "{}", desk.notice());
    assert!(matches!(desk.state.mode, Mode::Ask(_)));
    desk.press("\u{1b}");
    assert_eq!(desk.state.mode, Mode::Browse);
    desk.press_key(&Key::Paste("sss\n".to_owned()));
    assert!(!desk.state.item().is_unsaved() && desk.notice().contains("pasted"));
    desk.press("v");
    desk.press_key(&Key::Paste("https://example.org/a\n".to_owned()));
    desk.press("\n");
    assert_eq!(
        desk.state.item().draft.review.evidence[0].url,
        "https://example.org/a"
    );
}

#[test]
fn a_correction_can_be_taken_back_by_the_tools_own_value() {
    let mut desk = Desk::new();
    desk.press("ea<<13\n");
    assert!(!desk.state.item().draft.fix.is_empty());
    assert!(desk.press("o").notice().contains("fixed"));
    desk.press("ea<<12\n");
    assert!(desk.state.item().draft.fix.is_empty() && !desk.state.item().is_unsaved());
    // An empty field does so too, but only where there is something to take back.
    desk.press("ea<<13\nea<<\n");
    assert!(desk.state.item().draft.fix.is_empty() && !desk.state.item().is_unsaved());
    desk.press("ea<<\n");
    assert!(
        desk.notice()
            .starts_with("an empty field takes a correction back")
    );
    assert!(matches!(desk.state.mode, Mode::Ask(_)));
}

#[test]
fn a_claim_that_others_edited_is_taken_in_when_it_comes_up() {
    let mut desk = Desk::new();
    desk.press("\n").other(1, &[("reading", "ok")]);
    let now = desk.ledger[1].clone();
    desk.state.refresh(now.clone());
    assert_eq!(desk.state.item().draft, now);
    assert_eq!(
        desk.press("s\n").told(),
        "3: open/open, ok/supported, open/open"
    );
}

/// Keys that change something, and those that go somewhere.
const KEYS: &str = "owsdftcOWSDFTCeabn1 \n\u{1b}<bbuukq?vx";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn whatever_is_pressed_undo_leads_back_to_the_beginning(
        picks in prop::collection::vec(0..KEYS.chars().count(), 0..80),
    ) {
        let mut desk = Desk::new();
        let before = desk.ledger.clone();
        let keys: String = picks.iter().filter_map(|n| KEYS.chars().nth(*n)).collect();
        desk.press(&keys);
        for (now, then) in desk.ledger.iter().zip(&before) {
            prop_assert_eq!((&now.quote, &now.figure, &now.said_by), (&then.quote, &then.figure, &then.said_by));
        }
        // Whatever is open on the screen is left, and no step is longer than a key.
        desk.press("\u{1b}\u{1b}");
        for _ in 0..keys.chars().count() {
            desk.press("u");
        }
        prop_assert_eq!(&desk.ledger, &before);
        prop_assert_eq!(desk.state.reviewed(), 0);
        prop_assert!(desk.state.items().iter().all(|item| !item.is_unsaved()));
    }

    #[test]
    fn whatever_is_pressed_what_others_add_stays(
        picks in prop::collection::vec(0..KEYS.chars().count() + 12, 0..80),
    ) {
        let mut desk = Desk::new();
        let mut added = Vec::new();
        for (step, pick) in picks.into_iter().enumerate() {
            match KEYS.chars().nth(pick) {
                Some(key) => {
                    desk.press(&key.to_string());
                }
                None => {
                    let (claim, url) = (pick % 3, format!("https://example.org/{step}"));
                    desk.other(claim, &[("evidence", &url)]);
                    added.push((claim, url));
                }
            }
        }
        for (claim, url) in added {
            let evidence = &desk.ledger[claim].review.evidence;
            prop_assert!(evidence.iter().any(|e| e.url == url), "{url} in {evidence:?}");
        }
    }
}
