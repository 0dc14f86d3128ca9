//! One writer at a time.
//!
//! The lock is the kernel's, on a file that is there anyway (`claimbook.yaml`): when
//! its holder dies it is free, and no lock file stays behind. Readers need none, as
//! files are replaced all at once.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::time::Duration;

/// How long a lock that another process holds is tried before the wait is told.
const PATIENCE: Duration = Duration::from_secs(1);

/// Between two tries.
const PAUSE: Duration = Duration::from_millis(20);

/// The right to write, until it is dropped.
#[derive(Debug)]
#[must_use = "the lock is given back when it is dropped"]
pub struct Lock {
    /// Closing the file gives the lock back.
    _file: File,
}

/// Waits for the lock on the file at `path`. If another process holds it for longer
/// than a second, `waiting` is called once, to say so; then the wait goes on.
///
/// # Errors
/// The file cannot be opened, or its file system knows no locks.
pub fn lock(path: &Path, waiting: impl FnOnce()) -> io::Result<Lock> {
    let file = File::open(path)?;
    if !try_for(&file, PATIENCE)? {
        waiting();
        file.lock()?;
    }
    Ok(Lock { _file: file })
}

/// The lock on the file at `path`, or `None` if another process holds it for longer than
/// a second: for whoever must not be kept waiting.
///
/// # Errors
/// As for [`lock`].
pub fn lock_soon(path: &Path) -> io::Result<Option<Lock>> {
    let file = File::open(path)?;
    let locked = try_for(&file, PATIENCE)?;
    Ok(locked.then_some(Lock { _file: file }))
}

/// Tries to lock for `patience`, a little more or less; whether it is locked.
fn try_for(file: &File, patience: Duration) -> io::Result<bool> {
    let mut waited = Duration::ZERO;
    while waited <= patience {
        match file.try_lock() {
            Ok(()) => return Ok(true),
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        waited += PAUSE;
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::{lock, lock_soon};
    use std::sync::mpsc::channel;

    #[test]
    fn the_second_waits_says_so_and_gets_it() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let first = lock(file.path(), || panic!("nobody holds it")).unwrap();
        let (said, hears) = channel();
        let path = file.path().to_owned();
        let second =
            std::thread::spawn(move || drop(lock(&path, || said.send(()).unwrap()).unwrap()));
        hears.recv().unwrap();
        assert!(lock_soon(file.path()).unwrap().is_none());
        assert!(!second.is_finished());
        drop(first);
        second.join().unwrap();
        drop(lock(file.path(), || panic!("it was given back")).unwrap());
        assert!(lock_soon(file.path()).unwrap().is_some());
    }
}
