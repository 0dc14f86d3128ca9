//! The file of series in full: its text, what it says, and where it says it.

use super::{FILE, OnDisk, Series};
use crate::read::read_as;
use crate::rewrite::rewrite_list;
use crate::tree::{Node, Tree};
use crate::{Finding, Place, Refused};

/// A file of series that has been read.
#[derive(Debug)]
pub struct SeriesDocument<'t> {
    file: &'t str,
    tree: Tree<'t>,
    series: Vec<Series>,
}

impl<'t> SeriesDocument<'t> {
    /// Reads a file of series; `file` is the name that findings give it.
    ///
    /// # Errors
    /// What is wrong with the file, each finding with its place.
    pub fn read(text: &'t str, file: &'t str) -> Result<Self, Vec<Finding>> {
        let (tree, series) = read(text, file)?;
        Ok(Self { file, tree, series })
    }

    /// The file's name.
    #[must_use]
    pub const fn file(&self) -> &'t str {
        self.file
    }

    /// What the file says.
    #[must_use]
    pub fn series(&self) -> &[Series] {
        &self.series
    }

    /// The file's text, changed as little as will make it say `new`. Comments, blank
    /// lines and the order of keys stay; series are told apart by their names.
    ///
    /// # Errors
    /// The line that stands in the way: a comment that would be lost, or two series
    /// with one name.
    pub fn rewrite(&self, new: &[Series]) -> Result<String, Refused> {
        rewrite_list(&self.tree, &self.series, new, |text| read(text, ""))
    }

    /// Where the item `number` of the list `key` of the series at `index` stands; for
    /// `name` the name itself. Else the series.
    pub(super) fn place_of(&self, index: usize, key: &str, number: usize) -> Place {
        let text = self.tree.text;
        let item = self
            .tree
            .root
            .get(text, "series")
            .map_or(&[][..], Node::items);
        let one = item.get(index).map(|item| &item.value);
        let value = one.and_then(|series| series.get(text, key));
        let place = value.map(|v| v.items().get(number).map_or(v.span, |i| i.value.span));
        let span = place.or(one.map(|series| series.span));
        self.tree.place(span.unwrap_or_default())
    }
}

fn read<'t>(text: &'t str, file: &str) -> Result<(Tree<'t>, Vec<Series>), Vec<Finding>> {
    let typed = |text: &str| serde_yaml::from_str::<OnDisk>(text).map(|on_disk| on_disk.series);
    read_as(text, file, FILE, typed)
}
