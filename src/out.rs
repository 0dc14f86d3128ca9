//! The one writer of standard output.
//!
//! A closed pipe ends the program quietly, any other failed write is an error:
//! a command that could not deliver its data has not done its job.

use crate::error::Failure;
use std::io::{self, BufWriter, Stdout, Write};

/// Standard output, buffered. Nothing else in the program writes to it but the screens of
/// `review`, which no data stands beside.
pub(crate) struct Out(BufWriter<Stdout>);

impl Out {
    /// A writer with a buffer of 64 KiB.
    pub(crate) fn new() -> Self {
        Self(BufWriter::with_capacity(1 << 16, io::stdout()))
    }

    /// Writes text as it is; control characters must be escaped already.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), Failure> {
        self.bytes(text.as_bytes())
    }

    /// Writes bytes.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.0.write_all(bytes).map_err(|e| Failure::output(&e))
    }

    /// Hands everything over to whoever reads.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        self.0.flush().map_err(|e| Failure::output(&e))
    }
}
