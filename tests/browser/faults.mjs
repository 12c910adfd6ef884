// SPDX-License-Identifier: MIT
// The faults of a hosted file, made by a server or on the way. Each turns its bytes into an answer of `serve`.

const flipped = (bytes) => {
  const copy = Buffer.from(bytes);
  copy[0] ^= 1;
  return copy;
};
const halfOf = (bytes) => Buffer.from(bytes).subarray(0, bytes.length / 2);
const status = (code) => () => (_, response) => response.writeHead(code).end('<!doctype html>');

export const kFaults = {
  'one byte flipped': flipped,
  'cut short on the server': halfOf,
  'cut on its way': (bytes) => (_, response) => {
    response.writeHead(200, { 'Content-Length': bytes.length });
    response.write(halfOf(bytes));
    setTimeout(() => response.destroy(), 50);
  },
  'badly compressed': (bytes) => (request, response) => {
    response.setHeader('Content-Encoding', 'gzip');
    response.end(request.method === 'HEAD' ? undefined : bytes);
  },
  'answered by 404': status(404),
  'answered by 500': status(500),
  'hung after its headers': (bytes) => (_, response) => {
    response.writeHead(200, { 'Content-Length': bytes.length });
    response.write(halfOf(bytes));
  },
  'of another type': (bytes) => (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(bytes),
  'redirected to a web page': () => (_, response) => response.writeHead(302, { Location: '/elsewhere.html' }).end(),
};

/** The codes that tell each fault, in the order of kFaults; none where the file serves all the same. */
const codes = (...list) => Object.fromEntries(Object.keys(kFaults).map((name, index) => [name, list[index]]));
const kPinned = ['integrity', 'integrity', 'incomplete', 'incomplete', 'http', 'http', 'timeout'];

export const kCodes = {
  pinned: codes(...kPinned, 'type', 'redirected'),
  // WebAssembly is taken for its bytes.
  wasm: codes(...kPinned, undefined, 'redirected'),
  catalogue: codes(
    'not-a-catalogue',
    'invalid-json',
    'incomplete',
    'incomplete',
    'http',
    'http',
    'timeout',
    'type',
    'redirected',
  ),
};

/** Faults that engines answer in their own ways. */
export const kDiffering = [
  'cut on its way',
  'badly compressed',
  'hung after its headers',
  'of another type',
  'redirected to a web page',
];

/** WebKitGTK takes for plain what it cannot decompress: the bytes are then the right ones. */
export const isTakenAsItIs = (engine, fault) => engine === 'webkit' && fault === 'badly compressed';
