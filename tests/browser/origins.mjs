// SPDX-License-Identifier: MIT
// Small web servers on loopback for browser tests: pages and files given as data, each server an origin.
import { createServer } from 'node:http';

const kTypes = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  wasm: 'application/wasm',
};

/**
 * Serves `files`: {path: text | bytes | (request, response, server) => void}. Types follow the extension, `html` without
 * one; every file may be read by other origins unless `headers` says otherwise.
 * Returns { origin, port, requests, files, close }: `requests` lists the paths asked for, `files` may be changed.
 */
export async function serve(files, { headers = {}, hostname = '127.0.0.1' } = {}) {
  const requests = [];
  const served = { ...files };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    requests.push(pathname);
    answer(served[pathname], request, response, pathname, headers);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A test that fails before it closes its server does not keep the file from ending.
  server.unref();
  const { port } = server.address();
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { origin: `http://${hostname}:${port}`, port, requests, files: served, close };
}

function answer(file, request, response, pathname, headers) {
  const extension = /\.(\w+)$/.exec(pathname)?.[1] ?? 'html';
  response.setHeader('Content-Type', kTypes[extension] ?? 'application/octet-stream');
  // A name that holds the hash of its bytes never changes them: static hosts let browsers keep it.
  if (/\.[0-9a-f]{8}\.\w+$/.test(pathname)) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  if (!('Access-Control-Allow-Origin' in headers)) response.setHeader('Access-Control-Allow-Origin', '*');
  for (const [name, value] of Object.entries(headers)) if (value !== '') response.setHeader(name, value);
  if (typeof file === 'function') return file(request, response);
  if (file === undefined) response.statusCode = 404;
  response.end(file ?? 'not found');
}
