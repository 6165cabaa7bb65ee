//! Where in a JSON text something stands: a JSON Pointer (RFC 6901).
use std::fmt;

/// A JSON Pointer; the empty one means the whole text.
///
/// ```
/// # use rapport::Pointer;
/// let at = Pointer::root().key("items").index(3).key("a/b");
/// assert_eq!(at.to_string(), "/items/3/a~1b");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "full", derive(serde::Serialize), serde(transparent))]
pub struct Pointer(String);

impl Pointer {
    /// The whole text.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The member `key` of the object here.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let mut path = self.0.clone();
        path.push('/');
        for letter in key.chars() {
            match letter {
                '~' => path.push_str("~0"),
                '/' => path.push_str("~1"),
                other => path.push(other),
            }
        }
        Self(path)
    }

    /// The element `index` of the list here, counted from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.key(&index.to_string())
    }

    /// The pointer as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
