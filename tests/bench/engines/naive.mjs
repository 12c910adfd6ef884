// SPDX-License-Identifier: MIT
// Loops over every training for every facet: what one writes first.
import { answer } from '../../oracle/oracle.mjs';

export const name = 'naive loops';
export const finds = ['filter'];
export const files = [];

export async function build({ json }) {
  const catalogue = JSON.parse(new TextDecoder().decode(json));
  return {
    query({ selection }) {
      const { total, ids, counts } = answer(catalogue, selection);
      return { total, ids, counts: (key) => counts[key] };
    },
  };
}
