// SPDX-License-Identifier: MIT
// `npm start`: builds everything, serves the publication page and a foreign partner's, and builds
// again when a source changes. PORT (8080) is the site's; the partner's is the next.
import { watch } from 'node:fs';
import { build } from './build.mjs';
import { fromRoot } from './lib/paths.mjs';
import { isMain, main, step, ToolchainError } from './lib/run.mjs';
import { partnerHeaders, siteHeaders } from './serve/headers.mjs';
import { buildPartner } from './serve/partner.mjs';
import { checkPortFree, serveFolder } from './serve/server.mjs';
import { buildSite, siteFolder } from './serve/site.mjs';

const settleMs = 300;
const watched = ['web', 'wasm', 'data'];

function chosenPort() {
  const port = Number(process.env.PORT || 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65534) throw new ToolchainError(`PORT must be a number from 1 to 65534, not ${process.env.PORT}`);
  return port;
}

async function buildAll(host) {
  await build();
  await step('site', () => buildSite());
  await step('partner', () => { buildPartner(host); });
}

/** Calls `rebuild` once the sources have been still for a moment; one build at a time. */
function onChange(rebuild) {
  let timer;
  let building = Promise.resolve();
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { building = building.then(rebuild); }, settleMs);
  };
  const watchers = watched.map((folder) => watch(fromRoot(folder), { recursive: true }, later));
  return () => { clearTimeout(timer); watchers.forEach((watcher) => watcher.close()); };
}

async function rebuild(host, servers) {
  try {
    await buildAll(host);
    servers.forEach(({ refresh }) => refresh());
  } catch (error) {
    console.error(error instanceof ToolchainError ? error.message : error);
  }
}

/** Resolves at the first Ctrl-C or polite end of the process. */
const untilAsked = () => new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
});

async function start() {
  const port = chosenPort();
  const host = `http://localhost:${port}`;
  await checkPortFree(port);
  await checkPortFree(port + 1);
  await buildAll(host);
  const site = await serveFolder({ folder: siteFolder, port, headers: siteHeaders });
  const partner = await serveFolder({ folder: fromRoot('build/partner'), port: port + 1, headers: partnerHeaders(host) })
    .catch(async (error) => { await site.close(); throw error; });
  console.log(`\n  publication  ${host}/publications/formations/\n  integration  ${host}/integration/\n` +
    `  iframe       ${host}/embed/\n  partner      http://localhost:${port + 1}/\n\nCtrl-C stops.`);
  const stopWatching = onChange(() => rebuild(host, [site, partner]));
  await untilAsked();
  stopWatching();
  await Promise.all([site.close(), partner.close()]);
}

if (isMain(import.meta.url)) await main(start);
