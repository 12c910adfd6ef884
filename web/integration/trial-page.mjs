// SPDX-License-Identifier: MIT
// The page on which the guide shows its choice live: the partner's look and the strictest policy.
import { partnerPage, strictPolicy } from '../partner/pages.mjs';

/**
 * `host`: address of dist/ as seen from the page, with a last slash; the rest as the build knows it. On
 * dist/'s own origin the policy is written in the page; a partner's server sends it as a header.
 */
export function renderTrial({ host, element, resize, script, style, origin = "'self'" }) {
  const at = ({ file, integrity }) => `src="${host}${file}" integrity="${integrity}" crossorigin`;
  const policy =
    origin === "'self'" ? `<meta http-equiv="Content-Security-Policy" content="${strictPolicy("'self'")}">\n` : '';
  return partnerPage({
    title: 'Se former au numérique responsable',
    style: { href: `${host}${style.file}`, integrity: style.integrity },
    head: `${policy}<meta name="robots" content="noindex">
<script type="module" ${at(element)}></script>
<script type="module" ${at(resize)}></script>
<script type="module" ${at(script)}></script>`,
    lead: 'La ville propose à ses agentes et agents des formations libres et gratuites.',
    content: '<div id="essai"></div>',
  });
}
