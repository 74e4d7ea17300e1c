//! `./build.sh pack`: the zip files for the stores, and the source that they are made from. The same sources give the same
//! bytes: entries are sorted and carry no time, owner or mode of this machine.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::manifest::Browser;
use crate::paths::{Paths, shown};
use crate::run::output;
use crate::{build, extension, tools};

/// Builds, packs and says where.
pub fn command(paths: &Paths) -> Result<()> {
    tools::provide(paths, &build::NEEDS)?;
    build::thorough(paths)?;
    let file = |what: &str| paths.dist.join(format!("e-invoice-api-guide-{}-{what}.zip", env!("CARGO_PKG_VERSION")));
    let mut packed = Vec::new();
    for (store, browser) in STORES {
        let file = file(store);
        pack(&file, |zip| add(zip, &paths.dist.join(browser.name()), ""))?;
        packed.push(shown(&file));
    }
    let source = file("source");
    pack(&source, |zip| add_source(zip, &paths.root))?;
    println!("Packed the extension for the stores: {}; and its source: {}.", packed.join(", "), shown(&source));
    Ok(())
}

/// Each store, and the browser that it is for.
const STORES: [(&str, Browser); 3] =
    [("chromium", Browser::Chromium), ("edge", Browser::Chromium), ("firefox", Browser::Firefox)];

fn pack(file: &Path, fill: impl FnOnce(&mut ZipWriter<File>) -> Result<()>) -> Result<()> {
    let out = File::create(file).with_context(|| format!("cannot write {}", file.display()))?;
    let mut zip = ZipWriter::new(out);
    fill(&mut zip)?;
    zip.finish().with_context(|| format!("cannot finish {}", file.display()))?;
    Ok(())
}

/// Everything that is under version control, as it is now: what Mozilla asks for beside a module.
fn add_source(zip: &mut ZipWriter<File>, root: &Path) -> Result<()> {
    let mut list = Command::new("git");
    let listed = output(list.current_dir(root).args(["ls-files", "-z"])).context("the source cannot be listed")?;
    let mut names: Vec<&str> = listed.split('\0').filter(|name| !name.is_empty()).collect();
    names.sort_unstable();
    // A file may be gone, and not said so yet.
    names.into_iter().filter(|name| root.join(name).is_file()).try_for_each(|name| {
        let mode = if is_program(name) { 0o755 } else { 0o644 };
        add_file(zip, &root.join(name), name, mode)
    })
}

/// Whether a file of the source is run by itself.
fn is_program(name: &str) -> bool {
    matches!(name, "build.sh" | ".ci/run")
}

fn add(zip: &mut ZipWriter<File>, folder: &Path, inside: &str) -> Result<()> {
    for (name, path) in extension::entries(folder)? {
        let name = format!("{inside}{name}");
        if path.is_dir() {
            add(zip, &path, &format!("{name}/"))?;
            continue;
        }
        add_file(zip, &path, &name, 0o644)?;
    }
    Ok(())
}

fn add_file(zip: &mut ZipWriter<File>, path: &Path, name: &str, mode: u32) -> Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(mode);
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    zip.start_file(name, options).with_context(|| format!("cannot pack {name}"))?;
    zip.write_all(&bytes).with_context(|| format!("cannot pack {name}"))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::time::{Duration, SystemTime};

    use super::*;

    /// Another day, another umask, and files made in another order.
    #[test]
    fn the_same_files_give_the_same_bytes() -> Result<()> {
        let work = tempfile::tempdir()?;
        let zipped = |name: &str, order: [&str; 3], age: u64, mode: u32| -> Result<Vec<u8>> {
            let folder = work.path().join(name);
            fs::create_dir_all(folder.join("in"))?;
            for name in order {
                let path = folder.join(name);
                fs::write(&path, name)?;
                File::options().write(true).open(&path)?.set_modified(SystemTime::now() - Duration::from_secs(age))?;
                fs::set_permissions(&path, fs::Permissions::from_mode(mode))?;
            }
            let zip = work.path().join(format!("{name}.zip"));
            pack(&zip, |zip| add(zip, &folder, ""))?;
            Ok(fs::read(zip)?)
        };
        let first = zipped("first", ["b.js", "a.js", "in/c.js"], 0, 0o600)?;
        let second = zipped("second", ["in/c.js", "a.js", "b.js"], 1_000_000, 0o755)?;
        assert_eq!(first, second);
        Ok(())
    }
}
