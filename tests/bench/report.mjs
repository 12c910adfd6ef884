// SPDX-License-Identifier: MIT
// The measures as Markdown: docs/bench.md.
import { cpus } from 'node:os';

const introduction = `The catalogue is made up, the same at each run: titles of 4 to 9 words and descriptions of 20 to 60, from 5,000 French-like
words as frequent as in a natural text (Zipf's law), and some 390 values, each as frequent as the others of its facet
(\`tests/bench/catalogue-file.mjs\`).

Milliseconds. Filter queries (300, of three seeds): five of ten are free ranges of minutes, two a range and choices, three
the steps of a visit, each a choice more. Text queries (120 of each kind): words of titles, the last one begun ("words"), with
two letters of the first one changed about ("typo"), all of them cut short ("cut short"); three of ten with a choice
(\`tests/bench/queries.mjs\`). Each is asked once, of a catalogue just opened, after another list in another copy of it has made the code
compiled: what is kept between queries comes from those before, as with a visitor. This package keeps its index of words, the
order of a sorting, the counts over the trainings of a single value or of none, and, from the first free range on, the trainings
and the counts of such ranges.

"Ready" is the fastest of up to thirty builds, as \`JSON.parse\` is timed; "cold" the first of them, whose code was not compiled
yet. A filter query gives the total, the first 20 trainings and every disjunctive count; each engine's answers were found equal to the
naive oracle's on 200 queries first, in another process. Plain JavaScript gives its counts as lists of value, count and choice,
as this package does; it is spared the query string, the labels, the histogram of durations and the ways out. Engines that
know values alone find free ranges among the minutes where a duration begins or ends (\`tests/bench/engines/minutes.mjs\`).
Text answers of this package are the oracle's too; those of others differ, by design, and are only timed: FlexSearch
corrects no typo, and finds nothing there. "First text" is the
first text query, which builds our index; the others build theirs in "ready". "MB" is what the process holds more after the
queries, wasm memories included, the file's bytes left aside; "br KB" the code to load. A file that is
too long for one JavaScript string is read for the peers training by training. An engine that fails or takes more than 180 s says so.`;

const ms = (value) => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3));
const line = (cells) => `| ${cells.join(' | ')} |`;
const kKinds = ['filter', 'words', 'typo', 'cut'];
const kFigures = kKinds.flatMap((kind) => [kind === 'cut' ? 'cut short' : kind, 'p95', 'worst']);
const kColumns = ['engine', ...kFigures, 'first text', 'ready', 'cold', 'MB', 'br KB'];

function row(result) {
  const { name, failure, index, ready, first, memory, weight } = result;
  if (failure) return line([name, failure, ...Array(kColumns.length - 2).fill('')]);
  const figures = kKinds.flatMap((kind) => {
    const { median, p95, worst } = result[kind] ?? {};
    return [median, p95, worst].map((figure) => (figure === undefined ? '' : ms(figure)));
  });
  return line([
    name,
    ...figures,
    index === null ? '' : ms(index),
    ms(ready),
    ms(first),
    (memory / 1e6).toFixed(0),
    weight ? (weight / 1024).toFixed(1) : '',
  ]);
}

const parseSentence = ({ bytes, milliseconds }) =>
  milliseconds === null
    ? `${(bytes / 1e6).toFixed(0)} MB of JSON, more than one JavaScript string holds: \`JSON.parse\` cannot read it whole.`
    : `${(bytes / 1e6).toFixed(1)} MB of JSON, read by \`JSON.parse\` alone in ${ms(milliseconds)} ms.`;

/** One size. `parse` as `timeParse` gives it, `results` as `runEngine` does, with a `weight` each. */
export function sizeSection({ size, parse, results }) {
  const started = results.find(({ start }) => start > 0.5);
  const start = started ? ` Compiling our wasm, once per page and not in "ready": ${ms(started.start)} ms.` : '';
  return [
    `## ${size.toLocaleString('en')} trainings`,
    '',
    parseSentence(parse) + start,
    '',
    line(kColumns),
    `|---|${'--:|'.repeat(kColumns.length - 1)}`,
    ...results.map(row),
  ].join('\n');
}

/** The speed of normalise(), for publishers: with checks, without extraction. */
export function normaliseSection({ size, wasm, native }) {
  const speed = (name, value) => line([name, value.toLocaleString('en')]);
  return [
    '## Words to meanings',
    '',
    `A page of ${size.toLocaleString('en')} trainings: durations, licences and tags understood, every check made. Best of three.`,
    '',
    '| build | trainings/s |',
    '|---|--:|',
    speed('wasm, in Node', wasm),
    speed('native, optimised', native),
  ].join('\n');
}

/** The most expensive queries within the limits, from `runWorst`. */
export function worstSection({ size, results }) {
  const dearest = Math.max(...results.map(({ again }) => again));
  return [
    '## The worst queries within the limits',
    '',
    `At ${size.toLocaleString('en')} trainings, in milliseconds of processor, the panel and the list drawn: what somebody can ask of a`,
    'page by its address, each on the catalogue that makes it dearest ([limits.md](limits.md)). "First" also makes what is kept',
    `between queries, with code that was not compiled yet. The worst query within the limits: ${ms(dearest)} ms.`,
    '',
    line(['query', 'first', 'again', 'KB of HTML', 'trainings found']),
    '|---|--:|--:|--:|--:|',
    ...results.map(({ name, first, again, kilobytes, total }) =>
      line([name, ms(first), ms(again), kilobytes.toLocaleString('en'), total.toLocaleString('en')]),
    ),
  ].join('\n');
}

/** The whole document. */
export const writeReport = (sizes, sections) => `# Benchmark

Made by \`npm run bench -- ${sizes.join(' ')}\` on ${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.versions.node}.

${introduction}

${sections.join('\n\n')}
`;
