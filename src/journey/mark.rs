//! The mark of a user name that was sent: it tells the name from others, and does not tell the name.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};

use crate::text::without_head;

/// What every API user's name begins with, in lower case.
const PREFIX: &str = "api_";

/// A salted hash of a name. Of one visit only: another version of the guide may count otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    salt: u32,
    hash: u32,
}

impl Mark {
    /// The mark of a name, as it is typed: with its `API_` or without.
    #[must_use]
    pub fn of(name: &str, salt: u32) -> Self {
        let name: String = name.trim().chars().flat_map(char::to_lowercase).collect();
        let mut hasher = DefaultHasher::new();
        (salt, without_head(&name, PREFIX).unwrap_or(&name)).hash(&mut hasher);
        Self { salt, hash: hasher.finish() as u32 }
    }

    /// Whether it is the mark of this name, as a page shows it.
    #[must_use]
    pub fn is_of(self, name: &str) -> bool {
        Self::of(name, self.salt) == self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_again_with_its_prefix_or_without_and_no_other_is() {
        let mark = Mark::of(" genems", 7);
        for (name, want) in
            [("API_genems", true), ("api_GENEMS", true), ("genems", true), ("API_genem", false), ("API_genems2", false)]
        {
            assert_eq!(mark.is_of(name), want, "{name}");
        }
    }

    #[test]
    fn what_is_stored_does_not_hold_the_name_and_differs_with_the_salt() {
        let stored = |salt| serde_json::to_string(&Mark::of("genems", salt)).unwrap();
        assert!(!stored(1).contains("genems"));
        assert_ne!(Mark::of("genems", 1).hash, Mark::of("genems", 2).hash);
    }
}
