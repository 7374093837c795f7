//! A walk over the values of a JSON text, for places and mending: iterative, so that depth costs no stack, and one pass.

use std::borrow::Cow;

/// The way from a container to the value at hand.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step<'t> {
    /// The name of a member, as it is written, quotes and escapes and all.
    Member(&'t str),
    /// The place in a list.
    Item(usize),
}

impl<'t> Step<'t> {
    /// The segment of a pointer, not escaped.
    pub(super) fn segment(self) -> Cow<'t, str> {
        match self {
            Self::Item(at) => Cow::Owned(at.to_string()),
            Self::Member(raw) => {
                let plain = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')).unwrap_or(raw);
                if plain.contains('\\') {
                    // Half a surrogate pair has no text; its own letters stand for it.
                    serde_json::from_str::<String>(raw).map_or(Cow::Borrowed(plain), Cow::Owned)
                } else {
                    Cow::Borrowed(plain)
                }
            }
        }
    }
}

/// What a walk comes across.
#[derive(Debug, Clone, Copy)]
pub(super) enum Event<'t> {
    /// A list or an object begins at this byte; the outermost value has no step that leads to it.
    Open(usize, Option<Step<'t>>),
    /// The innermost list or object ends.
    Close,
    /// A scalar at this byte, as it is written.
    Scalar(usize, &'t str, Option<Step<'t>>),
}

#[derive(Debug, Clone, Copy)]
enum Container<'t> {
    List(usize),
    /// With the name of the member at hand; none before the first and after each comma.
    Object(Option<&'t str>),
}

impl<'t> Container<'t> {
    fn step(self) -> Step<'t> {
        match self {
            Self::List(at) => Step::Item(at),
            Self::Object(name) => Step::Member(name.unwrap_or_default()),
        }
    }
}

/// A walk over a text that is known to be JSON. Over another it ends somewhere, and what it says means nothing.
#[derive(Debug)]
pub(super) struct Scan<'t> {
    text: &'t str,
    at: usize,
    open: Vec<Container<'t>>,
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, open: Vec::new() }
    }

    /// The steps from the outermost value to the scalar at hand.
    pub(super) fn steps(&self) -> impl Iterator<Item = Step<'t>> + '_ {
        self.open.iter().map(|container| container.step())
    }

    /// How many containers are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    fn step(&self) -> Option<Step<'t>> {
        self.open.last().map(|container| container.step())
    }

    fn enter(&mut self, container: Container<'t>) -> Event<'t> {
        let event = Event::Open(self.at, self.step());
        self.open.push(container);
        self.at += 1;
        event
    }

    /// The part of the text from here to the end of the string or word that begins here.
    fn word(&mut self) -> &'t str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut escaped = false;
        let mut is_end = |byte: u8| {
            let closes = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            closes
        };
        let length = match rest.strip_prefix('"') {
            Some(inner) => inner.bytes().position(&mut is_end).map(|end| end + 2),
            None => rest.bytes().position(|byte| b",]} \n\r\t".contains(&byte)),
        };
        let word = length.and_then(|length| rest.get(..length)).unwrap_or(rest);
        self.at += word.len().max(1);
        word
    }
}

impl<'t> Iterator for Scan<'t> {
    type Item = Event<'t>;

    fn next(&mut self) -> Option<Event<'t>> {
        loop {
            match self.text.as_bytes().get(self.at)? {
                b' ' | b'\n' | b'\r' | b'\t' | b':' => self.at += 1,
                b',' => {
                    self.at += 1;
                    match self.open.last_mut() {
                        Some(Container::List(at)) => *at += 1,
                        Some(Container::Object(name)) => *name = None,
                        None => {}
                    }
                }
                b'[' => return Some(self.enter(Container::List(0))),
                b'{' => return Some(self.enter(Container::Object(None))),
                b']' | b'}' => {
                    self.at += 1;
                    self.open.pop();
                    return Some(Event::Close);
                }
                _ => {
                    let begin = self.at;
                    let word = self.word();
                    if let Some(Container::Object(name @ None)) = self.open.last_mut() {
                        *name = Some(word);
                    } else {
                        return Some(Event::Scalar(begin, word, self.step()));
                    }
                }
            }
        }
    }
}
