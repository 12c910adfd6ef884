// SPDX-License-Identifier: MIT
// Written by toolchain/steps/query-words.mjs from data/tables/query.json: edit that file.

/** The facets, by query key, in the order in which they are shown. */
export const facetKeys = [
  'duree',
  'licence',
  'droit',
  'modalite',
  'organisme',
  'theme',
  'langue',
  'niveau',
  'public',
  'certification',
  'accessibilite',
] as const;
export type FacetKey = (typeof facetKeys)[number];

/** Values of the facet `droit`. */
export const rightValues = ['commercial', 'modification', 'partage', 'libre'] as const;
export type Right = (typeof rightValues)[number];
