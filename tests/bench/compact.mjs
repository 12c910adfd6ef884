// SPDX-License-Identifier: MIT
// Makes the compact file of a catalogue, in a process of its own: `node compact.mjs CATALOGUE.json FILE.bin`.
import { readFileSync, writeFileSync } from 'node:fs';
import { openCompiler } from '../../lib/compiler.js';

const [, , source, target] = process.argv;
const compiler = await openCompiler();
writeFileSync(target, compiler.compact(readFileSync(source)).file);
