//! The one look at the clock: a review is made on a day. Nothing else in the program
//! depends on when it runs.

use crate::error::Failure;
use chrono::{DateTime, NaiveDate};
use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds since 1970 that stand in for the clock, so that a run can be repeated.
const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The day, in UTC.
pub(crate) fn today() -> Result<NaiveDate, Failure> {
    let seconds = match std::env::var(EPOCH) {
        Ok(text) => text.parse().ok(),
        Err(_) => now(),
    };
    let time = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    time.map(|time| time.date_naive()).ok_or_else(|| {
        Failure::new(
            format!("{EPOCH} is not a number of seconds"),
            "unset it, or set it to seconds since 1970",
        )
    })
}

#[expect(clippy::disallowed_methods, reason = "a review is dated by the clock")]
fn now() -> Option<i64> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_secs()).ok()
}
