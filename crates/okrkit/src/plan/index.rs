//! Nodes by their ids.

use std::hash::{DefaultHasher, Hasher};

use super::Node;
use super::short::{ShortNode, short};

/// Nodes sorted by the hash of their ids, and where to begin to look.
///
/// Nothing is ever gone through in the order of hashes but to find ids that are given twice. Hashes that somebody made equal cost
/// a search among them and no more.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    nodes: Vec<(u32, ShortNode)>,
    /// Of each of as many equal parts of all hashes: the place of the first that is not below it; the last is the number of nodes.
    begins: Vec<u32>,
}

/// How many nodes share a part: they fill a line of the cache, and so looking up an id reads about two.
const PART: usize = 8;

/// Half a hash: nodes that have it in common are few, and their ids are compared anyway.
fn hash_of(id: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    hasher.write(id.as_bytes());
    (hasher.finish() >> 32) as u32
}

impl Index {
    pub(super) fn new<'a>(nodes: impl Iterator<Item = (&'a str, Node)>) -> Self {
        let mut nodes: Vec<(u32, ShortNode)> = nodes.map(|(id, node)| (hash_of(id), node.into())).collect();
        nodes.sort_unstable();
        let n_parts = nodes.len() / PART + 1;
        let mut begins = Vec::with_capacity(n_parts + 1);
        for (place, (hash, _)) in nodes.iter().enumerate() {
            let part = part_of(*hash, n_parts);
            while begins.len() <= part {
                begins.push(short(place));
            }
        }
        begins.resize(n_parts + 1, short(nodes.len()));
        Self { nodes, begins }
    }

    /// The node that has an id.
    pub(super) fn find<'a>(&self, id: &str, id_of: impl Fn(Node) -> &'a str) -> Option<Node> {
        let hash = hash_of(id);
        let part = part_of(hash, self.begins.len().checked_sub(1)?);
        let near = self.nodes.get(*self.begins.get(part)? as usize..*self.begins.get(part + 1)? as usize)?;
        let from = near.partition_point(|(other, _)| *other < hash);
        let alike = near.get(from..)?.iter().take_while(|(other, _)| *other == hash);
        alike.map(|(_, node)| node.node()).find(|node| id_of(*node) == id)
    }

    /// The nodes whose id a node before them has too, by id and place; `known` tells both of a node.
    pub(super) fn twice<'a>(&self, known: impl Fn(Node) -> (&'a str, (usize, usize))) -> Vec<Node> {
        let mut twice = Vec::new();
        for alike in self.nodes.chunk_by(|one, other| one.0 == other.0).filter(|alike| alike.len() > 1) {
            let mut ids: Vec<_> = alike.iter().map(|(_, node)| (known(node.node()), node.node())).collect();
            ids.sort_unstable();
            let again = ids
                .windows(2)
                .filter(|pair| matches!(pair, [one, other] if one.0.0 == other.0.0 && !one.0.0.is_empty()));
            twice.extend(again.filter_map(|pair| pair.last()).copied());
        }
        twice.sort_unstable();
        twice.into_iter().map(|(_, node)| node).collect()
    }
}

/// Which of equal parts a hash is in.
fn part_of(hash: u32, n_parts: usize) -> usize {
    let product = u64::from(hash) * n_parts as u64;
    usize::try_from(product >> 32).unwrap_or_default()
}
