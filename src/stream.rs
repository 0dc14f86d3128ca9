//! JSON lines in, JSON lines out: one record for one line, in the same order,
//! with memory that does not grow with the input.
//!
//! A thread reads; whatever has arrived by then, up to a limit, is one batch. So a
//! slow producer gets each answer at once, and a fast one keeps all workers busy.

use crate::error::Failure;
use crate::work::Workers;
use std::io::Read;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// Bytes of one read.
const BLOCK: usize = 1 << 16;
/// Blocks that may wait for the workers.
const WAITING: usize = 16;
/// A batch is closed when it holds so many bytes.
const BATCH: usize = 1 << 20;
/// A longer line is refused without being read to memory.
const LONGEST_LINE: usize = 64 << 20;

/// A line with its number, from 1.
pub(crate) struct Line {
    pub(crate) number: usize,
    /// The bytes without the line end; `None` for a line over the limit.
    pub(crate) bytes: Option<Vec<u8>>,
}

/// Does `work` on each line of `reader` that is not blank and hands the results to
/// `take` in order.
pub(crate) fn lines<T: Send>(
    reader: impl Read + Send,
    workers: &Workers,
    work: impl Fn(&Line) -> T + Sync,
    mut take: impl FnMut(&Line, T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    thread::scope(|scope| {
        let (sender, blocks) = sync_channel(WAITING);
        scope.spawn(move || {
            let mut reader = reader;
            loop {
                let block = read_block(&mut reader);
                let last = !matches!(&block, Ok(block) if !block.is_empty());
                // A receiver that has gone wants no more.
                if sender.send(block).is_err() || last {
                    return;
                }
            }
        });
        let mut splitter = Splitter::new(LONGEST_LINE);
        loop {
            let more = splitter.fill(&blocks)?;
            let batch = splitter.complete_lines(!more);
            workers.in_order(&batch, &work, &mut take)?;
            if !more {
                return Ok(());
            }
        }
    })
}

/// The next bytes; none at the end.
fn read_block(reader: &mut impl Read) -> std::io::Result<Vec<u8>> {
    let mut block = vec![0; BLOCK];
    loop {
        match reader.read(&mut block) {
            Ok(length) => {
                block.truncate(length);
                return Ok(block);
            }
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Cuts blocks into lines; keeps the line that has not ended yet.
struct Splitter {
    /// Longer lines are refused.
    limit: usize,
    /// The line that has not ended yet.
    pending: Vec<u8>,
    /// How many lines have ended.
    number: usize,
    /// Whether the line that has not ended yet is over the limit.
    too_long: bool,
    lines: Vec<Line>,
}

impl Splitter {
    const fn new(limit: usize) -> Self {
        Self {
            limit,
            pending: Vec::new(),
            number: 0,
            too_long: false,
            lines: Vec::new(),
        }
    }

    /// Takes the blocks that have arrived, at least one; false at the end of input.
    fn fill(&mut self, blocks: &Receiver<std::io::Result<Vec<u8>>>) -> Result<bool, Failure> {
        let mut taken = 0;
        let mut next = blocks.recv().ok();
        while let Some(block) = next {
            let block =
                block.map_err(|e| Failure::file("read", std::path::Path::new("<stdin>"), &e))?;
            if block.is_empty() {
                return Ok(false);
            }
            taken += block.len();
            self.cut(&block);
            next = if taken < BATCH {
                blocks.try_recv().ok()
            } else {
                None
            };
        }
        Ok(taken > 0)
    }

    fn cut(&mut self, block: &[u8]) {
        for piece in block.split_inclusive(|byte| *byte == b'\n') {
            let ended = piece.ends_with(b"\n");
            if self.pending.len() + piece.len() > self.limit {
                self.too_long = true;
                self.pending = Vec::new();
            }
            if !self.too_long {
                self.pending.extend_from_slice(piece);
            }
            if ended {
                self.end_line();
            }
        }
    }

    fn end_line(&mut self) {
        self.number += 1;
        let mut bytes = std::mem::take(&mut self.pending);
        let too_long = std::mem::take(&mut self.too_long);
        bytes.truncate(bytes.trim_ascii_end().len());
        if too_long || !bytes.is_empty() {
            self.lines.push(Line {
                number: self.number,
                bytes: (!too_long).then_some(bytes),
            });
        }
    }

    /// The lines that are whole; at the end of input also one without a line feed.
    fn complete_lines(&mut self, at_end: bool) -> Vec<Line> {
        if at_end && (self.too_long || !self.pending.is_empty()) {
            self.end_line();
        }
        std::mem::take(&mut self.lines)
    }
}

#[cfg(test)]
mod tests {
    use super::{Splitter, lines};
    use crate::args::JobsArgs;
    use crate::work::Workers;

    fn numbered(input: &'static [u8], jobs: u16) -> Vec<(usize, String)> {
        let workers = Workers::new(JobsArgs { jobs: Some(jobs) }).unwrap();
        let mut seen = Vec::new();
        let work = |line: &super::Line| String::from_utf8(line.bytes.clone().unwrap()).unwrap();
        lines(input, &workers, work, |line, text| {
            seen.push((line.number, text));
            Ok(())
        })
        .unwrap();
        seen
    }

    #[test]
    fn lines_keep_their_order_and_their_numbers() {
        let expected = [
            (1, "a".to_owned()),
            (3, "b".to_owned()),
            (4, "c".to_owned()),
        ];
        assert_eq!(numbered(b"a\r\n\nb\nc", 1), expected);
        assert_eq!(numbered(b"a\n  \nb\nc\n", 3), expected);
        assert!(numbered(b"", 2).is_empty());
    }

    #[test]
    fn a_line_over_the_limit_is_refused_and_the_next_one_is_read() {
        let mut splitter = Splitter::new(4);
        for block in [&b"abcd\nab"[..], b"cde", b"fgh", b"ijk\nx\n12345"] {
            splitter.cut(block);
            assert!(splitter.pending.len() <= 4);
        }
        let lines = splitter.complete_lines(true).into_iter();
        let seen: Vec<_> = lines.map(|line| (line.number, line.bytes)).collect();
        let whole = |text: &str| Some(text.as_bytes().to_vec());
        assert_eq!(seen, [(1, None), (2, None), (3, whole("x")), (4, None)]);
    }
}
