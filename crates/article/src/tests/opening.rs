//! First lines of articles as scrapers and agencies leave them.

use super::read;

/// The furniture's words, and the day of a scraper's line.
fn found(text: &str) -> (Vec<&str>, String) {
    let opening = read(text, Some("Jane Doe"));
    let words = opening.furniture.iter().map(|s| s.of(text)).collect();
    let day = opening.scraped.map(|d| d.to_string());
    (words, day.unwrap_or_default())
}

#[test]
fn furniture_is_found_in_the_first_lines() {
    let table: [(&str, &[&str], &str); 7] = [
        (
            " date 2021-01-12 (@Some_Handle1)\n\nMOSCOW (UrduPoint News / Sputnik - 12th January, 2021) The two met.",
            &[
                "date 2021-01-12 (@Some_Handle1)",
                "MOSCOW (UrduPoint News / Sputnik - 12th January, 2021) ",
            ],
            "2021-01-12",
        ),
        (
            "Published: February 17, 2022 | 03:20 AM\r\nSnow fell.",
            &["Published: February 17, 2022 | 03:20 AM"],
            "2022-02-17",
        ),
        (
            "Snow falls\nBy JANE DOE\n17 February 2022\n\nMIAMI — Snow fell.",
            &["By JANE DOE", "17 February 2022", "MIAMI — "],
            "2022-02-17",
        ),
        (
            "Another headline\n\nPARIS (AFP) - Snow.",
            &["PARIS (AFP) - "],
            "",
        ),
        ("PARIS (AFP) -\n\nSnow.", &["PARIS (AFP) -"], ""),
        ("\u{feff}\n\n  PARIS (AFP) - Snow.", &["PARIS (AFP) - "], ""),
        ("", &[], ""),
    ];
    for (text, words, day) in table {
        assert_eq!(found(text), (words.to_vec(), day.to_owned()), "{text}");
    }
}

#[test]
fn prose_is_no_furniture() {
    let long = "Snow fell on the city. ".repeat(20) + "\nPARIS (AFP) - Snow.";
    let late = "A line.\n".repeat(8) + "PARIS (AFP) - Snow.";
    let table = [
        "Date 2021-01-12 was a cold day.",
        "2021-01-12 (@Some Handle)",
        "Jane Doe said so.",
        "May 5 was cold.",
        "17 February",
        &long,
        &late,
    ];
    for text in table {
        assert_eq!(found(text), (vec![], String::new()), "{text}");
    }
}
