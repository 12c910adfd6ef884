// SPDX-License-Identifier: MIT
// The choice as a sheet to print and as a text for a mail.
import type { EngineTraining } from '../../core/trainings.js';
import { fill } from '../../report/fill.js';
import { element } from './nodes.js';
import type { Pick } from './picks.js';
import type { Texts } from './texts.js';

export interface Sheet {
  picks: readonly Pick[];
  summary: string;
  /** The address of the choice. */
  href: string;
}

/** Past this, mail programs cut an address (RFC 2368 sets no limit; Outlook takes some 2,000 characters). */
const kMaxMailAddress = 1900;

/** The editor's words for the duration: alternatives are joined. */
export function durationOf({ durations = [] }: EngineTraining, texts: Texts): string {
  const words = [...new Set(durations.flatMap(({ text }) => text || []))];
  return words.join(texts.or) || texts.duration_unknown;
}

/** Facts of a training, one a line. */
function linesOf({ id, training }: Pick, texts: Texts): string[] {
  if (!training) return [fill(texts.gone, { id })];
  const { provider, licence, url } = training;
  return [
    training.title,
    ...(provider ? [fill(texts.provider, { provider })] : []),
    durationOf(training, texts),
    ...(licence?.text ? [licence.text] : []),
    ...(url ? [url] : []),
  ];
}

export function sheetText({ picks, summary, href }: Sheet, texts: Texts): string {
  const blocks = picks.map((pick) => {
    const [first, ...rest] = linesOf(pick, texts);
    return [`- ${first}`, ...rest.map((line) => `  ${line}`)].join('\n');
  });
  return [`${texts.title} - ${summary}`, ...blocks, fill(texts.address, { url: href })].join('\n\n');
}

/** `mailto:` with the text; with the address of the choice alone where it would be too long. */
export function mailAddress(sheet: Sheet, texts: Texts): string {
  const write = (body: string): string =>
    `mailto:?subject=${encodeURIComponent(texts.subject)}&body=${encodeURIComponent(body.replace(/\n/g, '\r\n'))}`;
  const whole = write(sheetText(sheet, texts));
  return whole.length <= kMaxMailAddress ? whole : write(`${sheet.summary}\n\n${sheet.href}`);
}

/** Prints the sheet alone: the rest of the page is out of sight until the printer is done. */
export function printSheet(sheet: Sheet, texts: Texts): void {
  const printed = element('main', 'catalogue-sheet', [
    element('h1', '', [texts.title]),
    element('p', '', [`${sheet.summary}.`]),
    element(
      'ol',
      '',
      sheet.picks.map((pick) => itemOf(linesOf(pick, texts))),
    ),
    element('p', '', [fill(texts.address, { url: sheet.href })]),
  ]);
  const others = [...document.body.children] as HTMLElement[];
  const displays = others.map(({ style }) => [style.getPropertyValue('display'), style.getPropertyPriority('display')]);
  for (const { style } of others) style.setProperty('display', 'none', 'important');
  document.body.append(printed);
  const restore = (): void => {
    printed.remove();
    others.forEach(({ style }, i) => style.setProperty('display', ...(displays[i] as [string, string])));
  };
  addEventListener('afterprint', restore, { once: true });
  print();
}

function itemOf([title, ...facts]: string[]): HTMLLIElement {
  const lines = facts.flatMap((fact) => [element('br', ''), fact]);
  const item = element('li', '', [element('strong', '', [title as string]), ...lines]);
  item.style.breakInside = 'avoid';
  return item;
}
