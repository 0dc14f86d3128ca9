//! The keys that front matter and JSON lines share, and what their values must be.

use crate::dates;
use claimbook_model::{ArticleMeta, squeeze};

/// A key that says something about the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    Id,
    Title,
    Publisher,
    Agency,
    Author,
    Published,
    Place,
    Url,
}

impl Key {
    /// Every key with its name.
    pub(crate) const ALL: [(&'static str, Self); 8] = [
        ("id", Self::Id),
        ("title", Self::Title),
        ("publisher", Self::Publisher),
        ("agency", Self::Agency),
        ("author", Self::Author),
        ("published", Self::Published),
        ("place", Self::Place),
        ("url", Self::Url),
    ];

    /// The key of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(n, _)| *n == name).map(|(_, k)| *k)
    }

    /// Its name.
    pub(crate) const fn name(self) -> &'static str {
        Self::ALL[self as usize].0
    }

    /// Sets the field of `meta`. Values are squeezed to one line, nothing else
    /// is changed; an empty value counts as none. The `id` is taken as it is:
    /// only the caller knows whether it is to become a file name.
    ///
    /// # Errors
    /// What is wrong with the value, for a date that is none.
    pub(crate) fn put(self, meta: &mut ArticleMeta, value: &str) -> Result<(), String> {
        let field = match self {
            Self::Id => {
                value.clone_into(&mut meta.id);
                return Ok(());
            }
            Self::Published => {
                meta.published = published(value)?;
                return Ok(());
            }
            Self::Title => &mut meta.title,
            Self::Publisher => &mut meta.publisher,
            Self::Agency => &mut meta.agency,
            Self::Author => &mut meta.author,
            Self::Place => &mut meta.place,
            Self::Url => &mut meta.url,
        };
        *field = one_line(value);
        Ok(())
    }
}

/// `value` squeezed to one line; `None` when nothing is left.
pub(crate) fn one_line(value: &str) -> Option<String> {
    Some(squeeze(value)).filter(|v| !v.is_empty())
}

/// A day of publication; an empty value is none.
fn published(value: &str) -> Result<Option<chrono::NaiveDate>, String> {
    if value.trim().is_empty() {
        return Ok(None);
    }
    let date = dates::whole(value);
    date.map(Some)
        .ok_or_else(|| format!("`published` is no date: {:?}", clip(value)))
}

/// What to write where a date was not understood.
pub(crate) const DATE_HINT: &str = "write it as year-month-day, such as \"2022-02-17\"";

/// At most 40 characters of `value`, for messages.
pub(crate) fn clip(value: &str) -> String {
    let mut clipped: String = value.chars().take(40).collect();
    if clipped.len() < value.len() {
        clipped.push('…');
    }
    clipped
}

#[cfg(test)]
mod tests {
    use super::{ArticleMeta, Key};

    #[test]
    fn the_table_is_in_the_order_of_the_enum() {
        for (name, key) in Key::ALL {
            assert_eq!(key.name(), name);
            assert_eq!(Key::named(name), Some(key));
        }
        assert_eq!(Key::named("Title"), None);
    }

    #[test]
    fn values_become_one_line_and_keep_their_marks() {
        let mut meta = ArticleMeta::default();
        Key::Title
            .put(&mut meta, " Oil \n\t up:\u{a0}\u{1b}[31m\"12%\" ")
            .unwrap();
        assert_eq!(meta.title.as_deref(), Some("Oil up: \u{1b}[31m\"12%\""));
        Key::Title.put(&mut meta, " \n").unwrap();
        assert_eq!(meta.title, None);
    }

    #[test]
    fn a_date_must_be_one() {
        let mut meta = ArticleMeta::default();
        Key::Published.put(&mut meta, "17 Feb 2022").unwrap();
        assert_eq!(meta.published.unwrap().to_string(), "2022-02-17");
        let error = Key::Published.put(&mut meta, "02/03/2022").unwrap_err();
        assert_eq!(error, "`published` is no date: \"02/03/2022\"");
    }
}
