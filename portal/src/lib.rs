//! The practice portal: the e-Invoice portal's screens, for trying and testing the guide.
//!
//! It is a real HTTPS server on loopback that answers under the real host names and behaves like the real portal as far
//! as that is publicly known. What is known, and how well, is in facts.md; comments here name its keys.
//!
//! The way of a request: [`gate`] finds its session, does what the switches ask for (slow answers, errors, policy),
//! [`routes`] hold the screens' behaviour, [`rules`] says what is refused, [`screens`] draws the page, [`made_up`]
//! draws it where the session is on a made-up portal.

mod app;
mod captcha;
mod gate;
mod gsps;
mod gstin;
mod hosts;
mod made_up;
pub mod people;
mod policy;
mod routes;
mod rules;
mod screens;
mod sent;
mod server;
mod session;
mod store;
mod switches;
mod tls;
mod tokens;

pub use hosts::HOSTS;
pub use server::Portal;
