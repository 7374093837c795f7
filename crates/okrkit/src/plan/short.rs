//! Places in half the room.
//!
//! Lists of places are the larger part of what a plan keeps beside its objectives. A plan with places that do not fit would take
//! half a terabyte.

use super::Node;

/// A place, shortened.
pub(super) fn short(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// A node, shortened: twice its place, and one more for a key result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ShortNode(u32);

impl From<Node> for ShortNode {
    fn from(node: Node) -> Self {
        Self(match node {
            Node::Objective(at) => short(at) << 1,
            Node::KeyResult(at) => short(at) << 1 | 1,
        })
    }
}

impl ShortNode {
    pub(crate) const fn node(self) -> Node {
        let at = (self.0 >> 1) as usize;
        if self.0 & 1 == 0 { Node::Objective(at) } else { Node::KeyResult(at) }
    }
}
