// SPDX-License-Identifier: MIT
// One tool at one size: its pages are made and served, then visited with the processor slowed 1, 4 and 6 times.
import { serveCounted } from './server.mjs';
import { visit } from './visit.mjs';

export const kSlow = [1, 4, 6];
const kVisits = 3;
/** A visit that takes longer is not repeated. */
const kLongVisitMs = 30_000;

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

const reason = (error) => error.message.split('\n')[0].slice(0, 160);

/** A summary of the visits: median times, longest tasks, and the bytes of the last visit. */
function summarise(visits) {
  const of = (take) => median(visits.map(take));
  const longest = (step) => Math.max(...visits.map((visit) => visit.longest[step]));
  return {
    load: of(({ load }) => load),
    first: of(({ clicks }) => clicks[0]),
    later: median(visits.flatMap(({ clicks }) => clicks.slice(1))),
    worst: Math.max(...visits.flatMap(({ clicks }) => clicks.slice(1))),
    settled: visits[0].settled === null ? null : of(({ settled }) => settled),
    memory: of(({ memory }) => memory),
    work: of(({ work }) => work),
    longest: { load: longest('load'), first: longest('first'), clicks: longest('clicks') },
    sent: visits.at(-1).sent,
  };
}

/** A summary of the visits, or `{failure}` with the reason. */
async function visits(browser, tool, site, clicks, slow) {
  const all = [];
  try {
    for (let start = Date.now(); all.length < kVisits && (all.length === 0 || Date.now() - start < kLongVisitMs); ) {
      all.push(await visit(browser, tool, site, clicks, slow));
    }
    return summarise(all);
  } catch (error) {
    return { failure: reason(error) };
  }
}

/** `{name, about, size, runs: {1: …, 4: …, 6: …}}`; where a slow run failed, no slower one is tried. */
export async function measureTool(browser, tool, size, { catalogue, values, clicks }) {
  const result = { name: tool.name, about: tool.about, size, runs: {} };
  if (size > (tool.largest ?? Infinity))
    return { ...result, failure: `not measured: above ${tool.largest} trainings a page takes them from \`src\`` };
  let site;
  try {
    site = await serveCounted(await tool.makeFiles({ catalogue, values }));
    for (const slow of kSlow) {
      const run = await visits(browser, tool, site, clicks, slow);
      console.log(
        `${size} ${tool.name}, ${slow}×: ${run.failure ?? `first click ${run.first.toFixed(0)} ms, later ${run.later.toFixed(0)} ms`}`,
      );
      if (run.failure) return { ...result, failure: `${slow}×: ${run.failure}` };
      result.runs[slow] = run;
    }
    return result;
  } catch (error) {
    return { ...result, failure: reason(error) };
  } finally {
    await site?.close();
  }
}
