// SPDX-License-Identifier: MIT
// The measures as Markdown: docs/bench.md.
import { cpus } from 'node:os';

const introduction = `Milliseconds, medians over up to 300 filter queries and 100 text queries, each list asked ten times before
(for at most a second), so that compiled code is timed. "Ready" is the fastest of up to thirty builds, as \`JSON.parse\`
is timed; "cold" the first of them, whose code was not compiled yet. A filter query gives the total, the first 20
trainings and every disjunctive count; each engine's answers were found equal to the naive oracle's on 100 queries first, in another process.
Plain JavaScript gives its counts as lists of value, count and choice, as this package does; it is spared the query string, the
labels, the histogram of durations and the ways out.
Text answers of this package are the oracle's too; those of others differ, by design, and are only timed. "First text" is the
first text query, which builds our index; the others build theirs in "ready". "MB" is what the process holds more after the
queries, wasm memories included, the file's bytes left aside; "br KB" the code to load. "Limit" is what the two plain ways of
counting take, in wasm on this machine: the masks, then each facet counted through its bitsets or its rows, whichever is less
(\`tests/bench/limit.cpp\`), with nothing read, named or written; "× limit" how many times that a median takes. It is less than
one where this package does better: it counts all facets with few values in one pass over the rows, and keeps the counts over
the trainings of a single value from the first query on that needs them (\`wasm/src/filter/counts.cpp\`). A file that is
too long for one JavaScript string is read for the peers training by training. An engine that fails or takes more than 180 s says so.`;

const ms = (value) => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3));
const line = (cells) => `| ${cells.join(' | ')} |`;
const kColumns = ['engine', 'filter', 'p95', '× limit', 'text', 'p95', 'first text', 'ready', 'cold', 'MB', 'br KB'];

function row({ name, failure, filter, text, index, ready, first, memory, weight }, limit) {
  if (failure) return line([name, failure, ...Array(kColumns.length - 2).fill('')]);
  const texts = text ? [ms(text.median), ms(text.p95), ms(index)] : ['', '', ''];
  const ratio = limit ? (filter.median / limit).toFixed(1) : '';
  return line([
    name,
    ms(filter.median),
    ms(filter.p95),
    ratio,
    ...texts,
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
  const limit = results.find(({ name }) => name.startsWith('the limit'))?.filter?.median;
  const started = results.find(({ start }) => start > 0.5);
  const start = started ? ` Compiling our wasm, once per page and not in "ready": ${ms(started.start)} ms.` : '';
  return [
    `## ${size.toLocaleString('en')} trainings`,
    '',
    parseSentence(parse) + start,
    '',
    line(kColumns),
    `|---|${'--:|'.repeat(kColumns.length - 1)}`,
    ...results.map((result) => row(result, limit)),
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
