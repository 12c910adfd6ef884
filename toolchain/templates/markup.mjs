// SPDX-License-Identifier: MIT
// Where in the markup a template stands: among text, in a tag, in a quoted attribute.

/** Before any markup. `at`: 'text', 'tag' or 'quote'; `before`: the tag so far. */
export const atStart = { at: 'text', before: '' };

function step(state, c) {
  if (state.at === 'text') return c === '<' ? { at: 'tag', before: c } : state;
  const before = state.before + c;
  if (c === '"') return { at: state.at === 'quote' ? 'tag' : 'quote', before };
  return state.at === 'tag' && c === '>' ? atStart : { at: state.at, before };
}

/**
 * `text` without the line ends and indents that are its layout (between the attributes of a tag they
 * are one space), and where it ends.
 */
export function readMarkup(text, state) {
  let out = '';
  for (const part of text.split(/([ \t]*\n\s*)/)) {
    const kept = /^\s*\n\s*$/.test(part) ? (state.at === 'tag' ? ' ' : '') : part;
    for (const c of kept) state = step(state, c);
    out += kept;
  }
  return { text: out, state };
}

/** Both ends are in the same place, whatever was written on the way. */
export const sameState = (a, b) => a.at === b.at;

/** Why a value must not stand here; null when it may. */
export function whyNoValue({ at, before }) {
  if (at === 'tag' && !/^<\/?h$/.test(before)) return 'a value in a tag stands in quotes';
  if (at === 'quote' && /\s(?:on\w*|style|srcdoc)="[^"]*$/i.test(before))
    return 'no value goes into a script or a style';
  return null;
}

/** Whether a value here is the start of an address that a browser may follow. */
export const startsAddress = ({ at, before }) => at === 'quote' && /\s(?:href|src|action|formaction)="$/i.test(before);
