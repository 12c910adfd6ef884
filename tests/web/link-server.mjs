// SPDX-License-Identifier: MIT
// Servers on this machine whose links are well, dead, moved, silent, or answer without end.
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { cert, key } from './self-signed.mjs';

const answer =
  (status, headers = {}) =>
  (_, response) =>
    response.writeHead(status, headers).end();
const redirect = (status, location) => answer(status, { location });
/** One answer to HEAD, another to GET. */
const differs = (head, get) => (request, response) => (request.method === 'HEAD' ? head : get)(request, response);

const pages = {
  '/ok': answer(200),
  '/ok?page=2': answer(200),
  '/dead': answer(404),
  '/gone': answer(410),
  '/moved': redirect(301, '/ok'),
  '/twice': redirect(308, '/moved'),
  '/temporary': redirect(302, '/ok'),
  '/moved-then-temporary': redirect(301, '/temporary'),
  '/moved-dead': redirect(301, '/dead'),
  '/loop': redirect(302, '/loop'),
  '/to-ftp': redirect(302, 'ftp://exemple.fr/a'),
  '/to-file': redirect(301, 'file:///etc/passwd'),
  '/to-script': redirect(302, 'javascript:alert(1)'),
  '/nowhere': redirect(302, 'http://'),
  '/no-head': differs(answer(405), answer(200)),
  '/head-missing': differs(answer(501), answer(200)),
  '/head-forbidden': differs(answer(403), answer(200)),
  '/forbidden': answer(403),
  '/busy': answer(429),
  '/broken': answer(503),
  '/cut': (request) => request.socket.destroy(),
  '/silent': () => {},
  // A body that goes on until the reader leaves.
  '/forever': differs(answer(405), (_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('x'.repeat(1024)), 1);
    response.on('close', () => clearInterval(timer));
  }),
  '/headers': ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    const timer = setInterval(() => socket.write(`x-more: ${'x'.repeat(8192)}\r\n`), 1);
    socket.on('error', () => {}).on('close', () => clearInterval(timer));
  },
};

/** Starts it. `asked`: every request, as `HEAD /ok`; `most()`: how many were under way at once. */
export async function startLinkServer() {
  const asked = [];
  let underWay = 0;
  let most = 0;
  const handle = (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    underWay += 1;
    most = Math.max(most, underWay);
    response.on('close', () => (underWay -= 1));
    (pages[request.url] ?? answer(404))(request, response);
  };
  const plain = await listen(createServer(handle));
  const tls = await listen(createTlsServer({ key, cert }, handle));
  const close = () =>
    Promise.all(
      [plain, tls].map(
        (server) =>
          new Promise((done) => {
            server.close(done);
            server.closeAllConnections();
          }),
      ),
    );
  return {
    asked,
    most: () => most,
    at: (path) => `http://127.0.0.1:${plain.address().port}${path}`,
    secure: `https://127.0.0.1:${tls.address().port}/ok`,
    close,
  };
}

const listen = (server) => new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
