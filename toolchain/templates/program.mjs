// SPDX-License-Identifier: MIT
// Turns templates into a program of bytes that wasm/src/render/template.cpp runs.
//
// Bytes from 0x20 on are markup and stand for themselves; those below are operations with operands.
// A field is two bytes: its kind and register, and its place in the struct. Both are left to the C++
// compiler, which knows the structs: a #line before each makes it name the template when a field
// does not exist.
import { TemplateError } from './parse.mjs';
import { atStart, readMarkup, sameState, startsAddress, whyNoValue } from './markup.mjs';

const MAX_REGISTERS = 16;

const sizeOf = (pieces) => pieces.reduce((sum, { size }) => sum + size, 0);
const word = (number) => `${number >> 8}, ${number & 255}`;

export class Program {
  #templates;
  #texts;
  #roles;
  #registers = [];
  #partials = new Map(); // name -> { state, scope, pieces }
  #bindings = [];

  /**
   * name: of the program in C++. root: the C++ type of what the entries show. templates: by name, a
   * function that gives a parsed template, or nothing. texts: name -> { number, placeholders }. roles: by name.
   */
  constructor({ name, root, templates, texts, roles }) {
    this.name = name;
    this.root = root;
    this.#templates = templates;
    this.#texts = texts;
    this.#roles = roles;
    this.#register('page', root);
    this.#register('role', 'RoleView');
  }

  /** Adds a template that C++ may start, and all that it includes. */
  addEntry(name) {
    this.#partial(
      name,
      { state: atStart, scope: new Set(['page']), safe: new Set() },
      { file: `entry of ${this.name}`, line: 0 },
    );
  }

  /** Adds the template that writes a role. It is the first of the program. */
  addRoleTemplate() {
    this.#partial(
      'role',
      { state: { at: 'tag', before: '<p' }, scope: new Set(['page', 'role']), safe: new Set() },
      { file: `roles of ${this.name}`, line: 0 },
    );
  }

  /** {bindings: [{name, type, isFirst}], pieces: [{file, line, code}], entries: {name: address}}. */
  link() {
    const entries = {};
    let address = 0;
    for (const [name, { pieces }] of this.#partials) {
      entries[name] = address;
      address += sizeOf(pieces);
    }
    if (address > 0xffff) throw new Error(`the templates of ${this.name} are longer than 64 KB`);
    const pieces = [...this.#partials.values()].flatMap((partial) => partial.pieces);
    return {
      bindings: this.#bindings,
      pieces: pieces.map((piece) =>
        'call' in piece ? { ...piece, code: `kOpCall, ${word(entries[piece.call])},` } : piece,
      ),
      entries,
    };
  }

  /** A name for a struct: the same one wherever it is used. */
  #register(name, type, { file, line } = {}) {
    const known = this.#bindings.filter((binding) => binding.name === name);
    if (known.some((binding) => binding.type === type)) return;
    if (!known.length && this.#registers.push(name) > MAX_REGISTERS)
      throw new TemplateError({ file, line }, `more than ${MAX_REGISTERS} names of things`);
    this.#bindings.push({ name, type, file, line, isFirst: !known.length });
  }

  #partial(name, context, node) {
    const known = this.#partials.get(name);
    if (known) {
      if (!known.pieces) throw new TemplateError(node, `“${name}” includes itself`);
      if (!sameState(known.start, context.state))
        throw new TemplateError(node, `“${name}” is included among text and inside a tag`);
      const lacking = [...known.needs].filter((each) => !context.scope.has(each));
      if (lacking.length) throw new TemplateError(node, `“${name}” needs “${lacking[0]}”, which is not known here`);
      return known;
    }
    const nodes = this.#templates(name);
    if (!nodes) throw new TemplateError(node, `no template is called “${name}”`);
    const partial = { start: context.state, needs: new Set() };
    this.#partials.set(name, partial);
    const inner = { ...context, scope: new Set(context.scope), needs: partial.needs };
    const pieces = [...this.#block(nodes, inner), { ...(nodes.at(-1) ?? node), code: 'kOpEnd,', size: 1 }];
    partial.end = inner.state;
    partial.pieces = pieces;
    return partial;
  }

  #block(nodes, context) {
    return nodes.flatMap((node) => {
      const pieces = this[`_${node.type}`](node, context);
      return pieces.map((piece) => ({ file: node.file, line: node.line, ...piece }));
    });
  }

  /** The bytes of a field: `group.key`, or `key` of the page; `group.key:legends` says of which kind it is. */
  #field(path, node, context, macro = 'CATALOGUE_FIELD') {
    const [place, kind] = path.split(':');
    const { register, member } = this.#resolve(place, node, context);
    const field = `${register}, ${this.#registers.indexOf(register)}, ${member}`;
    return kind ? `CATALOGUE_FIELD_AS(${field}, k${kind[0].toUpperCase()}${kind.slice(1)})` : `${macro}(${field})`;
  }

  #resolve(path, node, context) {
    const dot = path.indexOf('.');
    const register = dot < 0 ? 'page' : path.slice(0, dot);
    if (!context.scope.has(register)) throw new TemplateError(node, `“${register}” is not known here`);
    if (register !== 'page') context.needs.add(register);
    return { register, member: path.slice(dot + 1) };
  }

  _markup(node, context) {
    const { text, state } = readMarkup(node.text, context.state);
    context.state = state;
    const bytes = [...Buffer.from(text)];
    if (bytes.some((byte) => byte < 0x20)) throw new TemplateError(node, 'control characters cannot be written');
    return bytes.length ? [{ code: `${bytes.join(', ')},`, size: bytes.length }] : [];
  }

  _role(node, context) {
    if (!(node.role in this.#roles)) throw new TemplateError(node, `no role is called “${node.role}”`);
    if (context.state.at !== 'tag') throw new TemplateError(node, 'a role stands in a tag');
    const { own, dsfr } = this.#roles[node.role];
    const bytes = [own, dsfr].flatMap((words) => [...Buffer.from(words), 0]);
    return [{ code: `kOpRole, ${bytes.join(', ')},`, size: 1 + bytes.length }];
  }

  _value(node, context) {
    const why = whyNoValue(context.state);
    if (why) throw new TemplateError(node, why);
    if (startsAddress(context.state) && !context.safe.has(node.path))
      throw new TemplateError(node, `an address needs {{#if safe ${node.path}}} around it`);
    context.state = { ...context.state, before: `${context.state.before}x` };
    return [{ code: `kOpValue, ${this.#field(node.path, node, context)},`, size: 3 }];
  }

  _id(node, context) {
    if (context.state.at !== 'quote') throw new TemplateError(node, 'a part of an id stands in quotes');
    return [{ code: `kOpId, ${this.#field(node.path, node, context)},`, size: 3 }];
  }

  _mark(node, context) {
    if (context.state.at !== 'text') throw new TemplateError(node, 'marked words stand among text');
    return [{ code: `kOpMark, ${this.#field(node.path, node, context)},`, size: 3 }];
  }

  _say(node, context) {
    const why = whyNoValue(context.state) ?? (startsAddress(context.state) ? 'no text is an address' : null);
    if (why) throw new TemplateError(node, why);
    const given = Object.fromEntries(
      node.arguments
        .trim()
        .split(' ')
        .filter(Boolean)
        .map((each) => each.split('=')),
    );
    const names = ['n', 'x', 'y'].filter((name) => name in given);
    const operands = names.map((name) => ({
      code: `kOp${name.toUpperCase()}, ${this.#field(given[name], node, context)},`,
      size: 3,
    }));
    if (node.text.includes('.')) {
      return [...operands, { code: `kOpSayThat, ${this.#field(node.text, node, context)},`, size: 3 }];
    }
    const text = this.#texts[node.text];
    if (!text) throw new TemplateError(node, `no text is called “${node.text}”`);
    const wanted = [...text.placeholders].sort().join();
    if (wanted !== names.join())
      throw new TemplateError(
        node,
        `the text “${node.text}” takes ${wanted || 'nothing'}, not ${names.join() || 'nothing'}`,
      );
    return [...operands, { code: `kOpSay, ${text.number},`, size: 2 }];
  }

  _call(node, context) {
    const partial = this.#partial(node.partial, context, node);
    partial.needs.forEach((name) => context.needs.add(name));
    if (!sameState(partial.end, context.state)) context.state = partial.end;
    return [{ call: node.partial, size: 3 }];
  }

  _if(node, context) {
    const field = this.#field(node.path, node, context);
    const otherwiseContext = { ...context };
    const bodyContext = node.test ? { ...context, safe: new Set([...context.safe, node.path]) } : { ...context };
    const body = this.#block(node.body, bodyContext);
    const otherwise = node.otherwise ? this.#block(node.otherwise, otherwiseContext) : [];
    if (!sameState(bodyContext.state, otherwiseContext.state))
      throw new TemplateError(node, 'its branches end in different places of the markup');
    context.state = bodyContext.state;
    const end = (code) => ({ file: node.file, line: node.line, code, size: 1 });
    const test = node.constant
      ? { code: `kOpIfIs, ${field}, static_cast<uint8_t>(${node.constant}),`, size: 4 }
      : { code: `${node.test ? 'kOpIfSafe' : 'kOpIf'}, ${field},`, size: 3 };
    return [test, ...body, ...(otherwise.length ? [end('kOpElse,'), ...otherwise] : []), end('kOpEnd,')];
  }

  #bind(node, context, type) {
    const { register, member } = this.#resolve(node.path, node, context);
    const bound = `std::remove_cvref_t<decltype(std::declval<${register}&>().${member})>${type}`;
    if (context.scope.has(node.name)) throw new TemplateError(node, `“${node.name}” is already something here`);
    this.#register(node.name, bound, node);
    return { ...context, scope: new Set([...context.scope, node.name]), needs: new Set() };
  }

  #bodyOf(node, context, inner) {
    const body = this.#block(node.body, inner);
    if (!sameState(inner.state, context.state))
      throw new TemplateError(node, 'it ends in another place of the markup than it starts');
    inner.needs.delete(node.name);
    inner.needs.forEach((name) => context.needs.add(name));
    context.state = inner.state;
    return body;
  }

  _each(node, context) {
    const inner = this.#bind(node, context, '::Element');
    const body = [
      ...this.#bodyOf(node, context, inner),
      { file: node.file, line: node.line, code: 'kOpEnd,', size: 1 },
    ];
    const field = this.#field(node.path, node, context);
    const register = this.#registers.indexOf(node.name);
    return [{ code: `kOpEach, ${field}, ${register}, place_of(sizeof(${node.name})),`, size: 5 }, ...body];
  }

  _with(node, context) {
    const inner = this.#bind(node, context, '');
    const body = this.#bodyOf(node, context, inner);
    const field = this.#field(node.path, node, context, 'CATALOGUE_THING');
    return [{ code: `kOpWith, ${field}, ${this.#registers.indexOf(node.name)},`, size: 4 }, ...body];
  }
}
