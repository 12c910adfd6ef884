// SPDX-License-Identifier: MIT
// `build`: a static site from pages and spreadsheets, with no other tool: page, catalogue, style, filters, facet pages. For a
// catalogue that something else made: a copy, its parts, and a page that shows it.
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { CompileError, type Compiler, type Diagnostic } from '../compiler/index.js';
import { reportUrlOf } from '../extract/page.js';
import { folderOfPage } from '../publish/embed.js';
import { hostedFiles } from '../publish/hosted.js';
import { publishPage, unpublishedWhy, type PublishOptions } from '../publish/publish.js';
import { sortFindings, type Finding } from '../report/finding.js';
import { textLine } from '../report/formats.js';
import type { Settings } from './arguments.js';
import { addCatalogue, addFiles, isCatalogue } from './catalogue-files.js';
import { documentAround, documentOf } from './document.js';
import { Failure, kExit, type ExitCode } from './failure.js';
import { kStandardInput } from './input.js';
import { extractOptions, findingIn, openPage, type ReadPage } from './pages.js';
import { titledFlags, titledOnly } from '../publish/titled.js';
import type { Sheet } from '../sheet/sheet.js';
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
  for (const [index, path] of settings.pages.entries()) {
    const folder = folders[index]!;
    if (isCatalogue(path)) {
      trainings += await addCatalogue(compiler, path, site, folder, hostedFor(folder));
      continue;
    }
    const read = openPage(path, { ...settings, url: addressIn(settings.url, folder) });
    const added = addPage(compiler, settings, read, site, folder);
    findings.push(...read.findings, ...added.findings);
    trainings += added.trainings;
  }
  await site.write();
  for (const finding of sortFindings(findings)) tell(textLine(finding));
  if (!settings.quiet) {
    const files = count('files', site.size);
    tell(say('built', { trainings: count('trainings', trainings), files, out: settings.out }));
  }
  return findings.some(({ severity }) => severity === 'error') ? kExit.found : kExit.ok;
}

/** The address of a page below that of `--out`. */
function addressIn(url: string, folder: string): string {
  return url === '' || folder === '' ? url : `${folderOfPage(url) ?? ''}${folder}`;
}

const hostedFor = (folder: string) => hostedFiles(folder === '' ? `${kAssets}/` : `../${kAssets}/`);

interface Added {
  findings: Finding[];
  /** Trainings of the catalogue. */
  trainings: number;
}

/** Adds the files of one page. A page that cannot be a catalogue is added as it was, and the findings say why. */
function addPage(compiler: Compiler, settings: Settings, read: ReadPage, site: SiteFolder, folder: string): Added {
  const document = documentToPublish(compiler, read);
  if (document === null) return { findings: [], trainings: 0 };
  const { html: plain, options, left } = document;
  try {
    const published = publishPage(compiler, plain, {
      extract: extractOptions(settings),
      home: '',
      folder: '',
      hosted: hostedFor(folder),
      ...options,
    });
    const isDone = 'html' in published;
    site.add(`${folder}index.html`, isDone ? published.html : plain);
    if (isDone) addFiles(site, folder, published.files);
    const why = isDone ? [] : [unpublishedWhy(published.reason)];
    const diagnostics = [...left, ...why, ...published.diagnostics];
    return {
      findings: diagnostics.map((diagnostic) => findingIn(read, diagnostic)),
      trainings: isDone ? published.catalogue.trainings.length : 0,
    };
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    site.add(`${folder}index.html`, plain);
    const refused = { severity: 'error', code: 'refused', args: { detail: error.message } } as const;
    return { findings: [findingIn(read, refused)], trainings: 0 };
  }
}

interface Document {
  html: string;
  /** About rows that are not in it: they have no title. */
  left: Diagnostic[];
  options: Pick<PublishOptions, 'given' | 'reportUrl' | 'source' | 'records' | 'extract'>;
}

/** The HTML to publish; null for what cannot be read. */
function documentToPublish(compiler: Compiler, { page, sheet }: ReadPage): Document | null {
  if (sheet) return documentOfSheet(compiler, sheet);
  if (!page) return null;
  const { title, updated, url, lang, licence, checked = '' } = page.raw.page;
  const given = { title, updated, url, lang, licence, checked };
  const reportUrl = reportUrlOf(page.frontMatter.data);
  return { html: documentOf(page), left: [], options: { given, reportUrl, source: { page, isWhole: true } } };
}

/** A page that lists the trainings of a sheet as an editor would. */
function documentOfSheet(compiler: Compiler, { raw }: Sheet): Document {
  const given = { ...raw.page, title: raw.page.title || say('sheet-title') };
  const meaning = compiler.normalise(raw);
  const isTitled = titledFlags(meaning);
  const list = compiler.exportCatalogue(titledOnly(meaning).catalogue, 'html');
  const records = raw.records.filter((_, index) => isTitled[index]);
  const left = meaning.diagnostics.filter(({ record }) => record !== undefined && !isTitled[record]);
  return {
    left,
    html: documentAround(list, given),
    options: { given, records, extract: { ...raw.options, tagClasses: ['tag'] } },
  };
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
