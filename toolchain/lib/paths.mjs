// SPDX-License-Identifier: MIT
// The paths of this repository. `build/` has intermediate files, `dist/` the hosted files, `lib/` the modules for
// Node.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Absolute path of a path relative to the top of the repository. */
export const fromRoot = (...parts) => join(root, ...parts);

/** A path for messages: relative to the top of the repository, with forward slashes. */
export const shown = (path) => (path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path);
