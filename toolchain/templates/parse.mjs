// SPDX-License-Identifier: MIT
// Reads a template of data/templates into a tree. docs/templates.md says what may be written.

/** A template that cannot be used: `file:line: why`. */
export class TemplateError extends Error {
  constructor({ file, line }, why) {
    super(`${file}:${line}: ${why}`);
    this.name = 'TemplateError';
  }
}

const NAME = '[a-z][\\w-]*';
const PATH = '[a-z]\\w*(?:\\.[a-z]\\w*)*';
const FORMS = [
  ['comment', /^!/],
  ['role', new RegExp(`^@(?<role>${NAME})$`)],
  ['if', new RegExp(`^#if (?<test>safe )?(?<path>${PATH})(?: is (?<constant>[\\w:]+))?$`)],
  ['else', /^else$/],
  ['each', new RegExp(`^#each (?<name>[a-z]\\w*) in (?<path>${PATH})$`)],
  ['with', new RegExp(`^#with (?<name>[a-z]\\w*) = (?<path>${PATH})$`)],
  ['end', /^\/(?<of>if|each|with)$/],
  ['call', new RegExp(`^> (?<partial>${NAME})$`)],
  ['say', new RegExp(`^say (?<text>[\\w.-]+)(?<arguments>(?: [nxy]=${PATH}(?::[a-z]+)?)*)$`)],
  ['mark', new RegExp(`^mark (?<path>${PATH})$`)],
  ['id', new RegExp(`^id (?<path>${PATH})$`)],
  ['value', new RegExp(`^(?<path>${PATH})$`)],
];

function readTag(inner, place) {
  for (const [type, form] of FORMS) {
    const match = form.exec(inner);
    if (match) return { type, ...match.groups, ...place };
  }
  throw new TemplateError(place, `“{{${inner}}}” is not understood`);
}

const countLines = (text) => text.split('\n').length - 1;

/** Markup, in which ` @name` is short for `{{@name}}`. */
function markupNodes(text, { file, line }) {
  return text.split(/ @([a-z][\w-]*)/).map((part, i) => {
    const node = i % 2 ? { type: 'role', role: part, file, line } : { type: 'markup', text: part, file, line };
    line += countLines(part);
    return node;
  });
}

/** Markup and tags in one row, each with the line on which it stands. */
function tokens(source, file) {
  const row = [];
  let line = 1;
  for (const [i, part] of source.split(/\{\{([\s\S]*?)\}\}/).entries()) {
    if (i % 2) row.push(readTag(part.trim(), { file, line }));
    else row.push(...markupNodes(part, { file, line }));
    line += countLines(part);
  }
  return withoutEnds(row.filter((node) => node.type !== 'comment' && node.text !== ''));
}

// The line ends around a template are no part of it, wherever it is included.
function withoutEnds(row) {
  const isBlank = (node) => node.type === 'markup' && node.text.trim() === '';
  const first = row.findIndex((node) => !isBlank(node));
  return first < 0 ? [] : row.slice(first, row.findLastIndex((node) => !isBlank(node)) + 1);
}

const opens = new Set(['if', 'each', 'with']);

/** The nodes up to the end of the block that `opener` starts, or of the file. */
function readBlock(row, opener) {
  const nodes = [];
  while (row.length) {
    const node = row.shift();
    if (node.type === 'else' || node.type === 'end') {
      if (!opener) throw new TemplateError(node, `“${node.of ?? 'else'}” ends nothing`);
      if (node.of ? node.of !== opener.type : opener.type !== 'if' || opener.body)
        throw new TemplateError(node, `“${node.of ?? 'else'}” inside “${opener.type}” of line ${opener.line}`);
      return { nodes, end: node.type };
    }
    nodes.push(opens.has(node.type) ? readBody(row, node) : node);
  }
  if (opener) throw new TemplateError(opener, `“${opener.type}” has no end`);
  return { nodes };
}

function readBody(row, node) {
  const { nodes, end } = readBlock(row, node);
  node.body = nodes;
  if (end === 'else') node.otherwise = readBlock(row, node).nodes;
  return node;
}

/**
 * The nodes of a template: {type, file, line} and what the type needs. Blocks hold `body` and
 * `otherwise`. Line ends and indents are kept: what they become depends on where they stand.
 */
export function parseTemplate(source, file) {
  return readBlock(tokens(source, file)).nodes;
}
