//! Made-up portals: the screens of the job, written in as many ways as portals are written.
//!
//! A seed makes a whole portal in one style. Each control of the job says in `data-is` which one it is; nothing else in
//! a page does.

mod beside;
mod button;
mod css;
mod dialog;
mod dice;
mod draw;
mod embed;
mod field;
mod ids;
mod layout;
mod list;
mod menu;
mod names;
mod page;
mod portal;
mod radio;
mod rewrite;
mod screens;
mod script;
mod shell;
mod state;
pub mod style;
mod target;
mod text;
mod translate;
mod unseen;

pub use beside::{Beside, beside};
pub use page::{Page, Ring, Words, is_only_unlisted, page, page_in, page_without};
pub use portal::Portal;
pub use state::{Channel, Filled, Message, Screen, State, User};
pub use style::Style;
pub use target::Target;
