// SPDX-License-Identifier: MIT
// A progress bar on a terminal, for input that takes a while; nothing anywhere else.

const kWidth = 30;
const kDelayMs = 400;

/** Counts steps towards a total; draws on standard error when that is a terminal. */
export class Progress {
  #done = 0;
  #shown = false;
  readonly #start = performance.now();
  readonly #isOn: boolean;

  constructor(readonly total: number, isQuiet: boolean, readonly stream: NodeJS.WriteStream = process.stderr) {
    this.#isOn = stream.isTTY === true && !isQuiet;
  }

  /** One step is done; `stage` names what comes next. Quick runs draw nothing. */
  step(stage: string): void {
    this.#done++;
    if (!this.#isOn || performance.now() - this.#start < kDelayMs) return;
    this.draw(stage);
  }

  draw(stage: string): void {
    if (!this.#isOn) return;
    const filled = Math.round((this.#done / this.total) * kWidth);
    const bar = '█'.repeat(filled) + '░'.repeat(kWidth - filled);
    const percent = Math.round((this.#done / this.total) * 100);
    this.stream.write(`\r\u001b[K${bar} ${percent} % ${stage}`);
    this.#shown = true;
  }

  /** Wipes the bar. */
  end(): void {
    if (this.#shown) this.stream.write('\r\u001b[K');
    this.#shown = false;
  }
}
