//! Shows made-up portals, or writes many of them to a directory.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use portals::{Page, Target, page, page_without};

const USAGE: &str = "portals show TARGET SEED | portals dump DIRECTORY COUNT";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["show", target, seed] => show(target, seed),
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

fn show(target: &str, seed: &str) -> Result<(), Box<dyn Error>> {
    let target = Target::named(target).ok_or("no such target")?;
    let page = page(target, seed.parse()?);
    let path = std::env::temp_dir().join(format!("{}-{seed}.html", target.name()));
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
    Ok(format!(
        r#"{{"target":"{}","seed":{seed},"file":"{}","path":"{}","expected":{expected},"style":"{}"}}"#,
        target.name(),
        file.display(),
        page.path,
        page.note
    ))
}
