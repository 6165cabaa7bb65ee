//! [`Definition`] -> [`Instrument`]: every reference is followed, every fault collected.
mod conditions;
mod items;
mod scales;
mod standards;

use std::fmt;

use super::{Digest, Instrument};
use crate::code::IssueCode;
use crate::definition::Definition;
use crate::faults::Faults;
use crate::id::EvidenceId;
use crate::issue::Issue;
use crate::pointer::Pointer;

impl Instrument {
    /// Builds the instrument; the issues are empty exactly when it is given.
    pub(crate) fn build(definition: &Definition, digest: Digest) -> (Option<Self>, Vec<Issue>) {
        let mut builder =
            Builder { definition, faults: Faults::default(), named: vec![false; definition.evidence.len()] };
        let items = builder.items();
        let scales = builder.scales(&items);
        let norms = builder.norms(&scales);
        let cut_scores = builder.cut_scores(&scales);
        let change = builder.change(&scales);
        let critical_items = builder.critical_items(&items);
        builder.check_evidence();
        builder.check_forms();
        let faults = builder.faults;
        let instrument = faults.is_empty().then(|| Self {
            id: definition.id.clone(),
            version: definition.version.clone(),
            status: definition.status,
            digest,
            items,
            scales,
            evidence: definition.evidence.iter().map(|(_, evidence)| evidence.clone()).collect(),
            norms,
            cut_scores,
            change,
            critical_items,
            forms: definition.forms.iter().map(|form| (form.id, form.referent)).collect(),
            #[cfg(feature = "full")]
            spoken: Vec::new(),
        });
        (instrument, faults.into_issues())
    }
}

struct Builder<'d> {
    definition: &'d Definition,
    faults: Faults,
    /// By piece of evidence, whether something names it.
    named: Vec<bool>,
}

impl Builder<'_> {
    fn tell(&mut self, code: IssueCode, at: &Pointer, sentence: impl fmt::Display) {
        self.faults.tell(code, at, sentence);
    }

    /// The place of the evidence that something rests on.
    fn evidence(&mut self, name: &EvidenceId, at: &Pointer) -> Option<usize> {
        let place = self.definition.evidence.iter().position(|(known, _)| known == name);
        if let Some(named) = place.and_then(|place| self.named.get_mut(place)) {
            *named = true;
        } else {
            self.tell(IssueCode::UnknownEvidence, at, format_args!("no evidence has the name `{name}`"));
        }
        place
    }

    fn check_evidence(&mut self) {
        let definition = self.definition;
        for (index, (name, _)) in definition.evidence.iter().enumerate() {
            if self.named.get(index) == Some(&false) {
                let at = Pointer::root().key("evidence").key(name.as_str());
                self.tell(
                    IssueCode::UnusedEvidence,
                    &at,
                    format_args!("nothing names the evidence `{name}`"),
                );
            }
        }
    }

    fn check_forms(&mut self) {
        let definition = self.definition;
        for (index, form) in definition.forms.iter().enumerate() {
            if definition.forms.iter().take(index).any(|earlier| earlier.id == form.id) {
                let at = Pointer::root().key("forms").index(index).key("id");
                self.tell(
                    IssueCode::DuplicateForm,
                    &at,
                    format_args!("the form `{}` is given twice", form.id.name()),
                );
            }
        }
    }
}
