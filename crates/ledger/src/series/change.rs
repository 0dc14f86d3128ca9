//! Decisions about rows: what belongs together, and what does not.

use super::Series;
use crate::nearest::nearest;
use claimbook_model::fold;

/// A decision that cannot be recorded; nothing is changed then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct SeriesError {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl SeriesError {
    fn new(message: String, hint: impl Into<String>) -> Self {
        let hint = hint.into();
        Self { message, hint }
    }
}

/// What a decision came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesChange {
    /// The series after it.
    pub series: Vec<Series>,
    /// The name of the series that it is about; none where two rows lie apart anyway.
    pub name: Option<String>,
}

/// The series with this name or synonym, written in whatever case.
///
/// # Errors
/// There is none.
pub fn find<'s>(series: &'s [Series], name: &str) -> Result<&'s Series, SeriesError> {
    let at = position(series, name).ok_or_else(|| unknown(series, name))?;
    Ok(&series[at])
}

/// Puts claims on one row: that of the series `name`, made if it is not there; else of
/// the series that one of them is a member of; else of a new one, called `measure`.
///
/// # Errors
/// They are members of different series, or another series has that name.
pub fn link(
    series: &[Series],
    claims: [&str; 2],
    name: Option<&str>,
    measure: &str,
) -> Result<SeriesChange, SeriesError> {
    different(claims)?;
    let mut series = series.to_vec();
    let at = row(&mut series, claims, name, measure)?;
    for claim in claims {
        join(&mut series, at, claim)?;
    }
    let name = Some(series[at].name.clone());
    Ok(SeriesChange { series, name })
}

/// Keeps `claims[1]` off the row of `claims[0]`, or the other way round where only the
/// second is a member of a series. Where neither is, the first gets a series of its
/// own, called `name` or `measure`.
///
/// # Errors
/// Another series has that name, or neither claim is a member of the series `name`.
pub fn unlink(
    series: &[Series],
    claims: [&str; 2],
    name: Option<&str>,
    measure: &str,
) -> Result<SeriesChange, SeriesError> {
    different(claims)?;
    let mut series = series.to_vec();
    let homes = claims.map(|claim| home(&series, claim));
    let (at, leaves) = match homes {
        [Some(a), Some(b)] if a != b => {
            kept_apart_in(&series, &[a, b], name)?;
            return Ok(SeriesChange { series, name: None });
        }
        [Some(a), _] => (a, claims[1]),
        [None, Some(b)] => (b, claims[0]),
        [None, None] => {
            let at = named(&mut series, name, measure, |_| {
                "name a new row with --series NAME".to_owned()
            })?;
            join(&mut series, at, claims[0])?;
            (at, claims[1])
        }
    };
    kept_apart_in(&series, &[at], name)?;
    let row = &mut series[at];
    row.members.retain(|member| member != leaves);
    insert(&mut row.non_members, leaves);
    let name = Some(row.name.clone());
    Ok(SeriesChange { series, name })
}

/// Makes the series `name`, or adds synonyms and members to the one that is there.
///
/// # Errors
/// A synonym is a name of another series, or a claim a member of another one.
pub fn add(
    series: &[Series],
    name: &str,
    synonyms: &[String],
    members: &[String],
) -> Result<SeriesChange, SeriesError> {
    let mut series = series.to_vec();
    let at = position(&series, name).map_or_else(|| make(&mut series, name), Ok)?;
    for synonym in synonyms {
        if synonym.trim().is_empty() {
            return Err(SeriesError::new(
                "a synonym is empty".to_owned(),
                "leave it out",
            ));
        }
        match position(&series, synonym) {
            None => series[at].synonyms.push(synonym.clone()),
            Some(other) if other == at => {}
            Some(other) => {
                let hint = "leave it out, or add to that series".to_owned();
                return Err(taken(synonym, &series[other].name, hint));
            }
        }
    }
    for claim in members {
        join(&mut series, at, claim)?;
    }
    let name = Some(series[at].name.clone());
    Ok(SeriesChange { series, name })
}

/// The series that has this name or synonym.
fn position(series: &[Series], name: &str) -> Option<usize> {
    let name = fold(name);
    let called = |s: &Series| {
        std::iter::once(&s.name)
            .chain(&s.synonyms)
            .any(|n| fold(n) == name)
    };
    series.iter().position(called)
}

/// The series that a claim is a member of.
fn home(series: &[Series], claim: &str) -> Option<usize> {
    series
        .iter()
        .position(|s| s.members.iter().any(|m| m == claim))
}

/// The series for two claims that belong together; see [`link`].
fn row(
    series: &mut Vec<Series>,
    claims: [&str; 2],
    name: Option<&str>,
    measure: &str,
) -> Result<usize, SeriesError> {
    let homes = claims.map(|claim| home(series, claim));
    match homes[0].or(homes[1]) {
        Some(at) if name.is_none() => Ok(at),
        _ => named(series, name, measure, |taken| {
            format!("give another name with --series NAME, or join it with --series \"{taken}\"")
        }),
    }
}

/// The series `name`, made if it is not there; without a name a new one, called
/// `measure`. `hint` says what to do where the series that it is given has that name.
fn named(
    series: &mut Vec<Series>,
    name: Option<&str>,
    measure: &str,
    hint: impl FnOnce(&str) -> String,
) -> Result<usize, SeriesError> {
    match (position(series, name.unwrap_or(measure)), name) {
        (None, _) => make(series, name.unwrap_or(measure)),
        (Some(at), Some(_)) => Ok(at),
        (Some(other), None) => {
            let other = &series[other].name;
            Err(taken(measure, other, hint(other)))
        }
    }
}

/// Fails where the series `name` is none of those at `rows`, which keep claims apart.
fn kept_apart_in(series: &[Series], rows: &[usize], name: Option<&str>) -> Result<(), SeriesError> {
    let is_one = |name| position(series, name).is_some_and(|at| rows.contains(&at));
    let Some(name) = name.filter(|name| !is_one(name)) else {
        return Ok(());
    };
    let called = rows.iter().map(|at| format!("\"{}\"", series[*at].name));
    let called = called.collect::<Vec<_>>().join(" and ");
    let message = format!("they are kept apart in the series {called}, not in \"{name}\"");
    Err(SeriesError::new(message, "leave --series out"))
}

/// A new series, before the first whose name comes later, so that two people who each
/// add one seldom write on the same lines.
fn make(series: &mut Vec<Series>, name: &str) -> Result<usize, SeriesError> {
    if name.trim().is_empty() {
        let message = "a series needs a name".to_owned();
        return Err(SeriesError::new(message, "give one with --series NAME"));
    }
    let made = Series {
        name: name.trim().to_owned(),
        ..Series::default()
    };
    let later = |s: &Series| fold(&s.name) > fold(&made.name);
    let at = series.iter().position(later).unwrap_or(series.len());
    series.insert(at, made);
    Ok(at)
}

/// Makes a claim a member of the series at `at`.
fn join(series: &mut [Series], at: usize, claim: &str) -> Result<(), SeriesError> {
    if let Some(other) = home(series, claim).filter(|other| *other != at) {
        let (there, here) = (&series[other].name, &series[at].name);
        let message = format!("{claim} is a member of the series \"{there}\" already");
        let hint = format!("to move it to \"{here}\", take it out of the other in series.yaml");
        return Err(SeriesError::new(message, hint));
    }
    let row = &mut series[at];
    row.non_members.retain(|other| other != claim);
    insert(&mut row.members, claim);
    Ok(())
}

/// Puts a claim before the first that comes later, if it is not there.
fn insert(claims: &mut Vec<String>, claim: &str) {
    if claims.iter().all(|other| other != claim) {
        let at = claims.iter().position(|other| other.as_str() > claim);
        claims.insert(at.unwrap_or(claims.len()), claim.to_owned());
    }
}

fn different([a, b]: [&str; 2]) -> Result<(), SeriesError> {
    if a == b {
        let message = format!("{a} is named twice");
        return Err(SeriesError::new(message, "name two claims"));
    }
    Ok(())
}

fn taken(name: &str, series: &str, hint: String) -> SeriesError {
    let message = if name == series {
        format!("there is a series \"{series}\" already")
    } else {
        format!("\"{name}\" is a name of the series \"{series}\" already")
    };
    SeriesError::new(message, hint)
}

fn unknown(series: &[Series], name: &str) -> SeriesError {
    let folded = fold(name);
    let names = series.iter().map(|s| s.name.as_str());
    let hint = match nearest(&folded, names) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => "`claimbook series` lists them".to_owned(),
    };
    SeriesError::new(format!("no series is called \"{name}\""), hint)
}
