//! A call of every verb on the sales plan, with what the function of its name gives.

use std::collections::{BTreeMap, BTreeSet};

use okrkit::call::{Answer, Given, On, VERBS, Verb};
use okrkit::forecast::{BacktestPolicy, CalibrationPolicy, ProposalPolicy};
use okrkit::kpi::{Aim, Demotion, Promotion};
use okrkit::review::{CarryPolicy, ReviewPolicy};
use okrkit::rhythm::{AgendaKind, AgendaPolicy, StalenessPolicy};
use okrkit::trend::TrendDays;
use okrkit::visibility::{RedactionPolicy, Viewer};
use okrkit::{
    Cadence, CheckIn, Code, Cycle, Date, Edit, Figure, ForecastPolicy, Group, GroupBy, Language, LintPolicy, Method, Plan, Profile, RequiredPolicy, Scorecard,
    Subject, Text, catalog,
};
use serde_json::{Value, json};

use crate::support::{date, named};

/// What there is to call verbs on.
pub(crate) struct World {
    pub(crate) text: &'static str,
    /// The sales plan, with a second quarter.
    pub(crate) plan: Plan,
    /// The same with a check-in more.
    pub(crate) later: Plan,
    /// The same with another one.
    pub(crate) beside: Plan,
    pub(crate) card: Scorecard,
}

pub(crate) const DAY: &str = "2026-02-14";

pub(crate) fn day() -> Date {
    date(DAY)
}

fn check_in(value: f64) -> Edit {
    Edit::CheckIn {
        key_result: "revenue".to_owned(),
        check_in: CheckIn::of_value(day(), value),
    }
}

pub(crate) fn world() -> World {
    let text = include_str!("../../../../../examples/data/sales-2026-q1.json");
    let q2 = Cycle::new("q2", date("2026-04-01"), date("2026-06-30"));
    let plan = okrkit::read(text).unwrap().apply([Edit::AddCycle(q2)]).unwrap();
    World {
        text,
        card: okrkit::evaluate(&plan, &named("default"), day()),
        later: plan.apply([check_in(1000.0)]).unwrap(),
        beside: plan.apply([check_in(2000.0)]).unwrap(),
        plan,
    }
}

/// A call, and what it is to give.
pub(crate) struct Sample {
    pub(crate) verb: &'static str,
    pub(crate) arguments: Value,
    pub(crate) plan: Option<Plan>,
    pub(crate) cards: Vec<(String, Scorecard)>,
    pub(crate) json: Option<Value>,
    pub(crate) text: Option<String>,
}

fn of(verb: &'static str, arguments: Value) -> Sample {
    Sample {
        verb,
        arguments,
        plan: None,
        cards: Vec::new(),
        json: None,
        text: None,
    }
}

fn json_of(verb: &'static str, arguments: Value, value: impl serde::Serialize) -> Sample {
    Sample {
        json: Some(serde_json::to_value(value).unwrap()),
        ..of(verb, arguments)
    }
}

fn plan_of(verb: &'static str, arguments: Value, plan: Plan) -> Sample {
    Sample {
        plan: Some(plan),
        ..of(verb, arguments)
    }
}

fn text_of(verb: &'static str, arguments: Value, text: impl Into<String>) -> Sample {
    Sample {
        text: Some(text.into()),
        ..of(verb, arguments)
    }
}

impl World {
    pub(crate) fn call(&self, verb: &'static Verb, arguments: &str) -> Result<Answer, okrkit::Issues> {
        match verb.on {
            On::Nothing => verb.call(Given::Nothing, arguments),
            On::Plan => verb.call(Given::Plans(&[&self.plan]), arguments),
            On::Plans(&["before", "after"]) => verb.call(Given::Plans(&[&self.plan, &self.later]), arguments),
            On::Plans(&["base", "ours", "theirs"]) => verb.call(Given::Plans(&[&self.plan, &self.later, &self.beside]), arguments),
            On::Plans(parts) => panic!("{parts:?}"),
            On::Scorecard => verb.call(Given::Scorecard(&self.card), arguments),
        }
    }
}

pub(crate) fn samples(world: &World) -> Vec<Sample> {
    let mut out = of_plans(world);
    out.extend(ahead(world));
    out.extend(changes(world));
    out.extend(of_scorecards(world));
    out.extend(of_nothing(world));
    out
}

fn of_plans(World { text, plan, .. }: &World) -> Vec<Sample> {
    let (viva, default) = (named("viva"), named("default"));
    let as_of = okrkit::AsOf::known_at(day(), "2026-02-10T09:00:00Z".parse().unwrap());
    let known = json!({"on": DAY, "known": "2026-02-10T09:00:00Z"});
    let own = r#"{"okrkit_profile": 1, "id": "ours", "extends": "viva", "missing": "zero"}"#;
    let ours = okrkit::profile::read(own).unwrap();
    let compared = okrkit::compare(plan, &[default.clone(), ours.clone()], day());
    let mut strict = LintPolicy::default();
    strict.most_key_results = 2;
    let report = okrkit::lint_report(plan, &default, day(), &strict);
    let lint = json!({"as_of": DAY, "policy": {"most_key_results": 2}});
    let with = |mut arguments: Value, name: &str, value: &str| {
        arguments[name] = value.into();
        arguments
    };
    let mut weekly = AgendaPolicy::default();
    weekly.weekly_days = 14.0;
    weekly.staleness.slot_days = 7.0;
    let viewer = Viewer::new("amal").of_team("gulf");
    let mut near = ReviewPolicy::default();
    near.near = 0.2;
    let objective = plan.objective("grow-revenue").unwrap();
    vec![
        text_of("write", json!({}), okrkit::write(plan)),
        json_of("plan.to_document", json!({}), plan.to_document()),
        json_of("plan.objective", json!({"objective": "grow-revenue"}), plan.objective("grow-revenue")),
        json_of("plan.key_result", json!({"key_result": "no-such"}), Value::Null),
        json_of("plan.key_result", json!({"key_result": "revenue"}), plan.key_result("revenue")),
        json_of("plan.kpi", json!({"kpi": "discount"}), plan.kpi("discount")),
        Sample {
            cards: vec![("default".to_owned(), okrkit::evaluate(plan, &default, as_of))],
            ..of("evaluate", json!({"as_of": known}))
        },
        Sample {
            cards: vec![("ours".to_owned(), okrkit::evaluate(plan, &ours, day()))],
            ..of("evaluate", json!({"as_of": DAY, "profile": serde_json::from_str::<Value>(own).unwrap()}))
        },
        json_of("findings", json!({"as_of": DAY, "profile": "viva"}), okrkit::findings(plan, &viva, day())),
        Sample {
            cards: compared.scorecards().iter().map(|(name, card)| (name.to_owned(), card.clone())).collect(),
            ..json_of(
                "compare",
                json!({"as_of": DAY, "profiles": ["default", serde_json::from_str::<Value>(own).unwrap()]}),
                &compared,
            )
        },
        json_of(
            "trend",
            json!({"days": {"from": "2026-02-01", "to": DAY, "every": "week"}}),
            okrkit::trend(plan, &default, TrendDays::new(date("2026-02-01"), day(), Cadence::Week)),
        ),
        json_of("trend", json!({"days": [DAY], "profile": "viva"}), okrkit::trend(plan, &viva, [day()])),
        json_of(
            "kpi_status",
            json!({"kpi": "discount", "as_of": DAY}),
            okrkit::kpi_status(plan, "discount", day()),
        ),
        json_of("kpis", json!({"as_of": DAY}), okrkit::kpis(plan, day())),
        json_of("lint", lint.clone(), &report.findings),
        json_of("lint_report", lint.clone(), &report),
        text_of("lint.to_text", with(lint.clone(), "text", text), okrkit::lint::to_text(&report, text)),
        text_of(
            "lint.to_sarif",
            with(with(lint, "text", text), "uri", "plan.json"),
            okrkit::lint::to_sarif(&report, "plan.json", text),
        ),
        json_of(
            "close",
            json!({"cycle": "q1", "as_of": "2026-04-02", "policy": {"near": 0.2}}),
            okrkit::close(plan, &default, "q1", date("2026-04-02"), &near),
        ),
        json_of(
            "agenda",
            json!({"kind": "weekly", "as_of": DAY, "policy": {"weekly_days": 14, "staleness": {"slot_days": 7}}}),
            okrkit::agenda(plan, &default, day(), AgendaKind::Weekly, &weekly),
        ),
        json_of(
            "agenda",
            json!({"kind": "monthly", "as_of": DAY, "profile": "viva"}),
            okrkit::agenda(plan, &viva, day(), AgendaKind::Monthly, &AgendaPolicy::default()),
        ),
        json_of(
            "check_in_slots",
            json!({"key_result": "revenue", "as_of": DAY}),
            okrkit::check_in_slots(plan, "revenue", day()),
        ),
        json_of("discipline", json!({"as_of": DAY}), okrkit::discipline(plan, day())),
        json_of("owed", json!({"as_of": DAY}), okrkit::owed(plan, day())),
        json_of(
            "staleness",
            json!({"as_of": DAY, "policy": {}}),
            okrkit::staleness(plan, day(), &StalenessPolicy::default()),
        ),
        json_of(
            "visibility.is_visible",
            json!({"objective": "grow-revenue", "viewer": {"who": "amal", "teams": ["gulf"]}}),
            okrkit::visibility::is_visible(plan, objective, &viewer, &RedactionPolicy::default()),
        ),
        json_of(
            "values_kept",
            json!({"viewer": {"who": "amal"}}),
            okrkit::visibility::values_kept(plan, &viewer, &RedactionPolicy::default()).unwrap(),
        ),
    ]
}

fn ahead(World { plan, .. }: &World) -> Vec<Sample> {
    let default = named("default");
    let mut rough = RequiredPolicy::default();
    rough.near = 1e-6;
    let mut wide = ForecastPolicy::default();
    wide.coverage = 0.9;
    let (mut backtests, mut calibrations, mut proposals) = (BacktestPolicy::default(), CalibrationPolicy::default(), ProposalPolicy::default());
    (backtests.origins, calibrations.n_bins, proposals.ahead) = (vec![0.5], 4, 2);
    let history = [10.0, 20.0, 12.0, 22.0, 14.0, 24.0, 16.0, 26.0];
    let edits = [Edit::CheckIn {
        key_result: "revenue".to_owned(),
        check_in: CheckIn::of_value(day(), 20_000.0),
    }];
    let tried = okrkit::what_if(plan, &default, day(), edits.clone()).unwrap();
    vec![
        json_of(
            "forecast",
            json!({"key_result": "revenue", "as_of": DAY, "policy": {"coverage": 0.9}}),
            okrkit::forecast(plan, &default, "revenue", day(), &wide),
        ),
        json_of("forecast", json!({"key_result": "no-such", "as_of": DAY}), Value::Null),
        json_of(
            "forecast_objective",
            json!({"objective": "grow-revenue", "as_of": DAY}),
            okrkit::forecast_objective(plan, &default, "grow-revenue", day(), &ForecastPolicy::default()),
        ),
        json_of(
            "forecast_all",
            json!({"as_of": DAY}),
            okrkit::forecast_all(plan, &default, day(), &ForecastPolicy::default()),
        ),
        json_of(
            "past_readings",
            json!({"key_result": "revenue", "as_of": DAY}),
            okrkit::past_readings(plan, &default, "revenue", day()),
        ),
        json_of(
            "backtest",
            json!({"as_of": "2026-05-01", "method": "least_squares", "policy": {"origins": [0.5]}}),
            okrkit::backtest(plan, &default, date("2026-05-01"), Method::LeastSquares, &[], &backtests),
        ),
        json_of(
            "calibration",
            json!({"as_of": "2026-05-01", "cycles": ["q1"], "policy": {"n_bins": 4}}),
            okrkit::calibration(plan, &default, date("2026-05-01"), &["q1"], &calibrations),
        ),
        json_of(
            "propose",
            json!({"history": history, "season_length": 2, "policy": {"ahead": 2, "better": "higher"}}),
            okrkit::propose(&history, 2, &proposals),
        ),
        json_of(
            "backtest_history",
            json!({"history": history}),
            okrkit::backtest_history(&history, 1, &BacktestPolicy::default()),
        ),
        Sample {
            cards: vec![("before".to_owned(), tried.before.clone()), ("after".to_owned(), tried.after.clone())],
            ..json_of("what_if", json!({"as_of": DAY, "edits": edits}), &tried)
        },
        json_of(
            "required",
            json!({"objective": "grow-revenue", "score": 0.9, "as_of": DAY, "policy": {"near": 1e-6}}),
            okrkit::required(plan, &default, day(), "grow-revenue", 0.9, &rough),
        ),
        json_of(
            "sensitivity",
            json!({"objective": "grow-revenue", "as_of": DAY}),
            okrkit::sensitivity(plan, &default, day(), "grow-revenue"),
        ),
    ]
}

fn changes(World { plan, later, beside, .. }: &World) -> Vec<Sample> {
    let carried = okrkit::carry_forward(plan, "q1", "q2", &CarryPolicy::default()).unwrap();
    let mut terms = Promotion::new("fewer-discounts", Aim::Target(5.0), day());
    (terms.title, terms.weight) = (Some(Text::from("Fewer discounts")), Some(2.0));
    let promoted = okrkit::promote(plan, "discount", "grow-revenue", &terms).unwrap();
    let healthy = Promotion::new("healthy-discounts", Aim::Healthy, day());
    let mut demotion = Demotion::default();
    demotion.kpi = Some("revenue-kpi".to_owned());
    let range = json!({"at_least": 100_000});
    let healthy_range = okrkit::read(
        &json!({"okrkit": 1, "id": "x", "cycles": [], "objectives": [],
        "kpis": [{"id": "k", "title": "k", "healthy": range}]})
        .to_string(),
    );
    demotion.healthy = healthy_range.unwrap().kpi("k").map(|kpi| kpi.healthy.clone());
    let difference = okrkit::diff(plan, later);
    let merge = okrkit::merge(plan, later, beside);
    let redaction = RedactionPolicy::default();
    let edits = json!([{"kind": "check_in", "key_result": "revenue", "check_in": {"on": DAY, "value": 1000}}]);
    vec![
        plan_of("plan.apply", json!({"edits": edits}), later.clone()),
        Sample {
            plan: Some(carried.plan),
            ..json_of(
                "carry_forward",
                json!({"from": "q1", "to": "q2", "policy": {"how": "continue"}}),
                json!({"copied": carried.copied, "left": carried.left, "left_links": carried.left_links}),
            )
        },
        plan_of(
            "promote",
            json!({"kpi": "discount", "objective": "grow-revenue", "key_result": "fewer-discounts", "aim": {"target": 5}, "as_of": DAY,
                "title": "Fewer discounts", "weight": 2}),
            promoted,
        ),
        plan_of(
            "promote",
            json!({"kpi": "discount", "objective": "grow-revenue", "key_result": "healthy-discounts", "aim": "healthy", "as_of": DAY}),
            okrkit::promote(plan, "discount", "grow-revenue", &healthy).unwrap(),
        ),
        plan_of(
            "demote",
            json!({"key_result": "deals", "kpi": "revenue-kpi", "healthy": range}),
            okrkit::demote(plan, "deals", &demotion).unwrap(),
        ),
        plan_of(
            "redact",
            json!({"viewer": {"who": "nobody"}, "policy": {"placeholder": "secret"}}),
            okrkit::redact(plan, &Viewer::new("nobody"), &redaction).unwrap(),
        ),
        json_of("diff", json!({}), &difference),
        text_of("plan_diff.to_string", json!({}), difference.to_string()),
        plan_of("plan_diff.apply", json!({"diff": difference}), later.clone()),
        Sample {
            plan: merge.plan().cloned(),
            ..json_of("merge", json!({}), json!({"conflicts": merge.conflicts, "refused": null}))
        },
    ]
}

fn of_scorecards(World { card, .. }: &World) -> Vec<Sample> {
    let objectives: BTreeMap<_, _> = card.objectives().map(|(objective, score)| (objective.id.clone(), score)).collect();
    let key_results: BTreeMap<_, _> = card.key_results().map(|(key_result, score)| (key_result.id.clone(), score)).collect();
    let by_team = Subject::Group(Group::Of(GroupBy::Team, "gulf".to_owned()));
    let why = okrkit::explain(card, &"grow-revenue".into(), Figure::Score).unwrap();
    vec![
        json_of("scorecard.to_json", json!({}), card),
        json_of("scorecard.node", json!({"node": "grow-revenue"}), card.node("grow-revenue")),
        json_of("scorecard.objective", json!({"objective": "grow-revenue"}), card.objective("grow-revenue")),
        json_of("scorecard.key_result", json!({"key_result": "revenue"}), card.key_result("revenue")),
        json_of("scorecard.key_result", json!({"key_result": "grow-revenue"}), Value::Null),
        json_of("scorecard.objectives", json!({}), objectives),
        json_of("scorecard.key_results", json!({}), &key_results),
        json_of(
            "scorecard.key_results",
            json!({"key_results": ["revenue", "no-such"]}),
            json!({"revenue": key_results["revenue"], "no-such": null}),
        ),
        json_of("scorecard.group_by", json!({"by": "team"}), card.group_by(&GroupBy::Team)),
        json_of("scorecard.group_by", json!({"by": "region"}), card.group_by(&GroupBy::Tag("region".to_owned()))),
        json_of("scorecard.group_bys", json!({}), ["team", "team_tree", "owner", "cycle", "category", "region"]),
        json_of("scorecard.total", json!({}), card.total()),
        json_of("scorecard.findings", json!({}), card.findings()),
        Sample {
            text: Some(why.to_text(Language::Arabic)),
            ..json_of("explain", json!({"subject": "grow-revenue", "figure": "score", "language": "ar"}), &why)
        },
        json_of(
            "explain",
            json!({"subject": {"by": "team", "of": "gulf"}, "figure": "status"}),
            okrkit::explain(card, &by_team, Figure::Status),
        ),
        json_of(
            "explain",
            json!({"subject": {"by": "total"}, "figure": "progress"}),
            okrkit::explain(card, &Subject::Group(Group::Total), Figure::Progress),
        ),
    ]
}

fn of_nothing(World { text, .. }: &World) -> Vec<Sample> {
    let sales = catalog::sales();
    let own = r#"{"okrkit_profile": 1, "id": "ours", "extends": "viva"}"#;
    let ours = okrkit::profile::read(own).unwrap();
    let q1 = Cycle::quarter(2026, 1).unwrap();
    let small = r#"{"okrkit_catalog": 1, "id": "service", "title": "Service", "objectives": [{"id": "fast", "title": "Answer fast"}]}"#;
    let catalogue: Value = serde_json::from_str(small).unwrap();
    let codes: Vec<Value> = Code::ALL
        .iter()
        .map(|code| json!({"code": code.as_str(), "meaning": code.meaning(), "help": code.help()}))
        .collect();
    vec![
        plan_of("read", json!({"text": text}), okrkit::read(text).unwrap()),
        json_of("profile.read", json!({"text": own}), &ours),
        json_of("profile.named", json!({"name": "google"}), named("google")),
        json_of("profile.names", json!({}), Profile::names().collect::<Vec<_>>()),
        json_of("profile.all", json!({}), okrkit::profile::all()),
        json_of("profile.grade_of", json!({"profile": "default", "score": 0.65}), 0.7),
        json_of("profile.band_of", json!({"profile": "default", "grade": 0.7}), "green"),
        json_of("catalog.sales", json!({}), &sales),
        json_of("catalog.read", json!({"text": small}), okrkit::catalog::read(small).unwrap()),
        json_of("catalog.template", json!({"template": "grow-revenue"}), sales.template("grow-revenue")),
        json_of("catalog.template", json!({"template": "grow-revenue", "catalog": catalogue}), Value::Null),
        json_of("catalog.baselines", json!({}), sales.baselines().collect::<Vec<_>>()),
        json_of(
            "catalog.with_baseline",
            json!({"key_result": "deal-size", "baseline": 9800}),
            sales.clone().with_baseline("deal-size", 9800.0).unwrap(),
        ),
        plan_of(
            "catalog.plan",
            json!({"id": "acme", "cycle": {"id": "2026-q1", "starts": "2026-01-01", "ends": "2026-03-31", "check_in_every": "week"}, "team": {"id": "gulf", "title": "Gulf"}}),
            sales
                .plan("acme", q1.clone().checked_in_every(Cadence::Week), Some(okrkit::Team::new("gulf", "Gulf")))
                .unwrap(),
        ),
        json_of(
            "template.instantiate",
            json!({"template": "grow-revenue", "cycle": "q1", "team": "gulf"}),
            sales.template("grow-revenue").unwrap().instantiate("q1", Some("gulf")),
        ),
        json_of(
            "document.locate",
            json!({"text": "{\n  \"okrkit\": 1,\n  \"id\": 7\n}", "pointers": ["/id"]}),
            json!([{"line": 3, "column": 9, "offset": 25}]),
        ),
        text_of("text.get", json!({"text": {"en": "Grow", "ar": "تنمية"}, "language": "ar-SA"}), "تنمية"),
        json_of("code.all", json!({}), codes),
        json_of("lint.rules", json!({}), okrkit::lint::rules().collect::<Vec<_>>()),
        json_of("lint.rule", json!({"id": "wording.vague"}), okrkit::lint::rule("wording.vague")),
        json_of("elapsed", json!({"starts": "2026-01-01", "ends": "2026-04-11", "on": "2026-02-20"}), 0.5),
        json_of(
            "trend.days",
            json!({"from": "2026-01-31", "to": "2026-04-10", "every": "month"}),
            ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-10"],
        ),
        json_of("cycle.quarter", json!({"year": 2026, "quarter": 1}), q1),
        json_of("cycle.half", json!({"year": 2026, "half": 2}), Cycle::half(2026, 2).unwrap()),
        json_of("cycle.year", json!({"year": 2026}), Cycle::year(2026).unwrap()),
        json_of(
            "cycle.fiscal_year",
            json!({"year": 2026, "first_month": 4}),
            Cycle::fiscal_year(2026, 4).unwrap(),
        ),
        json_of(
            "cycle.fiscal_quarter",
            json!({"year": 2026, "first_month": 4, "quarter": 2}),
            Cycle::fiscal_quarter(2026, 4, 2).unwrap(),
        ),
        json_of(
            "document.schemas",
            json!({}),
            json!({"plan": okrkit::document::plan_schema(), "profile": okrkit::document::profile_schema()}),
        ),
    ]
}

#[test]
fn every_verb_is_called() {
    let called: BTreeSet<&str> = samples(&world()).iter().map(|sample| sample.verb).collect();
    let all: BTreeSet<&str> = VERBS.iter().map(|verb| verb.name).collect();
    assert!(all.len() >= 80, "{}", all.len());
    assert_eq!(VERBS.len(), all.len(), "a name is there twice");
    assert_eq!(called, all);
}

#[test]
fn every_answer_is_what_the_function_of_that_name_gives() {
    let world = world();
    for sample in samples(&world) {
        let name = format!("{} {:.200}", sample.verb, sample.arguments.to_string());
        let answer = world.call(Verb::named(sample.verb).unwrap(), &sample.arguments.to_string());
        let answer = answer.unwrap_or_else(|issues| panic!("{name}: {issues}"));
        assert_eq!(answer.plan, sample.plan, "{name}");
        assert_eq!(answer.scorecards, sample.cards, "{name}");
        assert_eq!(answer.text, sample.text, "{name}");
        let json: Option<Value> = answer
            .json
            .map(|json| serde_json::from_str(&json).unwrap_or_else(|error| panic!("{name}: {error}")));
        assert_eq!(json, sample.json, "{name}");
    }
}
