use super::graph::{Ends, Graph, parent_circles};
use super::{Node, Stage, StageChange, frozen, stage_on};
use crate::time::{AsOf, Date};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn change(on: &str, stage: Stage) -> StageChange {
    StageChange {
        on: date(on),
        stage,
        ..StageChange::default()
    }
}

/// Objectives 0, 1, 2 with a key result each: 2 contributes to 1, and 1 to the key result of 0.
#[test]
fn what_contributes_comes_before_what_it_moves() {
    let ends = vec![
        Ends {
            child: Node::Objective(2),
            parent: Node::Objective(1),
        },
        Ends {
            child: Node::Objective(1),
            parent: Node::KeyResult(0),
        },
    ];
    let graph = Graph::new(3, &[0, 1, 2], ends).unwrap();
    let place = |node| graph.order().position(|other| other == node).unwrap();
    let chain = [
        Node::KeyResult(2),
        Node::Objective(2),
        Node::Objective(1),
        Node::KeyResult(0),
        Node::Objective(0),
    ];
    assert!(chain.is_sorted_by_key(|node| place(*node)), "{:?}", graph.order().collect::<Vec<_>>());
    // All but the lowest two wait for what contributes, the two in between only where objectives take their children in.
    let graph = graph.with_contributions(&[0, 1, 2], &[super::Link::contributes("o2", "o1"), super::Link::contributes("o1", "k0")]);
    assert_eq!(graph.late().collect::<Vec<_>>(), [Node::Objective(1), Node::KeyResult(0), Node::Objective(0)]);
    let late =
        |takes_children| [Node::KeyResult(0), Node::Objective(0), Node::Objective(1), Node::Objective(2)].map(|node| graph.is_late(node, takes_children));
    assert_eq!(late(true), [true, true, true, false]);
    assert_eq!(late(false), [true, true, false, false]);
}

#[test]
fn a_circle_through_a_key_result_is_found_once() {
    let link = |child, parent| Ends { child, parent };
    let ends = vec![
        link(Node::Objective(0), Node::Objective(1)),
        link(Node::Objective(1), Node::KeyResult(0)),
        link(Node::Objective(2), Node::Objective(0)),
    ];
    let circles = Graph::new(3, &[0], ends).unwrap_err();
    assert_eq!(circles.len(), 1, "{circles:?}");
    let mut members = circles[0].clone();
    members.sort();
    assert_eq!(members, [Node::Objective(0), Node::Objective(1), Node::KeyResult(0)]);
}

#[test]
fn parents_that_stand_above_each_other_are_found() {
    // 0 → 1 → 2 → 1, and 3 alone is its own parent.
    assert_eq!(parent_circles(&[Some(1), Some(2), Some(1), Some(3)]), [vec![1, 2], vec![3]]);
    assert!(parent_circles(&[None, Some(0), Some(0)]).is_empty());
}

/// Closed from the 10th, taken up again on the 20th, dropped on the 30th.
#[test]
fn no_check_ins_are_taken_from_the_day_after_a_close_until_it_goes_on() {
    let stages = [
        change("2026-01-30", Stage::Dropped),
        change("2026-01-10", Stage::Closed),
        change("2026-01-20", Stage::Active),
    ];
    let all = AsOf::from(Date::MAX);
    assert_eq!(
        frozen(&stages, all),
        [(date("2026-01-11"), date("2026-01-19")), (date("2026-01-31"), Date::MAX)]
    );
    let on = |day: &str| stage_on(Some(Stage::Active), &stages, AsOf::from(date(day)));
    assert_eq!(
        [on("2026-01-09"), on("2026-01-10"), on("2026-01-25"), on("2026-02-01")],
        [Stage::Active, Stage::Closed, Stage::Active, Stage::Dropped]
    );
    assert_eq!(stage_on(None, &stages, AsOf::from(date("2026-01-01"))), Stage::Draft);
}
