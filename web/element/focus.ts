// SPDX-License-Identifier: MIT
// Where the focus is.

/** What has the focus in the document or the shadow root that `node` is in. */
export const focusedBeside = (node: Node): Element | null =>
  (node.getRootNode() as Document | ShadowRoot).activeElement;
