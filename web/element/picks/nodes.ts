// SPDX-License-Identifier: MIT
// Nodes of the choice, with classes that the widget's style sheets have already.

/** Classes of a button and of a link, by skin. */
export const kClasses = {
  neutral: { button: 'catalogue-button', link: 'catalogue-action' },
  dsfr: {
    button: 'catalogue-button fr-btn fr-btn--secondary fr-btn--sm',
    link: 'catalogue-action fr-link fr-link--sm',
  },
};

/** A new element. `children`: nodes and texts. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}
