//! The links of a plan as an acyclic graph.

use std::collections::VecDeque;

use super::short::{ShortNode, short};
use super::{Link, LinkKind};

/// A node of the alignment, by its place in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// The objective at this place.
    Objective(usize),
    /// The key result at this place, counted through all objectives.
    KeyResult(usize),
}

/// The ends of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ends {
    pub(crate) child: Node,
    pub(crate) parent: Node,
}

/// The ends of a link as a plan keeps them.
#[derive(Debug, Clone, Copy)]
struct ShortEnds {
    child: ShortNode,
    parent: ShortNode,
}

impl ShortEnds {
    const fn ends(self) -> Ends {
        Ends {
            child: self.child.node(),
            parent: self.parent.node(),
        }
    }
}

/// Where the lists of a node begin. They end where those of the next node begin.
#[derive(Debug, Clone, Copy, Default)]
struct Begins {
    up: u32,
    down: u32,
    contributions: u32,
    contributed_to: u32,
}

/// The graph: key results belong to their objectives, links go from child to parent, and nothing goes round in a circle.
#[derive(Debug, Clone, Default)]
pub(crate) struct Graph {
    n_objectives: usize,
    ends: Vec<ShortEnds>,
    /// Where the lists of each node begin, by number; one more than nodes, or none at all where there is no link. What is asked of
    /// one node lies side by side.
    begins: Vec<Begins>,
    /// The links up, node by node, and those down.
    up: Vec<u32>,
    down: Vec<u32>,
    /// Every node, each after all that it may be computed from. Empty where there is no link: document order serves.
    order: Vec<ShortNode>,
    /// Of each node, by number: its place in that order.
    places: Vec<u32>,
    /// Of each node, by number: whether it waits for what contributes. Empty where nothing does.
    waits: Vec<Waits>,
    /// The nodes that may wait, in topological order.
    late: Vec<ShortNode>,
    /// What contributes, parent by parent.
    contributions: Vec<Contribution>,
    /// What is contributed to, child by child.
    contributed_to: Vec<ShortNode>,
}

/// What a link brings its parent, where it contributes: what a roll-up reads of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Contribution {
    /// As it is written, 1 if it is not.
    pub(crate) weight: f64,
    child: ShortNode,
    /// Twice the number of the link, and one more where the link has days.
    link: u32,
}

impl Contribution {
    pub(crate) const fn child(&self) -> Node {
        self.child.node()
    }

    /// The number of the link.
    pub(crate) const fn link(&self) -> usize {
        (self.link >> 1) as usize
    }

    /// Whether the link has days, so that it is to be asked whether it is there on one.
    pub(crate) const fn is_dated(&self) -> bool {
        self.link & 1 == 1
    }
}

/// Whether the figures of a node wait for those of nodes beyond its own objective.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Waits {
    #[default]
    Never,
    /// Where a profile rolls children up into objectives.
    WithChildren,
    /// By every profile: it is a key result that is contributed to, or an objective of one.
    Always,
}

impl Graph {
    /// Builds the graph, or gives the circles found: of each, its nodes from child to parent, the first not repeated.
    ///
    /// INVARIANT: a graph that is handed out has no circle, so a walk along its order or up its links ends.
    pub(crate) fn new(n_objectives: usize, owner: &[u32], ends: Vec<Ends>) -> Result<Self, Vec<Vec<Node>>> {
        if ends.is_empty() {
            return Ok(Self {
                n_objectives,
                ..Self::default()
            });
        }
        let n_nodes = n_objectives + owner.len();
        let shortened = ends.into_iter().map(|ends| ShortEnds {
            child: ends.child.into(),
            parent: ends.parent.into(),
        });
        let mut graph = Self {
            n_objectives,
            ends: shortened.collect(),
            begins: vec![Begins::default(); n_nodes + 1],
            ..Self::default()
        };
        graph.up = graph.list(|ends| ends.child, |begins| &mut begins.up);
        graph.down = graph.list(|ends| ends.parent, |begins| &mut begins.down);
        graph.order = graph.sort(owner)?;
        let mut places = vec![0; graph.order.len()];
        for (place, node) in graph.order.iter().enumerate() {
            mark(&mut places, graph.number(node.node()), short(place));
        }
        graph.places = places;
        Ok(graph)
    }

    /// The links node by node, each at one of its ends, in the order of the document; where those of a node begin is noted.
    fn list(&mut self, end: fn(&ShortEnds) -> ShortNode, begin: fn(&mut Begins) -> &mut u32) -> Vec<u32> {
        let Self {
            n_objectives, ends, begins, ..
        } = self;
        let number = |ends: &ShortEnds| number_of(end(ends).node(), *n_objectives);
        // How many links each node has, one place further on; then where they begin.
        for node in ends.iter().map(number) {
            if let Some(begins) = begins.get_mut(node + 1) {
                *begin(begins) += 1;
            }
        }
        let mut sum = 0;
        for begins in begins.iter_mut() {
            sum += *begin(begins);
            *begin(begins) = sum;
        }
        let mut next: Vec<u32> = begins.iter_mut().map(|begins| *begin(begins)).collect();
        let mut links = vec![0; ends.len()];
        for (link, node) in ends.iter().map(number).enumerate() {
            if let Some(at) = next.get_mut(node) {
                mark(&mut links, *at as usize, short(link));
                *at += 1;
            }
        }
        links
    }

    /// The graph, with the links that contribute and what waits for them.
    pub(crate) fn with_contributions(mut self, owner: &[u32], links: &[Link]) -> Self {
        let contributing = |at: u32| {
            let link = links.get(at as usize).filter(|link| link.kind == LinkKind::Contributes)?;
            Some((link, *self.ends.get(at as usize)?))
        };
        let (mut contributed_to, mut contributions) = (Vec::new(), Vec::new());
        let mut begins = Vec::with_capacity(self.begins.len());
        for (number, old) in self.begins.iter().enumerate() {
            begins.push(Begins {
                contributed_to: short(contributed_to.len()),
                contributions: short(contributions.len()),
                ..*old
            });
            let up = self.of(number, &self.up, |begins| begins.up);
            contributed_to.extend(up.iter().filter_map(|at| Some(contributing(*at)?.1.parent)));
            let down = self.of(number, &self.down, |begins| begins.down);
            contributions.extend(down.iter().filter_map(|at| {
                let (link, ends) = contributing(*at)?;
                let is_dated = link.starts.is_some() || link.ends.is_some();
                Some(Contribution {
                    weight: link.weight(),
                    child: ends.child,
                    link: at << 1 | u32::from(is_dated),
                })
            }));
        }
        contributed_to.shrink_to_fit();
        contributions.shrink_to_fit();
        (self.begins, self.contributed_to, self.contributions) = (begins, contributed_to, contributions);
        let mut waits = vec![Waits::Never; self.order.len()];
        for node in self.order() {
            let number = self.number(node);
            let own = match node {
                _ if self.contributions(node).is_empty() => Waits::Never,
                Node::Objective(_) => Waits::WithChildren,
                Node::KeyResult(_) => Waits::Always,
            };
            let found = waits.get(number).copied().unwrap_or_default().max(own);
            mark(&mut waits, number, found);
            // The key results of an objective come before it.
            if let Node::KeyResult(at) = node
                && let Some(objective) = owner.get(at)
                && waits.get(*objective as usize) < Some(&found)
            {
                mark(&mut waits, *objective as usize, found);
            }
        }
        let late = self.order.iter().copied();
        self.late = late.filter(|node| waits.get(self.number(node.node())) > Some(&Waits::Never)).collect();
        self.late.shrink_to_fit();
        if !self.late.is_empty() {
            self.waits = waits;
        }
        self
    }

    /// The list of a node.
    fn of<'g, T>(&'g self, number: usize, lists: &'g [T], begin: fn(&Begins) -> u32) -> &'g [T] {
        match (self.begins.get(number), self.begins.get(number.saturating_add(1))) {
            (Some(from), Some(to)) => lists.get(begin(from) as usize..begin(to) as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// What contributes to a node, in the order of the document, whether or not it is there on the day.
    pub(crate) fn contributions(&self, parent: Node) -> &[Contribution] {
        self.of(self.number(parent), &self.contributions, |begins| begins.contributions)
    }

    /// What a node contributes to, whether or not it is there on the day.
    pub(crate) fn contributed_to(&self, child: Node) -> impl Iterator<Item = Node> + '_ {
        let parents = self.of(self.number(child), &self.contributed_to, |begins| begins.contributed_to);
        parents.iter().copied().map(ShortNode::node)
    }

    /// The nodes that may wait for what contributes to them, each after all that it waits for.
    pub(crate) fn late(&self) -> impl Iterator<Item = Node> + '_ {
        self.late.iter().copied().map(ShortNode::node)
    }

    pub(crate) fn has_late(&self) -> bool {
        !self.late.is_empty()
    }

    /// Whether a node waits for what contributes, where objectives take their children in or do not.
    pub(crate) fn is_late(&self, node: Node, takes_children: bool) -> bool {
        match self.waits.get(self.number(node)) {
            None | Some(Waits::Never) => false,
            Some(Waits::WithChildren) => takes_children,
            Some(Waits::Always) => true,
        }
    }

    /// The place of a node in topological order; 0 where there is no link.
    pub(crate) fn place(&self, node: Node) -> usize {
        self.places.get(self.number(node)).map_or(0, |place| *place as usize)
    }

    /// The number of a node: objectives first, then key results.
    pub(crate) fn number(&self, node: Node) -> usize {
        number_of(node, self.n_objectives)
    }

    fn node(&self, number: usize) -> Node {
        number.checked_sub(self.n_objectives).map_or(Node::Objective(number), Node::KeyResult)
    }

    /// The nodes directly above: a key result's objective, and the parents of links.
    fn above<'g>(&'g self, number: usize, owner: &[u32]) -> impl Iterator<Item = usize> + use<'g> {
        let objective = number.checked_sub(self.n_objectives).and_then(|key_result| owner.get(key_result));
        let objective = objective.map(|objective| *objective as usize);
        let links = self.of(number, &self.up, |begins| begins.up);
        let parents = links.iter().filter_map(|link| self.ends.get(*link as usize));
        objective.into_iter().chain(parents.map(|ends| self.number(ends.parent.node())))
    }

    /// Topological order (Kahn), by place in the document where several are ready.
    fn sort(&self, owner: &[u32]) -> Result<Vec<ShortNode>, Vec<Vec<Node>>> {
        let n_nodes = self.n_objectives + owner.len();
        let mut waits = vec![0_u32; n_nodes];
        for number in 0..n_nodes {
            for above in self.above(number, owner) {
                if let Some(waits) = waits.get_mut(above) {
                    *waits += 1;
                }
            }
        }
        let mut ready: VecDeque<usize> = waits.iter().enumerate().filter(|(_, waits)| **waits == 0).map(|(number, _)| number).collect();
        let mut order = Vec::with_capacity(n_nodes);
        while let Some(number) = ready.pop_front() {
            order.push(self.node(number).into());
            for above in self.above(number, owner) {
                if let Some(waits) = waits.get_mut(above) {
                    *waits -= 1;
                    if *waits == 0 {
                        ready.push_back(above);
                    }
                }
            }
        }
        if order.len() == n_nodes {
            return Ok(order);
        }
        // What still waits is on a circle or above one; going down from any of it leads into a circle.
        let mut rest: Vec<bool> = waits.iter().map(|waits| *waits > 0).collect();
        Err(self.circles(owner, &mut rest))
    }

    /// Circles without a common node among the nodes marked, each found once.
    fn circles(&self, owner: &[u32], rest: &mut [bool]) -> Vec<Vec<Node>> {
        let mut found = Vec::new();
        // Walks up from each node in turn; a node met again on the same walk closes a circle.
        let mut seen = vec![Seen::No; rest.len()];
        for start in 0..rest.len() {
            let mut walk: Vec<(usize, Vec<usize>)> = Vec::new();
            let mut next = Some(start);
            loop {
                if let Some(number) = next.take() {
                    match (rest.get(number), seen.get(number)) {
                        (Some(true), Some(Seen::No)) => {
                            mark(&mut seen, number, Seen::OnWalk(walk.len()));
                            let mut above: Vec<usize> = self.above(number, owner).collect();
                            above.reverse();
                            walk.push((number, above));
                        }
                        (_, Some(&Seen::OnWalk(at))) => {
                            let circle: Vec<usize> = walk.drain(at..).map(|(number, _)| number).collect();
                            for number in &circle {
                                mark(rest, *number, false);
                                mark(&mut seen, *number, Seen::Before);
                            }
                            found.push(circle.into_iter().map(|number| self.node(number)).collect());
                        }
                        _ => {}
                    }
                }
                match walk.last_mut() {
                    None => break,
                    Some((_, above)) => match above.pop() {
                        Some(number) => next = Some(number),
                        None => walk.pop().into_iter().for_each(|(number, _)| mark(&mut seen, number, Seen::Before)),
                    },
                }
            }
        }
        found
    }

    /// Every node, each after all that it may be computed from; none where there is no link.
    pub(crate) fn order(&self) -> impl DoubleEndedIterator<Item = Node> + '_ {
        self.order.iter().copied().map(ShortNode::node)
    }

    /// Whether there is any link, and so an [`order`](Self::order).
    pub(crate) fn has_links(&self) -> bool {
        !self.ends.is_empty()
    }

    pub(crate) fn ends(&self, link: usize) -> Option<Ends> {
        self.ends.get(link).copied().map(ShortEnds::ends)
    }

    /// The links from a node up, in the order of the document.
    pub(crate) fn up(&self, node: Node) -> impl ExactSizeIterator<Item = usize> + '_ {
        self.of(self.number(node), &self.up, |begins| begins.up).iter().map(|link| *link as usize)
    }

    /// The links to a node from below, in the order of the document.
    pub(crate) fn down(&self, node: Node) -> impl ExactSizeIterator<Item = usize> + '_ {
        self.of(self.number(node), &self.down, |begins| begins.down).iter().map(|link| *link as usize)
    }
}

/// The number of a node among so many objectives and the key results after them.
fn number_of(node: Node, n_objectives: usize) -> usize {
    match node {
        Node::Objective(at) => at,
        Node::KeyResult(at) => n_objectives + at,
    }
}

/// What a search for circles knows of a node.
#[derive(Debug, Clone, Copy)]
enum Seen {
    No,
    /// At this place of the present walk.
    OnWalk(usize),
    Before,
}

fn mark<T>(marks: &mut [T], at: usize, value: T) {
    if let Some(mark) = marks.get_mut(at) {
        *mark = value;
    }
}

/// The circles of a parent chain: of each, its members from child to parent.
pub(crate) fn parent_circles(parents: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    // Which walk reached a member first; a walk that meets itself has gone round.
    let mut walked = vec![None; parents.len()];
    for start in 0..parents.len() {
        let (mut at, mut way) = (Some(start), Vec::new());
        while let Some(member) = at {
            match walked.get_mut(member) {
                Some(mark @ None) => *mark = Some(start),
                Some(Some(walk)) if *walk == start => {
                    found.push(way.iter().copied().skip_while(|passed| *passed != member).collect());
                    break;
                }
                _ => break,
            }
            way.push(member);
            at = parents.get(member).copied().flatten();
        }
    }
    found
}
