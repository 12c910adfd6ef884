// SPDX-License-Identifier: MIT
// Waits until what is there already has been painted.

/** A page in the background paints nothing: the wait ends after this time all the same. */
const kNoPaintMs = 250;

/** Resolves in a task of its own after the next frame. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, kNoPaintMs);
  });
}
