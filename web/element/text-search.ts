// SPDX-License-Identifier: MIT
// Whether a query searches words. Call prepareText first: it builds the index in slices, the query would in one go.

export const hasText = (query: string): boolean => /(^|&)q=/.test(query);
