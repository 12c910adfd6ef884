// SPDX-License-Identifier: MIT
// What the buttons beside the results do.
import * as en from '../../data/strings/element.en.json';
import * as fr from '../../data/strings/element.fr.json';
import { copyText, saveText } from './actions.js';
import { csvOf } from './csv.js';
import { languageOf } from './language.js';
import type { OpenedCatalogue } from './open.js';
import type { Settings } from './settings.js';

export interface ActionContext {
  host: HTMLElement;
  /** Address of the present selection. */
  href: string;
  settings: Settings;
  catalogue: OpenedCatalogue;
  query: string;
}

/** Does what `data-action` names; returns what to tell the visitor, '' for nothing. */
export async function runAction(action: string, context: ActionContext): Promise<string> {
  const messages = languageOf(context.host) === 'en' ? en : fr;
  if (action === 'copy') return (await copyText(context.href)) ? messages.copied : messages.not_copied;
  if (action === 'csv') saveText(await csvOf(context.settings, everyId(context)), messages.csv_name, 'text/csv');
  return '';
}

const kPageSize = 1000;

/** The ids of all pages of the selection, in its order. */
function everyId({ catalogue, query }: ActionContext): string[] {
  const bare = query.replace(/(^|&)page=\d+/, '');
  const first = catalogue.query(bare, kPageSize);
  const ids = [...first.ids];
  for (let page = 2; page <= first.pages; page += 1) ids.push(...catalogue.query(`${bare}&page=${page}`, kPageSize).ids);
  return ids;
}
