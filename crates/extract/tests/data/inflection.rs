//! Inflection: irregular verbs and plurals are all there and lead somewhere.

use crate::tables::{pairs, rows};

#[test]
fn irregular_verbs_have_their_forms() {
    let known = [
        "say,said,said,saying",
        "tell,told,told,telling",
        "rise,rose,risen,rising",
        "fall,fell,fallen,falling",
        "grow,grew,grown,growing",
        "shrink,shrank,shrunk,shrinking",
        "lose,lost,lost,losing",
        "win,won,won,winning",
        "buy,bought,bought,buying",
        "sell,sold,sold,selling",
        "spend,spent,spent,spending",
        "pay,paid,paid,paying",
        "cut,cut,cut,cutting",
        "hit,hit,hit,hitting",
        "lead,led,led,leading",
        "lie,lay,lain,lying",
        "lie,lied,lied,lying",
        "lay,laid,laid,laying",
        "think,thought,thought,thinking",
        "seek,sought,sought,seeking",
        "write,wrote,written,writing",
        "speak,spoke,spoken,speaking",
        "overthrow,overthrew,overthrown,overthrowing",
        "withdraw,withdrew,withdrawn,withdrawing",
        "undergo,underwent,undergone,undergoing",
        "oversee,oversaw,overseen,overseeing",
        "admit,admitted,admitted,admitting",
        "transfer,transferred,transferred,transferring",
        "travel,travelled,travelled,travelling",
        "panic,panicked,panicked,panicking",
        "die,died,died,dying",
        "agree,agreed,agreed,agreeing",
        "prove,proved,proved,proving",
        "prove,proved,proven,proving",
    ];
    let verbs = rows("verbs");
    for forms in known {
        let written = |r: &Vec<String>| [&*r[0], &*r[2], &*r[3], &*r[4]].join(",") == forms;
        assert!(verbs.iter().any(written), "{forms}");
    }
}

#[test]
fn verbs_that_double_their_consonant_are_written_out() {
    let vowel = |c: char| "aeiou".contains(c);
    for row in rows("verbs") {
        let letters: Vec<char> = row[0].chars().collect();
        let [start @ .., a, b, c] = letters.as_slice() else {
            continue;
        };
        let one_syllable = !start.iter().any(|l| vowel(*l)) && !vowel(*a);
        let short = vowel(*b) && !vowel(*c) && !"wxyh".contains(*c);
        if one_syllable && short {
            assert!(!row[2].is_empty(), "past of {}", row[0]);
        }
    }
}

#[test]
fn plurals_lead_to_a_singular() {
    let plurals = pairs("plurals");
    for (plural, singular) in &plurals {
        let last = plurals.get(singular).unwrap_or(singular);
        assert_eq!(
            last, singular,
            "{plural} leads to {singular}, which leads on"
        );
    }
    for (plural, singular) in [
        ("people", "person"),
        ("men", "man"),
        ("children", "child"),
        ("crises", "crisis"),
        ("lives", "life"),
        ("news", "news"),
        ("gas", "gas"),
        ("series", "series"),
        ("spokeswomen", "spokeswoman"),
        ("viruses", "virus"),
    ] {
        assert_eq!(plurals.get(plural).map(String::as_str), Some(singular));
    }
}
