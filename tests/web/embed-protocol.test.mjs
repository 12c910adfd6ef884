// SPDX-License-Identifier: MIT
// The iframe's protocol takes its own messages and nothing else.
import test from 'node:test';
import assert from 'node:assert/strict';
import { importTypeScript } from './import-typescript.mjs';

const { pack, protocolVersion, readFrameMessage, readHostMessage, kMaxHeight, kMinHeight } =
  await importTypeScript('web/embed/protocol.ts');

test('each message comes through a packing unchanged', () => {
  for (const message of [
    { type: 'present' },
    { type: 'height', height: 812 },
    { type: 'change', query: 'licence=CC-BY-SA-4.0', total: 1 },
    { type: 'error', code: 'network', message: 'The catalogue did not arrive.' },
  ])
    assert.deepEqual(readFrameMessage(structuredClone(pack(message))), message);
  for (const scheme of ['light', 'dark', 'auto']) {
    assert.deepEqual(readHostMessage(pack({ type: 'hello', scheme })), { type: 'hello', scheme });
  }
});

test('what other scripts of a page post is not a message', () => {
  const strangers = [
    undefined,
    null,
    0,
    'height',
    [],
    {},
    { type: 'height', height: 10 },
    { protocol: 'other', version: 1, type: 'present' },
    { protocol: 'catalogue-formations', version: '1', type: 'present' },
  ];
  for (const data of strangers) {
    assert.equal(protocolVersion(data), null);
    assert.equal(readFrameMessage(data), null);
    assert.equal(readHostMessage(data), null);
  }
});

test('another version is recognised and refused', () => {
  const message = { ...pack({ type: 'height', height: 500 }), version: 2 };
  assert.equal(protocolVersion(message), 2);
  assert.equal(readFrameMessage(message), null);
});

test('a height that is no height is refused, an extreme one is brought into range', () => {
  const height = (value) => readFrameMessage({ ...pack({ type: 'height' }), height: value });
  for (const value of [NaN, Infinity, -1, 0, '500', null, {}, undefined])
    assert.equal(height(value), null, String(value));
  assert.equal(height(1e9).height, kMaxHeight);
  assert.equal(height(1).height, kMinHeight);
  assert.equal(height(300.2).height, 301);
});

test('unknown kinds and wrong members are refused', () => {
  const base = pack({ type: 'change' });
  assert.equal(readFrameMessage({ ...base, type: 'navigate' }), null);
  assert.equal(readFrameMessage({ ...base, query: 'a', total: -1 }), null);
  assert.equal(readFrameMessage({ ...base, query: 'a'.repeat(3000), total: 1 }), null);
  assert.equal(readHostMessage(pack({ type: 'hello', scheme: 'sepia' })), null);
});
