//! A file against the table of its fields: everything that is wrong at once.

use crate::catalogue::{DUPLICATE_KEY, MISSING_KEY, NEWER_FORMAT, UNKNOWN_KEY, WRONG_VALUE};
use crate::fields::{Field, Shape};
use crate::forms::{expected, fits};
use crate::nearest::nearest;
use crate::tree::{Entry, Kind, Node, Tree};
use crate::{Check, FORMAT, Finding};
use claimbook_model::Span;
use std::collections::BTreeSet;

/// All that keeps `tree` from being a file with these `fields`; nothing if it is one.
pub(crate) fn walk(tree: &Tree<'_>, file: &str, fields: &'static [Field]) -> Vec<Finding> {
    let mut walker = Walker {
        tree,
        file,
        claim: None,
        findings: Vec::new(),
    };
    if let Some(finding) = walker.newer() {
        return vec![finding];
    }
    walker.map(&tree.root, fields, "the file");
    walker.findings
}

struct Walker<'w> {
    tree: &'w Tree<'w>,
    file: &'w str,
    /// The id of the claim around.
    claim: Option<String>,
    findings: Vec<Finding>,
}

impl Walker<'_> {
    fn finding(&self, check: &'static Check, span: Span, message: String) -> Finding {
        let mut finding = Finding::new(check, self.file, self.tree.place(span), message);
        finding.claim.clone_from(&self.claim);
        finding
    }

    fn report(&mut self, check: &'static Check, span: Span, message: String, hint: String) {
        let finding = self.finding(check, span, message).hint(hint);
        self.findings.push(finding);
    }

    /// The one finding of a file from the future: its other keys mean nothing here.
    fn newer(&self) -> Option<Finding> {
        let node = self.tree.root.get(self.tree.text, "claimbook")?;
        let number: u32 = node.scalar(self.tree.text).parse().ok()?;
        (number > FORMAT).then(|| {
            let message =
                format!("the file has format {number}, this claimbook reads format {FORMAT}");
            self.finding(&NEWER_FORMAT, node.span, message)
                .hint("install a newer claimbook")
        })
    }

    fn map(&mut self, node: &Node, fields: &'static [Field], what: &str) {
        let Kind::Map(_, entries) = &node.kind else {
            let keys: Vec<&str> = fields
                .iter()
                .filter(|f| f.required)
                .map(|f| f.name)
                .collect();
            let hint = format!(
                "write `key: value` lines below it, with {}",
                keys.join(", ")
            );
            self.report(
                &WRONG_VALUE,
                node.span,
                format!("{what} must be a mapping"),
                hint,
            );
            return;
        };
        self.duplicates(entries);
        let mut meant = Vec::new();
        for entry in entries {
            let name = entry.name(self.tree.text);
            match fields.iter().find(|f| f.name == name) {
                Some(field) => self.value(&entry.value, field),
                None => meant.extend(self.unknown_key(entry.key, &name, fields, what)),
            }
        }
        for field in fields
            .iter()
            .filter(|f| f.required && !meant.contains(&f.name))
        {
            if node.get(self.tree.text, field.name).is_none() {
                let place = entries.first().map_or(node.span, |e| e.key);
                let message = format!("{what} has no `{}`", field.name);
                self.report(
                    &MISSING_KEY,
                    place,
                    message,
                    format!("add `{}`. {}", field.name, field.doc),
                );
            }
        }
    }

    fn duplicates(&mut self, entries: &[Entry]) {
        let mut seen = BTreeSet::new();
        for entry in entries {
            let name = entry.name(self.tree.text);
            if !seen.insert(name.clone()) {
                let message = format!("the key `{name}` stands here for the second time");
                let hint = "keep one of the two; after a merge, look at both sides".to_owned();
                self.report(&DUPLICATE_KEY, entry.key, message, hint);
            }
        }
    }

    /// Reports a key that is not in the table; gives back the one that was meant.
    fn unknown_key(
        &mut self,
        key: Span,
        name: &str,
        fields: &'static [Field],
        what: &str,
    ) -> Option<&'static str> {
        let known = || fields.iter().map(|f| f.name);
        let meant = nearest(name, known());
        let hint = match meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("{what} may have {}", known().collect::<Vec<_>>().join(", ")),
        };
        self.report(
            &UNKNOWN_KEY,
            key,
            format!("{what} has no key `{name}`"),
            hint,
        );
        meant
    }

    fn value(&mut self, node: &Node, field: &'static Field) {
        let name = format!("`{}`", field.name);
        match field.shape {
            Shape::Map(fields) if self.is_absent(node, field) => {
                debug_assert!(!fields.is_empty(), "every mapping of the format has keys");
            }
            Shape::Map(fields) => self.map(node, fields, &name),
            Shape::Maps(fields) => self.maps(node, fields, field),
            Shape::Texts => {
                self.texts(node, &name);
            }
            Shape::Claims => self.claims(node, field),
            Shape::Table => self.table(node, &name),
            shape => self.scalar(node, field, shape),
        }
    }

    /// Whether nothing, `null` or `~` stands where the format lets nothing stand.
    fn is_absent(&self, node: &Node, field: &Field) -> bool {
        let null = |n: &Node| {
            matches!(n.kind, Kind::Plain)
                && matches!(self.tree.slice(n.span), "null" | "~" | "Null" | "NULL")
        };
        !field.required && (matches!(node.kind, Kind::Empty) || null(node))
    }

    fn maps(&mut self, node: &Node, fields: &'static [Field], field: &Field) {
        let Kind::List(_, items) = &node.kind else {
            let name = field.name;
            let message = format!("`{name}` must be a list");
            let hint = format!("write `{name}: []` for none, else lines that begin with `- `");
            self.report(&WRONG_VALUE, node.span, message, hint);
            return;
        };
        let are_claims = field.name == "claims";
        for item in items {
            if are_claims {
                let id = item.value.get(self.tree.text, "id");
                self.claim = id.map(|id| id.scalar(self.tree.text).into_owned());
            }
            self.map(
                &item.value,
                fields,
                match field.name {
                    "claims" => "a claim",
                    "series" => "a series",
                    other => other,
                },
            );
        }
        if are_claims {
            self.claim = None;
        }
    }

    /// Whether the node is a list of texts; says so if it is not.
    fn texts(&mut self, node: &Node, name: &str) -> bool {
        let fits =
            matches!(node.kind, Kind::List(..)) && node.items().iter().all(|i| i.value.is_scalar());
        if !fits {
            let hint = "write it as [\"one\", \"two\"]".to_owned();
            self.report(
                &WRONG_VALUE,
                node.span,
                format!("{name} must be a list of texts"),
                hint,
            );
        }
        fits
    }

    /// A list of names of claims.
    fn claims(&mut self, node: &Node, field: &'static Field) {
        if self.is_absent(node, field) || !self.texts(node, &format!("`{}`", field.name)) {
            return;
        }
        for item in node.items() {
            self.scalar(&item.value, field, Shape::Claims);
        }
    }

    fn table(&mut self, node: &Node, name: &str) {
        let fits = matches!(node.kind, Kind::Map(..))
            && node.entries().iter().all(|e| e.value.is_scalar());
        if !fits {
            let hint = "write one `key: \"text\"` a line".to_owned();
            self.report(
                &WRONG_VALUE,
                node.span,
                format!("{name} must be a mapping of texts"),
                hint,
            );
        }
        self.duplicates(node.entries());
    }

    fn scalar(&mut self, node: &Node, field: &'static Field, shape: Shape) {
        if self.is_absent(node, field) {
            return;
        }
        let name = field.name;
        if !node.is_scalar() || matches!(node.kind, Kind::Empty) {
            let message = format!("`{name}` must be {}", expected(shape));
            self.report(&WRONG_VALUE, node.span, message, field.doc.to_owned());
            return;
        }
        let text = node.scalar(self.tree.text);
        if let Err((check, message, hint)) =
            fits(shape, name, &text, matches!(node.kind, Kind::Plain))
        {
            self.report(check, node.span, message, hint);
        }
    }
}
