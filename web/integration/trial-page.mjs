// SPDX-License-Identifier: MIT
// The page of the guide's live trial, with the partner's look and the strictest policy.
import { partnerPage, strictPolicy } from '../partner/pages.mjs';

/**
 * `host`: address of dist/ relative to the page, with a final slash. The other members are files of the build. On
 * dist/'s own origin the policy is in the page; a partner's server sends it as a header.
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
