// SPDX-License-Identifier: MIT
// `build` writes all of a site or nothing, and only in its folder.
import assert from 'node:assert/strict';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesIn, goodPage, scratch } from './command-line.mjs';

const { folder, put, run, shell, start, read } = scratch('whole');
const at = (path) => join(folder, path);
const before = goodPage('Alpha', 1) + goodPage('Bêta', 5);
const after = goodPage('Gamma', 1) + goodPage('Delta', 5);
put('page.md', before);
assert.equal(run(['build', 'page.md', '--out', 'avant']).status, 0);
put('page.md', after);
assert.equal(run(['build', 'page.md', '--out', 'apres']).status, 0);
const old = filesIn(at('avant'));
const fresh = filesIn(at('apres'));

/** A site as it was before, in a folder of its own. */
function oldSite() {
  put('page.md', before);
  const name = mkdtempSync(at('site-')).slice(folder.length + 1);
  assert.equal(run(['build', 'page.md', '--out', name]).status, 0);
  put('page.md', after);
  return name;
}

test('a run replaces a site by the new one, and leaves what is not its own', () => {
  const site = oldSite();
  put(`${site}/autre.html`, 'à quelqu’un d’autre');
  assert.equal(run(['build', 'page.md', '--out', site]).status, 0);
  assert.equal(read(`${site}/autre.html`), 'à quelqu’un d’autre');
  rmSync(at(`${site}/autre.html`));
  assert.deepEqual(filesIn(at(site)), { ...old, ...fresh });
});

test('a run that finds the same site touches no file of it', () => {
  const site = oldSite();
  put('page.md', before);
  const times = () => Object.keys(old).map((path) => lstatSync(at(`${site}/${path}`)).mtimeMs);
  const first = times();
  assert.equal(run(['build', 'page.md', '--out', site]).status, 0);
  assert.deepEqual(times(), first);
});

test('a disk that is full leaves the old site whole, and no litter', () => {
  const site = oldSite();
  put('large.md', after + 'Texte.\n'.repeat(40_000));
  const { status, stderr } = shell(`ulimit -f 100; $CLI build large.md --out ${site}`);
  assert.match(stderr, /^catalogue-formations : \S+\s: écriture impossible \(EFBIG\)\n$/);
  assert.equal(status, 2);
  assert.deepEqual(filesIn(at(site)), old);
  assert.equal(shell('ulimit -f 100; $CLI build large.md --out neuf/site').status, 2);
  assert.ok(!existsSync(at('neuf')));
});

test('a page that cannot be read stops all of them before the first is written', () => {
  const site = oldSite();
  assert.equal(run(['build', 'page.md', 'absente.md', '--out', site]).status, 2);
  assert.deepEqual(filesIn(at(site)), old);
});

test('a place that is taken by a folder leaves the old site whole', () => {
  const site = oldSite();
  rmSync(at(`${site}/index.html`));
  put(`${site}/index.html/x`, '');
  const found = filesIn(at(site));
  const { status, stderr } = run(['build', 'page.md', '--out', site]);
  assert.match(stderr, /index\.html\s: écriture impossible \(EISDIR\)/);
  assert.equal(status, 2);
  assert.deepEqual(filesIn(at(site)), found);
});

test('a file that can not be replaced puts those before it back', () => {
  const site = oldSite();
  rmSync(at(`${site}/duree`), { recursive: true });
  writeFileSync(at(`${site}/duree`), 'un fichier');
  const found = filesIn(at(site));
  assert.equal(run(['build', 'page.md', '--out', site]).status, 2);
  assert.deepEqual(filesIn(at(site)), found);
});

/** Stops a run with `signal` once its staging folder is there; true when it was stopped before its end. */
async function stopped(site, signal) {
  const child = start(['build', 'page.md', '--out', site]);
  const ended = new Promise((resolve) => child.on('exit', (_, by) => resolve(by)));
  const isStaged = () => readdirSync(at(site)).some((name) => name.startsWith('.catalogue-formations-'));
  while (child.exitCode === null && child.signalCode === null && !isStaged()) await new Promise(setImmediate);
  child.kill(signal);
  return (await ended) !== null;
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGKILL']) {
  test(`a run that ${signal} stops leaves a site that is whole, and the next run no litter`, async () => {
    const site = oldSite();
    for (let index = 0; index < 60; index++) put(`many/p${index}.md`, goodPage(`T${index}`, 1));
    const wasStopped = await stopped(site, signal);
    const found = filesIn(at(site));
    const litter = Object.keys(found).filter((path) => path.startsWith('.'));
    for (const path of litter) delete found[path];
    if (wasStopped) assert.deepEqual(found, old);
    if (signal !== 'SIGKILL') assert.deepEqual(litter, []);
    assert.equal(run(['build', 'page.md', '--out', site]).status, 0);
    assert.deepEqual(filesIn(at(site)), { ...old, ...fresh });
  });
}

test('no name of a page leads out of the folder, or into the element’s own', () => {
  mkdirSync(at('noms'));
  for (const name of ['...md', '..md', '.md', '.cache.md', 'catalogue-formations.md', 'Catalogue-Formations.md']) {
    put(`noms/${name}`, before);
    const { status, stderr } = run(['build', `noms/${name}`, 'page.md', '--out', 'noms/site']);
    assert.match(stderr, /ne peut pas nommer un dossier/, name);
    assert.equal(status, 2);
    assert.deepEqual(
      readdirSync(at('noms')).sort(),
      readdirSync(at('noms'))
        .filter((file) => file.endsWith('.md'))
        .sort(),
    );
  }
});

test('two pages whose names differ by case alone are refused: some systems have one folder for both', () => {
  put('noms/Liste.md', before);
  put('noms/autre/liste.md', before);
  assert.match(run(['build', 'noms/Liste.md', 'noms/autre/liste.md', '--out', 'deux']).stderr, /le même dossier/);
});

test('a link in the folder that leads out of it is not followed, one that stays inside is', () => {
  const site = oldSite();
  mkdirSync(at('dehors'));
  rmSync(at(`${site}/duree`), { recursive: true });
  symlinkSync(at('dehors'), at(`${site}/duree`));
  const { status, stderr } = run(['build', 'page.md', '--out', site]);
  assert.match(stderr, /duree\s: ce lien mène hors du dossier/);
  assert.equal(status, 2);
  assert.deepEqual(readdirSync(at('dehors')), []);
  rmSync(at(`${site}/duree`));
  mkdirSync(at(`${site}/durees`));
  symlinkSync('durees', at(`${site}/duree`));
  assert.equal(run(['build', 'page.md', '--out', site]).status, 0);
  assert.ok(readdirSync(at(`${site}/durees`)).length > 0);
});

test('a file that is a link is replaced: what it led to keeps its bytes', () => {
  const site = oldSite();
  put('cible.html', 'à quelqu’un d’autre');
  rmSync(at(`${site}/index.html`));
  symlinkSync(at('cible.html'), at(`${site}/index.html`));
  assert.equal(run(['build', 'page.md', '--out', site]).status, 0);
  assert.equal(read('cible.html'), 'à quelqu’un d’autre');
  assert.ok(lstatSync(at(`${site}/index.html`)).isFile());
  assert.equal(readFileSync(at(`${site}/index.html`), 'latin1'), fresh['index.html']);
});

test('a folder that is a link itself is filled', () => {
  mkdirSync(at('vrai'));
  symlinkSync('vrai', at('lien'));
  assert.equal(run(['build', 'page.md', '--out', 'lien']).status, 0);
  assert.deepEqual(filesIn(at('vrai')), fresh);
});
