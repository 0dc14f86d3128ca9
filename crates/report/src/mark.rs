//! A claim's sentence with what is claimed in it marked.

use crate::one_line;
use claimbook_model::{Claim, find_words};

/// Signs around what is claimed; colour only repeats them.
pub(crate) const MARKS: (char, char) = ('▌', '▐');

/// The sentence with marks around its figure, else around the words said; with none where
/// these are the whole sentence or do not stand in it.
pub(crate) fn marked(claim: &Claim) -> String {
    let exact = one_line(&claim.quote.exact);
    let claimed = match &claim.figure {
        Some(figure) => one_line(&figure.text),
        None => one_line(claim.words_said()),
    };
    match find_words(&exact, &claimed) {
        Some(at) if claimed != exact => {
            let (before, after) = (&exact[..at.start], &exact[at.end..]);
            format!("{before}{}{claimed}{}{after}", MARKS.0, MARKS.1)
        }
        _ => exact,
    }
}

#[cfg(test)]
mod tests {
    use super::marked;
    use crate::samples::figure;

    #[test]
    fn the_figure_itself_is_marked_and_nothing_that_ends_like_it() {
        let sentence = "Exports rose 15% last year, while imports rose 5%.";
        let table = [
            ("5%", "while imports rose ▌5%▐."),
            ("15%", "Exports rose ▌15%▐ last"),
        ];
        for (text, expected) in table {
            let mut claim = figure("c-1", text, 5, "percent");
            claim.quote.exact = sentence.to_owned();
            assert!(marked(&claim).contains(expected), "{}", marked(&claim));
        }
    }
}
