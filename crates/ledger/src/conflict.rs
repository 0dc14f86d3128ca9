//! The marks that git leaves where it could not merge.

use crate::catalogue::CONFLICT_MARKER;
use crate::{Finding, Place};

/// One finding for each conflict in `text`: `<<<<<<<`, `=======` and `>>>>>>>` in
/// this order at the start of lines. A lone row of `=` is no conflict.
pub(crate) fn find(text: &str, file: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (mut opened, mut parted) = (None, false);
    for (number, line) in (1..).zip(text.lines()) {
        if is_mark(line, '<') {
            (opened, parted) = (Some((number, line)), false);
        } else if line.trim_end() == "=======" {
            parted = opened.is_some();
        } else if is_mark(line, '>') && parted {
            if let Some((first, mark)) = opened.take() {
                findings.push(finding(file, first, mark, number));
            }
            parted = false;
        }
    }
    findings
}

/// Seven marks, then a blank or nothing.
fn is_mark(line: &str, mark: char) -> bool {
    let rest = line.trim_start_matches(mark);
    line.len() - rest.len() == 7 && (rest.is_empty() || rest.starts_with(' '))
}

fn finding(file: &str, first: usize, mark: &str, last: usize) -> Finding {
    let place = Place {
        line: first,
        column: 1,
        width: mark.chars().count(),
    };
    let message = format!("a merge conflict stands in lines {first} to {last}");
    Finding::new(&CONFLICT_MARKER, file, place, message)
        .hint("keep one side of it, or both where they differ in claims, and delete the marks")
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn three_marks_in_order_make_a_conflict() {
        let conflict = "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> main\n";
        assert_eq!(find(conflict, "x")[0].line, 2);
        assert_eq!(find(&conflict.repeat(2), "x").len(), 2);
        assert_eq!(find(&conflict.replace('\n', "\r\n"), "x").len(), 1);
        for text in [
            "note: |\n=======\n",
            "=======\n>>>>>>> b\n<<<<<<< a\n",
            "<<<<<<< a\n>>>>>>> b\n",
            "  <<<<<<< a\n  =======\n  >>>>>>> b\n",
            "<<<<<<<< a\n=======\n>>>>>>>> b\n",
        ] {
            assert!(find(text, "x").is_empty(), "{text}");
        }
    }
}
