// SPDX-License-Identifier: MIT
// The download of each way of embedding, from the built files: brotli bytes and requests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotli } from '../../toolchain/lib/files.mjs';

/**
 * Per way: `bytes` and `requests` of a catalogue in use, and `first`: the bytes before its first use.
 * Static HTML is measured on the iframe's page without its scripts: the same core writes it.
 */
export function measureCosts(dist, assets) {
  const size = (...names) =>
    names.reduce((sum, name) => sum + brotli(readFileSync(join(dist, fileOf(assets, name)))).length, 0);
  const tag = ['element', 'widget', 'runtime-wasm', 'neutral', 'catalogue'];
  const page = ['frame-page', 'neutral', 'frame-style', 'frame-filter'];
  const frame = ['resize', ...page, 'frame', 'element', 'widget', 'runtime-wasm', 'catalogue'];
  const first = size('element');
  return {
    tag: { bytes: size(...tag), requests: tag.length, first },
    folder: { bytes: size(...tag), requests: tag.length, first },
    frame: { bytes: size(...frame), requests: frame.length, first: size('resize', ...page, 'frame', 'element') },
    static: { bytes: size(...page), requests: page.length, first: size(...page) },
  };
}

function fileOf(assets, name) {
  const built = name === 'neutral' ? assets.get('styles').neutral : assets.get(name);
  if (!built) throw new Error(`the build has no ${name}`);
  return built.file;
}
