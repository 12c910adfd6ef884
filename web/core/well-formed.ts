// SPDX-License-Identifier: MIT

/** `text` as UTF-8 can hold it: half of a surrogate pair becomes U+FFFD, as in the core. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
