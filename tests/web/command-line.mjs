// SPDX-License-Identifier: MIT
// The built command line, run in a scratch folder as a person runs it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after } from 'node:test';

export const root = new URL('../../', import.meta.url).pathname;
const command = join(root, 'lib/cli.js');

/** A page that is understood without a remark. */
export const goodPage = (title = 'Alpha', hours = 2) =>
  `## ${title} (Org)\n\n<span class="fr-tag">Durée : ${hours} heures</span> <span class="fr-tag">[Licence CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)</span>\n\nTexte.\n\n[Voir](https://exemple.fr/${title})\n`;

/** A folder of its own for one test file, removed at the end. */
export function scratch(name) {
  mkdirSync(join(root, 'build'), { recursive: true });
  const folder = mkdtempSync(join(root, `build/${name}-`));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const options = { cwd: folder, encoding: 'utf8', timeout: 120_000, maxBuffer: 64 * 1024 * 1024 };
  /** Runs the command. `node`: arguments of Node itself. */
  const run = (args, { input = '', node = [], ...more } = {}) =>
    spawnSync(process.execPath, [...node, command, ...args], { ...options, input, ...more });
  /** Runs a line of shell; `$CLI` is the command. */
  const shell = (line) =>
    spawnSync('sh', ['-c', line], { ...options, env: { ...process.env, CLI: `${process.execPath} ${command}` } });
  const start = (args) => spawn(process.execPath, [command, ...args], { cwd: folder, stdio: 'ignore' });
  const read = (path) => readFileSync(join(folder, path), 'utf8');
  return { folder, put, run, shell, start, read };
}

/** Every file below a folder, by path, with its text; folders end with a slash. */
export function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true }).map(String).sort();
  return Object.fromEntries(
    entries.map((path) => {
      const isFolder = statSync(join(folder, path)).isDirectory();
      return isFolder ? [`${path}/`, ''] : [path, readFileSync(join(folder, path), 'latin1')];
    }),
  );
}
