//! Circles: files that need each other.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::imports::{Imports, imports};
use super::source::Source;

/// The circles among a crate's files: through each import that is part of one, the shortest. Each is named by its files
/// in order, the first again at the end.
pub fn circles(files: &[Source]) -> BTreeSet<String> {
    let name = |place: &usize| files[*place].path.as_str();
    shortest(&imports(files))
        .iter()
        .map(|circle| circle.iter().chain(circle.first()).map(name).collect::<Vec<_>>().join(" -> "))
        .collect()
}

/// The shortest circle through each edge that is in one, beginning at its smallest number.
pub fn shortest(edges: &Imports) -> BTreeSet<Vec<usize>> {
    let mut found = BTreeSet::new();
    for (&from, needed) in edges {
        for &to in needed {
            if let Some(mut circle) = way(edges, to, from) {
                let smallest = (0..circle.len()).min_by_key(|place| circle[*place]).unwrap_or_default();
                circle.rotate_left(smallest);
                found.insert(circle);
            }
        }
    }
    found
}

/// The shortest way along the edges, both ends included.
fn way(edges: &Imports, from: usize, to: usize) -> Option<Vec<usize>> {
    let mut came_from = BTreeMap::from([(from, from)]);
    let mut waiting = VecDeque::from([from]);
    while let Some(here) = waiting.pop_front() {
        if here == to {
            let mut way = vec![to];
            while let Some(last) = way.last().copied().filter(|last| *last != from) {
                way.push(came_from[&last]);
            }
            way.reverse();
            return Some(way);
        }
        for &next in edges.get(&here).into_iter().flatten() {
            came_from.entry(next).or_insert_with(|| {
                waiting.push_back(next);
                here
            });
        }
    }
    None
}
