//! A line that is being typed.

use super::key::Key;

/// Text with a cursor in it. It may hold line feeds, from the clipboard or an editor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Line {
    before: String,
    after: String,
}

impl Line {
    /// `text`, the cursor at its end.
    pub(super) fn new(text: &str) -> Self {
        Self {
            before: text.to_owned(),
            after: String::new(),
        }
    }

    /// All of it.
    pub(super) fn text(&self) -> String {
        format!("{}{}", self.before, self.after)
    }

    /// What stands before and after the cursor.
    pub(super) fn parts(&self) -> (&str, &str) {
        (&self.before, &self.after)
    }

    /// What `key` does to it; keys that do nothing to a line are not heeded.
    pub(super) fn press(&mut self, key: &Key) {
        match key {
            Key::Char(c) => self.before.push(*c),
            Key::Paste(text) => self
                .before
                .push_str(&text.replace("\r\n", "\n").replace('\r', "\n")),
            Key::Backspace => drop(self.before.pop()),
            Key::Delete => drop(take_first(&mut self.after)),
            Key::Left => {
                if let Some(c) = self.before.pop() {
                    self.after.insert(0, c);
                }
            }
            Key::Right => self.before.extend(take_first(&mut self.after)),
            Key::Home | Key::Ctrl('a') => {
                self.after = self.text();
                self.before.clear();
            }
            Key::End => {
                self.before = self.text();
                self.after.clear();
            }
            Key::Ctrl('u') => self.before.clear(),
            Key::Ctrl('k') => self.after.clear(),
            Key::Ctrl('w') => {
                let kept = self.before.trim_end();
                let end = kept.trim_end_matches(|c: char| !c.is_whitespace()).len();
                self.before.truncate(end);
            }
            _ => {}
        }
    }
}

fn take_first(text: &mut String) -> Option<char> {
    (!text.is_empty()).then(|| text.remove(0))
}

#[cfg(test)]
mod tests {
    use super::{Key, Line};

    /// The line with `|` for the cursor, after some keys.
    fn typed(start: &str, keys: &[Key]) -> String {
        let mut line = Line::new(start);
        for key in keys {
            line.press(key);
        }
        let (before, after) = line.parts();
        assert_eq!(format!("{before}{after}"), line.text());
        format!("{before}|{after}")
    }

    #[test]
    fn keys_edit_where_the_cursor_stands() {
        use Key::{Backspace, Char, Ctrl, Delete, End, Home, Left, Right};
        let paste = || Key::Paste("a\r\nb".to_owned());
        let table: [(&str, &[Key], &str); 12] = [
            ("", &[Char('é'), Char(' '), Char('x')], "é x|"),
            ("éx", &[Left, Left, Backspace, Char('d')], "d|éx"),
            ("ab", &[Left, Delete, Delete], "a|"),
            ("ab", &[Home, Right, Right, Right], "ab|"),
            ("ab", &[Home, End], "ab|"),
            ("", &[Backspace, Left, Right, Delete, Ctrl('w')], "|"),
            ("two words ", &[Ctrl('w')], "two |"),
            ("two words", &[Left, Ctrl('w')], "two |s"),
            ("word", &[Ctrl('w')], "|"),
            ("ab", &[Left, Ctrl('u')], "|b"),
            ("ab", &[Left, Ctrl('k')], "a|"),
            ("", &[paste(), Key::Up, Key::Esc], "a\nb|"),
        ];
        for (start, keys, expected) in table {
            assert_eq!(typed(start, keys), expected, "{start} {keys:?}");
        }
    }
}
