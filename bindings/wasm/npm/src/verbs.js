// Made by `cargo xtask wasm generate`: of each verb its place, what it makes, how many more plans and which arguments by position.
export const VERBS = `
plan.objective Plan.objective value 0 objective
plan.key_result Plan.keyResult value 0 key_result
plan.kpi Plan.kpi value 0 kpi
plan.apply Plan.apply plan 0 edits
scorecard.node Plan.nodeScore scored 0 node
scorecard.objective Plan.objectiveScore scored 0 objective
scorecard.key_result Plan.keyResultScore scored 0 key_result
scorecard.objectives Plan.objectiveScores scored 0
scorecard.key_results Plan.keyResultScores scored 0
scorecard.group_by Plan.groupBy scored 0 by
scorecard.group_bys Plan.groupBys scored 0
scorecard.total Plan.total scored 0
explain Plan.explain scored 0 subject figure
findings Plan.findings value 0
compare Plan.compare value 0 profiles
trend Plan.trend value 0 days
trend.days trends.days value 0 from to every
forecast Plan.forecast value 0 key_result
forecast_objective Plan.forecastObjective value 0 objective
forecast_all Plan.forecastAll value 0
backtest Plan.backtest value 0 method
calibration Plan.calibration value 0
past_readings Plan.pastReadings value 0 key_result
propose .propose value 0 history
backtest_history .backtestHistory value 0 history
what_if Plan.whatIf value 0 edits
required Plan.required value 0 objective score
sensitivity Plan.sensitivity value 0 objective
kpi_status Plan.kpiStatus value 0 kpi
kpis Plan.kpis value 0
promote Plan.promote plan 0 kpi objective key_result aim
demote Plan.demote plan 0 key_result
lint Plan.lint value 0
lint_report Plan.lintReport value 0
lint.to_text Plan.lintToText value 0 text
lint.to_sarif Plan.lintToSarif value 0 uri text
lint.rules lint.rules value 0
lint.rule lint.rule value 0 id
close Plan.close value 0 cycle
carry_forward Plan.carryForward plan 0 from to
agenda Plan.agenda value 0 kind
check_in_slots Plan.checkInSlots value 0 key_result
discipline Plan.discipline value 0
owed Plan.owed value 0
staleness Plan.staleness value 0
redact Plan.redact plan 0 viewer
visibility.is_visible Plan.isVisible value 0 objective viewer
values_kept Plan.valuesKept value 0 viewer
diff Plan.diff value 1
plan_diff.to_string Plan.diffToText value 1
plan_diff.apply Plan.applyDiff plan 0 diff
merge Plan.merge plan 2
profile.read profiles.read value 0 text
profile.named profiles.named value 0 name
profile.names profiles.names value 0
profile.all profiles.all value 0
profile.grade_of profiles.gradeOf value 0 profile score
profile.band_of profiles.bandOf value 0 profile grade
catalog.sales catalog.sales value 0
catalog.read catalog.read value 0 text
catalog.template catalog.template value 0 template
catalog.baselines catalog.baselines value 0
catalog.with_baseline catalog.withBaseline value 0 key_result baseline
catalog.plan catalog.plan plan 0 id cycle
template.instantiate catalog.instantiate value 0 template cycle
document.locate documents.locate value 0 text pointers
text.get texts.get value 0 text language
code.all codes.all value 0
elapsed .elapsed value 0 starts ends on
cycle.quarter cycles.quarter value 0 year quarter
cycle.half cycles.half value 0 year half
cycle.year cycles.year value 0 year
cycle.fiscal_year cycles.fiscalYear value 0 year first_month
cycle.fiscal_quarter cycles.fiscalQuarter value 0 year first_month quarter
`.trim().split("\n");
