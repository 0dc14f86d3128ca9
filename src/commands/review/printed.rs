//! Without a terminal: the claims that would be shown, as commands to complete.

use crate::ledgers::LedgerFile;
use crate::shell::quoted;
use claimbook_model::Claim;
use claimbook_report::{one_line, qualified_id};

/// A `claimbook set` command for `claim`, below comments that say what it is about. Its
/// dots are for a person to replace; run as it is, it is refused and changes nothing.
pub(super) fn command(number: usize, of: usize, file: &LedgerFile, claim: &Claim) -> String {
    let effective = claim.effective();
    let read = match &effective.figure {
        Some(figure) => format!("{}: {}", figure.measure, figure.in_words()),
        None => claim.words_said().to_owned(),
    };
    let speaker = effective.said_by.as_ref().map(|said_by| said_by.label());
    let speaker = speaker.map(|name| format!(" ({})", one_line(name)));
    let id = qualified_id(&file.ledger.article, claim);
    format!(
        "# [{number}/{of}] {}{}\n# {}\nclaimbook set {} reading=... verdict=...\n",
        one_line(&read),
        speaker.unwrap_or_default(),
        one_line(&claim.quote.exact),
        quoted(&id),
    )
}
