//! The practice portal.
