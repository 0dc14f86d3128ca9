//! Claims to YAML and back, without losing anybody's work.
