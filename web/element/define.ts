// SPDX-License-Identifier: MIT
// Defines the element, once per page however often the script is loaded.
import { CatalogueFormationsElement } from './element.js';

export function define(): void {
  if (!customElements.get('catalogue-formations'))
    customElements.define('catalogue-formations', CatalogueFormationsElement);
}
