//! The instruments that responses are read for, and the seeds that a corpus can be grown from.

/// A definition for every kind of item, rule, condition and interpretation that the engine knows.
const SAMPLES: [&str; 14] = [
    include_str!("../../instruments/alliance/definition.json"),
    include_str!("../../tests/cases/banded-and-critical/definition.json"),
    include_str!("../../tests/cases/changing/definition.json"),
    include_str!("../../tests/cases/composites/definition.json"),
    include_str!("../../tests/cases/conditions/definition.json"),
    include_str!("../../tests/cases/every-type/definition.json"),
    include_str!("../../tests/cases/five-scales/definition.json"),
    include_str!("../../tests/cases/mapped/definition.json"),
    include_str!("../../tests/cases/normed/definition.json"),
    include_str!("../../tests/cases/operators/definition.json"),
    include_str!("../../tests/cases/percent-count-ten/definition.json"),
    include_str!("../../tests/cases/replaced/definition.json"),
    include_str!("../../tests/cases/ten-not-applicable/definition.json"),
    include_str!("../../tests/cases/weighted/definition.json"),
];

/// Definitions that are sound.
#[must_use]
pub fn samples() -> &'static [&'static str] {
    &SAMPLES
}
