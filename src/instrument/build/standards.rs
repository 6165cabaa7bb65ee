//! Builds norms, cut scores, figures of change and critical items: each on a scale or item that is there.
use super::super::{
    ChangeFigures, Critical, CutScore, Direction, Figures, Item, Norm, NormRule, Scale, Test,
};
use super::Builder;
use crate::code::IssueCode;
use crate::definition::GroupFigures;
use crate::id::ScaleId;
use crate::pointer::Pointer;

impl Builder<'_> {
    pub(super) fn norms(&mut self, scales: &[Scale]) -> Vec<Norm> {
        let definition = self.definition;
        let mut norms: Vec<Norm> = Vec::new();
        for (index, norm) in definition.norms.iter().enumerate() {
            let at = Pointer::root().key("norms").index(index);
            let scale = self.scale_place(&norm.scale, scales, &at);
            let evidence = self.evidence(&norm.evidence, &at.key("evidence"));
            let group = definition.norm_groups.iter().find(|(known, _)| *known == norm.group);
            if group.is_none() {
                let sentence = format_args!("no norm group has the name `{}`", norm.group);
                self.tell(IssueCode::UnknownGroup, &at.key("group"), sentence);
            }
            let (Some(scale), Some(evidence), Some((group, attributes))) = (scale, evidence, group) else {
                continue;
            };
            if let Some(scale) = scales.get(scale) {
                self.check_norm(&norm.rule, scale, &at);
            }
            let twice = |earlier: &Norm| {
                (earlier.scale, &earlier.group) == (scale, group) && share(&earlier.rule, &norm.rule)
            };
            if norms.iter().any(twice) {
                let sentence = "another norm gives the same for this scale and group";
                self.tell(IssueCode::DuplicateNorm, &at, sentence);
            }
            let (group, attributes) = (group.clone(), attributes.clone());
            norms.push(Norm { scale, group, attributes, evidence, rule: norm.rule.clone() });
        }
        norms
    }

    /// A norm of another metric than the scale's would give figures that look sound and are not.
    fn check_norm(&mut self, rule: &NormRule, scale: &Scale, at: &Pointer) {
        let outside = |score: f64| !(scale.min..=scale.max).contains(&score);
        match rule {
            NormRule::Linear { mean, gives, .. } => {
                let at = at.key("linear");
                if outside(*mean) {
                    self.tell(IssueCode::OutOfRange, &at.key("mean"), "is no score that the scale can have");
                }
                let repeated =
                    |(place, standard)| gives.iter().take(place).any(|earlier| earlier == standard);
                if gives.iter().enumerate().any(repeated) {
                    self.tell(
                        IssueCode::DuplicateNorm,
                        &at.key("gives"),
                        "gives the same standard score twice",
                    );
                }
            }
            NormRule::Table(table) => {
                for (index, _) in table.rows.iter().enumerate().filter(|(_, (score, _))| outside(*score)) {
                    let at = at.key("table").key("rows").index(index).key("score");
                    self.tell(IssueCode::OutOfRange, &at, "is no score that the scale can have");
                }
            }
        }
    }

    pub(super) fn cut_scores(&mut self, scales: &[Scale]) -> Vec<CutScore> {
        let definition = self.definition;
        let mut cut_scores = Vec::new();
        for (index, cut_score) in definition.cut_scores.iter().enumerate() {
            let at = Pointer::root().key("cutScores").index(index);
            let place = self.scale_place(&cut_score.scale, scales, &at);
            let evidence = self.evidence(&cut_score.evidence, &at.key("evidence"));
            if let Some(scale) = place.and_then(|place| scales.get(place)) {
                for (number, band) in cut_score.bands.iter().enumerate() {
                    if band.from <= scale.min || band.from > scale.max {
                        let at = at.key("bands").index(number).key("from");
                        let sentence = "needs to be above the scale's minimum, and not above its maximum";
                        self.tell(IssueCode::OutOfRange, &at, sentence);
                    }
                }
            }
            let (Some(scale), Some(evidence)) = (place, evidence) else { continue };
            cut_scores.push(CutScore { scale, evidence, bands: cut_score.bands.clone() });
        }
        cut_scores
    }

    pub(super) fn change(&mut self, scales: &[Scale]) -> Vec<ChangeFigures> {
        let definition = self.definition;
        let mut all: Vec<ChangeFigures> = Vec::new();
        for (index, change) in definition.change.iter().enumerate() {
            let at = Pointer::root().key("change").index(index);
            let place = self.scale_place(&change.scale, scales, &at);
            let evidence = self.evidence(&change.evidence, &at.key("evidence"));
            let clinical = self.figures(change.clinical.as_ref(), &at.key("clinical"));
            let functional = self.figures(change.functional.as_ref(), &at.key("functional"));
            if let Some(scale) = place.and_then(|place| scales.get(place)) {
                self.check_groups(scale, clinical, functional, &at);
                if scale.direction.is_none() {
                    let sentence =
                        format_args!("the scale `{}` does not say which way it points", change.scale);
                    self.tell(IssueCode::MissingDirection, &at.key("scale"), sentence);
                }
            }
            if all.iter().any(|earlier| Some(earlier.scale) == place) {
                let sentence = format_args!("the change of `{}` is given twice", change.scale);
                self.tell(IssueCode::DuplicateChange, &at.key("scale"), sentence);
            }
            let (Some(scale), Some(evidence)) = (place, evidence) else { continue };
            all.push(ChangeFigures {
                scale,
                sd: change.sd,
                reliability: change.reliability,
                reliability_kind: change.reliability_kind,
                evidence,
                clinical,
                functional,
                cut_off: change.cut_off,
            });
        }
        all
    }

    /// Both means are scores of the scale, and the functional group is on its better side.
    fn check_groups(
        &mut self,
        scale: &Scale,
        clinical: Option<Figures>,
        functional: Option<Figures>,
        at: &Pointer,
    ) {
        for (key, group) in [("clinical", clinical), ("functional", functional)] {
            if group.is_some_and(|group| !(scale.min..=scale.max).contains(&group.mean)) {
                let at = at.key(key).key("mean");
                self.tell(IssueCode::OutOfRange, &at, "is no score that the scale can have");
            }
        }
        let better = if scale.direction == Some(Direction::HigherIsWorse) { -1.0 } else { 1.0 };
        let turned =
            |(clinical, functional): (Figures, Figures)| better * (functional.mean - clinical.mean) <= 0.0;
        if clinical.zip(functional).is_some_and(turned) {
            let sentence = "the functional group is not on the better side of the clinical one";
            self.tell(IssueCode::Contradiction, &at.key("functional").key("mean"), sentence);
        }
    }

    fn figures(&mut self, group: Option<&GroupFigures>, at: &Pointer) -> Option<Figures> {
        let group = group?;
        let evidence = self.evidence(&group.evidence, &at.key("evidence"))?;
        Some(Figures { mean: group.mean, sd: group.sd, evidence })
    }

    pub(super) fn critical_items(&mut self, items: &[Item]) -> Vec<Critical> {
        let definition = self.definition;
        let mut all = Vec::new();
        for (index, critical) in definition.critical_items.iter().enumerate() {
            let at = Pointer::root().key("criticalItems").index(index);
            let question = self.place_of(&critical.link_id, &at.key("linkId"));
            let evidence = self.evidence(&critical.evidence, &at.key("evidence"));
            if let Some(item) = question.and_then(|question| items.get(question)) {
                self.check_comparison(item, critical.operator, &critical.answer, &at, "linkId");
            }
            let (Some(question), Some(evidence)) = (question, evidence) else { continue };
            let test = Test { question, operator: critical.operator, answer: critical.answer.clone() };
            all.push(Critical { test, evidence });
        }
        all
    }

    fn scale_place(&mut self, id: &ScaleId, scales: &[Scale], at: &Pointer) -> Option<usize> {
        let place = scales.iter().position(|scale| scale.id == *id);
        if place.is_none() {
            self.tell(IssueCode::UnknownScale, &at.key("scale"), format_args!("no scale has the id `{id}`"));
        }
        place
    }
}

/// Whether two norms give one and the same standard score.
fn share(one: &NormRule, other: &NormRule) -> bool {
    let gives = |rule: &NormRule| match rule {
        NormRule::Linear { gives, .. } => gives.clone(),
        NormRule::Table(table) => vec![table.gives],
    };
    let others = gives(other);
    gives(one).iter().any(|standard| others.contains(standard))
}
