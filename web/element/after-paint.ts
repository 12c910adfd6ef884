// SPDX-License-Identifier: MIT
// Work that waits until what is there already has been painted.

/** A page in the background paints nothing; what waits is done after this time all the same. */
const kNoPaintMs = 250;

/** One piece of work that waits; a newer one takes its place. */
export class AfterPaint {
  #work: (() => void) | null = null;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.cancel());
  }

  /** Does `work` in a task of its own after the next frame. Resolves then, also where its place was taken; rejects with what `work` throws. */
  do(work: () => void): Promise<void> {
    this.#work = work;
    return new Promise((resolve, reject) => {
      const due = (): void => {
        try {
          if (this.#work === work) {
            this.cancel();
            work();
          }
          resolve();
        } catch (error) {
          reject(error);
        }
      };
      requestAnimationFrame(() => setTimeout(due));
      setTimeout(due, kNoPaintMs);
    });
  }

  cancel(): void {
    this.#work = null;
  }
}
