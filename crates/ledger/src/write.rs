//! Writing a file so that whoever reads it sees all of the old or all of the new.

use crate::disk::{Disk, Os};
use std::io;
use std::path::{Path, PathBuf};

/// What [`write()`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// Nothing: the file has these very bytes. Its time stamp stays.
    Unchanged,
    /// The file is new.
    Created,
    /// The file had other bytes.
    Replaced,
}

/// A file that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write {}: {doing}: {source}; {}", .path.display(), state(*.replaced))]
pub struct WriteError {
    /// The file.
    pub path: PathBuf,
    /// The step that failed.
    pub doing: &'static str,
    /// Whether the file has its new content all the same (only a power cut could
    /// still take it back).
    pub replaced: bool,
    /// Why.
    pub source: io::Error,
}

fn state(replaced: bool) -> &'static str {
    if replaced {
        "the file is written, but may not survive a power cut"
    } else {
        "the file is as it was"
    }
}

/// Makes `text` the content of the file at `path`, in folders that are made as needed.
///
/// The text goes to a hidden file beside it (`.NAME.0.tmp`), is synchronised with
/// the device and renamed; so is the folder. A link is followed. What a process left
/// beside the file that was killed in the middle of a write is removed. Whoever changes a
/// file that others may change holds the [`lock`](crate::lock()) from before reading it.
///
/// # Errors
/// The step that failed; the file then has its old content (or its new one, where
/// the error says so) and nothing lies beside it.
pub fn write(path: &Path, text: &str) -> Result<Written, WriteError> {
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    write_on(&Os, &real, text)
}

/// [`write()`] on any file system.
fn write_on<D: Disk>(disk: &D, path: &Path, text: &str) -> Result<Written, WriteError> {
    let failed = |doing, replaced, source| WriteError {
        path: path.to_owned(),
        doing,
        replaced,
        source,
    };
    let old = disk
        .read(path)
        .map_err(|e| failed("reading the old file", false, e))?;
    if old.as_deref() == Some(text.as_bytes()) {
        return Ok(Written::Unchanged);
    }
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    disk.create_folder(folder)
        .map_err(|e| failed("making its folder", false, e))?;
    let (temporary, file) = create_beside(disk, path, folder)
        .map_err(|e| failed("making a file beside it", false, e))?;
    let renamed = fill(disk, file, text.as_bytes())
        .map_err(|e| failed("writing a file beside it", false, e))
        .and_then(|()| {
            disk.rename(&temporary, path)
                .map_err(|e| failed("putting the new file in its place", false, e))
        });
    if let Err(error) = renamed {
        // The error that is told is the first; a file that cannot be removed either is hidden.
        drop(disk.remove(&temporary));
        return Err(error);
    }
    disk.sync_folder(folder)
        .map_err(|e| failed("synchronising its folder", true, e))?;
    Ok(if old.is_some() {
        Written::Replaced
    } else {
        Written::Created
    })
}

/// Writes `bytes` and waits until they are on the device.
fn fill<D: Disk>(disk: &D, mut file: D::File, bytes: &[u8]) -> io::Result<()> {
    disk.write(&mut file, bytes)?;
    disk.sync(&file)
}

/// Names for the temporary file that are tried before giving up; others are in the
/// way while other processes write, or where the file system knows no locks.
const ATTEMPTS: u32 = 100;

/// A new hidden file in `folder`, of a name that is free or whose writer has died.
fn create_beside<D: Disk>(disk: &D, path: &Path, folder: &Path) -> io::Result<(PathBuf, D::File)> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut attempt = 0;
    loop {
        let temporary = folder.join(format!(".{name}.{attempt}.tmp"));
        if disk.is_abandoned(&temporary) {
            disk.remove(&temporary)?;
        }
        match disk.create(&temporary, path) {
            Ok(file) => return Ok((temporary, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && attempt < ATTEMPTS => {
                attempt += 1;
            }
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Written, write, write_on};
    use crate::disk::{Disk, Os};
    use std::cell::Cell;
    use std::fs::{self, File};
    use std::io;
    use std::path::Path;

    /// The real file system, whose `fail_at`-th operation fails half-way.
    struct Failing {
        fail_at: usize,
        count: Cell<usize>,
    }

    impl Failing {
        fn step(&self) -> io::Result<()> {
            self.count.set(self.count.get() + 1);
            if self.count.get() == self.fail_at {
                Err(io::Error::from(io::ErrorKind::StorageFull))
            } else {
                Ok(())
            }
        }
    }

    impl Disk for Failing {
        type File = File;
        fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
            self.step().and_then(|()| Os.read(path))
        }
        fn create_folder(&self, path: &Path) -> io::Result<()> {
            self.step().and_then(|()| Os.create_folder(path))
        }
        fn create(&self, path: &Path, like: &Path) -> io::Result<File> {
            self.step().and_then(|()| Os.create(path, like))
        }
        fn is_abandoned(&self, path: &Path) -> bool {
            Os.is_abandoned(path)
        }
        fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
            Os.write(file, &bytes[..bytes.len() / 2])?;
            self.step()
                .and_then(|()| Os.write(file, &bytes[bytes.len() / 2..]))
        }
        fn sync(&self, file: &File) -> io::Result<()> {
            self.step().and_then(|()| Os.sync(file))
        }
        fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
            self.step().and_then(|()| Os.rename(from, to))
        }
        fn sync_folder(&self, path: &Path) -> io::Result<()> {
            self.step().and_then(|()| Os.sync_folder(path))
        }
        fn remove(&self, path: &Path) -> io::Result<()> {
            self.step().and_then(|()| Os.remove(path))
        }
    }

    #[test]
    fn a_failure_at_any_step_leaves_the_old_or_the_new_file_and_no_litter() {
        let mut failures = 0;
        for fail_at in 1.. {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("x.yaml");
            fs::write(&path, "old text").unwrap();
            let disk = Failing {
                fail_at,
                count: Cell::new(0),
            };
            let result = write_on(&disk, &path, "the new text");
            let names: Vec<_> = fs::read_dir(folder.path())
                .unwrap()
                .map(|e| e.unwrap().file_name())
                .collect();
            assert_eq!(names, ["x.yaml"], "step {fail_at}");
            let content = fs::read_to_string(&path).unwrap();
            match result {
                Ok(written) => {
                    assert_eq!(
                        (written, content.as_str()),
                        (Written::Replaced, "the new text")
                    );
                    break;
                }
                Err(error) => {
                    let expected = if error.replaced {
                        "the new text"
                    } else {
                        "old text"
                    };
                    assert_eq!(content, expected, "step {fail_at}: {error}");
                    failures += 1;
                }
            }
        }
        assert_eq!(failures, 7, "every operation but the clean-up failed once");
    }

    #[test]
    fn what_a_killed_writer_left_is_removed_and_what_a_living_one_writes_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let [path, first, second] =
            ["x.yaml", ".x.yaml.0.tmp", ".x.yaml.1.tmp"].map(|name| folder.path().join(name));
        fs::write(&first, "half of").unwrap();
        assert_eq!(write(&path, "text").unwrap(), Written::Created);
        assert!(!first.exists());
        let living = Os.create(&first, &path).unwrap();
        fs::write(&second, "half of").unwrap();
        assert_eq!(write(&path, "other").unwrap(), Written::Replaced);
        assert!(first.exists() && !second.exists());
        drop(living);
        assert_eq!(write(&path, "more").unwrap(), Written::Replaced);
        assert!(!first.exists());
    }

    #[test]
    fn equal_bytes_are_not_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b/x.yaml");
        assert_eq!(write(&path, "text").unwrap(), Written::Created);
        let before = fs::metadata(&path).unwrap().modified().unwrap();
        assert_eq!(write(&path, "text").unwrap(), Written::Unchanged);
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before);
        assert_eq!(write(&path, "other").unwrap(), Written::Replaced);
    }

    #[test]
    fn an_error_names_file_step_and_state() {
        let folder = tempfile::tempdir().unwrap();
        let error = write(folder.path(), "text").unwrap_err();
        let text = error
            .to_string()
            .replace(&folder.path().display().to_string(), "DIR");
        assert!(
            text.starts_with("cannot write DIR: reading the old file: "),
            "{text}"
        );
        assert!(text.ends_with("; the file is as it was"), "{text}");
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_are_kept() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (
            folder.path().join("x.yaml"),
            folder.path().join("link.yaml"),
        );
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        assert_eq!(write(&link, "new").unwrap(), Written::Replaced);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o640
        );
    }
}
