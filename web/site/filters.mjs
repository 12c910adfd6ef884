// SPDX-License-Identifier: MIT
// What the example site's templates need to write dates and breadcrumbs.

const asDate = (value) => new Date(value);

/** `2021-11-09`, in UTC, as front matter dates are. */
export const isoDate = (value) => asDate(value).toISOString().slice(0, 10);

/** `9 novembre 2021` */
export const frenchDate = (value) =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(asDate(value));

const sections = { publications: { title: 'Publications', url: '/publications/' } };

/**
 * The way from the home page to a page: its last step is the page itself and has no address.
 * @param {{parent?: string}} navigation  the page's `eleventyNavigation`
 * @param {string} url  the page's own address
 * @param {string} title
 */
export function breadcrumb(navigation, url, title) {
  if (url === '/') return [];
  const parent = sections[navigation.parent];
  return [{ title: 'Accueil', url: '/' }, ...(parent ? [parent] : []), { title }];
}
