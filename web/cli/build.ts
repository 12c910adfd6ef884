// SPDX-License-Identifier: MIT
// `build`: a static site from pages, with no other tool: page, catalogue, style, filters, facet pages;
// and the compact file of a catalogue.
import { cpSync, mkdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Compiler } from '../compiler/index.js';
import { hostedFiles } from '../publish/hosted.js';
import { kCatalogueFile, publishPage, unpublishedWhy } from '../publish/publish.js';
import { findingOf, sortFindings, type Finding } from '../report/finding.js';
import { textLine } from '../report/formats.js';
import type { Settings } from './arguments.js';
import { buildCatalogue, isCatalogue, writeCompact } from './catalogue-files.js';
import { documentOf } from './document.js';
import { Failure, kExit, type ExitCode } from './failure.js';
import { kStandardInput } from './input.js';
import { extractOptions, openPage, type ReadPage } from './pages.js';
import { count, say } from './texts.js';
import { write } from './write.js';

const kAssets = 'catalogue-formations';

/** One page fills `--out`; several fill a folder each, named after their files. */
export function build(compiler: Compiler, settings: Settings): ExitCode {
  const names = folderNames(settings.pages);
  const findings: Finding[] = [];
  let files = 0;
  let trainings = 0;
  settings.pages.forEach((path, index) => {
    if (isCatalogue(path)) {
      const built = buildCatalogue(compiler, path, join(settings.out, names[index]!));
      files += built.files;
      trainings += built.trainings;
      return;
    }
    const read = openPage(path, settings);
    const built = buildPage(compiler, settings, read, names[index]!);
    findings.push(...read.findings, ...built.findings);
    files += built.files;
    trainings += read.page?.raw.records.length ?? 0;
  });
  if (!settings.pages.every(isCatalogue)) files += copyHosted(settings.out);
  process.stderr.write(
    sortFindings(findings)
      .map((finding) => `${textLine(finding)}\n`)
      .join(''),
  );
  if (!settings.quiet) {
    process.stderr.write(
      `${say('built', { trainings: count('trainings', trainings), files: count('files', files), out: settings.out })}\n`,
    );
  }
  return findings.some(({ severity }) => severity === 'error') ? kExit.found : kExit.ok;
}

function buildPage(
  compiler: Compiler,
  settings: Settings,
  read: ReadPage,
  folder: string,
): { findings: Finding[]; files: number } {
  if (read.page === null) return { findings: [], files: 0 };
  const { title, updated, url, lang, licence } = read.page.raw.page;
  const toAssets = folder === '' ? `${kAssets}/` : `../${kAssets}/`;
  const published = publishPage(compiler, documentOf(read.page), {
    extract: extractOptions(settings),
    given: { title, updated, url, lang, licence },
    home: '',
    folder: '',
    hosted: hostedFiles(toAssets),
    source: { page: read.page, isWhole: true },
  });
  const out = join(settings.out, folder);
  if (!('html' in published)) {
    write(join(out, 'index.html'), documentOf(read.page));
    const why = unpublishedWhy(published.reason);
    return { files: 1, findings: [findingOf(read.source.name, why)] };
  }
  write(join(out, 'index.html'), published.html);
  for (const [path, content] of published.files) write(join(out, path), content);
  writeCompact(compiler, new TextEncoder().encode(published.files.get(kCatalogueFile)), out);
  const findings = published.diagnostics.map((diagnostic) => findingOf(read.source.name, diagnostic));
  return { findings, files: published.files.size + 2 };
}

/** The element and what it loads, as `dist/` holds them. */
function copyHosted(out: string): number {
  const { folder, files } = hostedFiles('');
  for (const file of files) {
    mkdirSync(join(out, kAssets, dirname(file)), { recursive: true });
    cpSync(join(folder, file), join(out, kAssets, file));
  }
  return files.length;
}

function folderNames(pages: string[]): string[] {
  if (pages.length === 1) return [''];
  const names = pages.map((path) => (path === kStandardInput ? 'page' : basename(path, extname(path))));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Failure(say('same-name', { name: twice }));
  return names;
}
