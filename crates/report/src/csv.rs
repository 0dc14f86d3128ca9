//! CSV for spreadsheets, with cells that a spreadsheet would run made harmless.

use crate::one_line;
use claimbook_model::Number;

/// A CSV file of `titles` and `rows`. Cells are single lines; a cell that begins
/// like a formula (`=`, `+`, `-`, `@`) and is no plain number gets a `'` before it.
#[must_use]
pub(crate) fn file<const N: usize>(
    titles: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing rows of one length into memory cannot fail.
    let mut put = |cells: &[String]| {
        writer
            .write_record(cells)
            .expect("rows of one length into memory");
    };
    put(&titles.map(str::to_owned));
    for row in rows {
        put(&row.map(|cell| guarded(&cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn guarded(cell: &str) -> String {
    let cell = one_line(cell);
    if cell.starts_with(['=', '+', '-', '@']) && cell.parse::<Number>().is_err() {
        format!("'{cell}")
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        let rows = ["=1+1", "@x", "+3", "-4.5", "a,\"b\"\nc"].map(|c| [c.to_owned()]);
        let text = super::file(["cell"], rows);
        assert_eq!(text, "cell\n'=1+1\n'@x\n'+3\n-4.5\n\"a,\"\"b\"\" c\"\n");
    }
}
