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
};

const typeOf = (path) => kTypes[/\.(\w+)$/.exec(path)?.[1] ?? 'html'];

/** Bytes as sent; what has no known type, such as Pagefind's gzipped index, goes as it is. */
function pack(path, content) {
  const bytes = Buffer.from(content);
  return typeOf(path)
    ? { type: typeOf(path), bytes: brotli(bytes), isPacked: true }
    : { type: 'application/octet-stream', bytes, isPacked: false };
}

/**
 * Serves `files`, {path: text or bytes}. Returns { origin, take, close }: `take()` gives {requests, bytes} since the
 * last time; bodies are counted, headers are not.
 */
export async function serveCounted(files) {
  const packed = new Map(Object.entries(files).map(([path, content]) => [path, pack(path, content)]));
  let count = { requests: 0, bytes: 0 };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    const file = packed.get(decodeURIComponent(pathname));
    count.requests += 1;
    if (!file) return void response.writeHead(404).end();
    count.bytes += file.bytes.length;
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
