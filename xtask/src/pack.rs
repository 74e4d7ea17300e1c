//! `./build.sh pack`: the zip files for the stores. The same sources give the same bytes: entries are sorted and carry
//! no time, owner or mode of this machine.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::manifest::Browser;
use crate::paths::{Paths, shown};
use crate::{build, extension, tools};

/// Builds, packs and says where.
pub fn command(paths: &Paths) -> Result<()> {
    tools::provide(paths, &build::NEEDS)?;
    build::thorough(paths)?;
    let mut packed = Vec::new();
    for browser in Browser::ALL {
        let name = format!("e-invoice-api-guide-{}-{}.zip", env!("CARGO_PKG_VERSION"), browser.name());
        let file = paths.dist.join(name);
        pack(&paths.dist.join(browser.name()), &file)?;
        packed.push(shown(&file));
    }
    println!("Packed the extension for the stores: {}.", packed.join(" and "));
    Ok(())
}

fn pack(folder: &Path, file: &Path) -> Result<()> {
    let out = File::create(file).with_context(|| format!("cannot write {}", file.display()))?;
    let mut zip = ZipWriter::new(out);
    add(&mut zip, folder, "")?;
    zip.finish().with_context(|| format!("cannot finish {}", file.display()))?;
    Ok(())
}

fn add(zip: &mut ZipWriter<File>, folder: &Path, inside: &str) -> Result<()> {
    for (name, path) in extension::entries(folder)? {
        let name = format!("{inside}{name}");
        if path.is_dir() {
            add(zip, &path, &format!("{name}/"))?;
            continue;
        }
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(9))
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        zip.start_file(&name, options).with_context(|| format!("cannot pack {name}"))?;
        zip.write_all(&bytes).with_context(|| format!("cannot pack {name}"))?;
    }
    Ok(())
}
