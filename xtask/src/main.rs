//! The build of the e-Invoice API Guide, behind `./build.sh`.
//!
//! The way of a build: the guide's Rust becomes a WebAssembly module ([`wasm`]), the module gets a twin in JavaScript
//! for pages that refuse WebAssembly ([`twin`]), each becomes a script with its glue ([`bundle`]), both are loaded once
//! ([`load`]), one manifest becomes two ([`manifest`]), and the folders are written ([`extension`]).

mod bench;
mod binaryen;
mod build;
mod bundle;
mod extension;
mod finding;
mod foreign_pages;
mod fresh;
mod languages;
mod load;
mod looks;
mod manifest;
mod pack;
mod paths;
mod practice;
mod run;
mod size;
mod tally;
mod test;
mod tools;
mod twin;
mod wasm;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use paths::Paths;
use test::Part;

const HELP: &str = "\
./build.sh          builds the extension quickly: dist/chromium and dist/firefox, to be loaded as they are
./build.sh try      opens a browser with the extension and the practice portal; without a display, walks the whole
                    job and writes a picture of each step to dist/tour/index.html
./build.sh try --seed N   the same on a portal made up from a number, as the end-to-end tests name them
./build.sh pictures writes a picture of each step in four windows, three sets of colours and three languages to
                    dist/pictures, and says what the callout covers that it must not
./build.sh test     runs every test, in Chromium and in Firefox
./build.sh test native|dom|e2e [NAME]   runs a part: what needs no browser, what touches a document, the extension in
                    both browsers; of it the tests whose name holds NAME
./build.sh pack     writes the zip files for the stores, the same bytes each time
./build.sh bench    measures what a load costs with the guide, beside driver.js, Shepherd and intro.js, and its looks
./build.sh bench finding   measures how often the guide finds what it looks for, beside other ways of finding
./build.sh bench looks     measures how long a look at a page takes
./build.sh help     shows this

Each command first installs what it needs and is missing, and says so.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match perform(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nThis did not work: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(arguments: &[&str]) -> Result<ExitCode> {
    let paths = Paths::find()?;
    match arguments {
        [] | ["build"] => build::command(&paths)?,
        ["try"] => practice::command(&paths, None)?,
        ["try", "--seed", seed] => practice::command(&paths, Some(seed))?,
        ["pictures"] => practice::pictures(&paths)?,
        ["test"] => return Ok(test::command(&paths)),
        ["test", part, name @ ..] if name.len() < 2 => {
            let part = Part::named(part).with_context(|| format!("there is no part `{part}`.\n\n{HELP}"))?;
            return Ok(test::part(&paths, part, name.first().copied()));
        }
        ["pack"] => pack::command(&paths)?,
        ["bench"] => bench::command(&paths)?,
        ["bench", "finding"] => finding::command(&paths)?,
        ["bench", "looks"] => looks::command(&paths)?,
        ["help" | "-h" | "--help"] => println!("{HELP}"),
        other => bail!("there is no command `{}`.\n\n{HELP}", other.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}
