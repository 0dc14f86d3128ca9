//! The filters that `list` and `compare` share.

use crate::args::day;
use chrono::NaiveDate;
use claimbook_model::{ArticleMeta, Claim, Period, Reading, Verdict, fold};
use clap::Args;

/// Which claims are meant; all of the given filters must hold.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Only claims")]
pub(crate) struct Filter {
    /// whose measure holds these words
    #[arg(long, value_name = "TEXT")]
    measure: Option<String>,
    /// whose speaker's name or role holds these words
    #[arg(long, alias = "source", value_name = "TEXT")]
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
    /// with this verdict: open, supported, disputed, false, outdated, not_checkable
    #[arg(long, value_name = "VERDICT")]
    verdict: Option<Verdict>,
    /// with this reading: open, ok, fixed, wrong
    #[arg(long, value_name = "READING")]
    reading: Option<Reading>,
}

impl Filter {
    /// Whether any filter was given.
    pub(crate) fn is_empty(&self) -> bool {
        let Self {
            measure,
            speaker,
            unit,
            article,
            outlet,
            since,
            until,
            period,
            verdict,
            reading,
        } = self;
        measure.is_none()
            && speaker.is_none()
            && unit.is_none()
            && article.is_none()
            && outlet.is_none()
            && since.is_none()
            && until.is_none()
            && period.is_none()
            && verdict.is_none()
            && reading.is_none()
    }

    /// Whether `claim` of `article`, with corrections applied, is meant.
    pub(crate) fn takes(&self, article: &ArticleMeta, claim: &Claim) -> bool {
        self.takes_article(article) && self.takes_claim(&claim.effective())
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

    fn takes_claim(&self, claim: &Claim) -> bool {
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
            && self
                .verdict
                .is_none_or(|verdict| claim.review.verdict == verdict)
            && self
                .reading
                .is_none_or(|reading| claim.review.reading == reading)
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
