// SPDX-License-Identifier: MIT
// The files without which a catalogue in parts shows nothing, and their faults.
import { kFaults } from './faults.mjs';
import { large } from './parts-site.mjs';

const kOfFiles = { 'hung after its headers': 'timeout', 'answered by 404': 'http', 'one byte flipped': 'integrity' };

/** Paths of each, and the codes that tell its faults. */
export const kNeeded = {
  index: {
    pattern: /\.parts$/,
    codes: {
      ...kOfFiles,
      'one byte flipped': 'invalid-index',
      'cut short on the server': 'invalid-index',
      'a catalogue as one file': 'invalid-index',
    },
  },
  engine: { pattern: /catalogue-parts\.\w+\.wasm$/, codes: kOfFiles },
  script: { pattern: /catalogue-parts\.\w+\.js$/, codes: kOfFiles },
};

/** At an address with `#fast` time runs faster, so that a limit of 15 s can be waited for. */
export const kFast =
  "if (location.hash === '#fast') { const own = setTimeout; window.setTimeout = (run, ms, ...more) => own(run, ms / 16, ...more); }";

const faults = { ...kFaults, 'a catalogue as one file': () => Buffer.from(JSON.stringify(large)) };

/** Spoils a file of `site`; no browser keeps it so. Returns what repairs it. */
export function spoil(site, { pattern }, fault) {
  const path = Object.keys(site.files).find((name) => pattern.test(name));
  const good = site.files[path];
  const answer = faults[fault](Buffer.from(good));
  site.files[path] = (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    if (typeof answer === 'function') answer(request, response);
    else response.end(answer);
  };
  return () => {
    site.files[path] = good;
  };
}
