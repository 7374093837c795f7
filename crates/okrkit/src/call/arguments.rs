//! What a verb was called with, read by name.

use super::{Given, Need, Verb};
use crate::catalog::{self, Catalog};
use crate::issue::{Code, Issue, Issues};
use crate::plan::{Edit, Plan, edits_of};
use crate::profile::{self, Profile};
use crate::score::Scorecard;
use crate::time::{AsOf, Date, Instant};
use crate::wire::{self, Context, Members, Read, Setting, Word, read_into};

/// A call of a verb: what it was given, its arguments, and what was found wrong with them so far.
///
/// Arguments are read first, each of which may be wrong; then [`plan`](Self::plan), [`card`](Self::card) or
/// [`done`](Self::done) refuses the call if any was.
#[derive(Debug)]
pub(super) struct Call<'a> {
    verb: &'static Verb,
    given: Given<'a>,
    members: Members<'a>,
    cx: Context,
}

impl<'a> Call<'a> {
    pub(super) fn new(verb: &'static Verb, given: Given<'a>, arguments: &'a str) -> Result<Self, Issues> {
        // What is no JSON has no members to speak of.
        drop(crate::document::read_value::<wire::Ext>(arguments)?);
        let mut cx = Context::default();
        let names: Vec<&str> = verb.arguments.iter().map(|argument| argument.name).collect();
        let label = format!("the arguments of `{}`", verb.name);
        let members = Members::of(arguments, &label, &names, &mut cx);
        for argument in verb.arguments {
            if argument.need == Need::Must && members.text(argument.name).is_none() && !cx.is_broken_at("") {
                wire::missing(&mut cx, argument.name);
            }
        }
        let call = Self { verb, given, members, cx };
        if call.plans().len() != verb.on.plans().len() || call.given_card().is_some() != (verb.on == super::On::Scorecard) {
            let message = format!("`{}` works on {}, found {}", verb.name, verb.on, call.given);
            return Err(Issues::from_vec(vec![Issue::new(Code::DocumentWrongType, "", message)]));
        }
        Ok(call)
    }

    fn text_of(&self, name: &'static str) -> Option<&'a str> {
        debug_assert!(self.verb.arguments.iter().any(|known| known.name == name), "`{name}` is not in the table");
        self.members.text(name)
    }

    /// An argument, if it is there.
    pub(super) fn may<T: Read + Default>(&mut self, name: &'static str) -> Option<T> {
        self.with(name, read_into)
    }

    /// An argument; its absence was told when the call was made.
    pub(super) fn must<T: Read + Default>(&mut self, name: &'static str) -> T {
        self.may(name).unwrap_or_default()
    }

    /// An argument, read by a function.
    pub(super) fn with<T>(&mut self, name: &'static str, read: impl FnOnce(&'a str, &mut Context) -> T) -> Option<T> {
        let text = self.text_of(name)?;
        Some(self.cx.name(name, |cx| read(text, cx)))
    }

    pub(super) fn text(&mut self, name: &'static str) -> String {
        self.must(name)
    }

    /// A whole number.
    pub(super) fn whole(&mut self, name: &'static str, least: f64, most: f64) -> f64 {
        self.with(name, |text, cx| wire::read_whole(text, least, most, cx)).flatten().unwrap_or(least)
    }

    /// A word, if it is there and right.
    pub(super) fn word<T: Word>(&mut self, name: &'static str) -> Option<T> {
        self.with(name, wire::read_word).flatten()
    }

    /// Settings; each field that is absent keeps its default.
    pub(super) fn settings<T: Setting + Default>(&mut self, name: &'static str) -> T {
        let mut settings = T::default();
        self.with(name, |text, cx| settings.set(text, cx));
        settings
    }

    /// `as_of`: a day, or a day and what was known.
    pub(super) fn as_of(&mut self) -> AsOf {
        self.with("as_of", as_of).unwrap_or_else(|| AsOf::from(Date::MIN))
    }

    /// `profile`: a name, or a profile. Without it the one the plan names.
    pub(super) fn profile(&mut self) -> Profile {
        let given = self.with("profile", a_profile);
        let own = || match self.given {
            Given::Plans([plan, ..]) => Profile::named(plan.profile()).ok(),
            Given::Scorecard(card) => Some(card.profile().clone()),
            _ => None,
        };
        given.or_else(own).unwrap_or_default()
    }

    /// `profiles`: a list of such.
    pub(super) fn profiles(&mut self) -> Vec<Profile> {
        self.with("profiles", |text, cx| {
            let texts: Vec<wire::Ext> = read_into(text, cx);
            let each = texts.iter().enumerate();
            each.map(|(at, text)| cx.index(at, |cx| a_profile(text.json(), cx))).collect()
        })
        .unwrap_or_default()
    }

    /// `catalog`: a catalogue. Without it that of sales.
    pub(super) fn catalog(&mut self) -> Catalog {
        self.with("catalog", |text, cx| {
            catalog::read(text).unwrap_or_else(|issues| {
                cx.absorb(issues);
                Catalog::default()
            })
        })
        .unwrap_or_else(catalog::sales)
    }

    /// `edits`: changes of a plan.
    pub(super) fn edits(&mut self) -> Vec<Edit> {
        self.with("edits", edits_of).unwrap_or_default()
    }

    /// Notes what is wrong with an argument that was read.
    pub(super) fn refuse(&mut self, argument: &'static str, code: Code, message: &str) {
        self.cx.report_at(argument, code, message);
    }

    /// Refuses the call if anything is wrong with its arguments.
    pub(super) fn done(&mut self) -> Result<(), Issues> {
        if self.cx.has_issues() {
            return Err(std::mem::take(&mut self.cx).refusal());
        }
        Ok(())
    }

    fn plans(&self) -> &'a [&'a Plan] {
        match self.given {
            Given::Plans(plans) => plans,
            Given::Nothing | Given::Scorecard(_) => &[],
        }
    }

    fn given_card(&self) -> Option<&'a Scorecard> {
        match self.given {
            Given::Scorecard(card) => Some(card),
            Given::Nothing | Given::Plans(_) => None,
        }
    }

    /// The plans, once all arguments are right. As many as the verb works on were given, or the call was refused before.
    pub(super) fn given_plans<const N: usize>(&mut self) -> Result<[&'a Plan; N], Issues> {
        self.done()?;
        self.plans().try_into().map_err(|_| Issues::default())
    }

    pub(super) fn plan(&mut self) -> Result<&'a Plan, Issues> {
        let [plan] = self.given_plans()?;
        Ok(plan)
    }

    pub(super) fn card(&mut self) -> Result<&'a Scorecard, Issues> {
        self.done()?;
        self.given_card().ok_or_else(Issues::default)
    }
}

fn as_of(text: &str, cx: &mut Context) -> AsOf {
    if !text.trim_start().starts_with('{') {
        return read_into::<Date>(text, cx).into();
    }
    let members = Members::of(text, "a day with what was known", &["on", "known"], cx);
    AsOf {
        on: members.required("on", cx),
        known: members.optional::<Instant>("known", cx),
    }
}

fn a_profile(text: &str, cx: &mut Context) -> Profile {
    let found = if text.trim_start().starts_with('"') {
        let name: String = read_into(text, cx);
        Profile::named(&name)
    } else {
        profile::read(text)
    };
    found.unwrap_or_else(|issues| {
        cx.absorb(issues);
        Profile::default()
    })
}
