// SPDX-License-Identifier: MIT
// Links are asked for on a server of the test's own: each fate has its word, nothing is asked twice or for ever.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { goodPage, root, scratch } from './command-line.mjs';
import { importTypeScript } from './import-typescript.mjs';
import { startLinkServer } from './link-server.mjs';

let server;
let checkLinks;
let plainAddress;
let outcomeOfFault;
before(async () => {
  server = await startLinkServer();
  ({ checkLinks, plainAddress } = await importTypeScript('web/links/check-links.ts', 'node'));
  ({ outcomeOfFault } = await importTypeScript('web/links/link-result.ts', 'node'));
});
after(() => server.close());

const options = { timeoutMs: 20_000, totalMs: 120_000, userAgent: 'test', known: new Map() };
const outcomes = async (urls, more) =>
  (await checkLinks(urls, { ...options, ...more })).map(({ outcome, to }) => [outcome, ...(to ? [to] : [])].join(' '));
const check = (paths, more) => outcomes(paths.map(server.at), more);

test('a link is well, moved for good, or dead, whatever redirects say on the way', async () => {
  assert.deepEqual(
    await check(['/ok', '/dead', '/gone', '/moved', '/twice', '/temporary', '/moved-then-temporary', '/moved-dead']),
    [
      'ok',
      'dead',
      'dead',
      `moved ${server.at('/ok')}`,
      `moved ${server.at('/ok')}`,
      'ok',
      `moved ${server.at('/temporary')}`,
      'dead',
    ],
  );
});

test('a server that does not answer HEAD is asked by GET', async () => {
  assert.deepEqual(await check(['/no-head', '/head-missing', '/head-forbidden']), ['ok', 'ok', 'ok']);
  assert.ok(server.asked.includes('HEAD /no-head') && server.asked.includes('GET /no-head'));
  assert.ok(!server.asked.includes('GET /ok'), 'HEAD was enough');
});

test('refused and failing are not dead', async () => {
  assert.deepEqual(await check(['/forbidden', '/busy', '/broken']), ['refused', 'refused', 'failing']);
});

test('redirects lead to web addresses only, and have an end', async () => {
  assert.deepEqual(await check(['/loop', '/to-ftp', '/to-file', '/to-script', '/nowhere']), [
    'endless',
    'elsewhere ftp://exemple.fr/a',
    'elsewhere file:///etc/passwd',
    'elsewhere javascript:alert(1)',
    'elsewhere http://',
  ]);
  assert.equal(server.asked.filter((line) => line === 'HEAD /loop').length, 11);
});

test('a server that never answers is slow, one that answers for ever is let go', async () => {
  assert.deepEqual(await check(['/silent'], { timeoutMs: 300 }), ['slow']);
  assert.deepEqual(await check(['/forever']), ['ok'], 'its status is all that is read');
  assert.deepEqual(await check(['/headers']), ['endless']);
});

test('a certificate that nobody signed, a connection that breaks and one that is refused have their words', async () => {
  const closed = createServer();
  await new Promise((done) => closed.listen(0, '127.0.0.1', done));
  const nobody = `http://127.0.0.1:${closed.address().port}/`;
  await new Promise((done) => closed.close(done));
  assert.deepEqual(await outcomes([server.secure, server.at('/cut'), nobody]), [
    'certificate',
    'unreachable',
    'unreachable',
  ]);
  const fault = (code) =>
    outcomeOfFault(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));
  assert.deepEqual(fault('ENOTFOUND'), { outcome: 'unknown-name', detail: 'ENOTFOUND' });
  assert.deepEqual(fault('EAI_AGAIN').outcome, 'unreachable', 'the name server is away');
  assert.deepEqual(fault('CERT_HAS_EXPIRED').outcome, 'certificate');
});

test('each address is asked once, one at a time per host, without its fragment; others are left alone', async () => {
  const before = server.asked.length;
  const urls = ['/ok', '/ok#a', '/ok?page=2', '/ok'].map(server.at);
  const results = await checkLinks([...urls, 'mailto:a@exemple.fr', '/relative', 'javascript:x', ''], options);
  assert.deepEqual(
    results.map(({ url }) => url),
    [server.at('/ok'), server.at('/ok?page=2')],
  );
  assert.deepEqual(server.asked.slice(before), ['HEAD /ok', 'HEAD /ok?page=2']);
  assert.equal(server.most(), 1);
  assert.equal(plainAddress('HTTPS://exemple.fr/a#b'), 'HTTPS://exemple.fr/a');
});

test('when the time for all is up, the links that are left are told as unchecked', async () => {
  assert.deepEqual(await check(['/silent', '/ok'], { totalMs: 300 }), ['slow', 'unchecked']);
});

const { put, folder, read } = scratch('links');

/** Runs the command beside the server, which spawnSync would hold. */
const run = (args) =>
  new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'lib/cli.js'), ...args], { cwd: folder });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) child[name].on('data', (text) => (output[name] += text));
    child.on('close', (status) => done({ status, ...output }));
  });

test('`check --links` tells each link at its place, keeps answers a day, and says them in JSON', async () => {
  put(
    'page.md',
    goodPage()
      .replaceAll('https://exemple.fr/Alpha', server.at('/dead'))
      .replace('https://creativecommons.org/licenses/by/4.0/', server.at('/moved')),
  );
  put('liste.csv', `Titre;Lien\r\nAlpha;${server.at('/ok')}\r\nBeta;${server.at('/broken')}\r\n`);
  const args = ['check', '--links', '--links-cache', 'cache/liens.json', 'page.md', 'liste.csv'];
  const { status, stdout } = await run(args);
  assert.match(stdout, /^page\.md:3:\d+: conseil: le lien .*\/moved.* a déménagé pour de bon.*\/ok/m);
  assert.match(stdout, /^page\.md:7:1: erreur: le lien .*\/dead.* est mort \(404\)/m);
  assert.match(stdout, /^liste\.csv:3:B: avertissement: le serveur du lien .*\/broken.* en panne \(503\)/m);
  assert.equal(status, 1);
  const asked = server.asked.length;
  const { links } = JSON.parse((await run([...args, '--format', 'json'])).stdout);
  assert.deepEqual(
    links.map(({ outcome }) => outcome),
    ['dead', 'moved', 'ok', 'failing'],
  );
  assert.deepEqual(server.asked.slice(asked), ['HEAD /broken'], 'a fault that may pass is asked again');
});

test('answers older than a day, and a cache that is none, are asked for again', async () => {
  put('une.csv', `Titre;Lien\r\nAlpha;${server.at('/ok')}\r\n`);
  const ask = async (cache) => {
    put('vieux.json', cache);
    const before = server.asked.length;
    const { status } = await run(['check', '--links', '--links-cache', 'vieux.json', 'une.csv']);
    return [status, server.asked.length - before];
  };
  const kept = (hours) => {
    const at = new Date(Date.now() - hours * 3_600_000).toISOString();
    return JSON.stringify({ version: 1, links: [{ url: server.at('/ok'), outcome: 'ok', at }] });
  };
  assert.deepEqual(await ask(kept(1)), [0, 0]);
  assert.deepEqual(await ask(kept(25)), [0, 1]);
  assert.deepEqual(await ask(kept(-25)), [0, 1], 'of another clock');
  for (const broken of ['', 'non', '{"version":1,"links":[null,{"at":1}]}'])
    assert.deepEqual(await ask(broken), [0, 1]);
  assert.equal(JSON.parse(read('vieux.json')).links.length, 1);
});

test('without --links no server is asked', async () => {
  const before = server.asked.length;
  await run(['check', 'page.md', 'liste.csv']);
  assert.equal(server.asked.length, before);
});
