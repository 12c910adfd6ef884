// SPDX-License-Identifier: MIT
// `build`: a static site from pages, with no other tool: page, catalogue, style, filters, facet pages. For a
// catalogue that something else made: a copy, and the files that a page needs to show it.
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { CompileError, type Compiler } from '../compiler/index.js';
import { reportUrlOf } from '../extract/page.js';
import { hostedFiles } from '../publish/hosted.js';
import { publishPage, unpublishedWhy } from '../publish/publish.js';
import { findingOf, sortFindings, type Finding } from '../report/finding.js';
import { textLine } from '../report/formats.js';
import type { Settings } from './arguments.js';
import { addCatalogue, isCatalogue } from './catalogue-files.js';
import { documentOf } from './document.js';
import { Failure, kExit, type ExitCode } from './failure.js';
import { kStandardInput } from './input.js';
import { extractOptions, openPage, type ReadPage } from './pages.js';
import { SiteFolder } from './site-folder.js';
import { count, say } from './texts.js';
import { tell } from './tell.js';

const kAssets = 'catalogue-formations';

/** One page fills `--out`; several pages fill a folder each, named after their files. All is written, or nothing. */
export async function build(compiler: Compiler, settings: Settings): Promise<ExitCode> {
  const folders = folderNames(settings.pages);
  const site = new SiteFolder(settings.out);
  const findings: Finding[] = [];
  let trainings = 0;
  addHosted(site);
  settings.pages.forEach((path, index) => {
    if (isCatalogue(path)) {
      trainings += addCatalogue(compiler, path, site, folders[index]!);
      return;
    }
    const read = openPage(path, settings);
    const added = addPage(compiler, settings, read, site, folders[index]!);
    findings.push(...read.findings, ...added.findings);
    trainings += added.trainings;
  });
  await site.write();
  for (const finding of sortFindings(findings)) tell(textLine(finding));
  if (!settings.quiet) {
    const files = count('files', site.size);
    tell(say('built', { trainings: count('trainings', trainings), files, out: settings.out }));
  }
  return findings.some(({ severity }) => severity === 'error') ? kExit.found : kExit.ok;
}

interface Added {
  findings: Finding[];
  /** Trainings of the catalogue. */
  trainings: number;
}

/** Adds the files of one page. A page that cannot be a catalogue is added as it was, and the findings say why. */
function addPage(compiler: Compiler, settings: Settings, read: ReadPage, site: SiteFolder, folder: string): Added {
  if (read.page === null) return { findings: [], trainings: 0 };
  const { title, updated, url, lang, licence } = read.page.raw.page;
  const plain = documentOf(read.page);
  try {
    const published = publishPage(compiler, plain, {
      extract: extractOptions(settings),
      given: { title, updated, url, lang, licence },
      home: '',
      folder: '',
      reportUrl: reportUrlOf(read.page.frontMatter.data),
      hosted: hostedFiles(folder === '' ? `${kAssets}/` : `../${kAssets}/`),
      source: { page: read.page, isWhole: true },
    });
    const isDone = 'html' in published;
    site.add(`${folder}index.html`, isDone ? published.html : plain);
    if (isDone) {
      for (const [path, content] of published.files) site.add(folder + path, content);
    }
    const diagnostics = isDone ? published.diagnostics : [unpublishedWhy(published.reason), ...published.diagnostics];
    return {
      findings: diagnostics.map((diagnostic) => findingOf(read.source.name, diagnostic)),
      trainings: isDone ? published.catalogue.trainings.length : 0,
    };
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    site.add(`${folder}index.html`, plain);
    const refused = { severity: 'error', code: 'refused', args: { detail: error.message } } as const;
    return { findings: [findingOf(read.source.name, refused)], trainings: 0 };
  }
}

/** Adds the element's files, as in `dist/`. */
function addHosted(site: SiteFolder): void {
  const { folder, files } = hostedFiles('');
  for (const file of files) site.add(`${kAssets}/${file}`, readFileSync(join(folder, file)));
}

/** The folder of each page below `--out`: '' or 'name/'. Throws Failure when two pages would share one. */
function folderNames(pages: string[]): string[] {
  if (pages.length === 1) return [''];
  const taken = new Set<string>();
  return pages.map((path) => {
    const name = path === kStandardInput ? 'page' : basename(path, extname(path));
    const folded = name.normalize('NFC').toLowerCase();
    if (/^\.|\\/.test(name) || folded === kAssets) throw new Failure(say('reserved-name', { file: path, name }));
    if (taken.has(folded)) throw new Failure(say('same-name', { name }));
    taken.add(folded);
    return `${name}/`;
  });
}
