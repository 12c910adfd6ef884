// SPDX-License-Identifier: MIT
// Holds the build to two reviewed files: budget.json (brotli bytes per hosted file) and exports.json
// (every name that a module offers). Changing either is a decision that a commit explains.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fromRoot } from '../lib/paths.mjs';
import { ToolchainError } from '../lib/run.mjs';
import { moduleNames, modulePath, wasmFiles } from './modules.mjs';

const reviewed = (name) => JSON.parse(readFileSync(fromRoot('toolchain', name), 'utf8'));

/** A hosted file's name without the hash of its content: `a.0123abcd.js` is `a.js`. */
export const plainName = (path) => path.replace(/\.[0-9a-f]{8}(?=\.\w+$)/, '');

/**
 * Compares the manifest with the budget. A budgeted name may sum several files: `"a.js + b.wasm"`.
 * A name that the build no longer makes is an excess too: its budget would hold nothing.
 * @returns {string[]} one sentence per excess
 */
export function excesses(manifest, budget) {
  const sizes = new Map(manifest.map(({ path, brotli }) => [plainName(path), brotli]));
  return Object.entries(budget).flatMap(([names, limit]) => {
    const files = names.split(' + ');
    const absent = files.filter((name) => !sizes.has(name));
    if (absent.length) return [`${absent.join(', ')}: not among the built files`];
    const total = files.reduce((sum, name) => sum + sizes.get(name), 0);
    return total > limit ? [`${names}: ${total} bytes of brotli, budget ${limit}`] : [];
  });
}

export function checkBudget(manifest) {
  const failures = excesses(manifest, reviewed('budget.json'));
  if (failures.length) throw new ToolchainError(`over the size budget (toolchain/budget.json)\n${failures.join('\n')}`);
  return `${manifest.length} files within their budget`;
}

/** The functions that embind gives to JavaScript, sorted. */
async function boundNames(name) {
  const { default: start } = await import(pathToFileURL(modulePath(name, 'mjs')).href);
  const module = await start({ wasm: readFileSync(modulePath(wasmFiles[name][0], 'wasm')) });
  const own = new Set(['BindingError', 'InternalError', 'failed']);
  return Object.keys(module)
    .filter((key) => typeof module[key] === 'function' && !own.has(key))
    .sort();
}

export async function checkExports() {
  const expected = reviewed('exports.json');
  for (const name of moduleNames) {
    const actual = await boundNames(name);
    const added = actual.filter((key) => !expected[name].includes(key));
    const missing = expected[name].filter((key) => !actual.includes(key));
    if (added.length || missing.length) {
      throw new ToolchainError(
        `${name} and toolchain/exports.json disagree` +
          `\n  not in the file: ${added.join(', ') || 'none'}\n  not in the module: ${missing.join(', ') || 'none'}`,
      );
    }
  }
  return 'as reviewed';
}
