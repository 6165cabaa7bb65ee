//! Enums whose variants are words of the format: declared once, with their wire names.

/// Declares enums; each variant's documentation, name and word stand in one line.
macro_rules! words {
    ($($(#[$doc:meta])+ $name:ident { $($(#[$variant_doc:meta])+ $variant:ident $word:literal,)+ })+) => {$(
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])+ #[cfg_attr(feature = "full", serde(rename = $word))] $variant,)+
        }

        impl $name {
            /// Every value with its wire name.
            pub const NAMES: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];

            /// The wire name.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value of that wire name, if there is one.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
            }
        }
    )+};
}

pub(crate) use words;
