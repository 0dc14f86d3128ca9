//! Plain columns: one set of widths for all tables of an output.

use crate::style::{Role, Style};
use crate::wrap::cells;
use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Table, Width, presets};

/// Blanks between two columns.
const GAP: usize = 2;

/// Column titles with widths that fit every row of an output.
pub(crate) struct Columns<const N: usize> {
    titles: [&'static str; N],
    widths: [usize; N],
}

impl<const N: usize> Columns<N> {
    /// Widths for `rows`, so that a table indented by `indent` fits `width`. Where
    /// not every column can be as wide as its widest line, each gets its longest
    /// word and a share of the rest by what it lacks.
    pub(crate) fn fit<'a>(
        titles: [&'static str; N],
        rows: impl IntoIterator<Item = &'a [String; N]>,
        indent: usize,
        width: usize,
    ) -> Self {
        let mut wished = titles.map(cells);
        let mut floors = wished;
        for row in rows {
            for (at, cell) in row.iter().enumerate() {
                let line = cell.lines().map(cells).max().unwrap_or(0);
                let word = cell.split([' ', '\n']).map(cells).max().unwrap_or(0);
                let whole = at == 0 || at + 1 == N;
                wished[at] = wished[at].max(line);
                floors[at] = floors[at].max(if whole { word } else { word.min(LONG_WORD) });
            }
        }
        let room = width.saturating_sub(indent + GAP * N.saturating_sub(1));
        let widths = share_out(&wished, &floors, room);
        Self { titles, widths }
    }

    /// The titles line and the rows, each line indented by `indent`, none with
    /// blanks at its end. Cells break at blanks; a no-break blank keeps words
    /// together and is written as a plain one.
    pub(crate) fn table(&self, rows: &[[String; N]], indent: usize, style: &Style) -> String {
        let mut table = Table::new();
        table
            .load_style(presets::NOTHING)
            .set_content_arrangement(ContentArrangement::Dynamic);
        table.set_header(self.titles.iter().map(Cell::new));
        for row in rows {
            table.add_row(row.iter().map(Cell::new));
        }
        for (at, width) in self.widths.iter().enumerate() {
            if let Some(column) = table.column_mut(at) {
                let right = if at + 1 < N { GAP } else { 0 };
                column.set_padding((0, u16::try_from(right).unwrap_or(0)));
                let all = u16::try_from(width + right).unwrap_or(u16::MAX);
                column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(all)));
            }
        }
        let margin = " ".repeat(indent);
        let mut out = String::new();
        for (n, line) in table.lines().enumerate() {
            let line = line.trim_end().replace('\u{a0}', " ");
            out.push_str(&margin);
            out.push_str(&if n == 0 {
                style.paint(Role::Faint, &line)
            } else {
                line
            });
            out.push('\n');
        }
        out
    }
}

/// Longer words may be broken to make a table fit, but in the first and last
/// columns, which hold values and ids.
const LONG_WORD: usize = 12;

/// `room` cells over columns that wish for `wished` and need `floors`: the floors
/// first, then the rest in proportion to what is wished beyond them.
fn share_out<const N: usize>(wished: &[usize; N], floors: &[usize; N], room: usize) -> [usize; N] {
    let lacking: usize = wished.iter().zip(floors).map(|(w, f)| w - f).sum();
    let spare = room.saturating_sub(floors.iter().sum());
    if lacking <= spare {
        return *wished;
    }
    let (mut lacking, mut spare) = (lacking, spare);
    std::array::from_fn(|at| {
        let lack = wished[at] - floors[at];
        // Rounded against what is left, so that the shares add up.
        let extra = (lack * spare).checked_div(lacking).unwrap_or(0);
        lacking -= lack;
        spare -= extra;
        floors[at] + extra
    })
}

#[cfg(test)]
mod tests {
    use super::{Columns, share_out};
    use crate::Style;

    #[test]
    fn columns_share_what_is_left_by_what_they_lack() {
        assert_eq!(share_out(&[4, 20, 10], &[4, 10, 5], 40), [4, 20, 10]);
        assert_eq!(share_out(&[4, 20, 10], &[4, 10, 5], 25), [4, 14, 7]);
        assert_eq!(share_out(&[4, 20, 10], &[4, 10, 5], 3), [4, 10, 5]);
    }

    #[test]
    fn tables_fit_their_width() {
        let row = |a: &str, b: &str| [a.to_owned(), b.to_owned()];
        let rows = [
            row("12%", "Venezuelan foreign ministry"),
            row("almost 50%", "–"),
        ];
        let columns = Columns::fit(["Value", "Said by"], &rows, 2, 30);
        insta::assert_snapshot!(columns.table(&rows, 2, &Style::default()), @r"
        Value    Said by
        12%      Venezuelan foreign
                 ministry
        almost   –
        50%
        ");
    }
}
