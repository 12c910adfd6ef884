// SPDX-License-Identifier: MIT
// Messages of any shape: the frame and its page take their own and nothing else.
import assert from 'node:assert/strict';
import { importTypeScript } from '../../web/import-typescript.mjs';
import { fuzzLoop } from './lib/fuzz-loop.mjs';
import { mutateValue } from './lib/mutate-value.mjs';

const { pack, protocolVersion, readFrameMessage, readHostMessage, kMaxHeight, kMinHeight } =
  await importTypeScript('web/embed/protocol.ts');

const seeds = [
  { type: 'present' },
  { type: 'height', height: 812 },
  { type: 'change', query: 'licence=CC-BY-SA-4.0', total: 1 },
  { type: 'error', code: 'network', message: 'The catalogue did not arrive.' },
  { type: 'hello', scheme: 'dark' },
].map(pack);
const types = ['present', 'height', 'change', 'error'];

/** What was read is whole, and reads the same when it is packed again. */
function check(data) {
  const version = protocolVersion(data);
  const [frame, host] = [readFrameMessage(data), readHostMessage(data)];
  assert.ok(version === null || typeof version === 'number');
  if (frame !== null || host !== null) assert.equal(version, 1);
  if (frame !== null) {
    assert.ok(types.includes(frame.type));
    if (frame.type === 'height') assert.ok(frame.height >= kMinHeight && frame.height <= kMaxHeight);
    assert.deepEqual(readFrameMessage(pack(frame)), frame);
  }
  if (host !== null) assert.deepEqual(readHostMessage(pack(host)), host);
}

export const run = (bounds) => fuzzLoop(bounds, (chance) => mutateValue(chance, chance.pick(seeds)), check);
