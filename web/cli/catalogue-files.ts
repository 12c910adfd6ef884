// SPDX-License-Identifier: MIT
// A catalogue as files: catalogue.json, and the compact file that opens sooner.
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { CompileError, type Compiler } from '../compiler/index.js';
import { kCatalogueFile } from '../publish/publish.js';
import { Failure } from './failure.js';
import { readBytes } from './input.js';
import { say } from './texts.js';
import { cannotWrite, write } from './write.js';

export const kCompactFile = 'catalogue.bin';

/** The core's own limit, see limits.h. */
const kMaxCatalogueBytes = 1024 * 1024 * 1024;

/** Whether the command line names a catalogue rather than a page. */
export function isCatalogue(path: string): boolean {
  return extname(path).toLowerCase() === '.json';
}

/** Writes the compact file beside the catalogue that `json` holds. Tells how many trainings it has. */
export function writeCompact(compiler: Compiler, json: Uint8Array, out: string): number {
  const { file, trainings } = compiler.compact(json);
  write(join(out, kCompactFile), file);
  return trainings;
}

/** A catalogue.json that something else made: copied to `out` unless it is there, and made compact. */
export function buildCatalogue(compiler: Compiler, path: string, out: string): { files: number; trainings: number } {
  const json = readBytes(path, path, kMaxCatalogueBytes);
  const trainings = compactOf(compiler, json, path, out);
  const target = join(out, kCatalogueFile);
  if (resolve(target) === resolve(path)) return { files: 1, trainings };
  try {
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(path, target);
  } catch (error) {
    throw cannotWrite(target, error);
  }
  return { files: 2, trainings };
}

function compactOf(compiler: Compiler, json: Uint8Array, path: string, out: string): number {
  try {
    return writeCompact(compiler, json, out);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const detail = [error.code, error.where].filter(Boolean).join(' ');
    throw new Failure(say('bad-catalogue', { file: path, detail }));
  }
}
