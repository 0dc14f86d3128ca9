//! What this stage tells about itself.

use claimbook_model::Rule;

/// The rules of the measure stage.
pub(crate) const RULES: &[Rule] = &[];
