//! The commands, a file each: what it takes, and what it does.

pub(crate) mod annotate;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod completions;
pub(crate) mod diff;
pub(crate) mod extract;
pub(crate) mod fmt;
pub(crate) mod git_setup;
pub(crate) mod init;
pub(crate) mod link;
pub(crate) mod list;
pub(crate) mod man;
pub(crate) mod merge_driver;
pub(crate) mod review;
pub(crate) mod rules;
pub(crate) mod schema;
pub(crate) mod series;
pub(crate) mod set;
pub(crate) mod show;
pub(crate) mod textconv;
pub(crate) mod unlink;
