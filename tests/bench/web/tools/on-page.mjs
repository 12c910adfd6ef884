// SPDX-License-Identifier: MIT
// How a list that is on the page is looked at, whichever tool filters it.

/** Expression of a function, run at each frame: whether a sample of the list is as `expected` says. */
export const isRight = `(expected) => {
  const item = (id) => document.querySelector('li[data-id="' + id + '"]');
  const isSeen = (id) => (item(id)?.getClientRects().length ?? 0) > 0;
  return expected.first.every(isSeen) && !expected.out.some(isSeen);
}`;

/** Expression of a function: the list as it is seen, whole, for the check after the time is taken. */
export const shown = `() => {
  const ids = [...document.querySelectorAll('li[data-id]')].filter((item) => item.getClientRects().length > 0).map((item) => item.dataset.id);
  return { ids, total: ids.length };
}`;
