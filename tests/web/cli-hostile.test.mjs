// SPDX-License-Identifier: MIT
// The command line against any thrown value, files that cannot be read or written, and hostile names.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { goodPage, root, scratch } from './command-line.mjs';

const { put, run, shell } = scratch('hostile');
put('bon.md', goodPage());

const kOneSentence = /^catalogue-formations : [^\n]+\n$/;

/** Script that runs once the program reads JSON. */
const later = (script) => `const { parse } = JSON; JSON.parse = (...text) => { ${script}; return parse(...text); }`;

/** Faults inside the program, and what its one sentence must say. */
const faults = {
  'an error': [`JSON.parse = () => { throw new TypeError('boum'); }`, /erreur interne\s: boum/],
  'an error of several lines that steers the terminal': [
    String.raw`JSON.parse = () => { throw new Error('a\n::error ::x\u001b[2J'); }`,
    /erreur interne\s: a\\u000a::error ::x\\u001b\[2J/,
  ],
  'a word': [`JSON.parse = () => { throw 'boum'; }`, /erreur interne\s: boum/],
  nothing: [`JSON.parse = () => { throw undefined; }`, /erreur interne\s: undefined/],
  'what cannot be made a string': [`JSON.parse = () => { throw Object.create(null); }`, /erreur interne\s: object/],
  'an error outside of every call': [later(`setTimeout(() => { throw new Error('tard'); })`), /erreur interne\s: tard/],
  'a promise that nobody awaits': [later(`Promise.reject(new Error('promis'))`), /erreur interne\s: promis/],
};
for (const [name, [script, words]] of Object.entries(faults)) {
  test(`${name}, thrown anywhere, ends with 2 and one sentence`, () => {
    const node = ['--import', `data:text/javascript,${encodeURIComponent(script)}`];
    const { status, stderr } = run(['check', '--quiet', 'bon.md'], { node });
    assert.match(stderr, kOneSentence);
    assert.match(stderr, words);
    assert.equal(status, 2);
  });
}

for (const args of ['check --format json bon.md', 'export bon.md', '--help', '--version']) {
  test(`\`${args}\` on a full disk ends with 2 and one sentence`, () => {
    const { status, stderr } = shell(`$CLI ${args} > /dev/full`);
    assert.match(stderr, /^catalogue-formations : la sortie ne peut pas être écrite \(ENOSPC\)\n$/m);
    assert.doesNotMatch(stderr, / at /);
    assert.equal(status, 2);
  });
}

test('a full standard error and a closed pipe change no exit code', () => {
  assert.equal(shell('$CLI check bon.md 2> /dev/full').status, 0);
  assert.equal(shell('$CLI export bon.md | head -c 1').stderr, '');
});

test('a file without end is refused once it is too large', () => {
  for (const line of ['$CLI check /dev/zero', '$CLI check - < /dev/zero', 'cat /dev/zero | $CLI check -']) {
    const { status, stderr } = shell(line);
    assert.match(stderr, /257\sMo\s; 256\sMo au plus/);
    assert.equal(status, 2);
  }
});

test('a pipe is read like a file', () => {
  assert.match(shell('cat bon.md | $CLI check /dev/stdin').stderr, /1 page, 1 formation/);
});

test('no character of a page or of a file’s name steers the terminal', () => {
  const hostile = '\u001b]0;x\u0007 \u009b2J \u202e \u007f quinze';
  put('\u001b[2J\u202e.md', goodPage().replace('2 heures', hostile).replace('Org', hostile));
  for (const args of [
    ['check', '\u001b[2J\u202e.md'],
    ['check', '--format', 'json', '\u001b[2J\u202e.md'],
    ['check', '--format', 'sarif', '\u001b[2J\u202e.md'],
    ['check', '--format', 'github', '\u001b[2J\u202e.md'],
    ['check', '\u001b[2J-absent.md'],
    ['check', '--\u001b[2J', 'bon.md'],
    ['\u001b[2J', 'bon.md'],
    ['build', '\u001b[2J\u202e.md', '--out', '\u001b[3J'],
  ]) {
    const { stdout, stderr } = run(args);
    assert.match(stdout + stderr, /\\u001b|%1B/, JSON.stringify(args));
    assert.doesNotMatch(stdout + stderr, /(?!\n)\p{Cc}|\u202e/u, JSON.stringify(args));
  }
});

test('no file’s name and no word commands a CI', () => {
  const words = '##[add-path]x ##vso[task.setvariable]y quinze';
  for (const name of ['::set-output name=x::y.md', '  ::error ::x.md']) {
    put(name, goodPage().replace('2 heures', words));
    for (const format of ['text', 'github']) {
      const { stdout } = run(['check', '--format', format, name]);
      const lines = stdout.split('\n').filter(Boolean);
      assert.ok(lines.length > 0);
      for (const line of lines) {
        assert.doesNotMatch(line, /##(?:\[|vso\[)/);
        if (format === 'text') assert.match(line, /^\.\/\s*::[^\n]*: (?:erreur|avertissement|conseil): /);
        else assert.match(line, /^::(?:error|warning|notice) file=/);
      }
    }
  }
});

/** The folders of the packages that the command line needs, as npm lists them. */
function neededPackages() {
  const { stdout } = spawnSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { cwd: root, encoding: 'utf8' });
  return stdout.split('\n').filter((folder) => folder.includes('node_modules'));
}

/**
 * The package, and what it needs, where another user may read them (a clone in /root is closed to others), and that
 * user's own runs of it.
 */
function asAnotherUser() {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-formations-'));
  after(() => {
    if (existsSync(join(folder, 'ferme'))) chmodSync(join(folder, 'ferme'), 0o700);
    rmSync(folder, { recursive: true, force: true });
  });
  chmodSync(folder, 0o755);
  const copy = join(folder, 'package');
  for (const part of ['lib', 'dist', 'package.json']) cpSync(join(root, part), join(copy, part), { recursive: true });
  for (const needed of neededPackages()) cpSync(needed, join(copy, relative(root, needed)), { recursive: true });
  const identity = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {};
  const options = { cwd: folder, encoding: 'utf8', timeout: 60_000, ...identity };
  return { folder, run: (args) => spawnSync(process.execPath, [join(copy, 'lib/cli.js'), ...args], options) };
}

test('what a user may not read or write is told in one sentence', () => {
  const other = asAnotherUser();
  const at = (name) => join(other.folder, name);
  writeFileSync(at('bon.md'), goodPage());
  writeFileSync(at('secret.md'), goodPage());
  chmodSync(at('secret.md'), 0);
  mkdirSync(at('ferme'));
  writeFileSync(at('ferme/page.md'), goodPage());
  chmodSync(at('ferme'), 0);
  assert.equal(other.run(['check', 'bon.md']).status, 0, other.run(['check', 'bon.md']).stderr);
  for (const [args, words] of [
    [['check', 'secret.md'], /secret\.md\s: lecture impossible \(EACCES\)/],
    [['check', 'ferme/page.md'], /ferme\/page\.md\s: lecture impossible \(EACCES\)/],
    [['export', 'bon.md', 'secret.md'], /secret\.md\s: lecture impossible \(EACCES\)/],
    [['build', 'bon.md', '--out', 'ferme/site'], /ferme.*écriture impossible \(EACCES\)/],
    [['build', 'bon.md', '--out', 'bon.md'], /bon\.md\s: écriture impossible/],
  ]) {
    const { status, stdout, stderr } = other.run(args);
    assert.match(stderr, kOneSentence, args.join(' '));
    assert.match(stderr, words);
    assert.deepEqual([status, stdout], [2, '']);
  }
});
