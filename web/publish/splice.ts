// SPDX-License-Identifier: MIT
// Changes to a text by offsets: whatever no change covers stays, byte for byte.

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Collects changes to one text. At one offset, insertions keep the order in which they were asked. */
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

  /** The text with every change made. A change inside a removed stretch goes with it. */
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
