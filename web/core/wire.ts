// SPDX-License-Identifier: MIT
// Reads what the engine sends: numbers and words in the order of wasm/bindings/answer_wire.h.

/** The numbers and words of one answer, taken one after the other, before the engine is called again. */
export class Wire {
  readonly #numbers: Uint32Array;
  readonly #words: string[];
  #number = 0;
  #word = 0;

  constructor(numbers: Uint32Array, words: string[]) {
    this.#numbers = numbers;
    this.#words = words;
  }

  number(): number {
    return this.#numbers[this.#number++] as number;
  }

  numbers(count: number): Uint32Array {
    return this.#numbers.subarray(this.#number, this.#number += count);
  }

  word(): string {
    return this.#words[this.#word++] as string;
  }

  words(count: number): string[] {
    return this.#words.slice(this.#word, this.#word += count);
  }
}
