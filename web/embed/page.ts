// SPDX-License-Identifier: MIT
// The HTML of the iframe's page: a strict policy, and the element around the list.
import { escapeHtml } from '../integration/html.mjs';

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
 * The page in one language. `up`: relative path to dist/. `parts`: the panel and the trainings, as the core
 * writes them. Links open in the whole window: most sites refuse to be shown in a frame.
 */
export function renderFrame({ lang, up, files, parts, title }) {
  const at = ({ file, integrity }) => `="${up}${file}" integrity="${integrity}" crossorigin`;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${kPolicy}">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<base target="_top">
<link rel="stylesheet" href${at(files.neutral)}>
<link rel="stylesheet" href${at(files['frame-style'])}>
<link rel="stylesheet" href${at(files['frame-filter'])}>
<script type="module" src${at(files.frame)}></script>
<script type="module" src${at(files.element)}></script>
</head>
<body>
<main>
<h1 class="catalogue-sr">${escapeHtml(title)}</h1>
<catalogue-formations src="${up}catalogue.json" skin="neutral" lang="${lang}" url-state="off">
${parts.before}
${parts.list}
${parts.after}
</catalogue-formations>
</main>
</body>
</html>
`;
}
