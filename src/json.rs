//! A JSON text as a tree that keeps what other trees lose: keys given twice, and their order.
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::code::IssueCode;
use crate::issue::Issue;
use crate::pointer::Pointer;

/// The longest text that is read, in bytes.
pub const MAX_BYTES: usize = 1024 * 1024;
/// The deepest nesting of lists and objects that is read.
pub const MAX_DEPTH: usize = 32;

#[derive(Debug)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads one JSON text; numbers that are not finite, lone surrogates and a byte order mark are refused.
    pub(crate) fn read(text: &str) -> Result<Self, Issue> {
        let root = Pointer::root();
        if text.len() > MAX_BYTES {
            let sentence = format!("the text has more than {MAX_BYTES} bytes");
            return Err(Issue::fatal(IssueCode::TooLarge, &root, sentence));
        }
        let mut source = serde_json::Deserializer::from_str(text);
        let tree = Depth(0).deserialize(&mut source).and_then(|tree| source.end().map(|()| tree));
        tree.map_err(|fault| {
            let (line, column) = (fault.line(), fault.column());
            if fault.is_data() {
                let sentence = format!("nested deeper than {MAX_DEPTH} at line {line}, column {column}");
                Issue::fatal(IssueCode::TooDeep, &root, sentence)
            } else {
                Issue::fatal(IssueCode::NotJson, &root, fault.to_string())
            }
        })
    }

    /// The JSON type's name, with its article, for sentences.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

/// Reads a value that stands this deep; counting here, the limit holds before any memory is taken.
#[derive(Clone, Copy)]
struct Depth(usize);

impl Depth {
    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.0 >= MAX_DEPTH { Err(E::custom("too deep")) } else { Ok(Self(self.0 + 1)) }
    }
}

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Depth {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    // JSON has one kind of number; so has this tree, as JavaScript has.
    #[expect(clippy::as_conversions, reason = "beyond 2^53 the nearest double is what JSON readers give")]
    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    #[expect(clippy::as_conversions, reason = "beyond 2^53 the nearest double is what JSON readers give")]
    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json, A::Error> {
        let inside = self.deeper()?;
        let mut list = Vec::new();
        while let Some(value) = seq.next_element_seed(inside)? {
            list.push(value);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let inside = self.deeper()?;
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            entries.push((key, map.next_value_seed(inside)?));
        }
        Ok(Json::Object(entries))
    }
}
