//! Any text: read, scored, explained, edited, written, and read again as the same plan.
#![no_main]

use okrkit_testing::law;

libfuzzer_sys::fuzz_target!(|data: &[u8]| law::holds_for(data));
