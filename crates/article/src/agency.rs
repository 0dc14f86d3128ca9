//! Who signs datelines: news agencies, and outlets that sign in the same place.

use std::sync::LazyLock;

/// `written,kind,name`: a name as it stands in datelines, what it is, and the
/// name it is kept under.
const TABLE: &str = include_str!("../data/agencies.csv");

/// What a signature says about whose text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signer {
    /// An agency, whose copy others publish.
    Agency(&'static str),
    /// An outlet, which publishes itself.
    Outlet(&'static str),
}

/// The table, by lower-case name.
static SIGNERS: LazyLock<Vec<(String, Signer)>> = LazyLock::new(|| {
    let rows = TABLE.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        let written = cells.next()?.to_ascii_lowercase();
        let kind = cells.next()?;
        let name = cells.next()?;
        let signer = match kind {
            "agency" => Signer::Agency(name),
            _ => Signer::Outlet(name),
        };
        Some((written, signer))
    });
    rows.collect()
});

/// Whom `written` names, whatever its case.
pub(crate) fn known(written: &str) -> Option<Signer> {
    let lower = written.to_ascii_lowercase();
    let at = SIGNERS.binary_search_by(|(w, _)| w.as_str().cmp(&lower));
    Some(SIGNERS[at.ok()?].1)
}

#[cfg(test)]
mod tests {
    use super::{SIGNERS, Signer, TABLE, known};

    #[test]
    fn the_table_is_sorted_unique_and_complete() {
        assert_eq!(SIGNERS.len(), TABLE.lines().count() - 1);
        assert!(SIGNERS.windows(2).all(|w| w[0].0 < w[1].0));
        for line in TABLE.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            assert_eq!(cells.len(), 3, "{line}");
            assert!(["agency", "outlet"].contains(&cells[1]), "{line}");
            assert!(known(cells[2]).is_some(), "{line}: the kept name is known");
        }
    }

    #[test]
    fn case_does_not_matter_and_variants_meet() {
        assert_eq!(known("REUTERS"), Some(Signer::Agency("Reuters")));
        assert_eq!(known("The Associated Press"), known("AP"));
        assert_eq!(known("CNN"), Some(Signer::Outlet("CNN")));
        assert_eq!(known("Labour"), None);
    }
}
