//! How wide and in which colours; colour only ever repeats what a word or sign says.

use anstyle::{AnsiColor, Style as Ansi};

/// What the caller knows about the place where the text will be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Columns.
    pub width: usize,
    /// Whether ANSI colours may be written.
    pub colour: bool,
}

impl Default for Style {
    /// Plain text for 80 columns.
    fn default() -> Self {
        Self {
            width: 80,
            colour: false,
        }
    }
}

/// What a stretch of text is, which decides its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A conflict, an error, words that only the earlier text has.
    Bad,
    /// A drift, a warning.
    Doubtful,
    /// An agreement, words that only the later text has.
    Good,
    /// An update, a speaker.
    Moved,
    /// A title.
    Heading,
    /// A figure.
    Figure,
    /// Ids, hints, column titles.
    Faint,
}

impl Style {
    /// `text` in the colour of `role`, or as it is when colour is off.
    #[must_use]
    pub fn paint(&self, role: Role, text: &str) -> String {
        if !self.colour || text.is_empty() {
            return text.to_owned();
        }
        let ansi = ansi(role);
        format!("{ansi}{text}{ansi:#}")
    }
}

/// The ANSI style of a role.
const fn ansi(role: Role) -> Ansi {
    match role {
        Role::Bad => bold(AnsiColor::Red),
        Role::Doubtful => bold(AnsiColor::Yellow),
        Role::Good => bold(AnsiColor::Green),
        Role::Moved => bold(AnsiColor::Cyan),
        Role::Heading => Ansi::new().bold(),
        Role::Figure => bold(AnsiColor::Magenta),
        Role::Faint => Ansi::new().dimmed(),
    }
}

const fn bold(colour: AnsiColor) -> Ansi {
    Ansi::new()
        .fg_color(Some(anstyle::Color::Ansi(colour)))
        .bold()
}

#[cfg(test)]
mod tests {
    use super::{Role, Style};

    #[test]
    fn colour_wraps_text_only_when_asked() {
        let plain = Style::default();
        assert_eq!(plain.paint(Role::Bad, "no"), "no");
        let colour = Style {
            colour: true,
            ..plain
        };
        assert_eq!(colour.paint(Role::Heading, "x"), "\u{1b}[1mx\u{1b}[0m");
        assert_eq!(colour.paint(Role::Heading, ""), "");
    }
}
