//! What is on the screen in each mode.

use super::key::groups;
use super::state::{Ask, Mode, State, What};
use claimbook_ledger::is_stale;
use claimbook_model::ArticleMeta;
use claimbook_report::{ClaimContext, Foot, ReviewScreen, Screen, Size, Style};
use claimbook_report::{review_page, review_screen};

/// What stands above it.
const HELP_TITLE: &str = "The keys of `claimbook review`";

/// What the key `?` says.
const HELP: [&str; 7] = [
    "Reading: did the tool read the sentence right? Verdict: does the claim hold? Either may stay open.",
    "[o] right, [w] wrong (stays out of comparisons), [e] corrects a field: \"fixed\".",
    "[s] supported, [d] disputed, [f] false, [t] outdated (held once), [c] not checkable. A capital, as in [S], decides for this claim and all open ones after it in the file.",
    "[n] a note; there, ctrl-e opens $VISUAL or $EDITOR for several lines. [v] the address of evidence. [a] the article: on the web where there is a browser, else its file in your pager.",
    "[enter], arrow right or down, [j]: saves this claim and goes on. [b], arrow left or up, [k]: saves it and goes back. [u] takes the last decision back, also a saved one; again for the one before. [q] saves and ends. Ctrl-C ends without saving this claim.",
    "Others may decide at the same time: nothing of theirs is overwritten unseen.",
    "Any key closes this page.",
];

/// What stands around the claim on the screen.
pub(super) struct Around<'a> {
    /// Its article.
    pub(super) article: &'a ArticleMeta,
    /// The text before and after its sentence.
    pub(super) context: ClaimContext<'a>,
    /// What other articles say.
    pub(super) elsewhere: &'a [String],
}

/// The screen as it is now.
pub(super) fn screen(state: &State, around: &Around<'_>, size: Size, style: &Style) -> Screen {
    let groups = groups();
    let fields = state.fields();
    let choices: Vec<(char, &str, String)> = fields
        .into_iter()
        .map(|(key, field)| (key, field.name, field.value))
        .collect();
    let help;
    let foot = match &state.mode {
        Mode::Help => {
            let paragraphs = HELP.map(str::to_owned);
            return review_page(HELP_TITLE, &paragraphs, size, style);
        }
        Mode::Browse => Foot::Keys(&groups),
        Mode::Fields => Foot::Choose(&choices, "the letter of the field to correct; [esc] leaves"),
        Mode::Ask(ask) => {
            help = helping(ask);
            Foot::Ask(label(&ask.what), ask.line.parts(), &help)
        }
    };
    let item = state.item();
    let shown = ReviewScreen {
        number: state.at() + 1,
        of: state.items().len(),
        article: around.article,
        claim: &item.draft,
        unsaved: item.is_unsaved(),
        stale: is_stale(&item.draft),
        context: around.context,
        elsewhere: around.elsewhere,
        notice: state.notice.as_ref().map(|n| (n.text.as_str(), n.bad)),
        foot,
    };
    review_screen(&shown, size, style)
}

fn label(what: &What) -> &str {
    match what {
        What::Note => "note",
        What::Evidence => "evidence (address)",
        What::Field(field) => field.name,
    }
}

/// How a question is answered.
fn helping(ask: &Ask) -> String {
    let keys = "[enter] keeps it  [esc] leaves it as it was";
    match &ask.what {
        What::Note => format!("{keys}  [ctrl-e] your editor"),
        What::Evidence => keys.to_owned(),
        What::Field(field) => {
            let mut parts = vec![keys.to_owned()];
            if !field.words.is_empty() {
                parts.push(format!("one of {}", field.words.join(", ")));
            }
            if !field.machine.is_empty() {
                parts.push(format!("the tool read {}", field.machine));
            }
            parts.join(" · ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{HELP, HELP_TITLE};
    use crate::commands::review::key::groups;
    use claimbook_report::{Size, Style, review_page};

    #[test]
    fn help_fits_on_a_small_terminal_and_names_every_key() {
        let paragraphs = HELP.map(str::to_owned);
        let size = Size {
            width: 80,
            height: 24,
        };
        let page = review_page(HELP_TITLE, &paragraphs, size, &Style::default());
        let last = page.lines.last().unwrap();
        assert!(last.contains(HELP[HELP.len() - 1]), "{last}");
        let named = paragraphs.join(" ");
        for (key, label) in groups().into_iter().flat_map(|(_, keys)| keys) {
            assert!(
                key == "?" || named.contains(&format!("[{key}]")),
                "{key} {label}"
            );
        }
    }
}
