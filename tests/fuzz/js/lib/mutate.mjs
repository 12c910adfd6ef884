// SPDX-License-Identifier: MIT
// Pages changed a little, as editors and broken tools change them.

/** What editors and tools forget, double or misplace. */
const pieces = [
  ...[
    '<',
    '>',
    '"',
    "'",
    '&',
    '&lt;',
    '&nbsp;',
    '\u00a0',
    '\ufeff',
    '\0',
    '\uffff',
    '\u202e',
    '😀',
    '\t',
    '\n',
    '\r\n',
    '\n\n',
  ],
  ...[
    '<h2>',
    '</h2>',
    '<h3></h3>',
    '</h4>',
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<ul>',
    '<li>',
    '</ul>',
    '<table><tr><td>',
    '</table>',
  ],
  ...[
    '<span class="fr-tag">',
    '</span>',
    '<a href="/x">',
    '</a>',
    '<a>',
    '<b>',
    '</i>',
    '<br>',
    '<!--',
    '-->',
    '<main>',
    '</main>',
  ],
  ...[
    '<article>',
    '</article>',
    '<section class="card">',
    '<select><option>',
    '<template>',
    '<svg><title>',
    '<math><mi>',
    '<form>',
  ],
  ...[
    '<script>',
    '</script>',
    '<style>',
    '<textarea>',
    '<title>',
    '<base href="/a/">',
    '<html lang="en">',
    '</body>',
    '<noscript>',
  ],
  ...[
    '<catalogue-formations src="catalogue.json">',
    '</catalogue-formations>',
    '<dl><dt>',
    '<dd>',
    '<p class="tag" data-tag>',
  ],
  ...[
    '# ',
    '## ',
    '### A (B)',
    '- ',
    '> ',
    '```',
    '***',
    '[a](',
    '](b)',
    '![',
    '<https://e.org>',
    '| a | b |\n|---|---|\n',
    '---\n',
    '{{ x }}',
    '{% raw %}',
    '{#',
  ],
  ...['Durée : 2 h', 'Licence CC BY 4.0', 'javascript:alert(1)', '()', ')', '(', '::: tip', '{.a}'],
];

/** `text` with one to eight changes: cut, doubled, moved or inserted stretches, at tags and lines more often than elsewhere. */
export function mutate(text, chance) {
  let mutant = text;
  for (let left = 1 + chance.below(8); left > 0; left--) mutant = change(mutant, chance).slice(0, kMaxLength);
  return mutant;
}

const kMaxLength = 40_000;

function change(text, chance) {
  const start = placeIn(text, chance);
  const end = Math.min(text.length, start + 1 + chance.below(chance.pick([2, 12, 80, 600])));
  const stretch = text.slice(start, end);
  switch (chance.below(6)) {
    case 0:
      return text.slice(0, start) + text.slice(end);
    case 1:
      return text.slice(0, end) + stretch + text.slice(end);
    case 2: {
      const rest = text.slice(0, start) + text.slice(end);
      const to = placeIn(rest, chance);
      return rest.slice(0, to) + stretch + rest.slice(to);
    }
    case 3:
      return (
        text.slice(0, start) +
        chance.pick(pieces).repeat(1 + (chance.below(8) === 0 ? chance.below(40) : 0)) +
        text.slice(start)
      );
    default:
      return text.slice(0, start) + chance.pick(pieces) + text.slice(start + chance.below(3));
  }
}

/** Half of the places stand at a tag or at a line's start. */
function placeIn(text, chance) {
  const any = chance.below(text.length + 1);
  if (chance.below(2) === 0) return any;
  const mark = chance.pick(['<', '\n', '>']);
  const found = text.indexOf(mark, any);
  return found < 0 ? any : found + (mark === '<' ? 0 : 1);
}
