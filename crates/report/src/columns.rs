//! Plain columns: one set of widths for all tables of an output.

use crate::style::{Role, Style};
use crate::wrap::{cells, wrap};
use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Table, Width, presets};

/// Blanks between two columns.
const GAP: usize = 2;

/// Column titles with widths that fit every row of an output.
pub(crate) struct Columns<const N: usize> {
    titles: [&'static str; N],
    widths: [usize; N],
}

impl<const N: usize> Columns<N> {
    /// Widths for `rows`, so that a table indented by `indent` fits `width`: as wide
    /// as the content if there is room, else so that few cells take many lines.
    pub(crate) fn fit<'a>(
        titles: [&'static str; N],
        rows: impl IntoIterator<Item = &'a [String; N]>,
        indent: usize,
        width: usize,
    ) -> Self {
        let rows: Vec<&[String; N]> = rows.into_iter().collect();
        let room = width.saturating_sub(indent + GAP * N.saturating_sub(1));
        let columns = std::array::from_fn(|at| {
            let texts = rows.iter().map(|row| row[at].as_str());
            let end = at == 0 || at + 1 == N;
            Column::new(titles[at], texts, if end { END } else { MIDDLE })
        });
        let widths = share_out(&columns, room);
        Self { titles, widths }
    }

    /// Whether a table indented by `indent` fits `width`; below some width no sharing
    /// of it does.
    pub(crate) fn fit_into(&self, indent: usize, width: usize) -> bool {
        let gaps = GAP * N.saturating_sub(1);
        indent + gaps + self.widths.iter().sum::<usize>() <= width
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

/// How a column may be narrowed.
#[derive(Clone, Copy)]
struct Manner {
    /// Longer words may be broken.
    long_word: usize,
    /// How much worse than elsewhere a cell of many lines is.
    weight: usize,
}

/// The first and last columns hold values and ids, which should stand in one piece.
const END: Manner = Manner {
    long_word: usize::MAX,
    weight: 4,
};
/// The others.
const MIDDLE: Manner = Manner {
    long_word: 14,
    weight: 1,
};
/// So many rows decide how the width is shared; a long list is like its beginning.
const SAMPLE: usize = 200;

/// What a column wishes for.
struct Column {
    /// Cells of its longest word.
    least: usize,
    /// For each width from `least` on, how unpleasant it is: the squares of the lines
    /// that its cells take, added up and weighed. The last is the width of its longest line.
    costs: Vec<usize>,
}

impl Column {
    fn new<'a>(title: &str, texts: impl Iterator<Item = &'a str> + Clone, manner: Manner) -> Self {
        let word = |text: &str| text.split([' ', '\n']).map(cells).max().unwrap_or(0);
        let line = |text: &str| text.lines().map(cells).max().unwrap_or(0);
        let longest_word = texts.clone().map(word).max().unwrap_or(0);
        let least = longest_word.min(manner.long_word).max(cells(title));
        let most = texts.clone().map(line).max().unwrap_or(0).max(least);
        let sample = texts.take(SAMPLE);
        let squares =
            |width| -> usize { sample.clone().map(|text| lines(text, width).pow(2)).sum() };
        let cost = |width| squares(width) * manner.weight;
        Self {
            least,
            costs: (least..=most).map(cost).collect(),
        }
    }

    /// The step from `width` that saves most for each cell it takes, at most `spare`
    /// cells: what it saves, and its cells.
    fn best_step(&self, width: usize, spare: usize) -> Option<(usize, usize)> {
        let at = width - self.least;
        let wider = self.costs.iter().enumerate().skip(at + 1).take(spare);
        let steps = wider.map(|(to, cost)| (self.costs[at].saturating_sub(*cost), to - at));
        steps
            .filter(|(saved, _)| *saved > 0)
            .max_by(|a, b| (a.0 * b.1, b.1).cmp(&(b.0 * a.1, a.1)))
    }
}

/// Lines that `text` takes in a column of `width`.
fn lines(text: &str, width: usize) -> usize {
    let wrapped = text.lines().flat_map(|line| wrap(line, width));
    wrapped
        .map(|line| cells(&line).div_ceil(width.max(1)))
        .sum()
}

/// A width for each column: its least, and then, step by step, more for the column
/// that saves most lines with it, as long as the sum is at most `room`.
fn share_out<const N: usize>(columns: &[Column; N], room: usize) -> [usize; N] {
    let mut widths = columns.each_ref().map(|column| column.least);
    loop {
        let spare = room.saturating_sub(widths.iter().sum());
        let steps = columns.iter().zip(&widths).enumerate();
        let steps =
            steps.filter_map(|(at, (column, width))| Some((at, column.best_step(*width, spare)?)));
        let best = steps.max_by(|(a, x), (b, y)| (x.0 * y.1, b).cmp(&(y.0 * x.1, a)));
        match best {
            Some((at, (_, step))) => widths[at] += step,
            None => return widths,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Columns, MIDDLE, share_out};
    use crate::Style;

    #[test]
    fn the_column_that_saves_most_lines_is_widened() {
        let texts = ["one two three four", "x"];
        let long = Column::new("A", texts.into_iter(), MIDDLE);
        let short = Column::new("B", ["a b", "c"].into_iter(), MIDDLE);
        assert_eq!((long.least, short.least), (5, 1));
        assert_eq!(share_out(&[long, short], 100), [18, 3]);
        let long = Column::new("A", texts.into_iter(), MIDDLE);
        let short = Column::new("B", ["a b", "c"].into_iter(), MIDDLE);
        assert_eq!(share_out(&[long, short], 12), [10, 1]);
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
        Value       Said by
        12%         Venezuelan
                    foreign ministry
        almost 50%  –
        ");
    }
}
