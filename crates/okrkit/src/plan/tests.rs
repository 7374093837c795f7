use super::graph::{Ends, Graph, parent_circles};
use super::{CheckIn, Edit, Node, Stage, StageChange, frozen_days, stage_on};
use crate::measure::Reading;
use crate::profile::Profile;
use crate::score::{GroupBy, Live, evaluate, scores};
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
        frozen_days(&stages, &[], all),
        [(date("2026-01-11"), date("2026-01-19")), (date("2026-01-31"), Date::MAX)]
    );
    let on = |day: &str| stage_on(Some(Stage::Active), &stages, AsOf::from(date(day)));
    assert_eq!(
        [on("2026-01-09"), on("2026-01-10"), on("2026-01-25"), on("2026-02-01")],
        [Stage::Active, Stage::Closed, Stage::Active, Stage::Dropped]
    );
    assert_eq!(stage_on(None, &stages, AsOf::from(date("2026-01-01"))), Stage::Draft);
}

/// Objectives of four metrics with a check-in of 2026-02-10 each, 170 bytes a key result; every tenth contributes to the first, and so
/// does a key result of the 13th. One of them, the 50th, has a score set by hand, of which no column tells.
fn text_of_metrics(n_objectives: usize) -> String {
    let key_result = |at: usize, nth: usize| {
        format!(
            r#"{{"id": "o{at}k{nth}", "title": "Key result", "measure": {{"kind": "metric", "start": 0, "target": 10}},
            "check_ins": [{{"on": "2026-02-10", "value": 4, "confidence": 0.6}}]}}"#
        )
    };
    let objective = |at: usize| {
        let key_results: Vec<String> = (0..4).map(|nth| key_result(at, nth)).collect();
        let by_hand = if at == 50 {
            r#", "manual_scores": [{"on": "2026-02-11", "value": 0.9}]"#
        } else {
            ""
        };
        format!(
            r#"{{"id": "o{at}", "title": "Objective", "cycle": "q1", "team": "t"{by_hand}, "key_results": [{}]}}"#,
            key_results.join(",")
        )
    };
    let objectives: Vec<String> = (0..n_objectives).map(objective).collect();
    let children = (1..n_objectives / 10).map(|at| format!("o{at}0")).chain(["o13k2".to_owned()]);
    let links: Vec<String> = children.map(|child| format!(r#"{{"child": "{child}", "parent": "o0"}}"#)).collect();
    format!(
        r#"{{"okrkit": 1, "id": "p", "cycles": [{{"id": "q1", "starts": "2026-01-01", "ends": "2026-03-31"}}], "teams": [{{"id": "t", "title": "T"}}],
        "objectives": [{}], "links": [{}]}}"#,
        objectives.join(","),
        links.join(",")
    )
}

#[test]
fn values_are_made_of_text_only_where_somebody_asks_for_them() {
    let plan = crate::read(&text_of_metrics(200)).unwrap();
    assert_eq!(plan.store.n_made(), 1);
    // Names and figures take none.
    for (at, id) in plan.objective_ids().enumerate() {
        assert_eq!(plan.node(id), Some(Node::Objective(at)));
    }
    assert_eq!(plan.id_of(Node::KeyResult(202)), "o50k2");
    let after = date("2026-02-20");
    for name in ["default", "workfront", "viva"] {
        let profile = Profile::named(name).unwrap();
        let card = evaluate(&plan, &profile, after);
        assert_eq!(card.objective("o7").and_then(|o7| o7.score), Some(0.4));
        assert_eq!(card.key_result("o7k3").and_then(|own| own.reading), Some(Reading::Number(4.0)));
        assert_eq!(card.group_by(&GroupBy::Team).len() + card.group_by(&GroupBy::Cycle).len(), 2);
        drop(card.findings());
        drop(scores(&plan, &profile, after));
    }
    assert_eq!(plan.store.n_made(), 1);

    // One value, one check-in, and a check-in of a clone take one each.
    assert_eq!(plan.key_result("o9k1").map(|own| own.check_ins.len()), Some(1));
    assert_eq!(plan.store.n_made(), 2);
    let check_in = |key_result: &str| Edit::CheckIn {
        key_result: key_result.to_owned(),
        check_in: CheckIn::of_value(after, 5.0),
    };
    let edited = plan.apply([check_in("o100k0")]).unwrap();
    assert_eq!((plan.store.n_made(), edited.store.n_made()), (3, 3));
    assert_eq!(edited.checked_in_since(&plan).unwrap().collect::<Vec<_>>(), [100]);
    let mut live = Live::new(plan.clone(), Profile::named("default").unwrap(), after);
    let changed = live.apply([check_in("o101k0")]).unwrap();
    assert_eq!(changed.nodes, [Node::Objective(101), Node::KeyResult(404)]);
    assert_eq!(live.plan().store.n_made(), 4);
    assert_eq!(live.show(plan.clone()).nodes, changed.nodes);

    // The figures of a day before the check-ins, and whoever goes through all, take all.
    drop(evaluate(&plan, &Profile::named("default").unwrap(), date("2026-02-01")));
    assert_eq!(plan.store.n_made(), 200);
    assert_eq!(edited.objectives().count(), 200);
    assert_eq!(edited.store.n_made(), 200);
}

#[test]
fn the_values_of_a_short_text_are_there() {
    let plan = crate::read(&text_of_metrics(60)).unwrap();
    assert_eq!((plan.text_kept(), plan.store.n_made()), (0, 60));
}

#[test]
fn text_that_takes_more_memory_than_values_is_not_kept() {
    let text = text_of_metrics(200);
    let n_made = |text: &str| crate::read(text).unwrap().store.n_made();
    assert_eq!(n_made(&text), 1);
    // One with a long note, beside the one that is never kept.
    let of_one = r#""id": "o7", "title": "Objective""#;
    let note = |n: usize| text.replacen(of_one, &format!(r#""id": "o7", "description": "{}", "title": "Objective""#, "n".repeat(n)), 1);
    assert_eq!((n_made(&note(100)), n_made(&note(100_000))), (1, 2));
    let indented = text.replace(", ", &format!(",\n{}", " ".repeat(300)));
    let plan = crate::read(&indented).unwrap();
    assert_eq!((plan.text_kept(), plan.store.n_made()), (0, 200));
}

/// As the documentation has it.
#[test]
fn the_numbers_of_a_plain_key_result_take_64_bytes() {
    assert_eq!(
        size_of::<super::Cell>() + size_of::<super::columns::Stake>() + size_of::<f64>() + size_of::<super::Said>(),
        64
    );
}
