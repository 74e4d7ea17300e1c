//! Shows made-up portals, or writes many of them to a directory.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use portals::style::Style;
use portals::{Beside, Page, Target, beside, page, page_in, page_without};

const USAGE: &str = "portals show TARGET|KIND SEED [QUESTION=ANSWER] | portals dump DIRECTORY COUNT";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["show", what, seed] => seeded(what, seed).and_then(|page| show(what, seed, &page)),
        ["show", target, seed, choice] => odd(target, seed, choice).and_then(|page| show(target, seed, &page)),
        ["dump", directory, count] => dump(Path::new(directory), count),
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The page of a target, or the page beside the way of that kind.
fn seeded(what: &str, seed: &str) -> Result<Page, Box<dyn Error>> {
    let seed = seed.parse()?;
    let kind = Beside::ALL.iter().find(|kind| format!("{kind:?}") == what);
    match (Target::named(what), kind) {
        (Some(target), _) => Ok(page(target, seed)),
        (None, Some(kind)) => Ok(beside(*kind, seed)),
        (None, None) => Err("no such target, and no such kind of page".into()),
    }
}

/// The page of a target on a portal that is plain but for one choice.
fn odd(target: &str, seed: &str, choice: &str) -> Result<Page, Box<dyn Error>> {
    let target = Target::named(target).ok_or("no such target")?;
    let mut odd = Style::plain_but_one().into_iter();
    let (_, style) = odd.find(|(name, _)| name == choice).ok_or("no such choice, or the plain one")?;
    Ok(page_in(target, seed.parse()?, style))
}

fn show(what: &str, seed: &str, page: &Page) -> Result<(), Box<dyn Error>> {
    let path = std::env::temp_dir().join(format!("{what}-{seed}.html"));
    fs::write(&path, &page.html)?;
    println!("{}", page.note);
    if Command::new("xdg-open").arg(&path).spawn().is_err() {
        println!("{}", path.display());
    }
    Ok(())
}

fn dump(directory: &Path, count: &str) -> Result<(), Box<dyn Error>> {
    let count: u64 = count.parse()?;
    let mut index = Vec::new();
    for target in Target::ALL {
        fs::create_dir_all(directory.join(target.name()))?;
        for seed in 0..count {
            index.push(write(directory, target, seed, "html", &page(target, seed))?);
            index.push(write(directory, target, seed, "without.html", &page_without(target, seed))?);
        }
    }
    fs::write(directory.join("index.json"), format!("[\n{}\n]\n", index.join(",\n")))?;
    Ok(())
}

/// Writes a page and tells its line in the index.
fn write(directory: &Path, target: Target, seed: u64, end: &str, page: &Page) -> Result<String, Box<dyn Error>> {
    let file: PathBuf = [target.name(), &format!("{seed}.{end}")].iter().collect();
    fs::write(directory.join(&file), &page.html)?;
    let expected = page.expected.map_or_else(|| "null".to_owned(), |name| format!("\"{name}\""));
    // What a control may be ringed as besides: any target where none is named.
    let also: Vec<String> =
        page.also.iter().map(|ring| format!(r#"["{}","{}"]"#, ring.target.unwrap_or_default(), ring.mark)).collect();
    let also = also.join(",");
    Ok(format!(
        r#"{{"target":"{}","seed":{seed},"file":"{}","path":"{}","expected":{expected},"also":[{also}],"style":"{}"}}"#,
        target.name(),
        file.display(),
        page.path,
        page.note
    ))
}
