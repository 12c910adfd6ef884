// SPDX-License-Identifier: MIT
// The sanitisers that no package brings here, by their documented allow lists (allow-lists.json, each with its source).
import { readFileSync } from 'node:fs';
import { defaultTreeAdapter as adapter, parseFragment, serialize, serializeOuter } from 'parse5';

export const kAllowLists = JSON.parse(readFileSync(new URL('allow-lists.json', import.meta.url), 'utf8'));

/**
 * What a sanitiser leaves of `html`. Elements that its list does not name are kept (`others: "keep"`), lose their tags
 * ("unwrap"), or become text that shows their markup ("encode"). Script and style never keep their words.
 */
export function sanitise(html, rules) {
  if (rules.others === 'keep') return html;
  const root = parseFragment(html);
  clean(root, rules);
  return serialize(root);
}

function clean(parent, rules) {
  for (const node of [...parent.childNodes]) {
    if (node.nodeName === '#text') continue;
    if (!node.tagName) adapter.detachNode(node);
    else if (rules.elements[node.tagName]) keep(node, rules);
    else takeAway(node, rules);
  }
}

function keep(node, rules) {
  const { elements, everywhere = [], prefixes = [] } = rules;
  const isAllowed = ({ name }) =>
    elements[node.tagName].includes(name) ||
    everywhere.includes(name) ||
    prefixes.some((prefix) => name.startsWith(prefix));
  node.attrs = node.attrs.filter(isAllowed);
  clean(node, rules);
}

function takeAway(node, rules) {
  if (rules.others === 'encode') {
    adapter.insertTextBefore(node.parentNode, serializeOuter(node), node);
  } else if (node.tagName !== 'script' && node.tagName !== 'style') {
    clean(node, rules);
    for (const child of [...node.childNodes]) {
      adapter.detachNode(child);
      adapter.insertBefore(node.parentNode, child, node);
    }
  }
  adapter.detachNode(node);
}
