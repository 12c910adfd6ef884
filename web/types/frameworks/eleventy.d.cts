// SPDX-License-Identifier: MIT
// The plugin's types where it is required: lib/eleventy.cjs is the function itself.
type Plugin = typeof import('./eleventy/index.js', { with: { 'resolution-mode': 'import' }});
declare const catalogueFormations: Plugin['default'] & { default: Plugin['default'] };
export = catalogueFormations;
