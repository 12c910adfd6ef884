// SPDX-License-Identifier: MIT
// `npm start`: builds everything, serves the publication page and a foreign partner's, and builds
// again when a source changes. PORT (8080) is the site's; the partner's is the next.
import { watch } from 'node:fs';
import { fromRoot } from './lib/paths.mjs';
import { isMain, main, run, step, ToolchainError } from './lib/run.mjs';
import { startExample } from './serve/example.mjs';
import { checkPortFree } from './serve/server.mjs';
import { buildSite } from './serve/site.mjs';
import { ensure } from './setup.mjs';

const settleMs = 300;
const watched = ['web', 'wasm', 'data'];

function chosenPort() {
  const port = Number(process.env.PORT || 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65534)
    throw new ToolchainError(`PORT must be a number from 1 to 65534, not ${process.env.PORT}`);
  return port;
}

/** Builds in a new process: this one would keep the modules that it has imported. */
async function buildAll() {
  await run(process.execPath, [fromRoot('toolchain/build.mjs')], { live: true });
  await step('site', () => buildSite());
}

/** Calls `rebuild` when no source has changed for a moment. One build at a time. */
function onChange(rebuild) {
  let timer;
  let building = Promise.resolve();
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(rebuild);
    }, settleMs);
  };
  const watchers = watched.map((folder) => watch(fromRoot(folder), { recursive: true }, later));
  return () => {
    clearTimeout(timer);
    watchers.forEach((watcher) => watcher.close());
  };
}

async function rebuild(example) {
  try {
    await buildAll();
    example.refresh();
  } catch (error) {
    console.error(error instanceof ToolchainError ? error.message : error);
  }
}

/** Resolves at the first Ctrl-C, or signal to end. */
const untilAsked = () =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
  });

async function start() {
  const port = chosenPort();
  await ensure('build');
  await checkPortFree(port);
  await checkPortFree(port + 1);
  await buildAll();
  const example = await startExample({ port, partnerPort: port + 1 });
  console.log(
    `\n  publication  ${example.site}/publications/formations/\n  integration  ${example.site}/integration/\n` +
      `  iframe       ${example.site}/embed/\n  partner      ${example.partner}/\n\nCtrl-C stops.`,
  );
  const stopWatching = onChange(() => rebuild(example));
  await untilAsked();
  stopWatching();
  await example.close();
}

if (isMain(import.meta.url)) await main(start);
