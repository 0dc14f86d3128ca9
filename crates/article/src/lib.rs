//! Bytes to articles: encodings, front matter, wire datelines, HTML, JSON lines.
