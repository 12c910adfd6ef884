// SPDX-License-Identifier: MIT
// One visit of a tool's page in a real Chromium: it loads, each click is made with the mouse, and the time from the
// click to the frame that shows the right list is taken inside the page.
import { readFileSync } from 'node:fs';

// High enough for the choices and the first results to be in view at once.
const kViewport = { width: 1280, height: 1800 };
const kPatienceMs = 120_000;
const kVisitMs = 180_000;

/**
 * In the page: the time from the click event to the end of the first frame with the right list. The list is checked
 * before each frame is laid out and painted; a message posted then arrives after that.
 */
const kWatch = `window.watchClick = (isRight, expected, patienceMs) => {
  window.clicked = new Promise((resolve) => {
    document.addEventListener('click', ({ timeStamp }) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - timeStamp);
      const look = () => {
        if (isRight(expected)) port2.postMessage(0);
        else if (performance.now() - timeStamp < patienceMs) requestAnimationFrame(look);
        else resolve(-1);
      };
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  });
};
window.longTasks = [];
new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
  .observe({ type: 'longtask', buffered: true });`;

/** Waits for an expression, asked from outside: a page may forbid what Playwright's own waiting needs. */
async function until(page, expression, what) {
  const end = Date.now() + kPatienceMs;
  while (Date.now() < end) {
    if (await page.evaluate(`Boolean(${expression})`)) return;
    await page.waitForTimeout(20);
  }
  throw new Error(`${what}: not within ${kPatienceMs / 1000} s`);
}

/** The list that is shown must be the oracle's: all of it, or its first page, or the part that is in view. */
function assertList({ ids, total, isPart }, expected, pageSize = Infinity) {
  const wanted = isPart
    ? expected.ids.filter((id) => ids.includes(id))
    : expected.ids.slice(0, total === expected.total ? undefined : pageSize);
  const isWhole = isPart ? total === expected.total && ids.length === wanted.length : ids.join() === wanted.join();
  if (!isWhole) throw new Error(`wrong list: ${total} shown, ${expected.total} expected`);
}

/** In the page: unfolds the form of a control. */
const unfold = (control) =>
  control
    .closest('form')
    ?.querySelectorAll('details')
    .forEach((fold) => {
      fold.open = true;
    });

async function click(page, tool, { key, value, expected }) {
  const selector = tool.control(key, value);
  await (await page.waitForSelector(selector, { state: 'attached', timeout: kPatienceMs })).evaluate(unfold);
  const box = await page.waitForSelector(selector, { timeout: kPatienceMs });
  await box.scrollIntoViewIfNeeded();
  await page.evaluate(`watchClick(${tool.isRight}, ${JSON.stringify({ ...expected, ids: [] })}, ${kPatienceMs})`);
  const { x, y, width, height } = await box.boundingBox();
  await page.mouse.click(x + width / 2, y + height / 2);
  const ms = await page.evaluate('window.clicked');
  if (ms < 0) throw new Error(`the list was not right within ${kPatienceMs / 1000} s of a click`);
  return ms;
}

/** The longest task since the last time, in ms; 0 when none took 50 ms or more. */
async function takeLongest(page) {
  await page.waitForTimeout(100);
  return page.evaluate('Math.max(0, ...window.longTasks.splice(0))');
}

/** The private memory of the page's process: scripts, wasm, nodes and painted layers. The largest process is the page's. */
async function renderedBytes(page) {
  const session = await page.context().browser().newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const held = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) * 1024);
  return Math.max(...held);
}

/** Processor time of the page's own thread so far, which other programs do not lengthen. */
async function threadMs(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
}

/**
 * Loads the page and makes the clicks with the processor slowed `slow` times. Returns
 * { load, clicks, settled, sent, longest, work, memory }: milliseconds to the list and to each result, to the core after the
 * first click where there is one, bytes and requests of each step, longest tasks of each step,
 * processor time of the page's thread per later click, memory.
 */
export async function visit(browser, tool, site, clicks, slow) {
  const { page, close } = await browser.open('about:blank', kViewport);
  try {
    page.setDefaultTimeout(kPatienceMs);
    const blank = await renderedBytes(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slow });
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.addInitScript(kWatch);
    site.take();
    const start = Date.now();
    await page.goto(`${site.origin}/`, { waitUntil: 'load', timeout: kPatienceMs });
    await until(page, tool.isReady, 'the page');
    const load = Date.now() - start;
    await page.waitForLoadState('networkidle');
    const result = {
      load,
      clicks: [],
      settled: null,
      sent: { load: site.take() },
      longest: { load: await takeLongest(page) },
    };
    let worked = 0;
    for (const [at, step] of clicks.entries()) {
      if (at === 1) worked = await threadMs(session);
      if (Date.now() - start > kVisitMs) throw new Error(`after ${at} clicks, ${kVisitMs / 1000} s had passed`);
      await makeStep({ page, tool, site, result, isFirst: at === 0 }, step);
    }
    result.work = ((await threadMs(session)) - worked) / (clicks.length - 1);
    result.sent.later = site.take();
    result.longest.clicks = await takeLongest(page);
    result.memory = (await renderedBytes(page)) - blank;
    return result;
  } finally {
    await close();
  }
}

async function makeStep({ page, tool, site, result, isFirst }, step) {
  const start = Date.now();
  result.clicks.push(await click(page, tool, step));
  if (isFirst && tool.isSettled) {
    await until(page, tool.isSettled, 'the core');
    result.settled = Date.now() - start;
  }
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(50);
  const shown = await page.evaluate(`(${tool.shown})()`);
  assertList(shown, step.expected, tool.pageSize ?? 20);
  if (isFirst) {
    result.sent.first = site.take();
    result.longest.first = await takeLongest(page);
  }
}
