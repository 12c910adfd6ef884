// SPDX-License-Identifier: MIT
// This package in the table of bytes: a page with the tag, which names one file, or the index of a catalogue in parts.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotli, filesUnder } from '../../../toolchain/lib/files.mjs';
import { run } from '../../../toolchain/lib/run.mjs';
import { readParts } from '../../web/read-parts.mjs';
import { distOf } from '../web/dist.mjs';
import { page, pageStyle } from '../web/html.mjs';
import { queryOf } from './visits.mjs';

const kBuildSeconds = 20 * 60;

/** A page of the tag alone, as the guide gives it. */
const pageWith = (src) => ({
  '/': page(
    '<script type="module" async src="/dist/catalogue-formations.js"></script>',
    `<catalogue-formations src="${src}" lang="fr"><p>Liste sur le site.</p></catalogue-formations>`,
  ),
  '/page.css': pageStyle,
  ...distOf(),
});

const kItems =
  "[...(document.querySelector('catalogue-formations')?.shadowRoot?.querySelectorAll('.catalogue-list > li') ?? [])]";

/** As a visitor who follows an address: the answer is what the list shows then. */
const ask = (step) => `new Promise((resolve, reject) => {
  addEventListener('catalogue-error', ({ detail }) => reject(new Error(detail.code + ': ' + detail.message)), { once: true });
  addEventListener('catalogue-change', ({ detail: { total } }) =>
    setTimeout(() => resolve({ total, ids: ${kItems}.map(({ dataset }) => dataset.id) })), { once: true });
  history.pushState(null, '', '?' + ${JSON.stringify(queryOf(step))});
  dispatchEvent(new PopStateEvent('popstate'));
})`;

const common = {
  isSeen: `${kItems}[0]?.getClientRects().length > 0`,
  isLost: "document.querySelector('[data-failed]')",
  can: () => true,
  ask,
  isRight: (_, { total, ids }, expected) => total === expected.total && ids.join() === expected.ids.join(),
};

/** Compressing a larger one takes longer than the tag waits for an answer. */
const kMostPackedWhenAsked = 2_000_000;

/** Brotli of a large file takes minutes: kept beside it. */
function packedFile(path) {
  if (!existsSync(`${path}.br`)) writeFileSync(`${path}.br`, brotli(readFileSync(path)));
  return { brotli: readFileSync(`${path}.br`) };
}

export const oneFile = {
  ...common,
  name: 'one file',
  /** No visitor on a slow line gets a larger one in time, and compressing it takes minutes. */
  largest: 10_000,
  /** After the first list it asks for nothing: one query of each kind shows it. */
  draws: 1,
  makeFiles: async ({ path }) => ({ ...pageWith('/catalogue.json'), '/catalogue.json': packedFile(path) }),
};

const folderOf = (path) => path.replace(/\.json$/, '.site');

/** The parts that `build` has made of the file `path`, by their numbers; null when it has made none. */
export function builtParts(path) {
  const index = join(folderOf(path), 'catalogue.parts');
  if (!existsSync(index)) return null;
  return readParts(readFileSync(index), (name) => {
    const file = join(folderOf(path), name);
    return existsSync(file) ? readFileSync(file) : undefined;
  });
}

async function buildFolder(path) {
  const folder = folderOf(path);
  rmSync(folder, { recursive: true, force: true });
  await run(process.execPath, ['lib/cli.js', 'build', path, '--out', folder], { timeoutSeconds: kBuildSeconds });
  return folder;
}

export const inParts = {
  ...common,
  name: 'parts',
  async makeFiles({ path }) {
    const folder = await buildFolder(path);
    if (!existsSync(join(folder, 'catalogue.parts'))) throw new Error('`build` wrote no catalogue.parts');
    const files = filesUnder(folder, (each) => /\.(parts|bin)$/.test(each));
    const contentOf = (file) =>
      statSync(file).size > kMostPackedWhenAsked ? packedFile(file) : () => readFileSync(file);
    const parts = files.map((file) => [file.slice(folder.length), contentOf(file)]);
    return { ...pageWith('/catalogue.parts'), ...Object.fromEntries(parts) };
  },
};
