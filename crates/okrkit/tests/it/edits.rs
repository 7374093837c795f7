//! Changes of a plan.

use okrkit::{
    Amendment, AmendmentSet, CheckIn, Code, Cycle, Decision, Done, Edit, Ext, KeyResult, Link, LintIgnore, LintSettings, ManualScore, Measure, MeasureFields,
    Metric, Objective, Plan, Stage, StageChange, Status, Team, Text,
};
use serde_json::{Value, json};

use crate::support::{self, codes, date, metric, plan_of, told};

/// Objectives `o` (with the metric `k`) and `p` (with nothing), `p` linked to `o`.
fn plan() -> Plan {
    let mut plan = plan_of(json!([
        {"id": "o", "title": "o", "cycle": "c", "key_results": [metric("k", &[("2026-01-31", 2.0)])]},
        {"id": "p", "title": "p", "cycle": "c"}
    ]));
    plan["teams"] = json!([{"id": "t", "title": "T"}]);
    plan["links"] = json!([{"child": "p", "parent": "o"}]);
    support::read(&plan)
}

/// Applies edits, and sees to it that the plan they are applied to stays as it was.
fn apply(plan: &Plan, edits: impl IntoIterator<Item = Edit>) -> Plan {
    let before = okrkit::write(plan);
    let after = plan.apply(edits).unwrap_or_else(|issues| panic!("{issues}"));
    assert_eq!(okrkit::write(plan), before, "the old plan is as it was");
    assert_ne!(&after, plan, "the new one is another");
    // And what came out of edits is what would be read from its text.
    assert_eq!(okrkit::read(&okrkit::write(&after)).as_ref(), Ok(&after));
    after
}

/// What a plan with edits that must be refused says of them.
fn refused(plan: &Plan, edits: impl IntoIterator<Item = Edit>) -> Vec<String> {
    let before = okrkit::write(plan);
    let issues = plan.apply(edits).expect_err("the edits should be refused");
    assert_eq!(okrkit::write(plan), before, "the old plan is as it was");
    told(&issues)
}

fn check_in(on: &str, value: f64) -> Edit {
    Edit::CheckIn {
        key_result: "k".to_owned(),
        check_in: CheckIn::of_value(date(on), value),
    }
}

fn set_stage(node: &str, on: &str, stage: Stage) -> Edit {
    Edit::SetStage {
        node: node.to_owned(),
        change: StageChange::new(date(on), stage),
    }
}

fn set_score(node: &str, value: f64) -> Edit {
    Edit::SetScore {
        node: node.to_owned(),
        score: ManualScore::new(date("2026-02-01"), value, "as agreed"),
    }
}

#[test]
fn the_title_and_the_profile_are_set_and_taken_away() {
    let named = apply(&plan(), [Edit::SetTitle(Some("Sales".into())), Edit::SetProfile(Some("viva".to_owned()))]);
    assert_eq!((named.title().map(|title| title.get("en")), named.profile()), (Some("Sales"), "viva"));
    let bare = apply(&named, [Edit::SetTitle(None), Edit::SetProfile(None)]);
    assert_eq!((bare.title(), bare.profile()), (None, "default"));
    assert_eq!(bare, plan());
    assert!(refused(&plan(), [Edit::SetProfile(Some("nobody".to_owned()))])[0].starts_with("profile.unknown /profile "));
}

#[test]
fn description_lint_and_data_of_ones_own_are_set_and_taken_away() {
    let mut ignore = LintIgnore::default();
    (ignore.rule, ignore.reason) = ("kpi.unhealthy".to_owned(), "known".to_owned());
    let mut lint = LintSettings::default();
    lint.ignore.push(ignore);
    let full = apply(
        &plan(),
        [
            Edit::SetDescription(Some("All of it".into())),
            Edit::SetLint(Some(lint.clone())),
            Edit::SetExt(Ext::new("[1.0]")),
        ],
    );
    let document = full.to_document();
    assert_eq!(document.description, Some("All of it".into()));
    assert_eq!(document.lint.as_ref(), Some(&lint));
    assert_eq!(document.ext.as_ref().map(Ext::json), Some("[1.0]"));
    assert_eq!(apply(&full, [Edit::SetDescription(None), Edit::SetLint(None), Edit::SetExt(None)]), plan());
    lint.ignore[0].rule = "kpi.unhealthi".to_owned();
    assert!(refused(&plan(), [Edit::SetLint(Some(lint))])[0].starts_with("lint.unknown_rule "));
}

#[test]
fn decisions_are_added_and_taken() {
    let price = || "whether to raise the price".to_owned();
    let add = || Edit::AddDecision {
        objective: "o".to_owned(),
        decision: Decision::new(price(), date("2026-02-10")),
    };
    let decide = |outcome: Option<&str>| Edit::Decide {
        objective: "o".to_owned(),
        what: price(),
        on: date("2026-02-09"),
        outcome: outcome.map(str::to_owned),
    };
    let decided = |plan: &Plan| {
        let of = &plan.objective("o").unwrap().decisions;
        of.iter().map(|decision| (decision.decided, decision.outcome.clone())).collect::<Vec<_>>()
    };
    let open = apply(&plan(), [add(), add()]);
    assert_eq!(decided(&open), [(None, None), (None, None)]);
    // Of two with the same words the first that is open.
    let first = apply(&open, [decide(Some("not this year"))]);
    let taken = (Some(date("2026-02-09")), Some("not this year".to_owned()));
    assert_eq!(decided(&first), [taken.clone(), (None, None)]);
    let both = apply(&first, [decide(None)]);
    assert_eq!(decided(&both), [taken, (Some(date("2026-02-09")), None)]);
    assert_eq!(
        refused(&both, [decide(None)]),
        ["edit.unknown /edits/0 `o` has no open decision `whether to raise the price`"]
    );
}

#[test]
fn cycles_are_added_changed_and_removed() {
    let quarter = Cycle::quarter(2026, 2).unwrap();
    let added = apply(&plan(), [Edit::AddCycle(quarter.clone())]);
    assert_eq!(added.cycles().iter().map(|cycle| cycle.id.as_str()).collect::<Vec<_>>(), ["c", "2026-q2"]);
    let mut longer = quarter.clone();
    longer.ends = date("2026-07-31");
    let changed = apply(&added, [Edit::ChangeCycle(longer)]);
    assert_eq!(changed.cycles()[1].ends, date("2026-07-31"));
    assert_eq!(apply(&changed, [Edit::RemoveCycle("2026-q2".to_owned())]), plan());
    assert_eq!(
        refused(&added, [Edit::AddCycle(quarter)]),
        ["id.duplicate /cycles/2/id another cycle has the id `2026-q2`"]
    );
    assert_eq!(
        refused(&plan(), [Edit::RemoveCycle("c".to_owned())]),
        [
            "cycle.unknown /objectives/0/cycle there is no cycle `c`",
            "cycle.unknown /objectives/1/cycle there is no cycle `c`"
        ]
    );
    assert_eq!(
        refused(&plan(), [Edit::ChangeCycle(Cycle::new("d", date("2026-01-01"), date("2026-01-02")))]),
        ["edit.unknown /edits/0 there is no cycle `d`"]
    );
}

#[test]
fn teams_are_added_changed_and_removed() {
    let mut below = Team::new("u", "U");
    below.parent = Some("t".to_owned());
    let added = apply(&plan(), [Edit::AddTeam(below)]);
    assert_eq!(added.teams()[1].parent.as_deref(), Some("t"));
    let changed = apply(&added, [Edit::ChangeTeam(Team::new("u", "V"))]);
    assert_eq!((changed.teams()[1].title.get("en"), &changed.teams()[1].parent), ("V", &None));
    assert_eq!(apply(&changed, [Edit::RemoveTeam("u".to_owned())]), plan());
    assert_eq!(
        refused(&added, [Edit::RemoveTeam("t".to_owned())]),
        ["team.unknown /teams/0/parent there is no team `t`"]
    );
    assert_eq!(
        refused(&plan(), [Edit::RemoveTeam("v".to_owned())]),
        ["edit.unknown /edits/0 there is no team `v`"]
    );
}

#[test]
fn objectives_are_added_changed_and_removed_with_what_hangs_on_them() {
    let objective = Objective::new("n", "New", "c")
        .of_team("t")
        .key_result(KeyResult::new("n1", "n1", Measure::Done(Done::default())));
    let added = apply(&plan(), [Edit::AddObjective(objective), Edit::Link(Link::supports("n1", "p"))]);
    assert_eq!((added.n_objectives(), added.n_key_results(), added.links().len()), (3, 2, 2));
    let changed = apply(&added, [Edit::ChangeObjective(Objective::new("p", "other", "c").owned_by("badr"))]);
    let objective = changed.objective("p").unwrap();
    assert_eq!((&objective.title, objective.owners[0].who.as_str()), (&Text::from("other"), "badr"));
    // The link ends at a key result of what is removed, and goes with it.
    assert_eq!(apply(&added, [Edit::RemoveObjective("n".to_owned())]), plan());
    assert_eq!(apply(&plan(), [Edit::RemoveObjective("o".to_owned())]).links(), []);
    assert_eq!(
        refused(&plan(), [Edit::RemoveObjective("k".to_owned())]),
        ["edit.unknown /edits/0 there is no objective `k`"]
    );
}

#[test]
fn key_results_are_added_changed_and_removed_with_their_links() {
    let add = |objective: &str, id: &str| Edit::AddKeyResult {
        objective: objective.to_owned(),
        key_result: KeyResult::new(id, "new", Measure::Metric(Metric::new(0.0, 4.0))).weighing(3.0),
    };
    let added = apply(&plan(), [add("p", "n"), Edit::Link(Link::supports("n", "k"))]);
    assert_eq!(added.objective("p").unwrap().key_results[0].weight, Some(3.0));
    let changed = apply(
        &added,
        [Edit::ChangeKeyResult(
            KeyResult::new("n", "newer", Measure::Done(Done::default())).owned_by("amal"),
        )],
    );
    assert_eq!(changed.key_result("n").unwrap().measure.kind(), okrkit::MeasureKind::Done);
    assert_eq!(apply(&changed, [Edit::RemoveKeyResult("n".to_owned())]), plan());
    assert_eq!(
        refused(&plan(), [add("o", "p")]),
        ["id.duplicate /objectives/1/id another objective or key result has the id `p`"],
        "of two that share an id it is the later in the document"
    );
    assert_eq!(refused(&plan(), [add("x", "n")]), ["edit.unknown /edits/0 there is no objective `x`"]);
    assert_eq!(
        refused(&plan(), [Edit::ChangeKeyResult(KeyResult::new("x", "x", Measure::default()))]),
        ["edit.unknown /edits/0 there is no key result `x`"]
    );
}

#[test]
fn a_check_in_becomes_the_last_of_the_list() {
    // Of two on a day the later in the list counts.
    let after = apply(&plan(), [check_in("2026-01-31", 3.0)]);
    let card = okrkit::evaluate(&after, &support::named("default"), date("2026-02-20"));
    assert_eq!(card.key_result("k").unwrap().progress.value(), Some(0.3));
    let mut wrong = CheckIn::of_value(date("2026-02-01"), f64::NAN);
    wrong.confidence = Some(7.0);
    let edit = Edit::CheckIn {
        key_result: "k".to_owned(),
        check_in: wrong,
    };
    assert_eq!(
        refused(&after, [edit]),
        [
            "number.range /objectives/0/key_results/0/check_ins/2/value `value` must be a finite number, found `NaN`",
            "confidence.range /objectives/0/key_results/0/check_ins/2/confidence a confidence is within 0 and 1, found `7`"
        ]
    );
}

#[test]
fn a_check_in_may_correct_one_that_was_added_just_before() {
    let mut first = CheckIn::of_value(date("2026-02-01"), 7.0);
    first.id = Some("x".to_owned());
    let mut second = CheckIn::of_value(date("2026-02-02"), 6.0);
    second.replaces = Some("x".to_owned());
    let edits = [first, second.clone()].map(|check_in| Edit::CheckIn {
        key_result: "k".to_owned(),
        check_in,
    });
    let after = apply(&plan(), edits.clone());
    assert_eq!(after.key_result("k").unwrap().check_ins.len(), 3);
    let [_, alone] = edits;
    assert_eq!(
        refused(&plan(), [alone]),
        ["check_in.replaces /objectives/0/key_results/0/check_ins/1/replaces no check-in before this one has the id `x`"]
    );
}

#[test]
fn terms_are_amended_from_a_day_on() {
    let mut set = AmendmentSet::default();
    let mut fields = MeasureFields::default();
    fields.target = Some(4.0);
    set.measure = Some(fields);
    let amend = |key_result: &str, set: AmendmentSet| Edit::Amend {
        key_result: key_result.to_owned(),
        amendment: Amendment::new(date("2026-02-10"), "a distributor left", set),
    };
    let after = apply(&plan(), [amend("k", set)]);
    let score = |on: &str| {
        okrkit::evaluate(&after, &support::named("default"), date(on))
            .key_result("k")
            .unwrap()
            .progress
            .value()
    };
    assert_eq!((score("2026-02-09"), score("2026-02-10")), (Some(0.2), Some(0.5)));
    let mut negative = AmendmentSet::default();
    negative.weight = Some(-1.0);
    assert_eq!(
        refused(&after, [amend("k", negative.clone())]),
        ["weight.negative /objectives/0/key_results/0/amendments/1/set/weight a weight is 0 or more, found `-1`"]
    );
    assert_eq!(refused(&plan(), [amend("o", negative)]), ["edit.unknown /edits/0 there is no key result `o`"]);
}

#[test]
fn stages_of_objectives_and_key_results_change_from_a_day_on_and_not_before() {
    let after = apply(
        &plan(),
        [set_stage("k", "2026-02-10", Stage::Closed), set_stage("p", "2026-02-01", Stage::Dropped)],
    );
    let card = |on: &str| okrkit::evaluate(&after, &support::named("default"), date(on));
    // What was active without saying so stays active on the days before.
    assert_eq!(card("2026-02-09").key_result("k").unwrap().stage, Stage::Active);
    assert_eq!(card("2026-02-10").key_result("k").unwrap().stage, Stage::Closed);
    assert_eq!(card("2026-01-31").objective("p").unwrap().status, Status::NoData);
    assert_eq!(card("2026-02-01").objective("p").unwrap().status, Status::Dropped);
    let again = apply(&after, [set_stage("p", "2026-03-01", Stage::Active)]);
    assert_eq!(again.objective("p").unwrap().stages.len(), 2);
    assert_eq!(
        refused(&plan(), [set_stage("x", "2026-02-10", Stage::Closed)]),
        ["edit.unknown /edits/0 there is no objective or key result `x`"]
    );
}

#[test]
fn scores_of_objectives_and_key_results_are_set_by_hand() {
    let after = apply(&plan(), [set_score("k", 0.9), set_score("o", 0.5)]);
    let card = okrkit::evaluate(&after, &support::named("default"), date("2026-02-20"));
    let (k, o) = (card.key_result("k").unwrap(), card.objective("o").unwrap());
    assert_eq!((k.score, k.computed_score), (Some(0.9), Some(0.2)));
    assert_eq!((o.score, o.computed_score), (Some(0.5), Some(0.9)));
    assert_eq!(
        refused(&plan(), [set_score("k", 70.0), set_score("x", 0.5)]),
        [
            "edit.unknown /edits/1 there is no objective or key result `x`",
            "score.range /objectives/0/key_results/0/manual_scores/0/value a score is within 0 and 1, found `70`"
        ]
    );
}

#[test]
fn links_are_made_and_undone() {
    let linked = apply(&plan(), [Edit::Link(Link::supports("p", "k"))]);
    assert_eq!(linked.links().len(), 2);
    let unlink = |child: &str, parent: &str| Edit::Unlink {
        child: child.to_owned(),
        parent: parent.to_owned(),
    };
    assert_eq!(apply(&linked, [unlink("p", "k")]), plan());
    assert_eq!(refused(&plan(), [unlink("o", "p")]), ["edit.unknown /edits/0 there is no link from `o` to `p`"]);
    assert_eq!(
        refused(&plan(), [Edit::Link(Link::contributes("o", "p"))]),
        ["link.loop /links/1 the links go round in a circle: `o` → `p` → `o`"]
    );
    // Turned round in one go there is no circle.
    let turned = apply(&plan(), [unlink("p", "o"), Edit::Link(Link::contributes("o", "p"))]);
    assert_eq!((turned.links()[0].child.as_str(), turned.links()[0].parent.as_str()), ("o", "p"));
}

#[test]
fn edits_are_applied_all_or_none() {
    // The first two are right; the third is not, so nothing happens, and a plan applied to nothing is the same plan.
    let edits = [check_in("2026-02-01", 5.0), Edit::SetTitle(Some("x".into())), Edit::RemoveTeam("x".to_owned())];
    assert_eq!(refused(&plan(), edits), ["edit.unknown /edits/2 there is no team `x`"]);
    let wrong = Edit::CheckIn {
        key_result: "x".to_owned(),
        check_in: CheckIn::new(date("2026-02-01")),
    };
    assert_eq!(
        refused(&plan(), [check_in("2026-02-01", 5.0), wrong]),
        ["edit.unknown /edits/1 there is no key result `x`"]
    );
    assert_eq!(plan().apply([]).as_ref(), Ok(&plan()));
}

#[test]
fn a_plan_may_be_wrong_between_two_edits() {
    // The team is named before it is there.
    let edits = [
        Edit::ChangeObjective(Objective::new("p", "p", "c").of_team("new")),
        Edit::AddTeam(Team::new("new", "New")),
    ];
    assert_eq!(apply(&plan(), edits).objective("p").unwrap().team.as_deref(), Some("new"));
}

#[test]
fn every_problem_of_several_edits_is_told_with_a_pointer() {
    let issues = plan()
        .apply([
            Edit::RemoveObjective("x".to_owned()),
            Edit::AddTeam(Team::new(" u", "U")),
            Edit::AddObjective(Objective::new("n", "n", "d")),
        ])
        .unwrap_err();
    assert_eq!(codes(&issues), [Code::EditUnknown, Code::IdInvalid, Code::CycleUnknown]);
    assert_eq!(
        issues.iter().map(|issue| issue.path.as_str()).collect::<Vec<_>>(),
        ["/edits/0", "/teams/1/id", "/objectives/2/cycle"]
    );
}

#[test]
fn an_edit_of_what_is_not_there_says_so_whatever_its_kind() {
    let x = || "x".to_owned();
    let day = date("2026-02-01");
    let edits: [(Edit, &str); 17] = [
        (Edit::ChangeCycle(Cycle::new("x", day, day)), "cycle"),
        (Edit::RemoveCycle(x()), "cycle"),
        (Edit::ChangeTeam(Team::new("x", "X")), "team"),
        (Edit::RemoveTeam(x()), "team"),
        (Edit::ChangeObjective(Objective::new("x", "x", "c")), "objective"),
        (Edit::RemoveObjective(x()), "objective"),
        (
            Edit::AddKeyResult {
                objective: x(),
                key_result: KeyResult::new("n", "n", Measure::default()),
            },
            "objective",
        ),
        (Edit::ChangeKeyResult(KeyResult::new("x", "x", Measure::default())), "key result"),
        (Edit::RemoveKeyResult(x()), "key result"),
        // An objective is no key result, and a key result no objective.
        (Edit::RemoveKeyResult("o".to_owned()), "key result"),
        (Edit::RemoveObjective("k".to_owned()), "objective"),
        (
            Edit::CheckIn {
                key_result: x(),
                check_in: CheckIn::new(day),
            },
            "key result",
        ),
        (
            Edit::Amend {
                key_result: x(),
                amendment: Amendment::default(),
            },
            "key result",
        ),
        (set_stage("x", "2026-02-01", Stage::Closed), "objective or key result"),
        (set_score("x", 0.5), "objective or key result"),
        (
            Edit::AddDecision {
                objective: x(),
                decision: Decision::new("when", day),
            },
            "objective",
        ),
        (
            Edit::Decide {
                objective: x(),
                what: x(),
                on: day,
                outcome: None,
            },
            "objective",
        ),
    ];
    for (edit, what) in &edits {
        let told = refused(&plan(), [edit.clone()]);
        assert_eq!(told.len(), 1, "{told:?}");
        let expected = format!("edit.unknown /edits/0 there is no {what} `");
        assert!(told[0].starts_with(&expected), "{edit:?}: {told:?}");
    }
    // All of them at once are all told, in their order.
    let all = refused(&plan(), edits.map(|(edit, _)| edit));
    assert_eq!(all.len(), 17);
    assert!(all[16].starts_with("edit.unknown /edits/16 "), "{all:?}");
}

#[test]
fn an_edit_to_something_wrong_is_refused_whatever_its_kind() {
    let mut cycle = Cycle::new("c", date("2026-01-01"), date("2026-04-11"));
    cycle.ends = date("2025-12-31");
    let mut team = Team::new("t", "T");
    team.parent = Some("t".to_owned());
    let mut link = Link::supports("p", "k");
    link.weight = Some(-1.0);
    let metric = || Measure::Metric(Metric::new(1.0, 1.0));
    let edits: [(Edit, &[&str]); 9] = [
        (Edit::AddCycle(cycle.clone()), &["id.duplicate /cycles/1/id", "cycle.dates /cycles/1/ends"]),
        (Edit::ChangeCycle(cycle), &["cycle.dates /cycles/0/ends"]),
        (Edit::AddTeam(Team::new("", "")), &["id.invalid /teams/1/id"]),
        (Edit::ChangeTeam(team), &["team.loop /teams/0/parent"]),
        (
            Edit::AddObjective(Objective::new("k", "k", "d")),
            &["cycle.unknown /objectives/2/cycle", "id.duplicate /objectives/2/id"],
        ),
        (Edit::ChangeObjective(Objective::new("p", "p", "d")), &["cycle.unknown /objectives/1/cycle"]),
        (
            Edit::AddKeyResult {
                objective: "p".to_owned(),
                key_result: KeyResult::new("n", "n", metric()),
            },
            &["measure.start_equals_target /objectives/1/key_results/0/measure"],
        ),
        (
            Edit::ChangeKeyResult(KeyResult::new("k", "k", metric())),
            &["measure.start_equals_target /objectives/0/key_results/0/measure"],
        ),
        (Edit::Link(link), &["weight.negative /links/1/weight"]),
    ];
    for (edit, expected) in edits {
        let told = refused(&plan(), [edit.clone()]);
        let places: Vec<String> = told.iter().map(|issue| issue.splitn(3, ' ').take(2).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(places, expected, "{edit:?}");
    }
}

/// 2,000 objectives of 10 key results each.
fn large() -> Plan {
    let objectives: Vec<Value> = (0..2_000)
        .map(|n| {
            let key_results: Vec<Value> = (0..10).map(|k| metric(&format!("o{n}k{k}"), &[("2026-01-31", 2.0)])).collect();
            json!({"id": format!("o{n}"), "title": "o", "cycle": "c", "key_results": key_results})
        })
        .collect();
    support::read(&plan_of(objectives.into()))
}

#[test]
fn a_check_in_in_a_plan_of_20_000_key_results_shares_every_other_objective() {
    let old = large();
    assert_eq!(old.n_key_results(), 20_000);
    let edit = |key_result: &str| Edit::CheckIn {
        key_result: key_result.to_owned(),
        check_in: CheckIn::of_value(date("2026-02-01"), 4.0),
    };
    let new = old.apply([edit("o1234k5")]).unwrap();
    let differing: Vec<&str> = old
        .objectives()
        .zip(new.objectives())
        .filter(|(a, b)| !std::ptr::eq(*a, *b))
        .map(|(a, _)| a.id.as_str())
        .collect();
    assert_eq!(differing, ["o1234"]);
    assert!(std::ptr::eq(old.cycles(), new.cycles()) && std::ptr::eq(old.teams(), new.teams()) && std::ptr::eq(old.links(), new.links()));
    for id in ["o0", "o255", "o256", "o1233", "o1235", "o1999"] {
        assert!(std::ptr::eq(old.objective(id).unwrap(), new.objective(id).unwrap()), "{id} is shared");
    }
    assert!(!std::ptr::eq(old.objective("o1234").unwrap(), new.objective("o1234").unwrap()));
    assert_eq!(old.key_result("o1234k5").unwrap().check_ins.len(), 1);
    assert_eq!(new.key_result("o1234k5").unwrap().check_ins.len(), 2);
    // Three check-ins at two objectives, in one go.
    let newer = new.apply([edit("o0k0"), edit("o1999k9"), edit("o0k1")]).unwrap();
    let differing = new.objectives().zip(newer.objectives()).filter(|(a, b)| !std::ptr::eq(*a, *b)).count();
    assert_eq!(differing, 2);
    // The figures are those of a plan that was read anew.
    let card = okrkit::evaluate(&newer, &support::named("default"), date("2026-02-20"));
    let again = okrkit::evaluate(&okrkit::read(&okrkit::write(&newer)).unwrap(), &support::named("default"), date("2026-02-20"));
    assert!(card == again);
    assert_eq!(
        card.objective("o1234").unwrap().progress.value().map(|progress| (progress * 100.0).round()),
        Some(22.0)
    );
}

#[test]
fn a_clone_of_a_plan_shares_everything() {
    let plan = plan();
    let clone = plan.clone();
    assert!(plan.objectives().zip(clone.objectives()).all(|(a, b)| std::ptr::eq(a, b)));
}

#[test]
fn numbers_that_no_text_can_hold_are_refused_wherever_they_are_put_in() {
    let infinite = KeyResult::new("n", "n", Measure::Metric(Metric::new(0.0, f64::INFINITY))).weighing(f64::NAN);
    let edit = Edit::AddKeyResult {
        objective: "p".to_owned(),
        key_result: infinite,
    };
    assert_eq!(
        refused(&plan(), [edit]),
        [
            "number.range /objectives/1/key_results/0/weight `weight` must be a finite number, found `NaN`",
            "number.range /objectives/1/key_results/0/measure/target `target` must be a finite number, found `inf`"
        ]
    );
}
