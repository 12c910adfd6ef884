// SPDX-License-Identifier: MIT
// The site of a catalogue.json that something else made: a copy, its parts, and a page that shows it. A large one is never
// a JavaScript object: a million trainings are more than JSON.parse takes.
import { kMostListed, staticFiles } from '../compiler/static-files.js';
import type { Catalogue, Compiler } from '../compiler/index.js';
import { builtBytes } from '../core/built-bytes.js';
import { Engine, type EngineCatalogue } from '../core/engine.js';
import { readDescription } from '../core/answer-wire.js';
import { firstTrainings, trainingsOf } from '../core/trainings.js';
import { csvOf } from '../export/csv.js';
import { addCatalogueData, kMostInJson, kCatalogueFile } from '../publish/catalogue-data.js';
import { writeHead } from '../publish/head.js';
import type { HostedFiles } from '../publish/publish.js';
import { escapeHtml, writeAttributes } from '../publish/splice.js';
import { documentAround } from './document.js';
import { count, say } from './texts.js';

/** Trainings in a page that does not list all. */
const kShown = 20;
/** More do not fit in the rows of a spreadsheet that a computer of an office still opens. */
const kMostInSheet = 100_000;
const kSheetFile = 'catalogue.csv';
const kLang = 'fr';

export interface CatalogueSite {
  /** By path. */
  files: Map<string, string | Uint8Array>;
  trainings: number;
}

/** What the core reads of a catalogue. */
interface Start {
  title: string;
  total: number;
  /** The first trainings, as HTML. */
  html: string;
  /** All of a catalogue of which the page shows the start, for who has no script. */
  sheet: Uint8Array | null;
}

/** `json`: catalogue.json. Throws CatalogueError or CompileError where the core refuses it. */
export async function catalogueSite(compiler: Compiler, json: Uint8Array, hosted: HostedFiles): Promise<CatalogueSite> {
  const start = await readStart(compiler, json);
  const files = new Map<string, string | Uint8Array>();
  const src = addCatalogueData(compiler, json, start.total, (path, bytes) => files.set(path, bytes));
  const listed = start.total > kMostListed ? new Map<string, string>() : staticFiles(compiler, parse(json));
  for (const [ending, text] of listed) files.set(`catalogue${ending}`, text);
  if (start.sheet) files.set(kSheetFile, start.sheet);
  const isWhole = start.total <= kMostInJson;
  const inside = isWhole ? listed.get(`.${kLang}.html`)! : startOf(start, json.length);
  const styles = isWhole ? [hosted.styles.neutral, `catalogue.${kLang}.css`] : [];
  return {
    files: files.set('index.html', pageOf(start.title, src, inside, styles, hosted)),
    trainings: start.total,
  };
}

const parse = (json: Uint8Array): Catalogue => JSON.parse(new TextDecoder().decode(json)) as Catalogue;

async function readStart(compiler: Compiler, json: Uint8Array): Promise<Start> {
  const opened = await new Engine(builtBytes).open(json, kLang);
  try {
    const { title } = readDescription(opened.describe());
    const { trainings, total } = firstTrainings(opened, kShown);
    const html = compiler.exportCatalogue({ trainings } as Catalogue, 'html');
    return { title, total, html, sheet: await sheetOf(opened, total) };
  } finally {
    opened.close();
  }
}

async function sheetOf(opened: EngineCatalogue, total: number): Promise<Uint8Array | null> {
  const isWanted = total > kMostInJson && total <= kMostInSheet;
  return isWanted ? new TextEncoder().encode(csvOf(await trainingsOf(opened, ''))) : null;
}

/** The first trainings, how many there are, and a link to all of them. */
function startOf({ total, html, sheet }: Start, jsonBytes: number): string {
  const file = sheet ? kSheetFile : kCatalogueFile;
  const format = sheet ? 'CSV' : 'JSON';
  const size = megabytes(sheet?.length ?? jsonBytes);
  const told = say('page-start', { trainings: count('trainings', total), shown: String(kShown) });
  return `<p>${escapeHtml(told)} <a href="${file}" download>${escapeHtml(say('page-whole', { format, size }))}</a></p>\n${html}`;
}

const megabytes = (bytes: number): string =>
  (bytes / 1_000_000).toLocaleString('fr-FR', { maximumSignificantDigits: 2 });

function pageOf(title: string, src: string, inside: string, styles: string[], hosted: HostedFiles): string {
  const attributes = writeAttributes({ src, skin: 'neutral', lang: kLang, 'heading-level': '2' });
  const content = `<catalogue-formations${attributes}>\n${inside}</catalogue-formations>\n`;
  const head = writeHead({ styles, script: hosted.script, jsonLd: null, oembed: null });
  return documentAround(content, { title: title || say('sheet-title'), lang: kLang }, '', head);
}
