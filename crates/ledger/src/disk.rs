//! The few things that are asked of a file system, so that tests can let each fail.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

/// A file system.
pub(crate) trait Disk {
    /// A file open for writing.
    type File;
    /// The bytes of a file; `None` if there is none.
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>>;
    /// Makes a folder and those around it.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Makes a file that must not be there yet, with the permissions of `like` if that is
    /// there, and holds its lock where the file system knows locks.
    fn create(&self, path: &Path, like: &Path) -> io::Result<Self::File>;
    /// Whether nobody holds the lock of a file that [`create`](Self::create) made: whoever
    /// made it has died. Not where that cannot be known.
    fn is_abandoned(&self, path: &Path) -> bool;
    /// Writes all of `bytes`.
    fn write(&self, file: &mut Self::File, bytes: &[u8]) -> io::Result<()>;
    /// Waits until the bytes are on the device.
    fn sync(&self, file: &Self::File) -> io::Result<()>;
    /// Puts the file `from` in the place of `to`, all at once.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Waits until the names in a folder are on the device.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
    /// Deletes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// The real one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Os;

impl Disk for Os {
    type File = File;

    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        let mut bytes = Vec::new();
        match File::open(path) {
            Ok(mut file) => file.read_to_end(&mut bytes).map(|_| Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn create(&self, path: &Path, like: &Path) -> io::Result<File> {
        let file = OpenOptions::new().write(true).create_new(true).open(path)?;
        // Without a lock the file is never taken for abandoned.
        drop(file.try_lock());
        if let Ok(metadata) = fs::metadata(like) {
            file.set_permissions(metadata.permissions())?;
        }
        Ok(file)
    }

    fn is_abandoned(&self, path: &Path) -> bool {
        File::open(path).is_ok_and(|file| file.try_lock().is_ok())
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        if cfg!(unix) {
            File::open(path)?.sync_all()
        } else {
            Ok(()) // elsewhere a folder cannot be opened
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}
