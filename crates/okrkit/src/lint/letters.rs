//! What letters are without accents, vowel signs and other marks.

use std::sync::LazyLock;

/// Letters that are something else without marks, sorted, and what they are then: a part of `bare`.
struct Letters {
    letters: Vec<(char, u32, u32)>,
    bare: Vec<char>,
}

/// From the data of Unicode, by `build.rs`: each letter by how far it is from the one before, how many it comes to, and each of
/// these likewise.
static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/letters.bin"));

static LETTERS: LazyLock<Letters> = LazyLock::new(|| Letters::read(TABLE));

impl Letters {
    fn read(table: &[u8]) -> Self {
        let (mut letters, mut bare) = (Vec::new(), Vec::new());
        let mut bytes = table.iter().copied();
        let (mut letter, mut last) = (0_u32, 0_u32);
        while let Some(step) = number(&mut bytes) {
            letter += step;
            let begin = bare.len();
            for _ in 0..number(&mut bytes).unwrap_or_default() {
                let folded = number(&mut bytes).unwrap_or_default();
                let step = folded.div_ceil(2);
                last = if folded % 2 == 1 { last.wrapping_sub(step) } else { last.wrapping_add(step) };
                bare.extend(char::from_u32(last));
            }
            let range = [begin, bare.len()].map(|at| u32::try_from(at).unwrap_or_default());
            letters.extend(char::from_u32(letter).map(|letter| (letter, range[0], range[1])));
        }
        Self { letters, bare }
    }

    fn of(&self, letter: char) -> Option<&[char]> {
        let at = self.letters.binary_search_by_key(&letter, |(letter, ..)| *letter).ok()?;
        let (_, begin, end) = *self.letters.get(at)?;
        self.bare.get(begin as usize..end as usize)
    }
}

/// The next number of the table, in bytes of seven bits, the lowest first; all but the last have the eighth set.
fn number(bytes: &mut impl Iterator<Item = u8>) -> Option<u32> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = bytes.next()?;
        number |= u32::from(byte & 127) << shift;
        shift += 7;
        if byte < 128 {
            return Some(number);
        }
    }
}

/// Adds what a letter is when it is taken apart by Unicode's compatibility decomposition and its marks are left out.
pub(super) fn push_bare(letter: char, out: &mut String) {
    if letter.is_ascii() {
        out.push(letter);
        return;
    }
    if let '가'..='힣' = letter {
        // A syllable of Hangul is made of two or three parts, by a rule of Unicode: 588 for each first one, 28 for each second.
        let syllable = u32::from(letter) - u32::from('가');
        let third = syllable % 28;
        let parts = [0x1100 + syllable / 588, 0x1161 + syllable % 588 / 28, 0x11A7 + third];
        out.extend(parts.into_iter().take(if third == 0 { 2 } else { 3 }).filter_map(char::from_u32));
        return;
    }
    match LETTERS.of(letter) {
        Some(bare) => out.extend(bare),
        None => out.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    /// Every character there is.
    #[test]
    fn letters_are_taken_apart_as_unicode_does() {
        for letter in '\0'..=char::MAX {
            let whole: String = std::iter::once(letter).nfkd().filter(|part| !is_combining_mark(*part)).collect();
            let mut own = String::new();
            super::push_bare(letter, &mut own);
            assert_eq!(own, whole, "{:x}", u32::from(letter));
        }
    }
}
