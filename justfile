# Day-to-day commands; each can be typed by hand as well.

# List the recipes.
default:
    @just --list

# All checks, as before a merge.
check:
    .ci/run

# The tests, with a test's name or other options of `cargo test`.
test *args:
    cargo test --workspace {{ args }}

# Look at the snapshots that changed, one by one (needs cargo-insta).
review:
    cargo insta review --workspace

# Make the docs, the ledger of the sample and the snapshots anew; then read `git diff`.
bless:
    cargo run --release -- extract articles
    BLESS=1 INSTA_UPDATE=always cargo test --workspace
    git status --short

# How long the stages of extraction, comparison and checking take.
bench *args:
    cargo bench --workspace --bench '*' -- {{ args }}
