// SPDX-License-Identifier: MIT
// Finds what a page's Content-Security-Policy lacks for a way of embedding, and writes the lines to add.
import { allowsUrl, parsePolicies, rulingDirective, unknownDirectives } from './policy.js';
import type { Policy } from './policy.js';

export type Way = 'tag' | 'frame' | 'static' | 'folder';

/** `host`: address of the product's folder. `page`: origin of the partner's page. */
export interface Setting {
  way: Way;
  host: string;
  page: string;
  /** Addresses of the catalogues and of the overlay. Those of other origins need a line too. */
  sources?: readonly string[];
}

/** One lacking permission. `line`: the whole directive to write. `why`: a key of the texts. */
export interface Lack {
  directive: string;
  source: string;
  line: string;
  why: 'script' | 'wasm' | 'style' | 'connect' | 'frame' | 'trusted-types' | 'sandbox';
}

/**
 * `count`: pasted policies. `policy`: these with every lack mended. `hints`: keys of remarks that change no line.
 * `unknown`: names that are no directives.
 */
export interface Diagnosis {
  count: number;
  lacks: Lack[];
  policy: string;
  hints: ('nonce' | 'several')[];
  unknown: string[];
}

interface Need {
  directive: string;
  rule: string;
  source: string;
  why: Lack['why'];
  met: (sources: readonly string[]) => boolean;
}

const kTrustedTypesPolicy = 'catalogue-formations';

/** Diagnoses a pasted text, which may hold no policy or several. */
export function diagnosePolicy(text: string, setting: Setting): Diagnosis {
  const policies = parsePolicies(text);
  const lacks = new Map<string, Lack>();
  const mended: string[] = [];
  for (const policy of policies) {
    const found = lacksOf(policy, setting);
    for (const lack of found) lacks.set(`${lack.directive} ${lack.source}`, lack);
    mended.push(writePolicy(mend(policy, found)));
  }
  return {
    count: policies.length,
    lacks: [...lacks.values()],
    policy: mended.join(',\n'),
    hints: hintsOf(policies, setting),
    unknown: policies.flatMap(unknownDirectives),
  };
}

function lacksOf(policy: Policy, setting: Setting): Lack[] {
  const lacks: Lack[] = [];
  let current = policy;
  for (const need of needsOf(setting)) {
    const lack = lackOf(current, need);
    if (!lack) continue;
    lacks.push(lack);
    current = mend(current, [lack]);
  }
  return [...lacks.map((lack) => finalLine(lack, current)), ...specialLacks(policy, setting)];
}

// Shows the directive with all the sources that it gains.
function finalLine(lack: Lack, policy: Policy): Lack {
  return { ...lack, line: [lack.directive, ...(policy.get(lack.directive) ?? [])].join(' ') };
}

function lackOf(policy: Policy, need: Need): Lack | null {
  const ruling = rulingDirective(policy, need.rule);
  if (!ruling || need.met(ruling.sources)) return null;
  const directive = ruling.name === 'default-src' ? need.directive : ruling.name;
  const kept = ruling.sources.filter((source) => source.toLowerCase() !== "'none'" && source !== need.source);
  return { directive, source: need.source, line: [directive, ...kept, need.source].join(' '), why: need.why };
}

function needsOf({ way, host, page, sources = [] }: Setting): Need[] {
  const home = new URL(host);
  const origins = [...new Set([home, ...sources.map((source) => new URL(source, page))].map((url) => url.origin))];
  const reach = (directive: string, origin: string, why: Lack['why']): Need => ({
    directive,
    rule: directive,
    why,
    source: origin === page ? "'self'" : origin,
    met: (list) =>
      allowsUrl(list, new URL(origin === home.origin ? home.href : origin), page) ||
      (why === 'script' && hasNonce(list)),
  });
  if (way === 'frame') return [reach('frame-src', home.origin, 'frame'), reach('script-src', home.origin, 'script')];
  if (way === 'static') return [reach('style-src', page, 'style')];
  const wasm: Need = {
    directive: 'script-src',
    rule: 'wasm-src',
    source: "'wasm-unsafe-eval'",
    why: 'wasm',
    met: allowsWasm,
  };
  return [
    reach('script-src', home.origin, 'script'),
    wasm,
    reach('style-src', home.origin, 'style'),
    ...origins.map((origin) => reach('connect-src', origin, 'connect')),
  ];
}

function allowsWasm(sources: readonly string[]): boolean {
  return sources.some((source) => /^'(wasm-)?unsafe-eval'$/i.test(source));
}

function hasNonce(sources: readonly string[]): boolean {
  return sources.some((source) => /^'nonce-/i.test(source));
}

// Directives that are not lists of addresses.
function specialLacks(policy: Policy, { way }: Setting): Lack[] {
  const lacks: Lack[] = [];
  const types = policy.get('trusted-types');
  const scripted = way === 'tag' || way === 'folder';
  if (scripted && types && !types.some((name) => name === '*' || name === kTrustedTypesPolicy)) {
    const kept = types.filter((name) => name.toLowerCase() !== "'none'");
    const line = ['trusted-types', ...kept, kTrustedTypesPolicy].join(' ');
    lacks.push({ directive: 'trusted-types', source: kTrustedTypesPolicy, line, why: 'trusted-types' });
  }
  const sandbox = policy.get('sandbox');
  if (way !== 'static' && sandbox) {
    const wanted = ['allow-scripts', 'allow-same-origin'].filter((flag) => !sandbox.includes(flag));
    const line = ['sandbox', ...sandbox, ...wanted].join(' ');
    if (wanted.length > 0) lacks.push({ directive: 'sandbox', source: wanted.join(' '), line, why: 'sandbox' });
  }
  return lacks;
}

function mend(policy: Policy, lacks: readonly Lack[]): Policy {
  const mended = new Map(policy);
  for (const { directive, line } of lacks) mended.set(directive, line.split(' ').slice(1));
  return mended;
}

function writePolicy(policy: Policy): string {
  return [...policy].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}

function hintsOf(policies: readonly Policy[], { way }: Setting): Diagnosis['hints'] {
  const hints: Diagnosis['hints'] = [];
  if (way !== 'static' && policies.some((policy) => hasNonce(rulingDirective(policy, 'script-src')?.sources ?? [])))
    hints.push('nonce');
  if (policies.length > 1) hints.push('several');
  return hints;
}

/** The policy for a way on a page that forbids everything else, one directive per line. */
export function strictPolicy(setting: Setting): string {
  return diagnosePolicy("default-src 'none'", setting).policy.split('; ').join(';\n');
}
