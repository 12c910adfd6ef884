// SPDX-License-Identifier: MIT
// A catalogue.json that something else made, once the core has accepted it.
import { extname, join, resolve } from 'node:path';
import { type Catalogue, CompileError, type Compiler } from '../compiler/index.js';
import { CatalogueError } from '../core/catalogue-error.js';
import { kCatalogueFile } from '../publish/catalogue-data.js';
import { kIndexFile } from '../publish/parts-files.js';
import type { HostedFiles } from '../publish/publish.js';
import { catalogueSite } from './catalogue-site.js';
import { Failure } from './failure.js';
import { readBytes } from './input.js';
import { oldParts } from './old-parts.js';
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
  if (!(error instanceof CompileError || error instanceof CatalogueError)) return error;
  const detail = [error.code, error.where].filter(Boolean).join(' ');
  return new Failure(say('bad-catalogue', { file: path, detail }));
}

/** Adds the site of a catalogue file. Tells how many trainings it has. Throws Failure. */
export async function addCatalogue(
  compiler: Compiler,
  path: string,
  site: SiteFolder,
  folder: string,
  hosted: HostedFiles,
): Promise<number> {
  const json = readBytes(path, path, kMaxCatalogueBytes);
  try {
    const { files, trainings } = await catalogueSite(compiler, json, hosted);
    const isOwnCopy = resolve(site.out, folder, kCatalogueFile) === resolve(path);
    if (isOwnCopy) files.delete(kCatalogueFile);
    addFiles(site, folder, files);
    return trainings;
  } catch (error) {
    throw badCatalogue(path, error);
  }
}

/** Adds the files of one catalogue, and removes parts of deployments before the one that they replace. */
export function addFiles(site: SiteFolder, folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const [path, content] of files) site.add(folder + path, content);
  const index = files.get(kIndexFile);
  if (index instanceof Uint8Array)
    for (const path of oldParts(join(site.out, folder), index)) site.removeOld(folder + path);
}
