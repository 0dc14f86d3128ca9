//! A ledger file in full: its text, what it says, and where it says it.

use crate::fmt::format;
use crate::read::read;
use crate::rewrite::rewrite;
use crate::tree::{Entry, Node, Tree};
use crate::{Finding, Ledger, Place, Refused};
use claimbook_model::Span;

/// A ledger file that has been read.
#[derive(Debug)]
pub struct Document<'t> {
    file: &'t str,
    tree: Tree<'t>,
    ledger: Ledger,
}

impl<'t> Document<'t> {
    /// Reads a ledger file; `file` is the name that findings give it.
    ///
    /// # Errors
    /// What is wrong with the file, each finding with its place.
    pub fn read(text: &'t str, file: &'t str) -> Result<Self, Vec<Finding>> {
        let (tree, ledger) = read(text, file)?;
        Ok(Self { file, tree, ledger })
    }

    /// The file's name.
    #[must_use]
    pub const fn file(&self) -> &'t str {
        self.file
    }

    /// The file's text.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.tree.text
    }

    pub(crate) const fn tree(&self) -> &Tree<'t> {
        &self.tree
    }

    /// What the file says.
    #[must_use]
    pub const fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// What the file says, without the rest.
    #[must_use]
    pub fn into_ledger(self) -> Ledger {
        self.ledger
    }

    /// The file's text, changed as little as will make it say `new`. Comments, blank
    /// lines and the order of keys stay; claims are told apart by their ids.
    ///
    /// # Errors
    /// The line that stands in the way: a comment that would be lost, or two claims
    /// with one id.
    pub fn rewrite(&self, new: &Ledger) -> Result<String, Refused> {
        rewrite(&self.tree, &self.ledger, new)
    }

    /// The file in canonical form: as [`emit`](crate::emit())ted, with every comment at what it
    /// belongs to, and blank lines, at most one at a time.
    ///
    /// # Errors
    /// The line of a comment that cannot be kept.
    pub fn format(&self) -> Result<String, Refused> {
        format(&self.tree, &self.ledger)
    }

    /// Where a key of the claim at `index` stands (`["review", "verdict"]`; `[]` for
    /// the claim's id). Where it is left out, the place of the nearest key around it.
    #[must_use]
    pub fn place_of(&self, index: usize, keys: &[&str]) -> Place {
        let key = self.key_of(index, if keys.is_empty() { &["id"] } else { keys });
        self.tree.place(key)
    }

    /// Where the value of a key of the claim at `index` stands, else as [`Self::place_of`].
    #[must_use]
    pub fn place_of_value(&self, index: usize, keys: &[&str]) -> Place {
        let found = keys.iter().try_fold(self.claim(index), |node, key| {
            Some(node.and_then(|n| n.get(self.text(), key)))
        });
        match found.flatten() {
            Some(node) if node.is_scalar() => self.tree.place(node.span),
            _ => self.place_of(index, keys),
        }
    }

    /// Where a key of the article's entry stands, else the entry itself.
    #[must_use]
    pub fn place_in_article(&self, key: &str) -> Place {
        let article = self.tree.root.entry(self.text(), "article");
        let inner = article.and_then(|a| a.value.entry(self.text(), key));
        let span = inner.or(article).map(|e| e.key);
        self.tree.place(span.unwrap_or_default())
    }

    fn claim(&self, index: usize) -> Option<&Node> {
        let claims = self.tree.root.get(self.text(), "claims")?;
        claims.items().get(index).map(|item| &item.value)
    }

    /// The innermost of `keys` that is there.
    fn key_of(&self, index: usize, keys: &[&str]) -> Span {
        let Some(claim) = self.claim(index) else {
            return Span::default();
        };
        let id = claim.entry(self.text(), "id");
        let mut found = id.map_or(claim.span, |e| e.key);
        let mut node = claim;
        for key in keys {
            let Some(entry) = self.step(node, key) else {
                break;
            };
            found = entry.key;
            node = &entry.value;
        }
        found
    }

    /// The entry `key` of a mapping; of a list of mappings the entry of its item at the
    /// number `key`, by its first key.
    fn step<'n>(&self, node: &'n Node, key: &str) -> Option<&'n Entry> {
        match key.parse::<usize>() {
            Ok(number) => node.items().get(number)?.value.entries().first(),
            Err(_) => node.entry(self.text(), key),
        }
    }
}
