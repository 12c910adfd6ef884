// SPDX-License-Identifier: MIT
// The bytes of one tool at one size: each visit in a fresh page of a real Chromium, each step counted by the server.
import { serveCounted } from '../web/server.mjs';
import { makeVisits } from './visits.mjs';

/** A slow line: 400 ms of latency, 512 kbit/s each way. */
const kSlowLine = { offline: false, latency: 400, downloadThroughput: 64_000, uploadThroughput: 64_000 };
const kSlowRuns = 3;
const kPatienceMs = 60_000;
const kLaterMs = 200;

/** Whether the first list is seen: not within a minute, or the tool says that it gave up. */
async function seesList(page, { isSeen, isLost }) {
  const end = Date.now() + kPatienceMs;
  while (Date.now() < end && !(await page.evaluate(`Boolean(${isLost})`))) {
    if (await page.evaluate(`Boolean(${isSeen})`)) return true;
    await page.waitForTimeout(20);
  }
  return false;
}

/** `expected(step)`: the answer of the whole catalogue in Node. `add(kind, sent)` is called for each step. */
async function visit(browser, tool, site, steps, expected, add) {
  const { page, close } = await browser.open('about:blank');
  try {
    site.take();
    await page.goto(`${site.origin}/`);
    if (!(await seesList(page, tool))) throw new Error('no first list');
    await page.waitForLoadState('networkidle');
    add('first list', site.take());
    for (const step of steps.filter(tool.can)) {
      const answer = await page.evaluate(tool.ask(step));
      // What is asked for ahead, once the list is there, counts too.
      await page.waitForTimeout(kLaterMs);
      if (!tool.isRight(step, answer, expected(step))) throw new Error(`wrong answer to ${JSON.stringify(step)}`);
      add(step.kind, site.take());
    }
  } finally {
    await close();
  }
}

/** Milliseconds from the address to the first list on a slow line; null when it never comes. */
async function timeFirstList(browser, tool, site) {
  const { page, close } = await browser.open('about:blank');
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', kSlowLine);
    const start = Date.now();
    await page.goto(`${site.origin}/`, { waitUntil: 'commit' });
    return (await seesList(page, tool)) ? Date.now() - start : null;
  } finally {
    await close();
  }
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[values.length >> 1];

const summary = (sent) => ({
  bytes: median(sent.map(({ bytes }) => bytes)),
  worstBytes: Math.max(...sent.map(({ bytes }) => bytes)),
  requests: median(sent.map(({ requests }) => requests)),
  worstRequests: Math.max(...sent.map(({ requests }) => requests)),
});

async function slowTimes(browser, tool, site) {
  const times = [];
  while (times.length < kSlowRuns && !times.includes(null)) times.push(await timeFirstList(browser, tool, site));
  return times.includes(null) ? null : median(times);
}

/** `{name, steps: {kind: {bytes, worstBytes, requests, worstRequests}}, slow}`, or `{name, failure}`. */
export async function measureBytes(browser, tool, { size, sample, expected, ...source }) {
  if (size > (tool.largest ?? Infinity)) return { name: tool.name, failure: `not measured above ${tool.largest}` };
  let site;
  try {
    site = await serveCounted(await tool.makeFiles(source));
    const sent = new Map();
    const add = (kind, count) => sent.set(kind, [...(sent.get(kind) ?? []), count]);
    for (const steps of makeVisits(sample, tool.draws)) await visit(browser, tool, site, steps, expected, add);
    const steps = Object.fromEntries([...sent].map(([kind, counts]) => [kind, summary(counts)]));
    return { name: tool.name, steps, slow: await slowTimes(browser, tool, site) };
  } catch (error) {
    return { name: tool.name, failure: error.message.split('\n')[0].slice(0, 200) };
  } finally {
    await site?.close();
  }
}
