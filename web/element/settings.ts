// SPDX-License-Identifier: MIT
// The element's attributes, validated, with their defaults.
import type { Language } from './language.js';
import type { Loader } from './loader.js';
import type { Skin } from './styles.js';

export interface Settings {
  src: string;
  /** The catalogue that was read in the page, as JSON; '' for that of `src`. */
  json: string;
  integrity: string;
  overlay: string;
  skin: Skin;
  language: Language;
  preset: string;
  /** Query of a fixed selection; '' for the whole catalogue. */
  only: string;
  /** 1 to 1000. */
  pageSize: number;
  /** Of a training's title, 1 to 6. */
  headingLevel: number;
  urlState: string;
  opensNewWindow: boolean;
}

const kDefaultPageSize = 20;
const kDefaultHeadingLevel = 2;

export function readSettings(host: HTMLElement, { languageOf, skinOf }: Loader, json = ''): Settings {
  const text = (name: string): string => host.getAttribute(name)?.trim() ?? '';
  return {
    src: text('src'),
    json,
    integrity: text('integrity'),
    overlay: text('overlay'),
    skin: skinOf(host),
    language: languageOf(host),
    preset: queryOf(text('query')),
    only: queryOf(text('only')),
    pageSize: integerIn(text('page-size'), 1, 1000, kDefaultPageSize),
    headingLevel: integerIn(text('heading-level'), 1, 6, kDefaultHeadingLevel),
    urlState: text('url-state') || 'on',
    opensNewWindow: text('target') === '_blank',
  };
}

/** `written` without `?`, its keys decoded as the core expects. */
const queryOf = (written: string): string => new URLSearchParams(written).toString();

// '' is 0, which no range holds.
function integerIn(text: string, min: number, max: number, otherwise: number): number {
  const value = Number(text);
  return Number.isInteger(value) && value >= min && value <= max ? value : otherwise;
}
