//! What live pages do.

use crate::draw::Draw;

/// SHA-256, as the practice portal's own login has it.
const SHA256: &str = include_str!("../../../portal/assets/sha256.js");
const PAGE: &str = include_str!("page.js");

impl Draw<'_> {
    /// The script of a live page.
    pub(crate) fn script(&self) -> String {
        if self.state.live { format!("<script>{SHA256}{PAGE}</script>") } else { String::new() }
    }
}
