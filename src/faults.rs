//! The faults found in a definition or response so far.
use std::fmt;

use crate::code::IssueCode;
use crate::issue::Issue;
use crate::pointer::Pointer;

/// So many faults help nobody more; a hostile text is not to fill the memory with them.
const MAX_FAULTS: usize = 1000;

#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Issue>);

impl Faults {
    pub(crate) fn tell(&mut self, code: IssueCode, at: &Pointer, sentence: impl fmt::Display) {
        if self.0.len() < MAX_FAULTS {
            self.0.push(Issue::error(code, at, sentence));
        } else if self.0.len() == MAX_FAULTS {
            let root = Pointer::root();
            self.0.push(Issue::error(IssueCode::TooMany, &root, "there are more faults than the first 1000"));
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn into_issues(self) -> Vec<Issue> {
        self.0
    }
}
