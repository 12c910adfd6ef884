// SPDX-License-Identifier: MIT
// Parts and their files, all at once.
import { importTypeScript } from './import-typescript.mjs';

const { addPartsFiles } = await importTypeScript('web/publish/parts-files.ts', 'node');

/** The parts of a catalogue, by number. */
export function partsOf(compiler, catalogue) {
  const parts = [];
  compiler.writeParts(new TextEncoder().encode(JSON.stringify(catalogue)), (number, bytes) => (parts[number] = bytes));
  return parts;
}

/** The files of parts, by path. `mostInOneFile`: as addPartsFiles takes it. */
export function filesOfParts(parts, mostInOneFile) {
  const files = new Map();
  addPartsFiles([...parts], (path, bytes) => files.set(path, bytes), mostInOneFile);
  return files;
}
