//! Tries the extension on the practice portal: by hand where there is a display, as a tour in pictures where there is none.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use e2e::browser::{Colours, chromium_arguments};
use e2e::extension::{dist, unpacked};
use e2e::guide::Sight;
use e2e::newcomer::{MOST_ACTIONS, TERA};
use e2e::site::Site;
use e2e::{Kind, Newcomer, Visit};
use portals::Portal;
use practice_portal::people;
use serde_json::json;

/// All that may come between the login and the menu.
const EVERY_SCREEN: &str = "login_otp=on&contacts=on&notice=on";

#[tokio::main]
async fn main() -> Result<()> {
    if env::args().nth(1).as_deref() == Some("--pictures") {
        return take_all_pictures().await;
    }
    let seed = seed(env::args().skip(1))?;
    if has_display() { try_by_hand(seed).await } else { take_the_tour(seed).await }
}

/// The seed of the made-up portal asked for with `--seed N`, if one is.
fn seed(mut arguments: impl Iterator<Item = String>) -> Result<Option<u64>> {
    let Some(first) = arguments.next() else { return Ok(None) };
    let number = arguments.next().and_then(|number| number.parse().ok());
    ensure!(first == "--seed" && number.is_some() && arguments.next().is_none(), "usage: try [--seed N | --pictures]");
    Ok(number)
}

/// The switches for a portal: a made-up one adds screens of its own.
fn switches(seed: Option<u64>) -> String {
    seed.map_or_else(|| EVERY_SCREEN.to_owned(), |seed| format!("seed={seed}"))
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// A browser for a person, until they close it.
async fn try_by_hand(seed: Option<u64>) -> Result<()> {
    let site = Site::open().await?;
    let profile = tempfile::tempdir()?;
    let extension = unpacked(Kind::Chromium)?;
    let start = format!("/practice/set?{}&to=/", switches(seed));
    println!("A browser opens on the practice portal, with the extension. Follow the ring.");
    println!("  user name  {}", people::USER);
    println!("  password   {}", people::PASSWORD);
    println!("  login OTP  {}", people::LOGIN_OTP);
    println!("  API OTP    {}", people::API_OTP);
    if let Some(seed) = seed {
        println!("The portal is made up: {}", Portal::whole(seed).style());
    }
    println!("The captcha is in the picture. Close the browser to end.");
    let mut browser = Command::new("chromium")
        .args(chromium_arguments(&site, Some(&extension), profile.path()))
        .arg(site.address(Kind::Chromium, &start))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("Chromium does not start")?;
    let ended = tokio::task::spawn_blocking(move || browser.wait()).await??;
    ensure!(ended.success(), "Chromium ended with {ended}");
    Ok(())
}

/// The whole job by a newcomer, a picture at every target.
async fn take_the_tour(seed: Option<u64>) -> Result<()> {
    let visit = Visit::begin(Kind::Chromium).await?;
    let album = Album::new(dist().join("tour"))?;
    let album = visit.for_once(async |visit| tour(visit, album, seed).await).await?;
    println!(
        "The newcomer finished the job; {} pictures of the way are in {}.",
        album.pages.len(),
        from_here(&album.folder.join("index.html")).display()
    );
    Ok(())
}

/// A window, in CSS pixels: a common one, a small one, a phone's, and what 1280 x 1024 are at 400 % zoom.
const WINDOWS: [(u32, u32); 4] = [(1366, 768), (1024, 600), (320, 640), (320, 256)];
/// The languages that are looked at: the two that are not the pictures' first are the longest and the widest.
const LANGUAGES: [&str; 3] = ["en", "hi", "ta"];

/// How a window looks, and what it speaks.
type Look = ((u32, u32), Colours, &'static str);

/// The whole job again and again: in every window, in every colour, in every language, two browsers at a time. Says what
/// the callout covers that it must not.
async fn take_all_pictures() -> Result<()> {
    let colours = [Colours::Light, Colours::Dark, Colours::Forced];
    let looks = WINDOWS.into_iter().flat_map(|window| colours.map(|colours| (window, colours)));
    let looks: Vec<Look> =
        looks.flat_map(|(window, colours)| LANGUAGES.map(|language| (window, colours, language))).collect();
    let folder = dist().join("pictures");
    for pair in looks.chunks(2) {
        match pair {
            [one, other] => tokio::try_join!(take_pictures(*one, &folder), take_pictures(*other, &folder)).map(drop)?,
            [one] => take_pictures(*one, &folder).await?,
            _ => {}
        }
    }
    println!("The pictures of every step are in {}.", from_here(&folder).display());
    Ok(())
}

/// The whole job in one window, and what is wrong with it there.
async fn take_pictures((window, colours, language): Look, folder: &Path) -> Result<()> {
    let name = format!("{}x{}-{colours:?}-{language}", window.0, window.1).to_lowercase();
    let visit = Visit::begin(Kind::Chromium).await?;
    visit.browser().prefer(json!({ "language": language })).await?;
    visit.browser().show_as(window, colours).await?;
    let album = Album::new(folder.join(&name))?;
    let outcome = async |visit: &Visit| tour(visit, album, None).await?.with_own_pages(visit).await;
    match visit.for_once(outcome).await {
        Ok(album) => album.covered.iter().for_each(|covered| println!("{name}: {covered}")),
        Err(error) => println!("{name}: the newcomer did not finish: {}", error.root_cause()),
    }
    Ok(())
}

async fn tour(visit: &Visit, mut album: Album, seed: Option<u64>) -> Result<Album> {
    visit.start("home", &switches(seed)).await?;
    let wanted = seed.and_then(|seed| Portal::whole(seed).wanted()).unwrap_or(TERA);
    let mut newcomer = Newcomer::new(visit).choosing(wanted);
    for _ in 0..MOST_ACTIONS {
        let sight = newcomer.next().await?;
        album.add(visit, &sight).await?;
        if !sight.rings_something() {
            ensure!(sight.is("done"), "the guide stopped at: {sight}");
            album.bind()?;
            return Ok(album);
        }
        newcomer.obey(&sight).await?;
    }
    anyhow::bail!("the newcomer went round in circles")
}

/// The pictures and their captions, in the order they were taken.
struct Album {
    folder: PathBuf,
    pages: Vec<Page>,
    /// What the callout covers that it must not.
    covered: Vec<String>,
}

struct Page {
    picture: String,
    caption: String,
}

impl Album {
    /// An empty album in place of an earlier one.
    fn new(folder: PathBuf) -> Result<Self> {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        Ok(Self { folder, pages: Vec::new(), covered: Vec::new() })
    }

    async fn add(&mut self, visit: &Visit, sight: &Sight) -> Result<()> {
        if let Some(target) = &sight.target {
            visit.guide().ring(target).await?;
        }
        let step = sight.step.as_deref().unwrap_or("no-step");
        let target = sight.target.as_deref().or(sight.state.as_deref());
        let number = self.pages.len() + 1;
        let picture = format!("{number:02}-{step}-{}.png", target.unwrap_or("no-target"));
        visit.browser().session().screenshot(&self.folder.join(&picture)).await?;
        let covered = visit.guide().covered(sight.target.as_deref()).await?;
        self.covered.extend(covered.into_iter().map(|tag| format!("{picture} covers {tag}")));
        self.pages.push(Page { picture, caption: visit.guide().words().await? });
        Ok(())
    }

    /// With pictures of the extension's own pages, a name being kept.
    async fn with_own_pages(self, visit: &Visit) -> Result<Self> {
        let kept = json!([{ "name": "API_genems", "gsp": TERA, "gstin": "29ZZZCZ0000Z1ZX", "day": "2026-11-27" }]);
        visit.browser().keep(kept).await?;
        for page in ["popup.html", "options.html"] {
            visit.browser().open_own(page).await?;
            visit.at_rest().await?;
            visit.browser().session().screenshot(&self.folder.join(page).with_extension("png")).await?;
        }
        Ok(self)
    }

    /// One page that shows them all.
    fn bind(&self) -> Result<()> {
        let mut page = String::from(
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>A tour of the guide</title>\n\
             <style>body{font:16px/1.5 sans-serif;max-width:1000px;margin:2em auto}\
             img{width:100%;border:1px solid #999}figure{margin:0 0 3em}figcaption{white-space:pre-line}</style>\n\
             <h1>A tour of the guide</h1>\n",
        );
        for Page { picture, caption } in &self.pages {
            let caption = escaped(caption);
            writeln!(page, "<figure><figcaption>{caption}</figcaption><img src=\"{picture}\" alt=\"\"></figure>")?;
        }
        Ok(fs::write(self.folder.join("index.html"), page)?)
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A path as seen from the current folder, when it lies below it.
fn from_here(path: &Path) -> PathBuf {
    let full = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let here = env::current_dir().unwrap_or_default();
    full.strip_prefix(here).map_or_else(|_| full.clone(), Path::to_path_buf)
}
