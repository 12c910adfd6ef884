// SPDX-License-Identifier: MIT
// What lets a page be embedded by its address: the page that the frame shows, and the answer of oEmbed 1.0 that names it
// (https://oembed.com). Both are files: whatever size or format is asked for, the answer is the same.
import { renderFrame } from '../embed/page.js';
import type { HostedFiles } from './publish.js';
import { writeAttributes, escapeHtml } from './splice.js';

export const kOembedFile = 'oembed.json';
const kFramePage = 'embed/index.html';
/** CSS pixels: what the list needs beside a column of text, and the first trainings under the folded panel. */
const kWidth = 640;
const kHeight = 900;

export interface Embedded {
  /** The page's own address, absolute. */
  url: string;
  title: string;
  lang: 'fr' | 'en';
  hosted: HostedFiles;
  /** The folder of the catalogue's files, relative to the page: '' or 'formations/'. */
  folder: string;
  /** HTML of the panel and the trainings in the neutral skin, and the style sheet that filters it, by its name. */
  list: string;
  filter: string;
}

/**
 * The folder of a page's address: `https://example.org/formations/` for that of its index.html, with or without its name
 * or last slash. null for what is no absolute address of the web.
 */
export function folderOfPage(url: string): string | null {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  const folder = pathname.replace(/\/(?:[^/]*\.[a-z]*html?)?$/i, '');
  return `${origin}${folder}/`;
}

/** Address of oembed.json, or null where the page's is not known. */
export function oembedAddress(url: string, folder: string): string | null {
  const base = folderOfPage(url);
  return base && base + folder + kOembedFile;
}

/** The files by path relative to the catalogue's folder. `url` has a folder. */
export function embedFiles(page: Embedded): Map<string, string> {
  return new Map([
    [kFramePage, framePage(page)],
    [kOembedFile, `${JSON.stringify(oembedOf(page), null, 2)}\n`],
  ]);
}

function framePage({ url, lang, title, hosted, folder, list, filter }: Embedded): string {
  const toPage = '../'.repeat(folder.split('/').length);
  const linked = (address: string) => ({ address: toPage + address });
  return renderFrame({
    lang,
    title,
    styles: [linked(hosted.styles.neutral), linked(hosted.frame.style), { address: `../${filter}` }],
    frame: linked(hosted.frame.script),
    element: linked(hosted.script),
    catalogue: '../catalogue.json',
    list,
    publication: url,
  });
}

function oembedOf({ url, title, folder }: Embedded) {
  const { host, origin } = new URL(url);
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: host,
    provider_url: `${origin}/`,
    width: kWidth,
    height: kHeight,
    html: embedHtml({ url, title, frame: `${folderOfPage(url)}${folder}embed/` }),
  };
}

/**
 * A link in a quotation, then the frame: WordPress shows the link until the frame has told its height, and keeps it where no
 * frame does. Of ways to have no border it lets `frameborder` alone through.
 */
function embedHtml({ url, title, frame }: { url: string; title: string; frame: string }): string {
  const attributes = {
    src: frame,
    title,
    width: '100%',
    height: String(kHeight),
    frameborder: '0',
    loading: 'lazy',
    referrerpolicy: 'no-referrer',
    allow: 'clipboard-write',
  };
  const link = `<a${writeAttributes({ href: url })}>${escapeHtml(title)}</a>`;
  return `<blockquote>${link}</blockquote><iframe${writeAttributes(attributes)}></iframe>`;
}
