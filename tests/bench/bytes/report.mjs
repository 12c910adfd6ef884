// SPDX-License-Identifier: MIT
// The table of bytes as Markdown: docs/bench-bytes.md.
import { kDraws, kinds } from './visits.mjs';

const introduction = `How it is measured: a real Chromium opens a page from a host on loopback that has the files in brotli (quality 11) and
counts bodies, not headers. The first list is the page, the style, the engine and the data of twenty trainings; each other row is
what it costs more than the step before, on a fresh page: after the first list, or, for "of a filter", "second filter" and
"after a filter", after the first filter. Medians of ${kDraws} queries of each kind, drawn by seed, and the worst in brackets; KB are 1,000
bytes. Every answer of this package is compared with that of the whole catalogue in Node, total and twenty trainings; of
Pagefind the totals of its filters. "On a slow line": from the address to the first list, 400 ms of latency and 512 kbit/s, median of three;
"none" where it never comes: the tag gives up on a file after 15 s.

The catalogue is made up (\`tests/bench/catalogue-file.mjs\`): titles of 4 to 9 words, descriptions of 20 to 60, from 5,000
French-like words, and some 390 values, each as frequent as the others of its facet. "Natural" words are as frequent as in a text
(Zipf's law); "even" ones all alike, which no text is: the most that such texts can weigh.

- One file: the tag names \`catalogue.json\`.
- Parts: the tag names \`catalogue.parts\`, as \`build\` writes it.
- Pagefind, no UI: its script, every filter with its counts, the data of the twenty results. It corrects no typo, and has values but no ranges.`;

const line = (cells) => `| ${cells.join(' | ')} |`;
const kilobytes = (bytes) => (bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0);
const withWorst = (usual, worst) => (usual === worst ? usual : `${usual} (${worst})`);

function cells(result, kind) {
  const step = result.steps?.[kind];
  if (!step) return ['', ''];
  return [withWorst(kilobytes(step.bytes), kilobytes(step.worstBytes)), withWorst(step.requests, step.worstRequests)];
}

const slowCell = ({ steps, slow }) => (!steps ? '' : slow === null ? 'none' : `${(slow / 1000).toFixed(1)} s`);

/** A table: a row per step, two columns per tool. */
export function bytesSection({ size, frequency, results }) {
  return [
    `## ${size.toLocaleString('en')} trainings, ${frequency} words`,
    '',
    line(['more than the step before', ...results.flatMap(({ name }) => [`${name}: KB`, 'requests'])]),
    `|---|${'--:|'.repeat(2 * results.length)}`,
    ...['first list', ...kinds].map((kind) => line([kind, ...results.flatMap((result) => cells(result, kind))])),
    line(['first list on a slow line', ...results.flatMap((result) => [slowCell(result), ''])]),
    ...results.filter(({ failure }) => failure).flatMap(({ name, failure }) => ['', `${name}: ${failure}.`]),
  ].join('\n');
}

/** The whole document. */
export const writeBytes = (words, version, sections) => `# What a visitor downloads

Made by \`npm run bench:bytes -- ${words.join(' ')}\`, Chromium ${version}.

${introduction}

${sections.join('\n\n')}
`;
