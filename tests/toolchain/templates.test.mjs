// SPDX-License-Identifier: MIT
// The compiler of data/templates: the bytes of each construct. A bad template stops the build with its file and
// line.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { compileProgram } from '../../toolchain/generate/templates.mjs';
import { fromRoot } from '../../toolchain/lib/paths.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'templates-'));
after(() => rmSync(scratch, { recursive: true }));

const roles = { tag: { own: 'tag', dsfr: 'fr-tag' }, plain: { own: 'plain', dsfr: '' } };
const strings = { hello: 'Bonjour', count: { one: '{n} a', other: '{n} b' }, range: 'De {x} à {y}' };
let folders = 0;

/** The header of a program whose one entry is `main`, made of templates by name. */
function compile(templates) {
  const dataDir = join(scratch, String(folders++));
  for (const folder of ['templates', 'strings']) mkdirSync(join(dataDir, folder), { recursive: true });
  writeFileSync(join(dataDir, 'templates/roles.json'), JSON.stringify(roles));
  writeFileSync(join(dataDir, 'strings/fr.json'), JSON.stringify(strings));
  for (const [name, source] of Object.entries({ role: '', ...templates }))
    writeFileSync(join(dataDir, `templates/${name}.html`), source);
  return compileProgram({ name: 'main', root: 'View', entries: ['main'] }, { dataDir });
}

/** The operations of the entry, markup as text, without their places. */
function operations(templates) {
  const code = compile(templates).split('kBytes[] = {\n')[1].split('\n  };')[0];
  const rows = code.split('\n').filter((row) => !row.startsWith('#line'));
  return rows
    .slice(1)
    .map((row) => (/^\d/.test(row) ? Buffer.from(row.split(',').filter(Boolean).map(Number)).toString() : row));
}

test('markup stands for itself, without the layout of the file', () => {
  const source = '{{! SPDX }}\n{{! Two\n lines. }}\n<ul>\n  <li class="a"\n      id="b">é, \n  c</li>\n</ul>\n';
  assert.deepEqual(operations({ main: source }), ['<ul><li class="a" id="b">é,c</li></ul>', 'kOpEnd,']);
});

test('a value is a field of the page, or of what a loop or a block names', () => {
  assert.deepEqual(
    operations({
      main: '{{title}}{{#each tag in tags}}{{tag.label}}{{title}}{{/each}}{{#with best = best_tag}}{{best.label.words}}{{/with}}',
    }),
    [
      'kOpValue, CATALOGUE_FIELD(page, 0, title),',
      'kOpEach, CATALOGUE_FIELD(page, 0, tags), 2, place_of(sizeof(tag)),',
      'kOpValue, CATALOGUE_FIELD(tag, 2, label),',
      'kOpValue, CATALOGUE_FIELD(page, 0, title),',
      'kOpEnd,',
      'kOpWith, CATALOGUE_THING(page, 0, best_tag), 3,',
      'kOpValue, CATALOGUE_FIELD(best, 3, label.words),',
      'kOpEnd,',
    ],
  );
});

test('a condition has a block for each branch', () => {
  assert.deepEqual(operations({ main: '{{#if a}}yes{{else}}no{{/if}}{{#if b is Sort::kTitle}}t{{/if}}' }), [
    'kOpIf, CATALOGUE_FIELD(page, 0, a),',
    'yes',
    'kOpElse,',
    'no',
    'kOpEnd,',
    'kOpIfIs, CATALOGUE_FIELD(page, 0, b), static_cast<uint8_t>(Sort::kTitle),',
    't',
    'kOpEnd,',
    'kOpEnd,',
  ]);
});

test('a text is called by its name, with the arguments that it takes', () => {
  assert.deepEqual(
    operations({
      main: '{{say hello}}{{say count n=total}}{{say range x=a y=b}}{{#with m = m}}{{say m.text n=total}}{{/with}}',
    }),
    [
      'kOpSay, 0,',
      'kOpN, CATALOGUE_FIELD(page, 0, total),',
      'kOpSay, 1,',
      'kOpX, CATALOGUE_FIELD(page, 0, a),',
      'kOpY, CATALOGUE_FIELD(page, 0, b),',
      'kOpSay, 2,',
      'kOpWith, CATALOGUE_THING(page, 0, m), 2,',
      'kOpN, CATALOGUE_FIELD(page, 0, total),',
      'kOpSayThat, CATALOGUE_FIELD(m, 2, text),',
      'kOpEnd,',
    ],
  );
});

test('a role is its own name and its DSFR classes, where it is used', () => {
  const words = (own, dsfr) => `kOpRole, ${[...Buffer.from(`${own}\0${dsfr}\0`)].join(', ')},`;
  assert.deepEqual(operations({ main: '<p @plain><a{{#if x}}{{@tag}}{{/if}} href="#">' }), [
    '<p',
    words('plain', ''),
    '><a',
    'kOpIf, CATALOGUE_FIELD(page, 0, x),',
    words('tag', 'fr-tag'),
    'kOpEnd,',
    ' href="#">',
    'kOpEnd,',
  ]);
});

test('ids, marked words and safe addresses have operations of their own', () => {
  assert.deepEqual(
    operations({ main: '<p id="a{{id key}}">{{mark title}}</p>{{#if safe url}}<a href="{{url}}">{{/if}}' }),
    [
      '<p id="a',
      'kOpId, CATALOGUE_FIELD(page, 0, key),',
      '">',
      'kOpMark, CATALOGUE_FIELD(page, 0, title),',
      '</p>',
      'kOpIfSafe, CATALOGUE_FIELD(page, 0, url),',
      '<a href="',
      'kOpValue, CATALOGUE_FIELD(page, 0, url),',
      '">',
      'kOpEnd,',
      'kOpEnd,',
    ],
  );
});

test('a template that is included twice is there once', () => {
  const rows = operations({ main: '{{> b}}{{> b}}', b: 'x' });
  assert.deepEqual(rows, ['kOpCall, 0, 8,', 'kOpCall, 0, 8,', 'kOpEnd,', 'x', 'kOpEnd,']);
});

const mistakes = [
  ['a tag that is not understood', '<p>\n{{title!}}', 2, /not understood/],
  ['an unknown role', '<p>\n<b @nobody>', 2, /no role is called “nobody”/],
  ['a role outside of a tag', 'a\n\n{{@tag}}', 3, /stands in a tag/],
  ['an unknown text', '{{say nothing}}', 1, /no text is called “nothing”/],
  ['a text without its arguments', '\n{{say range x=a}}', 2, /takes x,y, not x/],
  ['an argument that the text does not take', '{{say hello n=a}}', 1, /takes nothing, not n/],
  ['an unknown template', '\n\n{{> missing}}', 3, /no template is called “missing”/],
  ['a template that includes itself', '{{> main}}', 1, /includes itself/],
  ['an unknown name', '{{tag.label}}', 1, /“tag” is not known here/],
  ['a name after its block', '{{#each t in list}}{{t.a}}{{/each}}\n{{t.a}}', 2, /“t” is not known here/],
  ['a name that is taken', '{{#each t in list}}\n{{#each t in list}}{{/each}}{{/each}}', 2, /already something/],
  ['a block without an end', '<p>\n{{#if a}}b', 2, /has no end/],
  ['an end of nothing', 'a{{/if}}', 1, /ends nothing/],
  ['ends in the wrong order', '{{#if a}}\n{{#each t in b}}\n{{/if}}', 3, /inside “each” of line 2/],
  ['a second else', '{{#if a}}b{{else}}c\n{{else}}d{{/if}}', 2, /inside “if”/],
  ['branches that end in different places', '<p{{#if a}}>{{else}} id="{{/if}}', 1, /different places/],
  ['a loop that leaves a tag open', '{{#each t in list}}<p {{/each}}', 1, /another place/],
  ['a value without quotes', '<p\n id={{a}}>', 2, /stands in quotes/],
  ['a value in an event handler', '<p onclick="f({{a}})">', 1, /script or a style/],
  ['a value in a style', '<p style="{{a}}">', 1, /script or a style/],
  ['an address that nobody judged', '<a href="{{url}}">', 1, /needs \{\{#if safe url\}\}/],
  [
    'an address that another one was judged for',
    '{{#if safe a}}<a href="{{b}}">{{/if}}',
    1,
    /needs \{\{#if safe b\}\}/,
  ],
  ['an address in the branch of the unsafe', '{{#if safe a}}{{else}}<a href="{{a}}">{{/if}}', 1, /needs/],
];
for (const [what, source, line, why] of mistakes) {
  test(`${what} stops the build with its file and line`, () => {
    assert.throws(
      () => compile({ main: source }),
      (error) => {
        assert.match(error.message, new RegExp(`^data/templates/main\\.html:${line}: `));
        assert.match(error.message, why);
        return true;
      },
    );
  });
}

test('a mistake in an included template names that one', () => {
  assert.throws(
    () => compile({ main: '{{> b}}', b: '\n<p>{{tag.x}}' }),
    /^TemplateError: data\/templates\/b\.html:2: /,
  );
});

test('a template is not included both among text and inside a tag', () => {
  assert.throws(
    () => compile({ main: '{{> b}}<p {{> b}}>', b: 'x' }),
    /main\.html:1: “b” is included among text and inside a tag/,
  );
});

test('a field that no struct has is an error of the C++ compiler, at the line of the template', () => {
  const dataDir = join(scratch, 'data');
  const generated = join(scratch, 'generated');
  cpSync(fromRoot('data'), dataDir, { recursive: true });
  mkdirSync(generated);
  execFileSync(process.execPath, [fromRoot('toolchain/generate/generate.mjs'), generated]);
  const path = join(dataDir, 'templates/status.html');
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n\n{{nobody}}\n`);
  const line = readFileSync(path, 'utf8').trimEnd().split('\n').length;
  writeFileSync(
    join(generated, 'answer_program.h'),
    compileProgram({ name: 'answer', root: 'PageView', entries: ['answer', 'panel', 'status'] }, { dataDir }),
  );
  writeFileSync(join(scratch, 'main.cpp'), '#include "answer_program.h"\n');
  const options = [
    '-std=c++20',
    '-fsyntax-only',
    `-I${fromRoot('wasm/include')}`,
    `-I${fromRoot('wasm/src')}`,
    `-I${generated}`,
  ];
  const { status, stderr } = spawnSync('c++', [...options, join(scratch, 'main.cpp')], { encoding: 'utf8' });
  assert.notEqual(status, 0);
  assert.match(stderr, new RegExp(`data/templates/status\\.html:${line}:.*error: .*nobody`));
});
