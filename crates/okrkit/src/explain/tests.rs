use std::collections::BTreeSet;

use super::text::gaps;
use super::{Language, Say};

/// Whether every bracket is closed before the next is opened.
fn is_balanced(sentence: &str, open: char, close: char) -> bool {
    let mut is_open = false;
    let fits = sentence.chars().filter(|c| [open, close].contains(c)).all(|c| {
        let fits = is_open == (c == close);
        is_open = c == open;
        fits
    });
    fits && !is_open
}

#[test]
fn every_sentence_asks_for_the_same_values_in_every_language() {
    for say in Say::ALL {
        let (english, arabic) = (Language::English.sentence(*say), Language::Arabic.sentence(*say));
        let names = |sentence| gaps(sentence).collect::<BTreeSet<&str>>();
        assert_eq!(names(english), names(arabic), "{say:?}");
        for sentence in [english, arabic] {
            assert!(is_balanced(sentence, '{', '}') && is_balanced(sentence, '[', ']'), "{sentence}");
        }
    }
}

#[test]
fn steps_have_names_of_their_own() {
    let names: BTreeSet<&str> = Say::ALL.iter().map(|say| say.as_str()).collect();
    assert_eq!(names.len(), Say::ALL.len());
}
