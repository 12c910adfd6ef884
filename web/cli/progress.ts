// SPDX-License-Identifier: MIT
// A progress bar, on terminals only.
import { printable } from '../report/printable.js';

const kWidth = 30;

/** Counts steps towards a total; draws on standard error when that is a terminal. */
export class Progress {
  #done = 0;
  #shown = false;
  readonly #isOn: boolean;

  /** `isWanted`: false for short input and for `--quiet`. */
  constructor(
    readonly total: number,
    isWanted: boolean,
    readonly stream: NodeJS.WriteStream = process.stderr,
  ) {
    this.#isOn = stream.isTTY === true && isWanted;
  }

  /** One step is done; `stage` names what comes next. */
  step(stage: string): void {
    this.#done++;
    this.draw(stage);
  }

  draw(stage: string): void {
    if (!this.#isOn) return;
    const filled = Math.round((this.#done / this.total) * kWidth);
    const bar = '█'.repeat(filled) + '░'.repeat(kWidth - filled);
    const percent = Math.round((this.#done / this.total) * 100);
    this.stream.write(`\r\u001b[K${bar} ${percent} % ${printable(stage)}`);
    this.#shown = true;
  }

  /** Wipes the bar. */
  end(): void {
    if (this.#shown) this.stream.write('\r\u001b[K');
    this.#shown = false;
  }
}
