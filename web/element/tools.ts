// SPDX-License-Identifier: MIT
// What the buttons beside the results do.
import * as en from '../../data/strings/element.en.json';
import * as fr from '../../data/strings/element.fr.json';
import { copyText } from './actions.js';
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
  return '';
}
