// SPDX-License-Identifier: MIT
// What a visitor gets of each way on a host, as a browser shows it, against the table that the guide prints
// (data/integration/hosts.json).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readCatalogue } from '../browser/built-files.mjs';
import { scratch } from '../web/command-line.mjs';
import { snippetFor } from './partners.mjs';

const table = JSON.parse(readFileSync(new URL('../../data/integration/hosts.json', import.meta.url), 'utf8'));
const { trainings } = readCatalogue();
const kPatienceMs = 12_000;

/** The hosts of the guide's table. */
export const kRows = table.hosts.map(({ id }) => id);

/** The row of the guide's table for a host. */
export const rowOf = (id) => table.hosts.find((host) => host.id === id);

/** HTML that a webmaster pastes for each way, and the style sheet of `filterable`, at `host`. */
export function pastedWays(host) {
  const { run, read, put } = scratch('ways');
  put('catalogue.json', JSON.stringify(readCatalogue()));
  const exported = (...more) => {
    const { stdout, status } = run(['export', 'catalogue.json', '--format', 'html', ...more]);
    assert.equal(status, 0);
    return stdout;
  };
  const filterable = exported('--filters', 'formations.css');
  return {
    style: read('formations.css'),
    html: {
      tag: snippetFor(host),
      frame: snippetFor(host, { way: 'frame' }),
      static: exported(),
      filterable: filterable.replace('href="formations.css"', `href="${host}formations.css"`),
    },
  };
}

/** Fails unless a visitor of the page gets what the table says of the host and the way. */
export async function checkSeen(browser, id, way, address) {
  const promised = rowOf(id).gets[way];
  const opened = await browser.open(address);
  const end = Date.now() + kPatienceMs;
  let seen = '';
  do {
    seen = await outcome(opened.page);
    if (seen !== promised) await new Promise((resolve) => setTimeout(resolve, 100));
  } while (seen !== promised && Date.now() < end);
  await opened.close();
  assert.equal(seen, promised, `${id}, ${way}: the table of data/integration/hosts.json`);
}

/**
 * all: list, panel and core · style: list and panel, by style alone · list: every title · words: the list among words of
 * a panel that is gone · code: markup to read · link: a link to the catalogue · nothing.
 */
async function outcome(page) {
  const frame = page.frames()[1];
  const count = trainings.length;
  if (frame && (await frame.evaluate(shownInFrame).catch(() => 0)) === count) return 'all';
  return page.evaluate(whatIsSeen, { count, titles: trainings.map(({ title }) => title) });
}

const shownInFrame = () =>
  [...document.querySelectorAll('li[data-id]')].filter((item) => item.getClientRects().length > 0).length;

// Runs in the page.
function whatIsSeen({ count, titles }) {
  const selection = getSelection();
  selection.selectAllChildren(document.body);
  const text = String(selection); // what can be seen
  selection.removeAllRanges();
  if (/<(?:script|catalogue-formations|iframe|form)\b/.test(text)) return 'code';
  const drawn = document.querySelector('catalogue-formations')?.shadowRoot;
  if (drawn?.querySelectorAll('.catalogue-list > li').length === count) return 'all';
  const items = () => [...document.querySelectorAll('li[data-id]')].filter((item) => item.getClientRects().length > 0);
  // In a narrow column the fields are folded.
  const fold = document.querySelector('.catalogue-toggle:not([open]) > summary');
  if (fold?.getClientRects().length) fold.click();
  const box = document.querySelector('.catalogue-panel [name="droit"]');
  if (box?.getClientRects().length && items().length === count) {
    box.click();
    const left = items().length;
    box.click();
    if (left > 0 && left < count) return 'style';
  }
  if (titles.every((title) => text.includes(title))) return text.includes('Usage commercial') ? 'words' : 'list';
  return document.querySelector('a[href*="/publications/formations/"]') ? 'link' : 'nothing';
}
