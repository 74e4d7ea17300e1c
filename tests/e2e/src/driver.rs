//! The driver processes: chromedriver and geckodriver, each on a port of its own choosing.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, copy, sink};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;

use anyhow::{Context, Result};

/// What the drivers print before the port they listen on.
const ANNOUNCEMENTS: [&str; 2] = ["started successfully on port ", "Listening on 127.0.0.1:"];

/// A running driver. Dropping it ends the process.
#[derive(Debug)]
pub(crate) struct DriverProcess {
    child: Child,
    port: u16,
}

impl DriverProcess {
    /// Starts `program` and waits until it says where it listens. All it leaves behind lands in `home`.
    pub(crate) fn start<A: AsRef<OsStr>>(program: &Path, args: &[A], home: &Path) -> Result<Self> {
        let mut child = Command::new(program)
            .args(args)
            .env("TMPDIR", home)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} does not start", program.display()))?;
        let stdout = child.stdout.take().context("the driver has no output")?;
        let port = announced_port(stdout)
            .with_context(|| format!("{} never said which port it listens on", program.display()))?;
        Ok(Self { child, port })
    }

    /// Where the driver takes commands.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for DriverProcess {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The port in the driver's output. The rest of the output is drained, or the driver would stall on a full pipe.
fn announced_port(stdout: ChildStdout) -> Option<u16> {
    let mut reader = BufReader::new(stdout);
    let mut line = String::new();
    while reader.read_line(&mut line).is_ok_and(|length| length > 0) {
        if let Some(port) = port_in(&line) {
            thread::spawn(move || copy(&mut reader, &mut sink()));
            return Some(port);
        }
        line.clear();
    }
    None
}

/// The port a line announces, if it announces one.
fn port_in(line: &str) -> Option<u16> {
    let after = ANNOUNCEMENTS.iter().find_map(|words| line.split_once(words))?.1;
    let end = after.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(after.len());
    after[..end].parse().ok()
}

/// chromedriver: `$CHROMEDRIVER`, or where Debian puts it.
pub(crate) fn chromedriver() -> PathBuf {
    named_by("CHROMEDRIVER").unwrap_or_else(|| PathBuf::from("/usr/bin/chromedriver"))
}

/// geckodriver: `$GECKODRIVER`, or the one the build installed, or the one on the path.
pub(crate) fn geckodriver() -> PathBuf {
    named_by("GECKODRIVER").or_else(|| installed_tool("geckodriver")).unwrap_or_else(|| PathBuf::from("geckodriver"))
}

/// A tool among those that the build keeps for this project.
fn installed_tool(name: &str) -> Option<PathBuf> {
    let cache = named_by("XDG_CACHE_HOME").or_else(|| Some(named_by("HOME")?.join(".cache")))?;
    let tool = cache.join("einvoice-api-guide/tools/bin").join(name);
    tool.is_file().then_some(tool)
}

/// A path given by an environment variable, when that says anything.
pub(crate) fn named_by(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::port_in;

    #[test]
    fn the_port_is_read_from_the_line_that_announces_it() {
        let cases = [
            ("Starting ChromeDriver 156.0 (abc) on port 0\n", None),
            ("ChromeDriver was started successfully on port 41093.\n", Some(41093)),
            ("1795\tgeckodriver\tINFO\tListening on 127.0.0.1:4711\n", Some(4711)),
        ];
        for (line, port) in cases {
            assert_eq!(port_in(line), port, "{line}");
        }
    }
}
