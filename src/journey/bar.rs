//! How sure the guide has to be before it points.

/// How sure the guide has to be before it points, in the points of [`Meaning::fit`](super::meaning::Meaning::fit).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The least that the best control has to reach.
    pub least: i32,
    /// How far it has to be ahead of its rival.
    pub ahead: i32,
}

/// Chosen on generated pages: the curve is in ARCHITECTURE.md, `./build.sh bench finding` draws it.
pub const BAR: Bar = Bar { least: 3, ahead: 3 };
