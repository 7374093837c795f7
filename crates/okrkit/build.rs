//! Makes the table by which words are told alike: what each letter is without accents and other marks, as Unicode has it.
//!
//! The tables of the library serve every form of normalisation and are seven times as large; a browser would have to load them.

use std::path::Path;
use std::{env, fs, io, iter};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut table = Vec::new();
    let (mut before, mut last) = (0, 0);
    // Syllables of Hangul are taken apart by rule, not by table.
    for letter in ('\0'..=char::MAX).filter(|letter| !('가'..='힣').contains(letter)) {
        let bare: Vec<char> = iter::once(letter).nfkd().filter(|part| !is_combining_mark(*part)).collect();
        if bare == [letter] {
            continue;
        }
        // Each letter by how far it is from the one before, how many it comes to, and each of these likewise.
        number(u32::from(letter) - before, &mut table);
        before = u32::from(letter);
        table.push(u8::try_from(bare.len()).map_err(io::Error::other)?);
        for part in bare {
            let step = i64::from(u32::from(part)) - i64::from(last);
            let folded = if step < 0 { -2 * step - 1 } else { 2 * step };
            number(u32::try_from(folded).map_err(io::Error::other)?, &mut table);
            last = u32::from(part);
        }
    }
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo says no OUT_DIR"))?;
    fs::write(Path::new(&out).join("letters.bin"), table)
}

/// Writes a number in bytes of seven bits, the lowest first; all but the last have the eighth set.
fn number(mut number: u32, out: &mut Vec<u8>) {
    while number > 127 {
        out.push(u8::try_from(number & 127).unwrap_or_default() | 128);
        number >>= 7;
    }
    out.push(u8::try_from(number).unwrap_or_default());
}
