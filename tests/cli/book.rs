//! A small claimbook written by hand: two articles, three claims, one review.

use crate::common::World;

pub(crate) const BEACON: &str = "\
---
title: \"Trade picks up\"
publisher: \"Paris Beacon\"
published: \"2022-01-21\"
---
Trade between the ports grew by 12% in 2021, the harbour master said.
";

pub(crate) const POST: &str = "\
---
title: \"Ports = busy: #1\"
publisher: \"Port Post\"
agency: \"Sea Wire\"
published: \"2022-02-17\"
---
It rained. Trade between the ports rose by almost 50% in 2021, Ann Lee said.

\"We are open for business,\" she added.
";

pub(crate) const BEACON_LEDGER: &str = "\
# yaml-language-server: $schema=../.claimbook/ledger-1.schema.json
claimbook: 1

article:
  id: \"beacon\"
  title: \"Trade picks up\"
  publisher: \"Paris Beacon\"
  published: \"2022-01-21\"
  path: \"articles/beacon.md\"

claims:

  - id: \"c-beac0n01\"
    quote:
      exact: \"Trade between the ports grew by 12% in 2021, the harbour master said.\"
    figure:
      text: \"12%\"
      value: 12
      bound: \"equal\"
      unit: \"percent\"
      kind: \"change\"
      direction: \"up\"
      measure: \"trade between the ports\"
      period: \"2021\"
    said_by:
      as_written: \"the harbour master\"
      cue: \"said\"
      style: \"indirect\"
    review:
      reading: \"ok\"
      verdict: \"disputed\"  # the minutes say 11%
      saw: \"12 percent\"
      by: \"ann\"
      date: \"2022-02-21\"
      note: \"minutes\"
";

pub(crate) const POST_LEDGER: &str = "\
# yaml-language-server: $schema=../.claimbook/ledger-1.schema.json
claimbook: 1

article:
  id: \"post\"
  title: \"Ports = busy: #1\"
  publisher: \"Port Post\"
  agency: \"Sea Wire\"
  published: \"2022-02-17\"
  path: \"articles/post.md\"

claims:

  - id: \"c-p0st0001\"
    quote:
      exact: \"Trade between the ports rose by almost 50% in 2021, Ann Lee said.\"
    figure:
      text: \"almost 50%\"
      value: 50
      bound: \"nearly\"
      unit: \"percent\"
      kind: \"change\"
      direction: \"up\"
      measure: \"trade between the ports\"
      period: \"2021\"
    said_by:
      name: \"Ann Lee\"
      as_written: \"Ann Lee\"
      cue: \"said\"
      style: \"indirect\"
    review:
      reading: \"open\"
      verdict: \"open\"

  - id: \"c-p0st0002\"
    quote:
      exact: \"\\\"We are open for business,\\\" she added.\"
    said_by:
      name: \"Ann Lee\"
      as_written: \"she\"
      cue: \"added\"
      style: \"direct\"
    review:
      reading: \"open\"
      verdict: \"open\"
";

/// The claimbook in a folder of its own.
pub(crate) fn book() -> World {
    World::new()
        .file("claimbook.yaml", "")
        .file("articles/beacon.md", BEACON)
        .file("articles/post.md", POST)
        .file("claims/beacon.yaml", BEACON_LEDGER)
        .file("claims/post.yaml", POST_LEDGER)
}
