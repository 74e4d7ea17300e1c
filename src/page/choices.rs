//! What native drop-downs offer. Long lists are read once: each of thousands of entries is two questions to the browser.

use std::cell::RefCell;
use std::collections::VecDeque;

use wasm_bindgen::JsCast;

use super::dom::{self, List, Listed};
use crate::snapshot::Choices;

/// The most choices of a list that are read.
const MOST: u32 = 5_000;
/// A list of more is kept.
const SHORT: u32 = 50;
/// How many entries of a long list, spread over it, tell it from others.
const SAMPLE: u32 = 16;
/// How many long lists are kept.
const KEPT: usize = 4;

thread_local! {
    /// The long lists that were read last. They hold what the page offers, nothing of what anybody chose.
    static LONG: RefCell<VecDeque<Long>> = const { RefCell::new(VecDeque::new()) };
}

/// A long list that was read.
struct Long {
    length: u32,
    sample: Vec<String>,
    texts: Vec<String>,
}

/// What a list offers.
pub(super) fn of(list: &List) -> Choices {
    let length = list.options().length();
    Choices {
        texts: if length > SHORT { long(list, length) } else { texts(list, 0..length) },
        selected: usize::try_from(list.selected_index()).ok(),
        preset: dom::one(list, "option[selected]").is_some(),
        cut: length > MOST,
    }
}

/// The texts of a long list: those read before where its length and a sample are the same.
fn long(list: &List, length: u32) -> Vec<String> {
    let last = length.min(MOST) - 1;
    let sample = texts(list, (0..SAMPLE).map(|i| last * i / (SAMPLE - 1)));
    LONG.with_borrow_mut(|lists| {
        if let Some(known) = lists.iter().find(|known| known.length == length && known.sample == sample) {
            return known.texts.clone();
        }
        let texts = texts(list, 0..=last);
        lists.push_front(Long { length, sample, texts: texts.clone() });
        lists.truncate(KEPT);
        texts
    })
}

fn texts(list: &List, at: impl IntoIterator<Item = u32>) -> Vec<String> {
    let options = list.options();
    let entries = at.into_iter().filter_map(|i| options.get(i));
    entries.map(|entry| entry.unchecked_ref::<Listed>().text()).collect()
}
