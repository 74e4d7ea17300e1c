//! The anti-forgery tokens of a session's pages (facts-2026.md, 1.1).

use std::collections::VecDeque;

/// What the portal's framework begins each token with.
const START: &str = "CfDJ8";

/// No more pages than these are open at a time.
const MOST: usize = 100;

/// The tokens that no form has been sent with yet, the oldest first.
#[derive(Debug, Default)]
pub(crate) struct Tokens(VecDeque<String>);

impl Tokens {
    /// A token for a new page.
    pub(crate) fn issue(&mut self) -> String {
        if self.0.len() == MOST {
            self.0.pop_front();
        }
        let token = format!("{START}{:032x}{:032x}", rand::random::<u128>(), rand::random::<u128>());
        self.0.push_back(token.clone());
        token
    }

    /// Whether a page of this session had this token, and none of its forms has been sent before.
    pub(crate) fn spend(&mut self, token: &str) -> bool {
        let known = self.0.len();
        self.0.retain(|kept| kept != token);
        self.0.len() < known
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_good_for_one_form_of_its_page() {
        let mut tokens = Tokens::default();
        let (first, second) = (tokens.issue(), tokens.issue());
        assert_ne!(first, second);
        assert!(tokens.spend(&second));
        assert!(!tokens.spend(&second), "sent twice");
        assert!(!tokens.spend(""), "sent without one");
        assert!(tokens.spend(&first), "another page's is still good");
        assert!(!Tokens::default().spend(&first), "of another session");
    }

    #[test]
    fn the_oldest_page_makes_room_for_the_newest() {
        let mut tokens = Tokens::default();
        let first = tokens.issue();
        for _ in 0..MOST {
            tokens.issue();
        }
        assert_eq!(tokens.0.len(), MOST);
        assert!(!tokens.spend(&first));
    }
}
