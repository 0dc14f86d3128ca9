//! Article text to annotations and claims. Pure: no files, no clock, no other
//! article; the same text and metadata give the same result.
