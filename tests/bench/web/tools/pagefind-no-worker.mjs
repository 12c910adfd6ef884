// SPDX-License-Identifier: MIT
// Pagefind as in pagefind.mjs, with its worker off: then the slowed processor slows all of it.
import { withConfig } from './pagefind.mjs';

export const name = 'Pagefind, `no-worker`';
export const about = "the same on the page's own thread, slowed with it";
export const makeFiles = withConfig('no-worker');
export { control, isReady, isRight, shown } from './pagefind.mjs';
