// axe-core as text, and how it is run: with every rule, on one document.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Frames are audited one by one, each in its own realm. The ligature check needs a canvas, which the form has not;
// the only pseudo element behind a button is the fade above the bar of buttons.
export const axeCall = `axe.run(document, { iframes: false, resultTypes: ['violations', 'incomplete'],
  checks: { 'color-contrast': { options: { ignoreLigature: true, ignorePseudo: true } } } }).then((result) => ({
  passes: result.passes.length,
  violations: result.violations.map((rule) => rule.id + ': ' + rule.nodes.map((node) => node.target.join(' ') + ' (' +
    [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ') + ')').join(' | ')),
  incomplete: result.incomplete.map((rule) => rule.id + ': ' + rule.nodes.map((node) => node.target.join(' ') + ' (' +
    [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ') + ')').join(' | ')),
}))`;
