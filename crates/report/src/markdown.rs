//! Markdown tables for pull requests and notes.

use crate::one_line;

/// A pipe table; cells are escaped so that no article text becomes markup.
#[must_use]
pub(crate) fn table<const N: usize>(
    titles: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> String {
    let mut out = line(titles.iter().map(|t| (*t).to_owned()));
    out.push_str(&line(std::iter::repeat_n("---".to_owned(), N)));
    for row in rows {
        out.push_str(&line(row.iter().map(|cell| escaped(cell))));
    }
    out
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    format!("| {} |\n", cells.join(" | "))
}

/// `text` on one line with the characters that Markdown or HTML would obey escaped.
#[must_use]
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '~' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn article_text_stays_text() {
        let rows = [["a|b".to_owned(), "<b>*x*</b> [l](u)".to_owned()]];
        insta::assert_snapshot!(super::table(["One", "Two"], rows), @r"
        | One | Two |
        | --- | --- |
        | a\|b | &lt;b>\*x\*&lt;/b> \[l\](u) |
        ");
    }
}
