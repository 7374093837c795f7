//! The links of a plan as an acyclic graph.

use std::collections::VecDeque;

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

/// Lists of links per node, packed.
#[derive(Debug, Clone, Default)]
struct Lists {
    /// Where the list of a node begins; one more entry than nodes, or none at all.
    begins: Vec<usize>,
    links: Vec<usize>,
}

impl Lists {
    fn new(n_nodes: usize, of: impl Iterator<Item = usize> + Clone) -> Self {
        let mut begins = vec![0; n_nodes + 1];
        for node in of.clone() {
            if let Some(count) = begins.get_mut(node + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        let mut next = begins.clone();
        let mut links = vec![0; sum];
        for (link, node) in of.enumerate() {
            if let Some(at) = next.get_mut(node) {
                if let Some(slot) = links.get_mut(*at) {
                    *slot = link;
                }
                *at += 1;
            }
        }
        Self { begins, links }
    }

    fn of(&self, node: usize) -> &[usize] {
        match (self.begins.get(node), self.begins.get(node.saturating_add(1))) {
            (Some(&from), Some(&to)) => self.links.get(from..to).unwrap_or_default(),
            _ => &[],
        }
    }
}

/// The graph: key results belong to their objectives, links go from child to parent, and nothing goes round in a circle.
#[derive(Debug, Clone, Default)]
pub(crate) struct Graph {
    n_objectives: usize,
    ends: Vec<Ends>,
    up: Lists,
    down: Lists,
    /// Every node, each after all that it may be computed from. Empty where there is no link: document order serves.
    order: Vec<Node>,
    /// Of each node, by number: its place in that order.
    places: Vec<usize>,
    /// Of each node, by number: whether it waits for what contributes. Empty where nothing does.
    waits: Vec<Waits>,
    /// The nodes that may wait, in topological order.
    late: Vec<Node>,
    /// What contributes, parent by parent, and where the list of a parent begins, as in [`Lists`].
    contributions: Vec<Contribution>,
    contributions_begin: Vec<usize>,
    /// What is contributed to, child by child, and where the list of a child begins.
    contributed_to: Vec<Node>,
    contributed_to_begin: Vec<usize>,
}

/// What a link brings its parent, where it contributes: what a roll-up reads of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Contribution {
    pub(crate) child: Node,
    /// As it is written, 1 if it is not.
    pub(crate) weight: f64,
    /// The number of the link, from which a day is to be asked whether it is there, if it has days at all.
    pub(crate) link: usize,
    pub(crate) is_dated: bool,
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
    pub(crate) fn new(n_objectives: usize, owner: &[usize], ends: Vec<Ends>) -> Result<Self, Vec<Vec<Node>>> {
        if ends.is_empty() {
            return Ok(Self {
                n_objectives,
                ..Self::default()
            });
        }
        let n_nodes = n_objectives + owner.len();
        let mut graph = Self {
            n_objectives,
            ends,
            ..Self::default()
        };
        graph.up = Lists::new(n_nodes, graph.ends.iter().map(|ends| graph.number(ends.child)));
        graph.down = Lists::new(n_nodes, graph.ends.iter().map(|ends| graph.number(ends.parent)));
        graph.order = graph.sort(owner)?;
        let mut places = vec![0; graph.order.len()];
        for (place, node) in graph.order.iter().enumerate() {
            mark(&mut places, graph.number(*node), place);
        }
        graph.places = places;
        Ok(graph)
    }

    /// The graph, with the links that contribute and what waits for them.
    pub(crate) fn with_contributions(mut self, owner: &[usize], links: &[Link]) -> Self {
        for number in 0..self.order.len() {
            self.contributed_to_begin.push(self.contributed_to.len());
            let up = self.up.of(number).iter().filter_map(|at| Some((links.get(*at)?, self.ends.get(*at)?)));
            let up = up.filter(|(link, _)| link.kind == LinkKind::Contributes);
            self.contributed_to.extend(up.map(|(_, ends)| ends.parent));
            self.contributions_begin.push(self.contributions.len());
            let contributing = self.down.of(number).iter().filter_map(|at| Some((*at, links.get(*at)?, self.ends.get(*at)?)));
            let contributing = contributing.filter(|(_, link, _)| link.kind == LinkKind::Contributes);
            self.contributions.extend(contributing.map(|(at, link, ends)| Contribution {
                child: ends.child,
                weight: link.weight(),
                link: at,
                is_dated: link.starts.is_some() || link.ends.is_some(),
            }));
        }
        self.contributions_begin.push(self.contributions.len());
        self.contributions.shrink_to_fit();
        self.contributed_to_begin.push(self.contributed_to.len());
        self.contributed_to.shrink_to_fit();
        let is_parent = |number: usize| !self.contributions_to(number).is_empty();
        let mut waits = vec![Waits::Never; self.order.len()];
        for node in &self.order {
            let number = self.number(*node);
            let own = match node {
                _ if !is_parent(number) => Waits::Never,
                Node::Objective(_) => Waits::WithChildren,
                Node::KeyResult(_) => Waits::Always,
            };
            let found = waits.get(number).copied().unwrap_or_default().max(own);
            mark(&mut waits, number, found);
            // The key results of an objective come before it.
            if let Node::KeyResult(at) = node
                && let Some(objective) = owner.get(*at)
                && waits.get(*objective) < Some(&found)
            {
                mark(&mut waits, *objective, found);
            }
        }
        self.late = self
            .order
            .iter()
            .copied()
            .filter(|node| waits.get(self.number(*node)) > Some(&Waits::Never))
            .collect();
        if !self.late.is_empty() {
            self.waits = waits;
        }
        self
    }

    fn contributions_to(&self, number: usize) -> &[Contribution] {
        match (self.contributions_begin.get(number), self.contributions_begin.get(number.saturating_add(1))) {
            (Some(&from), Some(&to)) => self.contributions.get(from..to).unwrap_or_default(),
            _ => &[],
        }
    }

    /// What contributes to a node, in the order of the document, whether or not it is there on the day.
    pub(crate) fn contributions(&self, parent: Node) -> &[Contribution] {
        self.contributions_to(self.number(parent))
    }

    /// What a node contributes to, whether or not it is there on the day.
    pub(crate) fn contributed_to(&self, child: Node) -> &[Node] {
        let number = self.number(child);
        match (self.contributed_to_begin.get(number), self.contributed_to_begin.get(number + 1)) {
            (Some(&from), Some(&to)) => self.contributed_to.get(from..to).unwrap_or_default(),
            _ => &[],
        }
    }

    /// The nodes that may wait for what contributes to them, each after all that it waits for.
    pub(crate) fn late(&self) -> &[Node] {
        &self.late
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
        self.places.get(self.number(node)).copied().unwrap_or_default()
    }

    /// The number of a node: objectives first, then key results.
    pub(crate) fn number(&self, node: Node) -> usize {
        match node {
            Node::Objective(i) => i,
            Node::KeyResult(i) => self.n_objectives + i,
        }
    }

    fn node(&self, number: usize) -> Node {
        number.checked_sub(self.n_objectives).map_or(Node::Objective(number), Node::KeyResult)
    }

    /// The nodes directly above: a key result's objective, and the parents of links.
    fn above(&self, number: usize, owner: &[usize]) -> Vec<usize> {
        let objective = number.checked_sub(self.n_objectives).and_then(|key_result| owner.get(key_result)).copied();
        let parents = self
            .up
            .of(number)
            .iter()
            .filter_map(|&link| self.ends.get(link))
            .map(|ends| self.number(ends.parent));
        objective.into_iter().chain(parents).collect()
    }

    /// Topological order (Kahn), by place in the document where several are ready.
    fn sort(&self, owner: &[usize]) -> Result<Vec<Node>, Vec<Vec<Node>>> {
        let n_nodes = self.n_objectives + owner.len();
        let mut waits = vec![0_usize; n_nodes];
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
            order.push(self.node(number));
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
    fn circles(&self, owner: &[usize], rest: &mut [bool]) -> Vec<Vec<Node>> {
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
                            let mut above = self.above(number, owner);
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

    /// Every node, each after all that it may be computed from; empty where there is no link.
    pub(crate) fn order(&self) -> &[Node] {
        &self.order
    }

    /// Of each node, by number: its place in that order. Empty where there is no link.
    pub(crate) fn places(&self) -> &[usize] {
        &self.places
    }

    pub(crate) fn ends(&self, link: usize) -> Option<Ends> {
        self.ends.get(link).copied()
    }

    /// The links from a node up, in the order of the document.
    pub(crate) fn up(&self, node: Node) -> &[usize] {
        self.up.of(self.number(node))
    }

    /// The links to a node from below, in the order of the document.
    pub(crate) fn down(&self, node: Node) -> &[usize] {
        self.down.of(self.number(node))
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
