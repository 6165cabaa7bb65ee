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
        self.then(|| key.replace('~', "~0").replace('/', "~1"))
    }

    /// The element `index` of the list here, counted from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.then(|| index.to_string())
    }

    fn then(&self, step: impl FnOnce() -> String) -> Self {
        // In the sealed form nobody reads places, and writing them would cost bytes on the wire.
        if cfg!(feature = "full") { Self(format!("{}/{}", self.0, step())) } else { Self::default() }
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
