//! Text -> [`Response`], for one instrument.
use super::{Given, Response};
use crate::code::IssueCode;
use crate::error::{Error, Subject};
use crate::faults::Faults;
use crate::id::{InstrumentId, Language, Version};
use crate::instrument::{Form, Instrument};
use crate::json::Json;
use crate::pointer::Pointer;
use crate::read::{self, Object};

/// The most entries that `answers` may have.
const MAX_ANSWERS: usize = 1000;

impl Instrument {
    /// Reads a response to this instrument.
    ///
    /// ```
    /// # fn main() -> Result<(), rapport::Error> {
    /// # let instrument = rapport::Instrument::read(include_str!("../../instruments/alliance/definition.json"))?;
    /// let text = r#"{ "instrument": "alliance", "form": "client", "answers": { "1": 4, "2": null } }"#;
    /// assert_eq!(instrument.read_response(text)?.answers().len(), 2);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Every fault of shape, and another instrument, version or form than this instrument's. What is wrong
    /// with a single answer is no error: [`Instrument::check`] tells it as an issue.
    pub fn read_response(&self, text: &str) -> Result<Response, Error> {
        let json = Json::read(text).map_err(|issue| Error::new(Subject::Response, issue))?;
        let mut faults = Faults::default();
        let response = self.response(&mut faults, &json);
        Error::unless_sound(Subject::Response, response, faults.into_issues())
    }

    fn response(&self, faults: &mut Faults, json: &Json) -> Option<Response> {
        let root = Pointer::root();
        let mut object = Object::open(faults, json, &root)?;
        let instrument = object.needs(faults, "instrument", read::identifier::<InstrumentId>);
        let version = object.may(faults, "version", read::identifier::<Version>);
        let form = object.needs(faults, "form", read::text);
        let _ = object.may(faults, "language", read::identifier::<Language>);
        let answers = object.needs(faults, "answers", answers);
        for key in ["startedAt", "finishedAt"] {
            let _ = object.may(faults, key, instant);
        }
        let times = object.may(faults, "times", times);
        let attributes = object.may(faults, "attributes", |f, j, at| read::map(f, j, at, read::text));
        object.finish(faults);
        if let Some(other) = instrument.filter(|id| id != self.id()) {
            let sentence = format!("`{other}` is not `{}`", self.id());
            faults.tell(IssueCode::WrongInstrument, &root.key("instrument"), sentence);
        }
        if let Some(other) = version.filter(|version| version != self.version()) {
            let sentence = format!("version {other} is not {}", self.version());
            faults.tell(IssueCode::WrongVersion, &root.key("version"), sentence);
        }
        let form = form.and_then(|name| self.form(faults, &name));
        Some(Response {
            form: form?,
            answers: answers?,
            attributes: attributes.unwrap_or_default(),
            times: times.unwrap_or_default(),
        })
    }

    fn form(&self, faults: &mut Faults, name: &str) -> Option<Form> {
        let form = Form::named(name).filter(|form| self.has_form(*form));
        if form.is_none() {
            let sentence = format!("`{}` has no form `{name}`", self.id());
            faults.tell(IssueCode::UnknownForm, &Pointer::root().key("form"), sentence);
        }
        form
    }
}

/// An item answered twice is kept twice here: it is the respondent's slip, told by the check.
fn answers(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<Vec<(String, Given)>> {
    let entries = read::entries_as_given(faults, json, at)?;
    read::limited(faults, entries.len(), MAX_ANSWERS, at)?;
    Some(entries.iter().map(|(link_id, value)| (link_id.clone(), given(value))).collect())
}

fn given(json: &Json) -> Given {
    match json {
        Json::Null => Given::Declined,
        Json::Number(number) => Given::Number(*number),
        Json::Text(text) => Given::Text(text.clone()),
        Json::Bool(flag) => Given::Flag(*flag),
        Json::List(list) => Given::List(list.iter().map(given).collect()),
        other @ Json::Object(_) => Given::Unusable(other.kind()),
    }
}

/// Milliseconds spent on each item, by linkId.
fn times(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<Vec<(String, f64)>> {
    let times = read::map(faults, json, at, read::number)?;
    for (link_id, time) in &times {
        if *time < 0.0 {
            faults.tell(IssueCode::OutOfRange, &at.key(link_id), "a time cannot be negative");
        }
    }
    Some(times)
}

/// A point in time as `2026-11-22T09:30:00Z`: date, `T`, time, and an offset or `Z` (RFC 3339).
fn instant(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<()> {
    let text = read::text(faults, json, at)?;
    if !is_instant(&text) {
        faults.tell(IssueCode::InvalidTime, at, "needs a time such as `2026-11-22T09:30:00Z`");
    }
    Some(())
}

fn is_instant(text: &str) -> bool {
    const SHAPE: &str = "dddd-dd-ddTdd:dd:dd";
    let fits = |shape: &str, part: &str| {
        shape.len() == part.len()
            && shape
                .chars()
                .zip(part.chars())
                .all(|(s, c)| if s == 'd' { c.is_ascii_digit() } else { s == c })
    };
    let Some((moment, rest)) = text.split_at_checked(SHAPE.len()) else { return false };
    let zone =
        rest.strip_prefix('.').map_or(rest, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    fits(SHAPE, moment) && (zone == "Z" || fits("+dd:dd", zone) || fits("-dd:dd", zone)) && text.len() <= 40
}

#[cfg(test)]
mod tests {
    use super::is_instant;

    #[test]
    fn instants_are_told_from_other_texts() {
        for sound in ["2026-11-22T09:30:00Z", "2026-11-22T09:30:00.123Z", "2026-11-22T09:30:00+01:00"] {
            assert!(is_instant(sound), "{sound}");
        }
        for unsound in
            ["", "yesterday", "2026-11-22", "2026-11-22T09:30:00", "2026-11-22 09:30:00Z", "\u{e9}2026"]
        {
            assert!(!is_instant(unsound), "{unsound}");
        }
    }
}
