// SPDX-License-Identifier: MIT
// The pages around the tools: one way to write a training, so that all lists weigh the same.
import { heldBy } from './scenario.mjs';

export const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** What a visitor reads of a training. */
export function describe({ title, provider, description, durations, licence, url }) {
  const tags = [...durations.map(({ text }) => text), licence?.id].filter(Boolean);
  return `<h2>${escapeHtml(title)}${provider ? ` (${escapeHtml(provider)})` : ''}</h2>
<p>${tags.map((tag) => `<span class="tag">${escapeHtml(tag)}</span>`).join(' ')}</p><p>${escapeHtml(description)}</p>
<p><a href="${escapeHtml(url)}">Voir ${escapeHtml(title)}</a></p>`;
}

/** A list item per training; `attributes(held)` gives what the tool filters by. */
export const items = ({ trainings }, attributes) =>
  trainings
    .map((training) => `<li data-id="${training.id}" ${attributes(heldBy(training))}>${describe(training)}</li>`)
    .join('\n');

/** A checkbox per value; `attributes(key, value)` gives what the tool listens to. */
export const checkboxes = (values, attributes) =>
  Object.entries(values)
    .map(
      ([key, list]) => `<fieldset><legend>${key}</legend>
${list.map(({ value }) => `<label><input type="checkbox" value="${escapeHtml(value)}" ${attributes(key, value)}> ${escapeHtml(value)}</label>`).join('\n')}</fieldset>`,
    )
    .join('\n');

/** A whole page. */
export const page = (
  head,
  body,
) => `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Formations</title><link rel="stylesheet" href="/page.css">${head}</head><body><main><h1>Formations</h1>${body}</main></body></html>`;

export const pageStyle = 'body{margin:0 auto;max-width:60rem;padding:1rem;font:1rem/1.5 sans-serif}';
