//! Nodes by their ids.

use std::hash::{DefaultHasher, Hasher};

use super::Node;

/// Nodes sorted by the hash of their ids, and where to begin to look.
///
/// Nothing is ever gone through in the order of hashes but to find ids that are given twice. Hashes that somebody made equal cost
/// a search among them and no more.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    nodes: Vec<(u64, Node)>,
    /// Of each of as many equal parts of all hashes: the place of the first that is not below it; the last is the number of nodes.
    begins: Vec<usize>,
}

fn hash_of(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(id.as_bytes());
    hasher.finish()
}

impl Index {
    pub(super) fn new<'a>(nodes: impl Iterator<Item = (&'a str, Node)>) -> Self {
        let mut nodes: Vec<(u64, Node)> = nodes.map(|(id, node)| (hash_of(id), node)).collect();
        nodes.sort_unstable();
        let n_parts = nodes.len() / 4 + 1;
        let mut begins = Vec::with_capacity(n_parts + 1);
        for (place, (hash, _)) in nodes.iter().enumerate() {
            let part = part_of(*hash, n_parts);
            while begins.len() <= part {
                begins.push(place);
            }
        }
        begins.resize(n_parts + 1, nodes.len());
        Self { nodes, begins }
    }

    /// The node that has an id.
    pub(super) fn find<'a>(&self, id: &str, id_of: impl Fn(Node) -> &'a str) -> Option<Node> {
        let hash = hash_of(id);
        let part = part_of(hash, self.begins.len().checked_sub(1)?);
        let near = self.nodes.get(*self.begins.get(part)?..*self.begins.get(part + 1)?)?;
        let from = near.partition_point(|(other, _)| *other < hash);
        let alike = near.get(from..)?.iter().take_while(|(other, _)| *other == hash);
        alike.map(|(_, node)| *node).find(|node| id_of(*node) == id)
    }

    /// The nodes whose id a node before them has too, by id and place; `known` tells both of a node.
    pub(super) fn twice<'a>(&self, known: impl Fn(Node) -> (&'a str, (usize, usize))) -> Vec<Node> {
        let mut twice = Vec::new();
        for alike in self.nodes.chunk_by(|one, other| one.0 == other.0).filter(|alike| alike.len() > 1) {
            let mut ids: Vec<_> = alike.iter().map(|(_, node)| (known(*node), *node)).collect();
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
fn part_of(hash: u64, n_parts: usize) -> usize {
    let product = u128::from(hash) * n_parts as u128;
    usize::try_from(product >> 64).unwrap_or_default()
}
