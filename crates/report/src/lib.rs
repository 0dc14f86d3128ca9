//! Rows and claims to tables, Markdown, CSV and JSON.
