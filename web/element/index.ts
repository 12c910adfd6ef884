// SPDX-License-Identifier: MIT
// The package's entry: importing it defines <catalogue-formations>.
import { define } from './define.js';

export { CatalogueFormationsElement } from './element.js';
export type { CatalogueAttributes } from './attributes.js';
export type { ChangeDetail, ErrorDetail, ReadyDetail } from './events.js';

declare global {
  interface HTMLElementTagNameMap {
    'catalogue-formations': import('./element.js').CatalogueFormationsElement;
  }
}

define();
