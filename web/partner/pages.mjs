// SPDX-License-Identifier: MIT
// Pages of an imaginary partner: a town's site with its own look, no DSFR, under the strictest policy.

/**
 * The strictest security policy: it allows what the way of embedding needs from `host` (an origin), and the
 * partner's own style sheet.
 */
export function strictPolicy(host) {
  return [
    "default-src 'none'",
    `script-src ${host} 'wasm-unsafe-eval'`,
    `style-src ${host}`,
    `connect-src ${host}`,
    `frame-src ${host}`,
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types catalogue-formations',
  ].join('; ');
}

/** A page of the partner around `content` (HTML). `style`: {href, integrity} of its style sheet. */
export function partnerPage({ title, lead = '', content, style, head = '', lang = 'fr' }) {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Ville d’Exemple</title>
<link rel="stylesheet" href="${style.href}" integrity="${style.integrity}" crossorigin>
${head}
</head>
<body>
<header><p class="town">Ville d’Exemple</p></header>
<main>
<h1>${title}</h1>
${lead ? `<p>${lead}</p>` : ''}
${content}
</main>
<footer><p>Page d’essai d’un partenaire imaginaire.</p></footer>
</body>
</html>
`;
}
