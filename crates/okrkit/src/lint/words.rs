//! Words of a title, as a reader who does not mind spelling sees them.

use std::collections::{BTreeMap, BTreeSet};

use super::letters::push_bare;

/// A text in small letters, without accents, vowel signs and lengthening strokes. Alef, hamza, taa marbuta and alef maqsura are
/// one letter each, however they are written.
pub(super) fn fold(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    text.chars().flat_map(char::to_lowercase).for_each(|c| push_bare(c, &mut bare));
    bare.chars()
        .filter(|c| *c != '\u{640}')
        .map(|c| match c {
            'ٱ' => 'ا',
            'ة' => 'ه',
            'ى' => 'ي',
            c => c,
        })
        .collect()
}

/// The words of a folded text.
pub(super) fn words(folded: &str) -> Vec<&str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// The numbers of a text: words that begin with a digit of any script. `Q1` is a name and no number. A number beyond what
/// anybody writes in a title is the largest there is.
pub(super) fn numbers(text: &str) -> Vec<u32> {
    let folded = fold(text);
    words(&folded).into_iter().filter_map(number).collect()
}

/// The number that a folded word is.
pub(super) fn number(word: &str) -> Option<u32> {
    let digits = word.chars().map_while(digit);
    let value = || digits.fold(0_u32, |sum, digit| sum.saturating_mul(10).saturating_add(digit));
    word.starts_with(char::is_numeric).then(value)
}

fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

/// A list of words and phrases to be looked for.
pub(super) struct WordList<'a> {
    /// First word → the lists of words that may follow it.
    phrases: BTreeMap<String, Vec<Vec<String>>>,
    shown: BTreeMap<Vec<String>, &'a str>,
}

impl<'a> WordList<'a> {
    pub(super) fn new(list: &'a [String]) -> Self {
        let mut phrases: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
        let mut shown = BTreeMap::new();
        for phrase in list {
            let folded = fold(phrase);
            let words: Vec<String> = words(&folded).into_iter().map(str::to_owned).collect();
            if let Some((first, rest)) = words.split_first() {
                phrases.entry(first.clone()).or_default().push(rest.to_vec());
                shown.entry(words).or_insert(phrase.as_str());
            }
        }
        Self { phrases, shown }
    }

    /// The phrase of the list that begins at a word, as the list writes it.
    fn at(&self, words: &[&str], place: usize) -> Option<&'a str> {
        let after = words.get(place + 1..).unwrap_or_default();
        forms(words.get(place)?).into_iter().find_map(|form| {
            let rests = self.phrases.get(&form)?;
            let rest = rests
                .iter()
                .find(|rest| rest.iter().map(String::as_str).eq(after.iter().take(rest.len()).copied()))?;
            let phrase: Vec<String> = [form].into_iter().chain(rest.iter().cloned()).collect();
            self.shown.get(&phrase).copied()
        })
    }

    /// The first phrase of the list in a text.
    pub(super) fn anywhere(&self, text: &str) -> Option<&'a str> {
        let folded = fold(text);
        let words = words(&folded);
        (0..words.len()).find_map(|place| self.at(&words, place))
    }

    /// The phrase of the list that a text begins with.
    pub(super) fn first(&self, text: &str) -> Option<&'a str> {
        let folded = fold(text);
        self.at(&words(&folded), 0)
    }

    /// The first phrase of the list where a verb may stand: at the beginning, after a joining word, or with the Arabic `و`, which
    /// is written together with the word. After `ب` or `ل` it says how or what for, and not what.
    pub(super) fn as_verb(&self, text: &str, joining: &BTreeSet<String>) -> Option<&'a str> {
        let folded = fold(text);
        let words = words(&folded);
        let may_stand = |place: usize| {
            let before = place.checked_sub(1).and_then(|before| words.get(before));
            let has_particle = words.get(place).is_some_and(|word| word.starts_with('و'));
            before.is_none_or(|before| joining.contains(*before)) || has_particle
        };
        (0..words.len()).filter(|place| may_stand(*place)).find_map(|place| self.at(&words, place))
    }
}

/// A word, and what it may be a form of: English endings and Arabic prefixes taken off. At least three letters stay.
fn forms(word: &str) -> Vec<String> {
    let mut out = vec![word.to_owned()];
    for ending in ["ing", "ed", "es", "s"] {
        if let Some(stem) = word.strip_suffix(ending) {
            out.push(stem.to_owned());
            out.push(format!("{stem}e"));
            // running → runn → run
            let mut letters = stem.chars().rev();
            if letters.next().is_some_and(|last| letters.next() == Some(last)) {
                out.extend(stem.char_indices().last().and_then(|(end, _)| stem.get(..end)).map(str::to_owned));
            }
        }
    }
    for particles in ["", "و", "ب", "ل", "وب", "ول"] {
        let Some(stem) = word.strip_prefix(particles) else { continue };
        out.push(stem.to_owned());
        out.extend(stem.strip_prefix("ال").map(str::to_owned));
        // After ل the article loses its alef: للعملاء.
        if particles.ends_with('ل') {
            out.extend(stem.strip_prefix('ل').map(str::to_owned));
        }
    }
    out.retain(|form| form == word || form.chars().count() >= 3);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn spelling_does_not_matter() {
        assert_eq!(fold("Élève"), "eleve");
        assert_eq!(fold("إطلاقُ حملةٍ"), fold("اطلاق حمله"));
        assert_eq!(fold("شـركة الأَرْز"), "شركه الارز");
        assert_eq!(fold("مسؤول"), "مسوول");
    }

    #[test]
    fn digits_of_any_script_are_numbers_and_names_are_none() {
        assert_eq!(numbers("Reach ٥٠٠ deals in Q1 of 2026, ۷ more"), [500, 2026, 7]);
        assert_eq!(numbers("B2B in H1"), [] as [u32; 0]);
        assert_eq!(numbers("99999999999"), [u32::MAX]);
    }

    #[test]
    fn words_are_found_in_their_forms_and_not_within_others() {
        let words = list(&["launch", "run", "roll out", "إطلاق"]);
        let words = WordList::new(&words);
        let joining = BTreeSet::from(["and".to_owned()]);
        let found = |text| words.as_verb(text, &joining);
        assert_eq!(found("Launching 3 shops"), Some("launch"));
        assert_eq!(found("Win and run 3 shops"), Some("run"));
        assert_eq!(found("Running 3 shops"), Some("run"));
        assert_eq!(found("Rolling out the tool"), Some("roll out"));
        assert_eq!(found("Roll the dice"), None);
        assert_eq!(found("Relaunch the shop"), None);
        assert_eq!(found("Grow in the long run"), None);
        assert_eq!(found("الاطلاق في السوق"), Some("إطلاق"));
        assert_eq!(found("كسب عملاء وإطلاق حملة"), Some("إطلاق"));
        assert_eq!(found("كسب عملاء بالإطلاق المبكر"), None);
        assert_eq!(words.anywhere("كسب عملاء بالإطلاق المبكر"), Some("إطلاق"));
        assert_eq!(words.anywhere("ميزانية للإطلاق"), Some("إطلاق"));
    }
}
