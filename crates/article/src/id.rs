//! Article ids that are safe as file names.
//!
//! An id names the ledger file, `claims/ID.yaml`, so it must stay inside that
//! folder and be a name that every file system takes, whoever wrote the article.

/// Longest part of an id between two `/`, in bytes. File systems allow 255;
/// the rest is for endings and temporary names.
const MAX_PART: usize = 120;

/// Longest id, in bytes.
const MAX_ID: usize = 400;

/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// The id of the article at a path below its folder: the path without the last
/// ending, made safe (`north/x.txt` is `north/x`).
#[must_use]
pub fn id_from_path(relative: &str) -> String {
    let name_start = relative.rfind(['/', '\\']).map_or(0, |at| at + 1);
    let name = &relative[name_start..];
    let stem = match name.rfind('.') {
        Some(dot) if dot > 0 => &name[..dot],
        _ => name,
    };
    safe_id(&relative[..name_start + stem.len()])
}

/// `id` made safe: parts between slashes keep their letters; `..`, empty parts
/// and leading dots go, control and reserved characters become `-`, and what is
/// too long is cut and ends in a hash of the whole. A safe id stays as it is.
#[must_use]
pub fn safe_id(id: &str) -> String {
    let parts: Vec<String> = id.split(['/', '\\']).filter_map(safe_part).collect();
    let mut safe = parts.join("/");
    if safe.len() > MAX_ID {
        let name = parts.last().map_or("", String::as_str);
        safe = cut(name, id);
    }
    if safe.is_empty() {
        "article".clone_into(&mut safe);
    }
    safe
}

/// Whether `id` can name a ledger file as it stands.
#[must_use]
pub fn id_is_safe(id: &str) -> bool {
    safe_id(id) == id
}

/// One part made safe; `None` when nothing is left of it.
fn safe_part(part: &str) -> Option<String> {
    let plain = |c| if is_reserved(c) { '-' } else { c };
    let plain: String = part.chars().map(plain).collect();
    let mut safe = plain
        .trim_start_matches(['.', '-', ' '])
        .trim_end_matches(['.', ' '])
        .to_owned();
    let stem = safe.split('.').next().unwrap_or_default();
    if DEVICES.iter().any(|d| d.eq_ignore_ascii_case(stem)) {
        safe.insert(stem.len(), '-');
    }
    if safe.len() > MAX_PART {
        safe = cut(&safe, part);
    }
    (!safe.is_empty()).then_some(safe)
}

/// Characters that a file system, a shell or a reader may take for something
/// else; `#` stands between article and claim (`ARTICLE#c-...`).
fn is_reserved(c: char) -> bool {
    let invisible = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let reserved = matches!(
        c,
        '<' | '>' | ':' | '"' | '|' | '?' | '*' | '#' | '\\' | '/'
    );
    c.is_control() || reserved || invisible || (c.is_whitespace() && c != ' ')
}

/// The beginning of `part` and a hash of `whole`, within [`MAX_PART`].
fn cut(part: &str, whole: &str) -> String {
    let hash = format!("{:016x}", fnv1a(whole.as_bytes()));
    let mut end = part.len().min(MAX_PART - hash.len() - 1);
    while !part.is_char_boundary(end) {
        end -= 1;
    }
    let kept = part[..end].trim_end_matches(['.', ' ', '-']);
    format!("{kept}-{hash}")
}

/// The FNV-1a hash (Fowler, Noll, Vo), 64 bits: the same on every machine.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::{MAX_ID, MAX_PART, id_from_path, id_is_safe, safe_id};
    use proptest::prelude::{any, proptest};

    #[test]
    fn paths_become_ids() {
        let table = [
            ("north/x.txt", "north/x"),
            ("trade-2022-02-17.md", "trade-2022-02-17"),
            ("a.b.html", "a.b"),
            ("no-ending", "no-ending"),
            ("ein Jahr/Größe 1.txt", "ein Jahr/Größe 1"),
            ("./x.txt", "x"),
            (".hidden", "hidden"),
            ("north\\x.txt", "north/x"),
            ("v1.2/notes", "v1.2/notes"),
        ];
        for (path, id) in table {
            assert_eq!(id_from_path(path), id, "{path}");
        }
    }

    #[test]
    fn hostile_names_stay_inside() {
        let table = [
            ("../../etc/passwd", "etc/passwd"),
            ("/etc/passwd", "etc/passwd"),
            ("a/../../b", "a/b"),
            ("...", "article"),
            ("", "article"),
            ("-rf", "rf"),
            ("a\nb\u{1b}[31m", "a-b-[31m"),
            ("what? \"yes\"", "what- -yes-"),
            ("C:\\temp", "C-/temp"),
            ("con", "con-"),
            ("Aux.txt", "Aux-.txt"),
            ("x#c-1", "x-c-1"),
            ("exe\u{202e}fdp", "exe-fdp"),
            ("end. ", "end"),
        ];
        for (id, safe) in table {
            assert_eq!(safe_id(id), safe, "{id:?}");
            assert!(!id_is_safe(id), "{id:?}");
        }
    }

    #[test]
    fn long_names_are_cut_and_stay_apart() {
        let (a, b) = ("é".repeat(200) + "1", "é".repeat(200) + "2");
        assert!(safe_id(&a).len() <= MAX_PART);
        assert_ne!(safe_id(&a), safe_id(&b));
        assert_eq!(safe_id(&"x".repeat(MAX_PART)), "x".repeat(MAX_PART));
        assert_ne!(safe_id(&"x".repeat(MAX_PART + 1)), "x".repeat(MAX_PART + 1));
        let deep = "folder/".repeat(100);
        assert!(safe_id(&deep).len() <= MAX_ID);
        assert_ne!(safe_id(&deep), safe_id(&(deep.clone() + "x")));
    }

    proptest! {
        #[test]
        fn a_safe_id_is_safe(id in any::<String>()) {
            let safe = safe_id(&id);
            assert!(id_is_safe(&safe), "{safe:?}");
            assert!(safe.split('/').all(|p| !p.is_empty() && !p.starts_with('.')));
            assert!(!safe.contains(|c: char| c.is_control() || c == '\\'));
        }
    }
}
