// SPDX-License-Identifier: MIT

/** `text` as UTF-8 can hold it: half of a surrogate pair becomes U+FFFD, as in the core. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** `value` as JSON, all its texts well-formed: the core would refuse a whole page for half of a surrogate pair in it. */
export const wellFormedJson = (value: unknown): string =>
  JSON.stringify(value, (_, each) => (typeof each === 'string' ? wellFormed(each) : each));
