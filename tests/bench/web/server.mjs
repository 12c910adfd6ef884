// SPDX-License-Identifier: MIT
// A static host on loopback that counts what it sends: files with brotli as they would lie on a real one.
import { createServer } from 'node:http';
import { brotli } from '../../../toolchain/lib/files.mjs';

const kTypes = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  wasm: 'application/wasm',
  parts: 'application/octet-stream',
  bin: 'application/octet-stream',
};

const typeOf = (path) => kTypes[/\.(\w+)$/.exec(path)?.[1] ?? 'html'];

/** Bytes as sent; what has no known type, such as Pagefind's gzipped index, goes as it is. */
function pack(path, content) {
  if (content.brotli) return { type: typeOf(path), bytes: content.brotli, isPacked: true };
  const bytes = Buffer.from(content);
  return typeOf(path)
    ? { type: typeOf(path), bytes: brotli(bytes), isPacked: true }
    : { type: 'application/octet-stream', bytes, isPacked: false };
}

/**
 * Serves `files`, {path: content}: text, bytes, `{brotli: bytes}` where they are compressed already, or a function that
 * gives one of these when the path is first asked for. Returns { origin, take, close }: `take()` gives {requests, bytes}
 * since the last time; bodies are counted, headers are not.
 */
export async function serveCounted(files) {
  const packed = new Map();
  const packOf = (path) => {
    const content = files[path];
    if (content !== undefined && !packed.has(path))
      packed.set(path, pack(path, typeof content === 'function' ? content() : content));
    return packed.get(path);
  };
  for (const [path, content] of Object.entries(files)) if (typeof content !== 'function') packOf(path);
  let count = { requests: 0, bytes: 0 };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    const file = packOf(decodeURIComponent(pathname));
    count.requests += 1;
    if (!file) return void response.writeHead(404).end();
    count.bytes += file.bytes.length;
    // As static hosts send a name that holds the hash of its bytes.
    if (/\.[0-9a-f]{8}\.\w+$/.test(pathname))
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response
      .writeHead(200, { 'Content-Type': file.type, ...(file.isPacked ? { 'Content-Encoding': 'br' } : {}) })
      .end(file.bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const take = () => {
    const taken = count;
    count = { requests: 0, bytes: 0 };
    return taken;
  };
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${server.address().port}`, take, close };
}
