//! Reading a [`Json`] tree into typed values: goes on after a fault, so that all faults are told at once.
use std::collections::BTreeSet;

use crate::code::IssueCode;
use crate::faults::Faults;
use crate::id::IdError;
use crate::json::Json;
use crate::pointer::Pointer;

/// What reads one value: gives `None` when it could not, having told why.
pub(crate) trait Read<T>: Fn(&mut Faults, &Json, &Pointer) -> Option<T> {}

impl<T, F: Fn(&mut Faults, &Json, &Pointer) -> Option<T>> Read<T> for F {}

/// The most entries that a list or an object with the writer's own keys may have.
pub(crate) const MAX_ENTRIES: usize = 500;
/// The longest key of a writer's own; identifiers are no longer.
const MAX_KEY: usize = 40;

fn wrong_type<T>(faults: &mut Faults, needed: &str, found: &Json, at: &Pointer) -> Option<T> {
    faults.tell(IssueCode::WrongType, at, format_args!("needs {needed}, found {}", found.kind()));
    None
}

/// Nothing of a list or object that is too long is read: its faults would be without end as well.
pub(crate) fn limited(faults: &mut Faults, entries: usize, most: usize, at: &Pointer) -> Option<()> {
    if entries > most {
        faults.tell(IssueCode::TooMany, at, format_args!("has {entries} entries, at most {most} are read"));
    }
    (entries <= most).then_some(())
}

/// An object being read: every key is taken once, what is left over is told by [`Object::finish`].
#[derive(Debug)]
pub(crate) struct Object<'j> {
    at: Pointer,
    entries: &'j [(String, Json)],
    known: Vec<&'static str>,
}

impl<'j> Object<'j> {
    pub(crate) fn open(faults: &mut Faults, json: &'j Json, at: &Pointer) -> Option<Self> {
        let entries = entries(faults, json, at)?;
        Some(Self { at: at.clone(), entries, known: Vec::new() })
    }

    /// The value of a key that has to be there.
    pub(crate) fn needs<T>(
        &mut self,
        faults: &mut Faults,
        key: &'static str,
        read: impl Read<T>,
    ) -> Option<T> {
        let found = self.may(faults, key, read);
        if !self.has(key) {
            faults.tell(IssueCode::MissingKey, &self.at, format!("lacks the key `{key}`"));
        }
        found
    }

    /// The value of a key that may be left out.
    pub(crate) fn may<T>(&mut self, faults: &mut Faults, key: &'static str, read: impl Read<T>) -> Option<T> {
        self.known.push(key);
        let (_, json) = self.entries.iter().find(|(name, _)| name == key)?;
        read(faults, json, &self.at.key(key))
    }

    /// Whether the key is there, readable or not.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(name, _)| name == key)
    }

    /// Tells every key that the format does not know.
    pub(crate) fn finish(self, faults: &mut Faults) {
        for (name, _) in self.entries {
            if !self.known.contains(&name.as_str()) {
                let known = self.known.join("`, `");
                let sentence = format!("unknown key `{name}`, known are `{known}`");
                faults.tell(IssueCode::UnknownKey, &self.at.key(name), sentence);
            }
        }
    }
}

/// The entries of an object, keys given twice among them.
pub(crate) fn entries_as_given<'j>(
    faults: &mut Faults,
    json: &'j Json,
    at: &Pointer,
) -> Option<&'j [(String, Json)]> {
    let Json::Object(entries) = json else { return wrong_type(faults, "an object", json, at) };
    Some(entries)
}

/// The entries of an object; a key given twice is a fault.
fn entries<'j>(faults: &mut Faults, json: &'j Json, at: &Pointer) -> Option<&'j [(String, Json)]> {
    let entries = entries_as_given(faults, json, at)?;
    let mut seen = BTreeSet::new();
    for (key, _) in entries {
        if !seen.insert(key) {
            faults.tell(
                IssueCode::DuplicateKey,
                &at.key(key),
                format_args!("the key `{key}` is given twice"),
            );
        }
    }
    Some(entries)
}

/// An object whose keys are the writer's own, each value read by `read`.
pub(crate) fn map<T>(
    faults: &mut Faults,
    json: &Json,
    at: &Pointer,
    read: impl Read<T>,
) -> Option<Vec<(String, T)>> {
    let entries = entries(faults, json, at)?;
    limited(faults, entries.len(), MAX_ENTRIES, at)?;
    let values = entries.iter().map(|(key, value)| {
        // Before the value: a place is told with each fault in there, and is not to be without bounds.
        if key.len() > MAX_KEY {
            faults.tell(
                IssueCode::InvalidId,
                at,
                format_args!("a key has {} bytes, at most {MAX_KEY}", key.len()),
            );
            return None;
        }
        Some((key.clone(), read(faults, value, &at.key(key))?))
    });
    // Not `collect` into an Option at once: every entry is to be read, also after a bad one.
    let values: Vec<_> = values.collect();
    values.into_iter().collect()
}

pub(crate) fn list<T>(faults: &mut Faults, json: &Json, at: &Pointer, read: impl Read<T>) -> Option<Vec<T>> {
    let Json::List(values) = json else { return wrong_type(faults, "a list", json, at) };
    limited(faults, values.len(), MAX_ENTRIES, at)?;
    let values = values.iter().enumerate().map(|(index, value)| read(faults, value, &at.index(index)));
    let values: Vec<_> = values.collect();
    values.into_iter().collect()
}

/// An identifier, told with its own code when the text is none.
pub(crate) fn identifier<T>(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<T>
where
    T: TryFrom<String, Error = IdError>,
{
    let text = text(faults, json, at)?;
    let parsed = T::try_from(text.clone());
    if let Err(IdError(code)) = parsed {
        faults.tell(code, at, format!("`{text}` will not do: {}", code.meaning()));
    }
    parsed.ok()
}

pub(crate) fn text(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<String> {
    match json {
        Json::Text(text) if text.trim().is_empty() => {
            faults.tell(IssueCode::EmptyText, at, "the text is empty");
            None
        }
        Json::Text(text) => Some(text.clone()),
        other => wrong_type(faults, "a text", other, at),
    }
}

/// One of a few words, each with what it stands for.
pub(crate) fn word<T: Copy>(
    faults: &mut Faults,
    json: &Json,
    at: &Pointer,
    words: &[(&str, T)],
) -> Option<T> {
    let text = text(faults, json, at)?;
    let found = words.iter().find(|(name, _)| *name == text);
    if found.is_none() {
        let known = words.iter().map(|(name, _)| *name).collect::<Vec<_>>().join("`, `");
        faults.tell(IssueCode::UnknownValue, at, format!("`{text}` is none of `{known}`"));
    }
    found.map(|(_, value)| *value)
}

pub(crate) fn number(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<f64> {
    match json {
        Json::Number(number) => Some(*number),
        other => wrong_type(faults, "a number", other, at),
    }
}

/// A whole number from -1,000,000 to 1,000,000: enough for codes and counts, and exact as `i32`.
pub(crate) fn whole(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<i32> {
    let value = number(faults, json, at)?;
    let whole = crate::number::whole(value);
    if whole.is_none() {
        faults.tell(IssueCode::NotWhole, at, "needs a whole number from -1000000 to 1000000");
    }
    whole
}

/// A whole number within two ends.
pub(crate) fn whole_from(faults: &mut Faults, json: &Json, at: &Pointer, min: i32, max: i32) -> Option<i32> {
    let whole = whole(faults, json, at)?;
    if !(min..=max).contains(&whole) {
        faults.tell(IssueCode::OutOfRange, at, format_args!("needs a whole number from {min} to {max}"));
    }
    Some(whole)
}

pub(crate) fn flag(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<bool> {
    match json {
        Json::Bool(value) => Some(*value),
        other => wrong_type(faults, "a boolean", other, at),
    }
}
