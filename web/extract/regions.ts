// SPDX-License-Identifier: MIT
// Tells a page's content from what surrounds it.
import { classes, closest, findAll, type Tree } from './tree.js';

const kSurroundingNames = new Set(['nav', 'aside', 'dialog', 'form', 'menu']);
const kSurroundingRoles = new Set([
  'navigation',
  'complementary',
  'banner',
  'contentinfo',
  'search',
  'dialog',
  'alertdialog',
  'status',
  'form',
]);
const kSectioning = new Set(['main', 'article', 'section', 'aside', 'nav']);
const kSurroundingClass =
  /^(?:fr-header|fr-footer|fr-follow|fr-modal|sidebar|related|related-.*|see-also|site-header|site-footer)$/;

/** Whether an element is navigation, a banner, a panel or a block about other pages: never a training's content. */
export function isSurrounding<N>(tree: Tree<N>, node: N): boolean {
  const name = tree.name(node);
  if (name === '') return false;
  if (kSurroundingNames.has(name)) return true;
  const role = tree.attribute(node, 'role');
  if (role !== null && kSurroundingRoles.has(role)) return true;
  if (classes(tree, node).some((value) => kSurroundingClass.test(value))) return true;
  return (name === 'header' || name === 'footer') && isPageLandmark(tree, node);
}

/** Whether a header or footer is that of the page: it is not inside sectioning content (HTML, 4.3.8 and 4.3.9). */
function isPageLandmark<N>(tree: Tree<N>, node: N): boolean {
  const parent = tree.parent(node);
  return parent === null || closest(tree, parent, (outer) => kSectioning.has(tree.name(outer))) === null;
}

/** The element that holds the page's content: its `main`, else its body, else the root itself. */
export function contentRoot<N>(tree: Tree<N>, root: N): N {
  const isMain = (node: N): boolean => tree.name(node) === 'main' || tree.attribute(node, 'role') === 'main';
  return findAll(tree, root, isMain)[0] ?? findAll(tree, root, (node) => tree.name(node) === 'body')[0] ?? root;
}
