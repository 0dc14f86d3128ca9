//! Articles worked on at once, their results taken in order.

use crate::args::JobsArgs;
use crate::error::Failure;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder};

/// Articles per thread that may be finished before the first of them is taken.
const AHEAD: usize = 32;

/// The threads that read and annotate.
pub(crate) struct Workers(ThreadPool);

impl Workers {
    /// As many as were asked for, else one for each processor.
    pub(crate) fn new(jobs: JobsArgs) -> Result<Self, Failure> {
        // Zero lets rayon count the processors.
        let threads = jobs.jobs.map_or(0, usize::from);
        let pool = ThreadPoolBuilder::new().num_threads(threads).build();
        pool.map(Self)
            .map_err(|e| Failure::plain(format!("cannot start the workers: {e}")))
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.0.current_num_threads()
    }

    /// Does `work` on all `items`, and hands each result to `take` in the order of
    /// the items. No more than a few results per thread wait at any time.
    pub(crate) fn in_order<T: Sync, U: Send>(
        &self,
        items: &[T],
        work: impl Fn(&T) -> U + Sync,
        mut take: impl FnMut(&T, U) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        for batch in items.chunks(self.count() * AHEAD) {
            let done: Vec<U> = if self.count() == 1 {
                batch.iter().map(&work).collect()
            } else {
                self.0.install(|| batch.par_iter().map(&work).collect())
            };
            for (item, result) in batch.iter().zip(done) {
                take(item, result)?;
            }
        }
        Ok(())
    }
}
