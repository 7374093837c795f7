//! The JavaScript package: what it takes to build it, and its tests in Node and in Chromium.
//!
//! Each step says what it does, and one that cannot be done fails.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::run::{cargo, counted, names_in, root, succeeds};
use crate::tally::Tally;

/// The one target that browsers run.
const TARGET: &str = "wasm32-unknown-unknown";

/// The profile that counts bytes.
const PROFILE: &str = "wasm";

/// Where the binding is.
const BINDING: &str = "bindings/wasm";

/// What Debian calls a Rust that makes WebAssembly, with the source of its library, and a linker.
const DEBIAN_RUST: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// A compiler that makes WebAssembly. The library is compiled too: made to be small it saves a fifth of the whole.
enum Compiler {
    /// The one of the workspace, with the source of its library.
    Own,
    /// Debian's.
    Debian {
        /// The linker, whose name may have a version.
        linker: PathBuf,
    },
}

/// Builds the npm package.
pub(crate) fn build() -> bool {
    packages() && compiled(&[]) && package()
}

/// Says whether what is generated from the schemas is up to date.
pub(crate) fn check() -> bool {
    packages() && script("tools/generate.mjs", &["--check"])
}

/// Writes what is generated from the schemas.
pub(crate) fn generate() -> bool {
    packages() && script("tools/generate.mjs", &[])
}

/// Builds the package and runs all its tests and the conformance cases.
pub(crate) fn test(tally: &mut Tally) -> bool {
    if !(packages() && browser()) {
        return false;
    }
    // First what panics on purpose, then what is published, so that this is what lies there afterwards.
    let panics = compiled(&["--features", "panic"]) && package() && tests("tests/panic", tally);
    let built = compiled(&[]) && package();
    let rest = built && tests("tests", tally);
    let cases = built && conformance(tally);
    panics && rest && cases
}

/// The npm packages of the binding.
fn packages() -> bool {
    packages_of(&root().join(BINDING))
}

/// The npm packages of the lock file in a folder.
pub(crate) fn packages_of(folder: &Path) -> bool {
    if !(present("npm") || debian(&["nodejs", "npm"])) {
        return false;
    }
    let lock = fs::read(folder.join("package-lock.json")).unwrap_or_default();
    let installed = folder.join("node_modules/.installed-lock");
    if fs::read(&installed).is_ok_and(|found| found == lock) {
        return true;
    }
    println!("npm packages: as package-lock.json says");
    succeeds(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder)) && fs::write(installed, lock).is_ok()
}

/// The browser that the tests drive; the environment may name another with `CHROMIUM`.
pub(crate) fn browser() -> bool {
    env::var_os("CHROMIUM").is_some() || present("chromium") || debian(&["chromium", "fonts-noto-core"])
}

/// Compiles the binding, and makes JavaScript of it.
fn compiled(features: &[&str]) -> bool {
    let Some(compiler) = compiler() else { return false };
    // A directory of its own: two compilers would evict each other's work.
    let target = root().join("target/wasm");
    let mut build = match &compiler {
        Compiler::Own => cargo("build"),
        Compiler::Debian { linker } => {
            let mut build = Command::new("/usr/bin/cargo");
            build.arg("build").current_dir(root());
            // The environment of the cargo that runs this would lead to its own compiler.
            for name in ["CARGO", "RUSTUP_TOOLCHAIN", "RUSTC_WRAPPER"] {
                build.env_remove(name);
            }
            build.env("RUSTC", "/usr/bin/rustc");
            build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            build
        }
    };
    // Only an unstable cargo compiles the library. The core does not panic, so what a panic would say is dead weight.
    build.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort");
    build.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    build.args(["--locked", "--profile", PROFILE, "--target", TARGET, "--package", "okrkit-wasm", "--target-dir"]);
    build.arg(&target).args(features);
    let made = target.join(TARGET).join(PROFILE).join("okrkit_wasm.wasm");
    println!("WebAssembly: {}", made.display());
    succeeds(&mut build)
        && succeeds(
            cargo("run")
                .args(["--quiet", "--locked", "--package", "okrkit-bindgen", "--"])
                .arg(made)
                .arg(root().join(BINDING).join("npm/glue")),
        )
}

/// The compiler: that of the workspace if it has the source of its library or rustup can add it, or Debian's.
fn compiler() -> Option<Compiler> {
    if has_source() {
        return Some(Compiler::Own);
    }
    println!("rustup: adds the source of Rust's library");
    let mut add = Command::new("rustup");
    add.args(["component", "add", "rust-src"]).current_dir(root()).stderr(Stdio::null());
    if add.status().is_ok_and(|status| status.success()) && has_source() {
        return Some(Compiler::Own);
    }
    println!("rustup cannot add it: Debian's Rust for the web is taken");
    let parts = ["/usr/bin/cargo", "/usr/bin/rustc", "/usr/lib/rustlib/src/rust/library/Cargo.toml"];
    let is_there = linker().is_some() && parts.iter().all(|part| Path::new(part).is_file());
    if !(is_there || debian(DEBIAN_RUST)) {
        return None;
    }
    linker().map(|linker| Compiler::Debian { linker })
}

/// Whether the compiler of the workspace has the source of its library.
fn has_source() -> bool {
    let asked = Command::new("rustc").args(["--print", "sysroot"]).current_dir(root()).output();
    asked.is_ok_and(|output| {
        let sysroot = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.toml").is_file()
    })
}

/// The linker of WebAssembly, by the newest of its names.
fn linker() -> Option<PathBuf> {
    let folder = Path::new("/usr/bin");
    let mut names = names_in(folder);
    names.retain(|name| name == "wasm-ld" || name.strip_prefix("wasm-ld-").is_some_and(|version| version.parse::<u32>().is_ok()));
    names.sort_by_key(|name| name.rsplit('-').next().and_then(|version| version.parse::<u32>().ok()));
    names.last().map(|name| folder.join(name))
}

/// Makes the package of what the compiler left.
fn package() -> bool {
    println!("npm package: {BINDING}/npm/pkg");
    script("tools/build.mjs", &[])
}

fn script(file: &str, arguments: &[&str]) -> bool {
    succeeds(Command::new("node").arg(file).args(arguments).current_dir(root().join(BINDING)))
}

/// The tests of the binding in the files of a folder.
fn tests(folder: &str, tally: &mut Tally) -> bool {
    tests_of(&root().join(BINDING), folder, tally)
}

/// The tests of a project in Node, in the files of a folder.
pub(crate) fn tests_of(project: &Path, folder: &str, tally: &mut Tally) -> bool {
    let mut files = names_in(&project.join(folder));
    files.retain(|name| name.ends_with(".test.mjs"));
    files.sort();
    let mut node = Command::new("node");
    node.args(["--expose-gc", "--test", "--test-reporter=spec"]);
    node.args(files.iter().map(|name| format!("{folder}/{name}"))).current_dir(project);
    !files.is_empty() && counted(&mut node, Tally::of_node, tally)
}

/// The cases that come with okrkit, in Node.
fn conformance(tally: &mut Tally) -> bool {
    let mut node = Command::new("node");
    node.arg(root().join(BINDING).join("tests/conformance.mjs"))
        .args(crate::run::vector_files())
        .current_dir(root());
    counted(&mut node, Tally::of_cases, tally)
}

/// Whether a program can be started.
fn present(program: &str) -> bool {
    let mut asked = Command::new(program);
    asked.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    asked.status().is_ok_and(|status| status.success())
}

/// Installs packages of Debian.
fn debian(packages: &[&str]) -> bool {
    println!("apt-get: installs {}", packages.join(" "));
    let apt = |arguments: &[&str]| succeeds(Command::new("apt-get").arg("-qq").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"));
    let installed = apt(&["update"]) && apt(&[&["install", "-y", "--no-install-recommends"], packages].concat());
    if !installed {
        eprintln!("{} could not be installed", packages.join(" "));
    }
    installed
}
