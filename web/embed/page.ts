// SPDX-License-Identifier: MIT
// The HTML of the iframe's page: a strict policy, and the element around the list.
import { escapeHtml, writeAttributes } from '../publish/splice.js';

/** A file that the page loads. `address`: relative to the page. `integrity`: its hash, where it is known. */
export interface LinkedFile {
  address: string;
  integrity?: string;
}

export interface FramePage {
  lang: string;
  title: string;
  styles: LinkedFile[];
  /** The script that speaks with the page around. */
  frame: LinkedFile;
  element: LinkedFile;
  /** Address of the catalogue, relative to the page. */
  catalogue: string;
  /** HTML of the panel and the trainings, in the neutral skin. */
  list: string;
  /** Absolute address of the page that has the same list, where there is one. */
  publication?: string;
}

const kPolicy = [
  "default-src 'none'",
  // In a sandboxed frame, WebKit's 'self' names nothing: what is loaded by a hash may come from any server.
  "script-src 'self' http: https: 'wasm-unsafe-eval'",
  "style-src 'self' http: https:",
  "connect-src 'self' http: https:",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types catalogue-formations',
].join('; ');

/**
 * The page, in the language of `lang`. Links open in the whole window: most sites refuse to be shown in a frame. The
 * frame's script is no module: in a sandbox, a server that sends no CORS header may serve it all the same.
 */
export function renderFrame(page: FramePage): string {
  const { lang, title, styles, frame, element, catalogue, list, publication } = page;
  const widget = { src: catalogue, skin: 'neutral', lang, 'url-state': 'off' };
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${kPolicy}">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<base target="_top">${publication ? `\n<link rel="canonical"${writeAttributes({ href: publication })}>` : ''}
${styles.map((style) => `<link rel="stylesheet"${linkTo('href', style)}>`).join('\n')}
<script defer${linkTo('src', frame)}></script>
<script type="module"${linkTo('src', element)}></script>
</head>
<body>
<main>
<h1 class="catalogue-sr">${escapeHtml(title)}</h1>
<catalogue-formations${writeAttributes(widget)}>
${list}
</catalogue-formations>
</main>
</body>
</html>
`;
}

function linkTo(attribute: 'href' | 'src', { address, integrity }: LinkedFile): string {
  return writeAttributes({ [attribute]: address, ...(integrity && { integrity }) }) + (integrity ? ' crossorigin' : '');
}
