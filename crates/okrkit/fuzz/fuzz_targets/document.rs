//! Any text: read, scored in a named profile, written, and read again as the same plan.
#![no_main]

use okrkit_testing::law;

libfuzzer_sys::fuzz_target!(|data: &[u8]| law::read_score_write_read(data));
