//! `init`: the first files, and nothing that is there already.

use crate::common::World;

#[test]
fn an_empty_folder_becomes_a_claimbook() {
    let world = World::new();
    insta::assert_snapshot!(world.run(&["init"]), @r"
    $ claimbook init
    --- stderr
    claimbook.yaml: made
    articles go to articles, their claims to claims
    next: claimbook extract articles
    --- exit 0
    ");
    let files = [
        ".claimbook/ledger-1.schema.json",
        ".claimbook/series-1.schema.json",
        ".gitattributes",
        "claimbook.yaml",
    ];
    assert_eq!(world.files(), files);
    assert!(world.path("articles").is_dir() && world.path("claims").is_dir());
    assert_eq!(
        world.read(".claimbook/ledger-1.schema.json"),
        world.run(&["schema"]).stdout
    );
    insta::assert_snapshot!(world.run(&["list"]), @r"
    $ claimbook list
    --- stderr
    the ledger holds no claims yet
    next: claimbook extract articles
    --- exit 0
    ");
}

#[test]
fn what_is_there_stays() {
    let settings = "articles: \"texts\"\n";
    let world = World::new()
        .file("book/claimbook.yaml", settings)
        .file("book/.gitattributes", "*.png binary");
    let ran = world.run(&["init", "book"]);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(world.read("book/claimbook.yaml"), settings);
    assert!(world.path("book/texts").is_dir());
    let attributes = "*.png binary\nclaims/**/*.yaml text eol=lf\n";
    assert_eq!(world.read("book/.gitattributes"), attributes);
    world.run(&["init", "book"]);
    assert_eq!(world.read("book/.gitattributes"), attributes);
}
