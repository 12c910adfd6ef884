// SPDX-License-Identifier: MIT
// Where things lie in this repository. `build/` holds what is in between, `dist/` what is hosted,
// `lib/` what Node imports.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Absolute path of something named from the top of the repository. */
export const fromRoot = (...parts) => join(root, ...parts);

/** A path as people read it: from the top of the repository, with forward slashes. */
export const shown = (path) => (path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path);
