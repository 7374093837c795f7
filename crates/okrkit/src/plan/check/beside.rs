//! KPIs, and when check-ins are due.

use super::super::{Due, DueOn, PlanDocument};
use super::names::Named;
use super::parts::check_owners;
use crate::issue::Code;
use crate::wire::Context;

pub(super) fn check_due(due: Option<&Due>, cx: &mut Context) {
    let Some(due) = due else { return };
    let is_whole = |days: f64, from: f64, to: f64| (from..=to).contains(&days) && days.fract() == 0.0;
    cx.name("check_in_due", |cx| {
        match (due.on, due.day) {
            (DueOn::DayOfMonth, None) => cx.report_at("day", Code::CheckInDue, "`day_of_month` needs `day`, 1 to 31"),
            (DueOn::DayOfMonth, Some(day)) if !is_whole(day, 1.0, 31.0) => {
                cx.report_at(
                    "day",
                    Code::CheckInDue,
                    format!("a day of the month is a whole number from 1 to 31, found `{day}`"),
                );
            }
            (DueOn::DayOfMonth, Some(_)) | (_, None) => {}
            (on, Some(_)) => cx.report_at("day", Code::CheckInDue, format!("`{on}` takes no `day`")),
        }
        if !is_whole(due.grace_days, 0.0, 366.0) {
            let message = format!("days of grace are a whole number from 0 to 366, found `{}`", due.grace_days);
            cx.report_at("grace_days", Code::CheckInDue, message);
        }
    });
}

pub(super) fn check_kpis(document: &PlanDocument, teams: &Named<'_>, cx: &mut Context) {
    cx.name("kpis", |cx| {
        for (i, kpi) in document.kpis.iter().enumerate() {
            cx.index(i, |cx| {
                teams.refer("team", kpi.team.as_deref(), Code::TeamUnknown, cx);
                check_owners(&kpi.owners, cx);
                if let Some(unit) = &kpi.unit {
                    cx.name("unit", |cx| unit.check(cx));
                }
                if !cx.is_broken_within("healthy") {
                    cx.name("healthy", |cx| kpi.healthy.threshold().check_bounds("a healthy range", cx));
                }
            });
        }
    });
}
