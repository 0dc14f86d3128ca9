//! Comparison from outside: claims in, rows in words out.

mod properties;
mod sample;
mod summary;
mod support;
