// SPDX-License-Identifier: MIT
// Reads a Content-Security-Policy as browsers do: directives, fallbacks, source matching.

/** One policy: sources by directive name, in lower case. Of several directives with one name, the first counts. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** The directives that stand in for an absent one (CSP3, "fallback list"), itself first. */
const kFallbacks: Readonly<Record<string, readonly string[]>> = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'wasm-src': ['script-src', 'default-src'],
  'style-src': ['style-src-elem', 'style-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
  'frame-src': ['frame-src', 'child-src', 'default-src'],
};

/** Every directive of a policy that browsers know, now or once did. */
const kDirectives = new Set(
  `base-uri block-all-mixed-content child-src connect-src default-src fenced-frame-src font-src form-action
  frame-ancestors frame-src img-src manifest-src media-src navigate-to object-src plugin-types prefetch-src referrer
  reflected-xss report-to report-uri require-sri-for require-trusted-types-for sandbox script-src script-src-attr
  script-src-elem style-src style-src-attr style-src-elem trusted-types upgrade-insecure-requests worker-src`.split(
    /\s+/,
  ),
);

/** The names in a policy that are no directives: browsers ignore them. */
export const unknownDirectives = (policy: Policy): string[] =>
  [...policy.keys()].filter((name) => !kDirectives.has(name));

const kDefaultPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443' };

/**
 * The policies in a pasted text: a header with or without its name, several headers on separate lines
 * or joined by commas, or a `<meta>` tag. A page obeys all of them. Empty when no directive is known: that is no policy.
 */
export function parsePolicies(text: string): Policy[] {
  return policyTexts(text)
    .map(parsePolicy)
    .filter((policy) => policy.size > unknownDirectives(policy).length);
}

function policyTexts(text: string): string[] {
  const meta = [...text.matchAll(/<meta[^>]*?content\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>/gi)];
  if (meta.length > 0) return meta.map((match) => unescapeHtml(match[1] ?? match[2] ?? ''));
  const named = /(?:^|\n)[^\n:]*content-security-policy(?:-report-only)?["']?\s*[:=\s]\s*/i;
  const parts = named.test(text) ? text.split(new RegExp(named, 'gi')).slice(1) : [text];
  return parts.flatMap((part) => unquote(part.trim()).split(','));
}

// Server configurations quote the value: `add_header … "default-src 'none'" always;`.
function unquote(text: string): string {
  const quoted = /^"([^"]*)"/.exec(text);
  return quoted ? (quoted[1] ?? '') : text;
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&(?:#39|apos);/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

function parsePolicy(text: string): Policy {
  const directives = new Map<string, string[]>();
  for (const part of text.split(';')) {
    const [name, ...sources] = part.trim().split(/\s+/);
    const key = (name ?? '').toLowerCase();
    if (/^[a-z][a-z-]*$/.test(key) && !directives.has(key)) directives.set(key, sources);
  }
  return directives;
}

/** The directive that applies to `wanted` in this policy, or null when none does and all is allowed. */
export function rulingDirective(policy: Policy, wanted: string): { name: string; sources: readonly string[] } | null {
  for (const name of kFallbacks[wanted] ?? [wanted]) {
    const sources = policy.get(name);
    if (sources) return { name, sources };
  }
  return null;
}

/** Whether the sources let a page of the origin `page` load `url`. Nonces and hashes match no address. */
export function allowsUrl(sources: readonly string[], url: URL, page: string): boolean {
  return sources.some((source) => matchesSource(source.toLowerCase(), url, page));
}

function matchesSource(source: string, url: URL, page: string): boolean {
  if (source === "'self'") return url.origin === page;
  if (source.startsWith("'")) return false;
  if (source === '*') return /^(https?|wss?):$/.test(url.protocol);
  if (/^[a-z][a-z0-9+.-]*:$/.test(source)) return schemeMatches(source, url.protocol);
  return matchesHost(source, url, page);
}

// "http:" also lets its secure sibling in.
function schemeMatches(allowed: string, actual: string): boolean {
  return allowed === actual || (allowed === 'http:' && actual === 'https:') || (allowed === 'ws:' && actual === 'wss:');
}

function matchesHost(source: string, url: URL, page: string): boolean {
  const parts = /^(?:([a-z][a-z0-9+.-]*:)\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/.exec(source);
  if (!parts) return false;
  const [, scheme, host = '', port, path] = parts;
  if (!schemeMatches(scheme ?? new URL(page).protocol, url.protocol)) return false;
  if (host.startsWith('*.') ? !url.hostname.endsWith(host.slice(1)) : host !== '*' && host !== url.hostname)
    return false;
  return portMatches(port, url) && pathMatches(path, url.pathname);
}

function portMatches(port: string | undefined, url: URL): boolean {
  const actual = url.port || kDefaultPorts[url.protocol];
  if (port === '*') return true;
  if (port === undefined) return url.port === '';
  return port === actual || (port === '80' && actual === '443');
}

function pathMatches(path: string | undefined, actual: string): boolean {
  if (path === undefined || path === '/') return true;
  return path.endsWith('/') ? actual.toLowerCase().startsWith(path) : actual.toLowerCase() === path;
}
