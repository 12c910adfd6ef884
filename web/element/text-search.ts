// SPDX-License-Identifier: MIT
// Which queries search words. Their index is made in slices first: asked for them, the core would make it at once.

export const hasText = (query: string): boolean => /(^|&)q=/.test(query);
