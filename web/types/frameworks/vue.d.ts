// SPDX-License-Identifier: MIT
// Types of <catalogue-formations> in templates, for Vue 3: `import 'catalogue-formations/vue';`, types alone. Vue is told
// that it is no component of its own with `compilerOptions.isCustomElement`.
import type { DefineComponent } from 'vue';
import type { CatalogueAttributes } from './element/attributes.js';

declare module 'vue' {
  interface GlobalComponents {
    'catalogue-formations': DefineComponent<CatalogueAttributes>;
  }
}
