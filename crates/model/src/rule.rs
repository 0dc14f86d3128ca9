//! What every rule says about itself.

/// A rule of extraction: its id travels with each result that it makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Stable name, `layer-name` in kebab case.
    pub id: &'static str,
    /// The stage it belongs to ("numeral", "attribution" ...).
    pub layer: &'static str,
    /// What it finds, in one line.
    pub doc: &'static str,
    /// Sentences in which it finds something; the found words stand in `[brackets]`.
    pub examples: &'static [&'static str],
    /// Sentences in which it must find nothing.
    pub counter_examples: &'static [&'static str],
}
