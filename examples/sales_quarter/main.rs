//! Placeholder: says how many key results the plan in `examples/data` has, as text or with `--json` as JSON.
#![expect(clippy::print_stdout, reason = "an example is a program for the command line")]

fn main() -> Result<(), okrkit::Issues> {
    let plan = okrkit::read(include_str!("../data/sales-2026-q1.json"))?;
    if std::env::args().any(|argument| argument == "--json") {
        println!("{{\"key_results\": {}}}", plan.n_key_results());
    } else {
        println!("{} key results", plan.n_key_results());
    }
    Ok(())
}
