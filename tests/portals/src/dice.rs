//! Chance that can be repeated: each question has its own throw, so that one answer never moves another.

use fastrand::Rng;

/// Throws for one question.
#[derive(Debug)]
pub(crate) struct Dice(Rng);

impl Dice {
    /// The throws for the question `key` in the portal of `seed`.
    pub(crate) fn of(seed: u64, key: &str) -> Self {
        Self(Rng::with_seed(mixed(seed, key)))
    }

    /// A number below `end`, which must not be 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        // The same on machines of 32 and of 64 bits, as a `usize` of fastrand's own would not be.
        self.0.u64(..end.max(1) as u64) as usize
    }

    /// Whether something happens that happens in `percent` of a hundred cases.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the things.
    pub(crate) fn one<'a, T: ?Sized>(&mut self, things: &[&'a T]) -> &'a T {
        things[self.below(things.len())]
    }

    /// The place of one of the weights, the heavier the likelier.
    pub(crate) fn weighted(&mut self, weights: &[usize]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (place, weight) in weights.iter().enumerate() {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return place,
            }
        }
        0
    }

    /// A meaningless word that may stand at the start of an identifier.
    pub(crate) fn word(&mut self, length: usize) -> String {
        const LETTERS: &[u8] = b"abcdefghijkmnpqrstuvwxyzBCDFGHJKLMNPQRSTVWXZ23456789";
        (0..length.max(1))
            .map(|at| {
                let end = if at == 0 { 24 } else { LETTERS.len() };
                char::from(LETTERS[self.below(end)])
            })
            .collect()
    }
}

/// FNV-1a over the seed and the question.
fn mixed(seed: u64, key: &str) -> u64 {
    let bytes = seed.to_le_bytes();
    bytes
        .iter()
        .chain(key.as_bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
