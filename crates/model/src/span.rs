//! Places in a text: byte ranges inside, code points at the edge.

/// A range of bytes in an article's text, end exclusive, on character
/// boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from `start` to `end` (bytes; texts over 4 GiB are not read).
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span does not run backwards");
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            start: narrow(start),
            end: narrow(end),
        }
    }

    /// The range as `usize`, for indexing.
    #[must_use]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words of `text` at this span; empty when the span does not fit.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies inside this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// What both cover, if they share a byte.
    #[must_use]
    pub fn meet(self, other: Self) -> Option<Self> {
        self.overlaps(other).then(|| Self {
            start: self.start.max(other.start),
            end: self.end.min(other.end),
        })
    }

    /// The smallest span over both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

/// Turns byte offsets of one text into code points and lines.
///
/// ```
/// use claimbook_model::{Offsets, Span};
/// let text = "naïve – 7";
/// let at = text.find('7').unwrap();
/// assert_eq!(Offsets::new(text).to_chars(Span::new(at, at + 1)), (8, 9));
/// ```
#[derive(Debug, Clone)]
pub struct Offsets<'t> {
    text: &'t str,
    /// Code points before every `STEP`-th byte; empty for plain ASCII.
    marks: Vec<u32>,
}

/// Bytes between two remembered counts.
const STEP: usize = 256;

impl<'t> Offsets<'t> {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::new();
        if !text.is_ascii() {
            let mut count = 0u32;
            for chunk in text.as_bytes().chunks(STEP) {
                marks.push(count);
                count += count_chars(chunk);
            }
            marks.push(count);
        }
        Self { text, marks }
    }

    /// Code points before byte `at`.
    #[must_use]
    pub fn char_at(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        if self.marks.is_empty() {
            return at;
        }
        let block = at / STEP;
        let rest = &self.text.as_bytes()[block * STEP..at];
        (self.marks[block] + count_chars(rest)) as usize
    }

    /// The span in code points.
    #[must_use]
    pub fn to_chars(&self, span: Span) -> (usize, usize) {
        (
            self.char_at(span.start as usize),
            self.char_at(span.end as usize),
        )
    }

    /// Line and column (both from 1, columns in code points) of byte `at`.
    #[must_use]
    pub fn line_column(&self, at: usize) -> (usize, usize) {
        let before = &self.text.as_bytes()[..at.min(self.text.len())];
        let line = before.iter().filter(|b| **b == b'\n').count() + 1;
        let start = before
            .iter()
            .rposition(|b| *b == b'\n')
            .map_or(0, |p| p + 1);
        (line, count_chars(&before[start..]) as usize + 1)
    }
}

/// Code points that begin in `bytes` (all but the continuation bytes).
fn count_chars(bytes: &[u8]) -> u32 {
    bytes.iter().map(|b| u32::from((*b & 0xC0) != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::{Offsets, Span};

    #[test]
    fn code_points_agree_with_counting() {
        let text = "“naïve” – €7, 百 ".repeat(60);
        let offsets = Offsets::new(&text);
        for (chars, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.char_at(at), chars);
        }
        assert_eq!(offsets.char_at(text.len()), text.chars().count());
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        let text = "a\nbé c\n";
        assert_eq!(Offsets::new(text).line_column(0), (1, 1));
        assert_eq!(
            Offsets::new(text).line_column(text.find('c').unwrap()),
            (2, 4)
        );
    }

    #[test]
    fn spans_relate() {
        let a = Span::new(2, 6);
        assert!(
            a.contains(Span::new(2, 4))
                && a.overlaps(Span::new(5, 9))
                && !a.overlaps(Span::new(6, 9))
        );
        assert_eq!(a.cover(Span::new(8, 9)), Span::new(2, 9));
        assert_eq!(a.meet(Span::new(5, 9)), Some(Span::new(5, 6)));
        assert_eq!(a.meet(Span::new(6, 9)), None);
    }
}
