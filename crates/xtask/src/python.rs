//! The Python package: made, checked and tested in a virtual environment under `target/python`.
//!
//! A machine needs Python 3.11 or later for it and nothing else: what the tests import is listed in
//! `bindings/python/requirements.txt`, with the version of each, and installed from there.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{counted, names_in, root, succeeds, vector_files};
use crate::tally::Tally;

/// The oldest Python that the package is for.
const OLDEST: (u32, u32) = (3, 11);

/// Builds the package and runs all its tests and checks; arguments go to pytest.
pub(crate) fn tests(arguments: &[String], tally: &mut Tally) -> bool {
    let Some(python) = ready() else {
        tally.count(false);
        return false;
    };
    let mut good = true;
    for (name, step) in CHECKS {
        say(name);
        let held = step(&python);
        tally.count(held);
        good &= held;
    }
    say("tests and the examples of the documentation");
    let mut pytest = python.module("pytest");
    good &= counted(pytest.arg("--color=no").args(arguments), Tally::of_pytest, tally);
    say("conformance cases, by the runner of the package");
    let mut cases = python.module("okrkit.conformance");
    cases.current_dir(root()).args(vector_files());
    good &= counted(&mut cases, Tally::of_cases, tally);
    good
}

/// What is looked at, and how.
type Check = (&'static str, fn(&Python) -> bool);

/// What is looked at beside running tests.
const CHECKS: &[Check] = &[
    ("values are those of the JSON Schemas", |python| values(python, &["--check"])),
    ("the stub is that of the compiled module", |python| stub(python, Stub::Check)),
    ("style", |python| {
        let format = succeeds(python.module("ruff").args(["format", "--check", "."]));
        succeeds(python.module("ruff").args(["check", "."])) && format
    }),
    ("benches, small: what they compare is the same", |python| {
        let mut bench = Command::new(&python.program);
        succeeds(bench.current_dir(root().join("benches/python")).args(["bench.py", "--small"]))
    }),
    ("types, by mypy", |python| {
        succeeds(python.module("mypy").args(["python/okrkit", "tests", "tools", "conftest.py"]))
    }),
    ("types say what is there, by stubtest", |python| {
        succeeds(python.module("mypy.stubtest").arg("okrkit"))
    }),
    ("every public type is known, by pyright", |python| {
        let mut pyright = python.module("pyright");
        // It does not follow the way from the environment to a package that is installed for development.
        pyright.env("PYTHONPATH", package().join("python"));
        // Asks no registry whether there is a later one.
        pyright.env("PYRIGHT_PYTHON_IGNORE_WARNINGS", "1");
        succeeds(pyright.args(["--verifytypes", "okrkit", "--ignoreexternal"]))
    }),
];

/// Runs the example of a cluster in a Spark on this machine. Its packages are large, so they are for this alone.
pub(crate) fn spark(tally: &mut Tally) -> bool {
    let mut run = || {
        let python = ready()?;
        install(&python, "requirements-spark.txt")?;
        if !succeeds(Command::new("java").arg("-version")) {
            say("Java is missing; apt-get installs it");
            let install = ["install", "-y", "--no-install-recommends", "openjdk-17-jre-headless"];
            (succeeds(Command::new("apt-get").arg("update")) && succeeds(Command::new("apt-get").args(install))).then_some(())?;
        }
        say("the example of a cluster, in a Spark on this machine");
        // Spark warns of pandas, which it does not use here.
        let mut pytest = python.module("pytest");
        pytest.args(["--color=no", "-W", "ignore::FutureWarning", "-W", "ignore::ResourceWarning", "spark"]);
        Some(counted(&mut pytest, Tally::of_pytest, tally))
    };
    run().unwrap_or(false)
}

/// The largest that a wheel may be, in bytes.
const LARGEST: u64 = 3_000_000;

/// Builds a source distribution and a wheel of it, and runs the conformance cases with that wheel where nothing else is installed.
pub(crate) fn packages(tally: &mut Tally) -> bool {
    let mut run = || {
        let python = ready()?;
        let folder = target().join("packages");
        // A build that failed may have left an empty wheel of the right name.
        let _ = fs::remove_dir_all(&folder);
        say("source distribution, and the wheel made of it");
        // Not `--locked`: the source distribution holds a part of the workspace, and so does its lock file then.
        let mut maturin = python.module("maturin");
        succeeds(maturin.args(["build", "--strip", "--compression-level", "9", "--sdist", "--out"]).arg(&folder)).then_some(())?;
        let names = names_in(&folder);
        let wheel = folder.join(names.iter().find(|name| Path::new(name).extension().is_some_and(|kind| kind == "whl"))?);
        let size = fs::metadata(&wheel).ok()?.len();
        println!("{}: {size} bytes of {LARGEST}", wheel.display());
        (size <= LARGEST && names.iter().any(|name| name.ends_with(".tar.gz"))).then_some(())?;
        say("the wheel in an environment without any other package");
        let bare = target().join("bare");
        succeeds(Command::new(&python.program).args(["-m", "venv", "--clear"]).arg(&bare)).then_some(())?;
        let program = bare.join("bin/python");
        let mut pip = Command::new(&program);
        succeeds(
            pip.args(["-m", "pip", "install", "--quiet", "--no-index", "--disable-pip-version-check"])
                .arg(&wheel),
        )
        .then_some(())?;
        let mut cases = Command::new(&program);
        cases.args(["-m", "okrkit.conformance"]).args(vector_files()).current_dir(root());
        Some(counted(&mut cases, Tally::of_cases, tally))
    };
    run().unwrap_or(false)
}

/// Writes what is made of the core: the values of the JSON Schemas and the stub of the compiled module; or checks that it is up to date.
pub(crate) fn stubs(check: &[String]) -> bool {
    let Some(python) = ready() else { return false };
    if check.is_empty() {
        values(&python, &[]) && stub(&python, Stub::Write)
    } else {
        let values = values(&python, &["--check"]);
        stub(&python, Stub::Check) && values
    }
}

/// A Python with everything that the tests need.
struct Python {
    program: PathBuf,
}

impl Python {
    /// `python -m …`, in the folder of the package.
    fn module(&self, name: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("-m").arg(name).current_dir(package());
        // maturin is told by these where to install, and pyright where to look.
        command.env("VIRTUAL_ENV", venv()).env_remove("PYTHONHOME");
        command.env("CARGO_TARGET_DIR", target().join("cargo"));
        // Files are UTF-8, whatever the machine's language.
        command.env("PYTHONUTF8", "1");
        // What tools would keep in the home of whoever runs this, which may not be there or not be writable.
        for (variable, folder) in KEPT {
            command.env(variable, target().join("home").join(folder));
        }
        command
    }
}

/// The variables by which tools are told where to keep files, and the folders they are given.
const KEPT: [(&str, &str); 7] = [
    ("MPLCONFIGDIR", "matplotlib"),
    ("IPYTHONDIR", "ipython"),
    ("JUPYTER_CONFIG_DIR", "jupyter/config"),
    ("JUPYTER_DATA_DIR", "jupyter/data"),
    ("JUPYTER_RUNTIME_DIR", "jupyter/runtime"),
    ("PYRIGHT_PYTHON_CACHE_DIR", "pyright"),
    ("RUFF_CACHE_DIR", "ruff"),
];

fn say(what: &str) {
    println!("\n-- python: {what}");
}

fn package() -> PathBuf {
    root().join("bindings/python")
}

/// A folder of its own: built by turns with `cargo`, which needs no interpreter, pyo3 would be compiled anew each time.
fn target() -> PathBuf {
    root().join("target/python")
}

fn venv() -> PathBuf {
    target().join("venv")
}

/// Makes the virtual environment, installs what is pinned, and builds the package into it.
fn ready() -> Option<Python> {
    let program = venv().join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if version_of(&program).is_none() {
        let base = find_python()?;
        say(&format!("a virtual environment of {} in {}", base.display(), venv().display()));
        make_venv(&base)?;
    }
    let python = Python { program };
    install(&python, "requirements.txt")?;
    say("the package, built and installed for development");
    succeeds(python.module("maturin").args(["develop", "--locked"])).then_some(python)
}

/// Says whether there is a Python that is new enough.
pub(crate) fn check() -> bool {
    let found = find_python();
    let (major, minor) = OLDEST;
    match &found {
        Some(python) => println!("{}: at least Python {major}.{minor}", python.display()),
        None => println!("Python: missing; version {major}.{minor} or later is for the Python package"),
    }
    found.is_some()
}

/// The first interpreter that is new enough.
fn find_python() -> Option<PathBuf> {
    let wanted = env::var_os("PYTHON").map(PathBuf::from);
    let usual = ["python3", "python3.11", "python3.12", "python3.13", "python3.14", "python"].map(PathBuf::from);
    let found = wanted.into_iter().chain(usual).find(|program| version_of(program) >= Some(OLDEST));
    if found.is_none() {
        eprintln!("no Python {}.{} or later was found; set PYTHON to its path", OLDEST.0, OLDEST.1);
    }
    found
}

fn version_of(program: &Path) -> Option<(u32, u32)> {
    let output = Command::new(program)
        .args(["-c", "import sys; print(*sys.version_info[:2])"])
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut parts = text.split_whitespace().map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

fn make_venv(base: &Path) -> Option<()> {
    let make = || succeeds(Command::new(base).args(["-m", "venv", "--clear"]).arg(venv()));
    if make() {
        return Some(());
    }
    // Debian has the module in a package of its own.
    say("python3-venv is missing; apt-get installs it");
    let installed = succeeds(Command::new("apt-get").arg("update")) && succeeds(Command::new("apt-get").args(["install", "-y", "python3-venv"]));
    (installed && make()).then_some(())
}

/// Installs pinned packages, unless exactly these were installed before.
fn install(python: &Python, list: &str) -> Option<()> {
    let wanted = fs::read_to_string(package().join(list)).ok()?;
    let stamp = venv().join(format!("{list}.installed"));
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Some(());
    }
    say(&format!("packages of {list}, from PyPI"));
    let install = || {
        let mut pip = python.module("pip");
        pip.args(["install", "--quiet", "--disable-pip-version-check", "--retries", "10", "--timeout", "60"]);
        succeeds(pip.args(["--requirement", list]))
    };
    // A registry that answers badly once may answer well a little later; what was fetched is not fetched again.
    if !(0..3).any(|_| install()) {
        eprintln!("the packages of bindings/python/{list} could not be installed");
        return None;
    }
    fs::write(stamp, wanted).ok()
}

fn values(python: &Python, options: &[&str]) -> bool {
    let mut command = Command::new(&python.program);
    succeeds(command.current_dir(package()).arg("tools/values.py").args(options))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stub {
    Write,
    Check,
}

/// The stub of the compiled module, as the compiler knows its signatures.
fn stub(python: &Python, what: Stub) -> bool {
    let folder = target().join("stubs");
    if !succeeds(python.module("maturin").args(["generate-stubs", "--profile", "dev", "--out"]).arg(&folder)) {
        return false;
    }
    let committed = package().join("python/okrkit/_okrkit.pyi");
    let made = folder.join("okrkit/_okrkit.pyi");
    let (Ok(made), found) = (fs::read_to_string(&made), fs::read_to_string(&committed).ok()) else {
        eprintln!("no stub was made");
        return false;
    };
    if found.as_ref() == Some(&made) {
        println!("_okrkit.pyi is up to date");
        return true;
    }
    if what == Stub::Write {
        println!("wrote _okrkit.pyi");
        return fs::write(committed, made).is_ok();
    }
    println!("_okrkit.pyi is missing or out of date: run `cargo xtask stubs`");
    false
}
