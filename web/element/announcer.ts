// SPDX-License-Identifier: MIT
// Says in the status line how many trainings there are, once per settled input.

/** Long enough for a screen reader to finish with the control, short enough to feel at once (RGAA 7.5). */
const kSettleMs = 250;

export class Announcer {
  #timer = 0;
  #words = '';

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** `line` is a live region that was on the page before; equal words are not said twice. */
  say(line: HTMLElement, words: string, delayMs = kSettleMs): void {
    this.#words = words;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if (line.textContent !== this.#words) line.textContent = this.#words;
    }, delayMs);
  }
}
