//! Instructions of what has to be fast, counted by callgrind and held against what they were.

use std::path::Path;
use std::process::{Command, Output};

use crate::run::{cargo, root, succeeds};
use crate::tally::Tally;

/// What `benches/instructions.rs` does, and the instructions that doing it once may take, in thousands: as counted with Rust 1.95
/// on x86-64, and a twentieth more. Whoever makes one faster lowers its number.
const CEILINGS: &[(&str, u64)] = &[
    ("read", 108_200),
    ("evaluate", 2_950),
    ("evaluate_children", 3_090),
    ("scores", 3_020),
    ("trend_of_ten_days", 10_670),
    ("check_in", 3_540),
];

/// Counts each kind of work, and says which takes more instructions than it may.
pub(crate) fn check(tally: &mut Tally) -> bool {
    if !has_valgrind() {
        eprintln!("valgrind is needed, and could not be installed");
        return false;
    }
    let Some(program) = program() else {
        eprintln!("benches/instructions.rs could not be built");
        return false;
    };
    let mut good = true;
    for (work, ceiling) in CEILINGS {
        let counts = [1, 3].map(|times| instructions(&program, work, times));
        let [Some(once), Some(thrice)] = counts else {
            eprintln!("FAILED {work}: callgrind counted nothing");
            tally.count(false);
            good = false;
            continue;
        };
        let thousands = thrice.saturating_sub(once) / 2000;
        let is_within = thousands > 0 && thousands <= *ceiling;
        println!(
            "{} {work:<20} {thousands:>8} thousand instructions, {ceiling} at most",
            if is_within { "ok    " } else { "FAILED" }
        );
        tally.count(is_within);
        good &= is_within;
    }
    good
}

/// Whether valgrind is here, or can be had from the system's packages.
fn has_valgrind() -> bool {
    let is_here = || Command::new("valgrind").arg("--version").output().is_ok_and(|output| output.status.success());
    if is_here() {
        return true;
    }
    // As root, which containers of CI mostly are, or by a sudo that asks for no password.
    for prefix in [&[][..], &["sudo", "--non-interactive"]] {
        let words = prefix.iter().copied().chain(["apt-get", "install", "--yes", "valgrind"]);
        let words: Vec<&str> = words.collect();
        if let Some((program, arguments)) = words.split_first()
            && succeeds(Command::new(program).args(arguments))
        {
            return is_here();
        }
    }
    false
}

/// Builds the program as benches are built, and says where it is.
fn program() -> Option<String> {
    let mut build = cargo("build");
    build.args([
        "--locked",
        "--quiet",
        "--profile",
        "bench",
        "--package",
        "okrkit-benches",
        "--bench",
        "instructions",
    ]);
    let output = build.arg("--message-format=json-render-diagnostics").output().ok()?;
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = text
        .lines()
        .filter(|line| line.contains(r#""name":"instructions""#))
        .find_map(|line| line.split_once(r#""executable":""#));
    let program = line.and_then(|(_, rest)| rest.split('"').next())?.to_owned();
    (output.status.success() && Path::new(&program).is_file()).then_some(program)
}

fn instructions(program: &str, work: &str, times: u32) -> Option<u64> {
    let mut run = Command::new("valgrind");
    run.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", program, work, &times.to_string()]);
    let output = run.current_dir(root()).output().ok()?;
    counted(&output)
}

/// What callgrind says at its end: `==1234== Collected : 5678`.
fn counted(output: &Output) -> Option<u64> {
    let said = String::from_utf8_lossy(&output.stderr);
    let line = said.lines().filter(|_| output.status.success()).find_map(|line| line.split_once("Collected :"));
    line?.1.trim().parse().ok()
}
