//! The filters that all commands share that work on some claims of many.

use crate::args::day;
use chrono::NaiveDate;
use claimbook_ledger::is_stale;
use claimbook_model::{ArticleMeta, Claim, Period, Reading, Verdict, fold};
use clap::Args;

/// Which claims are meant; all of the given filters must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
#[command(next_help_heading = "Only claims")]
pub(crate) struct Filter {
    /// whose measure holds these words
    #[arg(long, value_name = "TEXT")]
    measure: Option<String>,
    /// whose speaker's name or role holds these words
    #[arg(long, visible_alias = "source", value_name = "TEXT")]
    speaker: Option<String>,
    /// of this unit: percent, USD, vaccine dose ...
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    /// of articles whose id or title holds this text
    #[arg(long, value_name = "TEXT")]
    article: Option<String>,
    /// of this outlet or agency
    #[arg(long, value_name = "TEXT")]
    outlet: Option<String>,
    /// published on or after this day
    #[arg(long, value_name = "DATE", value_parser = day)]
    since: Option<NaiveDate>,
    /// published on or before this day
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<NaiveDate>,
    /// whose figure holds in this time: 2021, 2021-10, 2020/2021
    #[arg(long, value_name = "PERIOD")]
    period: Option<Period>,
    /// with one of these verdicts: open, supported, disputed, false, outdated, not_checkable
    #[arg(long, value_name = "VERDICT", value_delimiter = ',')]
    verdict: Vec<Verdict>,
    /// with one of these readings: open, ok, fixed, wrong
    #[arg(long, value_name = "READING", value_delimiter = ',')]
    reading: Vec<Reading>,
    /// decided on when they read otherwise than now
    #[arg(long)]
    stale: bool,
    /// that their article no longer makes
    #[arg(long)]
    gone: bool,
}

impl Filter {
    /// Whether no filter was given.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a filter asks for what people decided, or for what became of that.
    pub(crate) fn asks_about_decisions(&self) -> bool {
        !self.verdict.is_empty() || !self.reading.is_empty() || self.stale || self.gone
    }

    /// Whether `claim` of `article`, with corrections applied, is meant.
    pub(crate) fn takes(&self, article: &ArticleMeta, claim: &Claim) -> bool {
        self.takes_article(article)
            && self.takes_state(claim)
            && self.takes_words(&claim.effective())
    }

    fn takes_article(&self, article: &ArticleMeta) -> bool {
        let published = article.published;
        holds(
            self.article.as_deref(),
            &[Some(&article.id), article.title.as_ref()],
        ) && holds(
            self.outlet.as_deref(),
            &[article.publisher.as_ref(), article.agency.as_ref()],
        ) && self
            .since
            .is_none_or(|day| published.is_some_and(|p| p >= day))
            && self
                .until
                .is_none_or(|day| published.is_some_and(|p| p <= day))
    }

    fn takes_state(&self, claim: &Claim) -> bool {
        let review = &claim.review;
        (self.verdict.is_empty() || self.verdict.contains(&review.verdict))
            && (self.reading.is_empty() || self.reading.contains(&review.reading))
            && (!self.stale || is_stale(claim))
            && (!self.gone || claim.gone)
    }

    fn takes_words(&self, claim: &Claim) -> bool {
        let figure = claim.figure.as_ref();
        let said_by = claim.said_by.as_ref();
        let names = said_by.map(|s| [s.name.as_ref(), s.as_written.as_ref(), s.role.as_ref()]);
        let period = figure.and_then(|f| f.period);
        let unit = figure.and_then(|f| f.unit.as_ref());
        holds(self.measure.as_deref(), &[figure.map(|f| &f.measure)])
            && holds(self.speaker.as_deref(), &names.unwrap_or_default())
            && self
                .unit
                .as_ref()
                .is_none_or(|code| unit.is_some_and(|u| u.code().eq_ignore_ascii_case(code)))
            && self
                .period
                .is_none_or(|wanted| period.is_some_and(|p| wanted.overlaps(p)))
    }
}

/// Whether one of `fields` holds the wanted text, in any case; true without a wish.
fn holds(wanted: Option<&str>, fields: &[Option<&String>]) -> bool {
    let Some(wanted) = wanted.map(fold) else {
        return true;
    };
    fields
        .iter()
        .flatten()
        .any(|field| fold(field).contains(&wanted))
}
