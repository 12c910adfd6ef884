// SPDX-License-Identifier: MIT
// Edits of a text by offsets. All that no edit covers stays, byte for byte.

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Collects edits of one text. Insertions at one offset keep the order of their calls. */
export class Splice {
  readonly #edits: Edit[] = [];

  insert(offset: number, text: string): this {
    return this.replace(offset, offset, text);
  }

  replace(start: number, end: number, text: string): this {
    this.#edits.push({ start, end, text });
    return this;
  }

  remove(start: number, end: number): this {
    return this.replace(start, end, '');
  }

  /** The text with every edit applied. An edit inside a replaced range is dropped. */
  apply(source: string): string {
    const edits = this.#edits
      .map((edit, order) => ({ ...edit, order }))
      .sort((a, b) => a.start - b.start || a.order - b.order);
    const parts: string[] = [];
    let done = 0;
    for (const edit of edits) {
      if (edit.start < done) continue;
      parts.push(source.slice(done, edit.start), edit.text);
      done = edit.end;
    }
    parts.push(source.slice(done));
    return parts.join('');
  }
}

/** Characters that HTML text and quoted attributes need escaped. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** ` name="value"` of each attribute, escaped. */
export function writeAttributes(attributes: Record<string, string> = {}): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
}
