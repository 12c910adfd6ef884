// SPDX-License-Identifier: MIT
// The reviewed files: changing one is a decision that a commit explains.
import { readFileSync } from 'node:fs';
import { fromRoot } from '../lib/paths.mjs';

const read = (name) => JSON.parse(readFileSync(fromRoot('toolchain', name), 'utf8'));

/** Brotli bytes per hosted file: `files` with any compiler, `compilers` by version of Emscripten. */
export const budget = () => read('budget.json');

/** Every name that a module offers or asks for. */
export const names = () => read('exports.json');
