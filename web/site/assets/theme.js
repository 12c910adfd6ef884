// SPDX-License-Identifier: MIT
// Follows the visitor's light or dark preference, the way the DSFR's own script marks it on <html>.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => document.documentElement.setAttribute('data-fr-theme', dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', follow);
  follow();
})();
