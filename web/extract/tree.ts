// SPDX-License-Identifier: MIT
// What the extractor needs of an HTML tree, from any parser.

/** The start of a node in its source: 1-based, columns in UTF-16 units. */
export interface Place {
  line: number;
  column: number;
}

/** One way to read a tree of nodes `N` (a browser's DOM, parse5's objects). */
export interface Tree<N> {
  /** Lower-case tag name; '' for anything that is not an element. */
  name(node: N): string;
  /** Value of an attribute, or null when absent. Names are lower case. */
  attribute(node: N, name: string): string | null;
  parent(node: N): N | null;
  children(node: N): Iterable<N>;
  /** Characters of a text node; '' for anything else. */
  characters(node: N): string;
  /** Start of the node in its source; null when the parser keeps none. */
  place(node: N): Place | null;
  /** Whether the source does not close this element. false from a parser that cannot tell. */
  isUnclosed(node: N): boolean;
}

/** Class names of an element, in source order. */
export function classes<N>(tree: Tree<N>, node: N): string[] {
  const value = tree.attribute(node, 'class');
  return value === null ? [] : value.split(/[\t\n\f\r ]+/).filter(Boolean);
}

/** Runs of ASCII white space become one space. No-break spaces, which French uses, stay. */
export function collapse(text: string): string {
  return text.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '');
}

/** All text below a node, white space collapsed, without nodes that match `skip`. */
export function textOf<N>(tree: Tree<N>, node: N, skip: (child: N) => boolean = () => false): string {
  const parts: string[] = [];
  const visit = (current: N): void => {
    for (const child of tree.children(current)) {
      if (isSilent(tree.name(child)) || skip(child)) continue;
      parts.push(tree.name(child) === 'br' ? '\n' : tree.characters(child));
      visit(child);
    }
  };
  visit(node);
  return collapse(parts.join(''));
}

/** The nearest node, from `node` itself upwards, that passes `test`. */
export function closest<N>(tree: Tree<N>, node: N, test: (node: N) => boolean): N | null {
  for (let current: N | null = node; current !== null; current = tree.parent(current)) {
    if (test(current)) return current;
  }
  return null;
}

/** Every element below a node that passes `test`, in document order. */
export function findAll<N>(tree: Tree<N>, node: N, test: (node: N) => boolean): N[] {
  const found: N[] = [];
  const visit = (current: N): void => {
    for (const child of tree.children(current)) {
      if (tree.name(child) !== '' && test(child)) found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/** The first element below a node that passes `test`, or null. */
export function findFirst<N>(tree: Tree<N>, node: N, test: (node: N) => boolean): N | null {
  for (const child of tree.children(node)) {
    if (tree.name(child) !== '' && test(child)) return child;
    const below = findFirst(tree, child, test);
    if (below !== null) return below;
  }
  return null;
}

const kSilent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'canvas',
  'audio',
  'video',
  'map',
  'button',
  'head',
  'title',
  'textarea',
  'select',
  'datalist',
]);

/** Elements whose characters are no text of the page. */
export function isSilent(name: string): boolean {
  return kSilent.has(name);
}

const kInline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
  'img',
  'button',
  'br',
]);

/** Elements that stand within a line of text. */
export function isInline(name: string): boolean {
  return kInline.has(name) || kSilent.has(name);
}
