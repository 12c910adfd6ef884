// SPDX-License-Identifier: MIT
// The element's attributes, for the types of frameworks. Their meaning: data/integration/reference.json.

export interface CatalogueAttributes {
  src?: string | undefined;
  integrity?: string | undefined;
  list?: string | undefined;
  'tag-class'?: string | undefined;
  overlay?: string | undefined;
  skin?: 'auto' | 'neutral' | 'dsfr' | undefined;
  lang?: string | undefined;
  query?: string | undefined;
  only?: string | undefined;
  'page-size'?: number | string | undefined;
  'heading-level'?: number | string | undefined;
  'url-state'?: string | undefined;
  loading?: 'interaction' | 'visible' | 'eager' | undefined;
  target?: string | undefined;
  selection?: 'on' | 'off' | undefined;
}
