// SPDX-License-Identifier: MIT
// The response headers of the two example servers, as a host would configure them.
import { strictPolicy } from '../../web/partner/pages.mjs';

// Ten minutes for files whose names stay the same (a page, a catalogue), a year for names with a hash of
// the content: RGESN 6.2 and 7.1.
const shortLived = 'public, max-age=600';
const longLived = 'public, max-age=31536000, immutable';
const hashed = /\.(?:[0-9a-f]{8}|[0-9A-Z]{8})\.\w+$|\/parts\/[0-9a-f]{16}\/\d+\.bin$/;

const common = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'strict-origin-when-cross-origin' };

const cacheControl = (path) => (hashed.test(path) ? longLived : shortLived);

/** Whether pages of other origins may fetch a file: with CORS. */
const isShared = (path) => /\.(?:js|css|wasm|json|parts|bin)$/.test(path);

// The publication site's own policy. Its iframe page must open on other sites; nothing else may.
const sitePolicy = (path) =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    // The integration guide shows its live trial on the partner's origin.
    path.startsWith('/integration/') ? "frame-src 'self' http://localhost:*" : "frame-src 'self'",
    `frame-ancestors ${path.startsWith('/embed/') ? '*' : "'self'"}`,
  ].join('; ');

/** Of an index of parts, which no table of types knows; the server knows all others. */
const typeOf = (path) => (path.endsWith('.parts') ? { 'Content-Type': 'application/octet-stream' } : {});

/** Headers of the publication site, for the path of a request. */
export const siteHeaders = (path) => ({
  ...common,
  'Cache-Control': cacheControl(path),
  'Content-Security-Policy': sitePolicy(path),
  ...typeOf(path),
  ...(isShared(path) ? { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' } : {}),
});

/**
 * Headers of the foreign partner: the strictest policy under which the catalogue works, with Trusted
 * Types enforced.
 * @param {string} host  the origin that serves the catalogue, e.g. `http://localhost:8080`
 */
export const partnerHeaders = (host) => () => ({
  ...common,
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': strictPolicy(host),
});
