// SPDX-License-Identifier: MIT
// Writes the lines that a webmaster pastes, for each way of embedding.
import type { Way } from './policy-diagnosis.js';

/** The published files. `host` ends with a slash. Hashes are `sha384-…`. */
export interface Release {
  host: string;
  element: string;
  resize: string;
  catalogue: string;
  /** The script that follows the first one. */
  widget: { file: string; integrity: string };
}

/** The webmaster's choices. A missing member is the element's default. */
export interface Choice {
  way: Way;
  lang: 'fr' | 'en';
  skin?: string;
  query?: string;
  /** Whether visitors cannot change the selection. */
  isFixed?: boolean;
  headingLevel?: string;
  pageSize?: string;
  /** Addresses of catalogues; none means the release's own. */
  sources?: readonly string[];
  overlay?: string;
  pinCatalogue?: boolean;
  /** Whether the page asks for the second script with the first: a round trip sooner on a slow line. */
  isHastened?: boolean;
  /** Whether static HTML has the filters too. */
  hasFilters?: boolean;
}

/** Visible texts of the snippet, in its language. `fallbackUrl`: the publication page. */
export interface SnippetTexts {
  fallbackLink: string;
  fallbackUrl: string;
  frameTitle: string;
}

/** An example of a folder in the snippet for self-hosting. */
const kOwnFolder = '/catalogue/';

/** The snippet, ready to paste: HTML, or shell commands for static HTML. */
export function writeSnippet(choice: Choice, release: Release, texts: SnippetTexts): string {
  switch (choice.way) {
    case 'tag':
      return tagSnippet(choice, release, texts);
    case 'folder':
      return tagSnippet(choice, { ...release, host: kOwnFolder }, texts);
    case 'frame':
      return frameSnippet(choice, release, texts);
    case 'static':
      return staticCommands(choice, release);
  }
}

function staticCommands({ hasFilters, sources = [] }: Choice, release: Release): string {
  const source = sources[0] ?? `${release.host}catalogue.json`;
  const filters = hasFilters ? ' --filters formations.css' : '';
  return `npm install catalogue-formations
curl -o catalogue.json "${source}"
npx catalogue-formations export catalogue.json --format html${filters} > formations.html`;
}

// The opening tag ends its line, so that Markdown reads the element as a block and adds no paragraph around it.
function tagSnippet(choice: Choice, release: Release, texts: SnippetTexts): string {
  const script = openTag('script', [
    ['type', 'module'],
    ['async', true],
    ['src', `${release.host}catalogue-formations.js`],
    ['integrity', release.element],
    ['crossorigin', true],
  ]);
  const preload = choice.isHastened ? `${preloadTag(release)}\n` : '';
  return `${preload}${script}</script>\n${openTag('catalogue-formations', elementAttributes(choice, release))}\n  ${linkTag(texts)}\n</catalogue-formations>`;
}

const linkTag = ({ fallbackUrl, fallbackLink }: SnippetTexts): string =>
  `${openTag('a', [['href', fallbackUrl]])}${escapeHtml(fallbackLink)}</a>`;

const preloadTag = ({ host, widget }: Release): string =>
  openTag('link', [
    ['rel', 'modulepreload'],
    ['href', host + widget.file],
    ['integrity', widget.integrity],
    ['crossorigin', true],
  ]);

/** Attributes of the element for a choice, in the order of the reference. */
export function elementAttributes(choice: Choice, release: Release): [string, string][] {
  const sources = choice.sources?.length ? choice.sources : [`${release.host}catalogue.json`];
  const attributes: [string, string | undefined][] = [
    ['src', sources.join(' ')],
    ['integrity', choice.pinCatalogue && !choice.sources?.length ? release.catalogue : undefined],
    ['overlay', choice.overlay],
    ['skin', choice.skin === 'auto' ? undefined : choice.skin],
    ['lang', choice.lang],
    [choice.isFixed ? 'only' : 'query', choice.query],
    ['page-size', choice.pageSize === '20' ? undefined : choice.pageSize],
    ['heading-level', choice.headingLevel === '2' ? undefined : choice.headingLevel],
  ];
  return attributes.filter((pair): pair is [string, string] => Boolean(pair[1]));
}

/** Address of the iframe's page for a choice. */
export function frameAddress(choice: Choice, release: Release): string {
  const page = `${release.host}embed/${choice.lang === 'en' ? 'en/' : ''}`;
  return choice.query ? `${page}?${choice.query}` : page;
}

// The attribute that has no border by itself, `frameborder`, is obsolete HTML. A policy that refuses `style` leaves the
// border to the script. The link is beside the frame: browsers show nothing of what stands inside one.
function frameSnippet(choice: Choice, release: Release, texts: SnippetTexts): string {
  const frame = openTag('iframe', [
    ['src', frameAddress(choice, release)],
    ['title', texts.frameTitle],
    ['width', '100%'],
    ['height', '900'],
    ['style', 'border: 0'],
    ['loading', 'lazy'],
    ['referrerpolicy', 'no-referrer'],
    // For “Copier le lien”.
    ['allow', 'clipboard-write'],
  ]);
  const script = openTag('script', [
    ['type', 'module'],
    ['async', true],
    ['src', `${release.host}embed/resize.js`],
    ['integrity', release.resize],
    ['crossorigin', true],
  ]);
  return `${frame}</iframe>\n<p>${linkTag(texts)}</p>\n${script}</script>`;
}

function openTag(name: string, attributes: readonly [string, string | true][]): string {
  const written = attributes.map(([key, value]) => (value === true ? key : `${key}="${escapeHtml(value)}"`));
  return `<${[name, ...written].join(' ')}>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
