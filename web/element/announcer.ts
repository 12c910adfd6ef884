// SPDX-License-Identifier: MIT
// Tells screen readers what each action changed: one message per settled action, in a line of its own. The count
// that is seen is another node, which changes with the list.
import { readShown, wordsOfChange } from './changes.js';
import type { Shown } from './changes.js';
import type { Root } from './drawn.js';
import type { View } from './view.js';

/** Long enough for a screen reader to finish with the control, short enough to feel at once (RGAA 7.5). */
const kSettleMs = 250;
/** Who types is not interrupted between two words. */
const kTypingMs = 750;

export class Announcer {
  readonly #view: View;
  readonly #isEnglish: boolean;
  #line: HTMLElement | undefined;
  #timer = 0;
  /** What the last message told. */
  #told: Partial<Shown> = {};

  constructor(view: View, isEnglish: boolean, signal: AbortSignal) {
    this.#view = view;
    this.#isEnglish = isEnglish;
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#line?.remove();
    });
  }

  /** Puts the line into `root`: it must be there before its words are. */
  open(root: Root): void {
    this.#line = document.createElement('p');
    this.#line.className = 'catalogue-sr';
    this.#line.setAttribute('role', 'status');
    root.append(this.#line);
  }

  /** Takes what is shown as known: nobody did anything for it. */
  know(query: string): void {
    this.#told = readShown(this.#view, query);
  }

  /** Tells, once nothing else follows, what changed since the last message; `isNow`: at once, before the focus moves. */
  tell(query: string, isNow: boolean): void {
    clearTimeout(this.#timer);
    const speak = (): void => {
      const shown = readShown(this.#view, query);
      const words = wordsOfChange(this.#told, shown, this.#isEnglish);
      if (words) this.say(words);
      this.#told = shown;
    };
    if (isNow) return speak();
    const isTyped = (new URLSearchParams(query).get('q') ?? '') !== (this.#told.text ?? '');
    this.#timer = window.setTimeout(speak, isTyped ? kTypingMs : kSettleMs);
  }

  /** Says `words` now. Equal words are said again: each stands for an action. */
  say(words: string): void {
    if (this.#line) this.#line.textContent = words;
  }
}
