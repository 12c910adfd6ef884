// SPDX-License-Identifier: MIT
// The trainings of a compact file, for who wants their words and not their columns: the format is written down
// in wasm/src/model/compact_file.h and record.h. The core has checked the file that it opened; this one may have changed
// since: every length is checked, and what is damaged ends the reading.
import type { Entry } from './csv-entry.js';

const kHeader = 16;
const kMagic = 0x89;
const kHasEffort = 2;
const kHasSpan = 4;
const kHasNoEnd = 32;
/** Of alternatives, modalities, languages or themes, as in wasm/include/catalogue/limits.h. */
const kMaxListLength = 256;

const decoder = new TextDecoder();

/** Whether these are the bytes of a compact file; else they are JSON. */
export const isCompact = (bytes: Uint8Array): boolean => bytes[0] === kMagic;

/** Its trainings, in their order. Throws RangeError at the first length that leads out of the file. */
export function compactTrainings(file: Uint8Array): Entry[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  // The parts are words, then records: each its length in bytes (64 bits), its bytes, and zeroes up to the next 8.
  const recordsAt = kHeader + 8 + ((view.getUint32(kHeader, true) + 7) & ~7);
  const from = recordsAt + 8;
  const size = view.getUint32(recordsAt, true);
  if (size > file.length - from) throw damaged();
  const records = new RecordReader(file.subarray(from, from + size));
  const trainings = [];
  while (!records.isAtEnd()) trainings.push(records.training());
  return trainings;
}

const damaged = (): RangeError => new RangeError('the compact file is damaged');

class RecordReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  training(): Entry {
    const [id, title, provider, url, description] = this.#words(8) as [string, string, string, string, string];
    const [licenceId, licenceUrl, , text, family] = this.#words(5) as [string, string, string, string, string];
    const [modalities, languages, themes] = [this.#list(), this.#list(), this.#list()];
    this.#list(); // rights
    const durations = Array.from({ length: this.#count() }, () => this.#duration());
    return {
      id,
      title,
      provider,
      url,
      description,
      durations,
      licence: { id: licenceId, family, url: licenceUrl, text },
      modalities,
      languages,
      themes,
    };
  }

  #duration(): NonNullable<Entry['durations']>[number] {
    const flags = this.#byte();
    const least = flags & kHasEffort ? { min: this.#varint() } : {};
    const most = (flags & (kHasEffort | kHasNoEnd)) === kHasEffort ? { max: this.#varint() } : {};
    const span = flags & kHasSpan ? { span: this.#varint() } : {};
    return { ...least, ...most, ...span, text: this.#word() };
  }

  #list(): string[] {
    return this.#words(this.#count());
  }

  #count(): number {
    const count = this.#varint();
    if (count > kMaxListLength) throw damaged();
    return count;
  }

  #words(count: number): string[] {
    return Array.from({ length: count }, () => this.#word());
  }

  #word(): string {
    const size = this.#varint();
    if (size > this.#bytes.length - this.#at) throw damaged();
    const from = this.#at;
    this.#at += size;
    return decoder.decode(this.#bytes.subarray(from, this.#at));
  }

  /** Seven bits a byte, low bits first; never more than 28, as in wasm/src/model/record.cpp. */
  #varint(): number {
    let number = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#byte();
      number |= (byte & 127) << shift;
      if (byte < 128) return number;
    }
    throw damaged();
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw damaged();
    return byte;
  }
}
