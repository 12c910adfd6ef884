// SPDX-License-Identifier: MIT
// Finds the list that an element reads: its own content, or the element that `list` names.

/** Why a list is not read: an editor's mistake, with a sentence in data/strings/reader.*.json. Visitors lose nothing. */
export class Refusal extends Error {
  constructor(
    readonly code: 'nested' | 'list-missing' | 'list-around' | 'no-training' | 'no-place',
    readonly values: Record<string, string> = {},
  ) {
    super(code);
  }
}

const kName = 'catalogue-formations';

/** Throws Refusal. */
export function contentOf(host: HTMLElement): HTMLElement {
  if (host.parentElement?.closest(kName)) throw new Refusal('nested');
  const list = host.getAttribute('list');
  if (!list) return host;
  const content = elementAt(list);
  if (!content) throw new Refusal('list-missing', { list });
  if (content.contains(host)) throw new Refusal('list-around', { list });
  if (content.closest(kName)) throw new Refusal('nested');
  return content;
}

function elementAt(selector: string): HTMLElement | null {
  try {
    return document.querySelector<HTMLElement>(selector);
  } catch {
    return null;
  }
}
