// SPDX-License-Identifier: MIT
// A catalogue.json that something else made, once the core has accepted it.
import { extname, resolve } from 'node:path';
import { type Catalogue, CompileError, type Compiler, staticFiles } from '../compiler/index.js';
import { kCatalogueFile } from '../publish/publish.js';
import { Failure } from './failure.js';
import { readBytes } from './input.js';
import type { SiteFolder } from './site-folder.js';
import { say } from './texts.js';

/** The core's own limit, see limits.h. */
const kMaxCatalogueBytes = 1024 * 1024 * 1024;

/** Whether the command line names a catalogue rather than a page. */
export function isCatalogue(path: string): boolean {
  return extname(path).toLowerCase() === '.json';
}

/** The catalogue of a file. Throws Failure. */
export function readCatalogue(compiler: Compiler, path: string): Catalogue {
  const json = readBytes(path, path, kMaxCatalogueBytes);
  try {
    compiler.validate(json);
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

/** Adds a copy of a catalogue file, and what pages show of it where WebAssembly is refused. Tells how many trainings it has. Throws Failure. */
export function addCatalogue(compiler: Compiler, path: string, site: SiteFolder, folder: string): number {
  const json = readBytes(path, path, kMaxCatalogueBytes);
  const isOwnCopy = resolve(site.out, folder, kCatalogueFile) === resolve(path);
  if (!isOwnCopy) site.add(folder + kCatalogueFile, json);
  try {
    const { trainings } = compiler.validate(json);
    const catalogue = JSON.parse(new TextDecoder().decode(json)) as Catalogue;
    for (const [ending, text] of staticFiles(compiler, catalogue)) site.add(`${folder}catalogue${ending}`, text);
    return trainings;
  } catch (error) {
    throw badCatalogue(path, error);
  }
}
