// SPDX-License-Identifier: MIT
// Plain values changed at random: members taken off, doubled, swapped, or made something else.

const kOdd = [
  ...[
    '',
    'a',
    '-1',
    '__proto__',
    'constructor',
    'toString',
    'javascript:alert(1)',
    '//a.example',
    '</script>',
    '\u0000',
  ],
  ...['\ud800', '\uffff', 'é', '🦕', 'x'.repeat(3000), 'https://a.example/?utm_source=b#c', 'https://'],
  ...[0, -1, 1, 0.5, NaN, Infinity, -Infinity, 2 ** 53, 1e308, true, false, null, undefined],
];

/** A changed copy of `value`. `chance`: as of random.mjs. */
export const mutateValue = (chance, value) => new Mutator(chance).mutate(value);

class Mutator {
  #chance;
  #nodes = [];

  constructor(chance) {
    this.#chance = chance;
  }

  mutate(value) {
    const holder = { value: structuredClone(value) };
    for (let changes = 1 + this.#chance.below(3); changes > 0; changes -= 1) {
      this.#nodes = [];
      this.#list(holder);
      const { parent, key } = this.#chance.pick(this.#nodes);
      this.#change(parent, key);
    }
    return holder.value;
  }

  #list(parent) {
    for (const key of Object.keys(parent)) {
      this.#nodes.push({ parent, key });
      if (typeof parent[key] === 'object' && parent[key] !== null) this.#list(parent[key]);
    }
  }

  #anyValue() {
    if (this.#chance.below(5) < 3) return this.#chance.pick(kOdd);
    const { parent, key } = this.#chance.pick(this.#nodes);
    return structuredClone(parent[key]);
  }

  #change(parent, key) {
    const value = parent[key];
    if (this.#chance.below(5) === 0) set(parent, key, this.#anyValue());
    else if (Array.isArray(value)) this.#changeList(value);
    else if (typeof value === 'object' && value !== null) this.#changeMembers(value);
    else
      set(
        parent,
        key,
        typeof value === 'string' && this.#chance.below(2) ? this.#changeWords(value) : this.#anyValue(),
      );
  }

  #changeList(list) {
    const at = this.#chance.below(list.length + 1);
    if (list.length > 0 && this.#chance.below(5) < 2) list.splice(at % list.length, 1);
    else
      list.splice(
        at,
        0,
        list.length > 0 && this.#chance.below(3) ? structuredClone(this.#chance.pick(list)) : this.#anyValue(),
      );
  }

  #changeMembers(object) {
    const keys = Object.keys(object);
    if (keys.length > 0 && this.#chance.below(5) < 2) delete object[this.#chance.pick(keys)];
    else set(object, String(this.#chance.pick(kOdd)), this.#anyValue());
  }

  #changeWords(words) {
    const at = this.#chance.below(words.length + 1);
    const added = this.#chance.below(2) ? String(this.#chance.pick(kOdd)) : words.slice(at, at + this.#chance.below(8));
    return words.slice(0, at) + added + words.slice(at + this.#chance.below(4));
  }
}

/** Also a member called `__proto__`, as JSON.parse makes it. */
function set(object, key, value) {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}
