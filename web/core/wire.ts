// SPDX-License-Identifier: MIT
// Reads what the engine sends: numbers and words, as wasm/bindings/wire.h lays them.

// A byte order mark at the start of a text is a character of it like any other.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The numbers and words of one message, taken one after the other, before the engine is called again. */
export class Wire {
  /** All of the engine's memory, where the numbers are. */
  readonly memory: Uint32Array;
  readonly #end: number;
  readonly #bytes: Uint8Array;
  readonly #text: string;
  #index: number;
  #at = 0;

  /** `address`: of the message's numbers. */
  constructor(buffer: ArrayBuffer, address: number) {
    this.memory = new Uint32Array(buffer);
    this.#index = address >>> 2;
    this.#end = this.#index + this.number();
    this.#bytes = this.#view();
    this.#text = decoder.decode(this.#bytes);
  }

  number(): number {
    return this.memory[this.#index++] as number;
  }

  /** Passes over `count` numbers; gives the index of the first. */
  pass(count: number): number {
    const first = this.#index;
    this.#index += count;
    return first;
  }

  word(): string {
    const size = this.number();
    const start = this.#at;
    this.#at += size;
    // Most texts are ASCII, where bytes are characters: cutting one string takes a tenth of the time of many decodings.
    return this.#text.length === this.#bytes.length
      ? this.#text.slice(start, this.#at)
      : decoder.decode(this.#bytes.subarray(start, this.#at));
  }

  /** A count, then as many words. */
  words(): string[] {
    const words: string[] = [];
    for (let left = this.number(); left > 0; left -= 1) words.push(this.word());
    return words;
  }

  /** A count, then as many times what `read` takes. */
  list<Item>(read: (wire: Wire) => Item): Item[] {
    const items: Item[] = [];
    for (let left = this.number(); left > 0; left -= 1) items.push(read(this));
    return items;
  }

  /** A text that lies elsewhere. */
  text(): string {
    const bytes = this.#view();
    return bytes.length > 0 ? decoder.decode(bytes) : '';
  }

  /** Whether all has been read. */
  get isAtEnd(): boolean {
    return this.#index === this.#end && this.#at === this.#bytes.length;
  }

  /** The bytes that two numbers tell: an address and a size. */
  #view(): Uint8Array {
    const address = this.number();
    const size = this.number();
    return new Uint8Array(this.memory.buffer, address, size);
  }
}
