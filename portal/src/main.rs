//! Serves the practice portal until its standard input closes or Ctrl-C is pressed.

use std::io;

use practice_portal::Portal;
use tokio::io::AsyncReadExt;

#[tokio::main]
async fn main() -> io::Result<()> {
    let portal = Portal::start(port(std::env::args().skip(1))?).await?;
    println!("https://127.0.0.1:{}", portal.port());
    println!("{}", portal.spki_sha256());
    tokio::select! {
        pressed = tokio::signal::ctrl_c() => pressed,
        closed = input_closes() => closed,
    }
}

/// The port asked for with `--port N`; 0, which means any free one, if none is.
fn port(mut arguments: impl Iterator<Item = String>) -> io::Result<u16> {
    let Some(first) = arguments.next() else { return Ok(0) };
    let number = arguments.next().and_then(|number| number.parse().ok());
    match (first.as_str(), number, arguments.next()) {
        ("--port", Some(port), None) => Ok(port),
        _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "usage: practice-portal [--port N]")),
    }
}

async fn input_closes() -> io::Result<()> {
    let mut input = tokio::io::stdin();
    let mut ignored = [0; 256];
    while input.read(&mut ignored).await? > 0 {}
    Ok(())
}
