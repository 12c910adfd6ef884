// SPDX-License-Identifier: MIT
// A catalogue as files: catalogue.json, and the compact file that opens sooner.
import { extname, resolve } from 'node:path';
import { type Catalogue, CompileError, type Compiler } from '../compiler/index.js';
import { kCatalogueFile } from '../publish/publish.js';
import { Failure } from './failure.js';
import { readBytes } from './input.js';
import type { SiteFolder } from './site-folder.js';
import { say } from './texts.js';

const kCompactFile = 'catalogue.bin';

/** The core's own limit, see limits.h. */
const kMaxCatalogueBytes = 1024 * 1024 * 1024;

/** Whether the command line names a catalogue rather than a page. */
export function isCatalogue(path: string): boolean {
  return extname(path).toLowerCase() === '.json';
}

/** Adds the compact file of the catalogue that `json` holds. Tells how many trainings it has. */
export function addCompact(compiler: Compiler, json: Uint8Array, site: SiteFolder, folder: string): number {
  const { file, trainings } = compiler.compact(json);
  site.add(folder + kCompactFile, file);
  return trainings;
}

/** A catalogue.json that something else made, once the core has accepted it. Throws Failure. */
export function readCatalogue(compiler: Compiler, path: string): Catalogue {
  const json = readBytes(path, path, kMaxCatalogueBytes);
  try {
    compiler.compact(json);
    return JSON.parse(new TextDecoder().decode(json)) as Catalogue;
  } catch (error) {
    throw badCatalogue(path, error);
  }
}

function badCatalogue(path: string, error: unknown): unknown {
  if (error instanceof SyntaxError) return new Failure(say('bad-catalogue', { file: path, detail: error.message }));
  if (!(error instanceof CompileError)) return error;
  const detail = [error.code, error.where].filter(Boolean).join(' ');
  return new Failure(say('bad-catalogue', { file: path, detail }));
}

/** A catalogue.json that something else made: a copy of it, and its compact file. Tells how many trainings it has. */
export function addCatalogue(compiler: Compiler, path: string, site: SiteFolder, folder: string): number {
  const json = readBytes(path, path, kMaxCatalogueBytes);
  const isOwnCopy = resolve(site.out, folder, kCatalogueFile) === resolve(path);
  if (!isOwnCopy) site.add(folder + kCatalogueFile, json);
  try {
    return addCompact(compiler, json, site, folder);
  } catch (error) {
    throw badCatalogue(path, error);
  }
}
