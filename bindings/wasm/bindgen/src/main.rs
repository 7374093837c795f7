//! Makes the JavaScript that carries calls into the WebAssembly of okrkit: `okrkit-bindgen FILE.wasm FOLDER`.
//!
//! A program of its own, so that `cargo xtask` needs none of what `wasm-bindgen` is built of.
#![expect(clippy::print_stderr, reason = "this is a program for the command line")]

use std::env;
use std::process::ExitCode;

use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [wasm, folder] = arguments.as_slice() else {
        eprintln!("usage: okrkit-bindgen FILE.wasm FOLDER");
        return ExitCode::FAILURE;
    };
    let mut bindgen = Bindgen::new();
    let made = bindgen
        .input_path(wasm)
        .out_name("okrkit")
        .remove_name_section(env::var_os("OKRKIT_KEEP_NAMES").is_none())
        .remove_producers_section(true)
        // Documents are long: letter by letter they cross five times as slowly.
        .encode_into(EncodeInto::Always)
        // A page outlives a panic by a fresh instance of the same module.
        .reset_state_function(true)
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder));
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
