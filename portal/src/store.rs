//! All sessions, in memory, the oldest dropped when there are too many.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use crate::session::Visit;

/// How many sessions are kept.
const MOST: usize = 10_000;

/// The sessions by their cookie's value.
#[derive(Debug, Default)]
pub(crate) struct Store(Mutex<Shelf>);

#[derive(Debug, Default)]
struct Shelf {
    visits: HashMap<String, Visit>,
    oldest_first: VecDeque<String>,
}

impl Store {
    /// The session with this id, if it is still kept.
    pub(crate) fn find(&self, id: &str) -> Option<Visit> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).visits.get(id).cloned()
    }

    /// A new session and its id.
    pub(crate) fn begin(&self) -> (String, Visit) {
        let id = format!("{:032x}", rand::random::<u128>());
        let visit = Visit::default();
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if shelf.oldest_first.len() == MOST
            && let Some(oldest) = shelf.oldest_first.pop_front()
        {
            shelf.visits.remove(&oldest);
        }
        shelf.oldest_first.push_back(id.clone());
        shelf.visits.insert(id.clone(), visit.clone());
        (id, visit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_session_makes_room_for_the_newest() {
        let store = Store::default();
        let (first, _) = store.begin();
        let (second, _) = store.begin();
        for _ in 2..=MOST {
            store.begin();
        }
        assert!(store.find(&first).is_none());
        assert!(store.find(&second).is_some());
        assert_eq!(store.0.lock().unwrap().visits.len(), MOST);
    }
}
