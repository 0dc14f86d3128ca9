//! What the benches of the stages share: a text that repeats one piece, and the run.

use claimbook_model::Article;
use divan::Bencher;
use divan::counter::BytesCount;

/// Runs a stage over 256 kB of a piece, counted in bytes.
pub(crate) fn run(bencher: Bencher<'_, '_>, piece: &str, stage: impl Fn(&Article) -> usize + Sync) {
    let article = Article {
        text: piece.repeat(256 * 1024 / piece.len()),
        ..Article::default()
    };
    let bytes = BytesCount::new(article.text.len());
    bencher
        .counter(bytes)
        .bench(|| stage(divan::black_box(&article)));
}
