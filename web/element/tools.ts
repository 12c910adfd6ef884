// SPDX-License-Identifier: MIT
// What the buttons beside the results do.
import { copyText } from './actions.js';
import { messagesOf } from './language.js';
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
  const messages = messagesOf(context.host);
  if (action === 'copy') return (await copyText(context.href)) ? messages.copied : messages.not_copied;
  return '';
}
