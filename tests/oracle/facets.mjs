// SPDX-License-Identifier: MIT
// The facets, by query key, in the order in which a canonical query writes them.

/** What every catalogue has: the benchmark's. */
export const commonFacets = ['duree', 'licence', 'droit', 'modalite', 'organisme', 'theme', 'langue'];
export const facets = [...commonFacets, 'niveau', 'public', 'certification', 'accessibilite'];
