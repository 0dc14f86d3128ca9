//! The real program in a scrubbed environment: what a person and a script see.
//!
//! One binary for all commands; each command has its file. Snapshots show the
//! command, the exit code and both streams, with paths and versions replaced.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod annotate;
mod audit;
mod bad_input;
mod baseline;
mod book;
mod check;
#[cfg(unix)]
mod ci;
mod common;
mod compare;
mod diff;
mod extract;
mod fmt;
mod format;
mod git_setup;
mod init;
mod list;
mod picture;
mod references;
mod repository;
mod review;
mod sample;
mod sarif;
mod series;
mod set;
mod show;
mod streams;
#[cfg(unix)]
mod terminal;
#[cfg(unix)]
mod walkthrough;
