// SPDX-License-Identifier: MIT
// The example publication site and its partner, served for the tests of one file, and a Chromium to look at them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { startExample } from '../../toolchain/serve/example.mjs';
import { launch } from './engines.mjs';

/** From the first test of the file to its last: `{example, browser}`. `prepare(used)` runs once both are there. */
export function useExample(prepare = () => undefined) {
  const partnerFolder = mkdtempSync(join(tmpdir(), 'catalogue-partner-'));
  const used = {};
  before(async () => {
    used.example = await startExample({ folder: partnerFolder });
    used.browser = await launch('chromium');
    await prepare(used);
  });
  after(async () => {
    await used.browser?.close();
    await used.example?.close();
    rmSync(partnerFolder, { recursive: true, force: true });
  });
  return used;
}
