// SPDX-License-Identifier: MIT
// Reads what the engine sends: numbers and words in the order of wasm/bindings/answer_wire.h.

/** The numbers and words of one answer, taken one after the other, before the engine is called again. */
export class Wire {
  /** Where the numbers are. */
  readonly memory: Uint32Array;
  readonly #words: string[];
  #index: number;
  #word = 0;

  constructor(memory: Uint32Array, index: number, words: string[]) {
    this.memory = memory;
    this.#index = index;
    this.#words = words;
  }

  number(): number {
    return this.memory[this.#index++] as number;
  }

  /** Passes over `count` numbers; gives the index of the first. */
  pass(count: number): number {
    return (this.#index += count) - count;
  }

  word(): string {
    return this.#words[this.#word++] as string;
  }

  words(count: number): string[] {
    return this.#words.slice(this.#word, (this.#word += count));
  }
}
