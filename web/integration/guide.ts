// SPDX-License-Identifier: MIT
// The script of the integration guide: shows a snippet and a live trial for the choices, and diagnoses a pasted policy.
import { diagnosePolicy } from './policy-diagnosis.js';
import type { Diagnosis, Way } from './policy-diagnosis.js';
import { elementAttributes, frameAddress, writeSnippet } from './snippet.js';
import type { Choice, Release } from './snippet.js';

/** The data of the page, in its `<script type="application/json" id="guide-data">`. */
interface GuideData {
  release: Omit<Release, 'host'>;
  texts: Record<string, string>;
  reasons: Record<string, string>;
  hints: Record<string, string>;
  where: Record<Way, string>;
  fallbackLinks: Record<'fr' | 'en', string>;
  frameTitles: Record<'fr' | 'en', string>;
}

const data = JSON.parse(find('#guide-data').textContent ?? '') as GuideData;
const host = new URL('../', import.meta.url).href;
const release: Release = { ...data.release, host };
const form = find<HTMLFormElement>('#choices');

function find<Found extends Element = HTMLElement>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new Error(`the guide has no ${selector}`);
  return found;
}

function readChoice(): Choice {
  const fields = new FormData(form);
  const text = (name: string) => String(fields.get(name) ?? '').trim();
  const query = new URLSearchParams();
  if (text('duree') !== '') query.append('duree', text('duree'));
  for (const right of fields.getAll('droit')) query.append('droit', String(right));
  return {
    way: text('way') as Way,
    lang: text('lang') as Choice['lang'],
    skin: text('skin'),
    query: query.toString(),
    headingLevel: text('heading-level'),
    pageSize: text('page-size'),
    overlay: text('overlay'),
    sources: text('src').split(/\s+/).filter(Boolean),
    pinCatalogue: fields.has('pin'),
    isHastened: fields.has('hasten'),
    isFixed: fields.has('fixed'),
    hasFilters: fields.has('filters'),
  };
}

function showSnippet(choice: Choice): void {
  const { lang } = choice;
  find('#snippet').textContent = writeSnippet(choice, release, {
    fallbackLink: data.fallbackLinks[lang],
    fallbackUrl: fallbackUrl(),
    frameTitle: data.frameTitles[lang],
  });
  find('#snippet-where').replaceChildren(...withCode(data.where[choice.way]));
  for (const node of document.querySelectorAll<HTMLElement>('[data-for-way]')) {
    node.hidden = !(node.dataset.forWay ?? '').split(' ').includes(choice.way);
  }
}

/** Text, with the parts between backticks as code. */
function withCode(text: string): (Node | string)[] {
  return text.split('`').map((part, index) => (index % 2 ? make('code', part) : part));
}

/** The publication page when the host has one, else the iframe's page. */
function fallbackUrl(): string {
  return new URL(find<HTMLMetaElement>('meta[name="publication-page"]').content, host).href;
}

// On a developer's machine the trial page is on the next port, to have another origin.
function trialPage(): string {
  const { protocol, hostname, port } = location;
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1';
  return isLocal && port !== ''
    ? `${protocol}//${hostname}:${Number(port) + 1}/essai/`
    : new URL('essai/', new URL('./', import.meta.url)).href;
}

function showTrial(choice: Choice): void {
  const frame = find<HTMLIFrameElement>('#trial');
  const trial = new URL(trialPage());
  trial.searchParams.set('scheme', String(new FormData(form).get('scheme') ?? 'light'));
  const isFrame = choice.way === 'frame';
  if (isFrame) trial.searchParams.set('frame', frameAddress(choice, release).slice(host.length));
  else for (const [name, value] of elementAttributes(choice, release)) trial.searchParams.set(name, value);
  if (choice.way === 'static') trial.searchParams.set('static', '');
  if (frame.src !== trial.href) frame.contentWindow?.location.replace(trial.href);
  frame.dataset.address = trial.href;
  const isForeign = trial.origin !== location.origin;
  find('#trial-note').textContent = isForeign
    ? (data.texts.see_foreign ?? '').replace('{origin}', trial.origin)
    : (data.texts.see_same ?? '');
}

function update(): void {
  const choice = readChoice();
  showSnippet(choice);
  clearTimeout(pending);
  pending = setTimeout(() => showTrial(choice), 300);
}
let pending: ReturnType<typeof setTimeout> | undefined;

async function copySnippet(): Promise<void> {
  const status = find('#copy-status');
  status.textContent = '';
  const done = await navigator.clipboard?.writeText(find('#snippet').textContent ?? '').then(
    () => true,
    () => false,
  );
  status.textContent = data.texts[done ? 'copied' : 'copy_failed'] ?? '';
}

/** An answer is about the policy and the way that it was asked for. */
function forgetDiagnosis(): void {
  find('#policy-answer').replaceChildren();
}

function checkPolicy(event: Event): void {
  event.preventDefault();
  forgetDiagnosis();
  const { way, sources = [], overlay = '' } = readChoice();
  const text = find<HTMLTextAreaElement>('#policy').value;
  const page = pageOrigin(find<HTMLInputElement>('#policy-page').value);
  const more = [...sources, overlay].filter((address) => /^https?:/.test(address) && URL.canParse(address));
  const folderHost = way === 'folder' ? `${page}/` : host;
  showDiagnosis(diagnosePolicy(text, { way, host: folderHost, page, sources: more }));
}

function pageOrigin(address: string): string {
  try {
    return new URL(address).origin;
  } catch {
    return 'https://www.example.org';
  }
}

function showDiagnosis({ count, lacks, policy, hints, unknown }: Diagnosis): void {
  const answer = find('#policy-answer');
  const lines = new Map(lacks.map((lack) => [lack.line, lack]));
  const say = (text: string) => answer.append(make('p', text));
  if (count === 0) return say(data.texts.policy_none ?? '');
  if (lines.size === 0) say(data.texts.policy_good ?? '');
  else answer.append(...lackNodes([...lines.values()], policy));
  for (const hint of hints) say(data.hints[hint] ?? '');
  if (unknown.length > 0) say((data.texts.policy_unknown ?? '').replace('{names}', unknown.join(', ')));
}

function lackNodes(lacks: Diagnosis['lacks'], policy: string): Node[] {
  const title = data.texts[lacks.length === 1 ? 'policy_lacks_one' : 'policy_lacks_other'] ?? '';
  const list = make('ul', '');
  for (const { line, why } of lacks) {
    const item = make('li', '');
    item.append(make('code', line), make('span', data.reasons[why] ?? ''));
    list.append(item);
  }
  return [
    make('p', title.replace('{n}', String(lacks.length))),
    list,
    make('p', data.texts.policy_whole ?? ''),
    make('pre', policy),
  ];
}

function make(name: string, text: string): HTMLElement {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}

document.documentElement.classList.add('is-live');
for (const node of document.querySelectorAll('[data-host]')) node.textContent = host;
form.addEventListener('input', update);
form.addEventListener('input', forgetDiagnosis);
find('#policy-form').addEventListener('input', forgetDiagnosis);
form.addEventListener('submit', (event) => event.preventDefault());
find('#copy').addEventListener('click', () => void copySnippet());
find('#policy-form').addEventListener('submit', checkPolicy);
update();
