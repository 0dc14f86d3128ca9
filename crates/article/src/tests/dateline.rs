//! Datelines form by form, and what only looks like one.

use super::read;

/// Texts, and under each `place | publisher | agency | day | prose`.
const SIGNED: &str = "
CARACAS (UrduPoint News / Sputnik - 17th February, 2022) Two ministers met.
    => Caracas | UrduPoint News | Sputnik | 2022-02-17 | Two ministers met.
LONDON (Reuters) - Sterling fell.
    => London | - | Reuters | - | Sterling fell.
WASHINGTON (AP) — The vote is on.
    => Washington | - | AP | - | The vote is on.
PARIS, Jan 5 (AFP) - Farmers left.
    => Paris | - | AFP | - | Farmers left.
PARIS, Jan 5 (AFP) -
    => Paris | - | AFP | - |
MOSCOW, January 12. /TASS/. Doses came.
    => Moscow | - | TASS | - | Doses came.
MOSCOW, January 12 /TASS/. Doses came.
    => Moscow | - | TASS | - | Doses came.
BEIJING, Oct. 3 (Xinhua) -- Trade grew.
    => Beijing | - | Xinhua | - | Trade grew.
KYIV, Ukraine (AP) — A train left.
    => Kyiv, Ukraine | - | AP | - | A train left.
MANCHESTER, N.H. (AP) — Voters came.
    => Manchester, N.H. | - | AP | - | Voters came.
PASADENA, Calif., Jan. 1 (UPI) — A parade.
    => Pasadena, Calif. | - | UPI | - | A parade.
MOSCOW. Jan 12 (Interfax) - Gas rose.
    => Moscow | - | Interfax | - | Gas rose.
New Delhi [India], January 12 (ANI): Rain.
    => New Delhi, India | - | ANI | - | Rain.
New Delhi, Jan 12 (PTI) Rain fell.
    => New Delhi | - | PTI | - | Rain fell.
Berlin (dpa) - Die Bahn.
    => Berlin | - | dpa | - | Die Bahn.
Caracas, 12 Jan (EFE).- Oil.
    => Caracas | - | EFE | - | Oil.
NEW YORK--(BUSINESS WIRE)--Acme rose.
    => New York | - | Business Wire | - | Acme rose.
NEW YORK, Jan. 12, 2021 /PRNewswire/ -- Acme rose.
    => New York | - | PR Newswire | 2021-01-12 | Acme rose.
Paris, (APP - UrduPoint / Pakistan Point News - 12th Jan, 2021 ) :Rain
    => Paris | UrduPoint | APP | 2021-01-12 | Rain
LONDON/PARIS (Reuters) – Banks.
    => London/Paris | - | Reuters | - | Banks.
LONDON, Tuesday, Jan. 5 (Reuters) - A
    => London | - | Reuters | - | A
LONDON, England (CNN) -- Crowds.
    => London, England | CNN | - | - | Crowds.
GENEVA (12 January 2021) – Experts.
    => Geneva | - | - | 2021-01-12 | Experts.
Aug 27 (Reuters) - Shares rose.
    => - | - | Reuters | - | Shares rose.
(Reuters) - Shares rose.
    => - | - | Reuters | - | Shares rose.
";

/// The same for datelines that nobody signed whom the list knows.
const UNSIGNED: &str = "
SPRINGFIELD (Deep Valley News) - Snow.
    => Springfield | Deep Valley News | - | - | Snow.
NEW YORK, Jan. 5 — Snow fell.
    => New York | - | - | - | Snow fell.
GENEVA, 12 January 2021 – Snow.
    => Geneva | - | - | 2021-01-12 | Snow.
NEW YORK — Snow fell.
    => New York | - | - | - | Snow fell.
NEW YORK -- “Snow”
    => New York | - | - | - | “Snow”
MIAMI — U.S. officials
    => Miami | - | - | - | U.S. officials
JACKSON, Miss. - U.S. judges
    => Jackson, Miss. | - | - | - | U.S. judges
RANGOON, Burma - Snow.
    => Rangoon, Burma | - | - | - | Snow.
FAIRVIEW, W.Va. - Coal.
    => Fairview, W.Va. | - | - | - | Coal.
RYE, N.H. - Snow.
    => Rye, N.H. | - | - | - | Snow.
McLEAN, Va. — Snow.
    => McLean, Va. | - | - | - | Snow.
";

/// Texts that begin without a dateline.
const PROSE: &str = "

MOSCOW has said that it will not.
MOSCOW
MOSCOW, which is large, said so.
WASHINGTON (the president's home) has seen it.
WASHINGTON (the president's home) - The place.
WASHINGTON (AP Photo) has seen it.
WASHINGTON (Reuters) has learned of it.
MOSCOW-based Acme rose.
EXCLUSIVE — The minister leaves.
UPDATE 2 - The minister leaves.
NASA — The agency that flies.
IBM - The company rose.
UK — The Guardian writes.
May 5 - The day.
IBM (NYSE: IBM) - The company rose.
ACME (AAPL) — Shares rose.
JONES (Labour) — The winner.
JONES (Liberal Democrat) — The winner.
John Smith (AP)
John Smith (AP) said so.
President John Smith (AP) The picture.
NEW YORK — and the rest of the country
NEW YORK-The name.
SANDERS HAS A LEAD IN THE NORTH - Since May
INDIANA POLLS FAVOR ONE, BUT MONEY THE OTHER - A letter
MONDAY'S LINKS - The best
PSA—The museum is free
Russia and Venezuela - The two
(UP 12%) - The index
“MOSCOW (AP) — ”
In MOSCOW (AP) — The
";

/// What is read from the beginning of a text, in one line.
fn line(text: &str) -> String {
    let Some(found) = read(text) else {
        return "none".to_owned();
    };
    let text_of = |o: Option<String>| o.unwrap_or_else(|| "-".to_owned());
    let day = text_of(found.published.map(|d| d.to_string()));
    let names = [found.place, found.publisher, found.agency].map(text_of);
    let line = format!("{} | {day} | {}", names.join(" | "), &text[found.len..]);
    line.trim_end().to_owned()
}

/// The examples of a table, each with what is expected of it.
fn examples(table: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut lines = table.lines().filter(|l| !l.is_empty());
    std::iter::from_fn(move || Some((lines.next()?, lines.next()?.strip_prefix("    => ")?)))
}

#[test]
fn datelines_are_read() {
    for (text, expected) in examples(SIGNED).chain(examples(UNSIGNED)) {
        assert_eq!(line(text), expected, "{text}");
    }
    let count = examples(SIGNED).count() + examples(UNSIGNED).count();
    assert_eq!(
        count * 2,
        (SIGNED.lines().count() - 1) + (UNSIGNED.lines().count() - 1)
    );
}

#[test]
fn prose_stays_prose() {
    for text in PROSE.lines() {
        assert_eq!(line(text), "none", "{text}");
    }
}
