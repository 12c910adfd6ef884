// SPDX-License-Identifier: MIT
// The suites of `npm test`, cheapest first. Node's are folders of *.test.mjs files; each must run at
// least one test.

/**
 * `concurrency` is how many files run at once: browsers and servers run alone, for their timings.
 * `minutes` bounds the whole suite, on a machine that is busy with other work too.
 */
export const nodeSuites = [
  { name: 'web', folder: 'tests/web', concurrency: 2, minutes: 8 },
  { name: 'wasm', folder: 'tests/wasm', concurrency: 2, minutes: 8 },
  { name: 'toolchain', folder: 'tests/toolchain', concurrency: 1, minutes: 12 },
  { name: 'browser', folder: 'tests/browser', concurrency: 1, minutes: 40 },
  { name: 'hosts', folder: 'tests/hosts', concurrency: 1, minutes: 12 },
];
