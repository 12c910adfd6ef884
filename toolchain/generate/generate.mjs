// SPDX-License-Identifier: MIT
// Writes the tables of data/ as C++ headers. Usage: node generate.mjs OUT_DIR
// Each sibling module exports `generate(dataDir, outDir)` and writes its own header.
import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const dataDir = join(here, '../../data');
const outDir = process.argv[2];
if (!outDir) throw new Error('usage: node generate.mjs OUT_DIR');

mkdirSync(outDir, { recursive: true });
for (const file of readdirSync(here)
  .filter((name) => name.endsWith('.mjs') && name !== 'generate.mjs')
  .sort()) {
  const { generate } = await import(`./${file}`);
  await generate(dataDir, outDir);
}
