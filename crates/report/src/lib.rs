//! Rows, claims and annotations to text for people and for programs.
//!
//! Every function here turns values into a `String` (or into bytes, for the
//! streaming JSON lines); none knows files, flags or a terminal. Width and
//! colour come in as a [`Style`]. Whatever an article holds, no control
//! character of it leaves this crate unescaped: texts go through [`visible`] or
//! [`one_line`], JSON through [`json`], CSV cells also through a formula guard.

mod annotated;
mod annotation_json;
mod audit;
mod changes;
mod claims;
mod clean;
mod columns;
mod comparison;
mod csv;
pub mod json;
mod mark;
mod markdown;
mod page;
mod review;
mod rules;
#[cfg(test)]
mod samples;
mod style;
mod surroundings;
mod wording;
mod wrap;

pub use annotated::{Explain, annotated};
pub use annotation_json::{AnnotationRecord, write_annotations};
pub use audit::{audit_csv, audit_json, audit_jsonl, audit_markdown, audit_table};
pub use changes::{
    ArticleChanges, ChangeKind, ChangeLine, ClaimChanges, changes_markdown, changes_summary,
    changes_table,
};
pub use claims::{
    ListedClaim, claims_csv, claims_json, claims_jsonl, claims_markdown, claims_table,
};
pub use clean::{one_line, visible};
pub use comparison::{
    comparison_csv, comparison_json, comparison_jsonl, comparison_markdown, comparison_table,
    why_json, why_page,
};
pub use page::{ClaimContext, claim_page};
pub use review::{
    Foot, ReviewScreen, Screen, Size, elsewhere_in_short, review_page, review_screen,
};
pub use rules::{
    FindingRule, finding_page, findings_markdown, rule_page, rules_markdown, rules_text,
};
pub use style::{Role, Style};
pub use surroundings::{Elsewhere, HistoryEntry, elsewhere, history, neighbours};
pub use wording::qualified_id;
