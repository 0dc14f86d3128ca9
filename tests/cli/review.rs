//! `review`: decisions on a terminal, and what it prints where there is none.

use crate::book::{BEACON_LEDGER, book};
use crate::common::World;

#[test]
fn without_a_terminal_it_prints_the_commands_to_use() {
    let world = book();
    let ran = world.run(&["review"]);
    insta::assert_snapshot!(ran, @r#"
    $ claimbook review
    # [1/2] trade between the ports: nearly 50 percent (Ann Lee)
    # Trade between the ports rose by almost 50% in 2021, Ann Lee said.
    claimbook set post#c-p0st0001 reading=... verdict=...
    # [2/2] We are open for business, (Ann Lee)
    # "We are open for business," she added.
    claimbook set post#c-p0st0002 reading=... verdict=...
    --- stderr
    2 claims to decide on: put words for the dots; on a terminal `claimbook review` asks for each
    --- exit 0
    "#);
    let ran = world.run(&["set", "post#c-p0st0001", "reading=...", "verdict=..."]);
    assert_eq!(ran.code, 2, "run as it is, nothing is decided: {ran}");
}

/// The claims that `review` would show.
fn shown(world: &World, args: &[&str]) -> Vec<String> {
    let ran = world.run(&[&["review"], args].concat());
    assert_eq!(ran.code, 0, "{ran}");
    let ids = ran
        .stdout
        .lines()
        .filter_map(|l| l.strip_prefix("claimbook set "));
    let id = |line: &str| line.split_whitespace().next().unwrap().to_owned();
    ids.map(id).collect()
}

#[test]
fn open_claims_by_default_and_others_by_name_or_filter() {
    let world = book();
    let (beacon, first, second) = ("beacon#c-beac0n01", "post#c-p0st0001", "post#c-p0st0002");
    let table: [(&[&str], &[&str]); 12] = [
        (&[], &[first, second]),
        (&["--all"], &[beacon, first, second]),
        (&["post"], &[first, second]),
        (&["claims/post.yaml"], &[first, second]),
        (&["articles/post.md"], &[first, second]),
        (&["beacon"], &[]),
        (&["beacon", "--all"], &[beacon]),
        (&["beacon#c-beac0n01", "c-p0st0002"], &[beacon, second]),
        (&["--measure", "trade"], &[first]),
        (
            &["--measure", "trade", "--verdict", "open,disputed"],
            &[beacon, first],
        ),
        (&["--stale"], &[]),
        (&["--source", "ann", "--unit", "percent"], &[first]),
    ];
    for (args, expected) in table {
        assert_eq!(shown(&world, args), expected, "{args:?}");
    }
    world.write(
        "claims/beacon.yaml",
        BEACON_LEDGER.replace("value: 12", "value: 13"),
    );
    assert_eq!(shown(&world, &["--stale"]), [beacon]);
    assert_eq!(
        shown(&world, &["beacon"]),
        [beacon],
        "what has changed is open again"
    );
}

#[test]
fn what_is_not_there_is_named() {
    let world = book();
    insta::assert_snapshot!(world.run(&["review", "nowhere"]), @r"
    $ claimbook review nowhere
    --- stderr
    error: no article, ledger file or claim is called `nowhere`
      help: `claimbook list` shows the articles and their claims
    --- exit 2
    ");
    assert_eq!(world.run(&["review", "post#c-none0000"]).code, 2);
    insta::assert_snapshot!(world.run(&["review", "beacon"]), @r"
    $ claimbook review beacon
    --- stderr
    nothing to decide on; 1 claim of these is decided on already
    next: claimbook review beacon --all
    --- exit 0
    ");
}

#[cfg(unix)]
mod on_a_terminal {
    use super::{BEACON_LEDGER, World, book};
    use crate::book::POST_LEDGER;
    use crate::set::difference;
    use crate::terminal::Seat;

    const ENTER: &str = "\r";
    const CTRL_C: &str = "\u{3}";
    const STOPPED: &str = "\
2 claims reviewed, 0 of these still open
next: claimbook check
error: interrupted
exit 2, terminal as before";
    const INTERRUPTED: &str = "\
1 claim reviewed, 1 of these still open
next: claimbook review
error: interrupted: what was decided on the last claim is not saved
exit 2, terminal as before";

    fn seat(world: &World, args: &[&str]) -> Seat {
        let args = [&["review"], args].concat();
        let mut seat = Seat::new(world, &args, &[("NO_COLOR", "1")]);
        seat.see("[q] save and quit");
        seat
    }

    #[test]
    fn a_session_decides_goes_back_undoes_and_quits() {
        let world = book();
        let mut seat = seat(&world, &[]);
        insta::assert_snapshot!("the_first_screen", seat.screen());
        seat.send("o")
            .see("reading: right")
            .send("f")
            .see("verdict: false");
        seat.send("u")
            .see("verdict: open")
            .send("s")
            .see("verdict: supported");
        seat.send(ENTER)
            .see("[2/2]")
            .send("c")
            .see("verdict: not checkable");
        seat.send("nnobody could\tsay")
            .see("note: nobody could")
            .send(ENTER);
        seat.see("not saved yet").send("b").see("[1/2]");
        seat.send("vhttps://example.org/a?b=c")
            .send(ENTER)
            .see("evidence: https");
        seat.send(ENTER)
            .see("[2/2]")
            .send("u")
            .see("[1/2]")
            .see("taken back: 1 claim");
        seat.send("q");
        insta::assert_snapshot!(seat.end(), @r"
        2 claims reviewed, 0 of these still open
        next: claimbook check
        exit 0, terminal as before
        ");
        insta::assert_snapshot!(difference(POST_LEDGER, &world.read("claims/post.yaml")), @r#"
        -      verdict: "open"
        -      verdict: "open"
        +      reading: "ok"
        +      verdict: "supported"
        +      saw: "nearly 50 percent · trade between the ports, up · 2021"
        +      by: "ann"
        +      date: "2022-02-21"
        +      verdict: "not_checkable"
        +      saw: "We are open for business,"
        +      by: "ann"
        +      date: "2022-02-21"
        +      note: "nobody could say"
        "#);
        assert_eq!(world.read("claims/beacon.yaml"), BEACON_LEDGER);
        assert_eq!(world.run(&["check"]).code, 0, "{}", world.run(&["check"]));
    }

    #[test]
    fn only_ctrl_c_loses_what_was_decided_on_the_claim_that_is_shown() {
        for signal_name in [None, Some("INT"), Some("TERM"), Some("HUP")] {
            let saves = matches!(signal_name, Some("TERM" | "HUP"));
            let world = book();
            let mut seat = seat(&world, &[]);
            seat.send("s")
                .see("verdict: supported")
                .send(ENTER)
                .see("[2/2]");
            seat.send("f").see("verdict: false");
            match signal_name {
                Some(name) => signal(&world, name),
                None => drop(seat.send(CTRL_C)),
            }
            let end = seat.end();
            assert_eq!(end, if saves { STOPPED } else { INTERRUPTED });
            let ledger = world.read("claims/post.yaml");
            assert!(ledger.contains("verdict: \"supported\""), "{ledger}");
            assert_eq!(ledger.contains("verdict: \"false\""), saves, "{ledger}");
        }
    }

    /// Sends a signal to the program in `world`.
    fn signal(world: &World, name: &str) {
        let pid = world.read("pid");
        let kill = format!("kill -{name} {}", pid.trim());
        let status = std::process::Command::new("sh")
            .args(["-c", &kill])
            .status();
        assert!(status.unwrap().success());
    }

    #[test]
    fn a_terminal_that_hangs_up_ends_it_with_all_that_was_decided_saved() {
        for deaf in ["", "1"] {
            let world = book();
            let variables = [("NO_COLOR", "1"), ("DEAF", deaf)];
            let mut seat = Seat::new(&world, &["review"], &variables);
            seat.see("[q] save").send("s").see("verdict: supported");
            seat.send(ENTER)
                .see("[2/2]")
                .send("f")
                .see("verdict: false");
            seat.hang_up(&world);
            let ledger = world.read("claims/post.yaml");
            assert!(ledger.contains("verdict: \"supported\""), "{ledger}");
            assert!(ledger.contains("verdict: \"false\""), "{ledger}");
            let files = world.files();
            assert!(
                !files.iter().any(|file| file.ends_with(".tmp")),
                "{files:?}"
            );
        }
    }

    #[test]
    fn others_who_set_at_the_same_time_lose_nothing() {
        let world = book();
        let mut seat = seat(&world, &[]);
        seat.send("s").see("verdict: supported");
        // Another question of this claim, and the next claim.
        assert_eq!(world.run(&["set", "c-p0st0001", "note=theirs"]).code, 0);
        assert_eq!(
            world
                .run(&["set", "c-p0st0002", "verdict=false", "by=bob"])
                .code,
            0
        );
        seat.send(ENTER).see("[2/2]").see("verdict: false   (bob");
        // The same question of this claim.
        seat.send("d").see("verdict: disputed");
        assert_eq!(
            world
                .run(&["set", "c-p0st0002", "verdict=outdated", "by=bob"])
                .code,
            0
        );
        seat.send(ENTER)
            .see("! not saved: it was changed meanwhile (verdict false -> outdated");
        let ledger = world.read("claims/post.yaml");
        assert!(ledger.contains("verdict: \"outdated\""), "{ledger}");
        seat.send(ENTER).see("that was the last one").send("q");
        seat.end();
        insta::assert_snapshot!(difference(POST_LEDGER, &world.read("claims/post.yaml")), @r#"
        -      verdict: "open"
        -      verdict: "open"
        +      verdict: "supported"
        +      saw: "nearly 50 percent · trade between the ports, up · 2021"
        +      by: "ann"
        +      date: "2022-02-21"
        +      note: "theirs"
        +      verdict: "disputed"
        +      saw: "We are open for business,"
        +      by: "ann"
        +      date: "2022-02-21"
        "#);
    }

    #[test]
    fn a_file_that_cannot_be_written_is_told_and_the_decision_stays() {
        let world = book();
        let mut seat = seat(&world, &[]);
        seat.send("s").see("verdict: supported");
        world.write("claims/post.yaml", format!("{POST_LEDGER}<<<<<<< ours\n"));
        seat.send(ENTER)
            .see("! claims/post.yaml:")
            .see("not saved yet");
        world.write("claims/post.yaml", format!("# by hand\n{POST_LEDGER}"));
        seat.send("q");
        assert!(seat.end().contains("1 claim reviewed"));
        let ledger = world.read("claims/post.yaml");
        assert!(ledger.starts_with("# by hand\n"), "{ledger}");
        assert!(ledger.contains("verdict: \"supported\""), "{ledger}");
    }

    #[test]
    fn it_does_not_wait_for_another_writer() {
        let world = book();
        let mut seat = seat(&world, &["--width", "60"]);
        let writer = std::fs::File::open(world.path("claimbook.yaml")).unwrap();
        writer.lock().unwrap();
        seat.send("s").see("verdict: supported").send(ENTER);
        seat.see("! another claimbook is writing here; nothing is lost")
            .see("[1/2]");
        writer.unlock().unwrap();
        seat.send(ENTER).see("[2/2]").send("q");
        assert!(seat.end().contains("1 claim reviewed"));
    }

    #[test]
    fn it_follows_the_size_of_the_terminal_and_pages_open_and_close() {
        let world = book();
        let mut seat = seat(&world, &["--measure", "trade"]);
        seat.resize(44, 12)
            .until("a narrow screen", |s| !s.contains("[s] supported"));
        seat.see("[q] save");
        insta::assert_snapshot!("a_small_screen", seat.screen());
        seat.resize(100, 30)
            .see("[c] not checkable")
            .settle()
            .send("?")
            .see("Any key closes this page.");
        seat.send(" ")
            .see("[q] save and quit")
            .send("ea")
            .see("value: 50");
        seat.send("\u{8}\u{8}49.5")
            .see("value: 49.5")
            .send(ENTER)
            .see("reading: fixed");
        seat.send("q");
        assert!(seat.end().contains("1 claim reviewed"));
        let ledger = world.read("claims/post.yaml");
        assert!(ledger.contains("fix:\n      value: 49.5\n"), "{ledger}");
    }

    #[test]
    fn notes_of_several_lines_come_from_the_editor() {
        let world = book().file("editor", "printf 'first\\nsecond\\n' >> \"$1\"\n");
        let variables = [("EDITOR", "sh ./editor"), ("NO_COLOR", "1")];
        let mut seat = Seat::new(&world, &["review"], &variables);
        seat.see("[q] save")
            .send("nas he says: \u{5}")
            .see("note: as he says: first second");
        seat.send("q");
        seat.end();
        let ledger = world.read("claims/post.yaml");
        assert!(
            ledger.contains("note: |-\n        as he says: first\n        second\n"),
            "{ledger}"
        );
        let files = world.files();
        assert!(
            !files.iter().any(|file| file.contains("note-")),
            "{files:?}"
        );
    }

    #[test]
    fn what_was_written_is_kept_when_the_editor_fails() {
        let world = book().file("editor", "printf 'written' > \"$1\"; exit 3\n");
        let folder = world.root().display().to_string();
        let variables = [
            ("EDITOR", "sh ./editor"),
            ("NO_COLOR", "1"),
            ("TMPDIR", folder.as_str()),
        ];
        let mut seat = Seat::new(&world, &["review", "--width", "80"], &variables);
        seat.see("[q] save")
            .send("nmine\u{5}")
            .see("what was written is kept in");
        seat.send(CTRL_C);
        seat.end();
        let files = world.files();
        let kept = files.iter().find(|file| file.contains("claimbook-note-"));
        assert_eq!(world.read(kept.unwrap()), "written", "{files:?}");
    }

    #[test]
    fn the_article_opens_in_a_browser_or_a_pager() {
        let script = "printf '%s\\n' \"$1\" >> opened\n";
        let world = book().file("show", script);
        let variables = [("PAGER", "sh ./show"), ("NO_COLOR", "1")];
        let mut seat = Seat::new(&world, &["review"], &variables);
        seat.see("[q] save")
            .send("sa")
            .until("the pager's work", |_| world.path("opened").exists());
        seat.see("not saved yet").send("q");
        seat.end();
        let opened = world.read("opened");
        assert!(opened.ends_with("/articles/post.md\n"), "{opened}");
        let url = POST_LEDGER.replace("  path:", "  url: \"https://example.org/a?b=c&d\"\n  path:");
        let world = book().file("show", script).file("claims/post.yaml", url);
        let variables = [("BROWSER", "sh ./show"), ("NO_COLOR", "1")];
        let mut seat = Seat::new(&world, &["review"], &variables);
        seat.see("[q] save")
            .send("a")
            .until("the browser's work", |_| world.path("opened").exists());
        seat.send("q");
        seat.end();
        assert_eq!(world.read("opened"), "https://example.org/a?b=c&d\n");
    }

    #[test]
    fn a_terminal_that_cannot_draw_gets_the_commands() {
        let world = book();
        let mut seat = Seat::new(&world, &["review"], &[("TERM", "dumb")]);
        seat.see("2 claims to decide on");
        let end = seat.end();
        assert!(
            end.contains("claimbook set post#c-p0st0001 reading=... verdict=..."),
            "{end}"
        );
    }

    #[test]
    fn colours_only_where_they_are_wanted() {
        let world = book();
        for (variables, coloured) in [(&[("NO_COLOR", "1")][..], false), (&[], true)] {
            let mut seat = Seat::new(&world, &["review"], variables);
            seat.see("[q] save").send("s").see("verdict: supported");
            let text = String::from_utf8_lossy(&seat.bytes).into_owned();
            assert_eq!(text.contains("\u{1b}[1m"), coloured, "{text:?}");
            seat.send(CTRL_C);
            seat.end();
        }
    }
}
