//! Pages with articles, pages without, and pages that mean harm.

use super::read;
use crate::error::ReadError;
use crate::join::Read;
use claimbook_model::ArticleMeta;

fn page(html: &str) -> Result<Read, ReadError> {
    read(html.as_bytes(), &ArticleMeta::default())
}

/// A page as outlets make them: head with metadata, menu, byline, paragraphs.
const NEWS: &str = r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ice holds on the northern lakes | Deep Valley News</title>
<meta property="og:title" content="Ice holds on the northern lakes">
<meta property="og:site_name" content="Deep Valley News">
<meta property="article:published_time" content="2021-02-13T18:05:00-04:00">
<meta name="author" content="By Jane Doe">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
<h1>Ice holds on the northern lakes</h1><p class="byline">By Jane Doe</p>
<p>HARBOUR BAY (AFP) - The ice on the lakes was 40 centimetres thick on Saturday, wardens said, and the
skating season, which was in doubt for weeks, may now go on until the end of the month.</p>
<p>“We measure every morning,” said Anna Berg, who heads the wardens, “and we close a lake when the ice is
under&nbsp;12&nbsp;centimetres.” More than 3,000 people came to the lakes last weekend, she added.</p>
<p>The town council will decide on Monday whether to keep the huts open. It had closed them a year ago,
when the winter was so warm that the lakes never froze over.</p></article>
<footer>Copyright Deep Valley News</footer></body></html>"#;

#[test]
fn text_and_metadata_of_a_page() {
    let read = page(NEWS).unwrap();
    insta::assert_debug_snapshot!(read);
}

#[test]
fn pages_without_an_article_are_refused() {
    for html in [
        "",
        "<html></html>",
        "<html><body> \n </body></html>",
        "<script>1</script>",
    ] {
        let error = page(html).unwrap_err();
        assert_eq!(error.message, "no article was found in this page", "{html}");
    }
}

#[test]
fn a_page_of_few_words_is_read_with_a_warning() {
    let read = page("<p>Please turn on your scripts.</p>").unwrap();
    assert_eq!(read.article.text.trim(), "Please turn on your scripts.");
    let expected = "only 5 words of text were found in the page";
    assert_eq!(read.warnings[0].message, expected);
}

#[test]
fn a_day_that_is_not_understood_is_said() {
    let read = page(&NEWS.replace("2021-02-13T18:05:00-04:00", "13/02/2021")).unwrap();
    let message = &read.warnings[0].message;
    assert_eq!(
        message,
        "the page's day of publication is not understood: \"13/02/2021\""
    );
}

#[test]
fn day_and_address_are_found_in_the_usual_places() {
    let property =
        "<meta property=\"article:published_time\" content=\"2021-02-13T18:05:00-04:00\">";
    let bare = NEWS.replace(property, "");
    let heads = [
        "<meta itemprop=datePublished content=2021-02-13>",
        "<meta name=date content='Sat, 13 Feb 2021 18:05:00 GMT'>",
        "<script type='application/ld+json'>{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\",
          \"datePublished\": \"2021-02-13T10:00Z\", \"url\": \"https://deep.example/ice\"}</script>",
    ];
    for head in heads {
        let address = "<link rel=canonical href='https://deep.example/ice'></head>";
        let html = bare.replace("</head>", &format!("{head}{address}"));
        let meta = page(&html).unwrap().article.meta;
        let day = meta.published.map(|d| d.to_string());
        assert_eq!(day.as_deref(), Some("2021-02-13"), "{head}");
        assert_eq!(
            meta.url.as_deref(),
            Some("https://deep.example/ice"),
            "{head}"
        );
    }
    let html = bare.replace("<h1>", "<time datetime='2021-02-13'>Saturday</time><h1>");
    let day = page(&html).unwrap().article.meta.published;
    assert_eq!(day.map(|d| d.to_string()).as_deref(), Some("2021-02-13"));
}

#[test]
fn deep_pages_are_refused_and_the_limit_is_safe() {
    let nest = |n: usize| format!("{}{NEWS}{}", "<div>".repeat(n), "</div>".repeat(n));
    let error = page(&nest(100_000)).unwrap_err();
    assert_eq!(error.message, "the page nests more than 512 elements");
    let read = page(&nest(500)).unwrap();
    assert!(read.article.text.contains("The ice on the lakes"));
}
