// SPDX-License-Identifier: MIT
// npm's html-validate, set for pages of ours: the rules that are off, and why.
import { HtmlValidate } from 'html-validate';

const kOff = {
  'no-trailing-whitespace': 'layout of the source, which no visitor sees',
  'long-title': 'titles are the editors’ words',
  'no-redundant-role': 'role="list": Safari takes a list without bullets for none (RGAA 9.3)',
  'wcag/h32': 'a choice acts at once: there is nothing to send',
};

// A browser writes the page it shows in its own way.
const kOffInRendered = {
  'attribute-boolean-style': 'hidden="" is how a browser writes hidden',
  'attribute-empty-style': 'the same',
};

const off = (rules) => Object.fromEntries(Object.keys(rules).map((name) => [name, 'off']));

const kRules = {
  ...off(kOff),
  'no-missing-references': 'error',
  'doctype-style': ['error', { style: 'lowercase' }],
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
  // Ids end with values of the query, which hold dots: CC-BY-SA-4.0.
  'valid-id': ['error', { relaxed: true }],
  // What scrolls by itself is named and takes the focus (WCAG 2.1.1).
  'prefer-native-element': ['error', { exclude: ['region'] }],
};

// ARIA as pages of ours use it; names of attributes are axe-core's part (accessibility-pages.mjs).
const kClaim = { enum: ['true', 'false'] };
const kAria = {
  role: { enum: ['alert', 'group', 'img', 'link', 'list', 'navigation', 'region', 'status'] },
  'aria-current': { enum: ['page', 'true'] },
  'aria-live': { enum: ['polite', 'assertive'] },
  ...Object.fromEntries(
    ['disabled', 'expanded', 'hidden', 'invalid', 'pressed'].map((name) => [`aria-${name}`, kClaim]),
  ),
};
const kOnlyInShadow = { part: { allowed: () => 'only within a shadow tree' } };

/** What the validator has against a page, one line each. `isRendered`: written by a browser. `isShadow`: of a shadow tree. */
export async function faults(html, { isRendered = false, isShadow = false } = {}) {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended'],
    elements: ['html5', { '*': { attributes: { ...kAria, ...(isShadow ? {} : kOnlyInShadow) } } }],
    rules: { ...kRules, ...(isRendered ? off(kOffInRendered) : {}) },
  });
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector, line }) => `${ruleId}: ${message} (${selector ?? `line ${line}`})`),
  );
}
