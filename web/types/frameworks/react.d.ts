// SPDX-License-Identifier: MIT
// Types of <catalogue-formations> in JSX, for React 19: `import 'catalogue-formations/react';`, types alone.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { CatalogueAttributes } from './element/attributes.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'catalogue-formations': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & CatalogueAttributes;
    }
  }
}
