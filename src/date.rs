//! Dates as people know them: a year, perhaps a month of it, perhaps a day of that.
use std::cmp::Ordering;

use crate::instrument::Precision;

/// A date of the Gregorian calendar, as precise as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl Date {
    /// Reads `2026-03-31`, `2026-03` or `2026`; `None` when there is no such date.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year: u16 = digits(parts.next()?, 4)?;
        let month = optional(parts.next(), 1..=12)?;
        let day = optional(parts.next(), 1..=days_in(year, month.unwrap_or(1)))?;
        (year > 0 && parts.next().is_none()).then_some(Self { year, month, day })
    }

    /// How much of the date is there.
    pub(crate) fn precision(self) -> Precision {
        match (self.month, self.day) {
            (Some(_), Some(_)) => Precision::Day,
            (Some(_), None) => Precision::Month,
            _ => Precision::Year,
        }
    }

    /// Which comes first; `None` when one is too imprecise to tell.
    pub(crate) fn compare(self, other: Self) -> Option<Ordering> {
        match self.year.cmp(&other.year) {
            Ordering::Equal => {}
            unequal => return Some(unequal),
        }
        match compare_parts(self.month, other.month)? {
            Ordering::Equal => compare_parts(self.day, other.day),
            unequal => Some(unequal),
        }
    }
}

/// Both absent is as equal as both there and the same.
fn compare_parts(one: Option<u8>, other: Option<u8>) -> Option<Ordering> {
    match (one, other) {
        (None, None) => Some(Ordering::Equal),
        (Some(one), Some(other)) => Some(one.cmp(&other)),
        _ => None,
    }
}

/// `Some(None)` for a part that is not there, `None` for one that is not what it should be.
fn optional(part: Option<&str>, range: std::ops::RangeInclusive<u8>) -> Option<Option<u8>> {
    match part {
        None => Some(None),
        Some(part) => digits(part, 2).filter(|number| range.contains(number)).map(Some),
    }
}

fn digits<T: std::str::FromStr>(part: &str, length: usize) -> Option<T> {
    let sound = part.len() == length && part.chars().all(|letter| letter.is_ascii_digit());
    if sound { part.parse().ok() } else { None }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Date;
    use std::cmp::Ordering;

    #[test]
    fn dates_are_told_from_other_texts() {
        for sound in ["2026-03-31", "2024-02-29", "2000-02-29", "2026-12", "2026", "0001", "9999-12-31"] {
            assert!(Date::read(sound).is_some(), "{sound}");
        }
        for unsound in [
            "",
            "26",
            "2026-3",
            "2026-13",
            "2026-00",
            "2026-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-01-00",
            "0000",
            "2026-01-01-01",
            "2026-01-01T00:00",
            "+026",
            "2026/01/01",
            "-2026",
        ] {
            assert!(Date::read(unsound).is_none(), "{unsound}");
        }
    }

    #[test]
    fn what_is_not_precise_enough_is_not_decided() {
        for (one, other, expected) in [
            ("2026-03-31", "2026-03-30", Some(Ordering::Greater)),
            ("2025", "2026-03", Some(Ordering::Less)),
            ("2026", "2026-03", None),
            ("2026-03", "2026-03-01", None),
            ("2026-03", "2026-02-28", Some(Ordering::Greater)),
            ("2026", "2026", Some(Ordering::Equal)),
        ] {
            let (one, other) = (Date::read(one), Date::read(other));
            assert_eq!(one.zip(other).and_then(|(one, other)| one.compare(other)), expected);
        }
    }
}
