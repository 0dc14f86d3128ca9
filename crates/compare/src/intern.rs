//! Strings as small numbers: equal strings get equal numbers.

use rustc_hash::FxHashMap;

/// Gives each distinct string a number, in order of first sight.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    ids: FxHashMap<String, u32>,
    names: Vec<String>,
}

impl Interner {
    /// The number of `text`.
    pub(crate) fn id(&mut self, text: &str) -> u32 {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let id = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.ids.insert(text.to_owned(), id);
        self.names.push(text.to_owned());
        id
    }

    /// The string with this number.
    pub(crate) fn name(&self, id: u32) -> &str {
        self.names.get(id as usize).map_or("", String::as_str)
    }

    /// How many distinct strings there are.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn equal_strings_share_a_number() {
        let mut interner = super::Interner::default();
        let (a, b) = (interner.id("trade"), interner.id("dose"));
        assert_eq!((interner.id("trade"), a == b), (a, false));
        assert_eq!((interner.name(b), interner.len()), ("dose", 2));
    }
}
