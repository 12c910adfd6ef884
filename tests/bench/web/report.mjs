// SPDX-License-Identifier: MIT
// The measures in the browser as Markdown: docs/bench-web.md.
import { cpus } from 'node:os';
import { kSlow } from './measure.mjs';

const introduction = `How it is measured: a real Chromium opens the tool's page, 1280 × 1800 px, from a host on loopback, so no network time
counts. The mouse clicks six checkboxes, one after the other: a licence, a duration, then other licences in the first one's place.
The time runs from the click to the end of the first frame in which the list is right, by the oracle of the tests, for twenty
trainings that must be seen and twenty that must not; after each click the whole list that is shown is compared too, and a
wrong one fails the row. "First" is the first click on a fresh page, which fetches what a tool fetches only then; "later" is
the median of the five others. A frame lasts 16.7 ms, which is the least there is. Medians of three visits. "1×, 4×, 6×" is how
many times the page's processor is slowed; "work" the processor time that the page's thread spends on a later click, which other
programs on the machine do not lengthen. All tools get the same made-up trainings, each set up as its own guide says.
What each step of a large catalogue sends, beside Pagefind without its UI: [bench-bytes.md](bench-bytes.md).`;

const ms = (value) => value.toFixed(0);
const kilobytes = (bytes) => (bytes === 0 ? '0' : (bytes / 1024).toFixed(1));
const line = (cells) => `| ${cells.join(' | ')} |`;
const heads = (names) => [line(names), `|---|${'--:|'.repeat(names.length - 1)}`];
/** What was not measured stays empty. */
const cell = (run, write) => (run ? write(run) : '');

function timeTable(results) {
  const names = [
    'tool',
    ...kSlow.map((slow) => `first ${slow}×`),
    ...kSlow.map((slow) => `later ${slow}×`),
    'worst later 6×',
    'work 1×',
    'list shown 4×',
  ];
  return [
    ...heads(names),
    ...results.map(({ name, runs }) =>
      line([
        name,
        ...kSlow.map((slow) => cell(runs[slow], ({ first }) => ms(first))),
        ...kSlow.map((slow) => cell(runs[slow], ({ later }) => ms(later))),
        cell(runs[6], ({ worst }) => ms(worst)),
        cell(runs[1], ({ work }) => work.toFixed(1)),
        cell(runs[4], ({ load }) => ms(load)),
      ]),
    ),
  ];
}

function costTable(results) {
  const names = [
    'tool',
    'load KB',
    'requests',
    'first click KB',
    'requests',
    'five more KB',
    'requests',
    'longest task 4×: load',
    'first',
    'later',
    'memory MB',
  ];
  const task =
    (step) =>
    ({ longest }) =>
      longest[step] === 0 ? '< 50' : ms(longest[step]);
  return [
    ...heads(names),
    ...results.map(({ name, runs }) =>
      line([
        name,
        ...['load', 'first', 'later'].flatMap((step) => [
          cell(runs[1], ({ sent }) => kilobytes(sent[step].bytes)),
          cell(runs[1], ({ sent }) => sent[step].requests),
        ]),
        ...['load', 'first', 'clicks'].map((step) => cell(runs[4], task(step))),
        cell(runs[1], ({ memory }) => (memory / 1e6).toFixed(1)),
      ]),
    ),
  ];
}

/** Why a row, or the rest of it, is empty. */
const failureLines = (results) =>
  results.filter(({ failure }) => failure).flatMap(({ name, failure }) => ['', `${name}: ${failure}.`]);

function settledLine(results) {
  const found = results.find(({ runs }) => kSlow.every((slow) => runs[slow] && runs[slow].settled !== null));
  if (!found) return [];
  return [
    '',
    `Of the list on the page, style answers the first click; the core has taken over ${kSlow.map((slow) => `${ms(found.runs[slow].settled)} ms (${slow}×)`).join(', ')} after it.`,
  ];
}

function section(size, results) {
  return [
    `## ${size.toLocaleString('en')} trainings`,
    '',
    'From the click to the painted list, ms.',
    '',
    ...timeTable(results),
    ...failureLines(results),
    ...settledLine(results),
    '',
    'What each step sends (brotli, bodies alone), the longest tasks of the page in ms, and its memory after the clicks.',
    '',
    ...costTable(results),
  ].join('\n');
}

/** The whole document. `results`: what `measureTool` gave, in the order of the rows. */
export function writeReport(results, sizes, version) {
  const sizeList = sizes.join(' ');
  const tools = [...new Map(results.map(({ name, about }) => [name, about]))].map(
    ([name, about]) => `- ${name}: ${about}.`,
  );
  return `# Benchmark in the browser

Made by \`npm run bench:web -- ${sizeList}\` on ${cpus()[0]?.model ?? 'an unknown processor'}, Chromium ${version}.

${introduction}

${tools.join('\n')}

${sizes
  .map((size) => [size, results.filter((result) => result.size === size)])
  .filter(([, list]) => list.length)
  .map(([size, list]) => section(size, list))
  .join('\n\n')}
`;
}
