// SPDX-License-Identifier: MIT
// The example servers: a taken port is reported, files are compressed, headers are the documented ones.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ToolchainError } from '../../toolchain/lib/run.mjs';
import { compressFolder } from '../../toolchain/serve/compress.mjs';
import { partnerHeaders, siteHeaders } from '../../toolchain/serve/headers.mjs';
import { checkPortFree, serveFolder } from '../../toolchain/serve/server.mjs';

const folder = mkdtempSync(join(tmpdir(), 'catalogue-serve-'));
let server;
let origin;

before(async () => {
  mkdirSync(join(folder, 'embed'));
  writeFileSync(join(folder, 'index.html'), `<!doctype html><p>${'mot '.repeat(500)}</p>`);
  writeFileSync(join(folder, 'embed/index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'catalogue-runtime.0123abcd.wasm'), Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]));
  mkdirSync(join(folder, 'parts/0123456789abcdef'), { recursive: true });
  writeFileSync(join(folder, 'catalogue.parts'), 'parts 1\n'.repeat(100));
  writeFileSync(join(folder, 'parts/0123456789abcdef/7.bin'), Buffer.alloc(1000));
  compressFolder(folder);
  server = await serveFolder({ folder, port: 0, headers: siteHeaders });
  origin = `http://localhost:${server.port}`;
});

after(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a taken port is told, with what to do', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => {
    holder.once('listening', resolve);
  });
  const { port } = holder.address();
  await assert.rejects(
    checkPortFree(port),
    (error) => error instanceof ToolchainError && error.message.includes(`port ${port} is taken`),
  );
  await new Promise((resolve) => {
    holder.close(resolve);
  });
  await checkPortFree(port);
});

test('a page comes as brotli to whoever takes it', async () => {
  const response = await fetch(origin, { headers: { 'Accept-Encoding': 'br' } });
  assert.equal(response.headers.get('content-encoding'), 'br');
  assert.match(await response.text(), /mot mot/);
});

test('wasm has its type, a year of cache, and is open to other origins', async () => {
  const { headers } = await fetch(`${origin}/catalogue-runtime.0123abcd.wasm`);
  assert.equal(headers.get('content-type'), 'application/wasm');
  assert.match(headers.get('cache-control'), /max-age=31536000, immutable/);
  assert.equal(headers.get('access-control-allow-origin'), '*');
});

test('a catalogue in parts comes as brotli, has a type, and is open to other origins; its parts stay for a year', async () => {
  for (const [path, cache] of [
    ['catalogue.parts', /max-age=600$/],
    ['parts/0123456789abcdef/7.bin', /max-age=31536000, immutable/],
  ]) {
    const { headers } = await fetch(`${origin}/${path}`, { headers: { 'Accept-Encoding': 'br' } });
    assert.equal(headers.get('content-encoding'), 'br', path);
    assert.equal(headers.get('content-type'), 'application/octet-stream', path);
    assert.equal(headers.get('access-control-allow-origin'), '*', path);
    assert.match(headers.get('cache-control'), cache, path);
  }
});

test('what is not there is a 404 that nobody keeps', async () => {
  const response = await fetch(`${origin}/nulle-part`);
  assert.equal(response.status, 404);
  assert.equal(response.headers.get('cache-control'), 'no-store');
});

test('only the iframe page opens in the frames of others', async () => {
  const policyOf = async (path) => (await fetch(origin + path)).headers.get('content-security-policy');
  assert.match(await policyOf('/embed/'), /frame-ancestors \*/);
  assert.match(await policyOf('/'), /frame-ancestors 'self'/);
});

test("the partner's policy names the host alone, without inline script, inline style or eval", () => {
  const policy = partnerHeaders('http://localhost:8080')('/')['Content-Security-Policy'];
  assert.match(policy, /^default-src 'none'; script-src http:\/\/localhost:8080 'wasm-unsafe-eval'; /);
  assert.match(policy, /require-trusted-types-for 'script'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|data:|blob:|\*/);
});
