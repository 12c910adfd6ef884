// SPDX-License-Identifier: MIT
// Hostile pages: the extractor ends in linear time, and keeps what it promises to keep.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { extractPage, PageError } from '../../lib/extract.js';

const pages = new URL('../pages/', import.meta.url);

/** Milliseconds of processor time, which other programs do not lengthen. */
function cost(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const training = (n) => `<h2>T${n}</h2><p><span class="tag">Durée : ${n} h</span></p><p>Texte.</p>`;
const pathological = {
  'tags without any heading': (n) => `<section>${'<span class="tag">x</span>'.repeat(n)}</section>`,
  'tags never closed': (n) => `<h2>A</h2>${'<p><span class="tag">x'.repeat(n)}`,
  'template commands never closed': (n) => '{% if '.repeat(n),
  'expressions never closed': (n) => '{{ '.repeat(n),
  'raw blocks never closed': (n) => '{% raw %}'.repeat(n),
  brackets: (n) => `<h2>A</h2><p class="tag">[a](${')'.repeat(n)}</p>`,
  'attribute braces': (n) => '# a {.'.repeat(n),
  'links in links': (n) => '<a href="#"><h2>a</h2>'.repeat(Math.min(n, 200)),
  'sections of sections': (n) => '<h2>S</h2><h3>T</h3><p class="tag">1 h</p>'.repeat(n),
  trainings: (n) => Array.from({ length: n }, (_, i) => training(i)).join(''),
  'front matter lines': (n) => `---\n${'- - '.repeat(Math.min(n, 200))}\n---\n`,
};

for (const [name, make] of Object.entries(pathological)) {
  for (const kind of ['markdown', 'html']) {
    test(`${name}: time grows no faster than the page (${kind})`, () => {
      const read = (n) => {
        try {
          extractPage(make(n), { kind });
        } catch (error) {
          assert.ok(error instanceof PageError, `${error}`);
        }
      };
      read(500);
      const small = Math.max(
        5,
        cost(() => read(1000)),
      );
      const large = cost(() => read(8000));
      assert.ok(large < small * 8 * 4, `${large.toFixed()} ms for 8 times what took ${small.toFixed()} ms`);
    });
  }
}

test('elements nested past any reason are refused with their place', () => {
  assert.throws(
    () => extractPage('<div>\n'.repeat(5000), { kind: 'html' }),
    (error) => error instanceof PageError && error.code === 'too-deep' && error.line > 900,
  );
});

test('a page cut at any character is read without a crash', () => {
  for (const name of readdirSync(pages).filter((file) => /\.(?:md|html)$/.test(file))) {
    const text = readFileSync(new URL(name, pages), 'utf8');
    for (let length = 0; length < text.length; length += 7) {
      try {
        extractPage(text.slice(0, length), { kind: name.endsWith('.md') ? 'markdown' : 'html' });
      } catch (error) {
        assert.ok(error instanceof PageError, `${name} cut at ${length}: ${error.stack}`);
      }
    }
  }
});

test('every place points at the words it names', () => {
  for (const name of readdirSync(pages).filter((file) => /\.(?:md|html)$/.test(file))) {
    const text = readFileSync(new URL(name, pages), 'utf8').replace(/^\ufeff/, '');
    const lines = text.split(/\r\n|\n|\r/);
    const { raw } = extractPage(text, { kind: name.endsWith('.md') ? 'markdown' : 'html' });
    for (const record of raw.records) {
      const [firstWord] = record.heading.split(/[\s(]/);
      assert.ok(
        lines
          .slice(record.line - 1, record.line + 1)
          .join('\n')
          .includes(firstWord),
        `${name}:${record.line}: ${record.heading}`,
      );
      for (const tag of record.tags) {
        const rest = [lines[tag.line - 1].slice(tag.column - 1), ...lines.slice(tag.line, tag.line + 2)].join('\n');
        assert.match(rest, /^[<[]/, `${name}:${tag.line}:${tag.column}`);
        assert.ok(
          rest.replace(/[ \n]+/g, ' ').includes(tag.text.split(' ')[0]),
          `${name}:${tag.line}:${tag.column}: ${tag.text}`,
        );
      }
    }
  }
});
